// Room 3: the rules, loaded, checked and ready to match.
//
// A rule book is a folder of TOML files, one for each kind of fact, and TSV
// gazetteers. The one that ships is compiled into the program; `--rules DIR`
// loads another. It never changes after loading.
//
// Matching is one walk for all rules from where a word begins, which tells
// whose trigger stands there and whose pattern may go on so, then RE2 for
// these, anchored there. A rule costs time only where it may match.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/model.h"
#include "rulebook/audit_rules.h"   // IWYU pragma: export
#include "rulebook/bodies.h"        // IWYU pragma: export
#include "rulebook/misread_kind.h"  // IWYU pragma: export
#include "rulebook/phrases.h"       // IWYU pragma: export
#include "text/text.h"

namespace kehoach {

// A text with the expected match between brackets, and the value that the
// readers must make of it (empty: the match alone is checked).
struct RuleExample {
  std::string text;  // without the brackets
  Span match;        // where the brackets stood; empty if there were none
  std::string value;
  int line = 0;
};

// A kind of fact, and the file of its rules: `deadlines` is `deadlines.toml`.
enum class Family : std::uint8_t {
  outline,      // what a heading or an opening paragraph is about
  identity,     // number, place, date, authority
  references,   // numbers of other documents, and why they are named
  assignments,  // who leads and who supports
  deadlines,
  targets,
  mend,  // words that were recognised wrongly
};
[[nodiscard]] std::string_view name_of(Family family);

// A set of families, as bits.
using Families = std::uint32_t;
[[nodiscard]] constexpr Families only(Family family) {
  return 1U << static_cast<unsigned>(family);
}

struct Rule {
  std::string id;  // `deadline.before-day`
  Family family = Family::outline;
  std::string file;  // `rules/deadlines.toml`
  int line = 0;
  // The expression as it was compiled, its sub-patterns written out. It says
  // nothing of the triggers and of what must stand beside a match.
  std::string pattern;
  std::uint32_t scope = ~0U;  // bit set of SectionRole; all where none is named
  int priority = 0;
  bool skip = false;  // swallows the text: what it matches is no fact
  // What the readers of the family are told: `kind`, `bound`, `relation`, ...
  std::map<std::string, std::string, std::less<>> attributes;
  std::vector<RuleExample> examples;
  std::vector<RuleExample> counterexamples;  // `match` empty

  [[nodiscard]] std::string_view attribute(std::string_view name) const;
  [[nodiscard]] bool in_scope(SectionRole role) const {
    return (scope & (1U << static_cast<unsigned>(role))) != 0;
  }
};

// A rule that matched. Named groups are given by `group`; absent or empty ones
// have no span.
struct Match {
  const Rule* rule = nullptr;
  Span span;
  std::vector<std::pair<std::string_view, Span>> groups;

  [[nodiscard]] std::optional<Span> group(std::string_view name) const;
};

// What became of a rule whose trigger stands in a text.
enum class Verdict : std::uint8_t {
  won,
  lost,          // `rival` begins there too, and is better
  covered,       // it would begin inside the match of `rival`
  out_of_scope,  // it would match, and is not for this section
  inside_word,   // its trigger stands inside a word
  no_match,      // its pattern does not match from there
  torn_word,     // it would match, and end inside a word
  after,         // `after` does not stand in front of it
  not_after,     // `not_after` does
  before,        // `before` does not stand behind it
  not_before,    // `not_before` does
};
inline constexpr std::size_t kVerdicts = 11;
[[nodiscard]] std::string_view name_of(Verdict verdict);

// A rule at a place where its trigger stands. `span` is what it matches, or
// would match but for the verdict; empty where that is not known.
struct Attempt {
  const Rule* rule = nullptr;
  Verdict verdict = Verdict::won;
  Span span;
  const Rule* rival = nullptr;
  std::vector<std::pair<std::string_view, Span>> groups;  // of a match
  std::uint64_t time = 0;  // that it took, by LookLog::clock
};

// One question to the rules, and all that might have answered it.
struct Look {
  Families families = 0;
  Span span;
  SectionRole role = SectionRole::none;
  bool at_start = false;  // asked by `match_at`
  std::vector<Attempt> attempts;
};

// Keeps the questions of a stage, where somebody wants to know why.
struct LookLog {
  std::vector<Look> looks;
  std::uint64_t (*clock)() = nullptr;  // in whatever unit the caller counts
};

// One line of a gazetteer, by the names in its first line.
using Row = std::map<std::string, std::string, std::less<>>;

// A file of a rule book: its name below the folder, and its bytes.
struct RuleFile {
  std::string name;
  std::string content;
};

// What is made sure of while rules are loaded. `tables` is for rules that all
// checks have passed before: their patterns are compiled when they are first
// needed, which saves most of the time that loading takes.
enum class Checks : std::uint8_t { all, tables };

class Rulebook {
 public:
  Rulebook(Rulebook&&) noexcept;
  Rulebook& operator=(Rulebook&&) noexcept;
  ~Rulebook();

  // All matches of the rules of `families` that begin and end inside `span` of
  // `folded` (see fold_for_match), in order. Overlaps are settled inside each
  // family: the match that begins first wins, then the higher priority, then
  // the longer one, then the rule that stands first. Matches of `skip` rules
  // take part and are given. None is longer than 2000 bytes, and no rule looks
  // further ahead. Linear in the span for the walks, mostly, plus an RE2 call
  // for each place where a rule may match.
  //
  // With a `log` the question is added to it with what became of every rule
  // whose trigger stands there; the matches are the same.
  [[nodiscard]] std::vector<Match> scan(Families families,
                                        std::string_view folded, Span span,
                                        SectionRole role,
                                        LookLog* log = nullptr) const;
  // The best match that begins at `span.begin`, if any.
  [[nodiscard]] std::optional<Match> match_at(Family family,
                                              std::string_view folded,
                                              Span span, SectionRole role,
                                              LookLog* log = nullptr) const;

  [[nodiscard]] const std::vector<Rule>& rules() const;
  // The gazetteer `name.tsv`; empty where the book has none.
  [[nodiscard]] const std::vector<Row>& table(std::string_view name) const;
  // The word list `name` of `[lists]`, folded; empty where the book has none.
  [[nodiscard]] const std::vector<std::string>& list(
      std::string_view name) const;
  // The same words, ready to be looked for; a column of a gazetteer is named
  // `doctypes.words`, its cells split at `|`. Empty where the book has none.
  [[nodiscard]] const Phrases& phrases(std::string_view name) const;
  // How plans are audited; `file` is empty where the book has no `audit.toml`.
  [[nodiscard]] const AuditRules& audit() const;
  // The bodies of `agencies.tsv`, by their names.
  [[nodiscard]] const Bodies& bodies() const;
  // Hex SHA-256 of all files, by which a database knows what it was read with.
  [[nodiscard]] const std::string& hash() const;

 private:
  struct Impl;
  explicit Rulebook(std::unique_ptr<Impl> impl);
  friend Result<Rulebook> parse_rulebook(const std::vector<RuleFile>& files,
                                         Checks checks);
  std::unique_ptr<Impl> impl_;
};

// Error: the first thing that is wrong, as `file:line: rule 'id': what (what to
// do)`.
[[nodiscard]] Result<Rulebook> parse_rulebook(
    const std::vector<RuleFile>& files, Checks checks = Checks::all);
[[nodiscard]] Result<Rulebook> load_rulebook(const std::filesystem::path& dir);
// The rules that were compiled in, and their hash without loading them.
[[nodiscard]] Result<Rulebook> default_rulebook();
[[nodiscard]] std::string default_rulebook_hash();

// What the columns of a table of tasks hold, by their heads.
enum class ColumnKind { other, task, lead, support, time, product };

// The column below a head, which is folded (`fold_for_match`), by the lists
// `column_*` of `assignments.toml`.
//
//   column_below(rules, "cơ quan chủ trì") == ColumnKind::lead
[[nodiscard]] ColumnKind column_below(const Rulebook& rules,
                                      std::string_view head);

// Whether `head` holds one of the words of a list.
[[nodiscard]] bool head_says(const Rulebook& rules, std::string_view head,
                             std::string_view list);

}  // namespace kehoach
