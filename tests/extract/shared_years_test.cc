// Numbers that share what they measure, and the year by which they hold.
#include "extract/sheet.h"

namespace kehoach {
namespace {

struct SharedCase {
  std::string_view aim;
  std::string_view targets;
};

const SharedCase kShared[] = {
    // In a bracket stands the same, elsewhere; one year is for both.
    {"Tỷ lệ trẻ thấp còi giảm xuống dưới 17% (khu vực miền núi dưới 28%) vào "
     "năm 2025 và dưới 15% (khu vực miền núi dưới 23%) vào năm 2030.",
     "Tỷ lệ trẻ thấp còi < 17 % by 2025; Tỷ lệ trẻ thấp còi (khu vực miền núi) "
     "< 28 % by 2025; Tỷ lệ trẻ thấp còi < 15 % by 2030; Tỷ lệ trẻ thấp còi "
     "(khu vực miền núi) < 23 % by 2030"},
    {"Tỷ lệ hộ nghèo còn 5% vào năm 2025 (vùng dân tộc thiểu số dưới 9%).",
     "Tỷ lệ hộ nghèo = 5 % by 2025; Tỷ lệ hộ nghèo (vùng dân tộc thiểu số) < 9 "
     "% by 2025"},
    {"Phấn đấu 100% xã có phao (trong đó 50% xã có hai phao) vào năm 2027.",
     "xã có phao = 100 % by 2027; xã có hai phao = 50 % by 2027"},
    {"Tỷ lệ hộ nghèo dưới 5% (năm 2024 là 7%); tỷ lệ hộ có điện đạt 99% vào "
     "năm 2026.",
     "Tỷ lệ hộ nghèo < 5 %; tỷ lệ hộ có điện = 99 % by 2026"},
    // A label in front of the colon is measured by all.
    {"Tỷ lệ béo phì: trẻ em ở mức dưới 10% (khu vực thành phố ở mức dưới 11% "
     "và khu vực nông thôn ở mức dưới 7%); người lớn ở mức dưới 20% vào năm "
     "2025.",
     "Tỷ lệ béo phì: trẻ em < 10 % by 2025; Tỷ lệ béo phì: trẻ em (khu vực "
     "thành phố) < 11 % by 2025; Tỷ lệ béo phì: trẻ em (khu vực nông thôn) < 7 "
     "% by 2025; Tỷ lệ béo phì: người lớn < 20 % by 2025"},
    {"Về y tế: tỷ lệ hộ có điện đạt 90%; tỷ lệ hộ nghèo dưới 5% vào năm 2025.",
     "tỷ lệ hộ có điện = 90 %; tỷ lệ hộ nghèo < 5 % by 2025"},
    // Places behind the numbers.
    {"Tỷ lệ trường có bếp đạt 60% ở khu vực thành thị và 40% ở khu vực nông "
     "thôn vào năm 2025.",
     "Tỷ lệ trường có bếp = 60 % by 2025; Tỷ lệ trường có bếp ở khu vực nông "
     "thôn = 40 % by 2025"},
    {"Tỷ lệ bệnh viện có bếp đạt 90% đối với tuyến tỉnh; 75% đối với tuyến "
     "huyện vào năm 2025.",
     "Tỷ lệ bệnh viện có bếp = 90 % by 2025; Tỷ lệ bệnh viện có bếp đối với "
     "tuyến huyện = 75 % by 2025"},
    {"Tỷ lệ hộ nghèo dưới 10% ở miền núi; tỷ lệ trẻ đi học đạt 98% vào năm "
     "2030.",
     "Tỷ lệ hộ nghèo < 10 %; tỷ lệ trẻ đi học = 98 % by 2030"},
    // The same once more, in another year.
    {"Lượng muối tiêu thụ giảm xuống dưới 8 gam/ngày vào năm 2025 và dưới 7 "
     "gam/ngày vào năm 2030.",
     "Lượng muối tiêu thụ < 8 gam/ngày by 2025; Lượng muối tiêu thụ < 7 "
     "gam/ngày by 2030"},
    // Down to so much is no step.
    {"Tỷ lệ hộ nghèo giảm dưới 8% vào năm 2025.",
     "Tỷ lệ hộ nghèo < 8 % by 2025"},
    {"Tỷ lệ hộ nghèo giảm dưới 8%/năm.", "Tỷ lệ hộ nghèo - 8 %"},
    // The number of an aim is no part of it.
    {"Chỉ tiêu 1: Năm 2025 đạt 60% các cơ quan có lãnh đạo nữ.",
     "các cơ quan có lãnh đạo nữ = 60 % by 2025"},
    {"Tỷ lệ hộ có điện: năm 2025 đạt 60%.", "Tỷ lệ hộ có điện = 60 % by 2025"},
    // Which ones it is about is none.
    {"Đối với một số ngành có tỷ lệ nữ dưới 30% có thể điều chỉnh.", ""},
    {"Đối với cấp xã, phấn đấu 100% hộ có nước sạch.",
     "hộ có nước sạch = 100 %"},
    {"Quyết tâm hoàn thành vượt mức 90% các chỉ tiêu.", "các chỉ tiêu > 90 %"},
};

TEST(SharedYears, OfNumbersInOneSentence) {
  for (const SharedCase& c : kShared) {
    const Plan plan =
        plan_of("I. MỤC TIÊU\n\n1. " + std::string(c.aim) + "\n\n2. Khác.");
    EXPECT_EQ(targets_of(plan), c.targets) << c.aim;
  }
}

// The year beside a number is that of the aim; alone it is a time.
TEST(SharedYears, AreNoTimesBesideANumber) {
  for (const auto& [aim, time] :
       {std::pair{"Từ năm 2025 trở đi có 100% xã có phao.", ""},
        std::pair{"Dạy bơi được đưa vào trường từ năm 2025 trở đi.",
                  "2025/.."}}) {
    std::string found;
    for (const Deadline& d :
         plan_of("I. MỤC TIÊU\n\n1. " + std::string(aim) + "\n\n2. Khác.")
             .deadlines)
      found += d.value.value_or("-");
    EXPECT_EQ(found, time) << aim;
  }
}

// Whatever a clause says of its time, day, month or school year; a day on which
// something was issued is no limit.
TEST(SharedYears, TheTimeOfAClause) {
  constexpr std::string_view kPhao = "hộ có phao";
  for (const auto& [line, due] : {
           std::pair{"Phấn đấu đến trước ngày 30/9/2025 đạt 100% hộ có phao.",
                     "2025-09-30"},
           std::pair{"Đến ngày 31 tháng 12 năm 2025, 100% hộ có phao.",
                     "2025-12-31"},
           std::pair{"Phấn đấu đến ngày 31 tháng 12 năm 2025 đạt 100% hộ có "
                     "phao.",
                     "2025-12-31"},
           std::pair{"Phấn đấu trước ngày 20/6/2026, 100% hộ có phao.",
                     "2026-06-20"},
           std::pair{"Đến hết ngày 5/6/2026, 100% hộ có phao.", "2026-06-05"},
           std::pair{"Đến tháng 6/2026, 100% hộ có phao.", "2026-06"},
           std::pair{"Đến tháng 6 năm 2026, 100% hộ có phao.", "2026-06"},
           std::pair{"Trong năm học 2026 - 2027, 100% hộ có phao.", "2027"},
           std::pair{"100% hộ có phao theo Quyết định số 12/QĐ-UBND ngày "
                     "30/9/2020.",
                     "-"},
           std::pair{"100% hộ có phao theo Quyết định số 12/QĐ-UBND ngày 30 "
                     "tháng 9 năm 2020.",
                     "-"},
           std::pair{"100% hộ có phao như năm 2021 và 2022.", "2021"},
           std::pair{"Đến ngày 31/2/2025, 100% hộ có phao.", "-"},
           std::pair{"100% hộ có phao hơn so với năm học 2026 - 2027.", "-"},
       }) {
    const Plan plan = plan_of("II. MỤC TIÊU\n\n1. " + std::string(line) +
                              "\n\n2. Việc khác.");
    ASSERT_EQ(plan.targets.size(), 1U) << line;
    EXPECT_EQ(plan.targets[0].due.value_or("-"), due) << line;
    EXPECT_EQ(plan.targets[0].indicator.substr(0, kPhao.size()), kPhao) << line;
  }
}

TEST(SharedYears, ASchoolYearInTheTitle) {
  const auto titled = [](const std::string& title) {
    return targets_of(read_text(
        "UBND XÃ A\n\nSố: 5/KH-UBND\n\nA, ngày 5 tháng 3 năm 2025\n\nKẾ "
        "HOẠCH\n\n" +
        title + "\n\nII. MỤC TIÊU\n\n1. 85% lớp có phao.\n\n2. Khác."));
  };
  EXPECT_EQ(titled("Tự đánh giá năm học 2025-2026"),
            "lớp có phao = 85 % by 2026");
  EXPECT_EQ(titled("Tự đánh giá năm học 2025-2027"), "lớp có phao = 85 %");
  EXPECT_EQ(titled("Sinh hoạt đầu năm học 2025-2026"), "lớp có phao = 85 %");
}

}  // namespace
}  // namespace kehoach
