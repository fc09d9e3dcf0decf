#include "report/audit_words.h"

#include <gtest/gtest.h>

namespace kehoach {
namespace {

struct NameCase {
  AuditedPlan plan;
  const char* vietnamese;
  const char* english;
};

const NameCase kNames[] = {
    {{"a.txt", "218/KH-UBND", "Ủy ban nhân dân tỉnh Cửu Hà", "2024-06-05", ""},
     "Kế hoạch số 218/KH-UBND ngày 05/6/2024 của Ủy ban nhân dân tỉnh Cửu Hà",
     "218/KH-UBND of Ủy ban nhân dân tỉnh Cửu Hà, 2024-06-05"},
    {{"a.txt", "57-CTr/TU", {}, {}, ""},
     "Chương trình số 57-CTr/TU",
     "57-CTr/TU"},
    {{"a.txt", "20/2022/QĐ-UBND", {}, "2022", ""},
     "Quyết định số 20/2022/QĐ-UBND năm 2022",
     "20/2022/QĐ-UBND, 2022"},
    // Neither laws nor letters say their kind.
    {{"a.txt", "121/2020/QH14", {}, {}, ""},
     "Văn bản số 121/2020/QH14",
     "121/2020/QH14"},
    {{"a.txt", {}, "Ủy ban nhân dân xã Phú Khê", "2024-09-17", ""},
     "Văn bản chưa có số ngày 17/9/2024 của Ủy ban nhân dân xã Phú Khê",
     "a.txt of Ủy ban nhân dân xã Phú Khê, 2024-09-17"},
    {{"plans/a\n.txt", {}, {}, {}, ""}, "Văn bản trong tệp a?.txt", "a?.txt"},
};

TEST(PlanName, IsHowDocumentsAreCited) {
  for (const NameCase& c : kNames) {
    EXPECT_EQ(plan_name(c.plan, Language::vi), c.vietnamese);
    EXPECT_EQ(plan_name(c.plan, Language::en), c.english);
  }
}

TEST(FormalDate, HasTheZerosOfTheDecree) {
  EXPECT_EQ(formal_date("2024-01-05"), "05/01/2024");
  EXPECT_EQ(formal_date("2024-02-22"), "22/02/2024");
  EXPECT_EQ(formal_date("2024-03-05"), "05/3/2024");
  EXPECT_EQ(formal_date("2024-12-31"), "31/12/2024");
  EXPECT_EQ(formal_date("2024-03"), "3/2024");
  EXPECT_EQ(formal_date(""), "");
}

TEST(PlanLabel, TellsPlansApart) {
  EXPECT_EQ(plan_label({"a", "1/KH-UBND", "UBND xã A", {}, ""}),
            "1/KH-UBND - UBND xã A");
  EXPECT_EQ(plan_label({"a", {}, "UBND xã A", {}, ""}), "UBND xã A");
  EXPECT_EQ(plan_label({"x/a.txt", {}, {}, {}, ""}), "a.txt");
}

TEST(AuditLabels, SayEveryKind) {
  for (const Language language : {Language::vi, Language::en}) {
    const AuditLabels& labels = labels_of(language);
    for (std::size_t i = 0; i < kFindingKinds; ++i)
      EXPECT_NE(kind_words(labels, static_cast<FindingKind>(i)), "");
    for (std::size_t i = 0; i < kCoverages; ++i)
      EXPECT_NE(status_words(labels, static_cast<Coverage>(i)), "");
  }
}

}  // namespace
}  // namespace kehoach
