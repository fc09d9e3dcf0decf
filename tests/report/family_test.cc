// A family of plans as text, JSON, DOT and SVG.
#include <gtest/gtest.h>

#include <pugixml.hpp>

#include "report/layout.h"
#include "report/report.h"
#include "text/has.h"
#include "text/text.h"

namespace kehoach {
namespace {

FamilyNode node(DocumentId id, const std::string& code,
                const std::string& issuer, const std::string& level, int parent,
                std::size_t depth) {
  FamilyNode n;
  n.document.id = id;
  n.document.type = "KH";
  n.document.code = code;
  n.document.issuer = issuer;
  n.document.level = level;
  n.document.issued_on = "2024-06-25";
  n.parent = parent;
  n.depth = depth;
  if (parent >= 0) n.relation = "implements";
  return n;
}

PlanFamily sample() {
  PlanFamily family;
  family.nodes = {
      node(1, "61-CT/TW", "Ban Bí thư", "central", -1, 0),
      node(2, "218/KH-UBND", "Ủy ban nhân dân tỉnh Cửu Hà", "province", 0, 1),
      node(0, "733/PGDĐT",
           "Phòng Giáo dục và Đào tạo huyện An Trạch \"A\" <B> & \\C", "unit",
           1, 2),
      node(3, "", "Trường Trung học cơ sở Phú Khê", "unit", 2, 3),
      node(4, "71/KH-UBND", "Ủy ban nhân dân thị xã Tân Lộ", "district", 1, 2),
  };
  family.nodes[0].document.title =
      "về tăng cường công tác giảm thiểu rác thải nhựa, giữ gìn sông sạch";
  family.nodes[2].state = LinkState::not_in_archive;
  family.nodes[2].inferred = true;
  family.nodes[3].relation = "basis";
  family.nodes[4].document.replaced_by = 9;
  family.nodes[4].hidden = 7;
  family.gaps = {{"province", "", {"An Giang", "Cà Mau"}, 1},
                 {"district", "Cửu Hà", {"Lũng Mây"}, 1},
                 {"commune", "", {}, 0}};
  FamilyEdge open;
  open.relation = "implements";
  open.state = LinkState::conflicting;
  open.cited = family.nodes[1].document;
  family.open = {{4, open}};
  return family;
}

TEST(FamilyText, FitsSixtyColumns) {
  const std::string text = family_text(sample(), {60, false});
  for (const std::string_view line : split(text, '\n'))
    EXPECT_LE(columns(line), 60U) << line;
  EXPECT_EQ(text.find("61-CT/TW"), 0U) << text;
  EXPECT_TRUE(has(text, "\n  218/KH-UBND UBND tỉnh Cửu Hà, 25/6/2024\n"))
      << text;
  EXPECT_TRUE(has(text, "\n      Kế hoạch (chưa có số) #3")) << text;
  EXPECT_TRUE(has(text, "chưa có trong kho, vị trí")) << text;
  EXPECT_TRUE(has(text, "(đã được thay\n")) << text;
  EXPECT_TRUE(has(text, "… 7 kế hoạch bên dưới")) << text;
  EXPECT_TRUE(has(text, "  Cấp tỉnh: 1 đã có, 2 chưa có: An Giang, Cà Mau\n"))
      << text;
  EXPECT_TRUE(has(text, "  Cấp huyện thuộc Cửu Hà: 1 đã có, 1 chưa có:"))
      << text;
  EXPECT_TRUE(has(text, "  Cấp xã: chưa có kế hoạch nào\n")) << text;
  EXPECT_TRUE(has(text, "nêu trong 71/KH-UBND")) << text;
}

TEST(FamilyText, SaysWhereTheParentsAre) {
  FamilyEdge there, absent, cites;
  there.relation = "implements";
  there.state = LinkState::resolved;
  there.parent = 2;
  there.cited.code = "218/KH-UBND";
  absent.relation = "basis";
  absent.cited.code = "9-KH/TU";
  cites.relation = "cites";
  const std::string text = parents_text({there, absent, cites}, {60, false});
  EXPECT_EQ(text,
            "\nVăn bản cấp trên trong kho\n"
            "218/KH-UBND: có trong kho, #2\n"
            "9-KH/TU: chưa có trong kho\n");
  EXPECT_EQ(parents_text({cites}, {60, false}), "");
}

TEST(FamilyJson, HasNodesGapsAndOpenReferences) {
  const std::string json = family_json(sample());
  EXPECT_EQ(json.find("{\"schema\":\"kehoach.tree/1\",\"nodes\":[{\"id\":1,"),
            0U)
      << json;
  EXPECT_TRUE(has(json, "\"parent\":2,\"depth\":3,\"relation\":\"basis\","));
  EXPECT_TRUE(has(json, "\"id\":null,\"type\":\"KH\",\"code\":\"733/PGDĐT\""));
  EXPECT_TRUE(has(json, "\"inferred\":true,\"state\":\"not-in-archive\""));
  EXPECT_TRUE(has(json,
                  "{\"level\":\"province\",\"within\":null,\"present\":1,"
                  "\"missing\":[\"An Giang\",\"Cà Mau\"]}"));
  EXPECT_TRUE(has(json, "\"state\":\"conflicting\",\"cited_by\":4}"));
}

TEST(FamilyDot, QuotesLabels) {
  const std::string dot = family_dot(sample());
  EXPECT_EQ(dot.find("digraph plans {\n"), 0U);
  EXPECT_TRUE(has(dot, "  n0 -> n1;\n")) << dot;
  EXPECT_TRUE(has(dot, "  n1 -> n2 [style=dashed];\n")) << dot;
  EXPECT_TRUE(has(dot, "An Trạch \\\"A\\\" <B> & \\\\C, 25/6/2024\"")) << dot;
  EXPECT_TRUE(has(dot, "label=\"218/KH-UBND\\nUBND tỉnh Cửu Hà")) << dot;
  EXPECT_EQ(dot.substr(dot.size() - 2), "}\n");
}

struct Box {
  double x, y, width, height;
};

std::vector<Box> boxes_of(const pugi::xml_document& svg) {
  std::vector<Box> boxes;
  for (const pugi::xml_node group : svg.child("svg").children("g")) {
    const pugi::xml_node rect = group.child("rect");
    boxes.push_back({rect.attribute("x").as_double(),
                     rect.attribute("y").as_double(),
                     rect.attribute("width").as_double(),
                     rect.attribute("height").as_double()});
  }
  return boxes;
}

TEST(FamilySvg, IsWellFormedAndDrawsEachPlanOnce) {
  PlanFamily family = sample();
  family.nodes[3].document.issuer += "\x01\xff";  // no XML, no UTF-8
  const std::string text = family_svg(family);
  pugi::xml_document svg;
  const auto parsed = svg.load_string(text.c_str());
  ASSERT_TRUE(parsed) << parsed.description();
  const std::vector<Box> boxes = boxes_of(svg);
  ASSERT_EQ(boxes.size(), family.nodes.size());
  const double width = svg.child("svg").attribute("width").as_double();
  const double height = svg.child("svg").attribute("height").as_double();
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    EXPECT_GE(boxes[i].x, 0);
    EXPECT_GE(boxes[i].y, 0);
    EXPECT_LE(boxes[i].x + boxes[i].width, width);
    EXPECT_LE(boxes[i].y + boxes[i].height, height);
    for (std::size_t j = 0; j < i; ++j) {
      const bool apart = boxes[i].x != boxes[j].x ||
                         std::abs(boxes[i].y - boxes[j].y) >= boxes[i].height;
      EXPECT_TRUE(apart) << i << " lies on " << j;
    }
  }
  const std::string label =
      svg.child("svg").child("g").next_sibling("g").child("title").text().get();
  EXPECT_EQ(label, "218/KH-UBND\nUBND tỉnh Cửu Hà, 25/6/2024");
  int lines = 0;
  for (const pugi::xml_node path : svg.child("svg").children("path")) {
    lines += path.attribute("d") ? 1 : 0;
  }
  EXPECT_EQ(lines, 4);
  EXPECT_TRUE(is_valid_utf8(text));
}

TEST(FamilySvg, IsAPictureOfNothingToo) {
  pugi::xml_document svg;
  EXPECT_TRUE(svg.load_string(family_svg({}).c_str()));
}

}  // namespace
}  // namespace kehoach
