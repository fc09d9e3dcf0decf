// Keeps the drawing of the house true: runs the checks of house.h over the
// project, and over made-up sources that break each of them.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "layout/house.h"

namespace kehoach {
namespace {

namespace fs = std::filesystem;
using Check = std::vector<std::string> (*)(const SourceFile&);

const fs::path& root() {
  static const fs::path path = KEHOACH_SOURCE_DIR;
  return path;
}

std::vector<SourceFile> sources_below(const fs::path& folder) {
  std::vector<SourceFile> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string ending = entry.path().extension();
    if (ending != ".h" && ending != ".cc") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    files.push_back({entry.path().lexically_relative(folder),
                     {std::istreambuf_iterator<char>(in), {}}});
  }
  return files;
}

void expect_none(Check check, const fs::path& folder) {
  const std::vector<SourceFile> files = sources_below(folder);
  EXPECT_FALSE(files.empty()) << folder;
  for (const SourceFile& file : files) {
    for (const std::string& breach : check(file)) ADD_FAILURE() << breach;
  }
}

TEST(Layout, RoomsIncludeLowerFloorsOnly) {
  expect_none(wrong_floors, root() / "pipeline");
}

TEST(Layout, LibrariesStayInTheirRooms) {
  expect_none(wrong_libraries, root() / "pipeline");
}

TEST(Layout, NoResultCanBeIgnored) {
  expect_none(ignorable_results, root() / "pipeline");
}

TEST(Layout, FilesAreShort) {
  expect_none(long_files, root() / "pipeline");
  expect_none(long_files, root() / "tests");
}

TEST(Layout, TheTopLevelHoldsTheRoomsAndNothingElse) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(root())) {
    names.push_back(entry.path().filename());
  }
  for (const std::string& breach : wrong_top_level(names)) {
    ADD_FAILURE() << breach;
  }
}

struct CheckCase {
  Check check;
  const char* path;
  const char* content;
  const char* breach;  // empty: all is well
};

// Sources made up, and what is wrong with them.
const CheckCase kCases[] = {
    {wrong_floors, "read/a.cc", "#include \"model/plan.h\"\n", ""},
    {wrong_floors, "read/a.cc", "#include \"read/b.h\"\n", ""},
    {wrong_floors, "read/a.cc", "#include <vector>\n", ""},
    {wrong_floors, "cli/a.cc", "#include \"pipeline.h\"\n", ""},
    {wrong_floors, "pipeline.cc", "#include \"extract/extract.h\"\n", ""},
    {wrong_floors, "text/a.cc", "\n#include \"model/plan.h\"\n",
     "text/a.cc includes model/plan.h, which is not on a lower floor"},
    // Stages stand side by side.
    {wrong_floors, "extract/a.cc", "#include \"outline/outline.h\"\n",
     "extract/a.cc includes outline/outline.h, which is not on a lower floor"},
    {wrong_floors, "store/a.h", "#pragma once\n  #  include \"pipeline.h\"\n",
     "store/a.h includes pipeline.h, which is not on a lower floor"},
    {wrong_floors, "ingest/a.cc", "#include \"report/report.h\"\n",
     "ingest/a.cc includes report/report.h, which is not on a lower floor"},
    // Only the header named after a room is for others.
    {wrong_floors, "cli/a.cc", "#include \"store/sqlite.h\"\n",
     "cli/a.cc includes store/sqlite.h, which is private to its room"},
    {wrong_floors, "cellar/a.cc", "", "cellar/a.cc: no such room"},

    {wrong_libraries, "store/sqlite.cc", "#include <sqlite3.h>\n", ""},
    {wrong_libraries, "rulebook/compiled.h", "#include <re2/re2.h>\n", ""},
    {wrong_libraries, "model/result.h", "#include <tl/expected.hpp>\n", ""},
    {wrong_libraries, "search/a.cc", "#include <sqlite3.h>\n",
     "search/a.cc includes sqlite3.h, which is SQLite"},
    {wrong_libraries, "outline/a.cc", "#include <unicode/uchar.h>\n",
     "outline/a.cc includes unicode/uchar.h, which is ICU"},
    {wrong_libraries, "cli/a.cc", "#include <poppler-page.h>\n",
     "cli/a.cc includes poppler-page.h, which is Poppler"},
    {wrong_libraries, "read/a.cc", "#include <archive.h>\n",
     "read/a.cc includes archive.h, which is libarchive"},
    {wrong_libraries, "read/a.cc", "#include <zlib.h>\n",
     "read/a.cc includes zlib.h, which is zlib"},
    {wrong_libraries, "ingest/a.cc", "#include <seccomp.h>\n", ""},
    {wrong_libraries, "read/a.cc", "#include <seccomp.h>\n",
     "read/a.cc includes seccomp.h, which is libseccomp"},
    {wrong_libraries, "cli/a.cc", "#include <gmime/gmime.h>\n",
     "cli/a.cc includes gmime/gmime.h, which is GMime"},
    {wrong_libraries, "cli/a.cc", "#include <TextOutputDev.h>\n",
     "cli/a.cc includes TextOutputDev.h, which is Poppler"},
    {wrong_libraries, "cli/a.cc", "#include <xlsxwriter.h>\n",
     "cli/a.cc includes xlsxwriter.h, which is libxlsxwriter"},
    {wrong_libraries, "report/a.cc", "#include <toml++/toml.h>\n",
     "report/a.cc includes toml++/toml.h, which is toml++"},
    {wrong_libraries, "ingest/a.cc", "#include <CLI/CLI.hpp>\n",
     "ingest/a.cc includes CLI/CLI.hpp, which is CLI11"},
    {wrong_libraries, "model/plan.h", "#include <tl/expected.hpp>\n",
     "model/plan.h includes tl/expected.hpp, which is expected"},
    {wrong_libraries, "rulebook/rulebook.h", "#include <re2/re2.h>\n",
     "rulebook/rulebook.h includes re2/re2.h, which is RE2"},
    {wrong_libraries, "read/read.h", "#include <poppler-page.h>\n",
     "read/read.h includes poppler-page.h, which is Poppler"},

    {ignorable_results, "a/a.h", "[[nodiscard]] Result<int> f();\n", ""},
    {ignorable_results, "a/a.h",
     "[[nodiscard]] static Result<std::vector<int>>\n f(int);\n", ""},
    {ignorable_results, "a/a.h", "// Result<int> f();\n", ""},
    {ignorable_results, "a/a.h", "friend Result<int> f(int);\n", ""},
    {ignorable_results, "a/a.h", "using R = Result<int>;\n", ""},
    {ignorable_results, "a/a.cc", "Result<int> f() { return 1; }\n", ""},
    {ignorable_results, "a/a.h", "#pragma once\nint g();\nResult<int> f();\n",
     "a/a.h: f returns a Result and is not [[nodiscard]]"},
    {ignorable_results, "a/a.h", "class A {\n public:\n  Result<int> f();\n};",
     "a/a.h: f returns a Result and is not [[nodiscard]]"},
    {ignorable_results, "a/a.h",
     "int g();\nvirtual Result<std::map<int, int>> f(int a) const = 0;\n",
     "a/a.h: f returns a Result and is not [[nodiscard]]"},
    {ignorable_results, "a/a.h", "namespace kehoach {\nResult<void> f();\n}",
     "a/a.h: f returns a Result and is not [[nodiscard]]"},
};

TEST(House, EachCheckFindsWhatIsWrong) {
  for (const CheckCase& c : kCases) {
    const std::vector<std::string> found = c.check({c.path, c.content});
    std::vector<std::string> expected;
    if (*c.breach != '\0') expected.emplace_back(c.breach);
    EXPECT_EQ(found, expected) << c.path << "\n" << c.content;
  }
}

TEST(House, LongFilesAreFound) {
  const auto lines = [](int n) { return std::string(n, '\n'); };
  EXPECT_TRUE(long_files({"a/a.cc", lines(400)}).empty());
  EXPECT_EQ(long_files({"a/a.cc", lines(401)}),
            std::vector<std::string>{"a/a.cc has 401 lines"});
}

TEST(House, TheTopLevelIsChecked) {
  const std::vector<std::string> all = {
      "CMakeLists.txt", "pipeline",  "rules",   "corpus", "out",
      "tests",          "README.md", "LICENSE", ".git",   ".ci"};
  EXPECT_TRUE(wrong_top_level(all).empty());
  std::vector<std::string> more = all;
  more.emplace_back("src");
  EXPECT_EQ(wrong_top_level(more), std::vector<std::string>{"src has no room"});
  const std::vector<std::string> fewer(all.begin() + 1, all.end());
  EXPECT_EQ(wrong_top_level(fewer),
            std::vector<std::string>{"CMakeLists.txt is missing"});
}

}  // namespace
}  // namespace kehoach
