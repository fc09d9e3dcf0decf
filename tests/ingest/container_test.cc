#include "ingest/container.h"

#include <gtest/gtest.h>

#include "ingest/archive_builder.h"
#include "ingest/visited.h"
#include "text/text.h"

namespace kehoach {
namespace {

const std::vector<Entry> kTwo = {{"a.txt", "one"}, {"d/b.md", "two"}};

struct FormatCase {
  const char* name;
  std::string bytes;
};

TEST(Containers, OfEveryFormatAreRead) {
  const FormatCase cases[] = {
      {"zip", make_zip(kTwo)},
      {"stored zip", make_archive(kTwo, {.options = "zip:compression=store"})},
      {"zip64", make_archive(kTwo, {.options = "zip:zip64"})},
      {"7z", make_archive(kTwo, {ARCHIVE_FORMAT_7ZIP})},
      {"ustar", make_archive(kTwo, {ARCHIVE_FORMAT_TAR_USTAR})},
      {"pax", make_archive(kTwo, {ARCHIVE_FORMAT_TAR_PAX_INTERCHANGE})},
      {"gnutar", make_archive(kTwo, {ARCHIVE_FORMAT_TAR_GNUTAR})},
      {"tar.gz",
       make_archive(kTwo, {ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_GZIP})},
      {"tar.bz2",
       make_archive(kTwo, {ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_BZIP2})},
      {"tar.xz",
       make_archive(kTwo, {ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_XZ})},
      {"tar.zst",
       make_archive(kTwo, {ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_ZSTD})},
  };
  for (const FormatCase& c : cases) {
    EXPECT_TRUE(is_container(c.bytes)) << c.name;
    EXPECT_EQ(visited(c.bytes, "x"), "x!a.txt = one\nx!d/b.md = two\n")
        << c.name;
  }
  EXPECT_EQ(visited(make_rar({"a.txt", "one"}), "x.rar"),
            "x.rar!a.txt = one\n");
}

TEST(Containers, OfOneCompressedFileNameIt) {
  for (const int filter : {ARCHIVE_FILTER_GZIP, ARCHIVE_FILTER_BZIP2,
                           ARCHIVE_FILTER_XZ, ARCHIVE_FILTER_ZSTD}) {
    EXPECT_EQ(visited(compress("one", filter), "d/plan.txt"),
              "d/plan.txt!plan.txt = one\n");
  }
  EXPECT_EQ(visited(compress("one", ARCHIVE_FILTER_GZIP), "d/plan.txt.gz"),
            "d/plan.txt.gz!plan.txt = one\n");
  // Files behind each other, and what tapes are filled up with.
  const std::string one = compress("one", ARCHIVE_FILTER_GZIP);
  EXPECT_EQ(visited(one + compress(" two", ARCHIVE_FILTER_GZIP) +
                        std::string(512, '\0'),
                    "a.gz"),
            "a.gz!a = one two\n");
}

TEST(Containers, OfOneCompressedFileLeaveItWhole) {
  const std::string document = make_zip({{"[Content_Types].xml", "<x/>"}});
  const std::string gzip = compress("one", ARCHIVE_FILTER_GZIP);
  for (const int filter : {ARCHIVE_FILTER_GZIP, ARCHIVE_FILTER_XZ}) {
    EXPECT_EQ(visited(compress(document, filter), "a.docx.gz"),
              "a.docx.gz!a.docx = " + document + "\n");
    EXPECT_EQ(visited(compress(make_zip(kTwo), filter), "a.zip.gz"),
              "a.zip.gz!a.zip!a.txt = one\na.zip.gz!a.zip!d/b.md = two\n");
    EXPECT_EQ(visited(compress(gzip, filter), "a.gz.gz"),
              "a.gz.gz!a.gz!a = one\n");
  }
}

// By their bytes, whatever they are called.
TEST(Containers, AreNotDocuments) {
  const std::string cases[] = {
      "plain text",
      "",
      "PK",
      "BZ2 is short for bzip2, and this is text",
      "%PDF-1.4",
      make_zip({{"[Content_Types].xml", "<x/>"}, {"word/document.xml", ""}}),
      make_zip({{"word/document.xml", ""}, {"[Content_Types].xml", "<x/>"}}),
      make_zip({{"mimetype", "application/vnd.oasis.opendocument.text"}}),
      // Its directory is lost.
      make_zip({{"[Content_Types].xml", std::string(999, 'x')}}).substr(0, 80),
  };
  for (const std::string& bytes : cases) {
    EXPECT_FALSE(is_container(bytes)) << bytes.substr(0, 40);
    EXPECT_EQ(visited(bytes, "a"), "a = " + bytes + "\n");
  }
  // A folder of that name does not make a document.
  EXPECT_EQ(visited(make_zip({{"word/a.txt", "1"}}), "a.zip"),
            "a.zip!word/a.txt = 1\n");
  const std::string document = make_zip({{"[Content_Types].xml", "<x/>"}});
  EXPECT_EQ(visited(make_zip({{"b.docx", document}}), "a.zip"),
            "a.zip!b.docx = " + document + "\n");
}

TEST(Containers, StandInEachOther) {
  const std::string inner = make_zip({{"c.txt", "deep"}});
  const std::string middle =
      make_archive({{"b.zip", inner}, {"b.txt", "mid"}},
                   {ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_GZIP});
  EXPECT_EQ(visited(make_zip({{"m.tgz", middle}, {"a.txt", "top"}}), "o.zip"),
            "o.zip!m.tgz!b.zip!c.txt = deep\n"
            "o.zip!m.tgz!b.txt = mid\n"
            "o.zip!a.txt = top\n");
}

struct NameCase {
  const char* name;
  const char* line;  // what is visited
};

TEST(Names, AreReadableAndStayInside) {
  const NameCase cases[] = {
      {"./d//./a.txt", "x!d/a.txt = 1\n"},
      {"kế hoạch.txt", "x!kế hoạch.txt = 1\n"},
      {"a!b.txt", "x!a!b.txt = 1\n"},
      {"a..b/c.txt", "x!a..b/c.txt = 1\n"},
      {"../a.txt",
       "x!../a.txt: the name leads out of the container; mend the name or "
       "leave the file out\n"},
      {"d/../../a.txt",
       "x!d/../../a.txt: the name leads out of the container; mend the name or "
       "leave the file out\n"},
      {"/etc/passwd",
       "x!/etc/passwd: the name leads out of the container; mend the name or "
       "leave the file out\n"},
      {"../.hidden",
       "x!../.hidden: the name leads out of the container; mend the name or "
       "leave the file out\n"},
      // As in folders.
      {".hidden", ""},
      {"__MACOSX/._a.txt", ""},
      {".git/config", ""},
  };
  for (const NameCase& c : cases) {
    const auto shape = ArchiveShape{ARCHIVE_FORMAT_TAR_GNUTAR};
    EXPECT_EQ(visited(make_archive({{c.name, "1"}}, shape), "x"), c.line);
    EXPECT_EQ(visited(make_archive({{c.name, "1"}}), "x"), c.line);
  }
  for (const char* name : {"..\\a.txt", "C:\\a.txt"}) {
    const std::string tar =
        make_archive({{name, "1"}}, {ARCHIVE_FORMAT_TAR_GNUTAR});
    EXPECT_NE(visited(tar, "x").find("leads out"), std::string::npos) << name;
  }
}

TEST(Names, OfOldZipsAreGuessed) {
  const std::string zip = make_zip({{"NAME.txt", "1"}});
  // Windows-1258, as Vietnamese Windows writes it: the tone stands alone.
  EXPECT_EQ(visited(replace_all(zip, "NAME",
                                "T\xEA\xF2"
                                "n"),
                    "x"),
            "x!Tện.txt = 1\n");
  EXPECT_EQ(visited(replace_all(zip, "NAME", "\xFFx\xD2\x81"), "x").find("x!"),
            0U);
  // Said to be UTF-8, and is not.
  const std::string flagged =
      replace_all(replace_all(zip, std::string("PK\1\2", 4), "PK\1\2"), "NAME",
                  "\xFF\xFE\xFD\xFC");
  EXPECT_NE(visited(flagged, "x").find(" = 1\n"), std::string::npos);
}

TEST(Names, AreGivenOnce) {
  EXPECT_EQ(visited(make_archive({{"a.txt", "1"},
                                  {"./a.txt", "2"},
                                  {"a (2).txt", "3"},
                                  {"a.txt", "4"},
                                  {"d.x/a", "5"},
                                  {"d.x/a", "6"}},
                                 {ARCHIVE_FORMAT_TAR_USTAR}),
                    "x"),
            "x!a.txt = 1\nx!a (2).txt = 2\nx!a (2) (2).txt = 3\n"
            "x!a (3).txt = 4\nx!d.x/a = 5\nx!d.x/a (2) = 6\n");
}

TEST(Members, ThatAreNoFilesAreSaid) {
  const std::string tar = make_archive({{"d/", "", AE_IFDIR},
                                        {"l", "", AE_IFLNK, "/etc/passwd"},
                                        {"p", "", AE_IFIFO}},
                                       {ARCHIVE_FORMAT_TAR_USTAR});
  EXPECT_EQ(visited(tar, "x"),
            "x!l: neither a file nor a folder\n"
            "x!p: neither a file nor a folder\n");
}

TEST(Members, ThatAreEncryptedAreSaid) {
  const std::string zip =
      make_archive({{"a.txt", "secret"}, {"b.txt", "secret"}},
                   {.options = "zip:encryption=aes256", .password = "p"});
  EXPECT_EQ(visited(zip, "x.zip"),
            "x.zip!a.txt: is encrypted; unpack it with its password\n"
            "x.zip!b.txt: is encrypted; unpack it with its password\n");
}

TEST(Members, ThatAreDamagedDoNotHideOthers) {
  const std::string zip = make_archive({{"a.txt", "one"}, {"b.txt", "two"}},
                                       {.options = "zip:compression=store"});
  const std::string lines = visited(replace_all(zip, "one", "0ne"), "x.zip");
  EXPECT_EQ(lines.find("x.zip!a.txt: is damaged ("), 0U) << lines;
  EXPECT_NE(lines.find("x.zip!b.txt = two\n"), std::string::npos) << lines;
}

TEST(Damage, IsSaidAfterWhatCouldBeRead) {
  std::string noise;
  for (std::uint32_t i = 0; i < 300000; ++i)
    noise += static_cast<char>(i * i * 2654435761U >> 24);
  const std::vector<Entry> entries = {{"a.txt", "one"}, {"b.bin", noise}};
  for (const ArchiveShape& shape :
       {ArchiveShape{}, ArchiveShape{ARCHIVE_FORMAT_TAR_USTAR},
        ArchiveShape{ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_GZIP}}) {
    const std::string whole = make_archive(entries, shape);
    const std::string lines = visited(whole.substr(0, whole.size() / 2), "x");
    EXPECT_EQ(lines.find("x!a.txt = one\n"), 0U) << lines;
    EXPECT_NE(lines.find("x!b.bin: is damaged ("), std::string::npos) << lines;
    EXPECT_NE(lines.find("\nx: is damaged ("), std::string::npos) << lines;
  }
  for (const char* bytes :
       {"7z\xBC\xAF\x27\x1C nothing", "Rar!\x1A\x07 nothing", "\x1F\x8B",
        "\x28\xB5\x2F\xFD nothing"}) {
    const std::string lines = visited(bytes, "x");
    EXPECT_EQ(lines.find("x: is damaged ("), 0U) << lines;
  }
}

// A gzip that is read to its end has a check sum.
TEST(Damage, OfAnyBitOfAGzipIsSaid) {
  std::string plan;
  for (int i = 1; i < 40; ++i)
    plan += std::to_string(i * 7919 % 1000) + "/KH-UBND, " + std::to_string(i);
  for (const std::string& whole :
       {compress(plan, ARCHIVE_FILTER_GZIP),
        make_archive({{"x", plan}},
                     {ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_GZIP}),
        compress("one", ARCHIVE_FILTER_GZIP) +
            compress(plan, ARCHIVE_FILTER_GZIP)}) {
    const std::string lines = visited(whole, "x");
    int refused = 0;
    // Behind the two bytes that tell what it is.
    for (std::size_t bit = 16; bit < whole.size() * 8; ++bit) {
      std::string flipped = whole;
      flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << bit % 8));
      const std::string seen = visited(flipped, "x");
      if (seen == lines) continue;
      ++refused;
      EXPECT_NE(("\n" + seen).find("\nx: is damaged ("), std::string::npos)
          << bit << ": " << seen;
    }
    // The others are time and flags in the ten bytes of a head.
    EXPECT_GT(refused, static_cast<int>(whole.size() * 8) - 2 * 80);
  }
  const std::string tar = make_archive(
      {{"x", plan}}, {ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_GZIP});
  EXPECT_EQ(visited(tar.substr(0, tar.size() - 1), "x"),
            visited(tar, "x") +
                "x: is damaged (gzip: it is cut); get it again "
                "from where it came from\n");
  const std::string gzip = compress("one", ARCHIVE_FILTER_GZIP);
  EXPECT_EQ(visited(make_zip({{"a.gz", gzip.substr(0, gzip.size() - 1) + "x"},
                              {"b.txt", "two"}}),
                    "x"),
            "x!a.gz: is damaged (gzip: incorrect length check); get it again "
            "from where it came from\nx!b.txt = two\n");
}

// libarchive would look for another one behind it.
TEST(Damage, OfAHeaderEndsTheWalk) {
  std::string tar = make_archive(kTwo, {ARCHIVE_FORMAT_TAR_USTAR});
  tar[1024] = 'D';
  EXPECT_EQ(visited(tar, "x"),
            "x!a.txt = one\nx: is damaged (Damaged tar archive); get it again "
            "from where it came from\n");
}

// ---- limits

struct LimitCase {
  const char* name;
  std::string bytes;
  ContainerLimits limits;
  std::string lines;
};

std::string nested(std::size_t depth) {
  std::string bytes = "core";
  for (std::size_t i = 0; i < depth; ++i) bytes = make_zip({{"x", bytes}});
  return bytes;
}

TEST(Limits, EndTheWalkAndSaySo) {
  const std::string large(3 << 20, 'x');
  const LimitCase cases[] = {
      {"as deep as may be", nested(2), {.depth = 2}, "f!x!x = core\n"},
      {"too deep",
       nested(3),
       {.depth = 2},
       "f!x!x: is nested more than 2 deep; unpack what it is in\n"},
      {"as many as may be",
       make_zip({{"a", "1"}, {"b", "2"}}),
       {.members = 2},
       "f!a = 1\nf!b = 2\n"},
      {"too many",
       make_zip({{"a", "1"}, {"b", "2"}, {"c", "3"}}),
       {.members = 2},
       "f!a = 1\nf!b = 2\n"
       "f: holds more than the limit of 2 files; unpack it\n"},
      {"one too large, the others not",
       make_zip({{"a", large}, {"b", "2"}}),
       {.member_bytes = 1 << 20},
       "f!a: is larger than the limit of 1 MB; unpack and split it\n"
       "f!b = 2\n"},
      {"too large together",
       make_archive({{"a", large}, {"b", "2"}}, {ARCHIVE_FORMAT_TAR_USTAR}),
       {.total_bytes = 2 << 20},
       "f!a: unpacks to more than the limit of 2 MB; unpack and split it\n"
       "f: unpacks to more than the limit of 2 MB; unpack and split it\n"},
      // Its check sum would be behind the limit.
      {"too large together, in a gzip",
       make_archive({{"a", "1"}, {"b", large}},
                    {ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_GZIP}),
       {.total_bytes = 2 << 20},
       "f: unpacks to more than the limit of 2 MB; unpack and split it\n"},
      // The containers around it are not read on either.
      {"too large together, deep inside",
       make_zip({{"z", make_zip({{"a", large}})}, {"b", "2"}}),
       {.total_bytes = 2 << 20},
       "f!z!a: unpacks to more than the limit of 2 MB; unpack and split it\n"
       "f!z: unpacks to more than the limit of 2 MB; unpack and split it\n"
       "f: unpacks to more than the limit of 2 MB; unpack and split it\n"},
  };
  for (const LimitCase& c : cases)
    EXPECT_EQ(visited(c.bytes, "f", c.limits), c.lines) << c.name;
}

TEST(Limits, HoldBombsOff) {
  const std::string dull(std::size_t{64} << 20, 'x');
  for (const std::string& bomb :
       {make_zip({{"a", dull}}), compress(dull, ARCHIVE_FILTER_GZIP),
        // What is passed over costs as much.
        make_archive({{".hidden", dull}},
                     {ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_GZIP}),
        make_archive({{"../a", dull}},
                     {ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_ZSTD})}) {
    const std::string lines = visited(bomb, "f");
    EXPECT_NE(lines.find("f: unpacks to more than 250 times its size"),
              std::string::npos)
        << lines.substr(0, 200);
  }
}

TEST(Walk, EndsWhenTheVisitorHasEnough) {
  int seen = 0;
  visit_documents(make_zip({{"z.zip", make_zip(kTwo)}, {"c", "3"}}), "x",
                  ContainerLimits(),
                  [&](const std::string&, const Result<std::string_view>&) {
                    ++seen;
                    return false;
                  });
  EXPECT_EQ(seen, 1);
}

}  // namespace
}  // namespace kehoach
