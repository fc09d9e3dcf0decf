// A plan says the same as DOC, RTF and ODT as it does in text: those of corpus/
// are read through LibreOffice, where that is installed.
#include <gtest/gtest.h>

#include <filesystem>

#include "corpus/plan_facts.h"
#include "ingest/ingest.h"

namespace kehoach {
namespace {

namespace fs = std::filesystem;

// The text that `file` was made from.
fs::path text_of(fs::path file) {
  file.replace_extension(".txt");
  return fs::exists(file) ? file : file.replace_extension(".md");
}

TEST(CorpusOffice, SaysWhatItsTextSays) {
  const OfficeOptions options{KEHOACH_OFFICE_HELPER};
  if (!office_is_installed(options))
    GTEST_SKIP() << "no LibreOffice: install libreoffice-writer-nogui";
  const Result<Rulebook> rules = default_rulebook();
  ASSERT_TRUE(rules);
  const auto office = make_office_converter(options);
  const PlanReader reader = with_office(
      [&](const ToRead& document) {
        return read_plan(document.bytes, document.path, *rules);
      },
      *office);
  const auto office_plan = [&](const fs::path& path) {
    const auto bytes = read_file(path.string(), kMaxFileBytes);
    EXPECT_TRUE(bytes);
    if (!bytes) return Plan{};
    const auto read = reader({*bytes, path.string(), {}});
    EXPECT_TRUE(read) << read.error().message;
    return read ? read->plan : Plan{};
  };
  int count = 0;
  for (const auto& entry :
       fs::directory_iterator(fs::path(KEHOACH_SOURCE_DIR) / "corpus")) {
    const std::string ending = entry.path().extension();
    if (ending != ".doc" && ending != ".rtf" && ending != ".odt") continue;
    ++count;
    const Plan printed = office_plan(entry.path());
    const Plan written = plan_in(text_of(entry.path()));
    EXPECT_FALSE(written.obligations.empty());
    for (const FactKind& kind : kFactKinds) {
      EXPECT_EQ(differences(kind.facts(printed), kind.facts(written)), "")
          << entry.path().filename() << ", " << kind.name;
    }
  }
  EXPECT_EQ(count, 3);
}

}  // namespace
}  // namespace kehoach
