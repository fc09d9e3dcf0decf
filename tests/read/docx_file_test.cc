// Word documents as files: their parts, their kinds, their damages.
#include "read/docx_file.h"

#include <gtest/gtest.h>

#include "read/docx_builder.h"
#include "read/flow_lines.h"
#include "read/read.h"

namespace kehoach {
namespace {

using namespace std::string_view_literals;

constexpr auto kStrict = "http://purl.oclc.org/ooxml/wordprocessingml/main"sv;

std::string replaced(std::string text, std::string_view from,
                     std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

// The parts of `a`, with `change` of one of them.
DocxParts with(const std::string& name, const std::string& content) {
  DocxParts parts = docx_parts(para("a"));
  parts[name] = content;
  return parts;
}
DocxParts without(const std::string& name) {
  DocxParts parts = docx_parts(para("a"));
  parts.erase(name);
  return parts;
}
std::string main_part() { return docx_parts(para("a"))["word/document.xml"]; }
std::string types() { return docx_parts("")["[Content_Types].xml"]; }

// Forms that one document may have.
TEST(ReadDocx, TakesEveryFormOfTheFormat) {
  DocxParts moved = without("word/document.xml");
  moved["text/main.xml"] = main_part();
  moved["_rels/.rels"] =
      relationships_of({{"officeDocument", "/text/./x/../main.xml"}});
  DocxParts capitals = without("word/document.xml");
  capitals["Word/Document.XML"] = main_part();
  const struct {
    const char* name;
    DocxParts parts;
  } cases[] = {
      {"plain", docx_parts(para("a"))},
      {"strict",
       with("word/document.xml",
            word_root("document", "<w:body>" + para("a") + "</w:body>",
                      kStrict))},
      {"another prefix",
       with("word/document.xml",
            replaced(replaced(main_part(), "<w:", "<q:"), "</w:", "</q:")
                .replace(main_part().find("xmlns:w="), 8, "xmlns:q="))},
      {"no prefix", with("word/document.xml",
                         "<document xmlns=\"" + std::string(kWordSpace) +
                             "\"><body><p><r><t>a</t></r></p></body>"
                             "</document>")},
      {"elsewhere", moved},
      {"in other letters", capitals},
      {"without relationships", without("_rels/.rels")},
      {"template", with("[Content_Types].xml",
                        replaced(types(), "document.main", "template.main"))},
  };
  for (const auto& c : cases) {
    const auto source = read(zip_of(c.parts), "a.docx");
    ASSERT_TRUE(source) << c.name << ": " << source.error().message;
    EXPECT_EQ(source->text, "a\n") << c.name;
    EXPECT_TRUE(source->styled);
    EXPECT_EQ(source->pages, 0U);
    EXPECT_TRUE(starts_with(source->media_type, "application/vnd.openxml"));
  }
}

TEST(ReadDocx, TakesDocumentsThatAreOneXmlFile) {
  const std::string flat =
      "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?>"
      "<pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/"
      "xmlPackage\"><pkg:part pkg:name=\"/_rels/.rels\"><pkg:xmlData>" +
      relationships_of({{"officeDocument", "word/document.xml"}}) +
      "</pkg:xmlData></pkg:part><pkg:part pkg:name=\"/word/document.xml\">"
      "<pkg:xmlData><w:document xmlns:w=\"" +
      std::string(kWordSpace) + "\"><w:body>" + para("a") +
      "</w:body></w:document></pkg:xmlData></pkg:part></pkg:package>";
  const auto source = read(flat, "a.xml");
  ASSERT_TRUE(source) << source.error().message;
  EXPECT_EQ(source->text, "a\n");
}

TEST(ReadDocx, IgnoresMacrosAndSaysSo) {
  const auto source =
      read(zip_of(with("[Content_Types].xml",
                       replaced(types(),
                                "application/vnd.openxmlformats-officedocument."
                                "wordprocessingml.document.main+xml",
                                "application/vnd.ms-word.document.macroEnabled."
                                "main+xml"))),
           "a.docm");
  ASSERT_TRUE(source) << source.error().message;
  ASSERT_EQ(source->diagnostics.size(), 1U);
  EXPECT_EQ(source->diagnostics[0].code, "macros-ignored");
}

struct Refused {
  const char* name;
  std::string bytes;
  Error::Kind kind;
  const char* says;
};

// One bit of `[Content_Types].xml` is another.
std::string torn_types() {
  std::string whole = docx(para("a"));
  constexpr std::size_t kInside = 60;  // behind the name
  char& byte = whole[whole.find("[Content_Types].xml") + kInside];
  byte = static_cast<char>(byte ^ 4);
  return whole;
}

std::vector<Refused> refused() {
  using Kind = Error::Kind;
  const std::string whole = docx(para("a"));
  const auto typed = [](std::string_view type) {
    return zip_of(with("[Content_Types].xml",
                       replaced(types(), "wordprocessingml.document", type)));
  };
  std::string locked = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(512, 0);
  for (const char c : "EncryptedPackage"sv) locked.append({c, '\0'});
  return {
      {"truncated", whole.substr(0, whole.size() / 2), Kind::damaged,
       "list of files"},
      {"its list of contents torn", torn_types(), Kind::damaged,
       "its list of contents can't be unpacked whole; get the document again"},
      {"no text", zip_of(without("word/document.xml")), Kind::damaged,
       "word/document.xml"},
      {"broken XML",
       zip_of(with("word/document.xml",
                   main_part().substr(0, main_part().find("</w:t>")))),
       Kind::damaged, "broken at byte"},
      {"other XML", zip_of(with("word/document.xml", "<a/>")), Kind::damaged,
       "missing"},
      {"no letters", docx("<w:p/>"), Kind::no_text, "text recognition"},
      {"workbook", typed("spreadsheetml.sheet"), Kind::unsupported, "XLSX"},
      {"presentation", typed("presentationml.presentation"), Kind::unsupported,
       "PPTX"},
      {"archive", zip_of({{"x/[Content_Types].xml", "a"}}), Kind::unsupported,
       "archive (ZIP)"},
      {"locked", locked, Kind::encrypted, "password"},
  };
}

TEST(ReadDocx, SaysWhyItCanNotRead) {
  for (const Refused& c : refused()) {
    const auto source = read(c.bytes, "b/a.docx");
    ASSERT_FALSE(source) << c.name;
    EXPECT_EQ(source.error().kind, c.kind) << source.error().message;
    EXPECT_NE(source.error().message.find(c.says), std::string::npos)
        << source.error().message;
    EXPECT_TRUE(starts_with(source.error().message, "b/a.docx: "));
    EXPECT_EQ(source.error().message.find('\n'), std::string::npos);
  }
}

TEST(ReadDocx, ReadsWithoutAPartThatIsDamaged) {
  DocxParts parts = docx_parts(para("a"), {{"styles", ""}});
  parts["word/styles.xml"] = "<w:styles>";
  const auto source = read(zip_of(parts), "a.docx");
  ASSERT_TRUE(source) << source.error().message;
  EXPECT_EQ(source->text, "a\n");
  ASSERT_EQ(source->diagnostics.size(), 1U);
  EXPECT_EQ(source->diagnostics[0].code, "part-damaged");
}

// Entities that expand to gigabytes stay names.
TEST(ReadDocx, ExpandsNoEntities) {
  std::string bomb = "<?xml version=\"1.0\"?><!DOCTYPE z [<!ENTITY a \"ha\">";
  for (char c = 'b'; c <= 'z'; ++c) {
    bomb += std::string("<!ENTITY ") + c + " \"";
    for (int i = 0; i < 10; ++i) bomb += std::string("&") + char(c - 1) + ";";
    bomb += "\">";
  }
  bomb += "<!ENTITY file SYSTEM \"file:///etc/passwd\">]>";
  const std::string part =
      replaced(main_part(), "<w:t>a</w:t>", "<w:t>&z;&file;</w:t>");
  const auto source =
      read(zip_of(with("word/document.xml",
                       bomb + part.substr(part.find("?>") + 2))),
           "a.docx");
  ASSERT_TRUE(source) << source.error().message;
  EXPECT_EQ(source->text, "&z;&file;\n");
}

TEST(ReadDocx, RefusesBombs) {
  const std::string blanks(std::size_t{65} << 20U, ' ');
  const auto huge = read(zip_of(with("word/document.xml", blanks)), "a.docx");
  ASSERT_FALSE(huge);
  EXPECT_EQ(huge.error().kind, Error::Kind::damaged);
  EXPECT_NE(huge.error().message.find("unpacks to"), std::string::npos);

  std::string elements;
  for (int i = 0; i < 5000000; ++i) elements += "<a/>";
  const auto many = read(zip_of(with("word/document.xml", elements)), "a.docx");
  ASSERT_FALSE(many);
  EXPECT_EQ(many.error().kind, Error::Kind::damaged);
}

TEST(ReadDocx, EndsInDeepNests) {
  constexpr int kDepth = 30000;
  const auto nest = [](std::string_view begin, std::string_view end) {
    std::string out;
    for (int i = 0; i < kDepth; ++i) out += begin;
    out += para("x");
    for (int i = 0; i < kDepth; ++i) out += end;
    return para("a") + out + para("b");
  };
  for (const auto& [begin, end] :
       std::vector<std::pair<std::string_view, std::string_view>>{
           {"<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"},
           {"<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"},
           {"<w:p><w:r><w:pict><w:txbxContent>",
            "</w:txbxContent></w:pict></w:r></w:p>"},
           {"<w:p><w:hyperlink>", "</w:hyperlink></w:p>"},
           {"<w:p><w:r><mc:AlternateContent><mc:Fallback>",
            "</mc:Fallback></mc:AlternateContent></w:r></w:p>"}}) {
    const auto source = read(docx(nest(begin, end)), "a.docx");
    ASSERT_TRUE(source) << begin << source.error().message;
    EXPECT_TRUE(starts_with(source->text, "a\n")) << begin;
    EXPECT_TRUE(ends_with(source->text, "b\n")) << begin;
  }
}

// Notes stand behind the text, in the order of their marks.
TEST(ReadDocx, PutsNotesBehindTheText) {
  const auto note = [](std::string_view kind, int id, std::string_view text) {
    return "<w:" + std::string(kind) + " w:id=\"" + std::to_string(id) +
           "\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>" + std::string(text) +
           "</w:t></w:r></w:p></w:" + std::string(kind) + ">";
  };
  const auto mark = [](std::string_view kind, int id) {
    return "<w:r><w:" + std::string(kind) + "Reference w:id=\"" +
           std::to_string(id) + "\"/></w:r>";
  };
  const std::string body = "<w:p><w:r><w:t>hiệu quả</w:t></w:r>" +
                           mark("footnote", 7) + mark("endnote", 1) +
                           "<w:r><w:t>; b</w:t></w:r>" + mark("footnote", 3) +
                           mark("footnote", 99) + "</w:p>";
  const auto source =
      read(docx(body, {{"footnotes", note("footnote", 0, "unused") +
                                         note("footnote", 3, "ba") +
                                         note("footnote", 7, "bảy")},
                       {"endnotes", note("endnote", 1, "cuối")}}),
           "a.docx");
  ASSERT_TRUE(source) << source.error().message;
  EXPECT_EQ(lines_of(*source), (Lines{"hiệu quả[1][i]; b[2][3]", "[1] bảy",
                                      "[2] ba", "[i] cuối"}));
}

// A running head is no text; the letterhead is, wherever it stands.
TEST(ReadDocx, ReadsTheLetterheadInTheHeader) {
  const std::string section =
      "<w:sectPr><w:headerReference w:type=\"first\" r:id=\"header\"/>"
      "<w:titlePg/></w:sectPr>";
  const struct {
    const char* name;
    std::string header;
    std::string section;
    Lines expected;
  } cases[] = {
      {"letterhead",
       para("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
       section,
       {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "a"}},
      {"running head", para("Kế hoạch số 5"), section, {"a"}},
      {"of other pages",
       para("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
       replaced(section, "<w:titlePg/>", ""),
       {"a"}},
  };
  for (const auto& c : cases) {
    const auto source =
        read(docx(para("a") + c.section, {{"header", c.header}}), "a.docx");
    ASSERT_TRUE(source) << c.name;
    EXPECT_EQ(lines_of(*source), c.expected) << c.name;
  }
}

TEST(ReadDocx, FetchesNothing) {
  const auto source =
      read(docx(para("a") + "<w:altChunk r:id=\"x\"/><w:subDoc r:id=\"y\"/>"),
           "a.docx");
  ASSERT_TRUE(source);
  EXPECT_EQ(source->text, "a\n");
  ASSERT_EQ(source->diagnostics.size(), 1U);
  EXPECT_EQ(source->diagnostics[0].code, "part-not-read");
}

struct Look {
  const char* name;
  std::string paragraph;
  bool bold;
};

// Bold by itself, by its styles, by the defaults; two styles cancel out.
TEST(ReadDocx, KnowsBoldLines) {
  const std::string styles =
      "<w:docDefaults><w:rPrDefault><w:rPr/></w:rPrDefault></w:docDefaults>"
      "<w:style w:type=\"paragraph\" w:styleId=\"B\"><w:rPr><w:b/></w:rPr>"
      "</w:style><w:style w:type=\"paragraph\" w:styleId=\"C\"><w:basedOn "
      "w:val=\"B\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"N\">"
      "<w:basedOn w:val=\"B\"/><w:rPr><w:b w:val=\"0\"/></w:rPr></w:style>"
      "<w:style w:type=\"character\" w:styleId=\"S\"><w:rPr><w:b/></w:rPr>"
      "</w:style><w:style w:type=\"paragraph\" w:styleId=\"T\"><w:name "
      "w:val=\"toc 1\"/></w:style>";
  const auto styled = [](std::string_view id) {
    return "<w:pStyle w:val=\"" + std::string(id) + "\"/>";
  };
  const auto run = [](std::string_view props) {
    return "<w:r><w:rPr>" + std::string(props) + "</w:rPr><w:t>a</w:t></w:r>";
  };
  const std::string emphasis = "<w:rStyle w:val=\"S\"/>";
  const Look looks[] = {
      {"plain", para("a"), false},
      {"of itself", "<w:p>" + run("<w:b/>") + "</w:p>", true},
      {"by its style", para("a", styled("B")), true},
      {"by the style below", para("a", styled("C")), true},
      {"taken back by a style", para("a", styled("N")), false},
      {"by a style of letters", "<w:p>" + run(emphasis) + "</w:p>", true},
      {"by two that cancel out",
       "<w:p><w:pPr>" + styled("B") + "</w:pPr>" + run(emphasis) + "</w:p>",
       false},
      {"taken back by itself",
       "<w:p><w:pPr>" + styled("B") + "</w:pPr>" + run("<w:b w:val=\"off\"/>") +
           "</w:p>",
       false},
      {"with a plain word", "<w:p>" + run("<w:b/>") + run("") + "</w:p>",
       false},
      {"by an unknown style", para("a", styled("X")), false},
  };
  for (const Look& look : looks) {
    const auto source =
        read(docx(look.paragraph + para("contents", styled("T")),
                  {{"styles", styles}}),
             "a.docx");
    ASSERT_TRUE(source) << look.name;
    ASSERT_EQ(source->lines.size(), 1U) << look.name;
    EXPECT_EQ(source->lines[0].bold, look.bold) << look.name;
  }
}

}  // namespace
}  // namespace kehoach
