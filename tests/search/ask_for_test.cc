// From the name of a body to the bodies that are asked for, and what is found.
#include <gtest/gtest.h>

#include <algorithm>

#include "rulebook/shipped.h"
#include "search/search.h"
#include "store/sample_plan.h"
#include "store/temp_dir.h"

namespace kehoach {
namespace {

const Bodies& bodies() { return shipped().bodies(); }

std::string asked(std::string_view name, bool predecessors) {
  std::string ids;
  for (const std::string& id : ask_for(bodies(), name, predecessors).bodies)
    ids += (ids.empty() ? "" : " ") + id;
  return ids;
}

TEST(AskFor, TakesNamesAbbreviationsAndIds) {
  EXPECT_EQ(asked("Sở Y tế", false), "so-y-te");
  EXPECT_EQ(asked("so y te", false), "so-y-te");
  EXPECT_EQ(asked("SYT", false), "so-y-te");
  EXPECT_EQ(asked("so-y-te", false), "so-y-te");
  EXPECT_EQ(asked("so-y-te@tinh-cuu-ha", false), "so-y-te@tinh-cuu-ha");
  EXPECT_EQ(asked("Sở Y tế tỉnh Cửu Hà", false), "so-y-te@tinh-cuu-ha");
  // One name, three levels.
  EXPECT_EQ(asked("Công an", false), "cong-an-tinh cong-an-huyen cong-an-xa");
  EXPECT_EQ(asked("Sở Khai Tâm", false), "");
  EXPECT_EQ(asked("", true), "");
}

TEST(AskFor, AddsThoseWhoseWorkWasTakenOver) {
  EXPECT_EQ(asked("Sở Nội vụ", true),
            "so-noi-vu so-lao-dong-thuong-binh-va-xa-hoi");
  EXPECT_EQ(asked("Sở Nội vụ tỉnh Cửu Hà", true),
            "so-noi-vu@tinh-cuu-ha "
            "so-lao-dong-thuong-binh-va-xa-hoi@tinh-cuu-ha");
  EXPECT_EQ(asked("so-noi-vu@tinh-cuu-ha", true),
            "so-noi-vu@tinh-cuu-ha "
            "so-lao-dong-thuong-binh-va-xa-hoi@tinh-cuu-ha");
  EXPECT_EQ(asked("Sở Tư pháp", true), "so-tu-phap");
  const auto told = ask_for(bodies(), "Sở Nội vụ", false).predecessors;
  ASSERT_FALSE(told.empty()) << "told though not asked for";
  EXPECT_EQ(told[0].field, "lao-dong");
}

class BodySearchTest : public testing::Test {
 protected:
  void SetUp() override {
    auto opened = open_store(dir / "plans.db", Access::write);
    ASSERT_TRUE(opened) << opened.error().message;
    store = std::move(*opened);
    ASSERT_TRUE(store->begin_run({"1", "r"}, 1));
    save("1/KH-UBND", "old", "Sở LĐTBXH", "tỉnh Cửu Hà");
    save("2/KH-UBND", "here", "Sở Nội vụ", "tỉnh Cửu Hà");
    save("3/KH-UBND", "there", "SNV", "tỉnh Lam Giang");
  }
  void save(const std::string& code, const std::string& path,
            const std::string& lead, const std::string& place) {
    Plan plan =
        plan_with(code, {obligation(1, path, "Hỗ trợ việc làm", {lead})});
    const auto body =
        bodies().find(lead, {"2024-01-01", "province", place, place});
    ASSERT_TRUE(body) << lead;
    plan.bodies = {{lead, *body}};
    ASSERT_TRUE(store->save_plan(
        {code, SourceStatus::loaded, "", sha256_hex(code), 1}, plan));
  }
  std::string found(std::string_view agency, std::string_view body,
                    bool predecessors) {
    SearchOptions options;
    options.agency = agency;
    if (predecessors || !body.empty()) {
      options.bodies =
          ask_for(bodies(), body.empty() ? agency : body, predecessors).bodies;
    }
    const auto result = search(*store, "việc làm", options);
    EXPECT_TRUE(result) << result.error().message;
    std::vector<std::string> paths;
    for (const SearchHit& hit : result->obligations)
      paths.push_back(hit.obligation.path);
    std::sort(paths.begin(), paths.end());
    std::string all;
    for (const std::string& path : paths) all += path + " ";
    return all;
  }

  TempDir dir;
  std::unique_ptr<Store> store;
};

TEST_F(BodySearchTest, FindsWhatWasGivenToABodyHoweverItIsWritten) {
  EXPECT_EQ(found("Sở Nội vụ", "", false), "here ") << "names as written";
  EXPECT_EQ(found("", "Sở Nội vụ", false), "here there ");
  EXPECT_EQ(found("", "Sở Nội vụ tỉnh Lam Giang", false), "there ");
}

TEST_F(BodySearchTest, FindsWhatWasGivenToItsPredecessors) {
  EXPECT_EQ(found("Sở Nội vụ", "", true), "here old there ");
  EXPECT_EQ(found("", "Sở Nội vụ tỉnh Cửu Hà", true), "here old ");
  EXPECT_EQ(found("", "Sở Nội vụ tỉnh Lam Giang", true), "there ");
}

}  // namespace
}  // namespace kehoach
