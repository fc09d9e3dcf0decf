// Plans of thousands of items: four times the text takes about four times the
// time. What looks through all for each takes sixteen times.

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

TEST(LongTexts, TakeNoMoreThanTheirLength) {
  constexpr int kFew = 2500;
  constexpr int kMany = 4 * kFew;
  constexpr double kBound = 8;  // between 4 and 16
  for (const std::string_view item : kItems) {
    const double few = seconds_for(items(item, kFew), kFew);
    const double many = seconds_for(items(item, kMany), kMany);
    EXPECT_LT(many, kBound * few) << item;
  }
}

}  // namespace
}  // namespace kehoach
