#include "bench/archive.h"

#include <gtest/gtest.h>

#include <set>

#include "text/text.h"

namespace kehoach {
namespace {

const std::vector<ArchiveFile> kOriginals = {
    {"a.txt", "Số: 218/KH-UBND\nCửu Hà, ngày 25 tháng 6 năm 2024\n"},
    {"b.md", "TỈNH Thanh Lam, trước ngày 30/6/2025, 84,3% xã\n"}};

TEST(Archive, MakesNoTwoEqualDocuments) {
  std::set<std::string> seen;
  for (const ArchiveFile& file : make_archive(kOriginals, 500)) {
    EXPECT_TRUE(seen.insert(file.bytes).second) << file.name;
    EXPECT_TRUE(is_valid_utf8(file.bytes));
  }
  EXPECT_EQ(seen.size(), 500U);
}

TEST(Archive, IsTheSameEachTime) {
  EXPECT_EQ(varied(kOriginals[0].bytes, 7), varied(kOriginals[0].bytes, 7));
  EXPECT_NE(varied(kOriginals[0].bytes, 7), varied(kOriginals[0].bytes, 8));
}

TEST(Archive, LengthensPlansBeforeTheirRecipients) {
  const std::string plan =
      "KẾ HOẠCH\nI. MỤC ĐÍCH\n1. Một.\nII. NHIỆM VỤ\n1. Xong năm 2025.\n"
      "Nơi nhận:\n- Lưu: VT.\n";
  const std::string longer = lengthened(plan, 400, 1);
  EXPECT_GE(longer.size(), 400U);
  EXPECT_LT(longer.size(), 500U);
  EXPECT_TRUE(starts_with(longer, "KẾ HOẠCH\nI. MỤC ĐÍCH\n1. Một.\nII. "));
  EXPECT_TRUE(ends_with(longer, "\nNơi nhận:\n- Lưu: VT.\n"));
  EXPECT_EQ(longer.find("MỤC ĐÍCH"), longer.rfind("MỤC ĐÍCH"));
  EXPECT_EQ(lengthened(plan, 10, 1), plan);
  EXPECT_EQ(lengthened("Số: 1/KH\n", 400, 1), "Số: 1/KH\n");
}

TEST(Archive, KeepsWordsAndTheKindOfNumbers) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const std::string text = varied(kOriginals[0].bytes, seed);
    EXPECT_TRUE(starts_with(text, "Số: "));
    EXPECT_NE(text.find("/KH-UBND\n"), std::string::npos);
    EXPECT_NE(text.find(" năm 20"), std::string::npos);
    const std::size_t day = text.find("ngày ") + 6;  // bytes: `à` has two
    EXPECT_LE(std::stoi(text.substr(day, 2)), 28);
  }
}

}  // namespace
}  // namespace kehoach
