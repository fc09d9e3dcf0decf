// Plans for the tests of auditing.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/audit.h"
#include "pipeline.h"

namespace kehoach {

inline const Rulebook& shipped() {
  static const Result<Rulebook> book = default_rulebook();
  EXPECT_TRUE(book.has_value()) << book.error().message;
  return *book;
}

// A plan that holds these obligations and nothing else.
inline Plan plan_of(const std::vector<std::string>& quotes) {
  Plan plan;
  for (const std::string& quote : quotes) {
    Obligation obligation;
    obligation.id = "o" + std::to_string(plan.obligations.size() + 1);
    obligation.evidence.quote = quote;
    obligation.evidence.span = {
        static_cast<std::uint32_t>(plan.text.size()),
        static_cast<std::uint32_t>(plan.text.size() + quote.size())};
    plan.text += quote + "\n";
    plan.obligations.push_back(std::move(obligation));
  }
  return plan;
}

inline Plan read_file_as_plan(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  auto plan = read_plan(bytes, path.string(), shipped());
  EXPECT_TRUE(plan.has_value()) << path;
  return plan ? std::move(*plan) : Plan();
}

// The plans of corpus/ as text, by name.
inline std::vector<std::filesystem::path> corpus_texts() {
  std::vector<std::filesystem::path> paths;
  const std::filesystem::path folder =
      std::filesystem::path(KEHOACH_SOURCE_DIR) / "corpus";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string ending = entry.path().extension();
    const bool numbered = entry.path().filename().string()[0] <= '9';
    if (numbered && (ending == ".txt" || ending == ".md"))
      paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

// Real plans beside the checkout, where they are; empty elsewhere.
inline std::vector<std::filesystem::path> real_texts() {
  std::vector<std::filesystem::path> paths;
  const char* named = std::getenv("KEHOACH_EVAL");
  const std::filesystem::path folder =
      (named != nullptr
           ? std::filesystem::path(named)
           : std::filesystem::path(KEHOACH_SOURCE_DIR) / "../shared/eval") /
      "dev";
  std::error_code absent;
  for (const auto& entry :
       std::filesystem::directory_iterator(folder, absent)) {
    const std::string ending = entry.path().extension();
    if (ending == ".txt" || ending == ".md") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace kehoach
