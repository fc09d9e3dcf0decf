#include "layout/house.h"

#include <algorithm>
#include <map>
#include <regex>
#include <set>

namespace kehoach {
namespace {

// The rooms and their floors. `pipeline` is the pair pipeline.h, pipeline.cc.
const std::map<std::string, int, std::less<>> kFloors = {
    {"text", 1},     {"model", 2},   {"rulebook", 3},  {"read", 4},
    {"outline", 4},  {"extract", 4}, {"normalise", 4}, {"audit", 4},
    {"score", 4},    {"store", 4},   {"review", 4},    {"link", 5},
    {"pipeline", 5}, {"search", 5},  {"ingest", 6},    {"report", 6},
    {"serve", 7},    {"cli", 8}};

struct Library {
  std::string_view name;
  std::regex include;  // what stands between the brackets
  std::set<std::string, std::less<>> rooms;
};

const std::vector<Library>& libraries() {
  static const std::vector<Library> all = {
      {"ICU", std::regex("unicode/.*"), {"normalise", "text"}},
      {"Gumbo", std::regex("gumbo\\.h"), {"read"}},
      {"pugixml", std::regex("pugixml\\.hpp"), {"read"}},
      {"libzip", std::regex("zip\\.h"), {"read"}},
      {"libdeflate", std::regex("libdeflate\\.h"), {"read"}},
      {"Tesseract", std::regex("tesseract/.*"), {"read"}},
      {"Leptonica", std::regex("leptonica/.*"), {"read"}},
      {"libpng", std::regex("png\\.h"), {"read"}},
      {"libjpeg", std::regex("jpeglib\\.h"), {"read"}},
      {"Poppler",
       std::regex("poppler.*|TextOutputDev\\.h|PDFDoc\\.h"),
       {"read"}},
      {"SQLite", std::regex("sqlite3\\.h"), {"store"}},
      {"toml++",
       std::regex("toml(\\+\\+|plusplus)?[./].*"),
       {"cli", "rulebook"}},
      {"RE2", std::regex("re2/.*"), {"rulebook"}},
      {"OpenSSL", std::regex("openssl/.*"), {"read", "text"}},
      {"JSON",
       std::regex("nlohmann/.*"),
       {"model", "report", "score", "serve", "store"}},
      {"libarchive", std::regex("archive(_entry)?\\.h"), {"ingest"}},
      {"zlib", std::regex("zlib\\.h"), {"ingest"}},
      {"GMime", std::regex("gmime/.*"), {"ingest"}},
      {"libseccomp", std::regex("seccomp\\.h"), {"ingest"}},
      {"CLI11", std::regex("CLI/.*"), {"cli"}},
      {"libxlsxwriter", std::regex("xlsxwriter(/.*|\\.h)"), {"report"}},
      {"expected", std::regex("tl/.*"), {"model"}},
  };
  return all;
}

struct Include {
  std::string target;
  bool quoted = false;
};

std::vector<Include> includes_of(const std::string& content) {
  static const std::regex pattern(
      "(?:^|\\n)[ \\t]*#[ \\t]*include[ \\t]*([<\"])([^>\"\\n]+)[>\"]");
  std::vector<Include> found;
  for (std::sregex_iterator it(content.begin(), content.end(), pattern), end;
       it != end; ++it) {
    found.push_back({(*it)[2], (*it)[1] == "\""});
  }
  return found;
}

bool is_header(const std::string& path) {
  return path.size() > 2 && path.compare(path.size() - 2, 2, ".h") == 0;
}

std::string room_of(const std::string& path) {
  const std::size_t slash = path.find('/');
  return slash == std::string::npos ? path.substr(0, path.find('.'))
                                    : path.substr(0, slash);
}

std::string without_comments(const std::string& content) {
  static const std::regex pattern("//[^\\n]*");
  return std::regex_replace(content, pattern, "");
}

}  // namespace

std::vector<std::string> wrong_floors(const SourceFile& file) {
  const std::string room = room_of(file.path);
  const auto own = kFloors.find(room);
  if (own == kFloors.end()) return {file.path + ": no such room"};
  std::vector<std::string> wrong;
  for (const Include& include : includes_of(file.content)) {
    if (!include.quoted) continue;
    const std::string other = room_of(include.target);
    const auto floor = kFloors.find(other);
    if (floor == kFloors.end() || other == room) continue;
    const auto say = [&](std::string_view what) {
      std::string& line = wrong.emplace_back(file.path);
      line.append(" includes ").append(include.target).append(what);
    };
    if (floor->second >= own->second) {
      say(", which is not on a lower floor");
    } else if (include.target != other + "/" + other + ".h" &&
               include.target != "pipeline.h" && other != "model") {
      say(", which is private to its room");
    }
  }
  return wrong;
}

std::vector<std::string> wrong_libraries(const SourceFile& file) {
  const std::string room = room_of(file.path);
  // Of model/ every header is public that does not say otherwise.
  const bool is_private =
      file.content.find("Private to " + room + "/") != std::string::npos;
  const bool is_public =
      file.path == room + "/" + room + ".h" || file.path == "pipeline.h" ||
      (room == "model" && is_header(file.path) && !is_private);
  std::vector<std::string> wrong;
  for (const Include& include : includes_of(file.content)) {
    for (const Library& library : libraries()) {
      if (!std::regex_match(include.target, library.include)) continue;
      if (library.name == "expected") {
        if (file.path == "model/result.h") continue;
      } else if (library.rooms.count(room) > 0 && !is_public) {
        continue;
      }
      std::string line = file.path + " includes " + include.target;
      wrong.push_back(line.append(", which is ").append(library.name));
    }
  }
  return wrong;
}

std::vector<std::string> ignorable_results(const SourceFile& file) {
  // A declaration begins behind the end of another or an access specifier.
  static const std::regex pattern(
      "(^|[;{}>)]|:\\s)\\s*((?:\\[\\[nodiscard\\]\\]\\s+)?)"
      "((?:static|virtual|inline|constexpr|friend)\\s+)*"
      "((?:kehoach::)?Result<[^;(){}]*>\\s+(\\w+)\\s*\\()");
  if (!is_header(file.path)) return {};
  const std::string content = without_comments(file.content);
  std::vector<std::string> wrong;
  for (std::sregex_iterator it(content.begin(), content.end(), pattern), end;
       it != end; ++it) {
    const bool is_friend = (*it)[3].str().rfind("friend", 0) == 0;
    if ((*it)[2].length() > 0 || is_friend) continue;
    wrong.push_back(file.path + ": " + (*it)[5].str() +
                    " returns a Result and is not [[nodiscard]]");
  }
  return wrong;
}

std::vector<std::string> long_files(const SourceFile& file) {
  constexpr std::ptrdiff_t kMost = 400;
  const auto lines = std::count(file.content.begin(), file.content.end(), '\n');
  if (lines <= kMost) return {};
  return {file.path + " has " + std::to_string(lines) + " lines"};
}

std::vector<std::string> wrong_top_level(
    const std::vector<std::string>& names) {
  const std::set<std::string> rooms = {"CMakeLists.txt", "pipeline", "rules",
                                       "corpus",         "out",      "tests",
                                       "README.md"};
  std::vector<std::string> wrong;
  for (const std::string& name : names) {
    const bool known = rooms.count(name) > 0 || name == "LICENSE";
    if (!known && name.front() != '.') wrong.push_back(name + " has no room");
  }
  for (const std::string& room : rooms) {
    if (std::find(names.begin(), names.end(), room) == names.end()) {
      wrong.push_back(room + " is missing");
    }
  }
  return wrong;
}

}  // namespace kehoach
