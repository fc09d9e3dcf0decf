// Names of bodies as plans write them, and what they are led to: by the tables
// that ship, with units made up.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "rulebook/rulebook.h"

namespace kehoach {
namespace {

constexpr std::string_view kUnits =
    "name\tkind\tlevel\twithin\tfrom\tuntil\tinto\taliases\n"
    "Cửu Hà\ttỉnh\tprovince\t\t\t2025-06-30\tThanh Hải\t\n"
    "Thanh Hải\tthành phố\tprovince\t\t\t\t\tTPTH\n"
    "Lam Giang\ttỉnh\tprovince\t\t\t\t\t\n";

// The rules that ship; tables of them may be put in place of others.
Rulebook book(std::vector<RuleFile> own = {}) {
  own.push_back({"units.tsv", std::string(kUnits)});
  std::vector<RuleFile> files = own;
  for (const auto& entry :
       std::filesystem::directory_iterator(KEHOACH_SOURCE_DIR "/rules")) {
    const std::string name = entry.path().filename();
    const bool replaced =
        std::any_of(own.begin(), own.end(),
                    [&](const RuleFile& file) { return file.name == name; });
    if (replaced || entry.path().extension() == ".md") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    files.push_back({name, {std::istreambuf_iterator<char>(in), {}}});
  }
  auto rules = parse_rulebook(files);
  EXPECT_TRUE(rules) << rules.error().message;
  return std::move(*rules);
}

const Bodies& bodies() {
  static const Rulebook rules = book();
  return rules.bodies();
}

const BodyContext kProvince = {"2024-05-20", "province", "tỉnh Lam Giang",
                               "tỉnh Lam Giang"};
const BodyContext kProvinceNow = {"2026-03-02", "province", "tỉnh Lam Giang",
                                  "tỉnh Lam Giang"};
const BodyContext kCity = {"2024-05-20", "province", "thành phố Thanh Hải",
                           "thành phố Thanh Hải"};
const BodyContext kDistrict = {"2024-05-20", "district", "huyện An Trạch",
                               "tỉnh Lam Giang"};
const BodyContext kTown = {"2024-05-20", "district", "thành phố Suối Mơ", ""};
const BodyContext kCommune = {"2024-05-20", "commune", "xã Đồng Vân", ""};
const BodyContext kCommuneNow = {"2026-03-02", "commune", "xã Đồng Vân", ""};
const BodyContext kCentral = {"2024-05-20", "central", "", ""};
const BodyContext kSchool = {"2024-05-20", "unit", "", ""};

struct NameCase {
  const char* name;
  const BodyContext& context;
  const char* id;         // empty: none
  const char* canonical;  // not looked at where empty
};

const NameCase kNames[] = {
    // As written in full; the issuer's place is meant where none is named.
    {"Sở Y tế", kProvince, "so-y-te@tinh-lam-giang", "Sở Y tế tỉnh Lam Giang"},
    {"sở y tế", kProvince, "so-y-te@tinh-lam-giang", ""},
    {"SỞ Y TẾ", kProvince, "so-y-te@tinh-lam-giang", ""},
    {"Sở Y tế tỉnh Cửu Hà", kProvince, "so-y-te@tinh-cuu-ha",
     "Sở Y tế tỉnh Cửu Hà"},
    {"Sở Y tế Cửu Hà", kProvince, "so-y-te@tinh-cuu-ha", ""},
    {"Sở Y tế", kDistrict, "so-y-te@tinh-lam-giang", ""},
    {"Sở Y tế", kCommune, "so-y-te", "Sở Y tế"},
    {"Bộ Y tế", kProvince, "bo-y-te", "Bộ Y tế"},
    {"Bộ Y tế", kCentral, "bo-y-te", ""},
    {"Phòng Y tế", kDistrict, "phong-y-te@huyen-an-trach-tinh-lam-giang",
     "Phòng Y tế huyện An Trạch, tỉnh Lam Giang"},
    {"Phòng Y tế huyện", kDistrict, "phong-y-te@huyen-an-trach-tinh-lam-giang",
     ""},
    {"Phòng Y tế", kProvince, "phong-y-te", ""},
    {"Tỉnh ủy", kProvince, "tinh-uy@tinh-lam-giang", "Tỉnh ủy Lam Giang"},
    {"Tỉnh ủy Cửu Hà", kProvince, "tinh-uy@tinh-cuu-ha", ""},
    {"Ban Thường vụ Tỉnh ủy", kProvince, "ban-thuong-vu-tinh-uy@tinh-lam-giang",
     ""},
    {"Huyện ủy An Trạch", kProvince, "huyen-uy@huyen-an-trach-tinh-lam-giang",
     ""},
    {"Văn phòng HĐND và UBND", kDistrict,
     "van-phong-hoi-dong-nhan-dan-va-uy-ban-nhan-dan-huyen@huyen-an-trach-tinh-"
     "lam-giang",
     ""},

    // One name on several levels: the word behind it, then the issuer decides.
    {"Công an tỉnh", kProvince, "cong-an-tinh@tinh-lam-giang", ""},
    {"Công an", kProvince, "cong-an-tinh@tinh-lam-giang", ""},
    {"Công an", kDistrict, "cong-an-huyen@huyen-an-trach-tinh-lam-giang", ""},
    {"Công an xã", kCommune, "cong-an-xa@xa-dong-van", "Công an xã Đồng Vân"},
    {"Công an tỉnh", kDistrict, "cong-an-tinh@tinh-lam-giang", ""},
    {"Công an thành phố", kTown, "cong-an-huyen@thanh-pho-suoi-mo", ""},
    {"Công an thành phố", kCity, "cong-an-tinh@thanh-pho-thanh-hai", ""},
    {"Công an TP", kCity, "cong-an-tinh@thanh-pho-thanh-hai", ""},
    {"Công an thành phố Thanh Hải", kCentral,
     "cong-an-tinh@thanh-pho-thanh-hai", ""},
    {"Công an TPTH", kCentral, "cong-an-tinh@thanh-pho-thanh-hai", ""},
    {"Công an thành phố Suối Mơ", kProvince,
     "cong-an-huyen@thanh-pho-suoi-mo-tinh-lam-giang", ""},
    {"Ủy ban nhân dân huyện An Trạch", kProvince,
     "uy-ban-nhan-dan-huyen@huyen-an-trach-tinh-lam-giang",
     "Ủy ban nhân dân huyện An Trạch, tỉnh Lam Giang"},
    {"UBND xã Tân Lập, huyện An Trạch", kProvince,
     "uy-ban-nhan-dan-xa@xa-tan-lap-huyen-an-trach", ""},
    {"UBND phường 5", kCity, "uy-ban-nhan-dan-xa@phuong-5-thanh-pho-thanh-hai",
     ""},

    // Abbreviated, in any of the ways that people have.
    {"UBND tỉnh", kProvince, "uy-ban-nhan-dan-tinh@tinh-lam-giang", ""},
    {"Sở NN&PTNT", kProvince,
     "so-nong-nghiep-va-phat-trien-nong-thon@tinh-lam-giang", ""},
    {"Sở NN và PTNT", kProvince,
     "so-nong-nghiep-va-phat-trien-nong-thon@tinh-lam-giang", ""},
    {"Phòng LĐ-TB&XH", kDistrict,
     "phong-lao-dong-thuong-binh-va-xa-hoi@huyen-an-trach-tinh-lam-giang", ""},
    {"Sở Lao động - TB&XH", kProvince,
     "so-lao-dong-thuong-binh-va-xa-hoi@tinh-lam-giang", ""},
    {"Sở GD-ĐT", kProvince, "so-giao-duc-va-dao-tao@tinh-lam-giang", ""},
    {"Ủy ban MTTQ Việt Nam tỉnh", kProvince,
     "uy-ban-mat-tran-to-quoc-viet-nam-tinh@tinh-lam-giang", ""},
    {"Hội LHPN xã", kCommune, "hoi-lien-hiep-phu-nu-xa@xa-dong-van", ""},

    // Tone marks of the other habit, marks lost or wrong, words and letters
    // lost.
    {"Uỷ ban nhân dân tỉnh", kProvince, "uy-ban-nhan-dan-tinh@tinh-lam-giang",
     ""},
    {"Sở Văn hoá, Thể thao và Du lịch", kProvince,
     "so-van-hoa-the-thao-va-du-lich@tinh-lam-giang", ""},
    {"Sở Văn hóa Thể thao Du lịch", kProvince,
     "so-van-hoa-the-thao-va-du-lich@tinh-lam-giang", ""},
    {"Ủy ban nhân tỉnh", kProvince, "uy-ban-nhan-dan-tinh@tinh-lam-giang", ""},
    {"Sở Lao động Thương binh xã hội", kProvince,
     "so-lao-dong-thuong-binh-va-xa-hoi@tinh-lam-giang", ""},
    {"Sở Lao đông – Thuơng binh và Xã hội", kProvince,
     "so-lao-dong-thuong-binh-va-xa-hoi@tinh-lam-giang", ""},
    {"Sở Tài nguyên và Môi trườg", kProvince,
     "so-tai-nguyen-va-moi-truong@tinh-lam-giang", ""},

    // What stands behind a name without belonging to it.
    {"Hội Nông dân xã và các tổ chức", kCommune, "", ""},
    {"Công an tỉnh và các đơn vị liên quan", kProvince, "", ""},

    // Two offices of one name, one after the other.
    {"Phòng Kinh tế", kDistrict,
     "phong-kinh-te-huyen@huyen-an-trach-tinh-lam-giang", ""},
    {"Phòng Kinh tế", kCommuneNow, "phong-kinh-te-xa@xa-dong-van", ""},
    // Named after its end: still the one that was named.
    {"Sở Lao động - Thương binh và Xã hội", kProvinceNow,
     "so-lao-dong-thuong-binh-va-xa-hoi@tinh-lam-giang", ""},

    // Names that fit several levels, and nothing tells which.
    {"Ủy ban nhân dân", kCentral, "", ""},
    {"Công an", kSchool, "", ""},
    {"Đoàn Thanh niên", kSchool, "", ""},
    // A commune has no such office; a province no such place.
    {"Phòng Y tế xã", kCommune, "", ""},
    {"Sở Y tế huyện An Trạch", kProvince, "", ""},

    // People, though their title names a body.
    {"Giám đốc Sở Y tế", kProvince, "", ""},
    {"Chủ tịch Ủy ban nhân dân xã", kCommune, "", ""},
    {"Lãnh đạo Sở", kProvince, "", ""},
    {"đồng chí Trưởng phòng Y tế", kDistrict, "", ""},
    // Committees for one task, and committees with a name alike.
    {"Ban Chỉ đạo", kProvince, "", ""},
    {"Ban Chỉ đạo công tác dân tộc tỉnh", kProvince, "", ""},
    {"Ban Dân tộc Hội đồng nhân dân tỉnh", kProvince, "", ""},
    {"Hội đồng Thi đua - Khen thưởng tỉnh", kProvince, "", ""},
    {"Ủy ban bầu cử tỉnh", kProvince, "", ""},
    // The party's own bodies inside an office are not the office.
    {"Đảng ủy Sở Y tế", kProvince, "", ""},
    {"Chi bộ Sở Y tế", kProvince, "", ""},
    {"Ban Cán sự đảng Ủy ban nhân dân tỉnh", kProvince, "", ""},
    {"Ban Dân vận Tỉnh ủy", kProvince, "ban-dan-van-tinh-uy@tinh-lam-giang",
     ""},
    // Parts of offices, schools, hospitals, companies.
    {"Văn phòng Sở", kProvince, "", ""},
    {"Thanh tra Sở Y tế", kProvince, "", ""},
    {"Trung tâm Y tế Dự phòng", kDistrict, "", ""},
    {"Trường Tiểu học Hoa Sen", kCommune, "", ""},
    {"Trường THPT Lam Giang", kProvince, "", ""},
    {"Bệnh viện Đa khoa tỉnh", kProvince, "", ""},
    {"Viettel", kProvince, "", ""},
    // Words that begin as a name does, or are one letter from it.
    {"báo cáo", kProvince, "", ""},
    {"Sở", kProvince, "", ""},
    {"Sở Nội vu và", kProvince, "", ""},
    {"Hội nghị", kProvince, "", ""},
    {"gia đình", kCommune, "", ""},
    {"", kProvince, "", ""},
    {", - ;", kProvince, "", ""},
};

TEST(Bodies, AreFoundByTheNamesThatPlansGiveThem) {
  for (const NameCase& c : kNames) {
    SCOPED_TRACE(c.name);
    const auto body = bodies().find(c.name, c.context);
    EXPECT_EQ(body ? body->id : "", c.id);
    if (!body) continue;
    EXPECT_FALSE(body->is_collective);
    if (*c.canonical != '\0') {
      EXPECT_EQ(body->name, c.canonical);
    }
  }
}

TEST(Bodies, SayWhatWasNotWritten) {
  const auto inferred = [](const char* name, const BodyContext& context) {
    return bodies().find(name, context)->place_inferred;
  };
  EXPECT_TRUE(inferred("Sở Y tế", kProvince));
  EXPECT_FALSE(inferred("Sở Y tế tỉnh Lam Giang", kProvince));
  EXPECT_FALSE(inferred("Bộ Y tế", kProvince));
  EXPECT_TRUE(inferred("UBND huyện An Trạch", kProvince));
  EXPECT_FALSE(inferred("Sở Y tế", kCommune)) << "no place at all";
}

struct SetCase {
  const char* name;
  const BodyContext& context;
  const char* members;  // "; " between; empty: none
  const char* level;
  const char* id;  // not looked at where empty
};

const SetCase kSets[] = {
    {"các sở, ban, ngành", kProvince, "sở; ban; ngành", "province",
     "cac-so+ban+nganh@tinh-lam-giang"},
    {"Các Sở, ban ngành liên quan", kProvince, "sở; ban; ngành", "province",
     "cac-so+ban+nganh@tinh-lam-giang"},
    {"sở, ban, ngành", kProvince, "sở; ban; ngành", "province", ""},
    {"các sở, ngành có liên quan", kProvince, "sở; ngành", "province", ""},
    {"các sở, ban, ngành, đoàn thể tỉnh", kProvince, "sở; ban; ngành; đoàn thể",
     "province", ""},
    {"các ban, ngành đoàn thể xã", kCommune, "ban; ngành; đoàn thể", "commune",
     "cac-ban+nganh+doan-the@xa-dong-van"},
    {"các bộ, ngành trung ương", kCentral, "bộ; ngành", "central",
     "cac-bo+nganh"},
    {"các tổ chức chính trị - xã hội", kCommune, "tổ chức chính trị xã hội", "",
     ""},
    {"các cơ quan, đơn vị, địa phương", kProvince,
     "cơ quan; đơn vị; địa phương", "", ""},
    {"các doanh nghiệp viễn thông", kProvince, "doanh nghiệp viễn thông", "",
     ""},
    {"các thôn", kCommune, "thôn", "commune", ""},
    {"UBND các xã, phường, thị trấn", kDistrict,
     "Ủy ban nhân dân xã; Ủy ban nhân dân phường; Ủy ban nhân dân thị trấn",
     "commune", ""},
    {"UBND xã, phường", kProvinceNow,
     "Ủy ban nhân dân xã; Ủy ban nhân dân phường", "commune", ""},
    {"Ủy ban nhân dân các huyện, thị xã, thành phố", kProvince,
     "Ủy ban nhân dân huyện; Ủy ban nhân dân thị xã; Ủy ban nhân dân thành phố",
     "district", ""},
    {"UBND cấp xã", kProvince, "Ủy ban nhân dân xã", "commune", ""},
    {"Công an các xã trên địa bàn huyện", kDistrict, "Công an xã", "commune",
     ""},
    {"các Trung tâm Y tế", kProvince, "Trung tâm Y tế", "district", ""},
    // People are no bodies, and one noun alone no set.
    {"các đồng chí ủy viên", kProvince, "", "", ""},
    {"các thành viên Ban Chỉ đạo", kProvince, "", "", ""},
    {"các nhiệm vụ, giải pháp", kProvince, "", "", ""},
    {"các", kProvince, "", "", ""},
    {"đơn vị", kProvince, "", "", ""},
    // A sentence that begins as a set does.
    {"các cơ quan được phân công chủ trì thực hiện nhiệm vụ theo Kế hoạch",
     kProvince, "", "", ""},
};

TEST(Bodies, KeepSetsAsSets) {
  for (const SetCase& c : kSets) {
    SCOPED_TRACE(c.name);
    const auto body = bodies().find(c.name, c.context);
    std::string members;
    if (body) {
      EXPECT_TRUE(body->is_collective);
      EXPECT_EQ(body->level, c.level);
      if (*c.id != '\0') {
        EXPECT_EQ(body->id, c.id);
      }
      for (const std::string& member : body->members)
        members += (members.empty() ? "" : "; ") + member;
    }
    EXPECT_EQ(members, c.members);
  }
}

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

TEST(Bodies, AnswerToThoseOfTheirFieldOnOtherLevels) {
  const auto shares = [](const char* a, const char* b, const char* date) {
    return bodies().share_work(*bodies().find(a, kProvince),
                               *bodies().find(b, kProvince), date);
  };
  EXPECT_TRUE(shares("Phòng Y tế", "Sở Y tế", "2024-01-01"));
  EXPECT_TRUE(shares("Sở Y tế", "Bộ Y tế", "2024-01-01"));
  EXPECT_TRUE(shares("Phòng Văn hóa - Xã hội", "Sở Y tế", "2026-01-01"));
  EXPECT_FALSE(shares("Phòng Y tế", "Sở Nội vụ", "2024-01-01"));
  // Children's affairs came to the health office in March 2025.
  EXPECT_FALSE(shares("Phòng Lao động - Thương binh và Xã hội", "Sở Y tế",
                      "2024-01-01"));
  EXPECT_TRUE(shares("Phòng Lao động - Thương binh và Xã hội", "Sở Y tế",
                     "2026-01-01"));
  EXPECT_FALSE(shares("các sở, ngành", "Sở Y tế", "2026-01-01"));
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

struct WrongCase {
  const char* name;
  const char* lines;  // of agencies.tsv, behind its head
  const char* message;
};

const WrongCase kWrong[] = {
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
  for (const WrongCase& c : kWrong) {
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
