#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "read/pdf_builder.h"
#include "read/read.h"

namespace kehoach {
namespace {

using Page = std::vector<PdfLabel>;

const Page kFirstPage = {
    {90, 70, "UY BAN NHAN DAN", "F2", 13},
    {100, 86, "TINH CUU HA", "F2", 13},
    {290, 70, "CONG HOA XA HOI CHU NGHIA VIET NAM", "F2", 13},
    {340, 86, "@oc lap - Tu do - Hanh phuc", "F2", 13},
    {260, 140, "KE HOACH", "F2"},
    {120, 170, "Thuc hien Chi thi so 61-CT/TW ngay 05 thang 9", "F3"},
    {90, 190, "nam 2024, Uy ban nhan dan tinh ban hanh ke hoach nhu sau"},
};

// The text layer alone: these pages have no accents, as rubbish layers have.
SourceText must_read(const std::string& bytes) {
  const Result<SourceText> read =
      kehoach::read(bytes, "a.pdf", {.ocr = OcrMode::never});
  EXPECT_TRUE(read.has_value()) << read.error().message;
  return read.value_or(SourceText{});
}

TEST(ReadPdf, PutsLinesTogetherByPlace) {
  const SourceText source = must_read(make_pdf({kFirstPage}));
  EXPECT_EQ(source.text,
            "UY BAN NHAN DAN\n"
            "TINH CUU HA\n"
            "CONG HOA XA HOI CHU NGHIA VIET NAM\n"
            "Đoc lap - Tu do - Hanh phuc\n"
            "KE HOACH\n"
            "Thuc hien Chi thi so 61-CT/TW ngay 05 thang 9\n"
            "nam 2024, Uy ban nhan dan tinh ban hanh ke hoach nhu sau\n");
  EXPECT_EQ(source.media_type, "application/pdf");
  EXPECT_EQ(source.pages, 1U);
  EXPECT_TRUE(source.bytes.pieces().empty());
  EXPECT_TRUE(source.diagnostics.empty());
}

TEST(ReadPdf, KeepsWordsWithPlacesAndFonts) {
  const SourceText source = must_read(make_pdf({kFirstPage}));
  std::uint32_t before = 0;
  for (const SourceWord& word : source.words) {
    EXPECT_GE(word.span.begin, before);
    EXPECT_LE(word.span.end, source.text.size());
    EXPECT_FALSE(word.span.empty());
    EXPECT_FALSE(word.box.empty());
    EXPECT_EQ(word.page, 1U);
    EXPECT_LT(word.font, source.fonts.size());
    before = word.span.end;
  }
  ASSERT_EQ(source.lines.size(), 7U);
  EXPECT_TRUE(source.lines[0].bold);
  EXPECT_FALSE(source.lines[0].italic);
  EXPECT_TRUE(source.lines[5].italic);
  EXPECT_FALSE(source.lines[6].bold || source.lines[6].italic);
  // The letters stand on the baseline that the page gives them.
  const Box& title = source.lines[4].box;
  EXPECT_NEAR(title.x0, 260, 1);
  EXPECT_LT(title.y0, 131);
  EXPECT_GT(title.y1, 140);
  EXPECT_NEAR(source.words.at(0).size, 13, 0.1);
}

// A raised number is a note's, unless a unit of length stands before it.
TEST(ReadPdf, TellsNoteMarksFromExponents) {
  const SourceText source = must_read(make_pdf({{
      {90, 100, "giai doan"},
      {148, 95, "12", "F1", 8},
      {157, 100, ", dien tich 500 m"},
      {260, 95, "2", "F1", 8},
      {274, 100, "va CO"},
      {314, 103, "2", "F1", 8},
      {90, 130, "nam 2030"},
      {148, 125, "(3)", "F1", 8},
      {160, 130, "dat 90 %"},
  }}));
  EXPECT_EQ(source.text,
            "giai doan[12], dien tich 500 m2 va CO2\n"
            "nam 2030[3] dat 90 %\n");
}

// Footnotes stand behind the text, whose sentences go on over the page.
TEST(ReadPdf, PutsFootnotesBehindTheText) {
  const Page first = {{90, 100, "Ke thua cac mo hinh"},
                      {221, 95, "1", "F1", 8},
                      {230, 100, "va tiep tuc thuc hien cac chuong trinh"},
                      {90, 120, "cua tinh, huyen va cac"},
                      {90, 760, "1", "F1", 6},
                      {96, 764, "Theo Ke hoach so 87/KH-UBND", "F1", 10},
                      {90, 776, "cua Uy ban nhan dan tinh.", "F1", 10},
                      {290, 815, "1", "F1", 13}};
  const Page second = {{90, 100, "xa trong tinh."}, {290, 815, "2", "F1", 13}};
  const SourceText source = must_read(make_pdf({first, second}));
  EXPECT_EQ(source.text,
            "Ke thua cac mo hinh[1] va tiep tuc thuc hien cac chuong trinh\n"
            "cua tinh, huyen va cac\n"
            "1\n"
            "xa trong tinh.\n"
            "2\n"
            "[1] Theo Ke hoach so 87/KH-UBND\n"
            "cua Uy ban nhan dan tinh.\n");
  EXPECT_TRUE(source.lines.at(2).furniture);
  EXPECT_EQ(source.lines.at(5).page, 1U);
}

// Small print at the foot of a page that no mark opens stays where it is.
TEST(ReadPdf, LeavesSmallPrintThatIsNoFootnote) {
  const Page first = {{90, 100, "Noi dung cua ke hoach va cac nhiem vu"},
                      {90, 700, "Luu: VT.", "F1", 10}};
  const Page second = {{90, 100, "xa trong tinh va cac nhiem vu."}};
  const SourceText source = must_read(make_pdf({first, second}));
  EXPECT_EQ(source.text,
            "Noi dung cua ke hoach va cac nhiem vu\nLuu: VT.\n"
            "xa trong tinh va cac nhiem vu.\n");
}

TEST(ReadPdf, MarksPageNumbersAndRunningHeads) {
  std::vector<Page> pages(3);
  constexpr std::string_view kNumbers[] = {"1", "2", "3"};
  constexpr std::string_view kHeads[] = {"CONG BAO/So 11", "CONG BAO/So 12",
                                         "CONG BAO/So 13"};
  for (std::size_t i = 0; i < pages.size(); ++i) {
    pages[i] = {{295, 50, kNumbers[i], "F1", 12},
                {90, 820, kHeads[i], "F1", 9},
                {90, 100, "Cac so, ban, nganh thuc hien ke hoach nay"},
                {90, 400, kNumbers[i]}};
  }
  const SourceText source = must_read(make_pdf(pages));
  ASSERT_EQ(source.lines.size(), 12U);
  for (std::size_t i = 0; i < source.lines.size(); ++i) {
    const bool is_edge = i % 4 == 0 || i % 4 == 3;
    EXPECT_EQ(source.lines[i].furniture, is_edge)
        << slice(source.text, source.lines[i].span);
    EXPECT_EQ(source.lines[i].page, 1 + i / 4);
  }
}

TEST(ReadPdf, LeavesNumbersThatAreNoPageNumbers) {
  // Ends of sentences that the page break left alone, and a year.
  const SourceText source = must_read(make_pdf({
      {{295, 50, "1"}, {90, 810, "2024."}},
      {{295, 50, "2"}, {90, 810, "2024"}},
      {{295, 50, "3"}, {90, 810, "3;"}},
  }));
  for (std::size_t i = 0; i < source.lines.size(); ++i) {
    EXPECT_EQ(source.lines[i].furniture, i % 2 == 0)
        << slice(source.text, source.lines[i].span);
  }
}

// A gazette counts its pages through the year.
TEST(ReadPdf, MarksPageNumbersThatRunAhead) {
  const SourceText source = must_read(make_pdf({
      {{295, 50, "- 117 -"}, {90, 100, "KE HOACH"}},
      {{295, 50, "- 118 -"}, {90, 100, "nam 2024"}},
  }));
  ASSERT_EQ(source.lines.size(), 4U);
  EXPECT_TRUE(source.lines[0].furniture && source.lines[2].furniture);
}

TEST(ReadPdf, SaysWhichPagesHaveNoText) {
  const SourceText source =
      must_read(make_pdf({kFirstPage, {}, {}, kFirstPage, {}}));
  ASSERT_EQ(source.diagnostics.size(), 1U);
  EXPECT_EQ(source.diagnostics[0].code, "page-without-text");
  EXPECT_EQ(source.diagnostics[0].message,
            "no text on pages 2-3, 5; images there are not read");
  EXPECT_EQ(source.pages, 5U);
}

// A security handler whose keys fit no password.
constexpr std::string_view kEncrypt =
    "/ID [<00112233445566778899AABBCCDDEEFF><00112233445566778899AABBCCDDEEFF>]"
    " /Encrypt << /Filter /Standard /V 1 /R 2 /P -4"
    " /O <0102030405060708091011121314151617181920212223242526272829303132>"
    " /U <0102030405060708091011121314151617181920212223242526272829303132>"
    " >>";

struct RefusedPdf {
  const char* name;
  std::string bytes;
  Error::Kind kind;
  std::string_view says;
};

TEST(ReadPdf, RefusesWhatHasNothingToRead) {
  const std::string whole = make_pdf({kFirstPage});
  const RefusedPdf cases[] = {
      {"encrypted", make_pdf({kFirstPage}, kEncrypt), Error::Kind::encrypted,
       "password"},
      {"no text", make_pdf({{}, {}}), Error::Kind::no_text, "2 pages"},
      {"no text, one page", make_pdf({{}}), Error::Kind::no_text, "1 page,"},
      {"only spaces", make_pdf({{{90, 90, "   "}}}), Error::Kind::no_text,
       "scan"},
      {"no pages", make_pdf({}), Error::Kind::damaged, "damaged"},
      {"header alone", "%PDF-1.4\n", Error::Kind::damaged, "damaged"},
      {"cut before its pages", whole.substr(0, 200), Error::Kind::damaged,
       "damaged"},
      {"rubbish", "%PDF-1.7\n" + std::string(5000, '\xAB'),
       Error::Kind::damaged, "damaged"},
  };
  for (const RefusedPdf& c : cases) {
    testing::internal::CaptureStderr();
    const Result<SourceText> read = kehoach::read(c.bytes, "in/a.pdf");
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "") << c.name;
    ASSERT_FALSE(read.has_value()) << c.name;
    EXPECT_EQ(read.error().kind, c.kind) << c.name;
    const std::string& message = read.error().message;
    EXPECT_TRUE(starts_with(message, "in/a.pdf: ")) << message;
    EXPECT_NE(message.find(c.says), std::string::npos) << message;
    EXPECT_EQ(message.find('\n'), std::string::npos) << message;
  }
}

// Nobody is told to recognise what was recognised without finding anything.
TEST(ReadPdf, SaysWhatMayHelpWhereThereIsNoText) {
  for (const auto& [ocr, says] :
       {std::pair{OcrMode::never, "read it with --ocr auto"},
        {OcrMode::automatic, "none was recognised in their pictures"}}) {
    const auto read =
        kehoach::read(make_pdf({{}}), "a.pdf", ReadOptions{.ocr = ocr});
    ASSERT_FALSE(read.has_value());
    EXPECT_NE(read.error().message.find(says), std::string::npos)
        << read.error().message;
  }
}

// Damage that leaves something to read is a diagnostic.
TEST(ReadPdf, ReadsWhatIsLeftOfADamagedFile) {
  const std::string whole = make_pdf({kFirstPage});
  const std::string cut = whole.substr(0, whole.rfind("startxref"));
  testing::internal::CaptureStderr();
  const SourceText source = must_read(cut);
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
  EXPECT_EQ(source.text, must_read(whole).text);
  ASSERT_EQ(source.diagnostics.size(), 1U);
  EXPECT_EQ(source.diagnostics[0].code, "pdf-damaged");
}

// No cut through a file may do more than fail.
TEST(ReadPdf, SurvivesEveryCut) {
  const std::string whole = make_pdf({kFirstPage, kFirstPage});
  for (std::size_t size = 1; size < whole.size(); size += 13) {
    const Result<SourceText> read =
        kehoach::read(std::string_view(whole).substr(0, size), "a.pdf");
    EXPECT_TRUE(!read.has_value() || is_valid_utf8(read->text)) << size;
  }
}

// Plans of the corpus that were rendered: their letters arrive as they are.
TEST(ReadPdf, ReadsThePlansOfTheCorpus) {
  int count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(
           std::filesystem::path(KEHOACH_SOURCE_DIR) / "corpus")) {
    if (entry.path().extension() != ".pdf") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(in), {});
    const SourceText source = must_read(bytes);
    EXPECT_TRUE(source.diagnostics.empty()) << entry.path();
    EXPECT_NE(source.text.find("Nơi nhận"), std::string::npos) << entry.path();
    ++count;
  }
  EXPECT_GT(count, 0) << "no PDF in corpus/";
}

}  // namespace
}  // namespace kehoach
