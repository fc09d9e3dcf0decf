// A plan says the same in every encoding: for each file of corpus/encodings/
// the facts read from it beside those read from the text that it was made of.
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "corpus/plan_facts.h"

namespace kehoach {
namespace {

namespace fs = std::filesystem;

const fs::path& corpus() {
  static const fs::path folder = fs::path(KEHOACH_SOURCE_DIR) / "corpus";
  return folder;
}

// `viscii` of `07-ke-hoach.viscii.txt`.
std::string encoding_of(const fs::path& file) {
  return file.stem().extension().string().substr(1);
}

// What an encoding can't hold: signs of newer ones (VISCII, VIQR), capitals
// with tones (TCVN3).
std::string as_held(std::string text, const std::string& encoding) {
  if (starts_with(encoding, "tcvn3")) return lower(text);
  if (encoding != "viscii" && encoding != "viqr") return text;
  for (const std::string_view quote : {"“", "”"}) {
    for (std::size_t at = 0; (at = text.find(quote, at)) != std::string::npos;)
      text.replace(at, quote.size(), "\"");
  }
  return text;
}

Facts as_held(Facts facts, const std::string& encoding) {
  for (std::string& fact : facts) fact = as_held(fact, encoding);
  return facts;
}

TEST(CorpusEncodings, SayWhatTheirTextsSay) {
  std::set<std::string> encodings;
  for (const auto& entry : fs::directory_iterator(corpus() / "encodings")) {
    const fs::path& file = entry.path();
    if (file.extension() != ".txt") continue;
    const std::string encoding = encoding_of(file);
    encodings.insert(encoding);
    const Plan held = plan_in(file);
    const Plan plain =
        plan_in(corpus() / file.stem().replace_extension(".txt"));
    EXPECT_FALSE(plain.obligations.empty()) << file;
    for (const FactKind& kind : kFactKinds) {
      EXPECT_EQ(differences(as_held(kind.facts(held), encoding),
                            as_held(kind.facts(plain), encoding)),
                "")
          << file.filename() << ", " << kind.name;
    }
  }
  EXPECT_EQ(encodings.size(), 11U);
}

}  // namespace
}  // namespace kehoach
