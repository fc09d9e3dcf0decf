// Decisions outlive what imports do to documents.
#include "store/reviews.h"

#include <gtest/gtest.h>

#include "store/sample_plan.h"
#include "store/store.h"
#include "store/temp_dir.h"
#include "text/text.h"

namespace kehoach {
namespace {

class ReviewsTest : public testing::Test {
 protected:
  void SetUp() override { import({"1.0", "rules-a"}, "a.txt", "bytes", plan); }

  void import(const ReaderVersion& reader, const std::string& path,
              const std::string& bytes, const Plan& what) {
    store.reset();
    auto opened = open_store(dir / "plans.db", Access::write);
    ASSERT_TRUE(opened) << opened.error().message;
    store = std::move(*opened);
    ASSERT_TRUE(store->begin_run(reader, 1));
    const Source source{path, SourceStatus::loaded, "", sha256_hex(bytes),
                        bytes.size()};
    ASSERT_TRUE(store->save_plan(source, what));
    ASSERT_TRUE(store->finish_run({}, false));
  }
  Review review(const std::string& bytes) const {
    return {
        0,
        {ReviewVerdict::correct, "Sai tên.", "Bình", "2026-01-31T08:00:00Z"},
        KindOfFact::obligation,
        {sha256_hex(bytes), ""},
        plan.obligations[0].evidence.quote,
        7,
        fact_values(plan, {KindOfFact::obligation, 0}),
        R"({"lead":["Sở Y tế"]})"};
  }
  std::int64_t keep(const Review& what) {
    const auto id = store->reviews().save(what);
    EXPECT_TRUE(id) << id.error().message;
    EXPECT_TRUE(store->commit());
    return id ? *id : 0;
  }
  std::vector<Review> of(const std::string& bytes) {
    const auto found = store->reviews().of_document(sha256_hex(bytes));
    EXPECT_TRUE(found);
    return found ? *found : std::vector<Review>();
  }

  // What the store calls the plan of a document.
  std::string key_of(const std::string& bytes) {
    const auto known = store->find_by_sha256(sha256_hex(bytes));
    EXPECT_TRUE(known && *known);
    const auto all = store->find_documents("#" + std::to_string((*known)->id));
    EXPECT_TRUE(all && !all->empty());
    return all->front().plan_key;
  }

  TempDir dir;
  Plan plan = sample_plan();
  std::unique_ptr<Store> store;
};

TEST_F(ReviewsTest, ReadsBackWhatItSaved) {
  Review kept = review("bytes");
  kept.id = keep(kept);
  kept.document.plan = key_of("bytes");
  EXPECT_FALSE(kept.document.plan.empty());
  EXPECT_EQ(of("bytes"), std::vector<Review>{kept});
  EXPECT_TRUE(of("others").empty());
  std::vector<Review> all;
  EXPECT_TRUE(store->reviews().visit([&](const Review& each) {
    all.push_back(each);
    return true;
  }));
  EXPECT_EQ(all, std::vector<Review>{kept});
}

TEST_F(ReviewsTest, TakesThePlaceOfAnEarlierOne) {
  Review kept = review("bytes");
  kept.id = keep(kept);
  kept.decision.verdict = ReviewVerdict::wrong;
  kept.correction.clear();
  EXPECT_EQ(keep(kept), kept.id);
  kept.document.plan = key_of("bytes");
  EXPECT_EQ(of("bytes"), std::vector<Review>{kept});
}

TEST_F(ReviewsTest, IsLostWithoutCommit) {
  ASSERT_TRUE(store->reviews().save(review("bytes")));
  store.reset();
  auto opened = open_store(dir / "plans.db", Access::read);
  ASSERT_TRUE(opened);
  store = std::move(*opened);
  EXPECT_TRUE(of("bytes").empty());
}

TEST_F(ReviewsTest, OutlivesAnotherReadingOfTheBytes) {
  keep(review("bytes"));
  import({"1.0", "rules-a"}, "a.txt", "bytes", plan);
  EXPECT_EQ(of("bytes").size(), 1U);
  Plan other = plan;
  other.obligations.clear();
  import({"2.0", "rules-b"}, "a.txt", "bytes", other);
  EXPECT_EQ(of("bytes").size(), 1U);
}

// The file has other bytes now, and its plan is the same.
TEST_F(ReviewsTest, FollowsThePlanWhenItsFileChanges) {
  keep(review("bytes"));
  import({"1.0", "rules-a"}, "a.txt", "new bytes", plan);
  ASSERT_EQ(of("new bytes").size(), 1U);
  EXPECT_EQ(of("new bytes")[0].document.sha256, sha256_hex("bytes"));
}

// A scan and a Word document of one plan are read, and judged, each by itself.
TEST_F(ReviewsTest, StaysWithItsBytesWhileTheyAreThere) {
  keep(review("bytes"));
  import({"1.0", "rules-a"}, "b.txt", "scan", plan);
  EXPECT_EQ(of("bytes").size(), 1U);
  EXPECT_TRUE(of("scan").empty());
}

TEST_F(ReviewsTest, AnotherPlanHasNoneOfThem) {
  keep(review("bytes"));
  Plan other = plan;
  other.document.code = "9/KH-UBND";
  import({"1.0", "rules-a"}, "a.txt", "other plan", other);
  EXPECT_TRUE(of("other plan").empty());
}

TEST_F(ReviewsTest, ListsPlansThatWait) {
  plan.obligations[1].evidence.certainty = Certainty::high;
  import({"1.0", "rules-a"}, "a.txt", "bytes", plan);
  const auto count = [&](bool all) {
    const auto found = store->reviews().documents(all);
    EXPECT_TRUE(found);
    return found ? found->size() : 0;
  };
  EXPECT_EQ(count(true), 1U);
  EXPECT_EQ(count(false), 0U);
  keep(review("bytes"));
  EXPECT_EQ(count(false), 1U);
  Plan unsure = plan;
  unsure.document.code = "9/KH-UBND";
  unsure.deadlines[0].evidence.certainty = Certainty::medium;
  import({"1.0", "rules-a"}, "b.txt", "unsure", unsure);
  EXPECT_EQ(count(false), 2U);
}

// A decision that another database made waits for its plan.
TEST_F(ReviewsTest, KnowsThePlanOfBytesThatAreNotHere) {
  Review elsewhere = review("a scan elsewhere");
  elsewhere.document.plan = key_of("bytes");
  keep(elsewhere);
  ASSERT_EQ(of("bytes").size(), 1U);
  EXPECT_EQ(of("bytes")[0].document, elsewhere.document);
  const auto here = store->reviews().find(elsewhere.document);
  ASSERT_TRUE(here);
  EXPECT_EQ(here->sha256, sha256_hex("bytes"));
  EXPECT_EQ(here->path, "a.txt");
  const auto nowhere = store->reviews().find({"a1b2", "another plan"});
  ASSERT_TRUE(nowhere);
  EXPECT_EQ(nowhere->id, 0);
  // No plan is none, and not any plan of which too little is known.
  const auto unknown = store->reviews().find({"a1b2", ""});
  ASSERT_TRUE(unknown);
  EXPECT_EQ(unknown->id, 0);
}

TEST_F(ReviewsTest, LeavesWhatIsJudgedOutOfWhatWaits) {
  plan.obligations[0].evidence.certainty = Certainty::low;
  import({"2.0", "rules-b"}, "a.txt", "bytes", plan);
  const auto waiting = [&] {
    const auto status = store->status();
    EXPECT_TRUE(status);
    return status ? status->to_review.size() : 0;
  };
  const std::size_t before = waiting();
  ASSERT_GT(before, 0U);
  Review judged = review("bytes");
  judged.begin = plan.obligations[0].evidence.span.begin;
  keep(judged);
  EXPECT_EQ(waiting(), before - 1);
  import({"2.0", "rules-b"}, "a.txt", "new bytes", plan);
  EXPECT_EQ(waiting(), before - 1);
  EXPECT_EQ(store->status()->fact_reviews, 1U);
}

// The second writer waits, and gives up when the first one stays.
TEST_F(ReviewsTest, KeepsOtherWritersOut) {
  ASSERT_TRUE(store->reviews().lock());
  const auto other = open_store(dir / "plans.db", Access::write);
  if (other) {
    EXPECT_FALSE((*other)->reviews().lock());
  }
  ASSERT_TRUE(store->commit());
  const auto next = open_store(dir / "plans.db", Access::write);
  ASSERT_TRUE(next);
  EXPECT_TRUE((*next)->reviews().lock());
}

// A cell is of two plans, in whatever files they came.
TEST_F(ReviewsTest, KeepsCellsOfPlans) {
  Plan child = plan;
  child.document.code = "9/KH-UBND";
  import({"1.0", "rules-a"}, "child.txt", "child", child);
  CellReview cell{
      0,
      {ReviewVerdict::link_wrong, "", "Bình", "2026-01-31T08:00:00Z"},
      {sha256_hex("bytes"), ""},
      {sha256_hex("child"), ""},
      "Quét \"chợ\".",
      Coverage::partial,
      {"Trồng cây."},
      std::nullopt,
      120};
  const auto id = store->reviews().save(cell);
  ASSERT_TRUE(id);
  cell.id = *id;
  cell.parent.plan = key_of("bytes");
  cell.child.plan = key_of("child");
  ASSERT_TRUE(store->commit());
  import({"2.0", "rules-b"}, "child.txt", "new child", child);
  const auto pair = [&](const char* parent, const char* other) {
    const auto found =
        store->reviews().of_pair(sha256_hex(parent), sha256_hex(other));
    EXPECT_TRUE(found);
    return found ? *found : std::vector<CellReview>();
  };
  EXPECT_EQ(pair("bytes", "new child"), std::vector<CellReview>{cell});
  EXPECT_TRUE(pair("new child", "bytes").empty());
  EXPECT_TRUE(pair("bytes", "bytes").empty());
}

}  // namespace
}  // namespace kehoach
