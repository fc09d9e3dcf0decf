// Plans of thousands of items, or of one that never ends: four times the text
// takes about four times the time. What looks through all for each takes
// sixteen times.

#include <ctime>

#include "extract/sheet.h"

namespace kehoach {
namespace {

// `@` stands for the number of the item.
std::string items(std::string_view item, int count) {
  std::string body = "I. NHIỆM VỤ\n\n";
  for (int i = 1; i <= count; ++i) {
    for (const char c : item) {
      if (c == '@') {
        body += std::to_string(i);
      } else {
        body += c;
      }
    }
    body += "\n\n";
  }
  return body;
}

// Seconds of this process; of two runs the faster.
double seconds_for(const std::string& body, std::size_t obligations) {
  double best = 0;
  for (int run = 0; run < 2; ++run) {
    const std::clock_t begin = std::clock();
    EXPECT_EQ(plan_of(body).obligations.size(), obligations);
    const double took =
        static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    if (run == 0 || took < best) best = took;
  }
  return best;
}

constexpr std::string_view kItems[] = {
    "- Rà soát việc @.",
    "@. Sở Y tế rà soát cơ sở dữ liệu số @ trước ngày 12/6/2025.",
    "@. Sở Y tế thực hiện Quyết định số @/QĐ-UBND ngày 3/4/2023 của UBND tỉnh.",
    "@. Sở Y tế rà soát @ hộ; Sở Nội vụ, các xã tổ chức dọn bèo tại thôn @.",
};

constexpr int kFew = 2500;
constexpr int kMany = 4 * kFew;
constexpr double kBound = 8;  // between 4 and 16

TEST(LongTexts, TakeNoMoreThanTheirLength) {
  for (const std::string_view item : kItems) {
    const double few = seconds_for(items(item, kFew), kFew);
    const double many = seconds_for(items(item, kMany), kMany);
    EXPECT_LT(many, kBound * few) << item;
  }
}

// What one paragraph may say again and again.
constexpr std::string_view kPieces[] = {
    "hằng năm ",
    "hằng năm. ",
    "hằng tuần, ",
    "định kỳ hằng quý ",
    "hoàn thành trước 30/6, ",
    "phối hợp với Sở Nội vụ, ",
    "Kế hoạch số 218/KH-UBND ",
    "90% hộ, ",
};

TEST(LongTexts, MayBeOneParagraph) {
  const auto paragraph = [](std::string_view piece, int count) {
    std::string body = "I. NHIỆM VỤ\n\n1. Sở Y tế rà soát bến đò, ";
    for (int i = 0; i < count; ++i) body += piece;
    return body + "rà soát.";
  };
  for (const std::string_view piece : kPieces) {
    const double few = seconds_for(paragraph(piece, kFew), 1);
    const double many = seconds_for(paragraph(piece, kMany), 1);
    EXPECT_LT(many, kBound * few) << piece;
  }
}

}  // namespace
}  // namespace kehoach
