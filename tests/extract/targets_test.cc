#include "extract/sheet.h"

namespace kehoach {
namespace {

struct TargetCase {
  std::string_view text;
  std::string_view targets;
};

const TargetCase kObjectives[] = {
    // The value first, or what is measured first.
    {"84,3% xã, phường phù hợp với trẻ em; 30% xã có điểm vui chơi.",
     "xã, phường phù hợp với trẻ em = 84.3 %; xã có điểm vui chơi = 30 %"},
    {"Tỷ lệ trẻ em 5 tuổi đi học mẫu giáo đạt trên 99,1%.",
     "Tỷ lệ trẻ em 5 tuổi đi học mẫu giáo > 99.1 %"},
    {"Phấn đấu 100% cơ sở giáo dục có công trình vệ sinh và 90% trường có tủ "
     "sách.",
     "cơ sở giáo dục có công trình vệ sinh = 100 %; trường có tủ sách = 90 %"},
    {"Hiện nay tổng số trạm là 180 trạm, trong đó đạt chuẩn 22 trạm.", ""},
    {"Hiện đại hóa trạm, phấn đấu 50% số trạm đạt chuẩn.",
     "số trạm đạt chuẩn = 50 %"},
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
    // One measure, a number for each place; what is kept later is no new date.
    {"Khống chế tỷ lệ hộ thiếu nước xuống dưới 10% (khu vực nội thành), 5% "
     "(khu "
     "vực ngoại thành) vào năm 2025 và duy trì đến năm 2030.",
     "tỷ lệ hộ thiếu nước (khu vực nội thành) < 10 % by 2025; tỷ lệ hộ thiếu "
     "nước (khu vực ngoại thành) < 5 % by 2025"},
    {"Tỷ lệ hộ có điện đạt 90% (theo chuẩn mới) vào năm 2030.",
     "Tỷ lệ hộ có điện = 90 % by 2030"},
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
    {"Giảm tỷ suất tai nạn từ 23 ca/1.000 trẻ em xuống 18 ca/1.000 trẻ em vào "
     "năm 2030.",
     "tỷ suất tai nạn = 18 ca/1.000 trẻ em by 2030"},
    {"Giảm tỷ suất đuối nước xuống dưới 50/100.000 trẻ em vào năm 2030.",
     "tỷ suất đuối nước < 50 /100.000 trẻ em by 2030"},
    {"Hình thành mới 07 chợ nổi.", "chợ nổi = 7 chợ nổi"},
    {"Diện tích cây che bóng trồng thêm: trên 1.400 ha.",
     "Diện tích cây che bóng trồng thêm > 1400 ha"},
    // A comparator holds for what is listed behind it.
    {"Có ít nhất 100 tổ tự quản, 50 câu lạc bộ; trong đó có 20 đội nhóm.",
     "tổ tự quản >= 100 tổ tự quản; câu lạc bộ >= 50 câu lạc bộ; đội nhóm = 20 "
     "đội nhóm"},
    // What a bracket defines, and what it sets out.
    {"Duy trì tỷ lệ trẻ nhẹ cân (dưới 2.500 gram) dưới 5%.",
     "tỷ lệ trẻ nhẹ cân (dưới 2.500 gram) < 5 %"},
    {"Xét tuyển học viên (không quá 10% học viên cũ, 5% học viên ngoài "
     "tỉnh).",
     "học viên cũ <= 10 %; học viên ngoài tỉnh <= 5 %"},
    // How it changes is not what changes.
    {"Giá trị nông sản năm 2030 đạt 90 tỷ đồng, tăng bình quân hằng năm đạt 6 "
     "- 7%/năm.",
     "Giá trị nông sản = 90 tỷ đồng by 2030; Giá trị nông sản + 6..7 % by "
     "2030"},
    {"Giảm 10% số vụ cháy vào năm 2025 và giảm 20% vào năm 2030 so với năm "
     "2020.",
     "số vụ cháy - 10 % by 2025; số vụ cháy - 20 % by 2030"},
    {"Giảm ít nhất 5% số vụ cháy so với năm 2024.", "số vụ cháy - 5 %"},
    {"Nâng tỷ lệ lao động qua đào tạo từ 60% lên 70%.",
     "tỷ lệ lao động qua đào tạo = 70 %"},
    {"Tỷ lệ hộ có đường truyền trên 1 Gb/s đạt 100%.",
     "Tỷ lệ hộ có đường truyền trên 1 Gb/s = 100 %"},
    // A measure needs no verb.
    {"Tốc độ tăng trưởng bình quân 8 - 8,5%/năm.",
     "Tốc độ tăng trưởng = 8..8.5 %"},
    {"Sản lượng lúa 1,2 triệu tấn.", "Sản lượng lúa = 1.2 triệu tấn"},
    {"Mỗi xã xây dựng ít nhất 01 tổ tự quản.", "tổ tự quản >= 1 tổ tự quản"},
    {"90% hộ dân dùng nước sạch trước năm 2027.",
     "hộ dân dùng nước sạch = 90 % by 2027"},
    {"Tỷ lệ người từ 65 tuổi trở lên đạt khoảng 12%.",
     "Tỷ lệ người từ 65 tuổi trở lên = 12 %"},
    {"Số hộ dự họp đạt ít nhất là 50% số hộ được mời.", "Số hộ dự họp >= 50 %"},
    {"Khống chế tỷ lệ hộ nghèo dưới 3%.", "tỷ lệ hộ nghèo < 3 %"},
    {"Tỷ lệ bến đò có phao đạt chuẩn 100%.",
     "Tỷ lệ bến đò có phao đạt chuẩn = 100 %"},
    {"Trồng mới khoảng trên 500ha rừng ngập mặn.", "rừng ngập mặn > 500 ha"},
    // An aim of another year that has no number is another aim.
    {"Đến hết năm 2026 có ít nhất 50% bến đò an toàn và đến năm 2029 đạt mục "
     "tiêu sông không tai nạn.",
     "bến đò an toàn >= 50 % by 2026"},
    {"Tỷ lệ bến đò an toàn đạt 50%, đến năm 2029 đạt 90%.",
     "Tỷ lệ bến đò an toàn = 50 %; Tỷ lệ bến đò an toàn = 90 % by 2029"},
    {"Tỷ lệ bến đò an toàn đạt 50% và duy trì, đến năm 2029.",
     "Tỷ lệ bến đò an toàn = 50 % by 2029"},
    // A place that has things is not what is counted.
    {"Đến năm 2030, tỉnh Cửu Hà có ít nhất 20 bến đò an toàn.",
     "bến đò an toàn >= 20 bến đò an toàn by 2030"},
};

const TargetCase kTasks[] = {
    {"Xây dựng lộ trình đến năm 2030, bảo đảm ít nhất 70% xã có bãi tập kết.",
     "xã có bãi tập kết >= 70 % by 2030"},
    {"Đôn đốc các xã để đạt mục tiêu ít nhất 50% thôn không rác vào năm 2030.",
     "thôn không rác >= 50 % by 2030"},
    {"Di dời trên 40 hộ chài lưới theo lộ trình.",
     "hộ chài lưới > 40 hộ chài lưới"},
    {"Xây dựng 05 cống ngăn mặn (trên sông Trầm) và 02 trạm bơm.",
     "cống ngăn mặn (trên sông Trầm) = 5 cống ngăn mặn; trạm bơm = 2 trạm "
     "bơm"},
    {"Hoàn thiện ít nhất 50ha mặt bằng để đón chủ ghe.", "mặt bằng >= 50 ha"},
    // What is done for it is not what is measured.
    {"Vận động chủ ghe sắm phao, mở thêm lớp bơi để đạt mục tiêu tới năm 2026 "
     "tỷ lệ chủ ghe có phao đạt trên 95%.",
     "tỷ lệ chủ ghe có phao > 95 % by 2026"},
    {"Chỉnh trang bến thuyền: 100% bến thuyền có thùng rác.",
     "bến thuyền có thùng rác = 100 %"},
    {"Xây dựng trạm xử lý nước thải tại 100% khu công nghiệp.",
     "Xây dựng trạm xử lý nước thải tại khu công nghiệp = 100 %"},
    {"Diện tích nuôi tôm đạt 2.500 ha.", "Diện tích nuôi tôm = 2500 ha"},
    // What an act leads to stands behind its comma.
    {"Trồng và giữ rừng ven sông, diện tích rừng đến năm 2030 đạt 1.700 ha.",
     "diện tích rừng = 1700 ha by 2030"},
    {"Tỷ lệ thu gom, tỷ lệ xử lý rác đạt 90%.",
     "Tỷ lệ thu gom, tỷ lệ xử lý rác = 90 %"},
    {"Xây dựng mới 05 cống ngăn mặn.", "cống ngăn mặn = 5 cống ngăn mặn"},
    // Who makes it is not what is measured.
    {"Sở Xây dựng nghiên cứu, thiết kế tối thiểu 03 mẫu nhà ở nổi, kèm "
     "theo dự toán.",
     "mẫu nhà ở nổi >= 3 mẫu nhà ở nổi"},
    {"Trước mắt, giữ nguyên 20 đội như hiện nay; trang bị thêm phao.",
     "đội = 20 đội"},
    {"Các xã vận động xây dựng khoảng 40 chòi canh.",
     "chòi canh = 40 chòi canh"},
    // How a thing must be.
    {"Nhà mới phải bảo đảm vững chắc, có diện tích sàn tối thiểu là 24m2 (nếu "
     "là nhà lá thì diện tích sàn nhỏ hơn 24m2 nhưng không thấp "
     "hơn 18m2), có tuổi thọ từ 15 năm trở lên.",
     "diện tích sàn >= 24 m2; diện tích sàn >= 18 m2; tuổi thọ >= 15 năm"},
    // For how many, where the sentence says by when.
    {"Để hoàn thành việc hỗ trợ phao cho khoảng 7.000 hộ chài lưới trong năm "
     "2026, các xã rà soát.",
     "hỗ trợ phao cho hộ chài lưới = 7000 hộ chài lưới by 2026"},
    // The weeks of a school year.
    {"Thực hiện chương trình học bơi 35 tuần thực học (học kỳ I có 18 tuần, "
     "học kỳ II có 17 tuần).",
     "chương trình học bơi = 35 tuần thực học; học kỳ I = 18 tuần; học kỳ II = "
     "17 tuần"},
    // How long a thing may be, and how high water may stand.
    {"Mỗi thôn diễn một tiết mục (thời gian không quá 12 phút).",
     "thời gian <= 12 phút"},
    {"Mở cống để hạ mực nước sông Trầm (không vượt quá cao độ +2,80m) và duy "
     "trì mực nước hồ Sen không dưới +1,5m.",
     "mực nước sông Trầm <= 2.8 m; mực nước hồ Sen >= 1.5 m"},
    {"Thực hiện Đề án “Xây dựng ít nhất 05 hồ chứa” của Chính phủ.", ""},
    {"Xây dựng ít nhất 05 hồ chứa “xanh”.", "hồ chứa “xanh” >= 5 hồ chứa"},
    {"Phấn đấu mỗi năm cắm mốc ít nhất 05 hồ chứa.", "cắm mốc >= 5 hồ chứa"},
};

TEST(Targets, AmongTasks) {
  for (const TargetCase& c : kTasks)
    EXPECT_EQ(targets_of(task_of(std::string(c.text))), c.targets) << c.text;
}

TEST(Targets, AmongObjectives) {
  for (const TargetCase& c : kObjectives) {
    const Plan plan =
        plan_of("I. MỤC TIÊU\n\n1. " + std::string(c.text) + "\n\n2. Khác.");
    EXPECT_EQ(targets_of(plan), c.targets) << c.text;
    for (const Target& t : plan.targets)
      EXPECT_EQ(t.evidence.quote, slice(plan.text, t.evidence.span));
  }
}

const std::string_view kNoTargets[] = {
    "Cấp hóa chất Cloramin B, Chlorine 70%, máy phun phục vụ xử lý môi trường.",
    "Tiếp tục thực hiện Đề án 06 và Dự án 8 trên địa bàn.",
    "Khám bệnh cho trẻ em dưới 6 tuổi, phổ cập mầm non cho trẻ em dưới 5 tuổi.",
    "Thông tin về Tổng đài 111 và kết nối liên thông 4 cấp.",
    "Nếu có từ 02 địa phương trở lên bằng điểm thì bỏ phiếu.",
    "Hiện có 28 trạm 5G (chiếm 32,2 %).",
    "Thực hiện Nghị quyết số 28-CT/TW ngày 25/12/2023.",
    "Báo cáo 02 lần/ngày (trước 8h30 và 15h30) về mực nước.",
    "Phân phối đúng đối tượng, ưu tiên 12 thôn, bản đã được khoanh vùng.",
    "Đạt từ 85 - 90% cộng 02 điểm.",
    "Đối với nơi có từ 60 hộ trở lên: bầu thêm tổ phó.",
    "Chi hỗ trợ với 50% kinh phí.",
    "Cấp đất cho các hộ trồng rừng có diện tích tối thiểu 2 ha.",
    "Bố trí vốn cho các dự án:\n\n- Dự án kè sông Trầm: 50.000 triệu.",
    "Áp dụng mô hình bảo vệ 04 lớp.",
    "Tập huấn trong 2 tuần; hỗ trợ phao cho 30 hộ.",
    "Khi mực nước hồ Sen trên 2,8m thì mở cống; nếu thời gian chờ không quá "
    "15 phút thì đợi.",
    // How many may be proposed for an award, and ranks.
    "Tặng Bằng khen (không quá 10% tập thể, 5% cá nhân trực tiếp tham gia).",
    "Phấn đấu đưa huyện vào top 05 của tỉnh về chuyển đổi số.",
    "Gồm phường Hòa Trầm: 01 điểm; xã Sen Hạ: 02 điểm.",
    "Lập hồ sơ cầu sông Trầm với tổng mức đầu tư trên 210 tỷ đồng.",
    // Marks, and whose consent it needs.
    "Điểm tối đa cho mỗi bài thi là 10 điểm.",
    "Những trường hợp có trên 50% chủ ghe vắng mặt thì báo cáo rõ.",
    "Chỉ dời bến khi được sự đồng ý của trên 50% chủ ghe.",
};

TEST(Targets, LeaveOutWhatOnlyDescribes) {
  for (const std::string_view text : kNoTargets)
    EXPECT_EQ(targets_of(task_of(std::string(text))), "") << text;
}

TEST(Targets, TheHeadingAboveGivesTheYear) {
  EXPECT_EQ(
      targets_of(plan_of(
          "II. MỤC TIÊU\n\n2.1. Đến năm 2025\n\n(1). 85% xã phù hợp với trẻ "
          "em.\n\n2.2. Đến năm 2030\n\n(1). 90% xã phù hợp với trẻ em.")),
      "xã phù hợp với trẻ em = 85 % by 2025; xã phù hợp với trẻ em = 90 % by "
      "2030");
}

// What holds for now is not due when the part that says it ends.
TEST(Targets, ForNowIsNoYear) {
  const auto of = [](const std::string& line) {
    return targets_of(
        plan_of("II. NHIỆM VỤ ĐẾN NĂM 2030\n\n1. " + line + "\n\n2. Khác."));
  };
  EXPECT_EQ(of("Trước mắt, giữ nguyên 20 đội như hiện nay."), "đội = 20 đội");
  EXPECT_EQ(of("Giữ nguyên 20 đội như hiện nay."), "đội = 20 đội by 2030");
  EXPECT_EQ(of("Phấn đấu 80% hộ được đáp ứng nhu cầu trước mắt về phao."),
            "hộ được đáp ứng nhu cầu trước mắt về phao = 80 % by 2030");
}

// A heading above tasks may say what they are to reach; what the plan costs is
// no target.
TEST(Targets, HeadingsStateThemAndFundingDoesNot) {
  EXPECT_EQ(
      targets_of(plan_of("II. NHIỆM VỤ\n\n1. Trồng mới ít nhất 500ha rừng "
                         "ngập mặn:\n\n- Sở Y tế ươm giống.\n\n- Sở Nội vụ "
                         "giao đất.\n\n2. Khác.")),
      "rừng ngập mặn >= 500 ha");
  EXPECT_EQ(
      targets_of(plan_of("II. NHIỆM VỤ\n\n1. Rà soát.\n\nIII. VỐN ĐẦU "
                         "TƯ\n\nKhái toán tổng số vốn đầu tư: 7.000 tỷ đồng, "
                         "trong đó:\n\n1. Vốn ngân sách: 200 tỷ "
                         "đồng.\n\n2. Vốn khác: 6.800 tỷ đồng.")),
      "");
}

// The plan's own period ends when its targets are due; a period in the name of
// what it carries out is none of its own.
TEST(Targets, ThePlansOwnPeriodGivesTheYear) {
  const auto titled = [](const std::string& title) {
    return targets_of(read_text(
        "UBND TỈNH A\n\nSố: 5/KH-UBND\n\nA, ngày 5 tháng 3 năm 2025\n\nKẾ "
        "HOẠCH\n\n" +
        title + "\n\nII. MỤC TIÊU\n\n1. 85% xã có thư viện.\n\n2. Khác."));
  };
  EXPECT_EQ(titled("Nâng cao năng lực cán bộ giai đoạn 2026 - 2030"),
            "xã có thư viện = 85 % by 2030");
  EXPECT_EQ(titled("Nâng cao năng lực xây dựng pháp luật giai đoạn 2026-2030"),
            "xã có thư viện = 85 % by 2030");
  EXPECT_EQ(titled("Thực hiện Nghị quyết số 34-NQ/TU ngày 27/12/2025 của Tỉnh "
                   "ủy về phát triển bến thuyền năm 2026"),
            "xã có thư viện = 85 % by 2026");
  EXPECT_EQ(titled("Thực hiện Đề án số 08 giai đoạn 2026 - 2030"),
            "xã có thư viện = 85 %");
  EXPECT_EQ(titled("Triển khai Chương trình sữa học đường giai đoạn 2026-2030"),
            "xã có thư viện = 85 %");
}

// A period behind what is measured says when, unless a programme has it.
TEST(Targets, APeriodBehindWhatIsMeasured) {
  const auto of = [](const std::string& line) {
    return targets_of(plan_of("II. MỤC TIÊU\n\n1. " + line + "\n\n2. Khác."));
  };
  EXPECT_EQ(of("Tốc độ tăng bến đò giai đoạn 2026 - 2030 đạt khoảng 9%/năm."),
            "Tốc độ tăng bến đò = 9 % by 2030");
  EXPECT_EQ(of("Tỷ lệ giải ngân của Chương trình bến đò giai đoạn 2026-2030 "
               "đạt 95%."),
            "Tỷ lệ giải ngân của Chương trình bến đò giai đoạn 2026-2030 = 95 "
            "%");
}

// The bracket below an appendix's name dates the plan, not its aims.
TEST(Targets, WhatAnAppendixBelongsToDatesNothing) {
  const auto below = [](const std::string& line) {
    return targets_of(
        plan_of("II. NHIỆM VỤ\n\n1. Rà soát.\n\nPHỤ LỤC\n\n" + line +
                "\n\n| TT | Chỉ tiêu | Chủ trì |\n|---|---|---|\n| "
                "1 | Tỷ lệ bến đò an toàn đạt 40% | Sở Y tế |"));
  };
  EXPECT_EQ(below("**Kèm theo Kế hoạch ngày 13 tháng 8 năm 2024**"),
            "Tỷ lệ bến đò an toàn = 40 %");
  EXPECT_EQ(below("**CHỈ TIÊU ĐẾN NĂM 2030**"),
            "Tỷ lệ bến đò an toàn = 40 % by 2030");
}

// A table without values states them in its sentences.
TEST(Targets, ACellMayBeASentence) {
  const auto of = [](const std::string& heads, const std::string& cell) {
    return targets_of(plan_of("II. NHIỆM VỤ\n\nPHÂN CÔNG THỰC HIỆN\n\n| TT | " +
                              heads + " |\n|---|---|---|\n| 1 | " + cell +
                              " | Sở Y tế |"));
  };
  EXPECT_EQ(of("Chỉ tiêu | Chủ trì", "Bến đò chiếm 45% số bến tỉnh"),
            "Bến đò = 45 %");
  EXPECT_EQ(of("Chỉ tiêu | Chủ trì", "Tỷ lệ bến đò an toàn đạt tối thiểu 40%"),
            "Tỷ lệ bến đò an toàn >= 40 %");
  EXPECT_EQ(of("Nhiệm vụ | Chủ trì", "Bảo đảm 100% bến đò có phao"),
            "bến đò có phao = 100 %");
  EXPECT_EQ(of("Nhiệm vụ | Chủ trì", "Thực hiện Đề án 06 năm 2025"), "");
  EXPECT_EQ(of("Ghi chú | Chủ trì", "Tỷ lệ bến đò an toàn đạt 40%"), "");
}

TEST(Targets, ShareTheNameOfAList) {
  EXPECT_EQ(targets_of(task_of("Đầu tư mới trạm 5G: 35 trạm.")),
            "Đầu tư mới trạm 5G = 35 trạm");
}

// A rule of another book that names no unit gives no target, and nothing worse.
TEST(Targets, NeedARuleThatNamesValueAndUnit) {
  const auto rules = parse_rulebook({{"rules/targets.toml", R"([[rule]]
id = "target.x"
what = "count"
triggers = ['\d']
pattern = '(?P<value>\d+) (?:xã|thôn)'
examples = ["[5 xã]"]
counterexamples = ["xã"]
)"}});
  ASSERT_TRUE(rules) << rules.error().message;
  const auto plan = read_plan("KẾ HOẠCH\n\nI. NHIỆM VỤ\n\n1. Xây dựng 5 xã.",
                              "test.md", *rules);
  ASSERT_TRUE(plan) << plan.error().message;
  EXPECT_EQ(targets_of(*plan), "");
}

// What a plan of money foresees are its aims, what this year will have brought
// is none, nor what is to come in and to go out.
TEST(Targets, ThePlanOfMoneyReadsItsForecasts) {
  const auto titled = [](const std::string& title, const std::string& caption) {
    return read_text(
        "<html><p>ỦY BAN NHÂN DÂN</p><p>TỈNH CỬU HÀ</p><p>Số: 9/KH-UBND</p>"
        "<p>Cửu Hà, ngày 13 tháng 11 năm 2025</p><p>KẾ HOẠCH</p><p>" +
        title + "</p><p>I. NHIỆM VỤ</p><p>1. Rà soát.</p><p>" + caption +
        "</p><p>Đơn vị tính: triệu đồng</p><table>" +
        table("/|STT|Nội dung|Ước thực hiện năm 2025|Dự toán năm 2026|Dự kiến "
              "năm 2027|So sánh (%)/|1|Tổng thu nhập|4|5|6|120") +
        "</table>");
  };
  const std::string money = "Tài chính - ngân sách nhà nước 03 năm 2026 - 2028";
  const std::string caption = "Dự báo một số chỉ tiêu";
  const Plan plan = titled(money, caption);
  ASSERT_EQ(plan.targets.size(), 2U);
  EXPECT_EQ(plan.targets[0].indicator, "Tổng thu nhập");
  EXPECT_EQ(plan.targets[0].value, 5);
  EXPECT_EQ(plan.targets[0].unit, "triệu đồng");
  EXPECT_EQ(plan.targets[0].due, "2026");
  EXPECT_EQ(plan.targets[1].due, "2027");
  EXPECT_TRUE(titled("Nạo vét kênh rạch", caption).targets.empty());
  EXPECT_TRUE(titled(money, "Dự kiến thu, chi ngân sách").targets.empty());
}

// A year right behind what is counted closes the aim; another may follow.
TEST(Targets, AYearBehindWhatIsCounted) {
  EXPECT_EQ(targets_of(task_of("Phấn đấu ít nhất 40% địa bàn sạch rác trong "
                               "năm 2026, đến năm 2030 đạt chuẩn.")),
            "địa bàn sạch rác >= 40 % by 2026");
  // `tải xuống` reaches nothing.
  EXPECT_EQ(targets_of(task_of("Tốc độ tải xuống đạt tối thiểu 5Mbit/s.")),
            "Tốc độ tải xuống >= 5 Mbit/s");
}

}  // namespace
}  // namespace kehoach
