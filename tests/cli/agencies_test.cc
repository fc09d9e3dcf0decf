// `agencies`, and what `search` asks of bodies, by the built program.
#include <gtest/gtest.h>

#include "cli/program.h"
#include "cli/sample_text.h"
#include "text/has.h"

namespace kehoach {
namespace {

class AgenciesTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string text = sample_text("15");
    text.replace(text.find("1. Phòng Y tế"),
                 std::string_view("1. Phòng Y tế").size(), "1. Phòng LĐ-TB&XH");
    dir.write("in/a.txt", text);
    const Ran ran = run({"import", dir / "in", "-d", db});
    ASSERT_EQ(ran.status, 0) << ran.err;
  }

  TempDir dir;
  std::string db = dir / "plans.db";
};

TEST_F(AgenciesTest, AreListedAndCounted) {
  const Ran ran = run({"agencies", "-d", db});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_TRUE(has(ran.out, "Công an huyện Suối Mơ: 1 chủ trì")) << ran.out;
  const Ran json = run({"agencies", "-d", db, "--format", "json"});
  EXPECT_TRUE(has(json.out, R"("id":"cong-an-huyen@huyen-suoi-mo")"))
      << json.out;
}

TEST_F(AgenciesTest, AreShownWithWhatBecameOfThem) {
  const Ran ran = run({"agencies", "phong ldtbxh", "-d", db});
  EXPECT_EQ(ran.status, 1) << "abbreviations keep their accents";
  const Ran shown =
      run({"agencies", "Phòng LĐTBXH", "-d", db, "--on", "2025-04-01"});
  EXPECT_EQ(shown.status, 0) << shown.err;
  EXPECT_TRUE(has(shown.out, "Phòng Lao động - Thương binh và Xã hội"))
      << shown.out;
  EXPECT_TRUE(has(shown.out, "Đến: 28/2/2025")) << shown.out;
  EXPECT_TRUE(has(shown.out, "Phòng Y tế: trẻ em; bảo trợ xã hội"))
      << shown.out;
  EXPECT_TRUE(has(shown.out, "Viết là:\n    Phòng LĐ-TB&XH: ")) << shown.out;
  const Ran later = run({"agencies", "Phòng LĐTBXH", "-d", db, "--on",
                         "2026-01-01", "--format", "json"});
  EXPECT_TRUE(has(later.out, R"("id":"phong-van-hoa-xa-hoi")")) << later.out;
  EXPECT_EQ(run({"agencies", "Sở Khai Tâm", "-d", db}).status, 1);
}

TEST_F(AgenciesTest, NeedNoDatabaseAndKeepTheirPlace) {
  const auto name = "Sở Y tế tỉnh Hậu Giang";
  const Ran ran = run({"agencies", name, "-d", db, "--on", "2026-01-01"});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_TRUE(has(ran.out, "Sở Y tế tỉnh Hậu Giang [so-y-te]")) << ran.out;
  EXPECT_TRUE(has(ran.out, "Việc nay thuộc:\n    Sở Y tế thành phố Cần Thơ"))
      << ran.out;
  const Ran before = run({"agencies", name, "-d", db, "--on", "2025-06-30"});
  EXPECT_FALSE(has(before.out, "Việc nay thuộc")) << before.out;
  const Ran alone = run({"agencies", "Bộ Kế hoạch và Đầu tư"});
  EXPECT_EQ(alone.status, 0) << alone.err;
  EXPECT_TRUE(has(alone.out, "Bộ Tài chính")) << alone.out;
  const Ran bare = run({"agencies", "so lao dong thuong binh va xa hoi", "-d",
                        db, "--on", "2026-01-01"});
  EXPECT_TRUE(has(bare.out, "Sở Lao động - Thương binh và Xã hội ["))
      << bare.out;
}

TEST_F(AgenciesTest, WantADayThatThereIs) {
  for (const char* day : {"2025-13-45", "2026-02-30", "gestern", "2025"}) {
    const Ran ran = run({"agencies", "Sở Y tế", "-d", db, "--on", day});
    EXPECT_EQ(ran.status, 2) << day;
    EXPECT_TRUE(has(ran.err, "no such day; write it as 2025-07-01")) << ran.err;
  }
}

TEST_F(AgenciesTest, UnknownNamesAreListed) {
  const Ran none = run({"agencies", "--unknown", "-d", db});
  EXPECT_EQ(none.status, 1) << none.out;
  std::string text = sample_text("16");
  text.replace(text.find("2. Công an huyện"),
               std::string_view("2. Công an huyện").size(),
               "2. Tổ giúp việc Ban Chỉ đạo");
  dir.write("in/b.txt", text);
  ASSERT_EQ(run({"import", dir / "in", "-d", db}).status, 0);
  const Ran ran = run({"agencies", "--unknown", "-d", db});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_TRUE(has(ran.out, "Tổ giúp việc Ban Chỉ đạo: 1 chủ trì")) << ran.out;
  EXPECT_EQ(run({"agencies", "a", "--unknown", "-d", db}).status, 2);
}

TEST_F(AgenciesTest, SuccessorsFindWhatWasGivenToTheOldOffice) {
  const Ran old = run({"search", "tre em", "-d", db, "--body", "Phòng Nội vụ"});
  EXPECT_EQ(old.status, 1) << old.out;
  EXPECT_TRUE(has(old.err,
                  "not asked for without --with-predecessors: Phòng "
                  "Lao động - Thương binh và Xã hội"))
      << old.err;
  for (const char* option : {"--body", "--agency"}) {
    const Ran found = run({"search", "tre em", "-d", db, option, "Phòng Nội vụ",
                           "--with-predecessors"});
    EXPECT_EQ(found.status, 0) << found.err;
    EXPECT_TRUE(has(found.out, "Phòng LĐ-TB&XH")) << found.out;
    EXPECT_TRUE(has(found.err, "also asked for")) << found.err;
  }
  EXPECT_EQ(run({"search", "x", "-d", db, "--with-predecessors"}).status, 2);
  const Ran nobody = run({"search", "x", "-d", db, "--body", "Sở Khai Tâm"});
  EXPECT_EQ(nobody.status, 2);
  EXPECT_TRUE(has(nobody.err, "no body is called 'Sở Khai Tâm'"));
}

TEST_F(AgenciesTest, WrongTablesAreRefused) {
  dir.write("rules/branches.tsv", "key\tname\ny-te\ty tế\n");
  dir.write("rules/agencies.tsv",
            "name\tlevel\tbranch\tuntil\tmerged_into\n"
            "Sở Y tế\tT\ty-te\t2025-02\tSở Vui\n");
  const Ran ran = run({"rules", "check", dir / "rules"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_TRUE(has(ran.err,
                  "agencies.tsv:2: 'Sở Y tế': merged_into names "
                  "nobody: 'Sở Vui'"))
      << ran.err;
}

}  // namespace
}  // namespace kehoach
