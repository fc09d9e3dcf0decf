// Families of plans: who hangs under whom, who is missing, what is open.
#include <functional>

#include "link/archive.h"

namespace kehoach {
namespace {

class Families : public LinkTest {
 protected:
  PlanFamily family(const std::string& root, std::size_t depth = 0) {
    auto found = family_of(*store, shipped(), root, depth);
    EXPECT_TRUE(found) << found.error().message;
    return found ? std::move(*found) : PlanFamily{};
  }
  // The tree by indentation: `  96/KH-UBND`, `? 9/KH-UBND` for what is absent.
  static std::string drawn(const PlanFamily& family) {
    std::string out;
    for (const FamilyNode& node : family.nodes) {
      out += std::string(2 * node.depth, ' ');
      if (node.document.id == 0) out += "? ";
      out += node.document.code.empty() ? node.document.issuer
                                        : node.document.code;
      if (node.relation != "implements" && !node.relation.empty())
        out += " " + node.relation;
      if (node.hidden > 0) out += " +" + std::to_string(node.hidden);
      out += "\n";
    }
    return out;
  }
  static std::string gaps(const PlanFamily& family) {
    std::string out;
    for (const FamilyGap& gap : family.gaps) {
      out += gap.level + " " + gap.within + " " + std::to_string(gap.present) +
             " of " + std::to_string(gap.present + gap.units.size());
      if (gap.units.size() < 5) {
        for (const std::string& unit : gap.units) out += " " + unit;
      }
      out += "\n";
    }
    return out;
  }
};

const CitedCode kCitedDirective = {"61-CT/TW", "Ban Bí thư", "2024-03-12"};
const CitedCode kProgramme = {"57-CTr/TU", "Tỉnh ủy Cửu Hà", "2024-05-20"};
const CitedCode kProvince = {"218/KH-UBND", "UBND tỉnh Cửu Hà", "2024-06-25"};
const CitedCode kDistrict = {"96/KH-UBND", "UBND huyện An Trạch", "2024-08-12"};

std::map<std::string, PlanFacts> chain() {
  return {
      {"61", {"61-CT/TW", "Ban Bí thư", "2024-03-12", "central", "Rác", {}}},
      {"57",
       {"57-CTr/TU",
        "Tỉnh ủy Cửu Hà",
        "2024-05-20",
        "province",
        "Rác",
        {kCitedDirective}}},
      {"218",
       {"218/KH-UBND",
        "Ủy ban nhân dân tỉnh Cửu Hà",
        "2024-06-25",
        "province",
        "Rác",
        {kProgramme, kCitedDirective}}},
      {"96",
       {"96/KH-UBND",
        "Ủy ban nhân dân huyện An Trạch",
        "2024-08-12",
        "district",
        "Rác",
        {kCitedDirective, kProgramme, kProvince}}},
      {"71",
       {"71/KH-UBND",
        "Ủy ban nhân dân thị xã Tân Lộ",
        "2024-09-04",
        "district",
        "Rác",
        {kProvince}}},
      {"sở",
       {"1204/KH-STNMT",
        "Sở Tài nguyên và Môi trường tỉnh Cửu Hà",
        "2024-07-11",
        "unit",
        "Rác",
        {kProvince}}},
  };
}

// A plan that names three documents of a chain hangs under the nearest.
TEST_F(Families, HangUnderTheNearest) {
  import(chain());
  EXPECT_EQ(drawn(family("61-CT/TW")),
            "61-CT/TW\n"
            "  57-CTr/TU\n"
            "    218/KH-UBND\n"
            "      1204/KH-STNMT\n"
            "      96/KH-UBND\n"
            "      71/KH-UBND\n");
  EXPECT_EQ(drawn(family("218/kh-ubnd")),
            "218/KH-UBND\n"
            "  1204/KH-STNMT\n"
            "  96/KH-UBND\n"
            "  71/KH-UBND\n");
  EXPECT_EQ(drawn(family("61-CT/TW", 2)),
            "61-CT/TW\n"
            "  57-CTr/TU\n"
            "    218/KH-UBND +3\n");
  EXPECT_TRUE(family("999/KH-UBND").nodes.empty());
}

TEST_F(Families, HaveRootsThatAreOnlyCited) {
  auto plans = chain();
  plans.erase("61");
  plans.erase("57");
  import(plans);
  const PlanFamily found = family("61-ct/tw");
  EXPECT_EQ(drawn(found),
            "? 61-CT/TW\n"
            "  ? 57-CTr/TU\n"
            "    218/KH-UBND\n"
            "      1204/KH-STNMT\n"
            "      96/KH-UBND\n"
            "      71/KH-UBND\n");
  ASSERT_EQ(found.nodes.size(), 6U);
  EXPECT_FALSE(found.nodes[0].inferred);
  EXPECT_EQ(found.nodes[0].document.issuer, "Ban Bí thư");
  // Nothing states that it carries out 61: its children do both.
  EXPECT_TRUE(found.nodes[1].inferred);
  EXPECT_EQ(found.open.size(), 4U);
}

TEST_F(Families, TakeTheBasisWhereNothingIsCarriedOut) {
  auto plans = chain();
  CitedCode basis = kDistrict;
  basis.relation = "basis";
  CitedCode farther = kProvince;
  farther.relation = "basis";
  CitedCode named = kProvince;
  named.relation = "cites";
  plans["18"] = {"18/KH-UBND", "UBND thị trấn Rạch Gấm",
                 "2025-03-03", "commune",
                 "Chợ",        {basis, farther}};
  plans["5"] = {"5/KH-UBND", "UBND xã Khác", "2025-03-03",
                "commune",   "Khác",         {named}};
  import(plans);
  EXPECT_EQ(drawn(family("218/KH-UBND")),
            "218/KH-UBND\n"
            "  1204/KH-STNMT\n"
            "  96/KH-UBND\n"
            "    18/KH-UBND basis\n"
            "  71/KH-UBND\n");
}

// What nobody carries out is shown with those that name it.
TEST_F(Families, ShowWhoNamesADocument) {
  import(
      {{ "a",
         { "1/KH-UBND",
           "UBND xã Phú Khê",
           "2025-01-02",
           "commune",
           "a",
           {
             { "08/2022/NĐ-CP",
               "Chính phủ",
               "2022-01-10",
               "cites" }
           } } }});
  EXPECT_EQ(drawn(family("08/2022/nd-cp")),
            "? 08/2022/NĐ-CP\n  1/KH-UBND cites\n");
}

TEST_F(Families, SurviveRings) {
  import({{"a",
           { "1/KH-UBND",
             "UBND xã Phú Khê",
             "2025-01-02",
             "commune",
             "a",
             {
               { "2/KH-UBND",
                 "UBND xã Phú Khê",
                 "2025-01-02" }
             } }},
          { "b",
            { "2/KH-UBND",
              "UBND xã Phú Khê",
              "2025-01-02",
              "commune",
              "b",
              { {"1/KH-UBND", "UBND xã Phú Khê", "2025-01-02"},
                kCitedDirective } } }});
  EXPECT_EQ(drawn(family("1/KH-UBND")), "1/KH-UBND\n  2/KH-UBND\n");
  const PlanFamily both = family("61-CT/TW");
  EXPECT_EQ(both.nodes.size(), 3U);
}

TEST_F(Families, SayWhoHasNoPlanYet) {
  auto plans = chain();
  CitedCode elsewhere = kProvince;
  elsewhere.relation = "cites";
  // A district of the province that carries out something else.
  plans["khác"] = {"8/KH-UBND",  "UBND huyện Lũng Mây",
                   "2024-08-01", "district",
                   "Khác",       {elsewhere}};
  import(plans);
  EXPECT_EQ(gaps(family("61-CT/TW")),
            "province  1 of 64\n"
            "district Cửu Hà 2 of 3 Lũng Mây\n"
            "commune  0 of 0\n");
  EXPECT_EQ(gaps(family("218/KH-UBND")),
            "district Cửu Hà 2 of 3 Lũng Mây\n"
            "commune  0 of 0\n");
}

// There are communes of one name in two districts, and districts of one name in
// two provinces.
TEST_F(Families, TellUnitsOfOneNameApart) {
  auto plans = chain();
  CitedCode cited = kDistrict;
  cited.relation = "cites";
  // Two communes of An Trạch: one has a plan of another family.
  plans["tân phú"] = {
      "1/KH-UBND", "UBND xã Tân Phú", "2024-09-01", "commune", "Khác", {cited}};
  plans["phú khê"] = {"2/KH-UBND", "UBND xã Phú Khê", "2024-09-01", "commune",
                      "Rác",       {kDistrict}};
  // Of the same name, in Tân Lộ.
  plans["tân phú khác"] = {
      "3/KH-UBND",  "UBND xã Tân Phú, thị xã Tân Lộ",
      "2024-09-01", "commune",
      "Rác",        {{"71/KH-UBND", "UBND thị xã Tân Lộ", "2024-09-04"}}};
  plans["71"].date = "2024-08-04";
  plans["tân phú khác"].cites[0].date = "2024-08-04";
  import(plans);
  EXPECT_EQ(gaps(family("218/KH-UBND")), "commune An Trạch 1 of 2 Tân Phú\n");
}

// A plan of the province that took another in stands for both.
TEST_F(Families, CountMergedProvincesOnce) {
  import({{"61",
           { "61-CT/TW",
             "Ban Bí thư",
             "2025-06-01",
             "central",
             "Rác",
             {} }},
          { "a",
            { "1/KH-UBND",
              "UBND tỉnh Lào Cai",
              "2025-08-02",
              "province",
              "a",
              {
                { "61-CT/TW",
                  "Ban Bí thư",
                  "2025-06-01" }
              } } }});
  const PlanFamily before = family("61-CT/TW");
  // 63 provinces in June, two of which Lào Cai is now.
  EXPECT_EQ(before.gaps.front().units.size(), 61U);
  const auto& units = before.gaps.front().units;
  EXPECT_EQ(std::count(units.begin(), units.end(), "Yên Bái"), 0);
  EXPECT_EQ(std::count(units.begin(), units.end(), "Hà Giang"), 1);
}

// Nothing depends on the order in which plans came.
TEST_F(Families, AreTheSameInEveryOrder) {
  const auto plans = chain();
  std::vector<std::string> names;
  for (const auto& [name, facts] : plans) names.push_back(name);
  std::string expected;
  for (int turn = 0; turn < 6; ++turn) {
    std::rotate(names.begin(), names.begin() + 1, names.end());
    store.reset();
    path = dir / ("turn" + std::to_string(turn) + ".db");
    for (const std::string& name : names) import({{ name, plans.at(name) }});
    const PlanFamily found = family("61-CT/TW");
    const std::string now = drawn(found) + gaps(found);
    if (expected.empty()) expected = now;
    EXPECT_EQ(now, expected) << turn;
  }
}

}  // namespace
}  // namespace kehoach
