// What a plan says, as lines that tests compare and failures show.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline.h"

namespace kehoach {

// The plan in the file `path`; a failure of the test where it can't be read.
Plan plan_in(const std::filesystem::path& path);

// `text` without blanks and line ends: lines are broken elsewhere in print, and
// a code at its dash.
std::string without_white(std::string_view text);

using Facts = std::vector<std::string>;

struct FactKind {
  const char* name;
  Facts (*facts)(const Plan&);
};

// Document, references, obligations, deadlines, targets.
extern const std::vector<FactKind> kFactKinds;

// The lines in which the two differ; empty if they are equal.
std::string differences(const Facts& have, const Facts& want);

}  // namespace kehoach
