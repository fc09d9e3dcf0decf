// What a document is about: the words behind KẾ HOẠCH.

#include "extract/identity.h"

namespace kehoach {
namespace {

// True where `bracket` names a numbered document that is not the one that
// issues the plan.
bool names_other_act(const Reading& reading, const Document& document,
                     Span bracket) {
  constexpr std::string_view kNumber = " số ";
  const std::size_t number = reading.folded(bracket).find(kNumber);
  if (number == std::string_view::npos || !document.symbol) return false;
  const auto code = read_code(
      reading.text.text,
      {bracket.begin + static_cast<std::uint32_t>(number + kNumber.size()),
       bracket.end},
      reading.rules);
  return code && !code->number.empty() && code->symbol != *document.symbol;
}

class TitleReader {
 public:
  TitleReader(const Reading& reading, const FrameText& lines,
              const Document& document)
      : reading_(reading), lines_(lines), document_(document) {}

  // The words behind KẾ HOẠCH in its own paragraph, and the paragraphs below;
  // of a letter, what stands behind `V/v`.
  [[nodiscard]] std::string read() const {
    std::string title;
    const auto add = [&](std::string_view part) {
      part = trim(part);
      if (part.empty()) return;
      if (!title.empty()) title += ' ';
      title += part;
    };
    bool typed = false;
    const auto& nodes = reading_.outline.nodes;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      const Node& node = nodes[i];
      if (node.span.begin < reading_.outline.plan_begin) continue;
      if (node.kind == NodeKind::doc_type) {
        typed = true;
        const auto match = reading_.rules.match_at(
            Family::outline, reading_.text.folded, node.span, SectionRole::none,
            reading_.log());
        if (match) add(reading_.printed({match->span.end, node.span.end}));
      }
      if (node.kind == NodeKind::title) {
        add(lines_(without_own_act(node.span)));
      } else if (is_source_of_title(reading_, document_, i)) {
        add(reading_.printed(node.span));
      }
    }
    if (!typed) title = subject_of(title);
    if (typed && reading_.outline.plan_begin == 0) title = named_plan(title);
    return without_end_mark(std::move(title));
  }

 private:
  // `Chăm sóc trẻ em (Kèm theo Quyết định số 5/QĐ-UBND ...)`: the bracket names
  // the act that issues the plan, and is no part of the title.
  [[nodiscard]] Span without_own_act(Span line) const {
    const std::string_view folded = reading_.folded(line);
    for (const std::string_view open : {" (ban hành kèm theo", " (kèm theo"}) {
      const std::size_t at = folded.rfind(open);
      if (at == std::string_view::npos || !ends_with(folded, ")")) continue;
      const auto begin = line.begin + static_cast<std::uint32_t>(at);
      if (!names_other_act(reading_, document_, {begin + 1, line.end}))
        return {line.begin, begin};
    }
    return line;
  }

  // What a letter is about stands below its number, in one cell with it or not.
  [[nodiscard]] std::string subject_of(const std::string& title) const {
    if (!title.empty()) return std::string(behind_subject(title, 0));
    for (const Node& node : reading_.outline.nodes) {
      if (node.kind != NodeKind::number && node.kind != NodeKind::letterhead)
        continue;
      const std::string_view folded = reading_.folded(node.span);
      for (const std::string_view words : {" v/v", " về việc"}) {
        const std::size_t at = folded.find(words);
        if (at == std::string_view::npos) continue;
        return std::string(behind_subject(reading_.printed(node.span), at + 1));
      }
    }
    return title;
  }

  // The text behind `V/v:` at `at`; all of it where none stands there.
  static std::string_view behind_subject(std::string_view text,
                                         std::size_t at) {
    const std::string folded = fold_for_match(text.substr(at));
    for (const std::string_view words : {"v/v", "về việc"}) {
      if (!starts_with(folded, words)) continue;
      text = trim(text.substr(at + words.size()));
      return starts_with(text, ":") ? trim(text.substr(1)) : text;
    }
    return text;
  }

  // `Về việc ban hành Kế hoạch chăm sóc trẻ em`: a decision that is itself the
  // plan names it so.
  static std::string named_plan(const std::string& title) {
    std::string_view rest = title;
    const auto skip = [&](std::string_view words) {
      if (!starts_with(fold_for_match(rest), words)) return false;
      rest = trim(rest.substr(words.size()));
      return true;
    };
    if (!skip("về việc")) skip("về");
    if (!skip("ban hành") && !skip("banhành")) return title;
    return skip("kế hoạch") ? std::string(rest) : title;
  }

  static std::string without_end_mark(std::string title) {
    while (!title.empty() && (title.back() == '.' || title.back() == ';'))
      title.pop_back();
    return title;
  }

  const Reading& reading_;
  const FrameText& lines_;
  const Document& document_;
};

}  // namespace

bool is_source_of_title(const Reading& reading, const Document& document,
                        std::size_t node) {
  const auto& nodes = reading.outline.nodes;
  if (node == 0 || !document.symbol || nodes[node - 1].kind != NodeKind::title)
    return false;
  const Span line = nodes[node].span;
  const std::string_view folded = reading.folded(line);
  return (starts_with(folded, "(ban hành kèm theo") ||
          starts_with(folded, "(kèm theo")) &&
         names_other_act(reading, document, line);
}

std::string read_title(const Reading& reading, const FrameText& lines,
                       const Document& document) {
  return TitleReader(reading, lines, document).read();
}

}  // namespace kehoach
