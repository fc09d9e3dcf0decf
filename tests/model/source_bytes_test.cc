#include "model/source_bytes.h"

#include <gtest/gtest.h>

#include <functional>
#include <limits>
#include <random>

namespace kehoach {
namespace {

SourceText full_text() {
  SourceText source;
  source.media_type = "application/pdf";
  source.text = "Số: 12\nKế hoạch\n";
  source.lines = {{{0, 8}, 1, {1, 2, 3, 4}, true, false, true, {1, 2, 3, 4}},
                  {{9, 20}, 2, {}, false, true, false, {}}};
  source.words = {{{0, 5}, 1, {1, 2, 3, 4}, 1, 13.5F, 0.25F},
                  {{6, 8}, 1, {5, 2, 6, 4}, 0, 13.5F, 1}};
  source.fonts = {"Times", "Arial"};
  source.pages = 2;
  source.styled = true;
  source.bytes.add({0, 3, 5, false});
  source.bytes.add({5, 8, 12, true});
  source.stamps = {
      {1, {1, 1, 2, 2}, "SAO Y", "An", "UBND", "an@example.org", "2025"}};
  source.diagnostics = {{Severity::warning, "odd", "it is", {0, 3}}};
  return source;
}

void expect_equal(const SourceText& a, const SourceText& b) {
  EXPECT_EQ(a.media_type, b.media_type);
  EXPECT_EQ(a.text, b.text);
  EXPECT_EQ(a.lines, b.lines);
  EXPECT_EQ(a.words, b.words);
  EXPECT_EQ(a.fonts, b.fonts);
  EXPECT_EQ(a.pages, b.pages);
  EXPECT_EQ(a.styled, b.styled);
  EXPECT_EQ(a.bytes, b.bytes);
  EXPECT_EQ(a.stamps, b.stamps);
  EXPECT_EQ(a.diagnostics, b.diagnostics);
}

TEST(SourceBytes, HoldAllOfAText) {
  for (const SourceText& source : {full_text(), SourceText()}) {
    const auto back = source_from_bytes(to_bytes(source));
    ASSERT_TRUE(back);
    expect_equal(*back, source);
  }
}

TEST(SourceBytes, RefuseWhatNoTextHolds) {
  const std::vector<std::function<void(SourceText&)>> wrongs = {
      [](SourceText& s) { s.text = "\xFF and so on and on and on"; },
      [](SourceText& s) { s.text = "short"; },
      [](SourceText& s) {
        s.lines[1].span = {7, 9};
      },
      [](SourceText& s) { s.lines[0].page = 3; },
      [](SourceText& s) {
        s.words[0].span = {5, 4};
      },
      [](SourceText& s) { std::swap(s.words[0], s.words[1]); },
      [](SourceText& s) { s.words[1].font = 2; },
      [](SourceText& s) { s.words[1].confidence = 1.5F; },
      [](SourceText& s) {
        s.words[1].box.x0 = std::numeric_limits<float>::quiet_NaN();
      },
      [](SourceText& s) {
        s.diagnostics[0].span = {0, 900};
      },
      [](SourceText& s) {
        s.bytes.add({1, 8, 12, false});
      },
  };
  for (std::size_t i = 0; i < wrongs.size(); ++i) {
    SourceText source = full_text();
    wrongs[i](source);
    EXPECT_FALSE(source_from_bytes(to_bytes(source))) << i;
  }
}

TEST(SourceBytes, RefuseWhatIsCutOrLonger) {
  const std::string bytes = to_bytes(full_text());
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(source_from_bytes(std::string_view(bytes).substr(0, size)));
  EXPECT_FALSE(source_from_bytes(bytes + "x"));
}

// Whatever is accepted is a text; sanitizers see the rest.
TEST(SourceBytes, SurviveChangedBytes) {
  const std::string bytes = to_bytes(full_text());
  std::mt19937 random(7);
  for (int i = 0; i < 20'000; ++i) {
    std::string changed = bytes;
    for (int n = 0; n < 3; ++n)
      changed[random() % changed.size()] = static_cast<char>(random());
    const auto back = source_from_bytes(changed);
    if (!back) continue;
    for (const SourceWord& word : back->words)
      EXPECT_LE(word.span.end, back->text.size());
  }
}

}  // namespace
}  // namespace kehoach
