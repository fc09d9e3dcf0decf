// `kehoach audit` from the shell's side.
#include "model/audit.h"

#include <gtest/gtest.h>

#include "cli/program.h"
#include "text/has.h"

namespace kehoach {
namespace {

class AuditTest : public testing::Test {
 protected:
  const std::string corpus = std::string(KEHOACH_SOURCE_DIR) + "/corpus/";
  const std::string parent = corpus + "03-ke-hoach-218-tinh-cuu-ha.txt";
  const std::string child = corpus + "05-ke-hoach-96-huyen-an-trach.txt";
  TempDir dir;
};

TEST_F(AuditTest, PrintsATableAndTheSum) {
  const Ran ran = run({"audit", parent, child});
  EXPECT_EQ(ran.status, 1) << ran.err;
  EXPECT_EQ(ran.err, "");
  EXPECT_EQ(ran.out.find("Đối chiếu Kế hoạch số 96/KH-UBND"), 0U) << ran.out;
  EXPECT_TRUE(has(ran.out, "/41 nhiệm vụ được triển khai đầy đủ"));
  EXPECT_TRUE(has(ran.out, "\nMa trận (41)\n"));
}

TEST_F(AuditTest, EndsWithZeroWhereAllIsCovered) {
  const Ran ran = run({"audit", parent, parent});
  EXPECT_EQ(ran.status, 0) << ran.out;
  EXPECT_TRUE(has(ran.out, "toàn\nbộ 41 nhiệm vụ được triển khai đầy đủ."))
      << ran.out;
}

TEST_F(AuditTest, PrintsOneObjectALineForEachChild) {
  const Ran ran = run({"audit", parent, child, parent, "--format", "json"});
  EXPECT_EQ(ran.status, 1) << ran.err;
  const std::size_t end = ran.out.find('\n');
  const auto first = audit_from_json(ran.out.substr(0, end));
  const auto second = audit_from_json(ran.out.substr(end + 1));
  ASSERT_TRUE(first.has_value() && second.has_value()) << ran.out;
  EXPECT_EQ(first->child.path, child);
  EXPECT_EQ(second->child.path, parent);
  EXPECT_EQ(second->summary()[0], 41U);
}

TEST_F(AuditTest, ExplainsHowActionsWereLookedFor) {
  const Ran ran = run({"audit", parent, child, "--explain"});
  EXPECT_TRUE(has(ran.out, "gần nhất:")) << ran.out;
  EXPECT_TRUE(has(ran.out, "không có:"));
}

TEST_F(AuditTest, WritesToAFile) {
  const std::string out = dir / "audit.json";
  const Ran ran = run({"audit", parent, child, "--format", "json", "-o", out});
  EXPECT_EQ(ran.status, 1) << ran.err;
  EXPECT_EQ(ran.out, "");
  const Ran bad = run({"audit", parent, child, "-o", dir / "no/such/place"});
  EXPECT_EQ(bad.status, 2);
  EXPECT_TRUE(has(bad.err, "cannot be written")) << bad.err;
  // Refused before anything is read.
  for (const auto& asked : {std::vector<std::string>{"gone.pdf", child},
                            {"--tree", "61-CT/TW", "-d", dir / "gone.db"}}) {
    std::vector<std::string> arguments = {"audit", "-o", dir / "audit.docx"};
    arguments.insert(arguments.end(), asked.begin(), asked.end());
    const Ran docx = run(arguments);
    EXPECT_EQ(docx.status, 2);
    EXPECT_TRUE(has(docx.err, "no report is written as '.docx'")) << docx.err;
  }
}

TEST_F(AuditTest, FindsPlansInADatabaseByCode) {
  const std::string db = dir / "plans.db";
  ASSERT_EQ(run({"import", parent, child, "-d", db}).status, 0);
  const Ran read = run({"audit", parent, child, "--format", "json"});
  const Ran stored =
      run({"audit", "218/KH-UBND", "96/KH-UBND", "-d", db, "--format", "json"});
  EXPECT_EQ(stored.status, 1) << stored.err;
  EXPECT_EQ(stored.out, read.out);
  const Ran mixed =
      run({"audit", "218/KH-UBND", child, "-d", db, "--format", "json"});
  EXPECT_EQ(mixed.out, read.out);
}

TEST_F(AuditTest, SaysWhatItCannotFind) {
  const Ran none = run({"audit", parent, "7/KH-XYZ", "-d", dir / "no.db"});
  EXPECT_EQ(none.status, 2);
  const std::string db = dir / "plans.db";
  ASSERT_EQ(run({"import", child, "-d", db}).status, 0);
  const Ran unknown = run({"audit", parent, "7/KH-XYZ", "-d", db});
  EXPECT_EQ(unknown.status, 2);
  EXPECT_TRUE(has(unknown.err, "no such plan in the database")) << unknown.err;
}

TEST_F(AuditTest, NeedsTheRules) {
  dir.write("rules/patterns.toml", "[patterns]\n");
  const Ran ran = run({"audit", parent, child, "--rules", dir / "rules"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_TRUE(has(ran.err, "has no audit.toml")) << ran.err;
}

}  // namespace
}  // namespace kehoach
