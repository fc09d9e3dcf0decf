// The document itself: number, date, place, issuer, title, signer, recipients.

#include "extract/identity.h"

#include "extract/letter_gaps.h"

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

std::string date_in(const Reading& reading, const Match& match) {
  const auto digits = [&](std::string_view name) {
    const auto span = match.group(name);
    return span ? to_int(reading.folded(*span)) : 0;
  };
  const int year = digits("year");
  const int month = digits("month");
  const int day = digits("day");
  std::string out = std::to_string(year);
  if (month == 0) return out;
  out += "-" + two_digits(month);
  return day == 0 || !is_date(year, month, day) ? out
                                                : out + "-" + two_digits(day);
}

// The size of `số` at the start of `folded`, or of what was recognised for it
// in a picture; 0 where another word stands there.
std::size_t word_of_number(std::string_view folded) {
  for (const std::string_view word : {"số", "só", "sô", "sổ"}) {
    if (starts_with(folded, word)) return word.size();
  }
  return 0;
}

class IdentityReader {
 public:
  IdentityReader(const Reading& reading, std::vector<Diagnostic>& diagnostics)
      : reading_(reading),
        diagnostics_(diagnostics),
        lines_(reading, diagnostics) {}

  Document read() {
    for (const Node& node : reading_.outline.nodes) {
      if (is_own(reading_, node)) head_line(node);
    }
    if (!document_.symbol) portal();
    title();
    if (document_.type.empty()) type_from_heading();
    read_issuer(reading_, lines_, document_);
    read_back_matter(reading_, lines_, document_);
    return std::move(document_);
  }

 private:
  void head_line(const Node& node) {
    if (node.kind == NodeKind::number || node.kind == NodeKind::letterhead)
      number(node);
    const bool dated = node.kind == NodeKind::number ||
                       node.kind == NodeKind::letterhead ||
                       node.kind == NodeKind::place_date;
    if (dated && !document_.issued_on) place_and_date(node);
  }

  // `ĐOÀN KIỂM TRA THEO QUYẾT ĐỊNH` / `SỐ 150/QĐ-SCT`: not its own.
  [[nodiscard]] bool is_of_body_above(const Node& node) const {
    const std::size_t i = reading_.index_of(node);
    return i > 0 &&
           ends_with(trim(reading_.folded(reading_.outline.nodes[i - 1].span)),
                     "quyết định");
  }

  // `Số: 1515/KH-UBND`, `Số: /KH-UBND`, `Số:     -KH/TU`
  void number(const Node& node) {
    if (document_.symbol || is_of_body_above(node)) return;
    const std::string_view text = reading_.printed(node.span);
    const std::string_view folded = reading_.folded(node.span);
    std::size_t at = node.kind == NodeKind::number ? 0 : number_in_head(text);
    if (at == std::string_view::npos) return;
    const std::size_t word = word_of_number(folded.substr(at));
    if (word == 0) return;
    at += word;
    while (at < text.size() &&
           (text[at] == ' ' || text[at] == ':' || text[at] == '.' ||
            text[at] == '_' || starts_with(text.substr(at), "…"))) {
      at += starts_with(text.substr(at), "…") ? 3 : 1;
    }
    const Span span{node.span.begin + static_cast<std::uint32_t>(at),
                    node.span.end};
    auto code = read_code(reading_.text.text, span, reading_.rules);
    const bool readable = code.has_value();
    if (!readable) code = code_without_number(span);
    if (!code) return;
    document_.symbol = code->symbol;
    document_.type =
        code->type.empty() ? (code->year.empty() ? "CV" : "") : code->type;
    if (!readable) {
      diagnostics_.push_back({Severity::warning, "number-unreadable",
                              "the number of the document can't be read",
                              node.span});
      return;
    }
    if (code->number.empty()) {
      diagnostics_.push_back({Severity::warning, "number-blank",
                              "the number of the document was left blank",
                              node.span});
      return;
    }
    document_.number = code->number;
    document_.code = code->code;
  }

  // `Số:?2 /KH-SYT`: what was written by hand was not recognised.
  [[nodiscard]] std::optional<Code> code_without_number(Span span) const {
    constexpr std::size_t kLongest = 12;  // bytes
    const std::size_t slash = reading_.printed(span).find('/');
    if (slash == std::string_view::npos || slash > kLongest) return {};
    span.begin += static_cast<std::uint32_t>(slash);
    auto code = read_code(reading_.text.text, span, reading_.rules);
    if (!code || !code->number.empty()) return {};
    return code;
  }

  void place_and_date(const Node& node) {
    for (const Match& match :
         reading_.rules.scan(only(Family::identity), reading_.text.folded,
                             node.span, SectionRole::none, reading_.log())) {
      if (match.rule->attribute("what") != "date" ||
          is_of_other_act(node, match.span))
        continue;
      document_.issued_on = date_in(reading_, match);
      if (document_.issued_on->size() < 10) {
        diagnostics_.push_back({Severity::warning, "date-blank",
                                "day or month of the date was left blank",
                                match.span});
      }
      const std::string before = lines_({node.span.begin, match.span.begin});
      place(trim(before));
      return;
    }
  }

  // `Hướng dẫn thực hiện Quyết định số 22/2013/QĐ-TTg ngày 26 tháng 4`: a
  // number right in front of the date, and not that of the letterhead.
  [[nodiscard]] bool is_of_other_act(const Node& node, Span date) const {
    if (node.kind == NodeKind::number) return false;
    const std::string_view before =
        trim(reading_.printed({node.span.begin, date.begin}));
    return before.substr(before.rfind(' ') + 1).find('/') !=
               std::string_view::npos &&
           number_in_head(before) == std::string::npos;
  }

  // The words before `, ngày`; a number may stand before them on the same line.
  void place(std::string_view before) {
    // `Độc lập - Tự do - Hạnh phúc Thành Nam, ngày ...` in one line.
    constexpr std::string_view kMotto = "hạnh phúc ";
    const std::size_t motto = lower(before).rfind(kMotto);
    if (motto != std::string::npos) before.remove_prefix(motto + kMotto.size());
    while (!before.empty() && (before.back() == ',' || before.back() == ' ' ||
                               before.back() == '.'))
      before.remove_suffix(1);
    std::size_t begin = before.size();
    while (begin > 0) {
      const std::size_t space = before.substr(0, begin).rfind(' ');
      const std::size_t word = space == std::string_view::npos ? 0 : space + 1;
      const Codepoint c = decode_at(before, word);
      const bool name = is_upper(c.value) || before.substr(word, 1) == "-" ||
                        ends_with(lower(before.substr(0, begin)), "thành phố");
      if (!name || before.substr(word).find('/') != std::string_view::npos)
        break;
      begin = word == 0 ? 0 : word - 1;
      if (word == 0) break;
    }
    const std::string_view name = trim(before.substr(begin));
    if (!name.empty() && name.size() < 60) document_.place = std::string(name);
  }

  // A portal's header gives number and date where the letterhead lost them.
  void portal() {
    const auto& nodes = reading_.outline.nodes;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      if (nodes[i].kind != NodeKind::portal) continue;
      const std::string_view folded = reading_.folded(nodes[i].span);
      if (starts_with(folded, "số hiệu") || starts_with(folded, "số ký hiệu"))
        portal_number(portal_value(i));
      if (starts_with(folded, "ngày ban hành") && !document_.issued_on)
        portal_date(reading_.printed(portal_value(i)));
    }
  }

  // What stands behind the colon, or in the next paragraph.
  [[nodiscard]] Span portal_value(std::size_t i) const {
    const auto& nodes = reading_.outline.nodes;
    const Span line = nodes[i].span;
    const std::size_t colon = reading_.folded(line).find(':');
    if (colon == std::string_view::npos || colon + 1 >= line.size())
      return i + 1 < nodes.size() ? nodes[i + 1].span : Span{};
    const auto begin = line.begin + static_cast<std::uint32_t>(colon) + 1;
    return trim(reading_.text.text, {begin, line.end});
  }

  void portal_number(Span value) {
    const auto code = read_code(reading_.text.text, value, reading_.rules);
    if (!code) return;
    document_.symbol = code->symbol;
    document_.number = code->number;
    document_.code = code->code;
    document_.type = code->type;
  }

  // `15/08/2024`
  void portal_date(std::string_view value) {
    const auto parts = split(value, '/');
    if (parts.size() != 3) return;
    const int year = to_int(parts[2]);
    const int month = to_int(parts[1]);
    const int day = to_int(parts[0]);
    if (!is_date(year, month, day)) return;
    document_.issued_on =
        std::string(parts[2]) + "-" + two_digits(month) + "-" + two_digits(day);
  }

  // The words behind KẾ HOẠCH in its own paragraph, and the paragraphs below;
  // of a letter, what stands behind `V/v`.
  void title() {
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
    document_.title = without_end_mark(std::move(title));
  }

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

  void type_from_heading() {
    for (const Node& node : reading_.outline.nodes) {
      if (node.kind != NodeKind::doc_type || !is_own(reading_, node)) continue;
      const auto match =
          reading_.rules.match_at(Family::outline, reading_.text.folded,
                                  node.span, SectionRole::none, reading_.log());
      document_.type = type_of_words(
          match ? reading_.folded(match->span)
                : misread_kind(reading_.printed(node.span), reading_.rules),
          reading_.rules);
      return;
    }
  }

  const Reading& reading_;
  std::vector<Diagnostic>& diagnostics_;
  FrameText lines_;
  Document document_;
};

}  // namespace

std::size_t number_in_head(std::string_view line) {
  constexpr std::string_view kNumber = "số";
  const std::string folded = fold_for_match(line);
  for (std::size_t at = folded.find(kNumber); at != std::string::npos;
       at = folded.find(kNumber, at + 1)) {
    if (!is_word_boundary(folded, at)) continue;
    if (at > 0 && !is_all_upper(line.substr(0, at))) break;
    const std::size_t end = at + kNumber.size();
    const std::size_t next = folded.find_first_not_of(" :.", end);
    if (next == std::string::npos) break;
    const char c = folded[next];
    if (next > end && (is_digit(static_cast<unsigned char>(c)) || c == '/' ||
                       starts_with(std::string_view(folded).substr(next), "…")))
      return at;
  }
  return std::string::npos;
}

std::string FrameText::operator()(Span line) const {
  const std::string_view printed = reading_.printed(line);
  auto joined = without_letter_gaps(printed);
  if (!joined) return std::string(printed);
  diagnostics_.push_back(
      {Severity::info, "text-mended",
       "'" + std::string(printed) + "' read as '" + *joined + "'", line});
  return std::move(*joined);
}

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

Document read_document(const Reading& reading,
                       std::vector<Diagnostic>& diagnostics) {
  return IdentityReader(reading, diagnostics).read();
}

}  // namespace kehoach
