// What a reader should know about one place of a document.
#pragma once

#include <string>
#include <string_view>

#include "text/text.h"

namespace kehoach {

enum class Severity { info, warning, error };
[[nodiscard]] std::string_view name_of(Severity severity);
// A warning for a name that is none.
[[nodiscard]] Severity severity_from(std::string_view name);

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
