// What holds for whatever a reader gives.
#pragma once

#include "fuzz/fuzz.h"
#include "read/read.h"

namespace kehoach {

inline void check_lines(const SourceText& source) {
  std::uint32_t before = 0;
  for (const SourceLine& line : source.lines) {
    FUZZ_CHECK(line.span.begin >= before);
    FUZZ_CHECK(line.span.begin <= line.span.end);
    FUZZ_CHECK(line.span.end <= source.text.size());
    FUZZ_CHECK(slice(source.text, line.span).find('\n') ==
               std::string_view::npos);
    FUZZ_CHECK(line.page <= source.pages);
    before = line.span.end;
  }
}

inline void check_words(const SourceText& source) {
  std::uint32_t before = 0;
  for (const SourceWord& word : source.words) {
    FUZZ_CHECK(word.span.begin >= before && !word.span.empty());
    FUZZ_CHECK(word.span.end <= source.text.size());
    FUZZ_CHECK(word.page >= 1 && word.page <= source.pages);
    FUZZ_CHECK(word.font < source.fonts.size());
    before = word.span.end;
  }
}

// Two readings of the same bytes fail alike in one line, or are equal: valid
// UTF-8, with lines, words and diagnostics that lie inside it, in order, which
// can be kept.
inline void check_readings(const Result<SourceText>& once,
                           const Result<SourceText>& twice) {
  FUZZ_CHECK(once.has_value() == twice.has_value());
  if (!once.has_value()) {
    FUZZ_CHECK(once.error() == twice.error());
    FUZZ_CHECK(once.error().message.find('\n') == std::string::npos);
    return;
  }
  FUZZ_CHECK(is_valid_utf8(once->text));
  FUZZ_CHECK(once->text.find('\r') == std::string::npos);
  FUZZ_CHECK(once->text == twice->text && once->lines == twice->lines);
  FUZZ_CHECK(once->words == twice->words);
  for (const Diagnostic& diagnostic : once->diagnostics) {
    FUZZ_CHECK(diagnostic.span.end <= once->text.size());
  }
  check_lines(*once);
  check_words(*once);
  const auto kept = text_of_kept(kept_text(*once, {}));
  FUZZ_CHECK(kept.has_value() && kept->text == once->text);
  FUZZ_CHECK(kept->lines == once->lines && kept->words == once->words);
}

}  // namespace kehoach
