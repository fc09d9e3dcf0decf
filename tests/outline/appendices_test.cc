#include <gtest/gtest.h>

#include <algorithm>

#include "normalise/normalise.h"
#include "outline/outline.h"
#include "read/read.h"
#include "rulebook/shipped.h"

namespace kehoach {
namespace {

// The outline of a signed plan with `appendix` behind it.
Outline with_appendix(const std::string& appendix) {
  const Rulebook& rules = shipped();
  const auto source = read(
      "KẾ HOẠCH\nA\n\nI. NHIỆM VỤ\n\n1. Một.\n\nNơi nhận:\n- B;\n- Lưu: "
      "VT.\n\nCHỦ TỊCH\n\nNguyễn Văn An\n\n" +
          appendix + "\n",
      "test.md");
  EXPECT_TRUE(source);
  return outline(normalise(*source), rules);
}

bool is_passed_over(const Outline& tree) {
  return std::any_of(
      tree.diagnostics.begin(), tree.diagnostics.end(),
      [](const Diagnostic& d) { return d.code == "appendix-form"; });
}

struct AppendixCase {
  std::string_view name;
  std::string appendix;
  SectionRole last;  // of the last paragraph
  bool form;
};

TEST(Appendices, FormsAndListsOrderNothing) {
  const std::string blanks =
      "Họ và tên: .........\n\nChức vụ: ………\n\nKính gửi: ……\n\n";
  const AppendixCase cases[] = {
      {"record", "BIÊN BẢN KIỂM TRA BẾN ĐÒ\n\nI. NỘI DUNG\n\n1. Kiểm tra phao.",
       SectionRole::none, true},
      {"blanks", "PHỤ LỤC 2\n\n" + blanks + "1. Kiểm tra phao.",
       SectionRole::none, true},
      {"letterhead",
       "PHỤ LỤC 2\n\nỦY BAN NHÂN DÂN XÃ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT "
       "NAM\n\nII. NỘI DUNG\n\n1. Kiểm tra phao.",
       SectionRole::none, true},
      {"list", "PHỤ LỤC\n\nDANH SÁCH BẾN ĐÒ\n\n1. Bến Tân Hội.",
       SectionRole::none, false},
      {"tasks", "PHỤ LỤC\n\nDANH MỤC NHIỆM VỤ NĂM 2026\n\n1. Kiểm tra phao.",
       SectionRole::tasks, false},
      {"parts", "PHỤ LỤC\n\nCHI TIẾT\n\nI. GIẢI PHÁP\n\n1. Kiểm tra phao.",
       SectionRole::tasks, false},
      {"one blank", "PHỤ LỤC 1. PHÂN CÔNG\n\nSố .......\n\n1. Kiểm tra phao.",
       SectionRole::tasks, false},
      {"behind a form",
       "PHIẾU KHẢO SÁT\n\n1. Có phao không?\n\nPHỤ LỤC 3. PHÂN CÔNG NHIỆM "
       "VỤ\n\n1. Kiểm tra phao.",
       SectionRole::tasks, true},
  };
  for (const AppendixCase& c : cases) {
    const Outline tree = with_appendix(c.appendix);
    EXPECT_EQ(tree.nodes.back().role, c.last) << c.name;
    EXPECT_EQ(is_passed_over(tree), c.form) << c.name;
  }
}

// Their heads tell what tables hold, unless they are blank.
TEST(Appendices, TablesStayTablesOutsideOfForms) {
  const std::string table = "| TT | Tên bến |\n|---|---|\n| 1 | Tân Hội |";
  EXPECT_EQ(with_appendix("PHỤ LỤC\n\nDANH SÁCH BẾN ĐÒ\n\n" + table)
                .nodes.back()
                .kind,
            NodeKind::cell);
  EXPECT_EQ(with_appendix("PHIẾU KHẢO SÁT\n\n" + table).nodes.back().kind,
            NodeKind::paragraph);
}

TEST(Appendices, SayWhy) {
  const std::string table = "\n\n| TT | Tên bến |\n|---|---|\n| 1 | Tân Hội |";
  const Node cell = with_appendix("PHIẾU KHẢO SÁT" + table).nodes.back();
  EXPECT_EQ(words_for(cell.kind_by), "by what its appendix is about");
  const Node task =
      with_appendix("PHỤ LỤC\n\nI. GIẢI PHÁP\n\n1. Kiểm tra phao.")
          .nodes.back();
  EXPECT_EQ(words_for(task.role_by), "it stands in such a part");
  const Node list =
      with_appendix("PHỤ LỤC\n\nBẾN ĐÒ\n\nI. KHU VỰC BẮC\n\n1. Tân Hội.")
          .nodes.back();
  EXPECT_EQ(list.role, SectionRole::none);
  EXPECT_EQ(words_for(list.role_by), "by what its appendix is about");
}

}  // namespace
}  // namespace kehoach
