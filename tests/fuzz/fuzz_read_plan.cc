// Whatever the bytes are: every fact of a plan quotes the plan's own text,
// where it says, facts stand in order, and reading again gives the same plan.
#include <algorithm>

#include "fuzz/fuzz.h"
#include "pipeline.h"

namespace kehoach {
namespace {

const Rulebook& rules() {
  static const Result<Rulebook> book = default_rulebook();
  FUZZ_CHECK(book.has_value());
  return *book;
}

template <typename Facts>
void check_facts(const Plan& plan, const Facts& facts) {
  std::uint32_t before = 0;
  for (const auto& fact : facts) {
    const Evidence& evidence = fact.evidence;
    FUZZ_CHECK(evidence.span.begin <= evidence.span.end);
    FUZZ_CHECK(evidence.span.end <= plan.text.size());
    std::string under(slice(plan.text, evidence.span));
    std::replace(under.begin(), under.end(), '\n', ' ');
    FUZZ_CHECK(evidence.quote == under);
    FUZZ_CHECK(is_valid_utf8(evidence.quote));
    FUZZ_CHECK(!evidence.rule.empty());
    FUZZ_CHECK(evidence.span.begin >= before);
    before = evidence.span.begin;
  }
}

void check(const Plan& plan) {
  FUZZ_CHECK(is_valid_utf8(plan.text));
  check_facts(plan, plan.references);
  check_facts(plan, plan.obligations);
  check_facts(plan, plan.deadlines);
  check_facts(plan, plan.targets);
  for (const Diagnostic& diagnostic : plan.diagnostics) {
    FUZZ_CHECK(diagnostic.span.begin <= diagnostic.span.end);
    FUZZ_CHECK(diagnostic.span.end <= plan.text.size());
  }
}

}  // namespace
}  // namespace kehoach

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using namespace kehoach;
  const std::string_view bytes = fuzz_text(data, size);
  const ReadOptions options{.ocr = OcrMode::never};
  const Result<Plan> once = read_plan(bytes, "input.md", rules(), options);
  const Result<Plan> twice = read_plan(bytes, "input.md", rules(), options);
  FUZZ_CHECK(once.has_value() == twice.has_value());
  if (!once.has_value()) return 0;
  check(*once);
  FUZZ_CHECK(to_json(*once) == to_json(*twice));
  return 0;
}
