// What bodies became and when, what plans tell of those they name, and what is
// wrong with tables.
#include <gtest/gtest.h>

#include "rulebook/body_book.h"

namespace kehoach {
namespace {

struct TimeCase {
  const char* name;
  const BodyContext& context;
  const char* date;
  const char* field;
  const char* successors;  // "field: id", one a line
};

const TimeCase kTimes[] = {
    // Still there.
    {"Sở Lao động - Thương binh và Xã hội", kProvince, "2024-12-31", "", ""},
    {"Sở Lao động - Thương binh và Xã hội", kProvince, "2025-02-28", "", ""},
    {"Sở Y tế", kProvince, "2026-03-01", "", ""},
    // Split by field of work.
    {"Sở Lao động - Thương binh và Xã hội", kProvince, "2025-03-01", "tre-em",
     "tre-em: so-y-te@tinh-lam-giang\n"},
    {"Sở Lao động - Thương binh và Xã hội", kProvince, "2026", "",
     "lao-dong: so-noi-vu@tinh-lam-giang\n"
     "nguoi-co-cong: so-noi-vu@tinh-lam-giang\n"
     "tre-em: so-y-te@tinh-lam-giang\n"
     "bao-tro-xa-hoi: so-y-te@tinh-lam-giang\n"
     "te-nan-xa-hoi: so-y-te@tinh-lam-giang\n"
     "giao-duc-nghe-nghiep: so-giao-duc-va-dao-tao@tinh-lam-giang\n"
     "giam-ngheo: so-nong-nghiep-va-moi-truong@tinh-lam-giang\n"
     "cai-nghien: cong-an-tinh@tinh-lam-giang\n"},
    {"Bộ Lao động - Thương binh và Xã hội", kCentral, "2026-01-01",
     "giam-ngheo", "giam-ngheo: bo-nong-nghiep-va-moi-truong\n"},
    // Joined whole.
    {"Sở Giao thông vận tải", kProvince, "2026-01-01", "",
     ": so-xay-dung@tinh-lam-giang\n"},
    // The province was joined too, with the office or without.
    {"Sở Y tế tỉnh Cửu Hà", kProvince, "2025-06-30", "", ""},
    {"Sở Y tế tỉnh Cửu Hà", kProvince, "2026-01-01", "",
     ": so-y-te@thanh-pho-thanh-hai\n"},
    {"Sở Giao thông vận tải tỉnh Cửu Hà", kProvince, "2026-01-01", "",
     ": so-xay-dung@thanh-pho-thanh-hai\n"},
    // Two steps: joined in the district, then the district was given up.
    {"Phòng Lao động - Thương binh và Xã hội", kDistrict, "2025-05-01",
     "tre-em", "tre-em: phong-y-te@huyen-an-trach-tinh-lam-giang\n"},
    {"Phòng Lao động - Thương binh và Xã hội", kDistrict, "2026-01-01",
     "tre-em", "tre-em: phong-van-hoa-xa-hoi\n"},
    {"Công an huyện", kDistrict, "2025-04-01", "",
     ": cong-an-tinh@tinh-lam-giang\n: cong-an-xa\n"},
};

TEST(Bodies, HaveSuccessorsByFieldAndDay) {
  for (const TimeCase& c : kTimes) {
    SCOPED_TRACE(std::string(c.name) + " " + c.date + " " + c.field);
    const auto body = bodies().find(c.name, c.context);
    ASSERT_TRUE(body);
    std::string found;
    for (const Successor& next : bodies().successors(*body, c.date, c.field)) {
      found += next.field + ": " + next.body.id + "\n";
      EXPECT_FALSE(next.since.empty() && next.body.kind == body->kind &&
                   next.body.place == body->place);
    }
    EXPECT_EQ(found, c.successors);
  }
}

// An office of a district went to one of the province, and that into another:
// this is the province's, and not the district's.
TEST(Bodies, LeaveTheirPlaceOnTheWay) {
  const Rulebook rules = book(
      "Phòng Thử nghiệm\tH\t\ty-te\t\t\t2024-12-31\tT/Sở Thử nghiệm\t\n"
      "Sở Thử nghiệm\tT\t\ty-te\t\t\t2025-02-28\tSở Y tế\t\n");
  const auto body = rules.bodies().find("Phòng Thử nghiệm", kDistrict);
  ASSERT_TRUE(body);
  const auto after = rules.bodies().successors(*body, "2026-01-01");
  ASSERT_EQ(after.size(), 1U);
  EXPECT_EQ(after[0].body.id, "so-y-te@tinh-lam-giang");
}

TEST(Bodies, NameTheActThatMergedThem) {
  const auto body =
      bodies().find("Sở Lao động - Thương binh và Xã hội", kProvince);
  const auto next = bodies().successors(*body, "2026-01-01", "tre-em");
  ASSERT_EQ(next.size(), 1U);
  EXPECT_EQ(next[0].source, "NĐ 45/2025/NĐ-CP; NĐ 42/2025/NĐ-CP");
}

std::string predecessors(const char* name, const BodyContext& context) {
  std::string found;
  for (const Predecessor& old :
       bodies().predecessors(*bodies().find(name, context)))
    found += old.field + ": " + old.body.id + " " + old.until + "\n";
  return found;
}

TEST(Bodies, HavePredecessors) {
  EXPECT_EQ(
      predecessors("Sở Nội vụ", kProvinceNow),
      "lao-dong: so-lao-dong-thuong-binh-va-xa-hoi@tinh-lam-giang 2025-02-28\n"
      "nguoi-co-cong: so-lao-dong-thuong-binh-va-xa-hoi@tinh-lam-giang "
      "2025-02-28\n");
  EXPECT_EQ(predecessors("Sở Tư pháp", kProvinceNow), "");
  // It was gone before the other province went into its own.
  EXPECT_EQ(predecessors("Sở Lao động - Thương binh và Xã hội thành phố Thanh "
                         "Hải",
                         kCity),
            "");
  // Of the provinces that were joined as well.
  EXPECT_EQ(predecessors("Sở Xây dựng", kCity),
            ": so-giao-thong-van-tai@thanh-pho-thanh-hai 2025-02-28\n"
            ": so-giao-thong-van-tai@tinh-cuu-ha 2025-02-28\n"
            ": so-xay-dung@tinh-cuu-ha \n");
  // Through another one.
  EXPECT_NE(predecessors("Phòng Văn hóa - Xã hội", kCentral)
                .find("tre-em: phong-lao-dong-thuong-binh-va-xa-hoi "),
            std::string::npos);
}

TEST(Bodies, TakeWhatAPlanTellsOfItsIssuer) {
  Plan plan;
  plan.document.issuer = "Ủy ban nhân dân huyện An Trạch";
  plan.document.level = "district";
  plan.document.issued_on = "2024-05-20";
  EXPECT_EQ(bodies().context_of(plan).place, "huyện An Trạch");
  EXPECT_EQ(bodies().context_of(plan).province, "");
  Reference parent;
  parent.issuer = "UBND tỉnh Lam Giang";
  plan.references = {parent};
  EXPECT_EQ(bodies().context_of(plan).province, "tỉnh Lam Giang");
  // Two provinces are named: neither is taken.
  parent.issuer = "UBND tỉnh Cửu Hà";
  plan.references.push_back(parent);
  EXPECT_EQ(bodies().context_of(plan).province, "");

  plan.document.issuer = "Sở Y tế tỉnh Cửu Hà";
  plan.document.level = "unit";
  EXPECT_EQ(bodies().context_of(plan).level, "province");
  EXPECT_EQ(bodies().context_of(plan).province, "tỉnh Cửu Hà");
  plan.document.issuer = "Trường Tiểu học Hoa Sen, xã Đồng Vân";
  EXPECT_EQ(bodies().context_of(plan).level, "unit");
  EXPECT_EQ(bodies().context_of(plan).place, "xã Đồng Vân");
}

TEST(Bodies, AreResolvedOnceForEachNameOfAPlan) {
  Plan plan;
  plan.document.issuer = "Ủy ban nhân dân tỉnh Lam Giang";
  plan.document.level = "province";
  Obligation first, second;
  first.lead = {"Sở Y tế", "Tổ giúp việc"};
  first.support = {"các sở, ngành"};
  second.lead = {"Sở Y tế"};
  plan.obligations = {first, second};
  const auto found = bodies().resolve(plan);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].name, "Sở Y tế");
  EXPECT_EQ(found[0].body.id, "so-y-te@tinh-lam-giang");
  EXPECT_EQ(found[1].name, "các sở, ngành");
}

struct WrongSuccession {
  const char* name;
  const char* lines;  // of agencies.tsv, behind its head
  const char* message;
};

const WrongSuccession kWrongSuccessions[] = {
    {"level", "Sở Y tế\tS\t\ty-te\t\t\t\t\t\n",
     "rules/agencies.tsv:2: 'Sở Y tế': unknown level 'S' (write TW, T, H or "
     "X)"},
    {"branch", "Sở Y tế\tT\t\ty-tế\t\t\t\t\t\n",
     "rules/agencies.tsv:2: 'Sở Y tế': unknown branch 'y-tế' (add it to "
     "branches.tsv, or use one that is there)"},
    {"date", "# a comment\nSở Y tế\tT\t\ty-te\t\t\t2025-13\t\t\n",
     "rules/agencies.tsv:3: 'Sở Y tế': until '2025-13' is no date (write "
     "2025-03-01 or 2025-03)"},
    {"order", "Sở Y tế\tT\t\ty-te\t\t2025-03\t2025-02\t\t\n",
     "ends before it begins"},
    {"nobody", "Sở Y tế\tT\t\ty-te\t\t\t2025-02\tSở Ytế\t\n",
     "rules/agencies.tsv:2: 'Sở Y tế': merged_into names nobody: 'Sở Ytế' of "
     "level T (add that line, or set its level: `X/Name`)"},
    {"another level", "A b\tT\t\ty-te\t\t\t2025\tX/A c\t\n", "is no date"},
    {"no end", "Sở Y tế\tT\t\ty-te\t\t\t\tSở Y\t\n",
     "is merged, and `until` does not say when"},
    {"field", "Sở Y tế\tT\t\ty-te\t\t\t2025-02\tyte:Sở Y tế\t\n",
     "merged_into: unknown branch 'yte'"},
    {"itself", "Sở Y tế\tT\t\ty-te\t\t\t2025-02\tSở Y tế\t\n",
     "is merged into itself"},
    {"twice", "Sở Y tế\tT\t\ty-te\t\t\t\t\t\nSở Y tế\tT\t\ty-te\t\t\t\t\t\n",
     "stands twice for this level"},
    {"no name", "\tT\t\ty-te\t\t\t\t\t\n", "has no name"},
};

TEST(Bodies, WrongTablesAreToldByFileAndLine) {
  for (const WrongSuccession& c : kWrongSuccessions) {
    const auto rules = parse_rulebook(
        {{"rules/agencies.tsv",
          std::string("name\tlevel\tabbreviations\tbranch\tothers\tfrom\tuntil"
                      "\tmerged_into\tsource\n") +
              c.lines},
         {"rules/branches.tsv", "key\tname\ny-te\ty tế\n"}});
    ASSERT_FALSE(rules) << c.name;
    EXPECT_NE(rules.error().message.find(c.message), std::string::npos)
        << c.name << ": " << rules.error().message;
  }
}

}  // namespace
}  // namespace kehoach
