// Who signed the document, and the list under `Nơi nhận`.

#include "extract/identity.h"

namespace kehoach {
namespace {

constexpr std::size_t kLongestName = 60;  // bytes

// `CHÁNH VĂN PHÒNGTrần Văn Bình`: a name glued to the post begins at the letter
// before the first small one.
std::size_t glued_name(std::string_view line) {
  std::size_t word = 0;   // begin of the word at hand
  std::size_t upper = 0;  // begin of the letter before
  for (std::size_t at = 0; at < line.size();) {
    const Codepoint c = decode_at(line, at);
    if (is_lower(c.value)) {
      constexpr std::size_t kPost = 2;  // letters, at the least
      return upper >= word + kPost ? upper : 0;
    }
    if (c.value == ' ') word = at + 1;
    upper = at;
    at += c.size;
  }
  return 0;
}

// Where the words in small letters begin behind words in capitals; 0 where all
// or none are capitals.
std::size_t name_begin(std::string_view line) {
  if (const std::size_t glued = glued_name(line); glued > 0) return glued;
  std::size_t begin = line.size();
  while (begin > 0) {
    const std::size_t space = line.rfind(' ', begin - 1);
    const std::size_t word = space == std::string_view::npos ? 0 : space + 1;
    if (is_all_upper(line.substr(word, begin - word))) break;
    if (word == 0) return 0;
    begin = space;
  }
  return begin == line.size() ? 0 : begin + 1;
}

// `KT. CHỦ TỊCH PHÓ CHỦ TỊCH` in one line: the last post counts.
std::string_view post_of(std::string_view line) {
  for (const std::string_view post : {"PHÓ ", "THỨ TRƯỞNG"}) {
    const std::size_t at = line.rfind(post);
    if (at != std::string_view::npos && at > 0) return line.substr(at);
  }
  return line;
}

std::string_view without_degree(std::string_view name) {
  for (const std::string_view degree :
       {"TS. ", "ThS. ", "PGS.TS. ", "BS. ", "TS ", "ThS ", "Ths. "}) {
    if (starts_with(name, degree)) return name.substr(degree.size());
  }
  return name;
}

// True where the outline's rules know the line as a post: `KT. CHỦ TỊCH`.
bool is_post(const Reading& reading, std::string_view line) {
  const std::string folded = fold_for_match(line);
  const auto match = reading.rules.match_at(
      Family::outline, folded, {0, static_cast<std::uint32_t>(folded.size())},
      SectionRole::none, reading.aside());
  return match && match->rule->attribute("what") == "authority";
}

// True for the line of the signer's name: small letters, or at the very end
// three or four words in capitals.
bool holds_name(const Reading& reading,
                const std::vector<std::string_view>& lines, std::size_t i) {
  const std::string_view line = lines[i];
  if (!is_all_upper(line))
    return line.size() < kLongestName &&
           (name_begin(line) > 0 || !is_post(reading, line));
  const std::size_t words = split(line, ' ').size();
  return i > 0 && i + 1 == lines.size() && words >= 3 && words <= 4 &&
         !is_post(reading, line);
}

void read_signature(const Reading& reading, Document& document) {
  std::vector<std::string_view> lines;
  for (const Node& node : reading.outline.nodes) {
    if (node.kind == NodeKind::signature && is_own(reading, node))
      lines.push_back(reading.printed(node.span));
  }
  for (std::size_t i = lines.size(); i-- > 0;) {
    if (!holds_name(reading, lines, i)) continue;
    // `KT. BỘ TRƯỞNG THỨ TRƯỞNG Lê Công Thành` in one line.
    const std::size_t name = name_begin(lines[i]);
    document.signer = without_degree(lines[i].substr(name));
    if (name > 0) {
      document.signer_title = post_of(trim(lines[i].substr(0, name)));
    } else if (i > 0) {
      document.signer_title = post_of(lines[i - 1]);
    }
    return;
  }
  if (!lines.empty()) document.signer_title = post_of(lines.back());
}

void add_recipient(std::string_view line, Document& document) {
  line = trim(line);
  line.remove_prefix(list_mark(line).size);
  std::string name(line);
  for (const std::string_view note :
       {"(b/c)", "(B/c)", "(để b/c)", "(để báo cáo)", "(để B/c)", "(B/C)",
        "(báo cáo)"}) {
    const std::size_t at = name.find(note);
    if (at != std::string::npos) name.erase(at, note.size());
  }
  const Span span =
      trim(name, {0, static_cast<std::uint32_t>(name.size())}, ";.,:-");
  name = std::string(slice(name, span));
  if (!name.empty() && !starts_with(fold_for_match(name), "lưu"))
    document.recipients.push_back(std::move(name));
}

void read_recipients(const Reading& reading, Document& document) {
  for (const Node& node : reading.outline.nodes) {
    if (node.kind != NodeKind::recipient || !is_own(reading, node)) continue;
    std::string_view text = reading.printed(node.span);
    const std::string_view folded = reading.folded(node.span);
    if (starts_with(folded, "nơi nhận") || starts_with(folded, "nơi gửi")) {
      const std::size_t colon = text.find(':');
      if (colon == std::string_view::npos) continue;
      text.remove_prefix(colon + 1);
    }
    // Flattened lists hold several in one paragraph.
    while (!text.empty()) {
      const std::size_t next = text.find("; -");
      add_recipient(text.substr(0, next), document);
      if (next == std::string_view::npos) break;
      text.remove_prefix(next + 2);
    }
  }
}

}  // namespace

void read_back_matter(const Reading& reading, Document& document) {
  read_signature(reading, document);
  read_recipients(reading, document);
}

}  // namespace kehoach
