#include "search/search.h"

#include <gtest/gtest.h>

#include "store/sample_plan.h"
#include "store/temp_dir.h"

namespace kehoach {
namespace {

class SearchTest : public testing::Test {
 protected:
  void SetUp() override {
    auto opened = open_store(dir / "plans.db", Access::write);
    ASSERT_TRUE(opened) << opened.error().message;
    store = std::move(*opened);
    ASSERT_TRUE(store->begin_run({"1", "r"}, 1));
  }
  void save(const Plan& plan) {
    const std::string name = *plan.document.code;
    ASSERT_TRUE(store->save_plan(
        {name + ".txt", SourceStatus::loaded, "", sha256_hex(name), 1}, plan));
  }
  // The paths of the obligations found, in order.
  std::string found(std::string_view query, const SearchOptions& options = {}) {
    const auto result = search(*store, query, options);
    EXPECT_TRUE(result) << query << ": " << result.error().message;
    std::string paths;
    if (!result) return paths;
    for (const SearchHit& hit : result->obligations)
      paths += (paths.empty() ? "" : " ") + hit.obligation.path;
    return paths;
  }

  TempDir dir;
  std::unique_ptr<Store> store;
};

// Words in one piece first, and with the accents that were typed first.
TEST_F(SearchTest, RanksWhatWasTypedFirst) {
  save(plan_with("1/KH-UBND",
                 {obligation(1, "folded", "các trẻ ẻm đi học", {}),
                  obligation(2, "apart", "em nào trẻ hơn", {}),
                  obligation(3, "phrase", "mọi trẻ em đều vui và khoẻ", {}),
                  obligation(4, "none", "người già", {})}));
  EXPECT_EQ(found("trẻ em"), "phrase apart folded");
  EXPECT_EQ(found("\"trẻ em\""), "phrase folded");
  EXPECT_EQ(found("tre em"), "folded phrase apart");
  EXPECT_EQ(found("TRẺ EM"), "phrase apart folded");
  EXPECT_EQ(found("khỏe"), "phrase");
  EXPECT_EQ(found("không có"), "");
}

TEST_F(SearchTest, FindsEveryLetterHoweverItIsTyped) {
  save(plan_with("1/KH-UBND", {obligation(1, "I", "Tỉnh Đắk Lắk", {})}));
  for (const char* query : {"dak lak", "ĐẮK LẮK", "đak", "Đắk Lắk", "lăk"})
    EXPECT_EQ(found(query), "I") << query;
}

TEST_F(SearchTest, FiltersByAgencyLevelAndType) {
  Plan district = plan_with(
      "1/KH-UBND", {obligation(1, "a", "trẻ em", {"Sở Y tế tỉnh"}),
                    obligation(2, "b", "trẻ em", {"Phòng Y tế"}, {"Sở Y tế"}),
                    obligation(3, "c", "trẻ em", {"Sở Y"}),
                    obligation(4, "d", "trẻ em", {})});
  district.document.level = "district";
  Plan decision =
      plan_with("2/QĐ-UBND", {obligation(1, "e", "trẻ em", {"Sở Y tế"})});
  decision.document.type = "QĐ";
  decision.document.level = "province";
  save(district);
  save(decision);
  EXPECT_EQ(found("tre em", {.agency = "so y te"}), "a b e");
  EXPECT_EQ(found("tre em", {.agency = "Y tế", .level = "district"}), "a b");
  EXPECT_EQ(found("tre em", {.agency = "100%_"}), "");
  EXPECT_EQ(found("tre em", {.level = "province"}), "e");
  EXPECT_EQ(found("tre em", {.type = "qd"}), "e");
  EXPECT_EQ(found("tre em", {.limit = 2}), "a b");
  EXPECT_EQ(found("tre em", {.level = "central"}), "");
}

TEST_F(SearchTest, GivesThePlaceOfAHit) {
  save(sample_plan());
  const auto result = search(*store, "xam hai", {});
  ASSERT_TRUE(result);
  ASSERT_EQ(result->obligations.size(), 1U);
  const SearchHit& hit = result->obligations[0];
  EXPECT_FALSE(hit.as_typed);
  EXPECT_EQ(hit.obligation.document.code, "1515/KH-UBND");
  EXPECT_EQ(hit.obligation.document.source_path, "1515/KH-UBND.txt");
  EXPECT_EQ(hit.obligation.obligation, "o1");
  EXPECT_EQ(hit.obligation.path, "IV.1.a");
  EXPECT_EQ(hit.obligation.page, 3U);
  EXPECT_EQ(hit.obligation.lead, std::vector<std::string>{"Phòng Y tế"});
  EXPECT_EQ(hit.obligation.support.size(), 2U);
  EXPECT_EQ(hit.snippet.marks.size(), 2U);
}

TEST_F(SearchTest, FillsTheRestWithTitles) {
  save(sample_plan());
  const auto both = search(*store, "tre em", {});
  ASSERT_TRUE(both);
  EXPECT_EQ(both->obligations.size(), 1U);
  ASSERT_EQ(both->titles.size(), 1U);
  EXPECT_EQ(both->titles[0].document.code, "1515/KH-UBND");
  const auto one = search(*store, "tre em", {.limit = 1});
  ASSERT_TRUE(one);
  EXPECT_TRUE(one->titles.empty());
  const auto agency = search(*store, "tre em", {.agency = "y te"});
  ASSERT_TRUE(agency);
  EXPECT_TRUE(agency->titles.empty());
}

// A PDF and its text are one plan; its obligations are shown once.
TEST_F(SearchTest, ShowsAPlanWithTwoSourcesOnce) {
  const Plan plan = sample_plan();
  for (int i = 0; i < 30; ++i) {
    const std::string name = "copy" + std::to_string(i);
    ASSERT_TRUE(store->save_plan(
        {name, SourceStatus::loaded, "", sha256_hex(name), 1}, plan));
  }
  save(sample_plan("9/KH-UBND"));
  const auto result = search(*store, "xam hai", {.limit = 2});
  ASSERT_TRUE(result);
  ASSERT_EQ(result->obligations.size(), 2U);
  EXPECT_EQ(result->obligations[0].obligation.document.code, "1515/KH-UBND");
  EXPECT_EQ(result->obligations[1].obligation.document.code, "9/KH-UBND");
  const auto titles = search(*store, "bao ve", {});
  ASSERT_TRUE(titles);
  EXPECT_EQ(titles->titles.size(), 2U);
}

// Whatever is typed is words, never syntax.
TEST_F(SearchTest, TakesAnyTextForAQuestion) {
  save(sample_plan());
  for (const char* query : {"\"",           "a\"b",
                            "a AND",        "OR",
                            "NOT x",        "a*",
                            "^a",           "{a} : b",
                            "(a",           "a)",
                            "NEAR(a b, 2)", "quote:a",
                            "-a",           "'; DROP TABLE documents;--",
                            "a + b",        "\xff\xfe x",
                            "🙂 a",       "1/2",
                            "a,b;c",        "\\"}) {
    const auto result = search(*store, query, {});
    if (!result) {
      EXPECT_NE(result.error().message.find("no words"), std::string::npos)
          << query << ": " << result.error().message;
    }
  }
  EXPECT_FALSE(search(*store, "", {}));
  EXPECT_FALSE(search(*store, " ?! ", {}));
}

}  // namespace
}  // namespace kehoach
