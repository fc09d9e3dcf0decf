#include <sstream>

#include "extract/sheet.h"

namespace kehoach {
namespace {

std::string read_all(const Plan& plan) {
  std::ostringstream out;
  for (const Target& t : plan.targets) {
    out << (out.tellp() > 0 ? "; " : "") << t.indicator << ' ' << t.comparator
        << ' ' << t.value;
    if (t.value_to) out << ".." << *t.value_to;
    out << ' ' << t.unit << (t.due ? " by " + *t.due : "");
  }
  return out.str();
}

struct Case {
  std::string_view text;
  std::string_view targets;
};

const Case kObjectives[] = {
    // The value first, or what is measured first.
    {"84,3% xã, phường phù hợp với trẻ em; 30% xã có điểm vui chơi.",
     "xã, phường phù hợp với trẻ em = 84.3 %; xã có điểm vui chơi = 30 %"},
    {"Tỷ lệ trẻ em 5 tuổi đi học mẫu giáo đạt trên 99,1%.",
     "Tỷ lệ trẻ em 5 tuổi đi học mẫu giáo > 99.1 %"},
    {"Phấn đấu 100% cơ sở giáo dục có công trình vệ sinh và 90% trường có tủ "
     "sách.",
     "cơ sở giáo dục có công trình vệ sinh = 100 %; trường có tủ sách = 90 %"},
    // Comparators.
    {"Giảm tỷ lệ trẻ em suy dinh dưỡng xuống dưới 15%.",
     "tỷ lệ trẻ em suy dinh dưỡng < 15 %"},
    {"Giảm tỷ lệ hộ nghèo xuống còn 7,3%.", "tỷ lệ hộ nghèo = 7.3 %"},
    {"Giảm 50% số cặp tảo hôn.", "số cặp tảo hôn - 50 %"},
    {"Tỷ lệ hộ nghèo giảm 1-1,5%/năm.", "Tỷ lệ hộ nghèo - 1..1.5 %"},
    {"Ít nhất 80% doanh nghiệp dùng hóa đơn điện tử.",
     "doanh nghiệp dùng hóa đơn điện tử >= 80 %"},
    {"Tỷ lệ cử tri đi bầu đạt từ 98% trở lên.", "Tỷ lệ cử tri đi bầu >= 98 %"},
    {"Tỷ lệ phụ thuộc chung đạt khoảng 51%.", "Tỷ lệ phụ thuộc chung = 51 %"},
    {"Tỷ lệ rác thải giảm từ 18% xuống còn 10,5%.", "Tỷ lệ rác thải = 10.5 %"},
    // Years.
    {"Đến năm 2030, tỷ lệ phủ sóng đạt 100%.",
     "tỷ lệ phủ sóng = 100 % by 2030"},
    {"Tỷ lệ trẻ em được khai sinh đạt 98,5% vào năm 2025 và 100% vào năm 2030.",
     "Tỷ lệ trẻ em được khai sinh = 98.5 % by 2025; Tỷ lệ trẻ em được khai "
     "sinh = 100 % by 2030"},
    // Ages and numbers inside what is measured are none.
    {"30% trẻ em từ 11 tuổi trở lên được tham gia.",
     "trẻ em từ 11 tuổi trở lên được tham gia = 30 %"},
    {"70% phụ nữ được tầm soát ít nhất 4 loại bệnh.",
     "phụ nữ được tầm soát ít nhất 4 loại bệnh = 70 %"},
    // A time in front is no part of what is measured.
    {"Trong giai đoạn 2026 - 2030 phấn đấu có ít nhất 10% cán bộ từ nguồn thu "
     "hút.",
     "cán bộ từ nguồn thu hút >= 10 % by 2030"},
    {"Ít nhất 85% người hưởng trợ cấp mở mới tài khoản hoặc người đã có tài "
     "khoản.",
     "người hưởng trợ cấp mở mới tài khoản hoặc người đã có tài khoản >= 85 %"},
    {"Số vụ phạm tội được phát hiện, bắt giữ tăng trên 3%.",
     "Số vụ phạm tội được phát hiện, bắt giữ + 3 %"},
    {"Giá trị xuất khẩu sắn: tốc độ tăng bình quân 10%/năm.",
     "tốc độ tăng = 10 %"},
    // Counts and rates.
    {"Xây dựng 1.250 đoạn sông tự quản.",
     "đoạn sông tự quản = 1250 đoạn sông tự quản"},
    {"Tỷ số giới tính khi sinh dưới 109 bé trai/100 bé gái.",
     "Tỷ số giới tính khi sinh < 109 bé trai/100 bé gái"},
};

TEST(Targets, AmongObjectives) {
  for (const Case& c : kObjectives) {
    const Plan plan =
        plan_of("I. MỤC TIÊU\n\n1. " + std::string(c.text) + "\n\n2. Khác.");
    EXPECT_EQ(read_all(plan), c.targets) << c.text;
    for (const Target& t : plan.targets)
      EXPECT_EQ(t.evidence.quote, slice(plan.text, t.evidence.span));
  }
}

const std::string_view kNone[] = {
    "Cấp hóa chất Cloramin B, Chlorine 70%, máy phun phục vụ xử lý môi trường.",
    "Tiếp tục thực hiện Đề án 06 và Dự án 8 trên địa bàn.",
    "Khám bệnh cho trẻ em dưới 6 tuổi, phổ cập mầm non cho trẻ em dưới 5 tuổi.",
    "Thông tin về Tổng đài 111 và kết nối liên thông 4 cấp.",
    "Nếu có từ 02 địa phương trở lên bằng điểm thì bỏ phiếu.",
    "Hiện có 28 trạm 5G (chiếm 32,2 %).",
    "Thực hiện Nghị quyết số 28-CT/TW ngày 25/12/2023.",
};

TEST(Targets, LeaveOutWhatOnlyDescribes) {
  for (const std::string_view text : kNone)
    EXPECT_EQ(read_all(task_of(std::string(text))), "") << text;
}

TEST(Targets, TheHeadingAboveGivesTheYear) {
  EXPECT_EQ(
      read_all(plan_of(
          "II. MỤC TIÊU\n\n2.1. Đến năm 2025\n\n(1). 85% xã phù hợp với trẻ "
          "em.\n\n2.2. Đến năm 2030\n\n(1). 90% xã phù hợp với trẻ em.")),
      "xã phù hợp với trẻ em = 85 % by 2025; xã phù hợp với trẻ em = 90 % by "
      "2030");
}

// The plan's own period ends when its targets are due; a period in the name of
// what it carries out is none of its own.
TEST(Targets, ThePlansOwnPeriodGivesTheYear) {
  const auto titled = [](const std::string& title) {
    return read_all(read_text(
        "UBND TỈNH A\n\nSố: 5/KH-UBND\n\nA, ngày 5 tháng 3 năm 2025\n\nKẾ "
        "HOẠCH\n\n" +
        title + "\n\nII. MỤC TIÊU\n\n1. 85% xã có thư viện.\n\n2. Khác."));
  };
  EXPECT_EQ(titled("Nâng cao năng lực cán bộ giai đoạn 2026 - 2030"),
            "xã có thư viện = 85 % by 2030");
  EXPECT_EQ(titled("Nâng cao năng lực xây dựng pháp luật giai đoạn 2026-2030"),
            "xã có thư viện = 85 % by 2030");
  EXPECT_EQ(titled("Thực hiện Đề án số 08 giai đoạn 2026 - 2030"),
            "xã có thư viện = 85 %");
  EXPECT_EQ(titled("Triển khai Chương trình sữa học đường giai đoạn 2026-2030"),
            "xã có thư viện = 85 %");
}

TEST(Targets, ShareTheNameOfAList) {
  EXPECT_EQ(read_all(task_of("Đầu tư mới trạm 5G: 35 trạm.")),
            "Đầu tư mới trạm 5G = 35 trạm");
}

}  // namespace
}  // namespace kehoach
