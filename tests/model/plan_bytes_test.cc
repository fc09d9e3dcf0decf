#include "model/plan_bytes.h"

#include <gtest/gtest.h>

#include <functional>
#include <limits>
#include <random>

#include "store/sample_plan.h"

namespace kehoach {
namespace {

// What sample_plan has no use for is filled in as well.
Plan full_plan() {
  Plan plan = sample_plan();
  plan.obligations[0].lead_from = {{NamedBy::heading, 0}};
  plan.obligations[0].support_from = {{NamedBy::text, -1},
                                      {NamedBy::column, 1}};
  plan.references[0].dates_differ = true;
  plan.targets[0].due_by = DueBy::heading;
  plan.targets[0].evidence.confidence = 0.25F;
  plan.bodies = {{"Phòng Y tế",
                  {"phong-y-te@x",
                   "phong-y-te",
                   "y-te",
                   "district",
                   "x",
                   "Phòng Y tế x",
                   true,
                   {"a", "b"},
                   true}}};
  plan.outline.nodes[1].place = {1, 2, 3, 4};
  plan.outline.nodes[1].kind_by = Because::mark;
  plan.outline.tables = {{1, 2, 3}};
  plan.outline.plan_begin = 7;
  plan.outline.diagnostics = plan.diagnostics;
  plan.sketch = Sketch(kSketchSize, 7);
  return plan;
}

void expect_equal(const Plan& a, const Plan& b) {
  EXPECT_EQ(a.source, b.source);
  EXPECT_EQ(a.document, b.document);
  EXPECT_EQ(a.references, b.references);
  EXPECT_EQ(a.obligations, b.obligations);
  EXPECT_EQ(a.deadlines, b.deadlines);
  EXPECT_EQ(a.targets, b.targets);
  EXPECT_EQ(a.bodies, b.bodies);
  EXPECT_EQ(a.diagnostics, b.diagnostics);
  EXPECT_EQ(a.text, b.text);
  EXPECT_EQ(a.outline.nodes, b.outline.nodes);
  EXPECT_EQ(a.outline.tables, b.outline.tables);
  EXPECT_EQ(a.outline.plan_begin, b.outline.plan_begin);
  EXPECT_EQ(a.outline.diagnostics, b.outline.diagnostics);
  EXPECT_EQ(a.sketch, b.sketch);
}

TEST(PlanBytes, HoldAllOfAPlan) {
  for (const Plan& plan : {full_plan(), sample_plan(), Plan()}) {
    const auto back = plan_from_bytes(to_bytes(plan));
    ASSERT_TRUE(back);
    expect_equal(*back, plan);
  }
}

TEST(PlanBytes, AreRefusedWhenCutOrTooLong) {
  const std::string bytes = to_bytes(full_plan());
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(plan_from_bytes(std::string_view(bytes).substr(0, size)));
  EXPECT_FALSE(plan_from_bytes(bytes + '\0'));
}

// Values outside of what their type knows would be read as anything later.
TEST(PlanBytes, AreRefusedWithValuesThatNoPlanHas) {
  Plan plan;
  plan.diagnostics = {{static_cast<Severity>(3), "", "", {}}};
  EXPECT_FALSE(plan_from_bytes(to_bytes(plan)));
  plan.diagnostics = {{static_cast<Severity>(-1), "", "", {}}};
  EXPECT_FALSE(plan_from_bytes(to_bytes(plan)));
  plan.diagnostics = {{Severity::error, "", "", {}}};
  EXPECT_TRUE(plan_from_bytes(to_bytes(plan)));
}

TEST(PlanBytes, AreRefusedWithNumbersThatNoPlanHas) {
  const auto end = static_cast<std::uint32_t>(full_plan().text.size());
  const float nan = std::numeric_limits<float>::quiet_NaN();
  struct Case {
    const char* name;
    bool fine;
    std::function<void(Plan&)> change;
  };
  const Case cases[] = {
      {"as it is", true, [](Plan&) {}},
      {"no number", false, [&](Plan& p) { p.targets[0].value = nan; }},
      {"without end", false,
       [](Plan& p) {
         p.targets[0].value_to = std::numeric_limits<double>::infinity();
       }},
      {"no box", false, [&](Plan& p) { p.source.stamps[0].box.y1 = nan; }},
      {"confidence", true,
       [](Plan& p) { p.deadlines[0].evidence.confidence = 0; }},
      {"confidence that is none", false,
       [&](Plan& p) { p.deadlines[0].evidence.confidence = nan; }},
      {"too much confidence", false,
       [](Plan& p) { p.deadlines[0].evidence.confidence = 1.5F; }},
      {"too little", false,
       [](Plan& p) { p.deadlines[0].evidence.confidence = -0.5F; }},
      {"all of the text", true,
       [&](Plan& p) {
         p.references[0].evidence.span = {0, end};
       }},
      {"beyond the text", false,
       [&](Plan& p) {
         p.references[0].evidence.span = {0, end + 1};
       }},
      {"backwards", false,
       [](Plan& p) {
         p.references[0].evidence.span = {2, 1};
       }},
      {"a diagnostic beyond the text", false,
       [&](Plan& p) {
         p.diagnostics[0].span = {end, end + 1};
       }},
      {"a body beyond the text", false,
       [&](Plan& p) {
         p.outline.nodes[0].body = {end + 1, end + 2};
       }},
      {"under none", true, [](Plan& p) { p.outline.nodes[1].parent = -1; }},
      {"under itself", false, [](Plan& p) { p.outline.nodes[1].parent = 1; }},
      {"under one that is not there", false,
       [](Plan& p) { p.outline.nodes[1].parent = 2; }},
      {"under less than none", false,
       [](Plan& p) { p.outline.nodes[1].parent = -2; }},
      {"half a sketch", false, [](Plan& p) { p.sketch.resize(64); }},
      {"no sketch", true, [](Plan& p) { p.sketch.clear(); }},
      {"named nowhere", false,
       [](Plan& p) { p.obligations[0].lead_from[0].node = 2; }},
  };
  for (const Case& c : cases) {
    Plan plan = full_plan();
    c.change(plan);
    EXPECT_EQ(plan_from_bytes(to_bytes(plan)).has_value(), c.fine) << c.name;
  }
}

TEST(PlanBytes, NeverHarmWhenGarbled) {
  const std::string bytes = to_bytes(full_plan());
  std::mt19937 random(1);
  int read = 0;
  for (int i = 0; i < 20000; ++i) {
    std::string garbled = bytes;
    for (int n = 0; n < 3; ++n)
      garbled[random() % garbled.size()] = static_cast<char>(random());
    const auto plan = plan_from_bytes(garbled);
    if (!plan) continue;
    ++read;
    EXPECT_EQ(to_bytes(*plan), garbled);
  }
  EXPECT_GT(read, 0);
}

}  // namespace
}  // namespace kehoach
