// One clean string for a document, cut into the paragraphs it was written in.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/diagnostic.h"
#include "model/source_text.h"
#include "text/text.h"

namespace kehoach {

// A paragraph: soft wraps joined, single spaces, no markup.
struct Paragraph {
  Span span;
  std::uint32_t page = 0;    // 1-based page of its first letter; 0 if unpaged
  std::uint8_t heading = 0;  // level of a Markdown heading, 0 for none
  bool bold = false;         // all of it
  bool italic = false;       // all of it
  bool after_blank = false;  // an empty line stood before it
  TablePlace place;
  friend bool operator==(const Paragraph&, const Paragraph&) = default;
};

struct NormalText {
  std::string text;    // NFC; paragraphs end in '\n'
  std::string folded;  // fold_for_match(text): same offsets
  std::vector<Paragraph> paragraphs;
  OffsetMap source;  // leads from `text` to `SourceText::text`
  std::vector<Diagnostic> diagnostics;  // spans in `text`
  std::vector<Span> mended;  // words that were recognised wrongly, in order
};

}  // namespace kehoach
