#include <gtest/gtest.h>

#include "report/page_parts.h"
#include "report/report.h"
#include "report/sample_audits.h"
#include "report/workbook_parts.h"

namespace kehoach {
namespace {

std::string page(const std::vector<Audit>& audits, bool gaps = false,
                 Language language = Language::vi) {
  AuditReport how;
  how.format = AuditFormat::html;
  how.gaps = gaps;
  how.language = language;
  return *audit_report(audits, how);
}

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

TEST(AuditHtml, StandsAlone) {
  const std::string html = page({sample_audit(), second_audit()});
  for (const char* outside : {"http:", "https:", "src=", "url(", "@import",
                              "<link", " style=", " onclick="})
    EXPECT_FALSE(has(html, outside)) << outside;
  EXPECT_TRUE(has(html, "default-src 'none'"));
  EXPECT_TRUE(has(html, "<html lang=\"vi\">"));
  EXPECT_TRUE(has(page({}, false, Language::en), "<html lang=\"en\">"));
}

TEST(AuditHtml, PutsBothQuotesSideBySide) {
  const std::string html = page({sample_audit()});
  EXPECT_EQ(count_of(html, "<tr id="), 3U);
  EXPECT_TRUE(has(
      html,
      "<tr id=\"p1-2\" data-state=\"partial\" data-findings=\"0\"><td "
      "class=\"n\">2</td><td data-label=\"Nhiệm vụ cấp trên\"><span "
      "class=\"where\">mục II.2, tr. 3</span><p class=\"quote\">Đặt thùng rác "
      "ở chợ; xử phạt người xả rác.</p></td><td data-label=\"Trạng thái\">"
      "<span class=\"state partial\">Một phần</span><span class=\"why\"> "
      "0,50</span></td><td data-label=\"Nhiệm vụ cấp dưới\"><div "
      "class=\"cell\"><div class=\"link\"><span class=\"where\">mục III.2.b"
      "</span><p class=\"quote\">Đặt thùng rác ở các chợ.</p>"))
      << html;
  EXPECT_TRUE(has(html,
                  "<b>Thời hạn muộn hơn.</b> Muộn hơn 15 ngày.<br>Cấp "
                  "trên: <q>trước ngày 10/11</q>"));
}

TEST(AuditHtml, EscapesWhatPlansSay) {
  Audit audit = sample_audit();
  audit.child.title = "<script>alert('1')</script>";
  audit.items[0].links[0].reason = "\"><img>";
  const std::string html = page({audit});
  EXPECT_EQ(count_of(html, "<script>"), 1U);  // its own
  EXPECT_FALSE(has(html, "<img"));
  EXPECT_TRUE(has(html, "Trồng cây &lt;ven&gt; sông &amp; &quot;kênh&quot;."));
  EXPECT_TRUE(has(html, "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;"));
  EXPECT_EQ(escaped("a\x01\n<"), "a??&lt;");
}

TEST(AuditHtml, SaysThatNothingAnswersOnlyWhereThatIsSo) {
  const std::string_view nothing = "Không có nhiệm vụ tương ứng";
  Audit audit = sample_audit();
  EXPECT_EQ(count_of(page({audit}), nothing), 1U);
  // A part may be found in several that do not answer by themselves.
  audit.items[1].links.clear();
  EXPECT_EQ(count_of(page({audit}), nothing), 1U);
  EXPECT_EQ(count_of(page({audit}), "Không dẫn nhiệm vụ nào"), 1U);
  EXPECT_FALSE(has(page({audit}), "Gần nhất"));
  audit.items[2].links = sample_audit().items[1].links;
  EXPECT_TRUE(has(page({audit}), "Gần nhất, chưa đủ để tính:"));
  EXPECT_EQ(count_of(page({audit}), nothing), 0U);
}

TEST(AuditHtml, ShowsTheStatesOfSeveralChildrenOnOneLook) {
  const std::string html = page({sample_audit(), second_audit()});
  EXPECT_EQ(count_of(html, "<tr data-of="), 3U);
  EXPECT_TRUE(has(html,
                  "<td class=\"partial\">Một phần</td><td "
                  "class=\"covered\">Đầy đủ</td>"));
  EXPECT_TRUE(has(html, "<td class=\"unknown\">Chưa đối chiếu</td>"));
  EXPECT_FALSE(has(page({sample_audit()}), "class=\"heat\""));
}

TEST(AuditHtml, CountsWhatItsFiltersKeep) {
  const std::string html = page({sample_audit()});
  EXPECT_TRUE(has(html, "value=\"all\" checked>Tất cả (3)"));
  EXPECT_TRUE(has(html, "value=\"gaps\">Chỉ các lỗ hổng (2)"));
  EXPECT_TRUE(has(html, "value=\"findings\">Chỉ nhiệm vụ có phát hiện (1)"));
  EXPECT_EQ(count_of(page({sample_audit()}, true), "<tr id="), 2U);
}

TEST(AuditHtml, HoldsEmptyAndLongAudits) {
  EXPECT_TRUE(has(page({}), "Không có kết quả đối chiếu nào."));
  EXPECT_TRUE(has(page({Audit()}), "Không có nhiệm vụ nào."));
  Audit audit = sample_audit();
  audit.items[0].parent.quote = std::string(100000, 'x');
  EXPECT_TRUE(has(page({audit}), audit.items[0].parent.quote));
}

// RFC 4648, section 10.
TEST(Base64, IsThatOfTheStandard) {
  EXPECT_EQ(base64(""), "");
  EXPECT_EQ(base64("f"), "Zg==");
  EXPECT_EQ(base64("fo"), "Zm8=");
  EXPECT_EQ(base64("foo"), "Zm9v");
  EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
  EXPECT_EQ(base64("\xff\xfe"), "//4=");
}

}  // namespace
}  // namespace kehoach
