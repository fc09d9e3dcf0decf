// Lines about the items before them, and what only looks like one.

#include "extract/sheet.h"

namespace kehoach {
namespace {

// `quote: lead / support` of each obligation.
std::string noted(const Plan& plan) {
  std::string out;
  for (const Obligation& o : plan.obligations) {
    if (!out.empty()) out += " | ";
    out += o.evidence.quote + ": " + join(o.lead);
    if (!o.support.empty()) out += " / " + join(o.support);
  }
  return out;
}

struct NoteCase {
  std::string_view below;  // `1. Đề án bến đò`
  std::string_view told;
};

const NoteCase kNotes[] = {
    {"Sở Y tế chủ trì, phối hợp Công an tỉnh tham mưu trình trong tháng "
     "01/2026",
     "Đề án bến đò: Sở Y tế / Công an tỉnh"},
    {"Ban Xây dựng Đảng tham mưu, thực hiện trong Quý II/2028.",
     "Đề án bến đò: Ban Xây dựng Đảng"},
    {"- Sở Y tế, Sở Nội vụ phối hợp tham mưu.",
     "Đề án bến đò: Sở Y tế | Sở Nội vụ"},
    // It says what is done: an order of its own.
    {"Sở Y tế chủ trì rà soát bến đò trong tháng 01/2026.",
     "Sở Y tế chủ trì rà soát bến đò trong tháng 01/2026.: Sở Y tế"},
    {"- Sở Y tế tham mưu.\n\n- Sở Nội vụ phối hợp thực hiện.",
     "Sở Y tế tham mưu.: Sở Y tế | Sở Nội vụ phối hợp thực hiện.: Sở Nội vụ"},
};

TEST(Notes, WhoAndWhenAndNothingElse) {
  for (const NoteCase& c : kNotes) {
    EXPECT_EQ(noted(plan_of("II. NHIỆM VỤ\n\n1. Đề án bến đò\n\n" +
                            std::string(c.below) + "\n\n2. Đề án cầu")),
              std::string(c.told) + " | Đề án cầu: ")
        << c.below;
  }
}

// Names in a line that holds nothing else split at each `các`.
TEST(Notes, NamesSplitAsInACell) {
  EXPECT_EQ(
      noted(plan_of("II. NHIỆM VỤ\n\n1. Hội thi gốm\n\n- Đơn vị phối hợp: "
                    "UBND xã Phú Khê, các nghệ sỹ, nghệ nhân "
                    "gốm\n\n2. Hội thi hoa")),
      "Hội thi gốm:  / UBND xã Phú Khê | các nghệ sỹ, nghệ nhân gốm | "
      "Hội thi hoa: ");
}

// A closing formula at the end of an item names nobody.
TEST(Notes, AFormulaInAnItemNamesNobody) {
  for (const auto& [line, lead] :
       {std::pair{"Hằng quý, nhà trường tổng hợp kết quả. Trong quá trình thực "
                  "hiện, nếu có vướng mắc, đề nghị các bộ phận báo cáo.",
                  "nhà trường"},
        std::pair{"Tổng hợp kết quả. Đề nghị các bộ phận báo cáo.",
                  "các bộ phận"}}) {
    const Plan plan =
        plan_of("II. NHIỆM VỤ\n\n1. " + std::string(line) + "\n\n2. Dọn bèo.");
    ASSERT_EQ(plan.obligations.size(), 2U) << line;
    EXPECT_EQ(join(plan.obligations[0].lead), lead) << line;
  }
}

// Who is invited does nothing; who sees to the place does.
TEST(Notes, WhoIsThereDoesNothing) {
  for (const auto& [item, count] :
       {std::pair{"- Giáo viên các trường tham dự.", 0U},
        std::pair{"- Trường THPT Phú Khê: Tổ Lịch sử.", 0U},
        std::pair{"- Trường THPT Phú Khê chuẩn bị hội trường.", 1U}}) {
    const Plan plan = plan_of(
        "III. THỜI GIAN, HÌNH THỨC VÀ THÀNH PHẦN THAM DỰ\n\n1. Thành "
        "phần\n\n" +
        std::string(item));
    EXPECT_EQ(plan.obligations.size(), count) << item;
  }
}

// Who is told stands behind the grounds, or behind the one who hands it on.
TEST(Roles, BehindTheGrounds) {
  for (const auto& [line, lead] :
       {std::pair{"Căn cứ Chiến lược, Chương trình; các sở, ban, ngành rà soát "
                  "bến đò.",
                  "các sở, ban, ngành"},
        std::pair{"Chủ tịch UBND tỉnh giao Sở Nội vụ chủ trì rà soát bến đò.",
                  "Sở Nội vụ"},
        std::pair{"Rà soát bến đò; các sở khác.", ""}}) {
    EXPECT_EQ(noted(plan_of("II. NHIỆM VỤ\n\n1. " + std::string(line) +
                            "\n\n2. Dọn bèo.")),
              std::string(line) + ": " + lead + " | Dọn bèo.: ");
  }
}

// Money is an item beside what is done, and a note below it.
TEST(Notes, MoneyBesideTheItems) {
  for (const auto& [line, count] :
       {std::pair{"2. Kinh phí: Từ ngân sách xã.", 3U},
        std::pair{"- Kinh phí: Từ ngân sách xã.", 2U},
        std::pair{"2. Chủ đề hội thi: “Xanh”.", 2U}}) {
    EXPECT_EQ(plan_of("II. NỘI DUNG\n\n1. Thi vẽ tranh.\n\n" +
                      std::string(line) + "\n\n3. Tổng kết hội thi.")
                  .obligations.size(),
              count)
        << line;
  }
}

// Offices whose names look like lists, or like common nouns.
TEST(Roles, NamesOfOffices) {
  for (const std::string_view name :
       {"Phòng Xây dựng nếp sống văn hóa và gia đình", "Trạm thú y",
        "Báo và phát thanh, truyền hình tỉnh"}) {
    const Plan plan =
        plan_of("III. TỔ CHỨC THỰC HIỆN\n\n1. " + std::string(name) +
                ":\n\n- Dọn bèo.\n\n- Trồng cây.");
    ASSERT_EQ(plan.obligations.size(), 2U) << name;
    EXPECT_EQ(join(plan.obligations[0].lead), name);
  }
}

}  // namespace
}  // namespace kehoach
