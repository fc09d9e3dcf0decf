#include "rulebook/triggers.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace kehoach {
namespace {

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

Pairs sorted(const std::vector<TriggerScanner::Hit>& hits) {
  Pairs out;
  for (const auto& hit : hits) out.emplace_back(hit.begin, hit.id);
  std::sort(out.begin(), out.end());
  return out;
}

Pairs scanned(const std::vector<std::string>& literals, std::string_view text) {
  TriggerScanner scanner;
  for (std::uint32_t i = 0; i < literals.size(); ++i)
    scanner.add(literals[i], i);
  scanner.build();
  const auto size = static_cast<std::uint32_t>(text.size());
  std::vector<TriggerScanner::Hit> hits;
  scanner.scan(text, {0, size}, hits);
  const Pairs out = sorted(hits);
  // What begins at a place is found there alone, too.
  std::vector<TriggerScanner::Hit> one_by_one;
  for (std::uint32_t at = 0; at < size; ++at)
    scanner.scan_start(text, {at, size}, one_by_one);
  EXPECT_EQ(sorted(one_by_one), out) << text;
  return out;
}

// The same by looking at every place: slow and plainly right.
Pairs looked_up(const std::vector<std::string>& literals,
                std::string_view text) {
  Pairs out;
  for (std::uint32_t at = 0; at < text.size(); ++at) {
    for (std::uint32_t i = 0; i < literals.size(); ++i) {
      if (starts_with(text.substr(at), literals[i])) out.emplace_back(at, i);
    }
  }
  return out;
}

TEST(TriggerScanner, FindsLiteralsInsideEachOther) {
  const std::vector<std::string> literals = {"trước", "trước ngày", "ngày",
                                             "ng", "ngày"};
  EXPECT_EQ(scanned(literals, "trước ngày ng"),
            looked_up(literals, "trước ngày ng"));
}

TEST(TriggerScanner, NothingToFindFindsNothing) {
  EXPECT_TRUE(scanned({}, "abc").empty());
  EXPECT_TRUE(scanned({"x"}, "").empty());
}

TEST(TriggerScanner, AgreesWithLookingEverywhere) {
  std::mt19937 random(7);
  const auto word = [&](std::size_t most) {
    std::string text;
    for (std::size_t n = 1 + random() % most; n > 0; --n)
      text += static_cast<char>('a' + random() % 3);
    return text;
  };
  for (int round = 0; round < 300; ++round) {
    std::vector<std::string> literals;
    for (std::size_t n = 1 + random() % 8; n > 0; --n)
      literals.push_back(word(5));
    const std::string text = word(60);
    EXPECT_EQ(scanned(literals, text), looked_up(literals, text)) << text;
  }
}

}  // namespace
}  // namespace kehoach
