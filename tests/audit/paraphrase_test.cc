// Children in other words, against alignments that were read by hand
// (corpus/PARENT--CHILD.coverage.json).
#include <nlohmann/json.hpp>

#include "audit/plans.h"

namespace kehoach {
namespace {

using Json = nlohmann::json;

struct Score {
  double items = 0, right = 0;               // statuses
  double found = 0, gaps = 0, gap_hits = 0;  // partial or missing
  double linked = 0, first = 0;  // the best link is one of the gold's
};

const AuditItem* item_of(const Audit& audit, const std::string& quote) {
  for (const AuditItem& item : audit.items) {
    if (item.parent.quote == quote) return &item;
  }
  return nullptr;
}

void add(const Audit& audit, const Json& gold, Score& score) {
  for (const Json& wanted : gold.at("items")) {
    const AuditItem* item = item_of(audit, wanted.at("parent"));
    ASSERT_NE(item, nullptr) << wanted.at("parent");
    const bool right = name_of(item->status) == wanted.at("status");
    const bool gap = wanted.at("status") != "covered";
    const bool found = item->status != Coverage::covered;
    score.items += 1;
    score.right += right;
    score.gaps += gap;
    score.found += found;
    score.gap_hits += gap && found;
    if (wanted.at("links").empty()) continue;
    score.linked += 1;
    if (item->links.empty()) continue;
    for (const Json& link : wanted.at("links"))
      score.first += link == item->links[0].child.quote;
  }
}

TEST(Paraphrase, TheFamilyOfTheCorpusIsJudgedWell) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::path(KEHOACH_SOURCE_DIR) / "corpus";
  Score score;
  std::size_t pairs = 0;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename();
    if (name.find(".coverage.json") == std::string::npos) continue;
    std::ifstream in(entry.path());
    const Json gold = Json::parse(in);
    const auto plan = [&](const char* side) {
      const std::string stem = gold.at(side);
      const fs::path text = folder / (stem + ".txt");
      return read_file_as_plan(fs::exists(text) ? text
                                                : folder / (stem + ".md"));
    };
    add(audit(plan("parent"), plan("child"), shipped().audit()), gold, score);
    ++pairs;
  }
  EXPECT_EQ(pairs, 3U);
  EXPECT_GE(score.right / score.items, 0.75) << score.right;
  EXPECT_GE(2 * score.gap_hits / (score.gaps + score.found), 0.80);
  EXPECT_GE(score.first / score.linked, 0.75) << score.first;
}

}  // namespace
}  // namespace kehoach
