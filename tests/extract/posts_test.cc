// Who leads by a post, by a label in front of a colon, or once in a while.

#include "extract/sheet.h"

namespace kehoach {
namespace {

struct PostCase {
  std::string_view text;
  std::string_view lead;
  std::string_view support;
};

TEST(Posts, EachIsABodyOfItsOwn) {
  for (const PostCase& c : {
           PostCase{"Thủ trưởng các đơn vị thuộc Bộ, Cục trưởng Cục Hàng hải, "
                    "Chi cục trưởng Chi cục Cảng vụ rà soát bến đò.",
                    "Thủ trưởng các đơn vị thuộc Bộ | Cục trưởng Cục Hàng hải "
                    "| Chi cục trưởng Chi cục Cảng vụ",
                    ""},
           PostCase{"Giám đốc các Sở, Thủ trưởng các ban, ngành rà soát bến "
                    "đò.",
                    "Giám đốc các Sở | Thủ trưởng các ban, ngành", ""},
           PostCase{"Thủ trưởng các sở, ban, ngành rà soát bến đò.",
                    "Thủ trưởng các sở, ban, ngành", ""},
           PostCase{"Phối hợp với Vụ Phổ biến, giáo dục pháp luật, Vụ Vận tải "
                    "rà soát bến đò.",
                    "", "Vụ Phổ biến, giáo dục pháp luật | Vụ Vận tải"},
           PostCase{"Tổ chức pháp chế rà soát quy định về bến đò.",
                    "Tổ chức pháp chế", ""},
           PostCase{"Tổ chức rà soát bến đò.", "", ""},
           PostCase{"Đài Phát thanh, các phương tiện thông tin đại chúng khác "
                    "rà soát tin về bến đò.",
                    "Đài Phát thanh | các phương tiện thông tin đại chúng khác",
                    ""},
       }) {
    const Plan plan = task_of(std::string(c.text));
    ASSERT_EQ(plan.obligations.size(), 2U) << c.text;
    EXPECT_EQ(join(plan.obligations[0].lead), c.lead) << c.text;
    EXPECT_EQ(join(plan.obligations[0].support), c.support) << c.text;
  }
}

TEST(Posts, ALabelNamesWhomItsColonDoes) {
  for (const PostCase& c : {
           PostCase{"Cơ quan chủ trì lập danh mục, trình UBND tỉnh: Sở Xây "
                    "dựng. Hoàn thành trong quý II.",
                    "Sở Xây dựng", ""},
           PostCase{"Cơ quan chủ trì, thành phần và thời gian ghi tại Phụ lục.",
                    "", ""},
           PostCase{"Cơ quan được phân công thực hiện các nội dung, nhiệm vụ "
                    "cụ thể trong Kế hoạch này bố trí kinh phí.",
                    "Cơ quan được phân công thực hiện các nội dung, nhiệm vụ "
                    "cụ thể trong Kế hoạch này",
                    ""},
           PostCase{"Định kỳ 06 tháng/lần Sở Xây dựng rà soát bến đò.",
                    "Sở Xây dựng", ""},
           PostCase{"Định kỳ 06 tháng/lần rà soát bến đò.", "", ""},
           PostCase{"Theo dõi, đôn đốc các bộ, các tỉnh rà soát bến đò.", "",
                    ""},
           PostCase{"Theo nhiệm vụ được giao, các tỉnh rà soát bến đò.",
                    "các tỉnh", ""},
           PostCase{"Các tỉnh tự theo dõi bến đò.", "Các tỉnh", ""},
           PostCase{"Đối với các cơ quan đóng trên địa bàn: thủ trưởng đơn vị "
                    "rà soát bến đò.",
                    "thủ trưởng đơn vị", ""},
       }) {
    const Plan plan = task_of(std::string(c.text));
    ASSERT_EQ(plan.obligations.size(), 2U) << c.text;
    EXPECT_EQ(join(plan.obligations[0].lead), c.lead) << c.text;
  }
}

}  // namespace
}  // namespace kehoach
