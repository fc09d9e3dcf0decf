// Private to report/: how a document was read, by its paragraphs, its rules and
// its facts.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "report/report.h"

namespace kehoach {

// What is told of, in this order.
inline constexpr std::array<Family, 5> kExplained = {
    Family::outline, Family::references, Family::assignments, Family::deadlines,
    Family::targets};

// A fact of a plan, by the name that it has in an explanation: its id, or its
// kind and its place among the others (`d3`).
struct NamedFact {
  std::string id;
  std::string kind;  // obligation, deadline, target, reference
  const Evidence* evidence = nullptr;
  std::size_t at = 0;  // in its list
};
[[nodiscard]] std::vector<NamedFact> facts_of(const Plan& plan);

// A paragraph that is asked for, and what of it: the words that were looked
// for, or all.
struct Asked {
  std::size_t node = 0;
  Span span;
};
[[nodiscard]] std::vector<Asked> asked_for(const Explanation& why,
                                           const ExplainQuery& query);
// Whether `fact` stands in the paragraph `node`, be it in part.
[[nodiscard]] bool stands_in(const NamedFact& fact, const Node& node);
// The paragraph where byte `at` of the text stands.
[[nodiscard]] std::size_t node_at(const Outline& outline, std::uint32_t at);

// A rule that was tried, once for each place and outcome.
struct Try {
  Attempt attempt;
  SectionRole role = SectionRole::none;  // that was asked for
  std::size_t more = 0;  // further places in vain, for the same reason
};
// What was tried of `family` inside `span`: what won first, then what was
// nearest to it.
[[nodiscard]] std::vector<Try> tries_in(const Explanation& why, Family family,
                                        Span span);
// The match that gave `fact`; null for facts that no rule of the book gives.
[[nodiscard]] const Attempt* match_of(const Explanation& why,
                                      const NamedFact& fact);
[[nodiscard]] std::vector<Remark> remarks_in(const Explanation& why, Span span);

// Where the text under `span` stands in the file: `page 3`, `bytes 10-25`.
[[nodiscard]] std::string place_in_file(const Explanation& why, Span span);
// Why the attempt came out as it did.
[[nodiscard]] std::string verdict_words(const Try& tried);
// The values of a fact, in one line.
[[nodiscard]] std::string value_words(const Plan& plan, const NamedFact& fact);

}  // namespace kehoach
