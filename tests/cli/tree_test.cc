// `kehoach tree` over plans that were imported from texts.
#include <gtest/gtest.h>

#include <pugixml.hpp>

#include "cli/program.h"
#include "text/has.h"

namespace kehoach {
namespace {

// A plan with a letterhead that carries out `parent`.
std::string plan(const std::string& issuer, const std::string& number,
                 const std::string& place, const std::string& day,
                 const std::string& parent) {
  return issuer +
         "\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
         "Độc lập - Tự do - Hạnh phúc\n\nSố: " +
         number + "\n\n" + place + ", " + day +
         "\n\nKẾ HOẠCH\nLàm sạch sông, kênh, rạch\n\nThực hiện " + parent +
         ", Ủy ban nhân dân xây dựng Kế hoạch như sau:\n\n"
         "I. NHIỆM VỤ\n\n1. Vớt rác trên kênh, rạch.\n\n"
         "2. Thu gom rác thải nhựa trước ngày 30/6/2025.\n";
}

class TreeTest : public testing::Test {
 protected:
  void SetUp() override {
    dir.write("in/a.txt",
              plan("ỦY BAN NHÂN DÂN TỈNH CỬU HÀ", "218/KH-UBND", "Cửu Hà",
                   "ngày 25 tháng 6 năm 2024",
                   "Chỉ thị số 61-CT/TW ngày 12/3/2024 của Ban Bí thư"));
    dir.write("in/b.txt",
              plan("ỦY BAN NHÂN DÂN HUYỆN AN TRẠCH", "96/KH-UBND", "An Trạch",
                   "ngày 12 tháng 8 năm 2024",
                   "Kế hoạch số 218/KH-UBND ngày 25/6/2024 của Ủy ban nhân "
                   "dân tỉnh Cửu Hà"));
    const Ran imported = run({"import", dir / "in", "-d", db});
    ASSERT_EQ(imported.status, 0) << imported.out << imported.err;
  }
  Ran tree(std::vector<std::string> more) {
    more.insert(more.begin(), "tree");
    more.insert(more.end(), {"-d", db});
    return run(more);
  }

  TempDir dir;
  std::string db = dir / "plans.db";
};

TEST_F(TreeTest, ShowsAFamilyWhoseRootIsOnlyCited) {
  const Ran ran = tree({"61-ct/tw"});
  EXPECT_EQ(ran.status, 0) << ran.err;
  const std::size_t root = ran.out.find("61-CT/TW");
  const std::size_t province = ran.out.find("\n  218/KH-UBND");
  const std::size_t district = ran.out.find("\n    96/KH-UBND");
  EXPECT_EQ(root, 0U) << ran.out;
  EXPECT_LT(province, district) << ran.out;
  EXPECT_NE(district, std::string::npos) << ran.out;
  EXPECT_TRUE(has(ran.out, "Cấp tỉnh: 1 đã có, 63 chưa có:")) << ran.out;
}

TEST_F(TreeTest, WritesEveryFormat) {
  const Ran json = tree({"218/KH-UBND", "--format", "json"});
  EXPECT_EQ(json.status, 0) << json.err;
  EXPECT_TRUE(has(json.out, "\"schema\": \"kehoach.tree/1\"")) << json.out;
  EXPECT_TRUE(has(json.out, "\"code\": \"96/KH-UBND\"")) << json.out;
  const Ran dot = tree({"218/KH-UBND", "--format", "dot"});
  EXPECT_TRUE(has(dot.out, "n0 -> n1;")) << dot.out;
  const Ran svg = tree({"218/KH-UBND", "--format", "svg"});
  pugi::xml_document picture;
  EXPECT_TRUE(picture.load_string(svg.out.c_str())) << svg.out;
}

TEST_F(TreeTest, StopsAtADepth) {
  const Ran ran = tree({"61-CT/TW", "--depth", "1"});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_TRUE(has(ran.out, "218/KH-UBND")) << ran.out;
  EXPECT_FALSE(has(ran.out, "96/KH-UBND")) << ran.out;
  EXPECT_TRUE(has(ran.out, "… 1 kế hoạch bên dưới")) << ran.out;
  EXPECT_EQ(tree({"61-CT/TW", "--depth", "0"}).status, 2);
}

TEST_F(TreeTest, SaysThatNothingIsKnown) {
  const Ran ran = tree({"999/KH-UBND"});
  EXPECT_EQ(ran.status, 1);
  EXPECT_EQ(ran.out, "");
  EXPECT_TRUE(has(ran.err, "'999/KH-UBND' is neither in ")) << ran.err;
}

TEST_F(TreeTest, LeavesOthersOfThatNumberToTheReader) {
  dir.write("in/c.txt",
            plan("ỦY BAN NHÂN DÂN TỈNH THANH LAM", "218/KH-UBND", "Thanh Lam",
                 "ngày 02 tháng 5 năm 2024",
                 "Chỉ thị số 61-CT/TW ngày 12/3/2024 của Ban Bí thư"));
  ASSERT_EQ(run({"import", dir / "in", "-d", db}).status, 0);
  const Ran ran = tree({"218/KH-UBND"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_TRUE(has(ran.err, "others that may be meant:\n  #3  218/KH-UBND"))
      << ran.err;
}

TEST_F(TreeTest, IsAuditedAsAWhole) {
  const auto audit = [&](std::vector<std::string> more) {
    more.insert(more.begin(), "audit");
    more.insert(more.end(), {"-d", db});
    return run(more);
  };
  const Ran text = audit({"--tree", "218/KH-UBND"});
  EXPECT_EQ(text.status, 0) << text.out << text.err;
  EXPECT_TRUE(has(text.out, "2 nhiệm vụ, 1 kế hoạch cấp dưới")) << text.out;
  const Ran json = audit({"--tree", "61-CT/TW", "--format", "json"});
  EXPECT_TRUE(has(json.out, "\"schema\":\"kehoach.audit-tree/1\"")) << json.err;
  EXPECT_TRUE(has(json.out, "\"cells\":\"cc\"")) << json.out;
  const Ran page = audit({"--tree", "61-CT/TW", "--format", "html"});
  EXPECT_TRUE(has(page.out, "<h1>Đối chiếu theo cấp</h1>")) << page.err;
  EXPECT_TRUE(has(page.out, "218/KH-UBND - ")) << page.out;
  EXPECT_EQ(audit({"--tree", "61-CT/TW", "--format", "summary"}).status, 2);
  EXPECT_EQ(audit({"--tree", "61-CT/TW", "-o", "no/such/place.html"}).status,
            2);
  const Ran unknown = audit({"--tree", "999/KH-UBND"});
  EXPECT_EQ(unknown.status, 2);
  EXPECT_TRUE(has(unknown.err, "nor named by a plan there")) << unknown.err;
  EXPECT_EQ(audit({}).status, 2);
  EXPECT_EQ(audit({"218/KH-UBND", "--tree", "61-CT/TW"}).status, 2);
}

TEST_F(TreeTest, ShowNamesTheParentInTheArchive) {
  const Ran ran = run({"show", "96/KH-UBND", "-d", db});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_TRUE(has(ran.out, "218/KH-UBND: có trong kho, #1")) << ran.out;
}

}  // namespace
}  // namespace kehoach
