#include <gtest/gtest.h>

#include "model/model.h"

namespace kehoach {
namespace {

Audit sample_audit() {
  Audit audit;
  audit.parent = {"a.txt",      "344-KH/TU", "Tỉnh ủy",
                  "2024-04-22", "Trẻ em",    "9f86d081884c7d65"};
  audit.child = {"b.pdf", {}, {}, {}, ""};
  AuditItem item;
  item.parent = {"o3", "II.1", "Rà soát trẻ em.", {10, 30}, 2, {"Sở Y tế"}};
  item.status = Coverage::partial;
  item.score = 0.5;
  item.links = {{{"o7", "III", "Rà soát.", {0, 9}, 0, {}}, 0.25, "rà soát"}};
  item.findings = {
      {FindingKind::later_deadline, "trước 10/11", "trước 25/11", "Muộn hơn."}};
  item.review = {
      {{ReviewVerdict::link_wrong, "Khác việc.", "Bình", "2026-01-31"},
       ReviewState::suspect,
       "Rà soát.",
       std::nullopt},
      {{ReviewVerdict::correct, "", "Bình", "2026-01-31"},
       ReviewState::current,
       "",
       CoverageVerdict{Coverage::missing, {"Đôn đốc."}}}};
  audit.items = {item, {}};
  audit.own = {{"o9", "", "Khen thưởng.", {1, 2}, 0, {}}};
  audit.findings = {{FindingKind::outdated_parent, "", "số 12", "Đã thay."}};
  return audit;
}

TEST(AuditJson, ReadsBackWhatItPrinted) {
  const auto back = audit_from_json(to_json(sample_audit()));
  ASSERT_TRUE(back.has_value()) << back.error().message;
  EXPECT_EQ(*back, sample_audit());
}

TEST(AuditJson, TellsWhichBytesWereRead) {
  const std::string json = to_json(sample_audit());
  EXPECT_NE(json.find(R"("path":"a.txt","sha256":"9f86d081884c7d65")"),
            std::string::npos)
      << json;
  EXPECT_NE(json.find(R"("path":"b.pdf","sha256":null)"), std::string::npos)
      << json;
}

TEST(AuditJson, CountsItsItems) {
  const std::string json = to_json(sample_audit());
  EXPECT_NE(json.find(R"("summary":{"covered":0,"partial":1,"missing":1})"),
            std::string::npos)
      << json;
}

TEST(AuditJson, NamesEveryKind) {
  for (std::size_t i = 0; i < kFindingKinds; ++i) {
    const auto kind = static_cast<FindingKind>(i);
    EXPECT_EQ(finding_named(name_of(kind)), kind);
  }
  EXPECT_FALSE(finding_named("late").has_value());
  EXPECT_FALSE(coverage_named("whole").has_value());
}

TEST(AuditJson, RefusesWhatIsNone) {
  for (const char* text :
       {"", "[]", "{}", R"({"schema":"kehoach.plan/1"})",
        R"({"schema":"kehoach.audit/1","parent":{"path":"a"},"child":{}})",
        R"({"schema":"kehoach.audit/1","parent":{"path":"a"},
            "child":{"path":"b"},
            "items":[{"parent":{"id":"o1","quote":"q"},"status":"half"}]})"}) {
    EXPECT_FALSE(audit_from_json(text).has_value()) << text;
  }
}

}  // namespace
}  // namespace kehoach
