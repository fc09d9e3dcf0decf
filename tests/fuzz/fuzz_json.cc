// Whatever the text is: each reader of JSON refuses it, or gives what prints
// and reads back as the same.
#include <variant>

#include "fuzz/fuzz.h"
#include "model/model.h"
#include "score/score.h"

namespace kehoach {
namespace {

template <typename Value>
void check_printed(const Value& value,
                   Result<Value> (*read)(std::string_view)) {
  const std::string once = to_json(value);
  FUZZ_CHECK(is_valid_utf8(once));
  const Result<Value> back = read(once);
  FUZZ_CHECK(back.has_value());
  FUZZ_CHECK(to_json(*back) == once);
}

template <typename Value>
void check(std::string_view text, Result<Value> (*read)(std::string_view)) {
  if (const Result<Value> value = read(text)) check_printed(*value, read);
}

// What a person wrote by hand is not printed again, what was kept is.
void check_decision(std::string_view text) {
  const Result<AnyDecision> decision = decision_from_json(text);
  if (!decision || std::holds_alternative<DecisionLine>(*decision)) return;
  const std::string once = std::holds_alternative<Review>(*decision)
                               ? to_json(std::get<Review>(*decision))
                               : to_json(std::get<CellReview>(*decision));
  const Result<AnyDecision> back = decision_from_json(once);
  FUZZ_CHECK(back.has_value());
  FUZZ_CHECK(*back == *decision);
}

}  // namespace
}  // namespace kehoach

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using namespace kehoach;
  const std::string_view text = fuzz_text(data, size);
  check<Plan>(text, plan_from_json);
  check<Audit>(text, audit_from_json);
  check<CoverageVerdict>(text, coverage_verdict_from_json);
  check_decision(text);
  if (const auto gold = gold_from_json(text))
    check_printed<Plan>(gold->plan, plan_from_json);
  static_cast<void>(run_from_json(text));
  return 0;
}
