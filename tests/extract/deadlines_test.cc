#include "extract/sheet.h"

namespace kehoach {
namespace {

struct DeadlineCase {
  std::string_view text;   // the expected quote stands between brackets
  std::string_view value;  // `kind value`, several joined by `; `
};

std::string deadlines_of(const Plan& plan) {
  std::string out;
  for (const Deadline& d : plan.deadlines)
    out += (out.empty() ? "" : "; ") + d.kind + " " + d.value.value_or("-");
  return out;
}

const DeadlineCase kFound[] = {
    // Dates, in every spelling.
    {"Hoàn thành [trước ngày 30/6/2025].", "date 2025-06-30"},
    {"Nộp báo cáo [trước ngày 22/ 12/ 2025].", "date 2025-12-22"},
    {"Gửi [chậm nhất là ngày 15 tháng 8 năm 2025].", "date 2025-08-15"},
    {"Tổng kết [vào năm 2030].", "date 2030"},
    {"Trình phê duyệt [trong quý IV năm 2025].", "date 2025-Q4"},
    {"Xây dựng xong [trong tháng 11/2025].", "date 2025-11"},
    {"Thực hiện [từ nay đến hết năm 2025].", "date 2025"},
    // Without a year: the next such day, unless a rhythm stands by.
    {"Báo cáo [trước ngày 10/12].", "date 2024-12-10"},
    {"Báo cáo [trước ngày 10/3].", "date 2025-03-10"},
    {"Định kỳ hàng năm, báo cáo về tỉnh (qua Sở Y tế) [trước ngày 10/11] để "
     "tổng hợp.",
     "recurring --11-10"},
    // Rhythms.
    {"[Định kỳ hằng năm trước ngày 10/12] báo cáo.", "recurring --12-10"},
    {"Tổng hợp, báo cáo [chậm nhất ngày 15 hàng tháng].", "recurring ---15"},
    {"Kiểm tra [hằng quý].", "recurring quarterly"},
    {"Báo cáo ([6 tháng, năm]).", "recurring half-yearly; recurring yearly"},
    {"Báo cáo [trước ngày 01/6 và 15/11 hằng năm].",
     "recurring --06-01; recurring --11-15"},
    {"Đo độ mặn [từ tháng 2 đến tháng 6 hằng năm].", "recurring --02/--06"},
    {"Trực đêm [từ tháng 11 đến tháng 01 hằng năm].", "recurring --11/--01"},
    {"Cấm đánh bắt [từ 01/4 đến 30/6 hằng năm].", "recurring --04-01/--06-30"},
    {"Lấy mẫu nước, tần suất: [02 đợt/tháng (12 đợt/năm)].",
     "recurring monthly"},
    {"Phun khử khuẩn [02 đợt/năm].", "recurring half-yearly"},
    {"Gửi biên bản [sau khi kết thúc phiên họp 02 ngày].", "relative P2D"},
    {"Trực cấp cứu [trong thời gian diễn ra lễ hội].", "relative -"},
    {"Lấy mẫu bổ sung [khi nguồn nước có dấu hiệu nhiễm mặn].", "relative -"},
    {"[Đến năm 2035], hệ thống tưới tự động được vận hành.", "date 2035"},
    // Periods.
    {"Triển khai [từ ngày 20/11/2025 đến ngày 03/12/2025].",
     "period 2025-11-20/2025-12-03"},
    {"[Trong giai đoạn 2026 - 2030], xây dựng trạm.", "period 2026/2030"},
    {"Giảng dạy [từ ngày 01/7/2025].", "period 2025-07-01/.."},
    {"Giảng dạy [từ 01/7/2025].", "period 2025-07-01/.."},
    {"Kiểm tra [từ tháng 3 đến tháng 5/2025].", "period 2025-03/2025-05"},
    {"Nộp báo cáo [trước ngày 30-6-2025].", "date 2025-06-30"},
    {"Thi đua cao điểm trong 10 ngày làm việc ([từ ngày 20/11/2025 đến ngày "
     "03/12/2025]).",
     "period 2025-11-20/2025-12-03"},
    {"Chi trả: [Sau khi mở tài khoản], Ủy ban nhân dân xã ký hợp đồng với "
     "người hưởng trợ cấp hàng tháng.",
     "relative -"},
    {"Tuyên truyền [từ tháng 01 đến ngày bầu cử 15/3/2026].",
     "period 2026-01/2026-03-15"},
    {"Tuyên truyền [từ nay đến kết thúc cuộc bầu cử].", "relative -"},
    {"Thực hiện nhiệm vụ khác [khi được Trưởng ban phân công].", "relative -"},
    {"Triển khai dự án 6 ([khi Bộ Y tế có văn bản triển khai]).", "relative -"},
    {"Tổng kết [sau ngày bầu cử 15/3/2026].", "relative -"},
    // Tied to an event.
    {"Xử lý [trong 24-48 giờ sau khi nước rút].", "relative PT48H"},
    {"Trả lời [trong 05 ngày làm việc kể từ ngày nhận].", "relative P5D"},
    {"Ban hành kế hoạch [sau khi có hướng dẫn của UBND tỉnh].", "relative -"},
    {"Báo cáo đột xuất ([khi có yêu cầu]).", "relative -"},
    {"[Ngay sau hội nghị], gửi biên bản.", "relative -"},
    {"Báo cáo [sau mỗi đợt] và tổng kết.", "relative -"},
    {"Trực y tế [trong ngày bầu cử].", "relative -"},
    {"Gửi hồ sơ [trước ngày khai mạc 10 ngày].", "relative P10D"},
    {"Chuẩn bị tài liệu cho đoàn [khi về làm việc tại ấp].", "relative -"},
    // Hours of the day, days of the month.
    {"Báo cáo nhanh [trước 14h00’ hằng ngày].", "recurring daily"},
    {"Báo cáo [02 lần/ngày (trước 8h30’ và 15h30’)] về mực nước.",
     "recurring daily"},
    {"Diễn tập [ít nhất 02 lần/năm].", "recurring half-yearly"},
    {"Khai mạc [lúc 7 giờ 30 phút, ngày 20/3/2025].", "date 2025-03-20"},
    {"Báo cáo [ngày 15 và ngày 30 hằng tháng].",
     "recurring ---15; recurring ---30"},
    {"Báo cáo [hằng quý (trước ngày 20 tháng cuối quý)].", "recurring ---20"},
    // Parts of months and years.
    {"Tổng kết [trong tuần đầu tháng 3/2026].", "date 2026-03"},
    {"Quan trắc [vào tháng 4 và tháng 10 năm 2025].",
     "date 2025-04; date 2025-10"},
    {"Tập huấn [trong quý I và quý II/2025].", "period 2025-Q1/2025-Q2"},
    {"Hoàn thành [trong 06 tháng cuối năm 2025].", "period 2025-07/2025-12"},
    {"Báo cáo giữa kỳ ([năm 2027]) về Sở Y tế.", "date 2027"},
    {"Tuần tra đê liên tục [trong năm 2025].", "date 2025"},
    // Without a year: the next such month.
    {"Ban hành quy chế [trong quý I].", "date 2025-Q1"},
    {"Ban hành quy chế [trong quý IV].", "date 2024-Q4"},
    {"Rà soát [từ nay đến cuối năm].", "date 2024"},
    // Periods by other words.
    {"Họp [trong ngày 06/5/2025 đến ngày 07/5/2025].",
     "period 2025-05-06/2025-05-07"},
    {"Ra quân [từ 15/3 - 20/3/2025].", "period 2025-03-15/2025-03-20"},
    {"Trực [từ ngày 10/4/2025 đến ngày khai mạc].", "period 2025-04-10/.."},
    {"Áp dụng [từ năm 2026].", "period 2026/.."},
    // Days that a schedule sets.
    {"Tựu trường: [Ngày 26/8/2024] (thứ Hai).", "date 2024-08-26"},
    {"Tổ chức khai giảng năm học mới: [Ngày 05/9/2024].", "date 2024-09-05"},
    {"[Ngày 24, 25/12/2024]: Tập huấn cho cộng tác viên.",
     "period 2024-12-24/2024-12-25"},
    {"[Ngày 24, 27/12/2024]: Tập huấn cho cộng tác viên.",
     "date 2024-12-24; date 2024-12-27"},
    {"[Năm 2027]: Trình ban hành quy chế mới.", "date 2027"},
    {"Ban hành quy chế của các đồn, trạm ([trong năm 2025]).", "date 2025"},
    // School years.
    {"Bảo đảm [cuối năm học] mọi học sinh biết bơi.", "recurring yearly"},
    {"Dạy bơi cho học sinh lớp 3 [từ năm học 2025-2026].", "period 2025/.."},
    // Rhythms that stand together, and a noun that an act parts from its own.
    {"Sơ kết [6 tháng, 1 năm] thực hiện.",
     "recurring half-yearly; recurring yearly"},
    {"Kiểm tra [trong quý I hằng năm].", "recurring yearly"},
    {"Báo cáo kết quả thực hiện Kế hoạch này [hằng năm].", "recurring yearly"},
    {"Xây dựng kế hoạch; rà soát [hằng năm].", "recurring yearly"},
    {"Kiện toàn các đội thường xuyên [hằng năm].", "recurring yearly"},
    // The date belongs to the rhythm, also behind other words.
    {"Báo cáo định kỳ hằng quý gửi về Sở Y tế ([trước ngày 20 tháng cuối "
     "quý]).",
     "recurring ---20"},
    // What has to come about first.
    {"Các hộ [sau khi nhận được tiền tạm ứng] thì tự mua vật liệu.",
     "relative -"},
    {"Các tổ [khi hoàn thành phần móng] thì phải lập biên bản.", "relative -"},
    {"Gửi danh sách [khi kết thúc Chương trình] về Sở Y tế.", "relative -"},
    {"Chi trả phụ cấp [khi Quyết định của tỉnh, quy định mức mới được ban "
     "hành]; lập danh sách.",
     "relative -"},
    {"Phần còn lại thì [khi có kinh phí] sẽ lát tiếp.", "relative -"},
    {"Hộ chưa được sửa nhà thì hỗ trợ [trong năm tiếp theo].", "relative -"},
    // The mark of a lost letter.
    {"Kiểm tra [h\u0300ng năm].", "recurring yearly"},
};

TEST(Deadlines, AreReadWithTheirQuotes) {
  for (const DeadlineCase& c : kFound) {
    std::string text(c.text);
    const std::size_t open = text.find('[');
    text.erase(open, 1);
    const std::size_t close = text.find(']');
    text.erase(close, 1);
    const Plan plan = task_of(text);
    EXPECT_EQ(deadlines_of(plan), c.value) << c.text;
    for (const Deadline& d : plan.deadlines) {
      EXPECT_EQ(d.evidence.quote, text.substr(open, close - open)) << c.text;
      EXPECT_EQ(d.evidence.quote, slice(plan.text, d.evidence.span));
      EXPECT_EQ(d.obligation, "o1");
    }
  }
}

// What looks like a time and is no deadline.
const std::string_view kNone[] = {
    "Thực hiện Chỉ thị số 28-CT/TW ngày 25/12/2023 của Bộ Chính trị.",
    "Thực hiện Chương trình hành động vì trẻ em giai đoạn 2021-2030.",
    "Thực hiện Chiến lược dân số đến năm 2030, tầm nhìn đến năm 2045.",
    "Thực hiện công tác trẻ em năm 2025.",
    "Lập dự toán ngân sách hằng năm theo quy định.",
    "Đưa vào kế hoạch hằng năm của đơn vị.",
    "Chăm sóc trẻ em từ 06 tháng đến 36 tháng tuổi.",
    "Tổ chức Tháng hành động vì trẻ em từ ngày 01/6 đến ngày 30/6.",
    "Thường xuyên kiểm tra, kịp thời xử lý.",
    "Định kỳ tổng hợp báo cáo UBND xã.",
    "Kết nối hàng ngàn thiết bị.",
    "Chi trả trợ cấp xã hội hàng tháng cho người khuyết tật.",
    "Rà soát người hưởng trợ cấp hưu trí xã hội hàng tháng.",
    "Kiểm tra trước, trong và sau khi kết thúc phong trào.",
    "Xây dựng lộ trình để ít nhất 50% xã không có ma túy vào năm 2030.",
    "Hỗ trợ người dân khi tham gia các hoạt động.",
    "Xây dựng kế hoạch triển khai thực hiện hằng năm.",
    "Rà soát danh mục đầu tư trung hạn, hằng năm.",
    "Quản lý người bệnh sau khi hoàn thành đợt điều trị.",
    "Cộng điểm theo Quy chế (sau khi được ban hành).",
    "Tổng hợp số liệu tính đến ngày 30/6/2025.",
    "Bảo đảm an toàn trước, trong và sau Tết.",
    "Sản lượng gấp 2 lần/năm trước.",
    "Kinh phí từ vốn ngân sách được phân bổ hằng năm cho các đơn vị.",
    "Xây dựng kế hoạch vớt rác hằng năm.",
    "Xây dựng kế hoạch kiểm tra hằng năm.",
    "Thực hiện theo các văn bản hướng dẫn hằng năm.",
    "Đưa việc dạy bơi vào kế hoạch 5 năm và hằng năm.",
    "Triển khai Đề án đội thuyền từ nay đến năm 2030 và những năm tiếp theo.",
    "Hỗ trợ người đăng ký thường trú trước ngày 15/6/2024.",
    "Nhà ở sau khi sửa chữa phải bảo đảm bền chắc.",
};

TEST(Deadlines, LeaveOutWhatOnlyLooksLikeOne) {
  for (const std::string_view text : kNone)
    EXPECT_EQ(deadlines_of(task_of(std::string(text))), "") << text;
}

TEST(Deadlines, TheSectionDecides) {
  const std::string body =
      "\n\n1. Hoàn thành trước ngày 30/6/2025.\n\n2. Khác.";
  EXPECT_EQ(plan_of("I. MỤC ĐÍCH, YÊU CẦU" + body).deadlines.size(), 0U);
  EXPECT_EQ(plan_of("I. MỤC TIÊU" + body).deadlines.size(), 1U);
  EXPECT_EQ(plan_of("I. TỔ CHỨC THỰC HIỆN" + body).deadlines.size(), 1U);
}

TEST(Deadlines, ImpossibleDatesAreDiagnostics) {
  for (const std::string when :
       {"trước ngày 30/2/2025", "từ ngày 31/4/2025", "từ ngày 01/01/0025"}) {
    const Plan plan = task_of("Hoàn thành " + when + ".");
    EXPECT_EQ(deadlines_of(plan), "") << when;
    ASSERT_EQ(plan.diagnostics.size(), 1U) << when;
    EXPECT_EQ(plan.diagnostics[0].code, "date-impossible");
    EXPECT_EQ(slice(plan.text, plan.diagnostics[0].span), when);
  }
}

TEST(Deadlines, TheYearOfATitleIsThatOfThePlan) {
  const auto quarter_of = [](const std::string& title) {
    return deadlines_of(read_text(
        "ỦY BAN NHÂN DÂN\nTỈNH CỬU HÀ\nSố: 7/KH-UBND\nCửu Hà, ngày 13 tháng 01 "
        "năm 2025\n\nKẾ HOẠCH\n\n" +
        title + "\n\nI. NHIỆM VỤ\n\n1. Tập huấn trong quý III.\n\n2. Khác.\n"));
  };
  EXPECT_EQ(quarter_of("Phòng, chống thiên tai năm 2026"), "date 2026-Q3");
  // These years are not the plan's.
  EXPECT_EQ(quarter_of("Triển khai Chỉ thị số 05/CT-UBND ngày 12 tháng 3 năm "
                       "2024 về phòng, chống thiên tai"),
            "date 2025-Q3");
  EXPECT_EQ(quarter_of("Triển khai Chỉ thị số 05/CT-UBND ngày 12/3/2024 về "
                       "năm 2026 an toàn và lành mạnh"),
            "date 2025-Q3");
  EXPECT_EQ(quarter_of("Phòng, chống thiên tai năm 2026 và năm 2027"),
            "date 2025-Q3");
}

TEST(Deadlines, BothEndsOfATermAreDates) {
  EXPECT_EQ(
      deadlines_of(task_of("Học kỳ I: Bắt đầu từ ngày 06/9/2024; kết thúc "
                           "trước ngày 18/01/2025.")),
      "date 2024-09-06; date 2025-01-18");
}

// A sentence that numbered lines stand below is no name of a part.
TEST(Deadlines, ASentenceAboveLinesHasTimesOfItsOwn) {
  EXPECT_EQ(deadlines_of(plan_of(
                "QUYẾT ĐỊNH:\n\nĐiều 1. Thực hiện chế độ điều dưỡng luân phiên "
                "02 năm một lần đối với người trồng rừng trên địa bàn tỉnh Cửu "
                "Hà như sau:\n\n1. Mức chi: theo quy định.\n\n2. Khác.")),
            "recurring P2Y");
  EXPECT_EQ(deadlines_of(plan_of("II. CÔNG VIỆC TRƯỚC NGÀY 20/11/2024 VÀ VỀ "
                                 "SAU\n\n1. Rà soát.\n\n2. Khác.")),
            "");
}

// The days of several rhythms may stand in a bracket behind them.
TEST(Deadlines, ABracketGivesTheDaysOfItsRhythms) {
  EXPECT_EQ(
      deadlines_of(task_of("Định kỳ 6 tháng, năm (6 tháng trước ngày 15/6; "
                           "năm trước ngày 15/12 hằng năm) báo cáo về tỉnh.")),
      "recurring --06-15; recurring --12-15");
  EXPECT_EQ(deadlines_of(task_of("Định kỳ 6 tháng, năm (qua Sở Y tế), báo cáo "
                                 "trước ngày 15/12 hằng năm.")),
            "recurring half-yearly; recurring yearly; recurring --12-15");
}

TEST(Deadlines, AnInferredYearSaysSo) {
  EXPECT_TRUE(task_of("Báo cáo trước ngày 10/12.").deadlines[0].year_inferred);
  EXPECT_FALSE(
      task_of("Báo cáo trước ngày 10/12/2024.").deadlines[0].year_inferred);
}

// The plan's title knows better than its date.
TEST(Deadlines, AMonthWithoutYearIsOfThePlan) {
  const Plan plan = read_text(
      "ỦY BAN NHÂN DÂN\nTỈNH KHÁNH HÒA\n\nSố: 9/KH-UBND\n\nKhánh Hòa, ngày "
      "13 tháng 11 năm 2024\n\nKẾ HOẠCH\n\nPhòng, chống thiên tai năm "
      "2025\n\nI. NHIỆM VỤ\n\n1. Diễn tập trong tháng 12.\n\n2. Tổng kết "
      "vào tháng 5; thi từ 29/11 đến 05/12.\n\n- Thời gian thực hiện: Tháng "
      "5 - 7");
  EXPECT_EQ(deadlines_of(plan),
            "date 2025-12; date 2025-05; period 2025-11-29/2025-12-05; period "
            "2025-05/2025-07");
  for (const Deadline& d : plan.deadlines) EXPECT_TRUE(d.year_inferred);
}

TEST(Deadlines, LinesAndColumnsOfTimesNeedNoBindingWord) {
  EXPECT_EQ(
      deadlines_of(task_of("Rà soát văn bản.\n\n- Thời gian thực hiện: Quý "
                           "IV năm 2025 và các năm tiếp theo.")),
      "period 2025-Q4/..");
  EXPECT_EQ(
      deadlines_of(task_of("Rà soát văn bản.\n\n- Thời gian: 2025-2027.")),
      "period 2025/2027");
  EXPECT_EQ(deadlines_of(task_of(
                "Rà soát văn bản.\n\n- Thời gian thực hiện: Ngày 08/3/2025.")),
            "date 2025-03-08");
  EXPECT_EQ(
      deadlines_of(task_of("Rà soát văn bản.\n\n- Thời gian thực hiện: Tháng "
                           "11, 12/2024 và bổ sung thường xuyên.")),
      "period 2024-11/2024-12");
  EXPECT_EQ(
      deadlines_of(task_of("Rà soát văn bản.\n\n- Thời gian thực hiện: Từ năm "
                           "2024 đến năm 2030 và tiếp theo.")),
      "period 2024/..");
  EXPECT_EQ(
      deadlines_of(task_of("Bồi dưỡng.\n\n- Thời gian thực hiện: Giai đoạn "
                           "2026-2030 và những năm tiếp theo.")),
      "period 2026/..");
  EXPECT_EQ(deadlines_of(task_of("Bồi dưỡng.\n\n- Thời gian thực hiện: Theo kế "
                                 "hoạch công tác tư pháp hàng năm.")),
            "");
  EXPECT_EQ(deadlines_of(
                task_of("Bồi dưỡng.\n\n- Thời gian thực hiện: Theo quy định.")),
            "");
}

TEST(Deadlines, MonthsMayBeRanges) {
  const auto time = [](std::string_view line) {
    return deadlines_of(
        task_of("Kiểm kê.\n\n- Thời gian thực hiện: " + std::string(line)));
  };
  EXPECT_EQ(time("Tháng 11 - 12/2025."), "period 2025-11/2025-12");
  EXPECT_EQ(time("Từ tháng 11/2025 đến khi kết thúc kiểm kê."),
            "period 2025-11/..");
  EXPECT_EQ(time("Tháng 11/2025."), "date 2025-11");
  EXPECT_EQ(time("Tháng 4, 5/2025."), "period 2025-04/2025-05");
  EXPECT_EQ(time("Tháng 4, 10/2025."), "date 2025-04; date 2025-10");
  EXPECT_EQ(time("Tháng 12/2025 và tháng 01/2026."), "period 2025-12/2026-01");
  EXPECT_EQ(time("Quý IV/2025, Quý I/2026."), "period 2025-Q4/2026-Q1");
  EXPECT_EQ(time("Quý I/2025; Quý IV/2025."), "date 2025-Q1; date 2025-Q4");
  EXPECT_EQ(time("Tháng 9."), "date 2024-09");
  EXPECT_EQ(time("Quý I - II."), "period 2025-Q1/2025-Q2");
}

TEST(Deadlines, RhythmsOfYearsAndLastDays) {
  const auto rule_of = [](const std::string& line) {
    const Plan plan = task_of(line);
    return plan.deadlines.size() == 1
               ? *plan.deadlines[0].value + " " +
                     plan.deadlines[0].rrule.value_or("-")
               : "";
  };
  EXPECT_EQ(rule_of("Điều tra bến đò 5 năm một lần."),
            "P5Y FREQ=YEARLY;INTERVAL=5");
  EXPECT_EQ(rule_of("Tổ chức hội thi hai năm một lần."),
            "P2Y FREQ=YEARLY;INTERVAL=2");
  EXPECT_EQ(rule_of("Báo cáo chậm nhất là ngày cuối cùng của tháng đầu quý."),
            "quarterly FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=-1");
  EXPECT_EQ(rule_of("Báo cáo chậm nhất vào ngày 17 của tháng cuối kỳ báo cáo."),
            "---17 -");
  EXPECT_EQ(rule_of("Sơ kết sau 5 năm thực hiện."), "");
}

// `Thời gian: ...` says it also among those whom the plan is for.
TEST(Deadlines, ALineAboutTimeIsReadAmongFacts) {
  const auto below = [](const std::string& line) {
    return deadlines_of(plan_of("II. ĐỐI TƯỢNG\n\n1. Học sinh.\n\n2. " + line +
                                "\n\nIII. NHIỆM VỤ\n\n1. Rà soát."));
  };
  EXPECT_EQ(below("Thời gian tổ chức: Từ tháng 9 năm 2025 đến tháng 2 năm "
                  "2026."),
            "period 2025-09/2026-02");
  EXPECT_EQ(below("Học sinh nhập học từ tháng 9 năm 2025 đến tháng 2 năm "
                  "2026."),
            "");
}

// A part that says when the whole is done; a heading that is a time.
TEST(Deadlines, PartsAndHeadingsMayBeTimes) {
  const Plan times = plan_of(
      "II. ĐỐI TƯỢNG VÀ THỜI GIAN\n\n1. Đối tượng\n\n- Học sinh từ ngày "
      "01/01/2025.\n\n2. Thời gian thi đua\n\n- Đợt 01: từ ngày 20 tháng 11 "
      "năm "
      "2025 đến ngày 03 tháng 12 năm 2025;\n\n- Xếp hạng trước ngày "
      "31/12/2025.");
  EXPECT_EQ(deadlines_of(times),
            "period 2025-11-20/2025-12-03; date 2025-12-31");
  EXPECT_EQ(times.obligations.size(), 0U);
  const Plan headings = plan_of(
      "II. NHIỆM VỤ\n\n**1. Đợt 1: Trong tháng 12/2025**\n\n- Tuyên "
      "truyền.\n\n**2. Giai đoạn 2026 - 2030**\n\n- Tổng kết.\n\n**3. Nhiệm vụ "
      "giai đoạn 2021-2025**\n\n- Rà soát.");
  EXPECT_EQ(deadlines_of(headings), "date 2025-12; period 2026/2030");
  // Capitals name a part, and up to which year it looks.
  EXPECT_EQ(
      deadlines_of(plan_of("II. NHIỆM VỤ TRỌNG TÂM TỪ NAY ĐẾN NĂM 2027\n\n1. "
                           "Rà soát.\n\n2. Khác.")),
      "");
  EXPECT_EQ(deadlines_of(plan_of(
                "II. NHIỆM VỤ TRONG THÁNG 9/2024\n\n1. Rà soát.\n\n2. Khác.")),
            "date 2024-09");
}

}  // namespace
}  // namespace kehoach
