// Numbers of headings whose strokes were recognised as other letters, and pairs
// of syllables whose marks were.
#include <gtest/gtest.h>

#include "normalise/plain_source.h"

namespace kehoach {
namespace {

// The lines of `text` as if recognised in a picture, mended.
std::string mended_scan(const std::string& text, float confidence) {
  SourceText source = source_of(text);
  for (const SourceLine& line : source.lines) {
    SourceWord word;
    word.span = line.span;
    word.confidence = confidence;
    source.words.push_back(word);
  }
  const auto rules = default_rulebook();
  if (!rules) return rules.error().message;
  return mended(normalise(source), source, *rules).text;
}

struct NumberCase {
  const char* name;
  const char* read;
  const char* meant;
};

const NumberCase kNumbers[] = {
    {"Second", "I. MỤC ĐÍCH\n\nH. NỘI DUNG", "I. MỤC ĐÍCH\nII. NỘI DUNG"},
    {"SecondAndThird", "I. Mục đích\n\nH. Nội dung\n\nHI. Đối tượng",
     "I. Mục đích\nII. Nội dung\nIII. Đối tượng"},
    {"Third", "I. MỤC ĐÍCH\n\nII. NỘI DUNG\n\nHL TỔ CHỨC\n\nIH. KINH PHÍ",
     "I. MỤC ĐÍCH\nII. NỘI DUNG\nHL TỔ CHỨC\nIII. KINH PHÍ"},
    {"Seventh", "I. A\n\nVI. KINH PHÍ\n\nVH. TỔ CHỨC",
     "I. A\nVI. KINH PHÍ\nVII. TỔ CHỨC"},
    {"FirstOfAList",
     "I. MỤC ĐÍCH\n\nII. NỘI DUNG\n\nI. Nhiệm vụ\n\n2. Giải "
     "pháp",
     "I. MỤC ĐÍCH\nII. NỘI DUNG\n1. Nhiệm vụ\n2. Giải pháp"},
    // What may be meant stays.
    {"PartOfAnAppendix", "I. MỤC ĐÍCH\n\nII. NỘI DUNG\n\nI. Nhiệm vụ\n\n1. Đê",
     "I. MỤC ĐÍCH\nII. NỘI DUNG\nI. Nhiệm vụ\n1. Đê"},
    {"Letter", "I. DANH SÁCH\n\nG. Cống\n\nH. Kè",
     "I. DANH SÁCH\nG. Cống\nH. Kè"},
    {"NotTheNext", "I. MỤC ĐÍCH\n\nHI. ĐỐI TƯỢNG",
     "I. MỤC ĐÍCH\nHI. ĐỐI TƯỢNG"},
    {"NothingBefore", "H. NỘI DUNG", "H. NỘI DUNG"},
    {"NoHeading", "I. MỤC ĐÍCH\n\nH. 12 ha rừng", "I. MỤC ĐÍCH\nH. 12 ha rừng"},
};

TEST(MisreadNumbers, AreThoseThatComeNext) {
  for (const NumberCase& c : kNumbers) {
    EXPECT_EQ(mended_scan(c.read, 0.9F), c.meant + std::string("\n")) << c.name;
    EXPECT_EQ(mended_scan(c.read, 1), normal(c.read)) << c.name;
  }
}

const NumberCase kMarks[] = {
    {"Marks", "Ban Chỉ đạo chuyền đôi số", "Ban Chỉ đạo chuyển đổi số"},
    {"Capitals", "BAN CHỈ ĐẠO CHUYÉN ĐỒI SỐ", "BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ"},
    {"Several", "Sờ Y tế phôi hợp triên khai kê hoạch.",
     "Sờ Y tế phối hợp triển khai kế hoạch."},
    {"Offices", "PHÓ GIÁM ĐÓC; CHỦ TICH; Tổ thâm định; KÉ HOẠCH",
     "PHÓ GIÁM ĐỐC; CHỦ TỊCH; Tổ thẩm định; KẾ HOẠCH"},
    // What may be meant stays.
    {"Spelled", "Chuyển đổi số; phối hợp", "Chuyển đổi số; phối hợp"},
    {"OldPlaces", "Uỷ ban nhân dân", "Uỷ ban nhân dân"},
    {"NoMarks", "Thuc hien ke hoach", "Thuc hien ke hoach"},
    {"PartsOfOthers", "đóc, kê khai, chủ trì, thâm niên, xâm định",
     "đóc, kê khai, chủ trì, thâm niên, xâm định"},
    {"OtherWords", "có quan hệ, nói đúng, cần bố trí",
     "có quan hệ, nói đúng, cần bố trí"},
    {"HalvesOfOthers", "chi đào tạo; kết quả trình duyệt; xã, phường an toàn",
     "chi đào tạo; kết quả trình duyệt; xã, phường an toàn"},
    {"Names", "ông Chủ Trí, tại Nguyên Bình, đường Địa Bản",
     "ông Chủ Trí, tại Nguyên Bình, đường Địa Bản"},
    {"Parted", "chuyên, đội; chuyên - đội", "chuyên, đội; chuyên - đội"},
};

TEST(MisreadMarks, AreThoseOfPairsWithOneSpelling) {
  for (const NumberCase& c : kMarks) {
    EXPECT_EQ(mended_scan(c.read, 0.9F), c.meant + std::string("\n")) << c.name;
    EXPECT_EQ(mended_scan(c.read, 1), normal(c.read)) << c.name;
  }
}

}  // namespace
}  // namespace kehoach
