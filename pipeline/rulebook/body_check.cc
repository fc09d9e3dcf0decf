// What is wrong with the tables of bodies, by file and line.

#include "rulebook/body_check.h"

#include <algorithm>
#include <map>
#include <set>

#include "rulebook/body_tables.h"
#include "rulebook/table_lines.h"

namespace kehoach {
namespace {

const RuleFile* file_named(const std::vector<RuleFile>& files,
                           std::string_view name) {
  for (const RuleFile& file : files) {
    const std::size_t slash = file.name.rfind('/');
    const std::string_view own =
        slash == std::string::npos
            ? std::string_view(file.name)
            : std::string_view(file.name).substr(slash + 1);
    if (own == name) return &file;
  }
  return nullptr;
}

// `2025-03` or `2025-03-01`.
bool is_date(std::string_view text) {
  if (text.size() != 7 && text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 4 || i == 7;
    if (dash != (text[i] == '-')) return false;
    if (!dash && (text[i] < '0' || text[i] > '9')) return false;
  }
  const int month = (text[5] - '0') * 10 + (text[6] - '0');
  const int day = text.size() == 7 ? 1 : (text[8] - '0') * 10 + (text[9] - '0');
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

class AgencyCheck {
 public:
  AgencyCheck(const RuleFile& file, std::set<std::string, std::less<>> branches)
      : file_(file), branches_(std::move(branches)) {
    lines_ = table_lines(file.content);
    for (const TableLine& line : lines_)
      ++known_[std::string(line["level"]) + "/" + std::string(line["name"])];
  }

  [[nodiscard]] Result<void> run() const {
    for (const TableLine& line : lines_) {
      const std::string wrong = first_wrong(line);
      if (wrong.empty()) continue;
      return Failure(Error{Error::Kind::invalid,
                           file_.name + ":" + std::to_string(line.number) +
                               ": '" + std::string(line["name"]) +
                               "': " + wrong});
    }
    return {};
  }

 private:
  [[nodiscard]] std::string first_wrong(const TableLine& line) const {
    if (line["name"].empty()) return "has no name";
    if (level_of_letter(line["level"]).empty())
      return "unknown level '" + std::string(line["level"]) +
             "' (write TW, T, H or X)";
    const auto own = known_.find(std::string(line["level"]) + "/" +
                                 std::string(line["name"]));
    if (own != known_.end() && own->second > 1)
      return "stands twice for this level (join the lines)";
    for (const std::string_view branch : split(line["branch"], '|')) {
      if (branches_.count(branch) == 0)
        return "unknown branch '" + std::string(branch) +
               "' (add it to branches.tsv, or use one that is there)";
    }
    for (const char* column : {"from", "until"}) {
      const std::string_view date = line[column];
      if (!date.empty() && !is_date(date))
        return std::string(column) + " '" + std::string(date) +
               "' is no date (write 2025-03-01 or 2025-03)";
    }
    if (!line["from"].empty() && !line["until"].empty() &&
        line["until"] < line["from"])
      return "ends before it begins";
    return wrong_heir(line);
  }

  [[nodiscard]] std::string wrong_heir(const TableLine& line) const {
    if (line["merged_into"].empty()) return "";
    if (line["until"].empty())
      return "is merged, and `until` does not say when";
    for (const std::string_view text : split(line["merged_into"], '|')) {
      const HeirText heir = parse_heir(text);
      if (!heir.field.empty() && branches_.count(heir.field) == 0)
        return "merged_into: unknown branch '" + std::string(heir.field) + "'";
      const std::string_view level =
          heir.level.empty() ? line["level"] : heir.level;
      const std::string key = std::string(level) + "/" + std::string(heir.name);
      if (known_.count(key) == 0)
        return "merged_into names nobody: '" + std::string(heir.name) +
               "' of level " + std::string(level) +
               " (add that line, or set its level: `X/Name`)";
      if (heir.name == line["name"] && level == line["level"])
        return "is merged into itself";
    }
    return "";
  }

  const RuleFile& file_;
  std::set<std::string, std::less<>> branches_;
  std::vector<TableLine> lines_;
  std::map<std::string, int, std::less<>> known_;
};

}  // namespace

Result<void> check_bodies(const std::vector<RuleFile>& files) {
  const RuleFile* agencies = file_named(files, "agencies.tsv");
  if (agencies == nullptr) return {};
  std::set<std::string, std::less<>> keys;
  if (const RuleFile* branches = file_named(files, "branches.tsv")) {
    for (const TableLine& line : table_lines(branches->content)) {
      if (!keys.emplace(line["key"]).second)
        return Failure(Error{
            Error::Kind::invalid,
            branches->name + ":" + std::to_string(line.number) + ": the key '" +
                std::string(line["key"]) + "' is taken (choose another)"});
    }
  }
  return AgencyCheck(*agencies, std::move(keys)).run();
}

}  // namespace kehoach
