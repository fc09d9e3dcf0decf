// PDF files that want more than a document needs.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "read/pdf_builder.h"
#include "read/pdf_render.h"
#include "read/read.h"

namespace kehoach {
namespace {

const ReadOptions kNoOcr{.ocr = OcrMode::never};

// So many pages of text in small print.
std::string long_pdf(std::size_t pages) {
  constexpr int kLines = 45;
  std::vector<PdfLabel> page;
  for (int i = 0; i < kLines; ++i) {
    page.push_back({60, 60 + 16 * static_cast<float>(i),
                    "Uy ban nhan dan xa Phu Khe ban hanh ke hoach trien khai",
                    "F1", 12});
  }
  return make_pdf(std::vector<std::vector<PdfLabel>>(pages, page));
}

bool has(const SourceText& source, std::string_view code) {
  return std::any_of(
      source.diagnostics.begin(), source.diagnostics.end(),
      [&](const Diagnostic& diagnostic) { return diagnostic.code == code; });
}

TEST(PdfLimits, OfTenThousandPagesTheFirstAreRead) {
  const std::vector<std::vector<PdfLabel>> pages(10'000,
                                                 {{60, 60, "KE HOACH"}});
  const auto source = read(make_pdf(pages), "a.pdf", kNoOcr);
  ASSERT_TRUE(source.has_value()) << source.error().message;
  EXPECT_EQ(source->pages, kReadLimits.pdf_pages);
  ASSERT_TRUE(has(*source, "pages-not-read"));
  EXPECT_EQ(source->diagnostics.front().message,
            "only the first 2000 of 10000 pages were read; split the file into "
            "its documents");
}

TEST(PdfLimits, NothingIsSaidOfAWholeDocument) {
  const auto source = read(long_pdf(3), "a.pdf", kNoOcr);
  ASSERT_TRUE(source.has_value());
  EXPECT_EQ(source->pages, 3U);
  EXPECT_FALSE(has(*source, "pages-not-read"));
}

// The kilobytes of a line of /proc/self/status.
std::size_t memory(const std::string& line) {
  std::ifstream status("/proc/self/status");
  for (std::string name; status >> name;) {
    std::size_t kilobytes = 0;
    if (name == line + ":" && status >> kilobytes) return kilobytes << 10U;
  }
  return 0;
}

// What a reading held at most, over what it gives and what was held before.
std::size_t window_of(const std::string& pdf) {
  std::ofstream("/proc/self/clear_refs") << 5;  // forget the peak
  const std::size_t before = memory("VmRSS");
  const auto source = read(pdf, "a.pdf", kNoOcr);
  const std::size_t peak = memory("VmHWM");
  EXPECT_TRUE(source.has_value());
  if (!source) return 0;
  const std::size_t given = source->text.size() +
                            source->words.size() * sizeof(SourceWord) +
                            source->lines.size() * sizeof(SourceLine);
  return peak > before + given ? peak - before - given : 0;
}

TEST(PdfLimits, MemoryDoesNotGrowWithThePages) {
#ifdef KEHOACH_SANITIZED
  GTEST_SKIP() << "sanitizers keep what was given back";
#endif
  constexpr std::size_t kWindow = std::size_t{16} << 20U;
  const std::string few = long_pdf(200);
  const std::string many = long_pdf(2000);
  (void)window_of(few);  // Poppler's tables
  EXPECT_LT(window_of(few), kWindow);
  EXPECT_LT(window_of(many), kWindow);
}

// Objects that hold themselves: the tree of pages, a drawing, its resources.
TEST(PdfLimits, CirclesEnd) {
  const std::string page =
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
      "/Resources << /XObject << /X 5 0 R >> /Font << /F1 6 0 R >> >> >>";
  std::string form = pdf_stream("/X Do BT /F1 12 Tf 9 9 Td (So: 12/KH) Tj ET");
  form.replace(
      0, 2,
      "<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] "
      "/Resources << /XObject << /X 5 0 R >> /Font << /F1 6 0 R >> >>");
  const std::string font =
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";
  const auto drawing =
      read(pdf_file({"<< /Type /Catalog /Pages 2 0 R >>",
                     "<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>", page,
                     pdf_stream("/X Do"), form, font},
                    ""),
           "a.pdf", kNoOcr);
  ASSERT_TRUE(drawing.has_value()) << drawing.error().message;
  EXPECT_NE(drawing->text.find("So: 12/KH"), std::string::npos);
  const auto tree = read(
      pdf_file({"<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Parent 2 0 R /Kids [ 2 0 R 3 0 R 2 0 R ] "
                "/Count 3 >>",
                page, pdf_stream("BT /F1 12 Tf 9 9 Td (So: 12/KH) Tj ET"), form,
                font},
               ""),
      "a.pdf", kNoOcr);
  EXPECT_TRUE(!tree || tree->pages <= 3);
}

// Letters of a size or at a place that no page has are seen by nobody; lines
// that reach there part no table. The rest of the page is read.
TEST(PdfLimits, WhatIsDrawnBeyondAnyPageIsLeftOut) {
  const std::string far = "9" + std::string(40, '0');
  const std::vector<std::string> drawings = {
      "BT /F1 " + far + " Tf 60 600 Td (xa) Tj ET",
      "BT /F1 14 Tf 1 0 0 " + far + " 60 600 Tm (xa) Tj ET",
      "BT /F1 14 Tf 1 0 0 -" + far + " 60 600 Tm (xa) Tj ET",
      "BT /F1 14 Tf 1 0 0 1000000 60 600 Tm (xa) Tj ET",
      "BT /F1 14 Tf 60 600 Td " + far + " Tz (xa) Tj ET",
      "0 " + far + " m " + far + " " + far + " l S",
      far + " 0 0 " + far + " 0 0 cm 0 -" + far + " m " + far + " 9 l S",
  };
  for (const std::string& drawing : drawings) {
    SCOPED_TRACE(drawing);
    const auto source = read(
        make_pdf({{{60, 60, "So: 12/KH-UBND"}}}, "", drawing), "a.pdf", kNoOcr);
    ASSERT_TRUE(source.has_value()) << source.error().message;
    EXPECT_EQ(source->text, "So: 12/KH-UBND\n");
    const auto kept = text_of_kept(kept_text(*source, kNoOcr));
    ASSERT_TRUE(kept.has_value()) << kept.error().message;
    EXPECT_EQ(kept->words, source->words);
  }
}

#ifdef KEHOACH_POPPLER_CORE

std::string times(std::size_t count, std::string_view what) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += what;
  return all;
}

// So many words, each far from the one before.
std::string scattered(std::size_t count) {
  std::string words;
  for (std::size_t i = 0; i < count; ++i) {
    words += "BT /F1 4 Tf " + std::to_string(i * 7919 % 590) + " " +
             std::to_string(i * 104'729 % 600) + " Td (ab) Tj ET\n";
  }
  return words;
}

// A page that draws a form, which draws the next `fan` times, and so on.
std::string fanned_out(std::size_t fan, std::size_t levels) {
  std::vector<std::string> objects = {
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
      "/Resources << /XObject << /X 6 0 R >> /Font << /F1 5 0 R >> >> >>",
      pdf_stream("BT /F1 12 Tf 9 700 Td (So: 12/KH) Tj ET /X Do"),
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"};
  for (std::size_t i = 0; i < levels; ++i) {
    std::string form = pdf_stream(times(fan, "/X Do "));
    form.replace(0, 2,
                 "<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] "
                 "/Resources << /XObject << /X " +
                     std::to_string(objects.size() + 2) + " 0 R >> >>");
    objects.push_back(std::move(form));
  }
  std::string last = pdf_stream("BT /F1 12 Tf 9 9 Td (a) Tj ET");
  last.replace(0, 2,
               "<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] "
               "/Resources << /Font << /F1 5 0 R >> >>");
  objects.push_back(std::move(last));
  return pdf_file(objects, "");
}

struct Hostile {
  const char* name;
  std::string bytes;
  bool cut;
};

// What a page draws is bounded, and it is said where that ended the page.
TEST(PdfLimits, APageThatDrawsTooMuchIsCut) {
  const auto drawn = [](const std::string& drawing) {
    return make_pdf({{{60, 60, "So: 12/KH-UBND"}}}, "", drawing);
  };
  const Hostile kCases[] = {
      {"forms in forms", fanned_out(10, 6), true},
      {"few forms in forms", fanned_out(10, 3), false},
      {"words at random", drawn(scattered(15'000)), true},
      {"some words at random", drawn(scattered(3'000)), false},
      {"saved states", drawn(times(500'000, "q ")), true},
      {"some saved states", drawn(times(5'000, "q ")), false},
      {"states saved and restored", drawn(times(50'000, "q Q ")), false},
      {"letters",
       drawn("BT /F1 4 Tf 9 9 Td " +
             times(3'000, "(" + times(99, "a") + ") Tj -9 0 Td ") + "ET"),
       true},
      {"boxes", drawn(times(50'000, "0 0 10 10 re f ")), false},
  };
  for (const Hostile& c : kCases) {
    SCOPED_TRACE(c.name);
    const auto source = read(c.bytes, "a.pdf", kNoOcr);
    ASSERT_TRUE(source.has_value()) << source.error().message;
    EXPECT_NE(source->text.find("So: 12/KH"), std::string::npos);
    EXPECT_EQ(has(*source, "page-cut"), c.cut);
  }
}

TEST(PdfLimits, BehindTenPagesThatWereCutNoneIsRead) {
  const std::vector<std::vector<PdfLabel>> pages(30, {{60, 60, "KE HOACH"}});
  const auto source =
      read(make_pdf(pages, "", times(20'000, "q ")), "a.pdf", kNoOcr);
  ASSERT_TRUE(source.has_value()) << source.error().message;
  EXPECT_EQ(source->pages, kReadLimits.cut_pages);
  EXPECT_TRUE(has(*source, "page-cut"));
  EXPECT_TRUE(has(*source, "pages-not-read"));
}

// A picture of a page for recognition costs no more either.
TEST(PdfLimits, WhatCostsTooMuchIsNotDrawn) {
  const std::string picture =
      "q 500 0 0 700 0 0 cm BI /W 8 /H 8 /CS /G /BPC 8 ID " + times(64, "A") +
      " EI Q\n";
  const auto large = [](const char* side) {
    return std::string("q 500 0 0 700 0 0 cm BI /W ") + side + " /H " + side +
           " /CS /RGB /BPC 8 ID AAAA EI Q\n";
  };
  const auto drawn = [](const std::string& drawing) {
    return make_pdf({{{60, 60, "So: 12/KH-UBND"}}}, "", drawing);
  };
  const Hostile kCases[] = {
      {"pictures of the whole page", drawn(times(1'000, picture)), true},
      {"some of them", drawn(times(20, picture)), false},
      {"a picture that says that it is large", drawn(large("100000")), true},
      {"a picture as scanners make it", drawn(large("3000")), false},
      {"dashes", drawn("[0.01 0.01] 0 d " + times(1'000, "0 9 m 595 9 l S ")),
       true},
      {"some dashes", drawn("[3 3] 0 d " + times(1'000, "0 9 m 595 9 l S ")),
       false},
      {"forms in forms", fanned_out(10, 6), true},
      {"few forms in forms", fanned_out(10, 3), false},
      {"clips of the whole page",
       drawn(times(3'000, "q 0 0 595 842 re W n 9 9 9 9 re f Q ")), false},
      {"saved states", drawn(times(500'000, "q ")), true},
  };
  for (const Hostile& c : kCases) {
    SCOPED_TRACE(c.name);
    EXPECT_EQ(!PdfDrawer(c.bytes).draw(0, kOcrDpi).has_value(), c.cut);
  }
}
#endif

// Negative: small, large and half-hidden print is read.
TEST(PdfLimits, WhatAPageCanHaveIsRead) {
  for (const std::string drawing :
       {"BT /F1 1 Tf 60 600 Td (xa) Tj ET",
        "BT /F1 400 Tf 60 300 Td (xa) Tj ET",
        "BT /F1 14 Tf 1 0 0 30 60 300 Tm (xa) Tj ET",
        "BT /F1 14 Tf 585 600 Td (xa) Tj ET"}) {
    const auto source = read(
        make_pdf({{{60, 60, "So: 12/KH-UBND"}}}, "", drawing), "a.pdf", kNoOcr);
    ASSERT_TRUE(source.has_value()) << source.error().message;
    EXPECT_NE(source->text.find("xa"), std::string::npos) << drawing;
  }
}

}  // namespace
}  // namespace kehoach
