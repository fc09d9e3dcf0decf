// The examples that stand beside the shipped rules.

#include "extract/sheet.h"

namespace kehoach {
namespace {

TEST(ShippedRules, AllExamplesHold) {
  for (const RuleFailure& f : check_rules(shipped())) {
    ADD_FAILURE() << f.file << ':' << f.line << ": " << f.rule << ' '
                  << f.message;
  }
}

TEST(CheckRules, ReportsEveryKindOfFailure) {
  const auto rules = parse_rulebook({{"rules/deadlines.toml", R"([[rule]]
id = "deadline.x"
kind = "date"
bound = "in"
triggers = ["năm"]
pattern = 'năm (?P<year>20\d\d)'
examples = [{text = "[năm 2030]", value = "date 2031"}, "quý I", "vào [năm] 2030"]
counterexamples = ["năm 2025"]
)"}});
  ASSERT_TRUE(rules) << rules.error().message;
  std::string all;
  for (const RuleFailure& f : check_rules(*rules))
    all += f.file + ":" + std::to_string(f.line) + " " + f.message + "\n";
  EXPECT_EQ(
      all,
      "rules/deadlines.toml:7 is read as 'date 2030', expected 'date 2031'\n"
      "rules/deadlines.toml:7 does not match 'quý I'\n"
      "rules/deadlines.toml:7 matches 'năm 2030', expected 'năm'\n"
      "rules/deadlines.toml:8 matches 'năm 2025' in the counterexample 'năm "
      "2025'\n");
}

}  // namespace
}  // namespace kehoach
