// Private to the room: a rule book as it is kept in memory.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "rulebook/lazy_pattern.h"
#include "rulebook/openings.h"
#include "rulebook/rulebook.h"
#include "rulebook/triggers.h"

namespace kehoach {

inline constexpr std::size_t kFamilyCount = 7;

struct ParsedFile;
struct ReadRule;
struct Vocabulary;

struct CompiledRule {
  LazyPattern pattern;
  // What must, or must not, stand right before and right behind the match.
  LazyPattern after;
  LazyPattern not_after;
  LazyPattern before;
  LazyPattern not_before;
};

struct Rulebook::Impl {
  std::vector<Rule> rules;
  std::vector<CompiledRule> compiled;  // as `rules`
  Openings openings;
  TriggerScanner triggers;              // the same, for those who ask why not
  std::vector<std::uint32_t> at_digit;  // rules that may begin at any number
  std::vector<std::uint32_t> at_start;  // rules that begin with their paragraph
  std::map<std::string, std::vector<Row>, std::less<>> tables;
  std::map<std::string, std::vector<std::string>, std::less<>> lists;
  std::map<std::string, Phrases, std::less<>> phrases;  // of `lists`, `tables`
  AuditRules audit;
  std::unique_ptr<const Bodies> bodies;
  std::string hash;

  // The rules of one file, in order; before `openings` and `triggers` are
  // built.
  [[nodiscard]] Result<void> add_rules(const ParsedFile& parsed,
                                       const Vocabulary& vocabulary,
                                       Checks checks);
  void add(ReadRule rule);
  // The rules that may match where `span` begins. Where `all` is set, those of
  // which only a trigger stands there too.
  [[nodiscard]] std::vector<TriggerScanner::Hit> find_at_start(
      std::string_view folded, Span span, bool all) const;
  // The same for every place of `span`, in order, of the rules of `families`;
  // without `all`, of those alone that may stand in `role`.
  [[nodiscard]] std::vector<TriggerScanner::Hit> rivals(Families families,
                                                        std::string_view folded,
                                                        Span span,
                                                        SectionRole role,
                                                        bool all) const;
  // What `Rulebook` gives; the watch is told of each attempt.
  template <typename Watch>
  [[nodiscard]] std::vector<Match> scan(Families families,
                                        std::string_view folded, Span span,
                                        SectionRole role, Watch& watch) const;
  template <typename Watch>
  [[nodiscard]] std::optional<Match> match_at(Family family,
                                              std::string_view folded,
                                              Span span, SectionRole role,
                                              Watch& watch) const;
};

}  // namespace kehoach
