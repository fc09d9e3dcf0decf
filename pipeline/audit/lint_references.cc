// Documents that are cited with two dates, or that are no longer in force.

#include <optional>
#include <string>
#include <utility>

#include "audit/lint_checks.h"
#include "text/text.h"

namespace kehoach {
namespace {

bool is_joint(char c) { return c == '/' || c == '-'; }

void skip_blanks(std::string_view text, std::size_t& at) {
  while (at < text.size() && text[at] == ' ') ++at;
}

// Where `code` ends if it stands at `at`, with blanks around its joints or
// without.
std::optional<std::size_t> code_at(std::string_view folded, std::size_t at,
                                   std::string_view code) {
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (is_joint(code[i]) || (i > 0 && is_joint(code[i - 1])))
      skip_blanks(folded, at);
    if (at >= folded.size() || folded[at] != code[i]) return std::nullopt;
    ++at;
  }
  const bool goes_on = at < folded.size() && is_joint(folded[at]);
  if (goes_on || !is_word_boundary(folded, at)) return std::nullopt;
  return at;
}

std::optional<int> take_number(std::string_view text, std::size_t& at,
                               std::size_t most) {
  int value = 0;
  const std::size_t begin = at;
  while (at < text.size() && at - begin < most && text[at] >= '0' &&
         text[at] <= '9')
    value = value * 10 + (text[at++] - '0');
  return at == begin ? std::nullopt : std::optional(value);
}

bool take(std::string_view text, std::size_t& at, std::string_view word) {
  skip_blanks(text, at);
  if (text.substr(at, word.size()) != word) return false;
  at += word.size();
  return true;
}

// A whole date, as ISO, that stands at `at`: `, ngày 22/4/2024`, `ngày 22
// tháng 4 năm 2024`.
std::optional<std::string> date_at(std::string_view folded, std::size_t& at) {
  (void)take(folded, at, ",");
  if (!take(folded, at, "ngày")) return std::nullopt;
  skip_blanks(folded, at);
  const auto day = take_number(folded, at, 2);
  const bool in_words = take(folded, at, "tháng");
  if (!in_words && !take(folded, at, "/") && !take(folded, at, "-"))
    return std::nullopt;
  skip_blanks(folded, at);
  const auto month = take_number(folded, at, 2);
  if (in_words ? !take(folded, at, "năm")
               : !take(folded, at, "/") && !take(folded, at, "-"))
    return std::nullopt;
  skip_blanks(folded, at);
  const auto year = take_number(folded, at, 4);
  if (!day || !month || !year || *year < 1945) return std::nullopt;
  const auto two = [](int value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
  };
  return std::to_string(*year) + "-" + two(*month) + "-" + two(*day);
}

// Whose document it is, by the first words behind `của`; empty if none.
std::string issuer_at(std::string_view folded, std::size_t at) {
  constexpr std::size_t kEnough = 24;  // bytes: `của ủy ban nhân dân t`
  if (!take(folded, at, "của ")) return "";
  std::string_view rest = folded.substr(at);
  std::string name;
  if (starts_with(rest, "ubnd")) {
    name = "ủy ban nhân dân";
    rest.remove_prefix(4);
  }
  name += rest.substr(0, kEnough);
  return fold_for_search(name).substr(0, kEnough);
}

struct Mention {
  Span span;
  std::string date, issuer;
};

// Two documents of one number, rather than one with two dates.
bool are_two(const Mention& a, const Mention& b) {
  const std::size_t size = std::min(a.issuer.size(), b.issuer.size());
  return size > 0 && a.issuer.substr(0, size) != b.issuer.substr(0, size);
}

class Mentions {
 public:
  Mentions(std::string_view folded, std::string_view code)
      : folded_(folded), code_(fold_for_match(code)) {}

  // The next one that has a date.
  std::optional<Mention> next() {
    while (at_ < folded_.size()) {
      const std::size_t begin = folded_.find(code_.front(), at_);
      if (begin == std::string::npos) break;
      at_ = begin + 1;
      const bool is_inside = !is_word_boundary(folded_, begin) ||
                             (begin > 0 && is_joint(folded_[begin - 1]));
      if (is_inside) continue;
      auto end = code_at(folded_, begin, code_);
      if (!end) continue;
      auto date = date_at(folded_, *end);
      if (!date) continue;
      return Mention{
          {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(*end)},
          std::move(*date),
          issuer_at(folded_, *end)};
    }
    return std::nullopt;
  }

 private:
  std::string_view folded_;
  std::string code_;
  std::size_t at_ = 0;
};

void lint_dates(const Plan& plan, std::string_view folded,
                const Reference& reference, LintFindings& found) {
  Mentions mentions(folded, reference.code);
  const auto first = mentions.next();
  if (!first) return;
  while (const auto other = mentions.next()) {
    if (other->date == first->date || are_two(*first, *other)) continue;
    LintFinding finding = lint_finding(
        "reference-dates",
        reference.code + " được dẫn với hai ngày: " + lint_date(first->date) +
            " và " + lint_date(other->date) + ".");
    finding.quote = slice(plan.text, other->span);
    finding.span = other->span;
    found.push_back(std::move(finding));
    return;
  }
}

}  // namespace

void lint_references(const Plan& plan, const std::vector<Replacement>& replaced,
                     LintFindings& found) {
  const std::string folded = fold_for_match(plan.text);
  for (const Reference& reference : plan.references) {
    if (!reference.code.empty()) lint_dates(plan, folded, reference, found);
    // It is replaced by this plan itself, or only named as what was.
    if (reference.relation == "replaces") continue;
    for (const Replacement& r : replaced) {
      // The same code comes again each year and in each province.
      const bool is_it = r.code == reference.code && reference.issued_on &&
                         r.issued_on == *reference.issued_on;
      if (!is_it || r.by == plan.document.code) continue;
      found.push_back(lint_finding(
          Severity::warning, "reference-replaced",
          reference.code + " đã được thay thế bằng " + r.by +
              (r.by_issued_on.empty() ? ""
                                      : " ngày " + lint_date(r.by_issued_on)) +
              ".",
          reference.evidence));
      break;
    }
  }
}

}  // namespace kehoach
