// However a plan is typed, it says the same: the facts of each plan beside
// those of the same plan in other ways of writing.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "corpus/files.h"
#include "corpus/rewritten.h"
#include "rulebook/shipped.h"

namespace kehoach {
namespace {

namespace fs = std::filesystem;

// The facts in which the two differ; empty if they are equal.
std::string differences(std::vector<std::string> have,
                        std::vector<std::string> want) {
  std::sort(have.begin(), have.end());
  std::sort(want.begin(), want.end());
  std::vector<std::string> lost;
  std::vector<std::string> extra;
  std::set_difference(want.begin(), want.end(), have.begin(), have.end(),
                      std::back_inserter(lost));
  std::set_difference(have.begin(), have.end(), want.begin(), want.end(),
                      std::back_inserter(extra));
  std::string out;
  for (const std::string& fact : lost) out += "lost:  " + fact + "\n";
  for (const std::string& fact : extra) out += "extra: " + fact + "\n";
  return out;
}

// Returns how many plans were read.
std::size_t expect_stable(const fs::path& folder) {
  std::size_t count = 0;
  for (const fs::path& file : texts_in(folder)) {
    const std::string bytes = bytes_of(file);
    const auto read = explain_plan(bytes, file.string(), shipped());
    if (!read) continue;
    ++count;
    const auto facts = folded_facts(read->plan);
    for (const Rewriting how : kRewritings) {
      const auto other =
          read_plan(rewritten(*read, how), file.string(), shipped());
      EXPECT_TRUE(other) << file << ", " << name_of(how);
      if (!other) continue;
      EXPECT_EQ(differences(folded_facts(*other), facts), "")
          << file.filename() << ", " << name_of(how);
    }
  }
  return count;
}

TEST(Rewriting, ChangesTheTextAndNothingElse) {
  const std::string text =
      "KẾ HOẠCH\nHoà bình - ổn định\n\nI. Nhiệm vụ\n\n- Quý uỷ ban.\n";
  const auto read = explain_plan(text, "a.txt", shipped());
  ASSERT_TRUE(read);
  const auto as = [&](Rewriting how) { return rewritten(*read, how); };
  EXPECT_EQ(as(Rewriting::composed), text);
  EXPECT_NE(as(Rewriting::decomposed).find("Hoa\xCC\x80"), std::string::npos);
  EXPECT_NE(as(Rewriting::other_tones).find("Hòa bình"), std::string::npos);
  EXPECT_NE(as(Rewriting::other_tones).find("Quý ủy"), std::string::npos);
  EXPECT_NE(as(Rewriting::doubled_spaces).find("I.  Nhiệm  vụ"),
            std::string::npos);
  EXPECT_NE(as(Rewriting::en_dashes).find("– Quý"), std::string::npos);
  EXPECT_NE(as(Rewriting::capitals).find("HOÀ BÌNH - ỔN ĐỊNH"),
            std::string::npos);
  EXPECT_NE(as(Rewriting::capitals).find("I. NHIỆM VỤ"), std::string::npos);
  EXPECT_NE(as(Rewriting::carriage_returns).find("KẾ HOẠCH\r\n"),
            std::string::npos);
  const std::string word = "nhiệm vụ và giải pháp ";
  const std::string longer = text + "- " + word + word + word + word + "\n";
  const auto more = explain_plan(longer, "a.txt", shipped());
  ASSERT_TRUE(more);
  EXPECT_NE(rewritten(*more, Rewriting::wrapped).find("nhiệm vụ và\ngiải pháp"),
            std::string::npos);
}

TEST(Rewriting, LeavesTheFactsOfTheCorpus) {
  EXPECT_GE(expect_stable(fs::path(KEHOACH_SOURCE_DIR) / "corpus"), 15U);
}

TEST(Rewriting, LeavesTheFactsOfRealPlans) {
  const fs::path eval = real_plans();
  if (!fs::exists(eval / "dev"))
    GTEST_SKIP() << "no folder of real plans beside the checkout";
  EXPECT_GT(expect_stable(eval / "dev") +
                expect_stable(eval.parent_path() / "corpus"),
            0U);
}

}  // namespace
}  // namespace kehoach
