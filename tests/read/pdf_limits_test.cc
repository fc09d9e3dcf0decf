// PDF files that want more than a document needs.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "read/pdf_builder.h"
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
