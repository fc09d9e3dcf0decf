#include <gtest/gtest.h>

#include <string>

#include "read/clean_text.h"
#include "read/encoder.h"
#include "read/read.h"

namespace kehoach {

void PrintTo(const SourceLine& line, std::ostream* out) {
  *out << "line [" << line.span.begin << ", " << line.span.end << ")";
}

namespace {

using namespace std::string_view_literals;

struct TextCase {
  std::string_view bytes;
  std::string_view text;
  std::string_view diagnostic = "";
};

// Files on the left, their text on the right.
constexpr TextCase kTexts[] = {
    {"Kế hoạch\n", "Kế hoạch\n"},
    {"Kế hoạch", "Kế hoạch"},
    {"a\n\nb\n", "a\n\nb\n"},
    // The byte order mark is dropped, the one inside stays.
    {"\xEF\xBB\xBFKế\n", "Kế\n"},
    {"a\xEF\xBB\xBF\n", "a\xEF\xBB\xBF\n"},
    // Line ends of Windows, of old Macs, and a mixture.
    {"a\r\nb\r\n", "a\nb\n"},
    {"a\rb\r", "a\nb\n"},
    {"a\r\n\rb\n\r\n", "a\n\nb\n\n"},
    // Each byte that is no UTF-8 becomes one U+FFFD.
    {"k\xFFh", "k\uFFFDh", "1 byte is no UTF-8"},
    {"k\xC0\xAFh", "k\uFFFD\uFFFDh", "2 bytes are no UTF-8"},
    {"k\xE1\xBB", "k\uFFFD\uFFFD", "2 bytes are no UTF-8"},
    {"\xED\xA0\x80 x", "\uFFFD\uFFFD\uFFFD x", "3 bytes are no UTF-8"},
    // A replacement character that was there is no damage.
    {"k\uFFFDh", "k\uFFFDh"},
};

TEST(ReadText, GivesCleanUtf8) {
  for (const TextCase& c : kTexts) {
    const Result<SourceText> read = kehoach::read(c.bytes, "a.txt");
    ASSERT_TRUE(read.has_value()) << read.error().message;
    EXPECT_EQ(read->text, c.text);
    EXPECT_TRUE(is_valid_utf8(read->text));
    EXPECT_EQ(read->pages, 0U);
    if (c.diagnostic.empty()) {
      EXPECT_TRUE(read->diagnostics.empty()) << c.text;
      continue;
    }
    ASSERT_EQ(read->diagnostics.size(), 1U) << c.text;
    EXPECT_EQ(read->diagnostics[0].code, "utf8-repaired");
    EXPECT_TRUE(starts_with(read->diagnostics[0].message, c.diagnostic))
        << read->diagnostics[0].message;
    EXPECT_EQ(slice(read->text, read->diagnostics[0].span), "\uFFFD");
  }
}

// Every byte of the text leads back to the byte of the file it was made from.
TEST(ReadText, LeadsBackToTheFile) {
  for (const TextCase& c : kTexts) {
    const Result<SourceText> read = kehoach::read(c.bytes, "a.txt");
    ASSERT_TRUE(read.has_value());
    for (std::size_t at = 0; at < read->text.size();) {
      const Codepoint letter = decode_at(read->text, at);
      const auto begin = static_cast<std::uint32_t>(at);
      const Span in = read->bytes.source({begin, begin + letter.size});
      ASSERT_LE(in.end, c.bytes.size());
      const std::string_view was = slice(c.bytes, in);
      const std::string_view is = slice(read->text, {begin, in.size() + begin});
      if (letter.value == U'\n') {
        EXPECT_TRUE(was == "\n" || was == "\r") << c.text;
      } else if (letter.value != 0xFFFD) {
        EXPECT_EQ(was, is) << c.text;
      }
      at += letter.size;
    }
  }
}

// The quick check and the slow one agree on every pair of bytes behind each
// beginning of a letter.
TEST(CleanText, AgreesWithDecoding) {
  for (const std::string_view lead :
       {"", "a", "\xC3", "\xE0", "\xE1", "\xED", "\xEF", "\xF0", "\xF1", "\xF4",
        "\xE1\xBB", "\xF0\x90", "\xF1\x80\x80"}) {
    for (unsigned pair = 0; pair < 0x10000; ++pair) {
      std::string bytes(lead);
      bytes += static_cast<char>(pair >> 8U);
      bytes += static_cast<char>(pair & 0xFFU);
      const bool clean = is_valid_utf8(bytes) &&
                         bytes.find('\r') == std::string::npos &&
                         bytes.find('\0') == std::string::npos;
      ASSERT_EQ(is_clean_text(bytes), clean) << lead.size() << ", " << pair;
    }
  }
}

TEST(ReadText, KeepsNoMapWhereNothingChanged) {
  EXPECT_TRUE(kehoach::read("Kế\nhoạch\n", "a")->bytes.pieces().empty());
  EXPECT_FALSE(kehoach::read("Kế\r\n", "a")->bytes.pieces().empty());
}

TEST(ReadText, SaysWhereTheFirstBadByteStood) {
  const auto read = kehoach::read(
      "\xEF\xBB\xBF"
      "dòng\r\nh\xFFi\xFE",
      "a.txt");
  EXPECT_EQ(read->diagnostics.at(0).message,
            "2 bytes are no UTF-8 and stand as U+FFFD, the first in line 2 "
            "(byte 11 of the file)");
}

TEST(ReadText, ListsEveryLineOnceAndOneForAGap) {
  const auto read = kehoach::read("một\n\n \t\n\nhai\r\n\r\nba\n\n\n", "a.txt");
  std::vector<std::string_view> lines;
  for (const SourceLine& line : read->lines) {
    lines.push_back(slice(read->text, line.span));
    EXPECT_EQ(line.page, 0U);
    EXPECT_TRUE(line.box.empty());
  }
  EXPECT_EQ(lines, (std::vector{"một"sv, ""sv, "hai"sv, ""sv, "ba"sv, ""sv}));
}

struct PathCase {
  std::string_view path;
  std::string_view media_type;
};

constexpr PathCase kPaths[] = {
    {"a.txt", "text/plain"},    {"a", "text/plain"},
    {"-", "text/plain"},        {"plans/b.md", "text/markdown"},
    {"b.MD", "text/markdown"},  {"b.markdown", "text/markdown"},
    {"b.md.txt", "text/plain"}, {"md", "text/plain"},
    {"lies.pdf", "text/plain"},
};

TEST(ReadText, TellsMarkdownByThePathAlone) {
  for (const PathCase& c : kPaths) {
    EXPECT_EQ(kehoach::read("# Kế hoạch\n", c.path)->media_type, c.media_type)
        << c.path;
  }
}

struct RefusedCase {
  std::string_view bytes;
  std::string_view path;
  Error::Kind kind;
  std::string_view says;
};

constexpr RefusedCase kRefused[] = {
    {"", "a.txt", Error::Kind::damaged, "a.txt: empty file"},
    {"\xEF\xBB\xBF", "a.txt", Error::Kind::damaged, "empty file"},
    {" \n\t\r\n", "a.txt", Error::Kind::no_text, "white space"},
    {"PK\x03\x04....[Content_Types].xml", "a.docx", Error::Kind::damaged,
     "list of files"},
    {"PK\x03\x04....plans/a.txt", "a.zip", Error::Kind::unsupported,
     "archive (ZIP)"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0"sv, "a.doc", Error::Kind::damaged,
     "(DOC, XLS or PPT) whose end is missing; get it"},
    {"{\\rtf1\\ansi", "a.rtf", Error::Kind::unsupported, "RTF"},
    {"GIF89a", "a.gif", Error::Kind::unsupported, "GIF"},
    {"\xFF\xFE", "a.txt", Error::Kind::damaged, "empty file"},
    {"\xFF\xFE\1\0\2\0\3\0\4\0\5\0\6\0\7\0\x0E\0\x0F\0"sv, "a.txt",
     Error::Kind::unsupported, "binary"},
    {"{\n  \"schema\": \"kehoach.plan/1\"}", "a.json", Error::Kind::unsupported,
     "JSON"},
    {"[{\"a\": 1}]", "a.txt", Error::Kind::unsupported, "JSON"},
    {"<?xml version=\"1.0\"?><a/>", "a.xml", Error::Kind::unsupported, "XML"},
    {"#!/bin/sh\nexit 0\n", "a.sh", Error::Kind::unsupported, "script"},
    {"a\0b"sv, "a.txt", Error::Kind::unsupported, "binary"},
    {"\x01\x02\x03\x04\x05\x06\x07\x08\x0E\x0F\x10", "a.txt",
     Error::Kind::unsupported, "binary"},
    // Russian in windows-1251.
    {"\xCF\xEB\xE0\xED \xF0\xE0\xE1\xEE\xF2\xFB \xED\xE0 "
     "\xE3\xEE\xE4 \xE8 \xEE\xF2\xF7\xB8\xF2 \xEE \xED\xB8\xEC",
     "a.txt", Error::Kind::unsupported, "8-bit"},
};

TEST(Read, RefusesWhatItCannotReadByName) {
  for (const RefusedCase& c : kRefused) {
    const Result<SourceText> read = kehoach::read(c.bytes, c.path);
    ASSERT_FALSE(read.has_value()) << c.path << ", " << c.says;
    EXPECT_EQ(read.error().kind, c.kind) << read.error().message;
    const std::string& message = read.error().message;
    EXPECT_NE(message.find(c.says), std::string::npos) << message;
    EXPECT_TRUE(starts_with(message, std::string(c.path) + ": ")) << message;
    EXPECT_EQ(message.find('\n'), std::string::npos);
  }
}

// An old Office file whose directory is its second sector.
TEST(Read, TellsOldOfficeFilesFromTheirBeginnings) {
  std::string workbook = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  workbook.resize(512 * 3);
  workbook[30] = 9;
  workbook[48] = 1;
  const auto whole = kehoach::read(workbook, "a.xls");
  ASSERT_FALSE(whole);
  EXPECT_EQ(whole.error().kind, Error::Kind::unsupported);
  EXPECT_NE(whole.error().message.find("not read yet"), std::string::npos);
  for (const std::size_t size : {1024, 600, 511}) {
    const auto cut = kehoach::read(workbook.substr(0, size), "a.xls");
    ASSERT_FALSE(cut);
    EXPECT_EQ(cut.error().kind, Error::Kind::damaged) << size;
  }
}

// Words that only look like signatures of other formats.
constexpr RefusedCase kAccepted[] = {
    {"PK 12/KH-UBND", "a.txt", {}, ""},
    {"So <html> is a tag", "a.txt", {}, ""},
    {"<div align=center>\n\n# KẾ HOẠCH", "a.md", {}, ""},
    {"BM 07: Mẫu", "a.txt", {}, ""},
    {"# KẾ HOẠCH\n", "a.md", {}, ""},
    {"[1] Trong đó có", "a.txt", {}, ""},
    {"{dự thảo} KẾ HOẠCH", "a.txt", {}, ""},
    {"\f\x1B[1mKẾ HOẠCH", "a.txt", {}, ""},
};

TEST(Read, AcceptsTextsThatLookLikeOtherFormats) {
  for (const RefusedCase& c : kAccepted) {
    EXPECT_TRUE(kehoach::read(c.bytes, c.path).has_value()) << c.bytes;
  }
}

// Zeros where a block of the disk was lost.
TEST(ReadText, ReadsAroundLostBlocks) {
  std::string plan = "KẾ HOẠCH\n";
  while (plan.size() < 1500) plan += "Phòng Y tế chủ trì kiểm tra chợ.\n";
  const auto holed = [](std::string bytes, std::size_t at, std::size_t size) {
    return bytes.replace(at, size, size, '\0');
  };
  const struct {
    const char* name;
    std::string bytes;
    bool is_text;
  } cases[] = {
      {"UTF-8", holed(plan, 600, 512), true},
      {"at the end", plan + std::string(512, '\0'), true},
      {"UTF-16", holed(utf16(plan, false), 600, 512), true},
      {"UTF-16, between its bytes", holed(utf16(plan, true), 601, 512), true},
      {"too few zeros for a block", holed(plan, 600, 12), false},
      {"hardly any text", plan.substr(0, 500) + std::string(512, '\0'), false},
      {"zeros alone", std::string(4096, '\0'), false},
      {"binary data",
       std::string("\1\2\3\4\5\6\7\x08\x0E", 9) + std::string(64, '\0') +
           std::string(80, '\1'),
       false},
  };
  for (const auto& c : cases) {
    const auto read = kehoach::read(c.bytes, "a.txt");
    ASSERT_EQ(read.has_value(), c.is_text) << c.name;
    if (!read) {
      EXPECT_NE(read.error().message.find("binary"), std::string::npos);
      continue;
    }
    EXPECT_TRUE(starts_with(read->text, "KẾ HOẠCH\n")) << c.name;
    EXPECT_EQ(read->diagnostics.back().code, "utf8-repaired") << c.name;
  }
}

// A NUL far behind the beginning is damage in a text, not another format.
TEST(ReadText, RepairsLateNuls) {
  const std::string bytes = std::string(20000, 'a') + '\0' + "b";
  const auto read = kehoach::read(bytes, "a.txt");
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->text, std::string(20000, 'a') + "\uFFFD" + "b");
  EXPECT_EQ(read->diagnostics.at(0).code, "utf8-repaired");
}

}  // namespace
}  // namespace kehoach
