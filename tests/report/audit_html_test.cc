#include <gtest/gtest.h>

#include "report/page_parts.h"
#include "report/report.h"
#include "report/sample_audits.h"
#include "report/workbook_parts.h"
#include "text/has.h"

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
      "<tr id=\"p1-2\" data-state=\"partial\" data-findings=\"0\" "
      "data-open=\"partial\"><td "
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

TEST(AuditHtml, GroupsNumbersThatAChildDrops) {
  Audit audit = sample_audit();
  const Finding dropped = {FindingKind::dropped_target, "đạt 95%", "", "Bỏ."};
  audit.findings = {dropped};
  EXPECT_TRUE(has(page({audit}), "<b>Bỏ chỉ tiêu.</b> Bỏ."));
  audit.findings.push_back(dropped);
  audit.findings.back().parent_quote = "có <30 chợ>";
  audit.findings.push_back(sample_audit().findings[0]);
  const std::string html = page({audit});
  EXPECT_TRUE(has(html,
                  "<b>Bỏ chỉ tiêu (2).</b> Kế hoạch dưới không còn những con "
                  "số sau của kế hoạch trên:<ul><li><q>đạt 95%</q></li><li><q>"
                  "có &lt;30 chợ&gt;</q></li></ul>"))
      << html;
  EXPECT_EQ(count_of(html, "Bỏ."), 0U);
  EXPECT_TRUE(has(html, "<b>Căn cứ văn bản cũ.</b>"));
}

std::vector<Audit> many_audits(std::size_t count) {
  std::vector<Audit> audits(count, sample_audit());
  for (std::size_t i = 0; i < count; ++i)
    audits[i].child.code = std::to_string(i + 1) + "/KH-UBND";
  return audits;
}

TEST(AuditHtml, QuotesOnlyGapsOfVeryManyChildren) {
  const std::string forty = page(many_audits(40));
  EXPECT_FALSE(has(forty, "class=\"gap\""));
  EXPECT_EQ(count_of(forty, "Thu gom rác trên các kênh, rạch"), 40U);

  std::vector<Audit> audits = many_audits(41);
  audits[7].items[0].findings.clear();
  const std::string html = page(audits);
  EXPECT_TRUE(has(html, "<table class=\"heat dense\">"));
  EXPECT_TRUE(has(html,
                  "<th scope=\"col\" title=\"8/KH-UBND - Ủy ban nhân dân huyện "
                  "An Trạch\">8</th>"));
  EXPECT_EQ(count_of(html, "<td class=\"partial\">◐</td>"), 41U);
  EXPECT_TRUE(has(html, "<span class=\"state missing\">Chưa có: 41</span>"));
  // All have a finding in the first row but one; the others lack something.
  EXPECT_EQ(count_of(html, "<p class=\"gap\">"), 40U + 41U + 41U);
  EXPECT_EQ(count_of(html, "Muộn hơn 15 ngày."), 40U);
  EXPECT_TRUE(has(html, "bản XLSX, CSV hoặc JSON có tất cả"));
}

TEST(AuditHtml, CountsWhatItsFiltersKeep) {
  const std::string html = page({sample_audit()});
  EXPECT_TRUE(has(html, "value=\"all\" checked>Tất cả (3)"));
  EXPECT_TRUE(has(html, "value=\"gaps\">Chỉ các lỗ hổng (2)"));
  EXPECT_TRUE(has(html, "value=\"findings\">Chỉ nhiệm vụ có phát hiện (1)"));
  EXPECT_EQ(count_of(page({sample_audit()}, true), "<tr id="), 2U);
  EXPECT_EQ(count_of(html, " data-open"), 2U);
  Audit rejected = sample_audit();
  AuditReview review;
  review.decision.verdict = ReviewVerdict::link_wrong;
  review.child_quote = rejected.items[0].links[0].child.quote;
  rejected.items[0].review = {review};
  const std::string open = page({rejected});
  EXPECT_TRUE(has(open, "value=\"gaps\">Chỉ các lỗ hổng (3)"));
  EXPECT_EQ(count_of(open,
                     "data-state=\"covered\" data-findings=\"1\" "
                     "data-open=\"missing\" data-judged>"),
            1U);
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
