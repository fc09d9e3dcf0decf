// Matching: all rules at once, beside the floor that this must beat: a pass of
// RE2 over the same bytes for each of the same rules.
#include <re2/re2.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "bench/documents.h"
#include "normalise/normalise.h"
#include "read/read.h"
#include "rulebook/rulebook.h"

namespace kehoach {
namespace {

constexpr SectionRole kRole = SectionRole::tasks;
// What `extract` looks for in every paragraph.
constexpr Families kFamilies = only(Family::references) |
                               only(Family::assignments) |
                               only(Family::deadlines) | only(Family::targets);

const Rulebook& rules() {
  static const Result<Rulebook> book = default_rulebook();
  if (!book.has_value()) std::abort();
  return *book;
}

const std::vector<std::string>& folded_texts() {
  static const std::vector<std::string> texts = [] {
    std::vector<std::string> all;
    for (const ArchiveFile& file : documents()) {
      Result<SourceText> source = read(file.bytes, file.name);
      if (!source.has_value()) std::abort();
      all.push_back(normalise(*source).folded);
    }
    return all;
  }();
  return texts;
}

// Calls `visit` with the matches of each paragraph of a document, asked for as
// `extract` asks.
template <typename Visit>
void scan_all(const std::string& text, Visit visit) {
  std::uint32_t begin = 0;
  for (const std::string_view line : split(text, '\n')) {
    const auto end = begin + static_cast<std::uint32_t>(line.size());
    visit(rules().scan(kFamilies, text, {begin, end}, kRole));
    begin = end + 1;
  }
}

void rules_by_one_scan(benchmark::State& state) {
  folded_texts();
  std::size_t found = 0;
  for_each_document(state, documents(), [&](std::size_t i) {
    scan_all(folded_texts()[i], [&](const std::vector<Match>& matches) {
      found += matches.size();
    });
  });
  state.counters["matches"] = benchmark::Counter(
      static_cast<double>(found), benchmark::Counter::kAvgIterations);
}
BENCHMARK(rules_by_one_scan);

struct Pass {
  const Rule* rule = nullptr;
  std::unique_ptr<re2::RE2> pattern;
};

// The patterns of the rules that `scan` looks for.
std::vector<Pass> passes() {
  std::vector<Pass> all;
  re2::RE2::Options options;
  options.set_max_mem(64 << 20);
  for (const Rule& rule : rules().rules()) {
    if ((kFamilies & only(rule.family)) == 0 || !rule.in_scope(kRole)) continue;
    all.push_back({&rule, std::make_unique<re2::RE2>(rule.pattern, options)});
  }
  return all;
}

// Calls `visit` with each match of `pattern` anywhere in `text`, from left to
// right. No groups are asked for, as they would cost a second pass.
template <typename Visit>
void find_all(const re2::RE2& pattern, const std::string& text, Visit visit) {
  re2::StringPiece match;
  for (std::size_t at = 0;
       pattern.Match(text, at, text.size(), re2::RE2::UNANCHORED, &match, 1);) {
    const auto begin = static_cast<std::uint32_t>(match.data() - text.data());
    const Span span{begin, begin + static_cast<std::uint32_t>(match.size())};
    visit(span);
    at = span.empty() ? span.end + 1 : span.end;
    if (at > text.size()) return;
  }
}

// Whether `pass` meets `match`, if it is one of its rule.
bool meets(const std::vector<Span>& pass, const Match& match) {
  return std::any_of(pass.begin(), pass.end(), [&](Span span) {
    return span.begin < match.span.end && match.span.begin < span.end;
  });
}

// The share of the scan's matches that the passes meet too. The passes know
// neither of word boundaries nor of what must stand beside a match, and so find
// more.
double share_met(const std::vector<Pass>& all) {
  std::size_t met = 0;
  std::size_t count = 0;
  for (const std::string& text : folded_texts()) {
    std::map<const Rule*, std::vector<Span>> found;
    for (const Pass& pass : all) {
      std::vector<Span>& spans = found[pass.rule];
      find_all(*pass.pattern, text, [&](Span span) { spans.push_back(span); });
    }
    scan_all(text, [&](const std::vector<Match>& matches) {
      count += matches.size();
      for (const Match& match : matches) {
        met += meets(found[match.rule], match) ? 1 : 0;
      }
    });
  }
  return count == 0 ? 0 : static_cast<double>(met) / static_cast<double>(count);
}

void rules_one_re2_pass_each(benchmark::State& state) {
  folded_texts();
  static const std::vector<Pass> all = passes();
  static const double met = share_met(all);
  std::size_t found = 0;
  for_each_document(state, documents(), [&](std::size_t i) {
    for (const Pass& pass : all) {
      find_all(*pass.pattern, folded_texts()[i], [&](Span) { ++found; });
    }
  });
  state.counters["matches"] = benchmark::Counter(
      static_cast<double>(found), benchmark::Counter::kAvgIterations);
  state.SetLabel(std::to_string(all.size()) + " rules; meets " +
                 std::to_string(met) + " of the scan's matches");
}
BENCHMARK(rules_one_re2_pass_each);

}  // namespace
}  // namespace kehoach
