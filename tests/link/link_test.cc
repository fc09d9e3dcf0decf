// Links over a database: what they lead to, that they heal, and that the order
// of imports does not matter.
#include "link/link.h"

#include <random>

#include "link/archive.h"

namespace kehoach {
namespace {

using Plans = std::map<std::string, PlanFacts>;

const char* const kSubject = "Giảm thiểu rác thải nhựa trên sông, kênh, rạch";

// Two provinces that gave the same number, one of them with a family.
Plans family() {
  return {
      {"61", {"61-CT/TW", "Ban Bí thư", "2024-03-12", "central", kSubject, {}}},
      {"57",
       {"57-CTr/TU",
        "Tỉnh ủy Cửu Hà",
        "2024-05-20",
        "province",
        kSubject,
        {{"61-CT/TW", "Ban Bí thư", "2024-03-12"}}}},
      {"218",
       {"218/KH-UBND",
        "Ủy ban nhân dân tỉnh Cửu Hà",
        "2024-06-25",
        "province",
        kSubject,
        {{"57-CTr/TU", "Tỉnh ủy Cửu Hà", "2024-05-20"},
         {"61-CT/TW", "Ban Bí thư", "2024-03-12"}}}},
      {"218-other",
       {"218/KH-UBND",
        "Ủy ban nhân dân tỉnh Thanh Lam",
        "2024-06-25",
        "province",
        kSubject,
        {{"61-CT/TW"}}}},
      {"96",
       {"96/KH-UBND",
        "Ủy ban nhân dân huyện An Trạch",
        "2024-08-12",
        "district",
        kSubject,
        {{"218/KH-UBND", "UBND tỉnh Cửu Hà", "2024-06-25"},
         {"57-CTr/TU", "Tỉnh ủy", "2024-05-20"}}}},
      // Names its province nowhere: other documents of the district do.
      {"101",
       {"101/KH-UBND",
        "Ủy ban nhân dân huyện An Trạch",
        "2024-09-02",
        "district",
        "Ra quân làm sạch kênh, rạch",
        {{"218/KH-UBND", "UBND tỉnh", "2024-06-25"}}}},
      {"xa",
       {"KH-UBND",
        "Ủy ban nhân dân xã Phú Khê",
        "2024-09-16",
        "commune",
        "Thu gom rác thải nhựa trên địa bàn xã",
        {{"96/KH-UBND", "UBND huyện An Trạch", "2024-08-12"},
         {"218/KH-UBND", "UBND tỉnh"}}}},
  };
}

class Links : public LinkTest {
 protected:
  // All that linking knows, by names of files instead of ids.
  std::string all_links(const Plans& plans) {
    std::string all;
    for (const auto& [name, facts] : plans) {
      all += name + "\n" + links_of(name);
      const auto known = store->find_by_sha256(sha256_hex(name));
      const auto main = store->links().main_version((*known)->id);
      all += "  = " + name_of_document(*main) + "\n";
      const auto document = store->links().family_document((*known)->id);
      all += "  " + (*document)->unit + " < " + (*document)->within +
             ((*document)->in_force ? " in force\n" : "\n");
    }
    return all;
  }
};

TEST_F(Links, LeadThroughTheFamily) {
  import(family());
  EXPECT_EQ(links_of("218"), "57-CTr/TU resolved 57\n61-CT/TW resolved 61\n");
  EXPECT_EQ(links_of("218-other"), "61-CT/TW resolved 61\n");
  EXPECT_EQ(links_of("96"),
            "218/KH-UBND resolved 218\n57-CTr/TU resolved 57\n");
  EXPECT_EQ(links_of("101"), "218/KH-UBND resolved 218\n");
  EXPECT_EQ(links_of("xa"),
            "96/KH-UBND resolved 96\n218/KH-UBND resolved 218\n");
  EXPECT_EQ(summary.counts[LinkState::resolved], 9U);
}

// A department that says of no unit is not that of the commune which it cites.
TEST_F(Links, InventNoCommune) {
  import({{"phòng",
           { "15/KH-PYT",
             "Phòng Y tế",
             "2024-08-12",
             "unit",
             kSubject,
             {
               { "18/KH-UBND",
                 "UBND xã Phú Khê",
                 "2024-08-01" }
             } }},
          { "xã",
            { "20/KH-UBND",
              "UBND xã Phú Khê",
              "2024-09-02",
              "commune",
              kSubject,
              {
                { "15/KH-PYT",
                  "Phòng Y tế xã Phú Khê" }
              } } }});
  EXPECT_EQ(links_of("xã"), "15/KH-PYT ambiguous -\n");
}

TEST_F(Links, OpenAndHealAsPlansComeAndGo) {
  Plans plans = family();
  const PlanFacts parent = plans.at("218");
  plans.erase("218");
  import(plans);
  EXPECT_EQ(links_of("96"),
            "218/KH-UBND not-in-archive -\n57-CTr/TU resolved 57\n");
  EXPECT_EQ(links_of("101"), "218/KH-UBND not-in-archive -\n");
  import({{ "218", parent }});
  EXPECT_EQ(links_of("96"),
            "218/KH-UBND resolved 218\n57-CTr/TU resolved 57\n");
  EXPECT_EQ(links_of("101"), "218/KH-UBND resolved 218\n");
  drop("218");
  EXPECT_EQ(links_of("96"),
            "218/KH-UBND not-in-archive -\n57-CTr/TU resolved 57\n");
}

// Who says in which province a district lies may come and go as well.
TEST_F(Links, FollowTheChainThatOthersTell) {
  Plans plans = family();
  const PlanFacts teller = plans.at("96");
  plans.erase("96");
  plans.erase("xa");
  import(plans);
  EXPECT_EQ(links_of("101"), "218/KH-UBND ambiguous -\n");
  import({{ "96", teller }});
  EXPECT_EQ(links_of("101"), "218/KH-UBND resolved 218\n");
  drop("96");
  EXPECT_EQ(links_of("101"), "218/KH-UBND ambiguous -\n");
}

TEST_F(Links, ForgetCandidatesThatGo) {
  Plans plans = family();
  plans.erase("96");
  plans.erase("xa");
  import(plans);
  ASSERT_EQ(links_of("101"), "218/KH-UBND ambiguous -\n");
  drop("218-other");
  EXPECT_EQ(links_of("101"), "218/KH-UBND resolved 218\n");
}

TEST_F(Links, LookOnlyAtWhatChanged) {
  import(family());
  EXPECT_EQ(summary.looked_at, 9U);
  import({});
  EXPECT_EQ(summary.looked_at, 0U);
  // A plan that nobody names: its own citation alone.
  import(
      {{ "7",
         { "7/KH-UBND",
           "UBND xã Lạ",
           "2024-10-01",
           "commune",
           "Khác",
           {
             { "61-CT/TW" }
           } } }});
  EXPECT_EQ(summary.looked_at, 1U);
  // A rival of 218: those that name 218, in whatever province.
  import(
      {{ "rival",
         { "218/KH-UBND",
           "UBND tỉnh Hà Giang",
           "2024-06-25",
           "province",
           "Khác",
           {} } }});
  EXPECT_EQ(summary.looked_at, 3U);
}

TEST_F(Links, DependOnNoOrder) {
  const Plans plans = family();
  import(plans);
  const std::string expected = all_links(plans);
  std::vector<std::string> names;
  for (const auto& [name, facts] : plans) names.push_back(name);
  names.push_back("passing");
  for (unsigned seed = 0; seed < 24; ++seed) {
    std::mt19937 random(seed);
    std::shuffle(names.begin(), names.end(), random);
    store.reset();
    path = dir / ("shuffled" + std::to_string(seed) + ".db");
    // In runs of one to three plans; one comes and goes.
    for (std::size_t at = 0; at < names.size();) {
      const std::size_t end = std::min(names.size(), at + 1 + random() % 3);
      begin();
      for (; at < end; ++at) {
        if (names[at] == "passing") {
          save("passing", {"218/KH-UBND",
                           "UBND huyện An Trạch",
                           "2024-06-25",
                           "district",
                           kSubject,
                           {{"1/KH-UBND", "UBND tỉnh Thanh Lam"}}});
        } else {
          save(names[at], plans.at(names[at]));
        }
      }
      finish();
    }
    drop("passing");
    EXPECT_EQ(all_links(plans), expected) << "seed " << seed;
  }
}

// Communes of one name gave one number on one day.
TEST_F(Links, TellUnitsOfOneNameApart) {
  Plans plans = family();
  PlanFacts first = {
      "9/KH-UBND",  "UBND xã Phú Khê",
      "2024-10-01", "commune",
      kSubject,     {{"96/KH-UBND", "UBND huyện An Trạch", "2024-08-12"}}};
  PlanFacts second = first;
  second.cites = {{"71/KH-UBND", "UBND huyện Lũng Mây", "2024-08-20"}};
  plans["first"] = first;
  plans["second"] = second;
  plans["copy of first"] = first;
  import(plans);
  const auto main_of = [this](const char* name) {
    const auto known = store->find_by_sha256(sha256_hex(name));
    return *store->links().main_version((*known)->id);
  };
  EXPECT_NE(main_of("first"), main_of("second"));
  EXPECT_EQ(main_of("first"), main_of("copy of first"));
}

// A plan that is read again keeps its id and loses nothing that leads to it.
TEST_F(Links, StayWhenAPlanIsReadAgain) {
  const Plans plans = family();
  import(plans);
  const std::string expected = all_links(plans);
  import({{"218", plans.at("218")}, { "96", plans.at("96") }});
  EXPECT_EQ(all_links(plans), expected);
}

TEST_F(Links, NeverLeadToTheDocumentItself) {
  import(
      {{ "a",
         { "5/KH-UBND",
           "UBND xã Phú Khê",
           "2024-10-01",
           "commune",
           "Khác",
           { {"5/KH-UBND", "UBND xã Phú Khê", "2024-10-01"},
             { "5/KH-UBND",
               "UBND xã Khác",
               "2024-10-01" } } } }});
  EXPECT_EQ(links_of("a"), "5/KH-UBND not-in-archive -\n");
  EXPECT_EQ(summary.counts[LinkState::self], 1U);
}

}  // namespace
}  // namespace kehoach
