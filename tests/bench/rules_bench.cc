// Matching: all rules by one scan for their triggers, beside the floor that the
// scan must beat: a pass of RE2 over the same bytes for each of the same rules.
#include <re2/re2.h>

#include <cstdlib>
#include <memory>

#include "bench/documents.h"
#include "normalise/normalise.h"
#include "read/read.h"
#include "rulebook/rulebook.h"

namespace kehoach {
namespace {

constexpr SectionRole kRole = SectionRole::tasks;

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

void rules_by_one_scan(benchmark::State& state) {
  folded_texts();
  for_each_document(state, documents(), [](std::size_t i) {
    const std::string& text = folded_texts()[i];
    const Span all{0, static_cast<std::uint32_t>(text.size())};
    benchmark::DoNotOptimize(rules().scan(~Families{0}, text, all, kRole));
  });
}
BENCHMARK(rules_by_one_scan);

// The patterns of the rules that `rules_by_one_scan` looks for.
template <typename Rules>
std::vector<std::unique_ptr<re2::RE2>> compile(const Rules& all) {
  std::vector<std::unique_ptr<re2::RE2>> compiled;
  re2::RE2::Options options;
  options.set_max_mem(64 << 20);
  for (const auto& rule : all) {
    if constexpr (requires { rule.pattern; }) {
      if (!rule.in_scope(kRole)) continue;
      compiled.push_back(
          std::make_unique<re2::RE2>("(" + rule.pattern + ")", options));
    }
  }
  return compiled;
}

void rules_one_re2_pass_each(benchmark::State& state) {
  folded_texts();
  const auto patterns = compile(rules().rules());
  if (patterns.empty()) {
    state.SkipWithError("the rule book does not show its patterns");
    return;
  }
  for_each_document(state, documents(), [&](std::size_t i) {
    for (const auto& pattern : patterns) {
      re2::StringPiece rest(folded_texts()[i]);
      re2::StringPiece match;
      while (re2::RE2::FindAndConsume(&rest, *pattern, &match)) {
        if (match.empty()) rest.remove_prefix(rest.empty() ? 0 : 1);
        if (rest.empty()) break;
      }
      benchmark::DoNotOptimize(match);
    }
  });
}
BENCHMARK(rules_one_re2_pass_each);

}  // namespace
}  // namespace kehoach
