// A plan says the same in print, in a word processor and on a web page as in
// text: for each PDF, DOCX and HTML of corpus/, the facts read from it beside
// those read from the text that it was made from.
#include <gtest/gtest.h>

#include <filesystem>

#include "corpus/plan_facts.h"

namespace kehoach {
namespace {

namespace fs = std::filesystem;

// The text that `rendering` was made from.
fs::path twin_of(fs::path rendering) {
  for (const char* ending : {".txt", ".md"}) {
    rendering.replace_extension(ending);
    if (fs::exists(rendering)) return rendering;
  }
  return {};
}

class CorpusRendering : public testing::TestWithParam<const char*> {};

TEST_P(CorpusRendering, SaysWhatItsTextSays) {
  int count = 0;
  for (const auto& entry :
       fs::directory_iterator(fs::path(KEHOACH_SOURCE_DIR) / "corpus")) {
    if (entry.path().extension() != GetParam()) continue;
    ++count;
    const fs::path twin = twin_of(entry.path());
    ASSERT_FALSE(twin.empty()) << entry.path() << " has no text beside it";
    const Plan printed = plan_in(entry.path());
    const Plan written = plan_in(twin);
    EXPECT_FALSE(written.obligations.empty()) << twin;
    for (const FactKind& kind : kFactKinds) {
      EXPECT_EQ(differences(kind.facts(printed), kind.facts(written)), "")
          << entry.path().filename() << ", " << kind.name;
    }
  }
  EXPECT_GT(count, 0) << "no " << GetParam() << " in corpus/";
}

INSTANTIATE_TEST_SUITE_P(Formats, CorpusRendering,
                         testing::Values(".pdf", ".docx", ".html"));

// Each fact of a PDF leads back to a page and a place on it.
TEST(CorpusPdf, PutsItsFactsOnPages) {
  for (const auto& entry :
       fs::directory_iterator(fs::path(KEHOACH_SOURCE_DIR) / "corpus")) {
    if (entry.path().extension() != ".pdf") continue;
    const Plan plan = plan_in(entry.path());
    for (const Obligation& o : plan.obligations) {
      EXPECT_GT(o.evidence.page, 0U) << entry.path() << " " << o.id;
      EXPECT_LE(o.evidence.page, plan.source.pages) << o.id;
      EXPECT_FALSE(o.evidence.box.empty()) << entry.path() << " " << o.id;
    }
  }
}

}  // namespace
}  // namespace kehoach
