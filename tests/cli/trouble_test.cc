// Imports that are interrupted, refused, or run out of disk.
#include <gtest/gtest.h>
#include <sys/mount.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <thread>

#include "cli/program.h"
#include "cli/sample_text.h"
#include "ingest/sandbox.h"
#include "text/has.h"

namespace kehoach {
namespace {

// The number that stands behind `label` in `kehoach status`.
int counted(const std::string& db, const std::string& label) {
  const Ran ran = run({"status", "-d", db});
  EXPECT_EQ(ran.status, 0) << ran.err;
  const std::size_t at = ran.out.find("  " + label);
  return at == std::string::npos
             ? -1
             : std::atoi(ran.out.c_str() + at + label.size() + 2);
}

void write_plans(const TempDir& dir, int count) {
  for (int i = 0; i < count; ++i) {
    const std::string number = std::to_string(i);
    dir.write("in/" + number + ".txt", sample_text(number));
  }
}

std::size_t times(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos;
       ++at)
    ++found;
  return found;
}

// What a copy of the program says that was taken without its modules.
std::string said_alone(const TempDir& dir, const std::string& arguments) {
  const std::string copy = dir / "kehoach";
  std::filesystem::copy_file(KEHOACH_BINARY, copy,
                             std::filesystem::copy_options::skip_existing);
  std::string said;
  FILE* const output = popen((copy + " " + arguments + " 2>&1").c_str(), "r");
  for (int c = 0; output != nullptr && (c = fgetc(output)) != EOF;)
    said += static_cast<char>(c);
  if (output != nullptr) pclose(output);
  return said;
}

TEST(Modules, AreNamedWhereTheyAreMissing) {
  const TempDir dir;
  const std::string corpus = KEHOACH_SOURCE_DIR "/corpus/";
  const std::string pdf = corpus + "10-ke-hoach-18-thi-tran-rach-gam.pdf";
  EXPECT_TRUE(has(said_alone(dir, "extract " + pdf), "kehoach-pages.so"));
  const std::string formats = said_alone(dir, "formats");
  EXPECT_TRUE(has(formats, "no   PDF: with a text layer")) << formats;
  for (const char* format : {"DOCX", "archives", "mails"})
    EXPECT_TRUE(has(formats, std::string("no   ") + format)) << formats;
  EXPECT_TRUE(has(formats, "yes  text")) << formats;
  EXPECT_TRUE(has(
      said_alone(dir, "extract " + corpus + "12-ke-hoach-so-tnmt-cuu-ha.docx"),
      "kehoach-words.so"));
  EXPECT_TRUE(has(
      said_alone(dir, "audit " + corpus + "03-ke-hoach-218-tinh-cuu-ha.txt " +
                          corpus + "05-ke-hoach-96-huyen-an-trach.txt -o " +
                          (dir / "audit.xlsx")),
      "kehoach-sheets.so"));
  EXPECT_TRUE(has(said_alone(dir, "extract " + corpus +
                                      "10-ke-hoach-18-thi-tran-rach-gam.txt"),
                  "\"schema\""));
}

// Poppler, Tesseract and what they need do not fit.
TEST(Modules, ThatDoNotFitIntoTheMemoryAreTriedAgain) {
#ifdef KEHOACH_SANITIZED
  GTEST_SKIP() << "sanitizers need more memory than any limit";
#endif
  const TempDir dir;
  const std::string db = dir / "plans.db";
  const std::string pdf =
      KEHOACH_SOURCE_DIR "/corpus/10-ke-hoach-18-thi-tran-rach-gam.pdf";
  const Ran small = run({"import", pdf, "-d", db, "--memory-limit", "64"});
  EXPECT_EQ(small.status, 3) << small.err;
  EXPECT_TRUE(has(small.out + small.err, "out-of-memory")) << small.out;
  EXPECT_TRUE(has(small.out + small.err, "raise --memory-limit")) << small.out;
  EXPECT_EQ(run({"import", "--retry", "failed", "-d", db}).status, 0);
  EXPECT_EQ(counted(db, "documents"), 1);
}

TEST(OutOfMemory, IsTheFailureOfOneDocument) {
  if (kSanitized) GTEST_SKIP() << "sanitizers need more memory than any limit";
  const TempDir dir;
  std::string lines = "KH\n";
  for (int i = 0; i < 5'000'000; ++i) lines += "a\n";
  dir.write("b.txt", lines);
  for (const char* name : {"a.txt", "c.txt"})
    dir.write(name, sample_text(name));
  HowToRun how;
  how.folder = dir.path();
  how.memory = 150 << 20;
  const Ran ran = run({"extract", "a.txt", "b.txt", "c.txt"}, how);
  EXPECT_EQ(ran.status, 3);
  EXPECT_TRUE(has(ran.out, "\"path\":\"a.txt\"")) << ran.out;
  EXPECT_TRUE(has(ran.out, "\"path\":\"c.txt\"")) << ran.out;
  EXPECT_EQ(ran.err,
            "kehoach: b.txt: needs more memory than there is; split it, or "
            "read it where there is more\n");
}

TEST(Interrupted, FinishesTheDocumentAtHandAndGoesOnLater) {
  const TempDir dir;
  constexpr int kPlans = 4000;
  write_plans(dir, kPlans);
  const std::string db = dir / "plans.db";
  const std::vector<std::string> import = {"import", dir / "in", "-d", db};
  Program program(import, {});
  ASSERT_TRUE(program.prints(1000)) << program.wait().err;
  program.send(SIGINT);
  const Ran ran = program.wait();
  EXPECT_EQ(ran.status, 130);
  EXPECT_TRUE(has(ran.err, "interrupted: ")) << ran.err;
  // What was said to be loaded is there.
  const std::size_t said = times(ran.out, "loaded       ");
  EXPECT_GT(said, 0U);
  EXPECT_LT(said, std::size_t{kPlans});
  EXPECT_EQ(counted(db, "documents"), static_cast<int>(said));
  EXPECT_EQ(run(import).status, 0);
  EXPECT_EQ(counted(db, "documents"), kPlans);
}

// Killed without warning: all finished batches are there, and no other; and
// nothing was said to be loaded that is not.
TEST(Interrupted, LosesOneBatchAtMostWhenKilled) {
  const TempDir dir;
  write_plans(dir, 2000);
  const std::string db = dir / "plans.db";
  Program program({"import", dir / "in", "-d", db, "--report", dir / "report",
                   "--log-file", dir / "log"},
                  {});
  ASSERT_TRUE(program.prints(20000)) << program.wait().err;
  program.send(SIGKILL);
  const Ran ran = program.wait();
  EXPECT_EQ(ran.status, 128 + SIGKILL);
  const auto documents = static_cast<std::size_t>(counted(db, "documents"));
  EXPECT_EQ(documents % 100, 0U);
  EXPECT_GT(documents, 0U);
  EXPECT_GT(times(ran.out, "loaded       "), 100U);
  EXPECT_LE(times(ran.out, "loaded       "), documents);
  const std::string status = R"("status":"loaded")";
  EXPECT_LE(times(bytes_of(dir / "report"), status), documents);
  EXPECT_LE(times(bytes_of(dir / "log"), status), documents);
  EXPECT_EQ(run({"import", dir / "in", "-d", db}).status, 0);
  EXPECT_EQ(counted(db, "documents"), 2000);
}

TEST(ReadOnly, DatabasesAreReadAndNotWritten) {
  const TempDir dir;
  const std::string db = dir / "plans.db";
  dir.write("in/a.txt", sample_text("15"));
  ASSERT_EQ(run({"import", dir / "in", "-d", db}).status, 0);
  namespace fs = std::filesystem;
  fs::permissions(dir.path(), fs::perms(0755));
  fs::permissions(dir / "in", fs::perms(0755));
  fs::permissions(dir / "in/a.txt", fs::perms(0444));
  fs::permissions(db, fs::perms(0444));
  HowToRun how;
  how.unprivileged = geteuid() == 0;
  const Ran version = run({"--version"}, how);
  if (version.status != 0)
    GTEST_SKIP() << "an unprivileged user cannot run " KEHOACH_BINARY;
  const Ran ran = run({"import", dir / "in", "-d", db}, how);
  EXPECT_EQ(ran.status, 2);
  EXPECT_TRUE(has(ran.err, db + ": the database is read-only")) << ran.err;
  EXPECT_EQ(run({"search", "suoi", "-d", db}, how).status, 0);
  const Ran fresh = run({"import", dir / "in", "-d", dir / "new.db"}, how);
  EXPECT_EQ(fresh.status, 2);
  EXPECT_TRUE(has(fresh.err, "new.db: the database cannot be opened"))
      << fresh.err;
}

// A small disk of its own; none where the user may not mount.
class SmallDisk {
 public:
  explicit SmallDisk(const std::string& at) : at_(at) {
    std::filesystem::create_directories(at);
    mounted_ = mount("tmpfs", at.c_str(), "tmpfs", 0, "size=3m") == 0;
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  ~SmallDisk() {
    if (mounted_) umount2(at_.c_str(), MNT_DETACH);
  }
  [[nodiscard]] bool mounted() const { return mounted_; }

 private:
  std::string at_;
  bool mounted_ = false;
};

TEST(DiskFull, KeepsTheFinishedBatches) {
  const TempDir dir;
  write_plans(dir, 2000);
  const SmallDisk disk(dir / "disk");
  if (!disk.mounted())
    GTEST_SKIP() << "no right to mount a small disk: run this as root";
  const std::string db = dir / "disk/plans.db";
  const Ran ran = run({"import", dir / "in", "-d", db});
  EXPECT_EQ(ran.status, 2);
  EXPECT_TRUE(has(ran.err, db + ": the disk is full; free some space"))
      << ran.err;
  // Read with the disk as full as it is.
  const int documents = counted(db, "documents");
  EXPECT_GT(documents, 0);
  EXPECT_LT(documents, 2000);
  EXPECT_EQ(documents % 100, 0);
  EXPECT_EQ(run({"search", "suoi", "-d", db}).status, 0);
}

TEST(DiskFull, KeepsTheFileThatWasToBeReplaced) {
  const TempDir dir;
  write_plans(dir, 400);
  const std::string db = dir / "plans.db";
  ASSERT_EQ(run({"import", dir / "in", "-d", db, "-q"}).status, 0);
  const SmallDisk disk(dir / "disk");
  if (!disk.mounted())
    GTEST_SKIP() << "no right to mount a small disk: run this as root";
  const std::string old = dir.write("disk/old.jsonl", "old");
  for (const std::string& file : {old, dir / "disk/new.jsonl"}) {
    dir.write("disk/rest", std::string(std::size_t{5} << 19, 'x'));
    const Ran ran = run({"export", "-d", db, "-o", file});
    EXPECT_EQ(ran.status, 2);
    EXPECT_TRUE(has(ran.err, file + ": cannot be written")) << ran.err;
    EXPECT_FALSE(std::filesystem::exists(file + ".part"));
  }
  EXPECT_EQ(bytes_of(old), "old");
  EXPECT_FALSE(std::filesystem::exists(dir / "disk/new.jsonl"));
}

// What people judged is in it, so nobody is told to delete it.
TEST(Damaged, DatabasesAreToBeKept) {
  const TempDir dir;
  write_plans(dir, 20);
  const std::string db = dir / "plans.db";
  ASSERT_EQ(run({"import", dir / "in", "-d", db}).status, 0);
  std::string bytes = bytes_of(db);
  constexpr std::size_t kSound = 8192;
  ASSERT_GT(bytes.size(), 2 * kSound);
  std::fill(bytes.begin() + kSound, bytes.end(), 'x');
  dir.write("plans.db", bytes);
  for (const Ran& ran : {run({"import", dir / "in", "--reread", "-d", db}),
                         run({"search", "suoi", "-d", db})}) {
    EXPECT_EQ(ran.status, 2);
    EXPECT_TRUE(
        has(ran.err, db + ": the database is damaged; restore a backup; if "
                          "there is none, keep it aside"))
        << ran.err;
  }
}

// A watch waits for room, from the first.
TEST(DiskFull, IsWaitedForByAWatch) {
  const TempDir dir;
  dir.write("in/a.txt", sample_text("15"));
  const SmallDisk disk(dir / "disk");
  if (!disk.mounted())
    GTEST_SKIP() << "no right to mount a small disk: run this as root";
  std::ofstream(dir / "disk/full") << std::string(4 << 20, 'x');
  const std::string db = dir / "disk/plans.db";
  const std::string log = dir / "watch.log";
  const auto logs = [&](const std::string& words) {
    for (int i = 0; i < 600 && !has(bytes_of(log), words); ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    return has(bytes_of(log), words);
  };
  Program program({"watch", dir / "in", "-d", db, "--log-file", log}, {});
  EXPECT_TRUE(logs("the disk is full")) << bytes_of(log);
  std::filesystem::remove(dir / "disk/full");
  EXPECT_TRUE(logs("a.txt\",\"status\":\"loaded\"")) << bytes_of(log);
  program.send(SIGTERM);
  EXPECT_EQ(program.wait().status, 0);
}

TEST(Locked, DatabasesAreNamed) {
  const TempDir dir;
  EXPECT_TRUE(has(run({"import", dir.path(), "-d", dir.path()}).err,
                  dir.path() + ": is a folder; give a file in it, such as " +
                      (dir / "plans.db")));
  const std::string text = dir.write("a.txt", sample_text("1"));
  const Ran ran = run({"import", text, "-d", text});
  EXPECT_EQ(ran.status, 2);
  EXPECT_TRUE(has(ran.err, "this is not a database")) << ran.err;
  EXPECT_EQ(bytes_of(text), sample_text("1"));
}

}  // namespace
}  // namespace kehoach
