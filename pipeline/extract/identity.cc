// The document itself: number, date, place, issuer, title, signer, recipients.

#include "extract/identity.h"

#include "extract/letter_gaps.h"
#include "extract/mention_words.h"

namespace kehoach {
namespace {

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
    if (!document_.symbol) caption();
    if (!document_.issued_on) date_at_end();
    document_.title = read_title(reading_, lines_, document_);
    if (document_.type.empty()) type_from_heading();
    if (document_.type.empty()) type_from_opening();
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

  // What ends the line `Số: 3210/QĐ - U B ND`, whose letters were set apart.
  static std::string letters_set_apart(std::string_view rest) {
    constexpr std::size_t kLongest = 16;  // bytes
    std::string letters;
    if (rest.size() > kLongest || !is_all_upper(rest)) return letters;
    for (const std::string_view piece : split(rest, ' ')) {
      for (const char c : piece) {
        if (c >= 'A' && c <= 'Z') continue;
        return {};
      }
      letters += piece;
    }
    return letters;
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
    const std::string rest =
        letters_set_apart(reading_.printed({code->span.end, node.span.end}));
    code->symbol += rest;
    if (!code->code.empty()) code->code += rest;
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

  // `Phú Khê, ngày 28 tháng 4 năm 2026` in a line of its own, where no
  // letterhead has it: it may stand above the signature.
  void date_at_end() {
    constexpr std::size_t kLongest = 80;  // bytes
    for (const Node& node : reading_.outline.nodes) {
      const std::string_view line = reading_.printed(node.span);
      if (node.span.begin < reading_.outline.plan_begin ||
          line.size() > kLongest || !is_upper(decode_at(line, 0).value))
        continue;
      const std::string_view folded = reading_.folded(node.span);
      const std::size_t day = folded.find(", ngày ");
      if (day == std::string_view::npos || folded.find(" năm ") < day ||
          !is_digit(static_cast<unsigned char>(folded.back())))
        continue;
      place_and_date(node);
      if (document_.issued_on) return;
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

  // `(Kèm theo Công văn số 638/BYT-KCB ngày 25/11/2025 của Bộ Y tế)` above the
  // plan or an annex: what the letterhead said, where it is lost.
  void caption() {
    constexpr std::size_t kLongest = 400;  // bytes
    constexpr std::string_view kNumber = " số ";
    for (const Node& node : reading_.outline.nodes) {
      std::string_view said = reading_.folded(node.span);
      if (said.size() > kLongest) continue;
      if (starts_with(said, "(")) said.remove_prefix(1);
      if (!starts_with(said, "kèm theo ") &&
          !starts_with(said, "ban hành kèm theo "))
        continue;
      const std::size_t at = reading_.folded(node.span).find(kNumber);
      if (at == std::string_view::npos) continue;
      Mention own;
      const auto code = read_code(
          reading_.text.text,
          {node.span.begin + static_cast<std::uint32_t>(at + kNumber.size()),
           node.span.end},
          reading_.rules);
      if (!code || code->number.empty()) continue;
      own.span = code->span;
      MentionWords(reading_).read_behind(node, own);
      document_.symbol = code->symbol;
      document_.number = code->number;
      document_.code = code->code;
      document_.type =
          code->type.empty() ? (code->year.empty() ? "CV" : "") : code->type;
      if (!document_.issued_on) document_.issued_on = own.issued_on;
      document_.issuer = own.issuer;
      return;
    }
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

  // `Trường Đại học Phú Khê ban hành Kế hoạch ...:` where no heading says it.
  void type_from_opening() {
    for (const Node& node : reading_.outline.nodes) {
      if (node.kind == NodeKind::doc_type) return;
      if (node.role != SectionRole::preamble) continue;
      const Phrase* said =
          phrase_in(reading_.folded(node.body), reading_.words.plan_openings);
      if (said == nullptr) continue;
      // `ban hành kế hoạch`: behind the verb.
      const std::string_view words = said->text;
      document_.type =
          type_of_words(words.substr(words.find(' ', words.find(' ') + 1) + 1),
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
    // `ĐOÀN KIỂM TRA THEO QUYẾT ĐỊNH SỐ 150/QĐ-SCT`
    if (ends_with(trim(std::string_view(folded).substr(0, at)), "quyết định"))
      continue;
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

Document read_document(const Reading& reading,
                       std::vector<Diagnostic>& diagnostics) {
  return IdentityReader(reading, diagnostics).read();
}

}  // namespace kehoach
