// Gold files: what stands in them, and which documents they are of.

#include <algorithm>
#include <nlohmann/json.hpp>

#include "score/score.h"
#include "text/text.h"

namespace kehoach {
namespace {

namespace fs = std::filesystem;
constexpr std::string_view kEnding = ".gold.json";

// Plain text reads exactly, so it is taken first where there are several.
bool is_more_readable(const fs::path& a, const fs::path& b) {
  const auto rank = [](const fs::path& path) {
    const std::string ending = path.extension().string();
    return ending == ".txt" ? 0 : ending == ".md" ? 1 : 2;
  };
  return std::pair(rank(a), a.native()) < std::pair(rank(b), b.native());
}

Result<std::vector<fs::path>> list(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code failed;
  fs::directory_iterator entry(folder, failed);
  for (; !failed && entry != fs::directory_iterator(); entry.increment(failed))
    files.push_back(entry->path());
  if (failed) {
    return Failure(Error{Error::Kind::io,
                         folder.string() + ": cannot list the gold files: " +
                             failed.message() + "; give a folder"});
  }
  std::sort(files.begin(), files.end(), is_more_readable);
  return files;
}

Result<std::vector<GoldPair>> only_of(
    std::vector<GoldPair> pairs, const fs::path& folder,
    const std::vector<std::string>& documents) {
  for (GoldPair& pair : pairs) pair.documents.clear();
  for (const std::string& document : documents) {
    const std::string name = fs::path(document).stem().string();
    const auto pair =
        std::find_if(pairs.begin(), pairs.end(),
                     [&](const GoldPair& p) { return p.name == name; });
    if (pair == pairs.end())
      return invalid(document + ": there is no " +
                     (folder / (name + std::string(kEnding))).string() +
                     "; name only documents that have a gold file");
    pair->documents.push_back(document);
  }
  std::erase_if(pairs, [](const GoldPair& p) { return p.documents.empty(); });
  return pairs;
}

}  // namespace

Result<std::vector<GoldPair>> find_gold(
    const fs::path& folder, const std::vector<std::string>& documents) {
  const auto files = list(folder);
  if (!files) return Failure(files.error());
  std::vector<GoldPair> pairs;
  for (const fs::path& file : *files) {
    const std::string name = file.filename().string();
    if (!ends_with(name, kEnding)) continue;
    pairs.push_back(
        {name.substr(0, name.size() - kEnding.size()), file.string(), {}});
  }
  if (pairs.empty())
    return invalid(folder.string() +
                   ": no *.gold.json here; give the folder of the gold files");
  std::sort(
      pairs.begin(), pairs.end(),
      [](const GoldPair& a, const GoldPair& b) { return a.name < b.name; });
  if (!documents.empty()) return only_of(std::move(pairs), folder, documents);
  for (GoldPair& pair : pairs) {
    for (const fs::path& file : *files) {
      if (file.stem() == pair.name && file.extension() != ".json")
        pair.documents.push_back(file.string());
    }
  }
  return pairs;
}

Result<Gold> gold_from_json(std::string_view text) {
  auto plan = plan_from_json(text);
  if (!plan) return Failure(plan.error());
  Gold gold{std::move(*plan), {}};
  const auto json = nlohmann::json::parse(text, nullptr, false);
  const auto document = json.find("document");
  if (document != json.end() && document->is_object()) {
    for (const auto& [name, value] : document->items())
      gold.fields.insert(name);
  }
  return gold;
}

}  // namespace kehoach
