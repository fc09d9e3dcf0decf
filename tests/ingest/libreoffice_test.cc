// LibreOffice itself, on documents that mean well and on others. Skipped where
// it is not installed.
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <filesystem>

#include "ingest/archive_builder.h"
#include "ingest/ingest.h"
#include "store/temp_dir.h"
#include "text/has.h"

namespace kehoach {
namespace {

namespace fs = std::filesystem;

class LibreOfficeTest : public testing::Test {
 protected:
  void SetUp() override {
    if (!office_is_installed(options))
      GTEST_SKIP() << "no LibreOffice: install libreoffice-writer-nogui";
    office = make_office_converter(options);
  }

  // The text of the document that `bytes` become, with its markup.
  std::string converted(const std::string& bytes) {
    const auto docx = office->to_docx(bytes);
    return docx ? member_of(*docx, "word/document.xml") : docx.error().message;
  }

  const OfficeOptions options{KEHOACH_OFFICE_HELPER};
  std::unique_ptr<OfficeConverter> office;
  TempDir dir;
};

std::string odt(const std::string& body, const std::vector<Entry>& more = {}) {
  const std::string head =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content "
      "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
      "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
      "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "
      "xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" "
      "xmlns:script=\"urn:oasis:names:tc:opendocument:xmlns:script:1.0\" "
      "xmlns:dom=\"http://www.w3.org/2001/xml-events\" "
      "xmlns:xlink=\"http://www.w3.org/1999/xlink\" office:version=\"1.2\">";
  std::string manifest =
      "<manifest:manifest xmlns:manifest="
      "\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">"
      "<manifest:file-entry manifest:full-path=\"/\" manifest:media-type="
      "\"application/vnd.oasis.opendocument.text\"/>"
      "<manifest:file-entry manifest:full-path=\"content.xml\" "
      "manifest:media-type=\"text/xml\"/>";
  std::vector<Entry> entries = {
      {"mimetype", "application/vnd.oasis.opendocument.text"},
      {"content.xml", head + body + "</office:document-content>"}};
  for (const Entry& entry : more) {
    manifest += "<manifest:file-entry manifest:full-path=\"" + entry.name +
                "\" manifest:media-type=\"text/xml\"/>";
    entries.push_back(entry);
  }
  entries.push_back(
      {"META-INF/manifest.xml", manifest + "</manifest:manifest>"});
  return make_archive(entries, {.options = "zip:compression=store"});
}

TEST_F(LibreOfficeTest, KeepsTextFontsAndTables) {
  const std::string xml = converted(
      "{\\rtf1\\ansi{\\fonttbl{\\f0 .VnTimeH;}{\\f1 Times New Roman;}}"
      "{\\f0 K\\'d5 ho\\'b9ch\\par}"
      "\\trowd\\cellx2000\\cellx4000\\intbl{\\f1 tr\\u432?\\u7899?c}\\cell "
      "sau\\cell\\row}");
  EXPECT_TRUE(has(xml, "w:ascii=\".VnTimeH\"")) << xml;
  EXPECT_TRUE(has(xml, ">trước<")) << xml;
  EXPECT_TRUE(has(xml, "<w:tc>")) << xml;
  EXPECT_TRUE(
      has(converted(odt("<office:body><office:text><text:p>Kế hoạch</text:p>"
                        "</office:text></office:body>")),
          ">Kế hoạch<"));
}

TEST_F(LibreOfficeTest, RefusesWhatItCannotRead) {
  std::string broken("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
  broken += std::string("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0\0", 25);
  EXPECT_TRUE(has(converted(broken), "LibreOffice cannot read it"))
      << converted(broken);
  EXPECT_TRUE(has(converted(odt("<office:body>")), "LibreOffice cannot read"));
  EXPECT_TRUE(has(converted("{\\rtf1 after that}"), "after that"));
}

// A macro that is bound to the opening of its document.
TEST_F(LibreOfficeTest, RunsNoMacros) {
  const std::string witness = dir / "witness";
  const std::string source =
      "<?xml version=\"1.0\"?><script:module xmlns:script="
      "\"http://openoffice.org/2000/script\" script:name=\"M\" "
      "script:language=\"StarBasic\">Sub Main\nOpen &quot;" +
      witness +
      "&quot; For Output As #1\nPrint #1, 1\nClose #1\nEnd Sub"
      "</script:module>";
  const std::string library =
      "<?xml version=\"1.0\"?><library:library xmlns:library="
      "\"http://openoffice.org/2000/library\" library:name=\"Standard\" "
      "library:readonly=\"false\" library:passwordprotected=\"false\">"
      "<library:element library:name=\"M\"/></library:library>";
  const std::string libraries =
      "<?xml version=\"1.0\"?><library:libraries xmlns:library="
      "\"http://openoffice.org/2000/library\" xmlns:xlink="
      "\"http://www.w3.org/1999/xlink\"><library:library library:name="
      "\"Standard\" library:link=\"false\"/></library:libraries>";
  const std::string document =
      odt("<office:scripts><office:event-listeners><script:event-listener "
          "script:language=\"ooo:script\" script:event-name=\"dom:load\" "
          "xlink:href=\"vnd.sun.star.script:Standard.M.Main?language=Basic&amp;"
          "location=document\" xlink:type=\"simple\"/></office:event-listeners>"
          "</office:scripts><office:body><office:text><text:p>x1y2</text:p>"
          "</office:text></office:body>",
          {{"Basic/script-lc.xml", libraries},
           {"Basic/Standard/script-lb.xml", library},
           {"Basic/Standard/M.xml", source}});
  EXPECT_TRUE(has(converted(document), "x1y2"));
  EXPECT_FALSE(fs::exists(witness));
}

// A server that waits to be asked.
class Server {
 public:
  Server() : socket_(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const any = reinterpret_cast<sockaddr*>(&address);
    need(bind(socket_, any, size) == 0 && listen(socket_, 8) == 0 &&
         getsockname(socket_, any, &size) == 0);
    port_ = ntohs(address.sin_port);
  }
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  ~Server() { close(socket_); }

  [[nodiscard]] std::string url() const {
    return "http://127.0.0.1:" + std::to_string(port_) + "/x.png";
  }
  [[nodiscard]] bool was_asked() const {
    return accept(socket_, nullptr, nullptr) >= 0;
  }

 private:
  int socket_;
  int port_ = 0;
};

TEST_F(LibreOfficeTest, FollowsNoLinks) {
  const Server server;
  const std::string secret = dir.write("secret.txt", "s3cr3t");
  const std::string documents[] = {
      "{\\rtf1 x1y2{\\field{\\*\\fldinst INCLUDEPICTURE \"" + server.url() +
          "\" \\\\d}{\\fldrslt }}}",
      "{\\rtf1 x1y2{\\field{\\*\\fldinst INCLUDETEXT \"" + secret +
          "\"}{\\fldrslt old}}}",
      odt("<office:body><office:text><text:p>x1y2</text:p><text:section "
          "text:name=\"s\"><text:section-source xlink:href=\"file://" +
          secret + "\"/></text:section></office:text></office:body>"),
      odt("<office:body><office:text><text:p>x1y2<draw:frame "
          "svg:width=\"2cm\" svg:height=\"2cm\" "
          "text:anchor-type=\"as-char\"><draw:image xlink:href=\"" +
          server.url() +
          "\" xlink:type=\"simple\" xlink:show=\"embed\" "
          "xlink:actuate=\"onLoad\"/></draw:frame></text:p></office:text>"
          "</office:body>"),
      odt("<office:body><office:text><text:p>x1y2</text:p><text:section "
          "text:name=\"s\"><text:section-source xlink:href=\"" +
          server.url() + "\"/></text:section></office:text></office:body>"),
  };
  for (const std::string& document : documents) {
    const std::string xml = converted(document);
    EXPECT_TRUE(has(xml, "x1y2")) << xml;
    EXPECT_FALSE(has(xml, "s3cr3t")) << document;
    EXPECT_FALSE(server.was_asked()) << document;
  }
}

}  // namespace
}  // namespace kehoach
