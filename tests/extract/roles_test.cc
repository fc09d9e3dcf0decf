// Who leads and who supports: names, subjects, headings.

#include "extract/sheet.h"

namespace kehoach {
namespace {

struct Case {
  std::string_view text;
  std::string_view lead;
  std::string_view support;
};

void expect_roles(const Case* begin, const Case* end) {
  for (const Case* c = begin; c != end; ++c) {
    const Plan plan = task_of(std::string(c->text));
    ASSERT_EQ(plan.obligations.size(), 2U) << c->text;
    EXPECT_EQ(join(plan.obligations[0].lead), c->lead) << c->text;
    EXPECT_EQ(join(plan.obligations[0].support), c->support) << c->text;
  }
}

const Case kNames[] = {
    // A common noun behind `và` is another body, too, if a name stands before.
    {"Phối hợp với UBND các xã và cơ quan có liên quan rà soát bến đò.", "",
     "UBND các xã | cơ quan có liên quan"},
    {"Phối hợp với các sở và cơ quan có liên quan rà soát bến đò.", "",
     "các sở và cơ quan có liên quan"},
    // Groups are called after what they do, the Youth Union is not.
    {"Phối hợp với các Đoàn kiểm tra, giám sát của tỉnh rà soát bến đò.", "",
     "các Đoàn kiểm tra, giám sát của tỉnh"},
    {"Phối hợp với Tỉnh Đoàn kiểm tra áo phao.", "", "Tỉnh Đoàn"},
    {"Phối hợp với Sở Xây dựng kiểm tra, giám sát bến đò.", "", "Sở Xây dựng"},
    // Persons are called after their charge.
    {"Chuyên viên phụ trách tổng hợp tham mưu lịch trực.",
     "Chuyên viên phụ trách tổng hợp", ""},
    {"Sở Xây dựng phụ trách tổng hợp số liệu.", "Sở Xây dựng", ""},
    {"Các chuyên viên trong cơ quan chuẩn bị tài liệu.",
     "Các chuyên viên trong cơ quan", ""},
    {"Các sở trong tháng 9 chuẩn bị tài liệu.", "Các sở", ""},
    {"Người đứng đầu cấp ủy, chính quyền, cơ quan, tổ chức có trách nhiệm nêu "
     "gương.",
     "Người đứng đầu cấp ủy, chính quyền, cơ quan, tổ chức", ""},
    {"Phối hợp với Trưởng ấp tổ chức Hội nghị cử tri.", "", "Trưởng ấp"},
    {"Phối hợp với các chủ dự án, tiểu dự án rà soát tiến độ.", "",
     "các chủ dự án, tiểu dự án"},
};

TEST(Roles, Names) { expect_roles(std::begin(kNames), std::end(kNames)); }

}  // namespace
}  // namespace kehoach
