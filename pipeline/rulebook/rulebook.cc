// Matching: triggers, then the word boundary, then the rule itself.

#include "rulebook/rulebook.h"

#include <algorithm>
#include <array>

#include "rulebook/compiled.h"

namespace kehoach {
namespace {

// How far `after` and `not_after` look back, in bytes.
constexpr std::uint32_t kLookBack = 260;

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

bool found_behind(const re2::RE2& pattern, std::string_view folded,
                  std::uint32_t at, std::uint32_t end) {
  const std::string_view rest = folded.substr(at, end - at);
  return pattern.Match(piece(rest), 0, rest.size(), re2::RE2::ANCHOR_START,
                       nullptr, 0);
}

bool guards_hold(const CompiledRule& compiled, std::string_view folded,
                 Span span, Span match) {
  const auto& c = compiled;
  if (c.after && !found_before(*c.after, folded, span.begin, match.begin))
    return false;
  if (c.not_after &&
      found_before(*c.not_after, folded, span.begin, match.begin))
    return false;
  if (c.before && !found_behind(*c.before, folded, match.end, span.end))
    return false;
  if (c.not_before && found_behind(*c.not_before, folded, match.end, span.end))
    return false;
  return true;
}

// The rule's match that begins at `at`, with its groups.
std::optional<Match> try_rule(const Rule& rule, const CompiledRule& compiled,
                              std::string_view folded, Span span,
                              std::uint32_t at) {
  constexpr int kMost = 24;
  std::array<re2::StringPiece, kMost> parts;
  const re2::StringPiece text = piece(folded.substr(0, span.end));
  const re2::RE2& pattern = *compiled.pattern;
  if (!pattern.Match(text, at, span.end, re2::RE2::ANCHOR_START, parts.data(),
                     1)) {
    return std::nullopt;
  }
  Match match{
      &rule, {at, at + static_cast<std::uint32_t>(parts[0].size())}, {}};
  if (match.span.empty() || !is_word_boundary(folded, match.span.end))
    return std::nullopt;
  if (!guards_hold(compiled, folded, span, match.span)) return std::nullopt;
  const int wanted = std::min(pattern.NumberOfCapturingGroups() + 1, kMost);
  if (wanted > 1) {
    pattern.Match(text, at, span.end, re2::RE2::ANCHOR_START, parts.data(),
                  wanted);
    for (const auto& [index, name] : pattern.CapturingGroupNames()) {
      if (index >= wanted || parts[index].empty()) continue;
      const auto begin =
          static_cast<std::uint32_t>(parts[index].data() - folded.data());
      match.groups.emplace_back(
          name,
          Span{begin, begin + static_cast<std::uint32_t>(parts[index].size())});
    }
  }
  return match;
}

// Of two matches that begin at the same place, the second found being `match`.
bool is_better(const Match& match, const Match& rival) {
  return match.rule->priority != rival.rule->priority
             ? match.rule->priority > rival.rule->priority
             : match.span.size() > rival.span.size();
}

}  // namespace

std::vector<TriggerScanner::Hit> Rulebook::Impl::rivals(
    Families families, std::string_view folded, Span span,
    SectionRole role) const {
  std::vector<TriggerScanner::Hit> hits;
  find_candidates(folded, span, hits);
  std::erase_if(hits, [&](const TriggerScanner::Hit& hit) {
    const Rule& rule = rules[hit.id];
    return (families & only(rule.family)) == 0 || !rule.in_scope(role);
  });
  const auto order = [](const TriggerScanner::Hit& hit) {
    return std::pair(hit.begin, hit.id);
  };
  std::sort(hits.begin(), hits.end(),
            [&](const auto& a, const auto& b) { return order(a) < order(b); });
  const auto same = [&](const auto& a, const auto& b) {
    return order(a) == order(b);
  };
  hits.erase(std::unique(hits.begin(), hits.end(), same), hits.end());
  return hits;
}

std::string_view Rule::attribute(std::string_view name) const {
  const auto at = attributes.find(name);
  return at == attributes.end() ? std::string_view{} : at->second;
}

std::optional<Span> Match::group(std::string_view name) const {
  for (const auto& [key, place] : groups) {
    if (key == name) return place;
  }
  return std::nullopt;
}

std::string_view name_of(Family family) {
  switch (family) {
    case Family::outline:
      return "outline";
    case Family::identity:
      return "identity";
    case Family::references:
      return "references";
    case Family::assignments:
      return "assignments";
    case Family::deadlines:
      return "deadlines";
    case Family::targets:
      return "targets";
    case Family::mend:
      return "mend";
  }
  return "outline";
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
                                  Span span, SectionRole role) const {
  std::vector<Match> found;
  // By family: one more than the index in `found` of its last match.
  std::array<std::size_t, kFamilyCount> last{};
  for (const auto& hit : impl_->rivals(families, folded, span, role)) {
    const Rule& rule = impl_->rules[hit.id];
    std::size_t& newest = last[static_cast<std::size_t>(rule.family)];
    Match* rival = newest == 0 ? nullptr : &found[newest - 1];
    const bool same_begin = rival != nullptr && rival->span.begin == hit.begin;
    if (rival != nullptr && hit.begin < rival->span.end && !same_begin)
      continue;
    if (!is_word_boundary(folded, hit.begin)) continue;
    auto match =
        try_rule(rule, impl_->compiled[hit.id], folded, span, hit.begin);
    if (!match) continue;
    if (!same_begin) {
      found.push_back(std::move(*match));
      newest = found.size();
    } else if (is_better(*match, *rival)) {
      *rival = std::move(*match);
    }
  }
  return found;
}

std::optional<Match> Rulebook::match_at(Family family, std::string_view folded,
                                        Span span, SectionRole role) const {
  // Candidates can only begin at the start, so no more than the longest trigger
  // is scanned.
  const Span head{span.begin,
                  std::min(span.end, span.begin + impl_->longest_trigger)};
  std::vector<TriggerScanner::Hit> hits;
  impl_->find_candidates(folded, head, hits);
  std::optional<Match> best;
  for (const auto& hit : hits) {
    if (hit.begin != span.begin) continue;
    const Rule& rule = impl_->rules[hit.id];
    if (rule.family != family || !rule.in_scope(role)) continue;
    auto match =
        try_rule(rule, impl_->compiled[hit.id], folded, span, hit.begin);
    if (!match) continue;
    const auto rank = [](const Match& m) {
      return std::tuple(m.rule->priority, m.span.size(), -m.rule->line);
    };
    if (!best || rank(*match) > rank(*best)) best = std::move(match);
  }
  return best;
}

}  // namespace kehoach
