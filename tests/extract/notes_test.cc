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

// What is to be made holds this; what is said of it orders nothing.
TEST(Notes, WhatSomethingHolds) {
  for (const auto& [line, told] :
       {std::pair{"- Nội dung: bao gồm quy định chi tiết Luật Thú y.",
                  "Nghị định bến đò: Bộ Y tế"},
        std::pair{"- Nội dung: rà soát Luật Thú y.",
                  "Nội dung: rà soát Luật Thú y.: Bộ Y tế"},
        std::pair{"- Phạm vi: toàn tỉnh.", "Nghị định bến đò: Bộ Y tế"}}) {
    EXPECT_EQ(noted(plan_of("II. NHIỆM VỤ\n\n1. Nghị định bến đò\n\n" +
                            std::string(line) +
                            "\n\n- Cơ quan chủ trì: Bộ Y tế.\n\n2. Dọn bèo.")),
              std::string(told) + " | Dọn bèo.: ")
        << line;
  }
}

// Below `Thời gian thực hiện:` a line may say what somebody does by when.
TEST(Notes, ATimeMayBeAnOrder) {
  EXPECT_EQ(
      noted(
          plan_of("II. NHIỆM VỤ\n\n1. Rà soát luật\n\n- Thời gian thực "
                  "hiện:\n\n+ Bộ Công an tổng hợp kết quả rà soát của các bộ, "
                  "báo cáo Thủ tướng Chính phủ trước ngày "
                  "31/12/2025.\n\n+ Giai đoạn 1: năm 2026.\n\n2. Dọn bèo.")),
      "Rà soát luật:  | Bộ Công an tổng hợp kết quả rà soát của các bộ, báo "
      "cáo "
      "Thủ tướng Chính phủ trước ngày 31/12/2025.: Bộ Công an | Dọn bèo.: ");
}

// A slogan, whom a plan binds, by what it is judged, and a note of Markdown.
TEST(Notes, OrderNothing) {
  const auto count = [](const std::string& body) {
    return plan_of(body).obligations.size();
  };
  EXPECT_EQ(count("II. NHIỆM VỤ\n\n1. Chủ đề\n\n“Xanh, sạch.”\n\n2. Dọn."), 1U);
  EXPECT_EQ(count("II. NHIỆM VỤ\n\n1. Chủ đề\n\nDạy “Xanh”.\n\n2. Dọn."), 2U);
  const std::string binds =
      "Các sở, UBND các xã chịu trách nhiệm thực hiện Kế hoạch này.";
  EXPECT_EQ(count("IV. TỔ CHỨC THỰC HIỆN\n\n1. " + binds + "\n\n2. Dọn."), 2U);
  EXPECT_EQ(count("IV. TỔ CHỨC THỰC HIỆN\n\n1. Dọn.\n\n2. Xây.\n\n" + binds),
            2U);
  EXPECT_EQ(
      count("III. TIÊU CHÍ THI ĐUA\n\n1. Hoàn thành chỉ tiêu.\n\n2. Sạch."),
      0U);
  EXPECT_EQ(count("II. NHIỆM VỤ\n\n1. Dọn.\n\n2. Xây.\n\n[^1]: Luật Thú y."),
            2U);
}

// A heading that is glued to its first sentence, and which of two it is about.
TEST(Roles, HeadingsThatSayMore) {
  for (const auto& [head, lead] :
       {std::pair{
            "Các cơ quan, đơn vị căn cứ chức năng, nhiệm vụ được giao xây "
            "dựng kế hoạch triển khai thực hiện đợt thi đua gắn với tình "
            "hình thực tế; đề ra giải pháp góp phần hoàn thành mục tiêu.",
            "Các cơ quan, đơn vị"},
        std::pair{"Cơ quan chủ trì giải quyết thủ tục",
                  "Cơ quan chủ trì giải quyết thủ tục"},
        std::pair{"Sở Y tế chủ trì", "Sở Y tế"}}) {
    const Plan plan =
        plan_of("IV. TỔ CHỨC THỰC HIỆN\n\n**1. " + std::string(head) +
                "**\n\n- Rà soát bến đò.\n\n- Báo cáo.");
    ASSERT_FALSE(plan.obligations.empty()) << head;
    EXPECT_EQ(join(plan.obligations.back().lead), lead) << head;
  }
}

// Which of two, in front of a duty; behind a purpose; within a charge.
TEST(Roles, SubjectsFurtherIn) {
  for (const auto& [line, lead] :
       {std::pair{"Cơ quan phối hợp có trách nhiệm trả lời đúng hạn.",
                  "Cơ quan phối hợp"},
        std::pair{"Cơ quan chủ trì, phối hợp với Sở Y tế rà soát.", ""},
        std::pair{"Để nâng cao hiệu quả quản lý, tăng cường kiểm tra bến, các "
                  "sở, ngành triển khai giải pháp.",
                  "các sở, ngành"},
        std::pair{"Hoàn thành tuyển sinh. Bộ Y tế yêu cầu các bệnh viện gửi "
                  "báo cáo.",
                  "các bệnh viện"}}) {
    EXPECT_EQ(join(task_of(line).obligations[0].lead), lead) << line;
  }
  const Plan plan = read_text(
      "CHỈ THỊ\n\nVề bến đò\n\nChủ tịch UBND tỉnh yêu cầu Giám đốc các sở, Chủ "
      "tịch UBND các xã trong phạm vi chức năng của mình tập trung thực hiện "
      "các "
      "việc sau:\n\n1. Rà soát bến đò.\n\n2. Sở Y tế báo cáo.");
  ASSERT_EQ(plan.obligations.size(), 2U);
  EXPECT_EQ(join(plan.obligations[0].lead),
            "Giám đốc các sở | Chủ tịch UBND các xã");
}

// What a converter left of a year, letter by letter.
TEST(Notes, NumbersAloneAreNoTask) {
  for (const char* line : {"2 0 2 6", "2 0 3 1 ."})
    EXPECT_EQ(quotes_of(plan_of("I. NHIỆM VỤ\n\n1. Một.\n\n" +
                                std::string(line) + "\n\n2. Hai.")),
              "Một. | Hai.");
}

}  // namespace
}  // namespace kehoach
