// Stars: what is emphasis, what is a mark of the text, and what is left over.
#include <gtest/gtest.h>

#include "normalise/plain_source.h"

namespace kehoach {
namespace {

struct StarCase {
  std::string_view name;
  std::string_view in;
  std::string_view out;
};

const StarCase kStars[] = {
    {"emphasis inside words", "định **kỳ** *hằng* năm", "định kỳ hằng năm\n"},
    {"emphasis beside spaces", "đối **với ** em", "đối với em\n"},
    {"a star that is written", "ghi chú (*) ở dưới", "ghi chú (*) ở dưới\n"},
    {"stars between digits", "có 1*5% hộ, đạt 9*0%, sâu 3 * 4 m",
     "có 1*5% hộ, đạt 9*0%, sâu 3 * 4 m\n"},
    {"stars between digits, emphasised", "**dài 10*15** *rộng 2*3*, 10**6 cá",
     "dài 10*15 rộng 2*3, 10**6 cá\n"},
    {"measures", "biển 2m*3m, 5m*4m, 50%*10, 30%*5",
     "biển 2m*3m, 5m*4m, 50%*10, 30%*5\n"},
    {"stars behind words", "ấp 1* và ấp 2*; xã (mới)* và 5%*",
     "ấp 1* và ấp 2*; xã (mới)* và 5%*\n"},
    {"stars that are left over", "HUYỆN ỦY*\nSở Y tế* và Sở Nội vụ* (mới).*",
     "HUYỆN ỦY\nSở Y tế và Sở Nội vụ (mới).\n"},
    {"a star behind a word in italics", "*ấp 1* và ấp 2*", "ấp 1 và ấp 2*\n"},
    {"stars that nothing closes", "- Ấp *Một và (*)\n- Ấp Hai\n\n*Ghi chú",
     "- Ấp *Một và (*)\n- Ấp Hai\n*Ghi chú\n"},
    {"bullets", "*Rà soát bến\n*Sửa kè\n*Trồng cây\n\n*Hoãn*\n*Bỏ*",
     "*Rà soát bến\n*Sửa kè\n*Trồng cây\nHoãn\nBỏ\n"},
    {"italics at the beginning of a line", "hiệu quả\n*(Nhất là bến)\n*sông",
     "hiệu quả (Nhất là bến) sông\n"},
    {"a star that the next cell closes", "| *A | B* |\n| c | *d* |",
     "*A\nB\nc\nd\n"},
    {"pairs that nothing closes", "**Sở Y tế\n- Làm.\n\nSở** Xây dựng",
     "Sở Y tế\n- Làm.\nSở Xây dựng\n"},
    {"emphasis over lines", "*Rà soát\nBến đò* **và\nKè** sông",
     "Rà soát Bến đò và Kè sông\n"},
    {"emphasis inside words", "*H*2S, (*Z*alo), “*Tin*”",
     "H2S, (Zalo), “Tin”\n"},
    {"emphasised marks", "xã*.* Ngừa*,\n*phát hiện, ấp 1*, ấp 2*.",
     "xã. Ngừa, phát hiện, ấp 1*, ấp 2*.\n"},
    {"a pair that one star closes", "** Lưu ý\nkhi xét:*\n\n- Ấp *Một*",
     "Lưu ý khi xét:\n- Ấp Một\n"},
};

TEST(Emphasis, IsTakenAway) {
  for (const StarCase& c : kStars)
    EXPECT_EQ(normal(std::string(c.in)), c.out) << c.name;
}

}  // namespace
}  // namespace kehoach
