// Names of bodies as plans write them, and what they are led to: by the tables
// that ship, with units made up.
#include <gtest/gtest.h>

#include "rulebook/body_book.h"

namespace kehoach {
namespace {

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

    // A post of every commune before July 2025, not a person.
    {"công chức Văn hóa - Xã hội", kCommune,
     "cong-chuc-van-hoa-xa-hoi@xa-dong-van", ""},
    {"công chức Phòng Y tế", kCommune, "", ""},

    // Branches of the centre have a region.
    {"Chi cục Hải quan khu vực V", kProvince, "chi-cuc-hai-quan@khu-vuc-v", ""},
    {"Ngân hàng Nhà nước", kCentral, "ngan-hang-nha-nuoc-viet-nam", ""},

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
    {"Hội Khuyến học các cấp", kProvince, "Hội Khuyến học các cấp", "", ""},
    {"các đơn vị thuộc các Bộ", kCentral, "đơn vị thuộc các Bộ", "",
     "cac-don-vi-thuoc-cac-bo"},
    {"các sở, ban, ngành cấp tỉnh, doanh nghiệp", kProvince,
     "sở; ban; ngành; doanh nghiệp", "province", ""},
    {"các cơ quan liên quan và địa phương có rừng", kProvince,
     "cơ quan; địa phương có rừng", "", ""},
    // Words that begin as a noun for bodies does.
    {"các cơ sở dữ liệu chuyên ngành", kProvince, "", "", ""},
    {"những vụ việc", kProvince, "", "", ""},
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

}  // namespace
}  // namespace kehoach
