// Near duplicates: which documents are, and that the database keeps up.
#include "link/near.h"

#include <algorithm>
#include <functional>
#include <random>

#include "link/archive.h"

namespace kehoach {
namespace {

// A sketch that has `same` of its numbers in common with that of 0.
Sketch sketch_with(std::size_t same, std::uint32_t seed) {
  Sketch sketch(kSketchSize);
  for (std::size_t i = 0; i < kSketchSize; ++i) {
    const auto number = static_cast<std::uint32_t>(i);
    sketch[i] = i < same ? number : number + seed * 1000;
  }
  return sketch;
}

ComparedDocument document(DocumentId id, const std::string& unit = "") {
  ComparedDocument d;
  d.id = id;
  d.sha256 = sha256_hex(std::to_string(id));
  d.unit = unit;
  d.sketch = sketch_with(kSketchSize, 0);
  return d;
}

// This one was recognised in pictures.
bool is_scan(DocumentId id) { return id == 9999; }

TEST(Near, DocumentsThatNothingTellsApart) {
  struct Case {
    const char* name;
    std::function<void(ComparedDocument&, ComparedDocument&)> change;
    bool near;
  };
  const auto alike = [](ComparedDocument& a, ComparedDocument& b) {
    for (ComparedDocument* d : {&a, &b}) {
      d->unit = "district|an trạch";
      d->organ = "ubnd";
      d->number = "96";
      d->issued_on = "2024-08-12";
      d->title = "Cải cách hành chính năm 2024";
    }
  };
  const Case cases[] = {
      {"the same", [](auto&, auto&) {}, true},
      {"another number", [](auto&, auto& b) { b.number = "97"; }, true},
      {"another date", [](auto&, auto& b) { b.issued_on = "2024-08-13"; },
       true},
      {"an issuer that is not known", [](auto&, auto& b) { b.unit = ""; },
       true},
      {"another issuer",
       [](auto&, auto& b) {
         b.unit = "district|tân lộ";
         b.number = "12";
       },
       false},
      {"another body of the unit",
       [](auto&, auto& b) {
         b.organ = "syt";
         b.number = "12";
       },
       false},
      {"another year",
       [](auto&, auto& b) {
         b.title = "Cải cách hành chính năm 2025";
         b.number = "12";
       },
       false},
      {"no year", [](auto&, auto& b) { b.title = "Cải cách"; }, true},
      // A letter that was recognised wrongly.
      {"a slip in the issuer",
       [](auto&, auto& b) { b.unit = "district|an trach"; }, true},
      {"a slip in the issuer, and another number",
       [](auto&, auto& b) {
         b.unit = "district|an trach";
         b.number = "12";
       },
       false},
      {"the same in a scan",
       [](auto&, auto& b) {
         b.id = 9999;
         b.unit = "district|an trach";
         b.number = "12";
       },
       true},
      {"a motto beside the issuer",
       [](auto&, auto& b) { b.unit = "district|an trạch cộnl hòa"; }, true},
      {"the number of another",
       [](auto&, auto& b) { b.unit = "district|vĩnh điền"; }, false},
      {"half of the text",
       [](auto&, auto& b) { b.sketch = sketch_with(64, 1); }, true},
      {"too little of the text",
       [](auto&, auto& b) { b.sketch = sketch_with(57, 1); }, false},
      {"no text", [](auto&, auto& b) { b.sketch.clear(); }, false},
  };
  for (const Case& c : cases) {
    ComparedDocument a = document(1);
    ComparedDocument b = document(2);
    alike(a, b);
    c.change(a, b);
    EXPECT_EQ(near_duplicates({a, b}, is_scan).size(), c.near ? 1U : 0U)
        << c.name;
  }
}

TEST(Near, TheOrderDoesNotMatter) {
  std::vector<ComparedDocument> documents;
  for (DocumentId id = 1; id <= 60; ++id) {
    ComparedDocument d =
        document(id, id % 3 == 0 ? "" : "commune|" + std::to_string(id % 5));
    d.sketch = sketch_with(40 + static_cast<std::size_t>(id), 7);
    documents.push_back(std::move(d));
  }
  const auto found = near_duplicates(documents, is_scan);
  EXPECT_GT(found.size(), 20U);
  std::mt19937 random(1);
  for (int i = 0; i < 5; ++i) {
    std::shuffle(documents.begin(), documents.end(), random);
    EXPECT_EQ(near_duplicates(documents, is_scan), found);
  }
}

// A model that two thousand communes followed: all have one text, and two of
// one commune are found all the same.
TEST(Near, ManyThatAreAlikeAreNotAllCompared) {
  std::vector<ComparedDocument> documents;
  for (DocumentId id = 1; id <= 2000; ++id)
    documents.push_back(document(id, "commune|" + std::to_string(id % 1900)));
  EXPECT_EQ(near_duplicates(documents, is_scan).size(), 100U);
}

PlanFacts long_plan(const std::string& code, int changed = 0) {
  PlanFacts facts{
      code, "Ủy ban nhân dân huyện An Trạch", "2024-08-12", "district", "", {}};
  for (int i = 0; i < 200; ++i) {
    facts.title += "việc " + std::to_string(i < changed ? i + 1000 : i) +
                   " giao cho phòng ";
  }
  return facts;
}

class NearTest : public LinkTest {
 protected:
  std::string pairs() {
    std::string all;
    const auto near = store->near_pairs();
    EXPECT_TRUE(near);
    for (const NearPair& pair : *near) {
      std::vector<std::string> paths = {pair.document.source_path,
                                        pair.other.source_path};
      std::sort(paths.begin(), paths.end());
      all += paths[0] + paths[1] + (pair.one_plan ? "! " : " ");
    }
    return all;
  }
};

TEST_F(NearTest, TheDatabaseKeepsUp) {
  import({{"a", long_plan("96/KH-UBND")},
          { "b",
            long_plan("98/KH-UBND", 10) }});
  EXPECT_EQ(pairs(), "ab ");
  // A third one, and the source of one plan.
  import({{"c", long_plan("96/KH-UBND", 20)}, { "x", { "1/KH-UBND" } }});
  // The nearest first.
  EXPECT_EQ(pairs(), "bc ab ac! ");
  drop("b");
  EXPECT_EQ(pairs(), "ac! ");
  // Read again: the rows of a document are others then.
  import({{ "a", long_plan("96/KH-UBND", 200) }});
  EXPECT_EQ(pairs(), "");
  import({{ "a", long_plan("96/KH-UBND") }});
  EXPECT_EQ(pairs(), "ac! ");
  import({});
  EXPECT_EQ(pairs(), "ac! ");
}

}  // namespace
}  // namespace kehoach
