// When a plan was issued: by its letterhead, else by a portal.

#include "extract/sheet.h"

namespace kehoach {
namespace {

constexpr const char* kPlanBody =
    "\n\nKẾ HOẠCH\n\nChăm sóc trẻ em\n\nI. NHIỆM VỤ\n\n1. Một.\n\n";

// What a site wrote above the letterhead dates another act.
TEST(Identity, TheDateOfAnotherActIsNotItsOwn) {
  const std::string above =
      "# Hướng dẫn thực hiện Quyết định số 22/2013/QĐ-TTg ngày 26 tháng 4 năm "
      "2013 của Thủ tướng Chính phủ\n\n";
  const auto head = [&](const std::string& dated) {
    return read_text(above + "ỦY BAN NHÂN DÂN\nTỈNH CỬU HÀ\n\n" + dated +
                     std::string(kPlanBody))
        .document;
  };
  EXPECT_EQ(head("Số: 5/KH-UBND\n\nCửu Hà, ngày 05 tháng 3 năm 2024").issued_on,
            "2024-03-05");
  EXPECT_EQ(head("Số: 5/KH-UBND").issued_on, std::nullopt);
  EXPECT_EQ(head("Số: 5/KH-UBND ngày 05 tháng 3 năm 2024").issued_on,
            "2024-03-05");
}

TEST(Identity, APortalGivesTheDateUnlessItIsNone) {
  struct PortalCase {
    std::string_view date;
    std::string_view issued_on;
  };
  for (const PortalCase& c : {
           PortalCase{"15/08/2024", "2024-08-15"},
           PortalCase{"31/02/2024", ""},
           PortalCase{"1/1/99999999999999999999", ""},
           PortalCase{"15/08", ""},
       }) {
    const Document d =
        read_text(
            "Số ký hiệu: 12/KH-UBND\n\nNgày ban hành: " + std::string(c.date) +
            "\n\nỦY BAN NHÂN DÂN\nTỈNH A" + std::string(kPlanBody))
            .document;
    EXPECT_EQ(d.issued_on.value_or(""), c.issued_on) << c.date;
  }
}

}  // namespace
}  // namespace kehoach
