// What a reader should know about one place of a document.
#pragma once

#include <string>

#include "text/text.h"

namespace kehoach {

enum class Severity { info, warning, error };

// `code` is a stable name such as `number-blank`; `span` stands in the
// normalised text (in the raw text while the document is still being read).
struct Diagnostic {
  Severity severity = Severity::warning;
  std::string code;
  std::string message;
  Span span;
  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

}  // namespace kehoach
