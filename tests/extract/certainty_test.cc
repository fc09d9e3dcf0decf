// How sure facts are, and what a reader is told of a document besides its
// facts.

#include <algorithm>

#include "extract/sheet.h"

namespace kehoach {
namespace {

struct SureCase {
  const char* name;
  std::string body;  // of a plan whose date is given
  std::size_t at;    // of the obligation
  Certainty certainty;
};

const char* kLong =
    "Tuyên truyền sâu rộng đến mọi tầng lớp nhân dân về việc giữ sạch sông.";

TEST(Certainty, OfObligations) {
  const std::string plain = kLong;
  const SureCase cases[] = {
      {"an item below its body",
       "I. TỔ CHỨC THỰC HIỆN\n\n1. Sở Y tế\n\na) " + plain + "\n\nb) " + plain,
       0, Certainty::high},
      {"nobody named: one doubt is not enough",
       "I. NHIỆM VỤ\n\n1. " + plain + "\n\n2. " + plain, 0, Certainty::high},
      {"nobody, and no number", "I. NHIỆM VỤ\n\n" + plain, 0,
       Certainty::medium},
      {"nobody, in a part that no rule knows",
       "I. DÒNG SÔNG QUÊ TA\n\n1. " + plain + "\n\n2. " + plain, 0,
       Certainty::medium},
      {"nobody, no verb, and short",
       "I. NHIỆM VỤ\n\n1. Con sông quê.\n\n2. " + plain, 0, Certainty::low},
  };
  for (const SureCase& c : cases) {
    const Plan plan = plan_of(c.body);
    ASSERT_GT(plan.obligations.size(), c.at) << c.name;
    EXPECT_EQ(name_of(plan.obligations[c.at].evidence.certainty),
              name_of(c.certainty))
        << c.name;
  }
}

TEST(Certainty, OfDeadlinesThatTakeTheirYearFromThePlan) {
  const Plan own =
      plan_of("I. TỔ CHỨC THỰC HIỆN\n\n1. Sở Y tế\n\na) " +
              std::string("Báo cáo kết quả trước ngày 30/11/2024 "
                          "về Ủy ban nhân dân tỉnh, nơi tổng hợp.") +
              "\n\nb) Việc khác.");
  ASSERT_EQ(own.deadlines.size(), 1U);
  EXPECT_EQ(own.deadlines[0].evidence.certainty, Certainty::high);
  const Plan inferred = plan_of(
      "I. TỔ CHỨC THỰC HIỆN\n\n1. Sở Y tế\n\na) Báo cáo kết quả trước ngày "
      "30/11 về Ủy ban nhân dân tỉnh, nơi tổng hợp.\n\nb) Việc khác.");
  ASSERT_EQ(inferred.deadlines.size(), 1U);
  EXPECT_TRUE(inferred.deadlines[0].year_inferred);
  EXPECT_EQ(inferred.deadlines[0].evidence.certainty, Certainty::medium);
}

TEST(Certainty, OfReferences) {
  const Plan plan = plan_of(
      "Thực hiện Kế hoạch số 12/KH-UBND ngày 02/5/2024 của UBND tỉnh và Kế "
      "hoạch số 34/KH-SYT;\n\nI. NHIỆM VỤ\n\n1. Việc.");
  ASSERT_EQ(plan.references.size(), 2U);
  EXPECT_EQ(plan.references[0].evidence.certainty, Certainty::high);
  EXPECT_EQ(plan.references[1].evidence.certainty, Certainty::low);
}

std::vector<std::string> diagnostics(const Plan& plan, std::string_view code) {
  std::vector<std::string> out;
  for (const Diagnostic& d : plan.diagnostics) {
    if (d.code == code) out.emplace_back(slice(plan.text, d.span));
  }
  return out;
}

struct DateCase {
  const char* text;
  std::vector<std::string> impossible;
};

TEST(Diagnostics, SayWhichDatesAreImpossible) {
  const DateCase cases[] = {
      {"Ban hành ngày 08/6/20210 của tỉnh.", {"08/6/20210"}},
      {"Hoàn thành trước ngày 30/2/2025.", {"trước ngày 30/2/2025"}},
      {"Họp ngày 31 tháng 4 năm 2025.", {"31 tháng 4"}},
      {"Họp ngày 29/2/2025 và 31/6/24.", {"29/2/2025", "31/6/24"}},
      {"Kế hoạch số 12/KH-UBND ngày 32/5/2024 của tỉnh.", {"32/5/2024"}},
      // Possible dates, numbers of documents, shares and ranges are none.
      {"Họp ngày 29/2/2024 và 31/5/2024.", {}},
      {"Nghị quyết số 20/2022/NQ-HĐND, Nghị định 15/13/2024/X.", {}},
      {"Đạt 30/31 chỉ tiêu; từ 1/2 đến 3/4; tổng đài 24/7.", {}},
      {"Ngày 29 tháng 2 hằng năm.", {}},
  };
  for (const DateCase& c : cases)
    EXPECT_EQ(diagnostics(task_of(c.text), "date-impossible"), c.impossible)
        << c.text;
}

TEST(Diagnostics, SayWhereADocumentIsGivenSeveralDates) {
  const Plan plan = plan_of(
      "Thực hiện Kế hoạch số 12/KH-UBND ngày 02/5/2024 của UBND tỉnh;\n\nI. "
      "NHIỆM VỤ\n\n1. Thực hiện Kế hoạch số 12/KH-UBND ngày 03/5/2024.\n\n2. "
      "Theo Kế hoạch số 12/KH-UBND ngày 02/5/2024.");
  EXPECT_EQ(diagnostics(plan, "reference-dates-differ"),
            std::vector<std::string>{"Kế hoạch số 12/KH-UBND ngày 03/5/2024"});
  ASSERT_EQ(plan.references.size(), 1U);
  EXPECT_EQ(plan.references[0].issued_on, "2024-05-02");
  EXPECT_NE(plan.references[0].evidence.certainty, Certainty::high);
}

TEST(Diagnostics, SayWhereASectionIsUnsure) {
  EXPECT_EQ(diagnostics(plan_of("I. DÒNG SÔNG QUÊ TA\n\n1. Việc một."),
                        "section-unsure")
                .size(),
            1U);
  EXPECT_TRUE(
      diagnostics(plan_of("I. NHIỆM VỤ\n\n1. Việc một."), "section-unsure")
          .empty());
}

// Where the names of bodies were read.
TEST(Origins, OfNames) {
  const Plan plan = plan_of(
      "I. TỔ CHỨC THỰC HIỆN\n\n1. Sở Y tế\n\na) Chủ trì, phối hợp với Công an "
      "tỉnh kiểm tra.\n\nb) Giao Sở Nội vụ tuyên truyền.\n\n2. Việc khác\n\n- "
      "Rà soát.\n\nĐơn vị chủ trì: Sở Tư pháp.");
  ASSERT_GE(plan.obligations.size(), 3U);
  const auto& o = plan.obligations;
  ASSERT_EQ(o[0].lead_from.size(), 1U);
  EXPECT_EQ(o[0].lead_from[0].by, NamedBy::heading);
  EXPECT_EQ(
      plan.outline.nodes.at(static_cast<std::size_t>(o[0].lead_from[0].node))
          .label,
      "1");
  ASSERT_EQ(o[0].support_from.size(), 1U);
  EXPECT_EQ(o[0].support_from[0].by, NamedBy::text);
  ASSERT_EQ(o[1].lead_from.size(), 1U);
  EXPECT_EQ(o[1].lead_from[0].by, NamedBy::text);
  ASSERT_EQ(o[2].lead_from.size(), 1U);
  EXPECT_EQ(o[2].lead_from[0].by, NamedBy::annotation);
}

// The subject of a further sentence stands in the text, not in the heading.
TEST(Origins, OfFurtherSubjects) {
  const Plan plan = plan_of(
      "I. TỔ CHỨC THỰC HIỆN\n\n1. Sở Y tế\n\na) Tiêm phòng cho trẻ. Ủy ban "
      "nhân dân các xã báo cáo kết quả.\n\nb) Việc khác.");
  ASSERT_FALSE(plan.obligations.empty());
  const Obligation& o = plan.obligations[0];
  ASSERT_EQ(join(o.lead), "Sở Y tế | Ủy ban nhân dân các xã");
  ASSERT_EQ(o.lead_from.size(), 2U);
  EXPECT_EQ(o.lead_from[0].by, NamedBy::heading);
  EXPECT_EQ(o.lead_from[1].by, NamedBy::text);
  EXPECT_EQ(o.lead_from[1].node, -1);
}

TEST(RuleUse, CountsHitsMatchesAndFacts) {
  const auto why = explain_plan(
      "KẾ HOẠCH\nViệc\n\nI. NHIỆM VỤ\n\n1. Báo cáo trước ngày 30/11/2024.\n",
      "a.txt", shipped());
  ASSERT_TRUE(why);
  std::vector<RuleUse> uses;
  count_looks(shipped(), why->extract.log, uses);
  count_facts(shipped(), why->plan, uses);
  const auto& all = shipped().rules();
  ASSERT_EQ(uses.size(), all.size());
  const auto use = [&](std::string_view id) {
    const auto at = std::find_if(all.begin(), all.end(), [&](const Rule& rule) {
      return rule.id == id;
    });
    return uses[static_cast<std::size_t>(at - all.begin())];
  };
  EXPECT_EQ(use("deadline.before-date").kept, 1U);
  EXPECT_EQ(use("deadline.before-date").used, 1U);
  EXPECT_EQ(use("deadline.date-yearly").kept, 0U);
  EXPECT_GT(use("deadline.date-yearly").hits, 0U);
  EXPECT_EQ(use("outline.tasks").used, 1U);
}

}  // namespace
}  // namespace kehoach
