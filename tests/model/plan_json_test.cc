#include <gtest/gtest.h>

#include "model/model.h"

namespace kehoach {
namespace {

Plan sample() {
  Plan plan;
  plan.source = {"a/b.txt", "00ff", "text/plain", 12, 0};
  plan.document.type = "KH";
  plan.document.symbol = "KH-UBND";
  plan.document.issued_on = "2024";
  plan.document.title = "Chăm sóc trẻ em";
  plan.document.recipients = {"Sở Y tế"};
  plan.references = {{{"q", {1, 2}, 0, {}, "reference.numbered"},
                      "28-CT/TW",
                      "CT",
                      "2023-12-25",
                      {},
                      "implements"},
                     {{"r", {2, 3}, 0, {}, "reference.numbered"},
                      "5/NĐ-CP",
                      "NĐ",
                      {},
                      {},
                      "basis",
                      false,
                      true}};
  plan.obligations = {{{"Báo cáo", {3, 9}, 2, {1, 2, 3, 4}, "obligation.leaf"},
                       "o1",
                       "IV.1.h",
                       SectionRole::organisation,
                       {"Sở Y tế"},
                       {},
                       "must"}};
  plan.deadlines = {{{"hằng năm", {4, 8}, 0, {}, "deadline.rhythm"},
                     "recurring",
                     "yearly",
                     "FREQ=YEARLY",
                     "in",
                     false,
                     "o1"}};
  plan.targets = {{{"84,3% xã", {5, 9}, 0, {}, "target.percent-first"},
                   "xã",
                   "=",
                   84.3,
                   85.0,
                   "%",
                   "2025",
                   {}}};
  plan.bodies = {
      {"Sở Y tế",
       {"so-y-te@tinh-cuu-ha",
        "so-y-te",
        "y-te",
        "province",
        "tỉnh Cửu Hà",
        "Sở Y tế tỉnh Cửu Hà",
        false,
        {},
        true}},
      {"các sở",
       {"cac-so", "cac-so", "", "", "", "các sở", true, {"sở"}, false}}};
  plan.diagnostics = {{Severity::error, "number-blank", "m", {0, 1}}};
  return plan;
}

TEST(PlanJson, ReadsBackWhatItPrinted) {
  const Plan plan = sample();
  const auto back = plan_from_json(to_json(plan));
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_EQ(back->source, plan.source);
  EXPECT_EQ(back->document, plan.document);
  EXPECT_EQ(back->references, plan.references);
  EXPECT_EQ(back->obligations, plan.obligations);
  EXPECT_EQ(back->deadlines, plan.deadlines);
  EXPECT_EQ(back->targets, plan.targets);
  EXPECT_EQ(back->bodies, plan.bodies);
  EXPECT_EQ(back->diagnostics, plan.diagnostics);
}

TEST(PlanJson, AbsentIsNullAndWholeNumbersHaveNoPoint) {
  Plan plan = sample();
  plan.targets[0].value = 1500;
  const std::string json = to_json(plan);
  EXPECT_NE(json.find("\"number\":null"), std::string::npos);
  EXPECT_NE(json.find("\"value\":1500,"), std::string::npos);
  EXPECT_EQ(json.find('\n'), std::string::npos);
}

// Whatever a document says, its numbers print as what they are.
TEST(PlanJson, NumbersOfAnySizeReadBack) {
  for (const double value : {9.34944e+131, -1e300, 9007199254740993.0, 1e-9}) {
    Plan plan = sample();
    plan.targets[0].value = value;
    const auto back = plan_from_json(to_json(plan));
    ASSERT_TRUE(back) << value;
    EXPECT_EQ(back->targets[0].value, value);
  }
}

// `references` are what the plan names.
TEST(PlanJson, WhatTheDecisionNamesStandsApart) {
  const std::string json = to_json(sample());
  const std::size_t own = json.find("\"references\":[{\"code\":\"28-CT/TW\"");
  const std::size_t other =
      json.find("\"decision\":{\"references\":[{\"code\":\"5/NĐ-CP\"");
  EXPECT_NE(own, std::string::npos);
  EXPECT_NE(other, std::string::npos);
  Plan plan = sample();
  plan.references.pop_back();
  EXPECT_EQ(to_json(plan).find("decision"), std::string::npos);
}

TEST(PlanJson, RefusesWhatIsNoPlan) {
  EXPECT_FALSE(plan_from_json("{}"));
  EXPECT_FALSE(plan_from_json("[1"));
  EXPECT_FALSE(plan_from_json(R"({"schema":"kehoach.plan/1","document":3})"));
}

}  // namespace
}  // namespace kehoach
