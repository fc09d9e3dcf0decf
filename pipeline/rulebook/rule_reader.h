// Private to the room: one `[[rule]]` of a TOML file.
#pragma once

#include <toml++/toml.h>

#include <map>
#include <string>
#include <vector>

#include "rulebook/compiled.h"

namespace kehoach {

struct SubPattern {
  std::string text;
  std::string file;
  int line = 0;
};

// What `{name}` and `{list:name}` in a pattern may stand for.
struct Vocabulary {
  std::map<std::string, SubPattern, std::less<>> patterns;
  std::map<std::string, std::vector<std::string>, std::less<>> lists;
};

// A TOML file and what stands in it.
struct ParsedFile {
  const RuleFile* file = nullptr;
  toml::table toml;
};

struct ReadRule {
  Rule rule;
  CompiledRule compiled;
  std::vector<std::string> triggers;
};

// Error: what is wrong with the rule, by file and line.
[[nodiscard]] Result<ReadRule> read_rule(const toml::node& node,
                                         const std::string& file, Family family,
                                         const Vocabulary& vocabulary,
                                         Checks checks);

}  // namespace kehoach
