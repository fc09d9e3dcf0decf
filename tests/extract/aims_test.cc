// Targets among tasks and objectives: what the act is, whom the number is told,
// what a task is to yield.
#include "extract/sheet.h"

namespace kehoach {
namespace {

struct AimCase {
  std::string_view task;
  std::string_view targets;
};

const AimCase kAims[] = {
    // An act that opens the clause is the change.
    {"Giảm tỷ lệ hộ nghèo bình quân 1,5%/năm.", "tỷ lệ hộ nghèo - 1.5 %"},
    {"Tăng năng suất lúa 5%.", "năng suất lúa + 5 %"},
    {"Giảm số vụ cháy ít nhất 10% so với năm 2024.", "số vụ cháy - 10 %"},
    {"Giảm tỷ lệ hộ nghèo xuống dưới 3%.", "tỷ lệ hộ nghèo < 3 %"},
    {"Rút ngắn ít nhất 30% thời gian cấp phép.", "thời gian cấp phép - 30 %"},
    {"Phấn đấu từ trên 70% văn bản được ký số.", "văn bản được ký số > 70 %"},
    {"Đảm bảo nguyên tắc 100% hồ sơ được cập nhật.",
     "hồ sơ được cập nhật = 100 %"},
    {"Tăng tỷ lệ che phủ rừng đạt 42%.", "tỷ lệ che phủ rừng = 42 %"},
    {"Mở rộng thêm 5.000 hộ kinh doanh đăng ký nộp thuế điện tử.",
     "hộ kinh doanh đăng ký nộp thuế điện tử + 5000 hộ kinh doanh"},
    // It is none in `tăng cường`, `giảm nghèo`.
    {"Tăng cường kiểm tra 100% cơ sở.", "cơ sở = 100 %"},
    {"Giảm nghèo bền vững, tỷ lệ hộ nghèo còn 2%.", "tỷ lệ hộ nghèo = 2 %"},
    {"Tăng cường quản lý rừng 50% trong mùa khô.", ""},
    // Nor is a share that is reached a step, whatever it is called.
    {"Tăng tỷ lệ hộ dân có nước sạch trên 95%.",
     "tỷ lệ hộ dân có nước sạch > 95 %"},
    {"Giải ngân đạt 95%.", "Giải ngân = 95 %"},
    // Courses that are to be held, not those that were, or some hold.
    {"Tổ chức 04 lớp tập huấn cho cán bộ.",
     "lớp tập huấn cho cán bộ = 4 lớp tập huấn"},
    {"Tổ chức 01 lớp tập huấn.", ""},
    {"Rà soát 14 bến đò đang hoạt động để cấp phép.", ""},
    {"Năm 2023, Sở Y tế đã tổ chức 04 lớp tập huấn.", ""},
    {"Đơn vị nào mở 02 lớp trở lên thì bố trí thêm giáo viên.", ""},
    {"Mỗi năm đào tạo nghề cho 2.000 lao động.",
     "đào tạo nghề cho lao động = 2000 lao động"},
    {"Mở thêm 2-3 đường bay.", "đường bay + 2..3 đường bay"},
    {"Kêu gọi đầu tư 2 khách sạn.", "khách sạn = 2 khách sạn"},
    // The whole place holds them; a list goes on behind a semicolon, and the
    // next sentence has another year.
    {"Năm 2025 toàn tỉnh mở ít nhất 55 lớp dạy nghề cho học sinh; 34 lớp tiếng "
     "Anh cho bà con. Đến năm 2030 mở ít nhất 71 lớp dạy nghề.",
     "lớp dạy nghề cho học sinh >= 55 lớp dạy nghề by 2025; lớp tiếng Anh cho "
     "bà con = 34 lớp tiếng Anh by 2025; lớp dạy nghề >= 71 lớp dạy nghề by "
     "2030"},
    {"Các trường toàn diện mở ít nhất 55 lớp dạy nghề.", ""},
    // What is counted has as many words as it needs, but no half of one.
    {"Phát triển và triển khai tối thiểu 01 sàn giao dịch dữ liệu.",
     "sàn giao dịch dữ liệu >= 1 sàn giao dịch dữ liệu"},
    {"Xây dựng 05 trạm quan trắc tự động.",
     "trạm quan trắc tự động = 5 trạm quan trắc tự động"},
    {"Xây dựng ít nhất 20 mô hình sản xuất nông nghiệp tuần hoàn bền vững.",
     "mô hình sản xuất nông nghiệp tuần hoàn bền vững >= 20 mô hình sản xuất"},
    {"Bảo đảm trên 50 cử tri hoặc toàn thể cử tri dự họp.",
     "cử tri hoặc toàn thể cử tri dự họp > 50 cử tri"},
    // A comma inside of words parts nothing.
    {"Trên 80% xã có trang tin; tổ chức tuyên truyền kiến thức về phòng, chống "
     "bão cho người dân tại 100% thôn.",
     "xã có trang tin > 80 %; tổ chức tuyên truyền kiến thức về phòng, chống "
     "bão cho người dân tại thôn = 100 %"},
    // The aim of an act stands behind it.
    {"Triển khai Đề án bến đò an toàn, phấn đấu đạt mục tiêu xây dựng 20% bến "
     "đò “an toàn” ngay trong năm 2025.",
     "bến đò “an toàn” = 20 % by 2025"},
    {"Rà soát quy trình, đảm bảo cắt giảm tối thiểu 30% thời gian.",
     "thời gian - 30 %"},
    {"Lập danh sách theo mẫu số 02, 03 đính kèm.", ""},
    {"Gửi 01 bản giấy và 01 bản mềm.", ""},
    {"Vốn của tỉnh chiếm khoảng 75% tổng vốn đầu tư.", ""},
    {"Hằng năm lựa chọn, tập trung 3-5 ưu tiên.", ""},
    // Whom the number is told is not what is measured.
    {"Mỗi xã bảo đảm tối thiểu 30% hộ kinh doanh, hợp tác xã được tập huấn.",
     "hộ kinh doanh, hợp tác xã được tập huấn >= 30 %"},
    {"Tỷ lệ giải ngân đạt từ 95% trở lên.", "Tỷ lệ giải ngân >= 95 %"},
    // One year for all that the sentence lists, and another for what is in it.
    {"Phấn đấu đến năm 2025 đạt 25% hộ dùng nước sạch, 40% hộ có điện.",
     "hộ dùng nước sạch = 25 % by 2025; hộ có điện = 40 % by 2025"},
    {"Đến năm 2025, phấn đấu giới thiệu 1500 đoàn viên ưu tú cho Đảng, trong "
     "đó đến năm 2024 kết nạp 40% đoàn viên ưu tú.",
     "đoàn viên ưu tú cho Đảng = 1500 đoàn viên ưu tú by 2025; đoàn viên ưu tú "
     "= 40 % by 2024"},
};

TEST(Aims, AreReadFromTasks) {
  for (const AimCase& c : kAims)
    EXPECT_EQ(targets_of(task_of(std::string(c.task))), c.targets) << c.task;
}

const AimCase kAimsOfParts[] = {
    // From here to there is no lower bound.
    {"Tỷ lệ hộ có điện đạt từ 80 - 90%.", "Tỷ lệ hộ có điện = 80..90 %"},
    {"Thu hút từ 40 đến 50 dự án.", "dự án = 40..50 dự án"},
    {"Tỷ lệ hộ có điện đạt từ 80%.", "Tỷ lệ hộ có điện >= 80 %"},
    // By how much, and what may stand between.
    {"Tỷ lệ hộ nghèo giảm 1,5 điểm %.", "Tỷ lệ hộ nghèo - 1.5 điểm %"},
    {"Duy trì mức giảm số hộ nghèo từ 2 đến 3%.",
     "mức giảm số hộ nghèo - 2..3 %"},
    {"Tỷ lệ nữ ít nhất vào năm 2025 đạt 40%.", "Tỷ lệ nữ >= 40 % by 2025"},
    // A list of nouns has what its last one is said to have.
    {"100% xã, phường, đặc khu mỗi quý có ít nhất 04 bài viết.",
     "xã, phường, đặc khu mỗi quý có ít nhất 04 bài viết = 100 %"},
    {"100% hộ nghèo được hỗ trợ, thôn có ít nhất 02 mô hình.",
     "hộ nghèo được hỗ trợ = 100 %"},
    {"100% hộ được vay vốn, mỗi xã có ít nhất 02 tổ vay vốn.",
     "hộ được vay vốn = 100 %"},
    // Numbers that say which places, which persons, whose money.
    {"Giảm tỷ suất tai nạn xuống 9‰ trong toàn tỉnh và xuống 15‰ ở các xã năm "
     "2020 có tỷ suất tai nạn trên 19‰.",
     "tỷ suất tai nạn = 9 ‰; tỷ suất tai nạn = 15 ‰"},
    {"Người có tỷ lệ tổn thương cơ thể từ 81% trở lên được cấp thẻ.", ""},
};

TEST(Aims, AreReadFromObjectives) {
  for (const AimCase& c : kAimsOfParts) {
    const Plan plan =
        plan_of("I. MỤC TIÊU\n\n1. " + std::string(c.task) + "\n\n2. Khác.");
    EXPECT_EQ(targets_of(plan), c.targets) << c.task;
  }
}

// The year above aims that have a number dates these; above others it is a
// time.
TEST(Aims, AYearAboveThemIsATimeWhereNoneHasANumber) {
  const auto times = [](const std::string& head, const std::string& aim) {
    std::string out;
    for (const Deadline& d :
         plan_of("I. MỤC TIÊU\n\n**1. " + head + "**\n\n- " + aim +
                 "\n\n**2. Khác**\n\n- Nâng cao nhận thức.")
             .deadlines)
      out += d.value.value_or("-");
    return out;
  };
  const std::string aim = "Hoàn thiện bến đò.";
  EXPECT_EQ(times("Đến năm 2026", aim), "2026");
  EXPECT_EQ(times("Tầm nhìn đến năm 2050", aim), "2050");
  EXPECT_EQ(times("Đến năm 2026", "100% bến đò có phao."), "");
  EXPECT_EQ(times("Chiến lược đến năm 2026", aim), "");
  EXPECT_EQ(times("Giai đoạn 2026 - 2030", aim), "");
}

// The column of what tasks are to yield states bounds and shares.
TEST(Aims, AreReadFromWhatTasksYield) {
  const auto yields = [](const std::string& cell) {
    return targets_of(
        plan_of("I. NHIỆM VỤ\n\n| TT | Nhiệm vụ | Chủ trì | Sản phẩm |\n"
                "|---|---|---|---|\n| 1 | Mở dữ liệu | Sở Y tế | " +
                cell + " |\n"));
  };
  EXPECT_EQ(yields("100% hồ sơ được số hóa"), "hồ sơ được số hóa = 100 %");
  EXPECT_EQ(yields("Tối thiểu 20 doanh nghiệp được hỗ trợ"),
            "doanh nghiệp được hỗ trợ >= 20 doanh nghiệp");
  EXPECT_EQ(yields("01 báo cáo"), "");
  EXPECT_EQ(yields("Đã cấp nước cho trên 500 hộ"), "");
  EXPECT_EQ(yields("Kế hoạch năm 2026"), "");
}

// What is to be watched, in the title of an appendix, is no account of what was
// done, though one of its lines is.
TEST(Aims, BelowATitleOfSeveralLines) {
  const auto below = [](const std::string& title) {
    return targets_of(plan_of(
        "I. NHIỆM VỤ\n\n1. Rà soát.\n\n2. Sửa kè.\n\nNơi nhận:\n\n- Như "
        "trên.\n\nTM. ỦY BAN NHÂN DÂN\n\nCHỦ TỊCH\n\nTrần Thị Bình\n\nPHỤ LỤC "
        "I\n\n" +
        title +
        "\n\n| TT | Chỉ tiêu | Cơ quan chủ trì | Kết quả đến năm 2030 "
        "|\n|---|---|---|---|\n| 1 | Tỷ lệ bến an toàn | Sở Y tế | 40% |"));
  };
  EXPECT_EQ(below("PHÂN CÔNG CÁC CHỈ TIÊU GIÁM SÁT, ĐÁNH GIÁ\n\nKẾT QUẢ THỰC "
                  "HIỆN KẾ HOẠCH"),
            "Tỷ lệ bến an toàn = 40 % by 2030");
  EXPECT_EQ(below("TÌNH HÌNH CÁC XÃ\n\nKẾT QUẢ THỰC HIỆN KẾ HOẠCH"), "");
}

}  // namespace
}  // namespace kehoach
