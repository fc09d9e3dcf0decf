// A plan carries out itself; what is taken out of it is missed, the rest stays.
#include <random>

#include "audit/plans.h"

namespace kehoach {
namespace {

std::vector<Plan> all_plans() {
  std::vector<Plan> plans;
  for (const auto& path : corpus_texts())
    plans.push_back(read_file_as_plan(path));
  for (const auto& path : real_texts())
    plans.push_back(read_file_as_plan(path));
  return plans;
}

TEST(Identity, EveryPlanCarriesOutItself) {
  for (const Plan& plan : all_plans()) {
    const Audit found = audit(plan, plan, shipped().audit());
    EXPECT_TRUE(found.own.empty()) << plan.source.path;
    EXPECT_TRUE(found.findings.empty()) << plan.source.path;
    for (const AuditItem& item : found.items) {
      EXPECT_EQ(item.status, Coverage::covered)
          << plan.source.path << ": " << item.parent.quote;
      ASSERT_FALSE(item.links.empty()) << item.parent.quote;
      EXPECT_EQ(item.links[0].child, item.parent) << plan.source.path;
      EXPECT_TRUE(item.findings.empty())
          << plan.source.path << ": " << item.findings[0].message;
    }
  }
}

// The obligations of `plan` but those in `without`.
Plan reduced(const Plan& plan, const std::vector<bool>& without) {
  Plan out = plan;
  out.obligations.clear();
  for (std::size_t i = 0; i < plan.obligations.size(); ++i) {
    if (!without[i]) out.obligations.push_back(plan.obligations[i]);
  }
  return out;
}

struct Tally {
  std::size_t removed = 0, missed = 0;  // missed: reported missing or partial
  std::size_t others = 0, changed = 0;
};

// Takes out of the child all that answers to `k` of the parent's obligations.
// The others are those to whom nothing of that answered first.
void remove_some(const Plan& parent, const Plan& child, const Audit& whole,
                 std::size_t k, unsigned seed, Tally& tally) {
  std::mt19937 random(seed);
  std::vector<std::size_t> order(parent.obligations.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::shuffle(order.begin(), order.end(), random);
  std::vector<bool> without(child.obligations.size());
  std::vector<bool> chosen(parent.obligations.size());
  std::size_t taken = 0;
  for (const std::size_t i : order) {
    if (taken == k) break;
    if (whole.items[i].status != Coverage::covered) continue;
    ++taken;
    chosen[i] = true;
    for (const AuditLink& link : whole.items[i].links)
      without[std::stoul(link.child.id.substr(1)) - 1] = true;
  }
  const Audit found = audit(parent, reduced(child, without), shipped().audit());
  for (std::size_t i = 0; i < found.items.size(); ++i) {
    const AuditItem& before = whole.items[i];
    if (chosen[i]) {
      ++tally.removed;
      tally.missed += found.items[i].status != Coverage::covered;
      continue;
    }
    const bool touched = std::any_of(
        before.links.begin(), before.links.end(), [&](const AuditLink& link) {
          return without[std::stoul(link.child.id.substr(1)) - 1];
        });
    if (touched) continue;
    ++tally.others;
    tally.changed += found.items[i].status != before.status;
  }
}

void remove_many(const Plan& parent, const Plan& child, Tally& tally) {
  const Audit whole = audit(parent, child, shipped().audit());
  for (std::size_t k = 1; k <= 10; ++k) {
    if (parent.obligations.size() < 2 * k) break;
    for (unsigned seed = 1; seed <= 5; ++seed)
      remove_some(parent, child, whole, k, seed, tally);
  }
}

void expect_most_are_missed(const Tally& tally) {
  EXPECT_GE(static_cast<double>(tally.missed),
            0.95 * static_cast<double>(tally.removed))
      << tally.missed << " of " << tally.removed;
  EXPECT_LE(static_cast<double>(tally.changed),
            0.02 * static_cast<double>(tally.others))
      << tally.changed << " of " << tally.others;
}

TEST(Deletion, WhatIsTakenOutOfAPlanIsMissed) {
  for (const auto& path : corpus_texts()) {
    SCOPED_TRACE(path);
    const Plan plan = read_file_as_plan(path);
    Tally tally;
    remove_many(plan, plan, tally);
    expect_most_are_missed(tally);
  }
}

// Real plans give one duty to several bodies in other words, so that one plan
// may keep what another loses: they are counted together.
TEST(Deletion, WhatIsTakenOutOfRealPlansIsMissed) {
  if (real_texts().empty()) GTEST_SKIP() << "no real plans here";
  Tally tally;
  for (const auto& path : real_texts()) {
    const Plan plan = read_file_as_plan(path);
    remove_many(plan, plan, tally);
  }
  expect_most_are_missed(tally);
}

// A child in other words, made from the parent: another level, another order,
// other words for the same work.
TEST(Deletion, WhatIsTakenOutOfAChildInOtherWordsIsMissed) {
  const Plan parent = read_file_as_plan(corpus_texts()[2]);
  Plan child = parent;
  const std::pair<const char*, const char*> kOther[] = {
      {"tuyên truyền", "truyền thông"},
      {"Cửu Hà", "An Trạch"},
      {"Hướng dẫn", "Chỉ đạo"},
      {"tỉnh", "huyện"},
      {"Sở ", "Phòng "},
      {"thu gom", "tiếp nhận"},
      {"Kiểm tra", "Thanh tra"},
      {"Trang bị", "Mua sắm"}};
  for (Obligation& o : child.obligations) {
    std::string& quote = o.evidence.quote;
    for (const auto& [from, to] : kOther) {
      for (std::size_t at = quote.find(from); at != std::string::npos;
           at = quote.find(from, at + std::string_view(to).size()))
        quote.replace(at, std::string_view(from).size(), to);
    }
  }
  child.deadlines.clear();
  std::reverse(child.obligations.begin(), child.obligations.end());
  for (std::size_t i = 0; i < child.obligations.size(); ++i)
    child.obligations[i].id = "o" + std::to_string(i + 1);
  const Audit whole = audit(parent, child, shipped().audit());
  EXPECT_EQ(whole.summary()[0], whole.items.size());
  Tally tally;
  remove_many(parent, child, tally);
  expect_most_are_missed(tally);
}

}  // namespace
}  // namespace kehoach
