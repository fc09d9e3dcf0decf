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

}  // namespace
}  // namespace kehoach
