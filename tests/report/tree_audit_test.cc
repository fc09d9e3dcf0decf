// The audit of a family as text, as JSON and as a page.
#include <gtest/gtest.h>

#include "report/layout.h"
#include "report/report.h"
#include "report/workbook_parts.h"
#include "text/has.h"
#include "text/text.h"

namespace kehoach {
namespace {

constexpr auto kCovered = Coverage::covered;
constexpr auto kPartial = Coverage::partial;
constexpr auto kMissing = Coverage::missing;

FamilyNode node(DocumentId id, const char* code, const char* level,
                int parent) {
  FamilyNode n;
  n.document.id = id;
  n.document.code = code;
  n.document.level = level;
  n.document.issuer = std::string("Ủy ban nhân dân của ") + code;
  n.parent = parent;
  n.depth = parent < 0 ? 0 : static_cast<std::size_t>(parent) + 1;
  return n;
}

PlanFamily family() {
  PlanFamily f;
  f.nodes = {node(1, "61-CT/TW", "central", -1),
             node(2, "218/KH-UBND", "province", 0),
             node(3, "96/KH-UBND", "district", 1)};
  return f;
}

TreeAudit audit() {
  TreeAudit tree;
  tree.edges.resize(3);
  tree.edges[1].done = tree.edges[2].done = true;
  tree.edges[2].parent = 1;
  tree.edges[2].findings = 4;
  tree.through = {{}, {kCovered, kPartial}, {kCovered, kMissing}};
  tree.justified = {{}, {false, false}, {false, false}};
  RollupRow first, second;
  first.obligation.id = "o1";
  first.obligation.path = "II.1";
  first.obligation.quote =
      "Tổ chức thu gom, phân loại, xử lý rác thải nhựa trên sông, kênh, rạch";
  first.direct = {1, 0, 0};
  first.deep = {2, 0, 0};
  first.levels = {{{1, 0, 0}, {1, 0, 0}, {0, 0, 0}}};
  second.obligation.id = "o2";
  second.obligation.quote = "Tuyên truyền.";
  second.direct = {0, 1, 0};
  second.deep = {0, 1, 1};
  second.levels = {{{0, 1, 0}, {0, 0, 1}, {0, 0, 0}}};
  tree.rows = {first, second};
  return tree;
}

// The district says why it has nothing of the second, and of an obligation of
// the province that is about nothing of the root.
TreeAudit judged() {
  TreeAudit tree = audit();
  JustifiedGap gap;
  gap.above = 1;
  gap.obligation = {"o4", "III.2", "Tuyên truyền <trên> sông.", {}, 0, {}};
  gap.review.decision = {ReviewVerdict::justified, "Huyện không có sông",
                         "Trần Thị Bình", "2026-01-31T08:30:00Z"};
  gap.rows = {1};
  tree.edges[2].justified = {gap, gap};
  tree.edges[2].justified[1].above = 2;
  tree.edges[2].justified[1].rows.clear();
  tree.justified[2][1] = true;
  tree.rows[1].justified = 1;
  return tree;
}

constexpr const char* kReason =
    "Đã giải trình: Huyện không có sông (Trần Thị Bình, 31/1/2026)";

TEST(JustifiedGapsOfATree, StandInTheText) {
  const std::string text = tree_audit_text(family(), judged(), {200, false});
  EXPECT_TRUE(has(text, "\n◇ Tuyên truyền.")) << text;
  EXPECT_TRUE(has(text, "\nĐã giải trình (2)\n")) << text;
  EXPECT_TRUE(has(text,
                  "  ◇ 96/KH-UBND UBND của 96/KH-UBND: mục III.2 "
                  "của kế hoạch trên \"Tuyên truyền <trên> sông.\" (nhiệm vụ "
                  "2)\n    "))
      << text;
  EXPECT_TRUE(has(text, kReason)) << text;
  EXPECT_TRUE(has(text,
                  "2 chỗ thiếu so với kế hoạch trên đã được giải trình (◇: "
                  "nhiệm vụ có kế hoạch còn thiếu mà mọi chỗ thiếu đều đã được "
                  "giải trình)\n"))
      << text;
  // A gap with a reason beside one without: no row has the sign.
  TreeAudit half = judged();
  half.justified[2][1] = false;
  half.rows[1].justified = 0;
  const std::string open = tree_audit_text(family(), half, {200, false});
  EXPECT_TRUE(has(open, "kế hoạch trên đã được giải trình\n")) << open;
  EXPECT_FALSE(has(open, "◇:")) << open;
  const std::string none = tree_audit_text(family(), audit(), {200, false});
  EXPECT_FALSE(has(none, "giải trình") || has(none, "◇")) << none;
  TreeAudit many = judged();
  many.edges[2].justified.resize(12, many.edges[2].justified[0]);
  EXPECT_TRUE(
      has(tree_audit_text(family(), many, {200, false}), "… và 2 chỗ khác"));
}

TEST(JustifiedGapsOfATree, StandInJson) {
  const std::string json = tree_audit_json(family(), judged());
  EXPECT_TRUE(has(
      json, R"("justified":2,"cells":"cm","justified_cells":["o2"],)"
            R"("justifications":[{"obligation":"o4","path":"III.2","quote":)"
            R"("Tuyên truyền <trên> sông.","status":"missing","rows":["o2"],)"
            R"("note":"Huyện không có sông","by":"Trần Thị Bình",)"
            R"("at":"2026-01-31T08:30:00Z"},{)"))
      << json;
  EXPECT_TRUE(has(json, R"("rows":[],)")) << json;
}

TEST(JustifiedGapsOfATree, StandInTables) {
  const std::string csv = tree_audit_csv(family(), judged());
  EXPECT_TRUE(has(csv, "\"1. mục II.1\",\"2.\",\"Giải trình\"\r\n")) << csv;
  EXPECT_TRUE(has(csv,
                  "\"Đầy đủ\",\"Chưa có (đã giải trình)\",\"mục III.2 "
                  "\"\"Tuyên truyền <trên> sông.\"\" (nhiệm vụ 2): Chưa "
                  "có. Đã giải trình: Huyện không có sông"))
      << csv;
  EXPECT_TRUE(has(csv, "\"Đầy đủ\",\"Một phần\",\"\"\r\n")) << csv;
  const auto book = tree_audit_xlsx(family(), judged());
  ASSERT_TRUE(book) << book.error().message;
  const std::string names = workbook_part(*book, "xl/workbook.xml");
  for (const char* name : {"Nhiệm vụ", "Kế hoạch", "Giải trình"})
    EXPECT_TRUE(has(names, "<sheet name=\"" + std::string(name) + "\""))
        << names;
  const std::string strings = workbook_part(*book, "xl/sharedStrings.xml");
  for (const char* words :
       {"Chưa có (đã giải trình)", "Huyện không có sông", "Trần Thị Bình"})
    EXPECT_TRUE(has(strings, words)) << words;
  EXPECT_TRUE(has(workbook_part(*book, "xl/worksheets/sheet2.xml"),
                  "<formula>\"Chưa có (đã giải trình)\"</formula>"));
  EXPECT_TRUE(has(workbook_part(*tree_audit_xlsx(family(), audit()),
                                "xl/sharedStrings.xml"),
                  "Chưa có giải trình nào."));
}

TEST(JustifiedGapsOfATree, StandOnThePage) {
  const std::string html = tree_audit_html(family(), judged());
  EXPECT_TRUE(has(html, std::string("<td class=\"missing settled\" title=\"") +
                            kReason + "\">◇<a href=\"#g1\">*</a></td>"))
      << html;
  EXPECT_TRUE(has(html, "<tr id=\"g1\">")) << html;
  EXPECT_TRUE(has(html, "218/KH-UBND, mục III.2</span>Tuyên truyền &lt;trên"))
      << html;
  EXPECT_TRUE(has(html, "<a href=\"#n2\">2</a>")) << html;
  // Of two gaps in the second row one is open.
  EXPECT_TRUE(has(html, "đã giải trình 1/2 chỗ thiếu")) << html;
  EXPECT_TRUE(has(html,
                  "<tr id=\"n2\" data-state=\"partial\" data-findings=\"0\" "
                  "data-open=\"partial\" data-judged>"))
      << html;
  EXPECT_TRUE(has(html, "Chỉ nhiệm vụ có giải trình (1)")) << html;
  TreeAudit all = judged();
  all.rows[1].justified = 2;
  const std::string settled = tree_audit_html(family(), all);
  EXPECT_TRUE(has(settled, "Chỉ các lỗ hổng (0)")) << settled;
  EXPECT_FALSE(has(settled, "data-open=\"partial\"")) << settled;
  EXPECT_FALSE(has(tree_audit_html(family(), audit()), "giải trình (")) << html;
}

// Cells that go by what people say look like others; how many there are is
// told.
TEST(CorrectedCellsOfATree, AreCounted) {
  TreeAudit tree = audit();
  const std::string words =
      "3 chỗ tính theo đánh giá của người soát, khác kết quả đối chiếu";
  const auto texts = [&] {
    return tree_audit_text(family(), tree, {200, false}) +
           tree_audit_html(family(), tree) +
           workbook_part(*tree_audit_xlsx(family(), tree),
                         "xl/sharedStrings.xml");
  };
  EXPECT_FALSE(has(texts(), "người soát"));
  tree.edges[1].corrected = 1;
  tree.edges[2].corrected = 2;
  EXPECT_GE(count_of(texts(), words), 3U) << texts();
  EXPECT_TRUE(has(tree_audit_json(family(), tree), R"("corrected":2,)"));
}

TEST(TreeAuditText, FitsThePageAndTellsWhoLacksMost) {
  for (const std::size_t width : {60U, 80U, 120U}) {
    const std::string text = tree_audit_text(family(), audit(), {width, false});
    for (const std::string_view line : split(text, '\n'))
      EXPECT_LE(columns(line), width) << line;
    EXPECT_NE(text.find("2 nhiệm vụ, 2 kế hoạch cấp dưới"), std::string::npos);
    EXPECT_EQ(text.find("cấp tỉnh") != std::string::npos, width >= 80) << text;
    // Nobody below is a commune.
    EXPECT_EQ(text.find("cấp xã"), std::string::npos) << text;
  }
  const std::string text = tree_audit_text(family(), audit(), {60, false});
  EXPECT_NE(text.find("II.1  Tổ chức thu gom, phân loại, xử lý…    █ 100%"
                      "    █ 100%\n"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("    ▅  50%    ▃  25%\n"), std::string::npos) << text;
  EXPECT_NE(text.find("Thiếu nhiều nhất\n  96/KH-UBND"), std::string::npos)
      << text;
  EXPECT_NE(text.find("thiếu 1 trong 2 nhiệm"), std::string::npos) << text;
}

TEST(TreeAuditJson, HasCountsAndCells) {
  const std::string json = tree_audit_json(family(), audit());
  EXPECT_EQ(json.find("{\"schema\":\"kehoach.audit-tree/1\",\"root\":0,"), 0U);
  EXPECT_NE(json.find("\"direct\":{\"covered\":0,\"partial\":1,\"missing\":0},"
                      "\"deep\":{\"covered\":0,\"partial\":1,\"missing\":1}"),
            std::string::npos)
      << json;
  EXPECT_NE(json.find("\"audited_against\":1,\"findings\":4,\"corrected\":0,"
                      "\"justified\":0,"
                      "\"cells\":\"cm\",\"justified_cells\":[],"
                      "\"justifications\":[]}"),
            std::string::npos)
      << json;
  EXPECT_NE(json.find("\"audited_against\":null,\"findings\":0,\"corrected\":0,"
                      "\"justified\":0,"
                      "\"cells\":null,\"justified_cells\":[],"
                      "\"justifications\":[]}"),
            std::string::npos)
      << json;
}

TEST(TreeAuditHtml, ShowsSharesOfLevelsAndPlans) {
  const std::string html = tree_audit_html(family(), audit());
  const auto has = [&](std::string_view part) {
    return html.find(part) != std::string::npos;
  };
  EXPECT_TRUE(has("2 nhiệm vụ, 2 kế hoạch cấp dưới")) << html;
  // The second: half of it right below, a quarter through all levels.
  EXPECT_TRUE(
      has("Tuyên truyền.</th><td class=\"h2\" title=\"đầy đủ 0, một "
          "phần 1, chưa có 0\">50%<small>0/1</small></td><td "
          "class=\"h1\" title=\"đầy đủ 0, một phần 1, chưa có 1\">25%"
          "<small>0/2</small></td><td class=\"h2\""))
      << html;
  EXPECT_TRUE(has("<tr id=\"n1\" data-state=\"covered\"")) << html;
  EXPECT_TRUE(has("<tr id=\"n2\" data-state=\"partial\"")) << html;
  EXPECT_TRUE(
      has("</a></th><td class=\"partial\">◐</td><td "
          "class=\"missing\">○</td></tr>"))
      << html;
  // Nobody below is a commune; who lacks most comes first.
  EXPECT_FALSE(has("cấp xã")) << html;
  EXPECT_LT(html.rfind("96/KH-UBND"), html.rfind("218/KH-UBND")) << html;
  for (const char* outside : {"http:", "https:", "src=", "url(", " style="})
    EXPECT_FALSE(has(outside)) << outside;
}

TEST(TreeAuditHtml, LeavesOutTheMapOfVeryManyPlans) {
  PlanFamily plans = family();
  TreeAudit tree = audit();
  for (DocumentId id = 4; id < 200; ++id) {
    plans.nodes.push_back(node(id, "<1>/KH-UBND", "district", 1));
    tree.edges.push_back(tree.edges[2]);
    tree.through.push_back(tree.through[2]);
    tree.justified.push_back(tree.justified[2]);
  }
  const std::string html = tree_audit_html(plans, tree);
  EXPECT_EQ(html.find("data-of="), std::string::npos);
  EXPECT_EQ(html.find("<1>"), std::string::npos);
  EXPECT_LT(html.size(), 200 * 300 + 20000U);
}

// Where a table of all would be too much, the script has all.
TEST(TreeAuditHtml, GivesVeryManyPlansToItsScript) {
  PlanFamily plans = family();
  TreeAudit tree = judged();
  for (DocumentId id = 4; id < 400; ++id) {
    plans.nodes.push_back(node(id, "</script>/KH", "district", 1));
    tree.edges.push_back(tree.edges[2]);
    tree.edges.back().justified.clear();
    tree.through.push_back(tree.through[2]);
    tree.justified.push_back({false, false});
  }
  const std::string html = tree_audit_html(plans, tree);
  EXPECT_EQ(count_of(html, "<tr><th scope=\"row\">"), 200U);
  EXPECT_EQ(count_of(html, "</script>"), 2U);  // the data and the script
  EXPECT_EQ(count_of(html, "\\u003c/script>/KH - "), 396U);
  EXPECT_TRUE(has(html, "\",0,\"cM\",4,2]")) << html.substr(0, 4000);
  EXPECT_TRUE(has(html, "bản XLSX, CSV hoặc JSON có tất cả 398 kế hoạch"));
  EXPECT_FALSE(has(tree_audit_html(family(), judged()), "id=\"ke-hoach\""));
  EXPECT_TRUE(
      has(tree_audit_html(family(), judged()), "<td class=\"signs\">●◇</td>"));
}

}  // namespace
}  // namespace kehoach
