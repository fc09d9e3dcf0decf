#include "text/sketch.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "text/text.h"

namespace kehoach {
namespace {

// `count` words of a made-up text; the same from the same `seed`.
std::vector<std::string> words(std::size_t count, unsigned seed) {
  std::vector<std::string> made;
  std::uint32_t state = seed;
  for (std::size_t i = 0; i < count; ++i) {
    state = state * 1664525U + 1013904223U;
    made.push_back("w" + std::to_string((state >> 16U) % 5000));
  }
  return made;
}

std::string text_of(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += word + " ";
  return text;
}

double exact_share(const std::vector<std::string>& a,
                   const std::vector<std::string>& b) {
  const auto runs = [](const std::vector<std::string>& all) {
    std::set<std::string> found;
    for (std::size_t i = 2; i < all.size(); ++i)
      found.insert(all[i - 2] + " " + all[i - 1] + " " + all[i]);
    return found;
  };
  const auto x = runs(a);
  const auto y = runs(b);
  std::size_t both = 0;
  for (const std::string& run : x) both += y.count(run);
  return static_cast<double>(both) /
         static_cast<double>(x.size() + y.size() - both);
}

TEST(Sketch, TellsHowMuchIsShared) {
  const auto original = words(3000, 1);
  for (const double changed : {0.0, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0}) {
    auto copy = original;
    const auto other = words(3000, 2);
    const auto stretch = static_cast<std::size_t>(100 * changed);
    for (std::size_t i = 0; i < copy.size(); ++i) {
      if (i % 100 < stretch) copy[i] = other[i];
    }
    const double share =
        share_in_common(sketch_of(text_of(original)), sketch_of(text_of(copy)));
    // Three standard errors.
    EXPECT_NEAR(share, exact_share(original, copy), 0.13) << changed;
  }
}

TEST(Sketch, DoesNotMindHowATextIsWritten) {
  std::string plain, other;
  for (int i = 0; i < 40; ++i) {
    const std::string n = std::to_string(i);
    plain += "Hoà bình, số " + n + "; trẻ em bị xâm hại\n";
    other += "HÒA BÌNH số\n" + n + " - TRẺ EM  bi xam hai.";
  }
  EXPECT_EQ(sketch_of(plain), sketch_of(other));
  EXPECT_FALSE(sketch_of(plain).empty());
}

// They are stored, so that those of an older program must be the same.
TEST(Sketch, StaysAsItIs) {
  const Sketch sketch = sketch_of(text_of(words(1000, 3)));
  ASSERT_EQ(sketch.size(), kSketchSize);
  std::string all;
  for (const std::uint32_t number : sketch) all += std::to_string(number) + " ";
  EXPECT_EQ(sha256_hex(all).substr(0, 16), "c2dd2ef17f62b08d");
}

TEST(Sketch, SaysNothingOfAShortText) {
  EXPECT_TRUE(sketch_of("").empty());
  EXPECT_TRUE(sketch_of("Kế hoạch").empty());
  EXPECT_TRUE(sketch_of(text_of(words(61, 1))).empty());
  const Sketch least = sketch_of(text_of(words(62, 1)));
  EXPECT_EQ(least.size(), kSketchSize);
  EXPECT_EQ(share_in_common(least, least), 1);
  EXPECT_EQ(share_in_common(least, {}), 0);
  EXPECT_EQ(share_in_common({}, {}), 0);
}

}  // namespace
}  // namespace kehoach
