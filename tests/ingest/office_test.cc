// Documents that only an office program reads: which they are, what becomes of
// them, and what becomes of a program that misbehaves.
#include "ingest/office.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "ingest/archive_builder.h"
#include "store/temp_dir.h"
#include "text/text.h"

namespace kehoach {
namespace {

namespace fs = std::filesystem;
using std::chrono::seconds;

const std::string kRtf = "{\\rtf1 K}";
const std::string kCompound("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
const std::string kStream("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0\0", 25);

std::string odt_of(const std::string& type) {
  return make_archive({{"mimetype", type}, {"content.xml", "<x/>"}},
                      {.options = "zip:compression=store"});
}

struct OfficeFormatCase {
  const char* name;
  std::string bytes;
  const char* ending;  // empty: not for LibreOffice
};

TEST(OfficeFormat, IsToldByTheBytes) {
  const OfficeFormatCase cases[] = {
      {"RTF", kRtf, ".rtf"},
      {"Word", kCompound + std::string(500, 'x') + kStream, ".doc"},
      {"ODT", odt_of("application/vnd.oasis.opendocument.text"), ".odt"},
      {"a workbook", kCompound + std::string(500, 'x'), ""},
      {"an ODS", odt_of("application/vnd.oasis.opendocument.spreadsheet"), ""},
      {"an archive", make_zip({{"a.odt", "mimetype"}}), ""},
      {"text", "KẾ HOẠCH", ""},
      {"cut", kRtf.substr(0, 3), ""},
      {"nothing", "", ""},
  };
  for (const OfficeFormatCase& c : cases) {
    const auto format = office_format(c.bytes);
    EXPECT_EQ(format ? format->ending : "", c.ending) << c.name;
  }
}

// Gives the text of an RTF, or fails.
class RtfConverter final : public OfficeConverter {
 public:
  Result<std::string> to_docx(std::string_view bytes) override {
    if (bytes.find("bad") != std::string_view::npos)
      return Failure(Error{Error::Kind::damaged, "cannot be read"});
    return "docx of " + std::string(bytes);
  }
};

TEST(WithOffice, KeepsTheDocumentAsTheSource) {
  RtfConverter converter;
  const PlanReader reader = with_office(
      [](const ToRead& document) -> Result<ReadPlan> {
        Plan plan;
        plan.text = document.kept.empty() ? document.bytes : document.kept;
        plan.source = {std::string(document.path), "sha", "media",
                       document.bytes.size(), 0};
        return ReadPlan(plan, document.converted ? "keep" : "");
      },
      converter);
  const auto read = reader({kRtf, "a.rtf", {}});
  ASSERT_TRUE(read);
  EXPECT_EQ(read->plan.text, "docx of " + kRtf);
  EXPECT_EQ(read->kept, "keep");
  EXPECT_EQ(read->plan.source.path, "a.rtf");
  EXPECT_EQ(read->plan.source.sha256, sha256_hex(kRtf));
  EXPECT_EQ(read->plan.source.bytes, kRtf.size());
  EXPECT_EQ(read->plan.source.media_type, "application/rtf");
  const auto other = reader({"text", "a.txt", {}});
  ASSERT_TRUE(other);
  EXPECT_EQ(other->plan.text, "text");
  EXPECT_EQ(other->kept, "");
  EXPECT_EQ(other->plan.source.sha256, "sha");
  const auto bad = reader({"{\\rtf1 bad}", "b.rtf", {}});
  ASSERT_FALSE(bad);
  EXPECT_EQ(bad.error().message, "b.rtf: cannot be read");
  // It need not be converted once more.
  const auto again = reader({"{\\rtf1 bad}", "b.rtf", "kept"});
  ASSERT_TRUE(again);
  EXPECT_EQ(again->plan.text, "kept");
  EXPECT_EQ(again->plan.source.media_type, "application/rtf");
}

// A shell script in place of the helper, in a house where LibreOffice seems to
// be. Temporary folders are made in it too, so that one can see them go.
class OfficeTest : public testing::Test {
 protected:
  void SetUp() override {
    const char* before = std::getenv("TMPDIR");
    if (before != nullptr) before_ = before;
    for (const char* library : {"lib/libmergedlo.so", "lib/libswlo.so"})
      dir.write(library, "");
    fs::create_directory(dir / "tmp");
    setenv("TMPDIR", (dir / "tmp").c_str(), 1);
  }
  void TearDown() override {
    EXPECT_TRUE(fs::is_empty(dir / "tmp"));
    if (before_.empty()) {
      unsetenv("TMPDIR");
    } else {
      setenv("TMPDIR", before_.c_str(), 1);
    }
  }

  // `$log` is a file, `$from` and `$to` what is asked for.
  std::unique_ptr<OfficeConverter> converter(const std::string& begin,
                                             const std::string& each) {
    const std::string helper = dir.write(
        "helper", "#!/bin/sh\nlog=" + (dir / "log") +
                      "\nsay() { echo \"$1\" >&3; }\n" + begin +
                      "\nwhile read -r from to <&3; do\n" + each + "\ndone\n");
    chmod(helper.c_str(), 0755);
    return make_office_converter(
        {helper, dir / "lib", seconds(limit), seconds(limit)});
  }
  std::string log() {
    return read_file(dir / "log", kMaxFileBytes).value_or("");
  }
  static std::string said(const Result<std::string>& result) {
    return result ? *result : result.error().message;
  }

  TempDir dir;
  int limit = 20;

 private:
  std::string before_;
};

TEST_F(OfficeTest, StartsOnceForManyDocuments) {
  const auto office =
      converter("echo start >>$log; say ready", "cp $from $to; say done");
  for (const char* text : {"{\\rtf1 a}", "{\\rtf1 b}", "{\\rtf1 c}"})
    EXPECT_EQ(said(office->to_docx(text)), text);
  EXPECT_EQ(log(), "start\n");
}

// LibreOffice takes it for an empty one.
TEST_F(OfficeTest, IsNotAskedForADocumentThatIsCut) {
  const auto office =
      converter("echo start >>$log; say ready", "cp $from $to; say done");
  const std::string odt = odt_of("application/vnd.oasis.opendocument.text");
  const auto cut = office->to_docx(odt.substr(0, odt.size() - 40));
  ASSERT_FALSE(cut);
  EXPECT_EQ(cut.error().kind, Error::Kind::damaged);
  EXPECT_EQ(cut.error().message,
            "this is a text document (ODT) whose end is missing; get it again "
            "from where it came from");
  EXPECT_EQ(log(), "");
  EXPECT_EQ(said(office->to_docx(odt)), odt);
}

TEST_F(OfficeTest, DoesNotStartWithoutDocuments) {
  { const auto office = converter("echo start >>$log; say ready", ""); }
  EXPECT_EQ(log(), "");
}

TEST_F(OfficeTest, SaysWhatToInstall) {
  const auto office = make_office_converter({dir / "helper", dir / "nowhere"});
  const auto docx = office->to_docx(kRtf);
  ASSERT_FALSE(docx);
  EXPECT_EQ(docx.error().kind, Error::Kind::unsupported);
  EXPECT_EQ(docx.error().message,
            "this is a rich text file (RTF), which is read through "
            "LibreOffice; install libreoffice-writer-nogui");
}

TEST_F(OfficeTest, IsThereWithWriterOnly) {
  const OfficeOptions options{dir / "helper", dir / "lib"};
  EXPECT_TRUE(office_is_installed(options));
  fs::remove(dir / "lib/libswlo.so");  // a spreadsheet alone
  EXPECT_FALSE(office_is_installed(options));
  const auto docx = make_office_converter(options)->to_docx(kRtf);
  ASSERT_FALSE(docx);
  EXPECT_EQ(docx.error().kind, Error::Kind::unsupported);
}

TEST_F(OfficeTest, PassesOnWhyADocumentCannotBeRead) {
  const auto office = converter("say ready", "say 'no such filter'");
  const auto docx = office->to_docx(kRtf);
  ASSERT_FALSE(docx);
  EXPECT_EQ(docx.error().kind, Error::Kind::damaged);
  EXPECT_EQ(docx.error().message,
            "LibreOffice cannot read it (no such filter); open it there and "
            "save it as DOCX or PDF");
}

TEST_F(OfficeTest, TriesOnceMoreAfterACrash) {
  const auto office =
      converter("echo start >>$log; say ready",
                "[ $(wc -l <$log) = 2 ] || kill -9 $$; cp $from $to; say done");
  EXPECT_EQ(said(office->to_docx(kRtf)), kRtf);
  EXPECT_EQ(log(), "start\nstart\n");
}

TEST_F(OfficeTest, GivesUpADocumentThatKillsItTwice) {
  const auto office =
      converter("echo start >>$log; say ready",
                "grep -q bad $from && kill -9 $$; cp $from $to; say done");
  EXPECT_NE(said(office->to_docx("{\\rtf1 bad}")).find("crashed over it"),
            std::string::npos);
  EXPECT_EQ(log(), "start\nstart\n");
  EXPECT_EQ(said(office->to_docx(kRtf)), kRtf);
}

TEST_F(OfficeTest, KillsWhatTakesTooLongAndWhatThatStarted) {
  limit = 1;
  const auto office =
      converter("say ready", "sleep 1000 & echo $! >>$log; wait");
  EXPECT_NE(said(office->to_docx(kRtf)).find("longer than 1 seconds, twice"),
            std::string::npos);
  int pid = 0;
  std::istringstream pids(log());
  int count = 0;
  for (; pids >> pid; ++count) {
    // Gone, or dead and waiting for init to notice.
    const auto stat = read_file("/proc/" + std::to_string(pid) + "/stat", 4096);
    EXPECT_TRUE(!stat || stat->find(") Z ") != std::string::npos) << pid;
  }
  EXPECT_EQ(count, 2);
}

TEST_F(OfficeTest, WaitsOnlyOnceForAProgramThatDoesNotStart) {
  limit = 1;
  const auto office = converter("echo start >>$log; sleep 1000", "");
  for (int i = 0; i < 3; ++i) {
    const auto docx = office->to_docx(kRtf);
    ASSERT_FALSE(docx);
    EXPECT_EQ(docx.error().kind, Error::Kind::io);
    EXPECT_NE(docx.error().message.find("does not start"), std::string::npos);
  }
  EXPECT_EQ(log(), "start\n");
}

TEST_F(OfficeTest, IsNotFooledByItsHelper) {
  for (const char* each :
       {"say done", "say ''", "head -c 9999 /dev/zero >&3", "exit 0"}) {
    const auto office = converter("say ready", each);
    EXPECT_FALSE(office->to_docx(kRtf)) << each;
  }
  EXPECT_FALSE(
      make_office_converter({dir / "gone", dir / "lib"})->to_docx(kRtf));
}

}  // namespace
}  // namespace kehoach
