// What names mean, as rows.
#include <gtest/gtest.h>

#include "store/sample_plan.h"
#include "store/sqlite.h"
#include "store/store.h"
#include "store/temp_dir.h"
#include "text/text.h"

namespace kehoach {
namespace {

Body health(const std::string& place, const std::string& slug) {
  return {"so-y-te@" + slug,  "so-y-te", "y-te", "province", place,
          "Sở Y tế " + place, false,     {},     true};
}

Body departments() {
  return {
      "cac-so+nganh", "cac-so+nganh",  "",   "province", "", "các sở, ngành",
      true,           {"sở", "ngành"}, false};
}

class BodiesTest : public testing::Test {
 protected:
  void SetUp() override {
    auto opened = open_store(path, Access::write);
    ASSERT_TRUE(opened) << opened.error().message;
    store = std::move(*opened);
    ASSERT_TRUE(store->begin_run({"1", "r"}, 1));
  }
  // A plan whose health office is that of `place`.
  Plan plan_of(const std::string& code, const std::string& place,
               const std::string& slug) {
    Plan plan = plan_with(
        code, {obligation(1, code + " I", "Khám sức khỏe", {"Sở Y tế"},
                          {"các sở, ngành", "Tổ giúp việc"}),
               obligation(2, code + " II", "Khám lại", {"SYT", "Sở Y tế"})});
    plan.bodies = {{"Sở Y tế", health(place, slug)},
                   {"các sở, ngành", departments()},
                   {"SYT", health(place, slug)}};
    return plan;
  }
  void save(const Plan& plan, const std::string& name = "") {
    const std::string file = name.empty() ? *plan.document.code : name;
    ASSERT_TRUE(store->save_plan(
        {file + ".txt", SourceStatus::loaded, "", sha256_hex(file), 1}, plan));
  }
  std::string rows(const std::string& sql) {
    EXPECT_TRUE(store->commit());
    Connection db(path, SQLITE_OPEN_READWRITE);
    Statement query(db, sql);
    std::string all;
    while (query.step()) all += query.text(0) + "\n";
    EXPECT_TRUE(db.ok()) << db.take_error().message;
    return all;
  }

  TempDir dir;
  std::string path = dir / "plans.db";
  std::unique_ptr<Store> store;
};

TEST_F(BodiesTest, OneNameInTwoProvincesIsTwoBodies) {
  save(plan_of("1/KH-UBND", "tỉnh Cửu Hà", "tinh-cuu-ha"));
  save(plan_of("2/KH-UBND", "tỉnh Lam Giang", "tinh-lam-giang"));
  EXPECT_EQ(rows("SELECT body || ' < ' || written || ' ' || code"
                 " FROM obligations_by_body WHERE role = 'lead'"),
            "Sở Y tế tỉnh Cửu Hà < Sở Y tế 1/KH-UBND\n"
            "Sở Y tế tỉnh Cửu Hà < SYT 1/KH-UBND\n"
            "Sở Y tế tỉnh Cửu Hà < Sở Y tế 1/KH-UBND\n"
            "Sở Y tế tỉnh Lam Giang < Sở Y tế 2/KH-UBND\n"
            "Sở Y tế tỉnh Lam Giang < SYT 2/KH-UBND\n"
            "Sở Y tế tỉnh Lam Giang < Sở Y tế 2/KH-UBND\n");
  EXPECT_EQ(rows("SELECT count(*) FROM bodies"), "3\n");
  EXPECT_EQ(rows("SELECT DISTINCT place_inferred FROM assignments"
                 " WHERE body_id IS NOT NULL ORDER BY 1"),
            "0\n1\n");
}

TEST_F(BodiesTest, AreReadBack) {
  const Plan plan = plan_of("1/KH-UBND", "tỉnh Cửu Hà", "tinh-cuu-ha");
  save(plan);
  const auto found = store->find_documents("1/KH-UBND");
  ASSERT_TRUE(found);
  const auto back = store->load_plan(found->front().id);
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_EQ(back->bodies, plan.bodies);
}

TEST_F(BodiesTest, AreCountedWithTheNamesThatMeanThem) {
  save(plan_of("1/KH-UBND", "tỉnh Cửu Hà", "tinh-cuu-ha"));
  save(plan_of("2/KH-UBND", "tỉnh Lam Giang", "tinh-lam-giang"));
  const auto all = store->list_bodies("");
  ASSERT_TRUE(all) << all.error().message;
  ASSERT_EQ(all->size(), 3U);
  EXPECT_EQ((*all)[0].body.name, "Sở Y tế tỉnh Cửu Hà");
  EXPECT_EQ((*all)[0].counts, (UseCounts{3, 0, 1}));
  EXPECT_EQ((*all)[2].body.name, "các sở, ngành");
  EXPECT_EQ((*all)[2].counts, (UseCounts{0, 2, 2}));
  EXPECT_TRUE((*all)[2].body.is_collective);
  EXPECT_EQ(store->list_bodies("lam giang")->size(), 1U);

  const auto names = store->list_names("so-y-te");
  ASSERT_EQ(names->size(), 2U);
  EXPECT_EQ((*names)[0].name, "Sở Y tế");
  EXPECT_EQ((*names)[0].counts, (UseCounts{4, 0, 2}));
  EXPECT_EQ((*store->list_names("so-y-te@tinh-cuu-ha"))[0].counts,
            (UseCounts{2, 0, 1}));
  const auto unknown = store->list_names("");
  ASSERT_EQ(unknown->size(), 1U);
  EXPECT_EQ((*unknown)[0].name, "Tổ giúp việc");
  EXPECT_EQ((*unknown)[0].counts, (UseCounts{0, 2, 2}));
}

// The same plan from two files counts once.
TEST_F(BodiesTest, CountEachPlanOnce) {
  save(plan_of("1/KH-UBND", "tỉnh Cửu Hà", "tinh-cuu-ha"));
  save(plan_of("1/KH-UBND", "tỉnh Cửu Hà", "tinh-cuu-ha"), "copy");
  EXPECT_EQ((*store->list_bodies(""))[0].counts, (UseCounts{3, 0, 1}));
}

TEST_F(BodiesTest, GoWithTheLastPlanThatNamesThem) {
  save(plan_of("1/KH-UBND", "tỉnh Cửu Hà", "tinh-cuu-ha"), "a");
  Plan other =
      plan_with("1/KH-UBND", {obligation(1, "I", "Khác", {"Sở Y tế"})});
  other.bodies = {{"Sở Y tế", health("tỉnh Lam Giang", "tinh-lam-giang")}};
  save(other, "a");
  ASSERT_TRUE(store->finish_run({}, false));
  EXPECT_EQ(rows("SELECT key FROM bodies"), "so-y-te@tinh-lam-giang\n");
}

// What is said of a body changes with the rules.
TEST_F(BodiesTest, AreNewlyDescribedByTheNextImport) {
  save(plan_of("1/KH-UBND", "tỉnh Cửu Hà", "tinh-cuu-ha"));
  ASSERT_TRUE(store->finish_run({}, false));
  ASSERT_TRUE(store->begin_run({"1", "r2"}, 1));
  Plan plan = plan_of("2/KH-UBND", "tỉnh Cửu Hà", "tinh-cuu-ha");
  plan.bodies[0].body.branch = plan.bodies[2].body.branch = "dan-so";
  save(plan);
  EXPECT_EQ(rows("SELECT branch FROM bodies WHERE kind = 'so-y-te'"),
            "dan-so\n");
}

}  // namespace
}  // namespace kehoach
