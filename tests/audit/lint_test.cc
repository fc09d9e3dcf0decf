// Plans of a few lines, and what is to be said of them.
#include <gtest/gtest.h>

#include "audit/audit.h"
#include "extract/sheet.h"

namespace kehoach {
namespace {

struct Case {
  const char* name;
  std::string body;
  std::vector<std::string> found;  // `path|message` of one check
};

std::vector<std::string> found_in(const Plan& plan, std::string_view check) {
  std::vector<std::string> lines;
  for (const LintFinding& finding : lint(plan)) {
    if (finding.check == check)
      lines.push_back(finding.path + "|" + finding.message);
  }
  return lines;
}

void check_all(std::string_view check, const std::vector<Case>& cases) {
  for (const Case& c : cases)
    EXPECT_EQ(found_in(plan_of(c.body), check), c.found) << c.name;
}

// A plan with a head, some tasks of departments, and what follows.
std::string tasks_and(const std::string& more) {
  return "I. TỔ CHỨC THỰC HIỆN\n\n"
         "1. Sở Y tế\n\n"
         "a) Khám sức khỏe cho trẻ em trước ngày 30/9/2024.\n\n"
         "b) Báo cáo kết quả hằng quý.\n\n"
         "2. Sở Tư pháp\n\n"
         "a) Tuyên truyền pháp luật trước ngày 31/10/2024.\n\n"
         "b) Biên soạn tài liệu trong tháng 10/2024.\n\n" +
         more;
}

TEST(Lint, IsSilentAboutWhatIsWhole) {
  EXPECT_TRUE(lint(plan_of(tasks_and(""))).empty());
  EXPECT_TRUE(lint(Plan()).empty());
}

TEST(Lint, AsksWhoIsInCharge) {
  const std::string open = "Nhiệm vụ không nêu cơ quan chủ trì.";
  check_all("no-lead",
            {{"all have a lead", tasks_and(""), {}},
             {"one has none",
              tasks_and("II. NHIỆM VỤ\n\n1. Trồng cây xanh ven đường.\n\n2. Sở "
                        "Y tế chủ trì tiêm vắc xin."),
              {"II.1|" + open}},
             {"money needs no lead",
              tasks_and("II. KINH PHÍ THỰC HIỆN\n\nKinh phí do ngân sách nhà "
                        "nước bảo đảm."),
              {}},
             {"somebody is named whom nothing was read of",
              "I. NHIỆM VỤ\n\n1. Trồng cây xanh.\n\n2. Quét đường.\n\n3. Khơi "
              "cống.\n\n4. Mời cơ quan chủ trì dự họp.",
              {"I.1|" + open, "I.2|" + open, "I.3|" + open, "I.4|" + open}},
             {"nobody is named at all",
              "I. NHIỆM VỤ\n\n1. Trồng cây xanh.\n\n2. Quét đường.\n\n3. Khơi "
              "cống.\n\n4. Thu gom rác.",
              {"|Không nhiệm vụ nào của kế hoạch nêu cơ quan chủ trì."}}});
}

TEST(Lint, AsksByWhen) {
  const std::string open = "Nhiệm vụ không nêu thời hạn hay chế độ định kỳ.";
  check_all(
      "no-deadline",
      {{"all have a time", tasks_and(""), {}},
       {"one has none",
        tasks_and("3. Sở Xây dựng\n\nSửa chữa trường học.\n\n"),
        {"I.3|" + open}},
       {"a time in the heading holds for its items",
        tasks_and(
            "II. NHIỆM VỤ TRONG THÁNG 9/2024\n\n1. Sở Y tế chủ trì tiêm vắc "
            "xin.\n\n2. Sở Tư pháp in tài liệu."),
        {}},
       {"a number is due",
        tasks_and("3. Sở Xây dựng\n\nThành lập ít nhất 01 tổ thu gom rác "
                  "đến năm 2026.\n\n"),
        {}},
       {"a number is due with the plan",
        tasks_and("3. Sở Xây dựng\n\nThành lập ít nhất 01 tổ thu gom "
                  "rác.\n\n"),
        {"I.3|" + open}},
       {"none at all",
        "I. TỔ CHỨC THỰC HIỆN\n\n1. Sở Y tế\n\na) Trồng cây.\n\nb) Quét "
        "sân.\n\n2. Sở Tư pháp\n\na) Khơi cống.\n\nb) Thu gom rác.",
        {"|Kế hoạch không nêu thời hạn hay chế độ định kỳ nào."}}});
}

TEST(Lint, AsksWhoWorksForATarget) {
  check_all(
      "target-without-task",
      {{"a task speaks of it",
        "I. MỤC TIÊU\n\n1. 95% trẻ em được khám sức khỏe.\n\n2. Việc "
        "khác.\n\n" +
            tasks_and(""),
        {}},
       {"no task does",
        "I. MỤC TIÊU\n\n1. 95% hộ dân dùng nước sạch hợp vệ sinh.\n\n2. Việc "
        "khác.\n\n" +
            tasks_and(""),
        {"|Không nhiệm vụ nào nói đến chỉ tiêu \"hộ dân dùng nước sạch hợp vệ "
         "sinh\"."}},
       {"a target of a task serves itself",
        tasks_and("3. Sở Xây dựng\n\nCấp nước sạch cho 95% hộ dân trước ngày "
                  "31/12/2024.\n\n"),
        {}}});
}

TEST(Lint, MissesLeadsAmongRecipients) {
  const auto sent_to = [](const std::string& recipients) {
    return tasks_and("Nơi nhận:\n" + recipients + "\n- Lưu: VT.");
  };
  const std::string forgets =
      " được giao chủ trì nhưng không có trong phần Nơi nhận.";
  check_all("lead-not-recipient",
            {{"both are there", sent_to("- Sở Y tế;\n- Sở Tư pháp;"), {}},
             {"one is forgotten",
              sent_to("- Sở Y tế;\n- Sở Xây dựng;"),
              {"I.2.a|Sở Tư pháp" + forgets}},
             {"all of a kind", sent_to("- Các sở, ban, ngành;"), {}},
             {"all of its kind, not of another",
              sent_to("- Các phòng, ban;"),
              {"I.1.a|Sở Y tế" + forgets, "I.2.a|Sở Tư pháp" + forgets}},
             {"a line that means anybody",
              sent_to("- Các cơ quan, đơn vị có liên quan;"),
              {}},
             {"those of a part", sent_to("- Như mục I;"), {}},
             {"a part without more", sent_to("- Mục I;"), {}},
             {"many of a kind by name",
              sent_to("- Sở: Nội vụ, Y tế, Xây dựng;"),
              {"I.2.a|Sở Tư pháp" + forgets}},
             {"a short form",
              sent_to("- SYT;\n- Sở TP;\n- Sở Tư pháp;"),
              {"I.1.a|Sở Y tế" + forgets}},
             {"no recipients at all", tasks_and(""), {}}});
}

TEST(Lint, SeesDatesThatAreOver) {
  // The plan is of 13/8/2024.
  const std::string over =
      "I.3|Thời hạn đã qua khi kế hoạch được ban hành (13/8/2024).";
  const auto by = [](const std::string& when) {
    return tasks_and("3. Sở Xây dựng\n\nSửa chữa trường học " + when + ".");
  };
  check_all("deadline-before-issue",
            {{"later", by("trước ngày 14/8/2024"), {}},
             {"the same day", by("trước ngày 13/8/2024"), {}},
             {"the day before", by("trước ngày 12/8/2024"), {over}},
             {"the same month", by("trong tháng 8/2024"), {}},
             {"the month before", by("trong tháng 7/2024"), {over}},
             {"the same quarter", by("trong quý III/2024"), {}},
             {"the quarter before", by("trong quý II/2024"), {over}},
             {"the year before", by("trong tháng 12/2023"), {over}},
             // Its year is not printed: nothing is sure.
             {"a day without year", by("trước ngày 10/6"), {}},
             {"each year", by("trước ngày 10/6 hằng năm"), {}}});
}

TEST(Lint, SeesATaskOfTwoLeads) {
  const std::string task =
      "Xây dựng, vận hành phần mềm theo dõi, giám sát chất lượng nước sinh "
      "hoạt trên địa bàn tỉnh";
  check_all(
      "two-leads",
      {{"one task, two bodies",
        tasks_and("3. Sở Xây dựng\n\n" + task + ".\n\n4. Sở Công Thương\n\n" +
                  task + ".\n\n5. Sở Tài chính\n\nCấp kinh phí."),
        {"I.4|Cùng một nhiệm vụ được giao cho Sở Xây dựng (mục I.3) và cho Sở "
         "Công Thương."}},
       {"a share of each",
        tasks_and("3. Sở Xây dựng\n\nThực hiện các nhiệm vụ khác có liên quan "
                  "theo yêu cầu của Ủy ban nhân dân tỉnh.\n\n4. Sở Công "
                  "Thương\n\nThực hiện các nhiệm vụ khác có liên quan theo "
                  "yêu cầu của Ủy ban nhân dân tỉnh."),
        {}},
       {"one body twice",
        tasks_and("3. Sở Xây dựng\n\na) " + task + ".\n\nb) " + task + "."),
        {}},
       {"what all must do",
        tasks_and("3. Sở Xây dựng\n\nBáo cáo kết quả hằng quý.\n\n4. Sở Công "
                  "Thương\n\nBáo cáo kết quả hằng quý."),
        {}}});
}

TEST(Lint, CountsItemsOfAPlanInsideADecision) {
  const Plan plan = read_text(
      "ỦY BAN NHÂN DÂN\nTỈNH CỬU HÀ\n\nSố: 9/QĐ-UBND\n\nCửu Hà, ngày 13 "
      "tháng 8 năm 2024\n\nQUYẾT ĐỊNH\n\nBan hành Kế hoạch trồng cây\n\nĐiều "
      "1. Ban hành kèm theo Quyết định này Kế hoạch trồng cây.\n\nĐiều 3. "
      "Quyết định này có hiệu lực từ ngày ký.\n\nKẾ HOẠCH\n\nTrồng cây\n\nI. "
      "NHIỆM VỤ\n\n1. Sở Y tế trồng cây.\n\n2. Sở Y tế tưới cây.\n\n4. Sở Y tế "
      "tỉa cây.\n");
  EXPECT_EQ(
      found_in(plan, "numbering"),
      std::vector<std::string>{"I.4|Số thứ tự nhảy từ \"2\" sang \"4\"."});
}

TEST(Lint, CountsItems) {
  const auto items = [](const std::string& labels) {
    std::string body = "I. NHIỆM VỤ\n\n";
    for (const std::string_view label : split(labels, ' '))
      body += std::string(label) + " Sở Y tế trồng thêm cây xanh.\n\n";
    return body;
  };
  check_all(
      "numbering",
      {{"in order", items("1. 2. 3."), {}},
       {"one is left out",
        items("1. 2. 4."),
        {"I.4|Số thứ tự nhảy từ \"2\" sang \"4\"."}},
       {"one comes twice",
        items("1. 2. 2. 3."),
        {"I.2|Số thứ tự \"2\" lặp lại."}},
       {"anew", items("1. 2. 1. 2."), {}},
       {"letters", items("a) b) c) d) đ) e) g) h)"), {}},
       {"letters without đ", items("a) b) c) d) e) g)"), {}},
       {"Latin letters", items("a) b) c) d) e) f) g) h) i) k)"), {}},
       {"a letter is left out",
        items("a) b) d)"),
        {"I.d|Số thứ tự nhảy từ \"b\" sang \"d\"."}},
       {"decimals of two parts", items("1.1. 1.2. 2.1. 2.2."), {}},
       {"a decimal is left out",
        items("1.1. 1.2. 1.4."),
        {"I.1.4|Số thứ tự nhảy từ \"1.2\" sang \"1.4\"."}},
       {"parts",
        "I. NHIỆM VỤ\n\nTrồng cây.\n\nIII. KINH PHÍ\n\nTừ ngân sách.",
        {"III|Số thứ tự nhảy từ \"I\" sang \"III\"."}},
       {"one stands inside of a line",
        "I. NHIỆM VỤ\n\na) Sở Y tế trồng cây. b) Sở Y tế quét sân.\n\nc) Sở "
        "Y tế tưới cây.",
        {}},
       // Far apart: the list of something else, or a page is lost.
       {"far", items("1. 2. 9."), {}}});
}

TEST(Lint, SeesTwoDatesOfOneDocument) {
  const auto cited = [](const std::string& first, const std::string& second) {
    return "Căn cứ Kế hoạch số 12/KH-UBND " + first + ".\n\n" +
           tasks_and("3. Sở Xây dựng\n\nThực hiện Kế hoạch số 12/KH-UBND " +
                     second + ".");
  };
  check_all(
      "reference-dates",
      {{"one date", cited("ngày 05/6/2023", "ngày 5 tháng 6 năm 2023"), {}},
       {"no date again", cited("ngày 05/6/2023", "của UBND tỉnh"), {}},
       {"two dates",
        cited("ngày 05/6/2023", "ngày 06/5/2023"),
        {"|12/KH-UBND được dẫn với hai ngày: 05/6/2023 và 06/5/2023."}},
       {"in words, and with a comma",
        cited("ngày 05/6/2023", ", ngày 06 tháng 5 năm 2023"),
        {"|12/KH-UBND được dẫn với hai ngày: 05/6/2023 và 06/5/2023."}},
       {"two documents of one number",
        cited("ngày 05/6/2023 của UBND tỉnh", "ngày 06/5/2023 của UBND huyện"),
        {}},
       {"one issuer, long and short",
        cited("ngày 05/6/2023 của UBND tỉnh Khánh Hòa",
              "ngày 06/5/2023 của Ủy ban nhân dân tỉnh"),
        {"|12/KH-UBND được dẫn với hai ngày: 05/6/2023 và 06/5/2023."}},
       {"another code that ends so",
        cited("ngày 05/6/2023", "và số 112/KH-UBND ngày 06/5/2023"),
        {}}});
}

TEST(Lint, KnowsWhatIsReplaced) {
  const Plan plan = plan_of(
      "Căn cứ Kế hoạch số 12/KH-UBND ngày 05/6/2023 của UBND tỉnh.\n\n" +
      tasks_and(""));
  const auto found = [&](const Replacement& replacement) {
    const auto all = lint(plan, {replacement});
    return all.empty() ? "" : all[0].check + ": " + all[0].message;
  };
  EXPECT_EQ(found({"12/KH-UBND", "2023-06-05", "7/KH-UBND", "2024-01-02"}),
            "reference-replaced: 12/KH-UBND đã được thay thế bằng 7/KH-UBND "
            "ngày 02/01/2024.");
  // The number of another year, another document, the plan itself.
  EXPECT_EQ(found({"12/KH-UBND", "2022-06-05", "7/KH-UBND", ""}), "");
  EXPECT_EQ(found({"13/KH-UBND", "2023-06-05", "7/KH-UBND", ""}), "");
  EXPECT_EQ(found({"12/KH-UBND", "2023-06-05", "8916/KH-UBND", ""}), "");
}

TEST(Lint, ShowsWhereItStands) {
  const Plan plan = plan_of(
      tasks_and("3. Sở Xây dựng\n\nSửa chữa trường học trước ngày 1/6/2024."));
  for (const LintFinding& finding : lint(plan)) {
    EXPECT_EQ(finding.quote, slice(plan.text, finding.span));
    EXPECT_EQ(finding.severity == Severity::warning,
              finding.check == "deadline-before-issue");
  }
}

}  // namespace
}  // namespace kehoach
