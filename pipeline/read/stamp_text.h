// Reads the lines of a stamp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/stamp.h"

namespace kehoach {

enum class StampPart { none, kind, signer, organisation, email, time, other };

// A line of a stamp, or one of its parts between semicolons.
struct StampLine {
  StampPart part = StampPart::none;
  bool labelled = false;
  std::string_view value;  // behind the label
};

// What `line` says by its label or its form; `none` for a bare name.
//
//   stamp_line("Ký bởi: Sở Y tế")     == {signer, true, "Sở Y tế"}
//   stamp_line("24.04.2018 15:17:44") == {time, false, "24.04.2018 15:17:44"}
[[nodiscard]] StampLine stamp_line(std::string_view line);

// True for `15:17:44`, also within a longer word.
[[nodiscard]] bool has_seconds(std::string_view word);

// The stamp that `lines` make: values that were wrapped are joined, names
// without a label are the signer's. Box and page are not set.
[[nodiscard]] Stamp stamp_of(const std::vector<std::string>& lines);

}  // namespace kehoach
