// Plans for the tests of auditing.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/audit.h"
#include "corpus/files.h"
#include "pipeline.h"
#include "rulebook/shipped.h"

namespace kehoach {

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
  auto plan = read_plan(bytes_of(path), path.string(), shipped());
  EXPECT_TRUE(plan.has_value()) << path;
  return plan ? std::move(*plan) : Plan();
}

inline std::vector<std::filesystem::path> real_texts() {
  return texts_in(real_plans() / "dev");
}

}  // namespace kehoach
