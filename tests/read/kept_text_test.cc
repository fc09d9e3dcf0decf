#include <gtest/gtest.h>

#include <random>

#include "read/pdf_builder.h"
#include "read/read.h"
#include "text/text.h"

namespace kehoach {
namespace {

SourceText pages() {
  const auto source = read(
      make_pdf({{{60, 60, "So: 12/KH-UBND"}, {60, 90, "KE HOACH nam 2025"}}}),
      "a.pdf");
  EXPECT_TRUE(source);
  return source ? *source : SourceText();
}

TEST(KeptText, ComesBackAsItWas) {
  const SourceText source = pages();
  const std::string kept = kept_text(source, {});
  const auto back = text_of_kept(kept);
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_EQ(back->text, source.text);
  EXPECT_EQ(back->lines, source.lines);
  EXPECT_EQ(back->words, source.words);
  EXPECT_EQ(back->media_type, "application/pdf");
  EXPECT_TRUE(starts_with(kept, reading_version({}) + "\n"));
}

TEST(KeptText, KnowsByWhichOptionsItWasRead) {
  ReadOptions never;
  never.ocr = OcrMode::never;
  EXPECT_NE(reading_version(never), reading_version({}));
  ReadOptions same;
  same.mend = false;  // is done behind reading
  same.threads = 7;
  EXPECT_EQ(reading_version(same), reading_version({}));
}

TEST(KeptText, IsRefusedWhereItIsDamaged) {
  const std::string kept = kept_text(pages(), {});
  const std::size_t head = kept.find('\n') + 1;
  std::vector<std::string> wrongs = {"", "no head", kept.substr(0, head),
                                     kept.substr(0, head + 8), kept + "x"};
  wrongs.push_back(kept.substr(0, kept.size() - 1));
  std::string large = kept;
  large.replace(head, 8, 8, '\x7F');
  wrongs.push_back(large);
  for (const std::string& wrong : wrongs) {
    const auto back = text_of_kept(wrong);
    ASSERT_FALSE(back);
    EXPECT_EQ(back.error().kind, Error::Kind::damaged);
    EXPECT_EQ(back.error().message,
              "the text that was kept of it is damaged; read the file anew "
              "with --retry all");
  }
}

// A bit that nobody looks at may change; no word may.
TEST(KeptText, IsNeverAnother) {
  const SourceText source = pages();
  const std::string kept = kept_text(source, {});
  const std::size_t head = kept.find('\n') + 1;
  std::mt19937 random(11);
  for (int i = 0; i < 2000; ++i) {
    std::string wrong = kept;
    char& byte = wrong[head + random() % (kept.size() - head)];
    byte = static_cast<char>(byte ^ (1 + random() % 255));
    const auto back = text_of_kept(wrong);
    if (!back) continue;
    EXPECT_EQ(back->text, source.text);
    EXPECT_EQ(back->words, source.words);
  }
}

}  // namespace
}  // namespace kehoach
