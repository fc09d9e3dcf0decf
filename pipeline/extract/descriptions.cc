// Paragraphs among tasks that say what something is, and order nothing.

#include "extract/facts.h"

namespace kehoach {
namespace {

constexpr std::string_view kIs = " là ";

std::size_t end_of_sentence(std::string_view text, std::size_t at) {
  for (; at + 2 < text.size(); ++at) {
    if (text[at] == '.' && text[at + 1] == ' ') return at;
  }
  return text.size();
}

// `nguồn lực, đặc biệt [là] nguồn ngoài ngân sách`
bool singles_out(const Reading& r, std::string_view before) {
  return r.words.singling_out.ending(before) != nullptr;
}

// `Dữ liệu là tài nguyên`; behind a verb it takes a noun of quality: `Phát
// triển y tế số là một trụ cột`, against `Tuyên truyền nội dung, trọng tâm là
// ...`.
bool says_what_is(const Reading& r, std::string_view sentence, bool verb) {
  std::size_t is = sentence.find(kIs);
  while (is != std::string_view::npos && singles_out(r, sentence.substr(0, is)))
    is = sentence.find(kIs, is + 1);
  if (is == std::string_view::npos)
    return !verb && sentence.find(" là:") != std::string_view::npos;
  if (!verb) return true;
  std::string_view what = sentence.substr(is + kIs.size());
  for (const std::string_view article :
       {"một ", "một trong những ", "những "}) {
    if (starts_with(what, article)) what.remove_prefix(article.size());
  }
  return r.words.qualities.stands_at(what, 0);
}

// `Trọng tâm là phát triển ...`: what it singles out is an act, to be done.
bool orders_by_focus(const Reading& r, std::string_view sentence) {
  for (const std::string_view is : {kIs, std::string_view(" là: ")}) {
    const std::size_t at = sentence.find(is);
    if (at == std::string_view::npos ||
        r.words.focuses.ending(sentence.substr(0, at)) == nullptr)
      continue;
    const std::string_view what = sentence.substr(at + is.size());
    return r.words.verbs.stands_at(what, 0) ||
           r.words.verb_nouns.stands_at(what, 0);
  }
  return false;
}

// With the same bullet, as printed.
bool begins_alike(const Reading& r, const Node& a, const Node& b) {
  return r.printed(a.span).substr(0, 1) == r.printed(b.span).substr(0, 1);
}

}  // namespace

bool opens_other_bullets(const Reading& reading, const Node& node) {
  const auto& nodes = reading.outline.nodes;
  const std::size_t next = reading.index_of(node) + 1;
  return next < nodes.size() && node.kind == NodeKind::item &&
         nodes[next].kind == NodeKind::item && node.label == "-" &&
         nodes[next].label == "-" && nodes[next].parent == node.parent &&
         ends_with(trim(reading.printed(node.body)), ":") &&
         !begins_alike(reading, node, nodes[next]);
}

bool is_listed_time(const Reading& reading, const Node& node) {
  if (node.kind != NodeKind::item) return false;
  constexpr std::size_t kMostItems = 200;
  const auto& nodes = reading.outline.nodes;
  const std::size_t own = reading.index_of(node);
  for (std::size_t i = own; i-- > 0 && own - i <= kMostItems;) {
    const Node& above = nodes[i];
    if (above.kind == NodeKind::item && above.parent == node.parent &&
        begins_alike(reading, above, node))
      continue;
    return above.kind == NodeKind::annotation &&
           !begins_alike(reading, above, node) &&
           starts_with(reading.folded(above.body), "thời gian") &&
           ends_with(trim(reading.printed(above.body)), ":");
  }
  return false;
}

bool is_description(const Reading& reading, Span body) {
  const std::string_view text = reading.folded(body);
  bool says = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = end_of_sentence(text, at);
    const std::string_view sentence = trim(text.substr(at, end - at));
    const auto begin = body.begin + static_cast<std::uint32_t>(at);
    const bool verb = reading.words.verbs.stands_at(sentence, 0) ||
                      reading.words.verb_nouns.stands_at(sentence, 0) ||
                      starts_with(sentence, "tổ chức ");
    const bool is = says_what_is(reading, sentence, verb);
    if ((verb && !is) || begins_agency(reading, begin, body.end) ||
        orders_by_focus(reading, sentence))
      return false;
    for (const std::string_view duty : {" phải ", " cần ", "trách nhiệm "}) {
      if (sentence.find(duty) != std::string_view::npos) return false;
    }
    says = says || is;
    at = end + 2;
  }
  return says;
}

}  // namespace kehoach
