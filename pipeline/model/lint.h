// What a check of one plan by itself found, and what it must be told.
#pragma once

#include <cstdint>
#include <string>

#include "model/diagnostic.h"
#include "text/text.h"

namespace kehoach {

struct LintFinding {
  Severity severity = Severity::warning;
  std::string check;       // `no-lead`, ...: see lint()
  std::string message;     // one sentence, Vietnamese
  std::string path;        // of the obligation, IV.1.h; may be empty
  std::string quote;       // what the plan says; may be empty
  Span span;               // of the quote, in the text of the plan
  std::uint32_t page = 0;  // 1-based; 0 for unpaged sources
  friend bool operator==(const LintFinding&, const LintFinding&) = default;
};

// A document that another one replaces, as an archive knows.
struct Replacement {
  std::string code, issued_on;  // of the old one
  std::string by;               // code of the new one
  std::string by_issued_on;     // may be empty
};

}  // namespace kehoach
