// The two ways into Poppler beside each other.
#include "read/pdf_document.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "read/pdf_builder.h"

namespace kehoach {
namespace {

namespace fs = std::filesystem;
using Open = OpenedPdf (*)(std::string_view, Complaints&);

struct Way {
  const char* name;
  Open open;
};

constexpr Way kWays[] = {
    {"poppler-cpp", open_with_poppler_cpp},
#ifdef KEHOACH_POPPLER_CORE
    {"core", open_with_poppler_core},
#endif
};

#ifdef KEHOACH_POPPLER_CORE
std::vector<std::string> pdf_files() {
  std::vector<std::string> files;
  for (const auto& entry :
       fs::directory_iterator(fs::path(KEHOACH_SOURCE_DIR) / "corpus")) {
    if (entry.path().extension() != ".pdf") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    files.emplace_back(std::istreambuf_iterator<char>(in),
                       std::istreambuf_iterator<char>());
  }
  return files;
}

void expect_same(const PdfWord& a, const PdfWord& b) {
  EXPECT_EQ(a.text, b.text);
  EXPECT_EQ(a.box, b.box);
  EXPECT_EQ(a.size, b.size);
  EXPECT_EQ(a.quarter_turns, b.quarter_turns);
  EXPECT_EQ(a.space_after, b.space_after);
}

TEST(PdfDocument, BothWaysGiveTheSameWords) {
  for (const std::string& bytes : pdf_files()) {
    Complaints complaints;
    const OpenedPdf one = open_with_poppler_cpp(bytes, complaints);
    const OpenedPdf two = open_with_poppler_core(bytes, complaints);
    ASSERT_TRUE(one.document != nullptr && two.document != nullptr);
    ASSERT_EQ(one.document->pages(), two.document->pages());
    for (std::size_t p = 0; p < one.document->pages(); ++p) {
      const PdfPage a = one.document->page(p);
      const PdfPage b = two.document->page(p);
      EXPECT_EQ(a.width, b.width);
      EXPECT_EQ(a.height, b.height);
      ASSERT_EQ(a.words.size(), b.words.size());
      for (std::size_t w = 0; w < a.words.size(); ++w) {
        expect_same(a.words[w], b.words[w]);
        EXPECT_EQ(one.document->fonts().at(a.words[w].font),
                  two.document->fonts().at(b.words[w].font));
      }
    }
    EXPECT_EQ(complaints.count, 0U);
  }
}

TEST(PdfDocument, TheCoreGivesTheDrawnLines) {
  const std::string bytes =
      make_pdf({{{90, 100, "So: 12"}}}, "",
               "60 700 200 0.5 re f 60 600 m 60 700 l S 60 600 m 90 640 l S "
               "300 300 100 50 re f 300 500 100 50 re S");
  Complaints complaints;
  const OpenedPdf pdf = open_with_poppler_core(bytes, complaints);
  ASSERT_NE(pdf.document, nullptr);
  const std::vector<Ruling> expected = {
      {{60, 141.75, 260, 141.75}}, {{60, 142, 60, 242}},
      {{300, 342, 400, 342}},      {{400, 292, 400, 342}},
      {{300, 292, 400, 292}},      {{300, 292, 300, 342}}};
  EXPECT_EQ(pdf.document->page(0).rulings, expected);
}
#endif

TEST(PdfDocument, SaysWhatCantBeOpened) {
  const std::string whole = make_pdf({{{90, 100, "So: 12"}}});
  const std::string locked = make_pdf(
      {{{90, 100, "So: 12"}}},
      "/Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4"
      " /O <1111111111111111111111111111111111111111111111111111111111111111>"
      " /U <2222222222222222222222222222222222222222222222222222222222222222>"
      " >> /ID [<00><00>]");
  for (const Way& way : kWays) {
    SCOPED_TRACE(way.name);
    Complaints complaints;
    const OpenedPdf good = way.open(whole, complaints);
    ASSERT_NE(good.document, nullptr);
    EXPECT_EQ(good.document->pages(), 1U);
    EXPECT_TRUE(good.document->page(7).words.empty());
    EXPECT_EQ(way.open("%PDF-1.4 and no more", complaints).document, nullptr);
    EXPECT_GT(complaints.count, 0U);
    EXPECT_TRUE(way.open(locked, complaints).encrypted);
  }
}

}  // namespace
}  // namespace kehoach
