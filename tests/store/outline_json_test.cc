#include "store/outline_json.h"

#include <gtest/gtest.h>

namespace kehoach {
namespace {

TEST(OutlineJson, HasAListForEachNode) {
  Node part;
  part.kind = NodeKind::heading;
  part.role = SectionRole::tasks;
  part.path = "I";
  part.span = {0, 12};
  part.body = {3, 12};
  Node item;
  item.kind = NodeKind::item;
  item.parent = 0;
  item.path = "I.1";
  item.span = {12, 40};
  item.body = {15, 40};
  item.page = 7;
  const std::vector<Node> nodes = {part, item};
  const std::string json = outline_json(nodes);
  EXPECT_EQ(json, R"([[null,"heading","tasks","I",0,12,3,null],)"
                  R"([1,"item","none","I.1",12,40,15,7]])");
  EXPECT_EQ(nodes_from_json(json), nodes);
}

TEST(OutlineJson, KeepsWhateverALabelSays) {
  for (const char* path : {"", "Điều 1", "a\"b", "a\\b", "a\nb\tc", "\x01"}) {
    std::vector<Node> nodes(2);
    nodes[1].path = path;
    EXPECT_EQ(nodes_from_json(outline_json(nodes)), nodes) << path;
  }
}

TEST(OutlineJson, IsNothingWhereItIsDamaged) {
  for (const char* text :
       {"", "[", "{}", "7", "[7]", "[[]]", "[[null,\"item\"]]", "[{}]"})
    EXPECT_TRUE(nodes_from_json(text).empty()) << text;
  const auto odd = nodes_from_json(R"([["x",1,null,2,-1,"y",{},[]]])");
  ASSERT_EQ(odd.size(), 1U);
  EXPECT_EQ(odd[0], Node());
}

}  // namespace
}  // namespace kehoach
