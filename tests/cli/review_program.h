// `kehoach review` in a database with a plan, for tests that run the program.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "cli/program.h"
#include "cli/sample_text.h"
#include "text/text.h"

namespace kehoach {

inline std::string replaced(std::string text, const std::string& from,
                            const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

class ReviewTest : public testing::Test {
 protected:
  ReviewTest() { import("a.txt", sample_text("15")); }

  void import(const std::string& name, const std::string& text,
              const std::string& into = "") {
    const std::string file = dir.write("in/" + name, text);
    const Ran ran = run({"import", file, "-d", into.empty() ? db : into});
    ASSERT_EQ(ran.status, 0) << ran.err;
  }
  Ran review(std::vector<std::string> arguments, const HowToRun& how = {}) {
    arguments.insert(arguments.begin(), "review");
    arguments.insert(arguments.end(), {"-d", db});
    return run(arguments, how);
  }
  void judge(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--by", "Bình"});
    const Ran ran = review(std::move(arguments));
    ASSERT_EQ(ran.status, 0) << ran.err;
  }
  // What `listed` prints, each with a verdict: the first field tells which.
  static std::string accepted(const std::string& listed) {
    std::string lines;
    for (const std::string_view line : split(listed, '\n')) {
      if (line.empty()) continue;
      lines += std::string(line.substr(0, line.size() - 1)) +
               R"(,"verdict":"accept"})"
               "\n";
    }
    return lines;
  }

  TempDir dir;
  std::string db = dir / "plans.db";
};

}  // namespace kehoach
