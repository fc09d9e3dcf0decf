// Where a title begins, and whose the document is.
#include "outline/drawn.h"

namespace kehoach {
namespace {

// The programme that a resolution issues says whose it is.
TEST(Titles, TheProgrammeOfAGovernment) {
  for (const auto& [line, title] :
       {std::pair{"CHƯƠNG TRÌNH HÀNH ĐỘNG CỦA CHÍNH PHỦ", true},
        std::pair{"CHƯƠNG TRÌNH CÔNG TÁC CỦA CHÍNH PHỦ", false}}) {
    const std::string lines = drawn(
        "NGHỊ QUYẾT\nBan hành Chương trình\n\nĐiều 1. Ban hành kèm theo.\n\n" +
        std::string(line) + "\n\nVề trồng rừng\n\nI. NHIỆM VỤ\n\n1. Một.\n");
    EXPECT_EQ(lines.find("title none | Về trồng rừng") != std::string::npos,
              title)
        << lines;
  }
}

// Whose it is stands above what it is about.
TEST(Titles, TheTitleSaysWhatItIsAbout) {
  for (const auto& [line, kind] :
       {std::pair{"Về trồng rừng", "letterhead none"},
        std::pair{"THỰC HIỆN NGHỊ QUYẾT", "title none"}}) {
    const std::string lines =
        drawn("CHƯƠNG TRÌNH\nCỦA BAN THƯỜNG VỤ TỈNH ỦY\n" + std::string(line) +
              "\n\nI. NHIỆM VỤ\n\n1. Một.\n");
    EXPECT_NE(lines.find(std::string(kind) + " | CỦA BAN"), std::string::npos)
        << lines;
    EXPECT_NE(lines.find(line), std::string::npos) << lines;
  }
}

}  // namespace
}  // namespace kehoach
