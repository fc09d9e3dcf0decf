// Names of bodies and numbers of documents, taken apart.
#include "link/places.h"

#include <gtest/gtest.h>

#include "link/chain.h"
#include "link/code.h"
#include "rulebook/shipped.h"

namespace kehoach {
namespace {

const Places& places() {
  static const Places all(shipped());
  return all;
}

struct BodyCase {
  const char* name;
  const char* level;
  BodyClass cls;
  const char* unit;        // key; empty where tier or name is not known
  const char* above = "";  // keys, parted by blanks
};

TEST(Places, ReadBodies) {
  using enum BodyClass;
  for (const BodyCase& c : {
           BodyCase{"Ủy ban nhân dân tỉnh Cửu Hà", "", committee,
                    "province|cửu hà"},
           BodyCase{"UBND Tỉnh Cửu Hà", "", committee, "province|cửu hà"},
           BodyCase{"Uỷ ban nhân dân huyện An Trạch", "", committee,
                    "district|an trạch"},
           BodyCase{"UBND TP. Vĩnh Điền", "", committee, "district|vĩnh điền"},
           BodyCase{"UBND TP Hồ Chí Minh", "", committee,
                    "province|hồ chí minh"},
           BodyCase{"UBND thành phố Bắc Ninh", "", committee,
                    "district|bắc ninh"},
           BodyCase{"UBND thị xã Tân Lộ", "", committee, "district|tân lộ"},
           BodyCase{"UBND xã Phú Khê, huyện An Trạch, tỉnh Cửu Hà", "",
                    committee, "commune|phú khê",
                    "district|an trạch province|cửu hà"},
           BodyCase{"UBND Quận 1", "", committee, "district|1"},
           BodyCase{"Ủy ban nhân dân đặc khu Hòn Nhạn", "", committee,
                    "commune|hòn nhạn"},
           BodyCase{"HĐND tỉnh Cửu Hà khóa XX", "", council, "province|cửu hà"},
           BodyCase{"Ban Thường vụ Tỉnh ủy Cửu Hà", "", party,
                    "province|cửu hà"},
           BodyCase{"Thành ủy Vĩnh Điền", "", party, "district|vĩnh điền"},
           BodyCase{"Huyện uỷ An Trạch", "", party, "district|an trạch"},
           BodyCase{"Đảng ủy xã Phú Khê", "", party, "commune|phú khê"},
           BodyCase{"Ban Bí thư", "", central, "central|"},
           BodyCase{"Bộ trưởng Bộ Tài nguyên và Môi trường", "", central,
                    "central|"},
           BodyCase{"Ban Chấp hành Trung ương Đảng khóa XI", "", central,
                    "central|"},
           BodyCase{"Thủ tướng Chính phủ", "", central, "central|"},
           BodyCase{"Sở Y tế tỉnh Cửu Hà", "", office, "province|cửu hà"},
           BodyCase{"Ban Tuyên giáo Tỉnh ủy Cửu Hà", "", office,
                    "province|cửu hà"},
           BodyCase{"Hội Liên hiệp Phụ nữ huyện An Trạch", "", mass,
                    "district|an trạch"},
           BodyCase{"UBND tỉnh Đăk Lăk", "", committee, "province|đắk lắk"},
           BodyCase{"UBND tỉnh Bà Rịa – Vũng Tàu", "", committee,
                    "province|bà rịa vũng tàu"},
           BodyCase{"Phòng Văn hóa - Xã hội xã Hội Sơn", "", office,
                    "commune|hội sơn"},
           // What is known about a document settles what its name leaves open.
           BodyCase{"Ủy ban nhân dân thành phố Lạ", "province", committee,
                    "province|lạ"},
           // Too little is said.
           BodyCase{"UBND tỉnh", "", committee, ""},
           BodyCase{"UBND các huyện, thành phố", "", committee, ""},
           BodyCase{"Trường Trung học cơ sở Phú Khê", "unit", office, ""},
           BodyCase{"Sở Y tế", "", office, ""},
           BodyCase{"", "", unknown, ""},
       }) {
    const IssuingBody body = places().body(c.name, c.level);
    EXPECT_EQ(body.cls, c.cls) << c.name;
    EXPECT_EQ(body.unit.key(), c.unit) << c.name;
    std::string above;
    for (const AdminUnit& unit : body.above)
      above += (above.empty() ? "" : " ") + unit.key();
    EXPECT_EQ(above, c.above) << c.name;
  }
}

// Resolution 202/2025/QH15.
TEST(Places, ListTheProvincesBeforeAndAfterJuly2025) {
  const auto count = [](std::string_view day) {
    int all = 0;
    for (const ListedUnit& unit : places().listed())
      all += unit.tier == kProvince && unit.exists_on(day) ? 1 : 0;
    return all;
  };
  EXPECT_EQ(count("2024-06-01"), 63);
  EXPECT_EQ(count("2025-06-30"), 63);
  EXPECT_EQ(count("2025-07-01"), 34);
  EXPECT_EQ(count("2026-05-01"), 34);
  EXPECT_TRUE(places().went_into("yên bái", "lào cai"));
  EXPECT_TRUE(places().went_into("bình dương", "hồ chí minh"));
  EXPECT_FALSE(places().went_into("lào cai", "yên bái"));
  EXPECT_FALSE(places().went_into("lào cai", "lào cai"));
  // Every province that went somewhere went to one that is there.
  for (const ListedUnit& unit : places().listed()) {
    if (unit.into.empty()) continue;
    const auto& all = places().listed();
    EXPECT_TRUE(std::any_of(all.begin(), all.end(), [&](const ListedUnit& u) {
      return u.name == unit.into && u.until.empty();
    })) << unit.printed;
  }
}

TEST(Places, TellLettersOfOneBodyFromThoseOfMany) {
  for (const char* national :
       {"tw", "ttg", "cp", "btnmt", "btnmt ctr", "qh14", "ubtvqh15", "vptw"})
    EXPECT_TRUE(places().is_national(national)) << national;
  for (const char* local :
       {"ubnd", "hđnd", "tu", "hu", "stnmt", "ubnd vx", "pgdđt", ""})
    EXPECT_FALSE(places().is_national(local)) << local;
  EXPECT_TRUE(places().is_party("tu"));
  EXPECT_TRUE(places().is_party("thu"));
  EXPECT_FALSE(places().is_party("ubnd"));
}

struct CodeCase {
  const char* code;
  const char* type;
  CodeParts parts;
};

TEST(CodePartsTest, OfEverySystem) {
  for (const CodeCase& c : {
           CodeCase{"218/KH-UBND", "", {"218", "", "kh", "ubnd"}},
           CodeCase{"0147/KH-UBND", "KH", {"147", "", "kh", "ubnd"}},
           CodeCase{"57-CTr/TU", "", {"57", "", "ctr", "tu"}},
           CodeCase{"09/2022/NQ-HĐND", "", {"9", "2022", "nq", "hđnd"}},
           CodeCase{"121/2020/QH14", "Luật", {"121", "2020", "luật", "qh14"}},
           CodeCase{"3127/BTNMT-CTR", "CV", {"3127", "", "", "btnmt ctr"}},
           CodeCase{"344/TU", "KH", {"344", "", "kh", "tu"}},
           CodeCase{"66.2/2025/NQ-CP", "", {"66.2", "2025", "nq", "cp"}},
           CodeCase{"473a/NQ-UBTVQH13", "", {"473a", "", "nq", "ubtvqh13"}},
           CodeCase{"24-NQ/TƯ", "", {"24", "", "nq", "tw"}},
           CodeCase{"KH-UBND", "KH", {"", "", "kh", "ubnd"}},
           CodeCase{"", "KH", {"", "", "kh", ""}},
       }) {
    EXPECT_EQ(code_parts(c.code, c.type, shipped()), c.parts) << c.code;
  }
  EXPECT_EQ((CodeParts{"218", "", "kh", "ubnd"}).key(), "218 ubnd");
  EXPECT_EQ((CodeParts{"", "", "kh", "ubnd"}).key(), "");
}

CitedBody cites(const char* issuer, bool as_parent) {
  return {places().body(issuer, ""), as_parent};
}

TEST(ChainTest, IsWhatADocumentNamesAboveItself) {
  const IssuingBody district = places().body("UBND huyện An Trạch", "district");
  EXPECT_EQ(stated_chain(district, {cites("UBND tỉnh Cửu Hà", true),
                                    cites("UBND tỉnh Thanh Lam", false)})
                .text(),
            "province|cửu hà");
  // Two provinces of one weight say nothing; nor do units below.
  EXPECT_EQ(stated_chain(district, {cites("UBND tỉnh Cửu Hà", false),
                                    cites("UBND tỉnh Thanh Lam", false),
                                    cites("UBND xã Phú Khê", false)})
                .text(),
            "");
  EXPECT_EQ(stated_chain(places().body("UBND xã Phú Khê, huyện An Trạch", ""),
                         {cites("UBND huyện Khác", true)})
                .text(),
            "district|an trạch");
  EXPECT_EQ(stated_chain(places().body("Bộ Y tế", "central"),
                         {cites("UBND tỉnh Cửu Hà", true)})
                .text(),
            "");
}

TEST(ChainTest, IsCompletedByOtherDocuments) {
  UnitVotes votes;
  const AdminUnit district = {kDistrict, "an trạch", "huyện"};
  const AdminUnit commune = {kCommune, "phú khê", "xã"};
  votes.add(district, Chain::from_text("province|cửu hà"));
  EXPECT_EQ(
      votes.complete(commune, Chain::from_text("district|an trạch"), places())
          .text(),
      "commune|phú khê;district|an trạch;province|cửu hà");
  EXPECT_EQ(votes.complete(commune, {}, places()).text(), "commune|phú khê");
  // Towns of one name in two provinces.
  votes.add(district, Chain::from_text("province|thanh lam"));
  EXPECT_EQ(votes.complete(district, {}, places()).text(), "district|an trạch");
}

}  // namespace
}  // namespace kehoach
