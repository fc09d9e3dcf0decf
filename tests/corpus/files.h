// The files that tests read: corpus/, and real plans beside the checkout.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace kehoach {

inline std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Plans as text or Markdown, by name; none where there is no such folder.
inline std::vector<std::filesystem::path> texts_in(
    const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> texts;
  std::error_code absent;
  for (const auto& entry :
       std::filesystem::directory_iterator(folder, absent)) {
    const std::filesystem::path& path = entry.path();
    const bool text = path.extension() == ".txt" || path.extension() == ".md";
    if (text && path.filename() != "README.md") texts.push_back(path);
  }
  std::sort(texts.begin(), texts.end());
  return texts;
}

inline std::vector<std::filesystem::path> corpus_texts() {
  return texts_in(std::filesystem::path(KEHOACH_SOURCE_DIR) / "corpus");
}

// Where real plans with readings made by hand may be, in its folder `dev`.
inline std::filesystem::path real_plans() {
  const char* named = std::getenv("KEHOACH_EVAL");
  if (named != nullptr) return named;
  return std::filesystem::path(KEHOACH_SOURCE_DIR) / "../shared/eval";
}

}  // namespace kehoach
