// Matching: what may match, then the rule itself and what stands around it.

#include "rulebook/rulebook.h"

#include <algorithm>
#include <array>

#include "rulebook/compiled.h"
#include "rulebook/watch.h"

namespace kehoach {
namespace {

// How far `after` and `not_after` look back, in bytes.
constexpr std::uint32_t kLookBack = 260;
// How long a match may be, and how far `before` and `not_before` look ahead:
// longer than any sentence, so that a pattern with an open end does not read
// all that is left of a paragraph wherever it is tried.
constexpr std::uint32_t kLongestLook = 2000;

re2::StringPiece piece(std::string_view text) {
  return {text.data(), text.size()};
}

bool found_before(const re2::RE2& pattern, std::string_view folded,
                  std::uint32_t lower_bound, std::uint32_t at) {
  std::uint32_t from = at > kLookBack ? at - kLookBack : 0;
  from = std::max(from, lower_bound);
  while (from < at &&
         (static_cast<unsigned char>(folded[from]) & 0xC0U) == 0x80U)
    ++from;
  return re2::RE2::PartialMatch(piece(folded.substr(from, at - from)), pattern);
}

// Where a look from `at` ends: with `end`, or behind the last word it reaches.
// RE2 sees what stands behind, so `\z` holds at `end` alone.
std::uint32_t end_of_look(std::string_view folded, std::uint32_t at,
                          std::uint32_t end) {
  if (end - at <= kLongestLook) return end;
  const std::size_t gap = folded.substr(at, kLongestLook).rfind(' ');
  return at + (gap == std::string_view::npos || gap == 0
                   ? kLongestLook
                   : static_cast<std::uint32_t>(gap));
}

bool found_behind(const re2::RE2& pattern, std::string_view folded,
                  std::uint32_t at, std::uint32_t end) {
  const std::string_view rest = folded.substr(at, end - at);
  return pattern.Match(piece(rest), 0, end_of_look(folded, at, end) - at,
                       re2::RE2::ANCHOR_START, nullptr, 0);
}

// The first of the guards that does not hold; `won` if all do.
Verdict look_around(const CompiledRule& c, std::string_view folded, Span span,
                    Span match) {
  if (c.after && !found_before(*c.after, folded, span.begin, match.begin))
    return Verdict::after;
  if (c.not_after &&
      found_before(*c.not_after, folded, span.begin, match.begin))
    return Verdict::not_after;
  if (c.before && !found_behind(*c.before, folded, match.end, span.end))
    return Verdict::before;
  if (c.not_before && found_behind(*c.not_before, folded, match.end, span.end))
    return Verdict::not_before;
  return Verdict::won;
}

constexpr int kMostGroups = 24;

// `match` is known: only how its groups share it is asked. `begin` is where
// `text` begins.
void name_groups(const re2::RE2& pattern, const re2::StringPiece& text,
                 std::uint32_t begin, Match& match) {
  std::array<re2::StringPiece, kMostGroups> parts;
  const int wanted =
      std::min(pattern.NumberOfCapturingGroups() + 1, kMostGroups);
  if (wanted <= 1) return;
  pattern.Match(text, match.span.begin - begin, match.span.end - begin,
                re2::RE2::ANCHOR_BOTH, parts.data(), wanted);
  for (const auto& [index, name] : pattern.CapturingGroupNames()) {
    if (index >= wanted || parts[index].empty()) continue;
    const auto at =
        begin + static_cast<std::uint32_t>(parts[index].data() - text.data());
    match.groups.emplace_back(
        name, Span{at, at + static_cast<std::uint32_t>(parts[index].size())});
  }
}

// The rule's match that begins at `at`, with its groups where it holds.
Verdict try_rule(const Rule& rule, const CompiledRule& compiled,
                 std::string_view folded, Span span, std::uint32_t at,
                 Match& match) {
  re2::StringPiece whole;
  // RE2 looks at one byte in front, and takes longer ways through long texts.
  const std::uint32_t begin = at > 0 ? at - 1 : 0;
  const re2::StringPiece text = piece(folded.substr(begin, span.end - begin));
  match.rule = &rule;
  match.groups.clear();
  match.span = {at, at};
  const std::uint32_t end = end_of_look(folded, at, span.end);
  if (!compiled.pattern->Match(text, at - begin, end - begin,
                               re2::RE2::ANCHOR_START, &whole, 1) ||
      whole.empty())
    return Verdict::no_match;
  match.span.end += static_cast<std::uint32_t>(whole.size());
  if (!is_word_boundary(folded, match.span.end)) return Verdict::torn_word;
  const Verdict around = look_around(compiled, folded, span, match.span);
  if (around == Verdict::won)
    name_groups(*compiled.pattern, text, begin, match);
  return around;
}

// Of two matches that begin at the same place, the second found being `match`.
bool is_better(const Match& match, const Match& rival) {
  return match.rule->priority != rival.rule->priority
             ? match.rule->priority > rival.rule->priority
             : match.span.size() > rival.span.size();
}

}  // namespace

template <typename Watch>
std::vector<Match> Rulebook::Impl::scan(Families families,
                                        std::string_view folded, Span span,
                                        SectionRole role, Watch& watch) const {
  std::vector<Match> found;
  // By family: one more than the index in `found` of its last match.
  std::array<std::size_t, kFamilyCount> last{};
  Match match;
  for (const auto& hit : rivals(families, folded, span, role, Watch::kSees)) {
    const Rule& rule = rules[hit.id];
    std::size_t& newest = last[static_cast<std::size_t>(rule.family)];
    Match* rival = newest == 0 ? nullptr : &found[newest - 1];
    const bool same_begin = rival != nullptr && rival->span.begin == hit.begin;
    const bool covered =
        rival != nullptr && hit.begin < rival->span.end && !same_begin;
    if (!Watch::kSees && covered) continue;
    match.span = {hit.begin, hit.begin};
    watch.begin();
    const Verdict verdict =
        !Watch::kSees || is_word_boundary(folded, hit.begin)
            ? try_rule(rule, compiled[hit.id], folded, span, hit.begin, match)
            : Verdict::inside_word;
    if (verdict != Verdict::won) {
      watch.tried(rule, verdict, match, nullptr);
    } else if (Watch::kSees && !rule.in_scope(role)) {
      watch.tried(rule, Verdict::out_of_scope, match, nullptr);
    } else if (covered) {
      watch.tried(rule, Verdict::covered, match, rival->rule);
    } else if (!same_begin) {
      watch.tried(rule, Verdict::won, match, nullptr);
      found.push_back(std::move(match));
      newest = found.size();
    } else if (is_better(match, *rival)) {
      watch.beaten(*rival->rule, rule);
      watch.tried(rule, Verdict::won, match, nullptr);
      *rival = std::move(match);
    } else {
      watch.tried(rule, Verdict::lost, match, rival->rule);
    }
  }
  return found;
}

template <typename Watch>
std::optional<Match> Rulebook::Impl::match_at(Family family,
                                              std::string_view folded,
                                              Span span, SectionRole role,
                                              Watch& watch) const {
  std::optional<Match> best;
  Match match;
  for (const auto& hit : find_at_start(folded, span, Watch::kSees)) {
    const Rule& rule = rules[hit.id];
    if (rule.family != family) continue;
    const bool in_scope = rule.in_scope(role);
    if (!Watch::kSees && !in_scope) continue;
    watch.begin();
    Verdict verdict =
        try_rule(rule, compiled[hit.id], folded, span, hit.begin, match);
    if (verdict == Verdict::won && !in_scope) verdict = Verdict::out_of_scope;
    if (verdict != Verdict::won) {
      watch.tried(rule, verdict, match, nullptr);
      continue;
    }
    const auto rank = [](const Match& m) {
      return std::tuple(m.rule->priority, m.span.size(), -m.rule->line);
    };
    if (best && rank(match) <= rank(*best)) {
      watch.tried(rule, Verdict::lost, match, best->rule);
      continue;
    }
    if (best) watch.beaten(*best->rule, rule);
    watch.tried(rule, Verdict::won, match, nullptr);
    best = std::move(match);
  }
  return best;
}

Rulebook::Rulebook(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Rulebook::Rulebook(Rulebook&&) noexcept = default;
Rulebook& Rulebook::operator=(Rulebook&&) noexcept = default;
Rulebook::~Rulebook() = default;

const std::vector<Rule>& Rulebook::rules() const { return impl_->rules; }
const Bodies& Rulebook::bodies() const { return *impl_->bodies; }
const std::string& Rulebook::hash() const { return impl_->hash; }
const AuditRules& Rulebook::audit() const { return impl_->audit; }

const std::vector<Row>& Rulebook::table(std::string_view name) const {
  static const std::vector<Row> none;
  const auto at = impl_->tables.find(name);
  return at == impl_->tables.end() ? none : at->second;
}

const std::vector<std::string>& Rulebook::list(std::string_view name) const {
  static const std::vector<std::string> none;
  const auto at = impl_->lists.find(name);
  return at == impl_->lists.end() ? none : at->second;
}

const Phrases& Rulebook::phrases(std::string_view name) const {
  static const Phrases none;
  const auto at = impl_->phrases.find(name);
  return at == impl_->phrases.end() ? none : at->second;
}

std::vector<Match> Rulebook::scan(Families families, std::string_view folded,
                                  Span span, SectionRole role,
                                  LookLog* log) const {
  NoWatch unseen;
  if (log == nullptr) return impl_->scan(families, folded, span, role, unseen);
  Recorder recorder({families, span, role, false, {}}, *log);
  auto found = impl_->scan(families, folded, span, role, recorder);
  log->looks.push_back(recorder.take());
  return found;
}

std::optional<Match> Rulebook::match_at(Family family, std::string_view folded,
                                        Span span, SectionRole role,
                                        LookLog* log) const {
  NoWatch unseen;
  if (log == nullptr)
    return impl_->match_at(family, folded, span, role, unseen);
  Recorder recorder({only(family), span, role, true, {}}, *log);
  auto best = impl_->match_at(family, folded, span, role, recorder);
  log->looks.push_back(recorder.take());
  return best;
}

}  // namespace kehoach
