// Whatever the bytes are: `read` fails in one line, or gives valid UTF-8 whose
// lines, words and diagnostics lie inside it, in order, and lead back into the
// file; and it does the same again.
#include "fuzz/fuzz.h"
#include "read/read.h"

namespace kehoach {
namespace {

void check_lines(const SourceText& source) {
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

void check_words(const SourceText& source) {
  std::uint32_t before = 0;
  for (const SourceWord& word : source.words) {
    FUZZ_CHECK(word.span.begin >= before && !word.span.empty());
    FUZZ_CHECK(word.span.end <= source.text.size());
    FUZZ_CHECK(word.page >= 1 && word.page <= source.pages);
    FUZZ_CHECK(word.font < source.fonts.size());
    before = word.span.end;
  }
}

void check_map(const SourceText& source, std::size_t size) {
  if (source.styled) return;
  std::uint32_t before = 0;
  for (const SourceLine& line : source.lines) {
    const Span in = source.bytes.source(line.span);
    FUZZ_CHECK(in.begin >= before && in.begin <= in.end && in.end <= size);
    before = in.begin;
  }
}

}  // namespace
}  // namespace kehoach

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using namespace kehoach;
  const std::string_view bytes = fuzz_text(data, size);
  const ReadOptions options{.ocr = OcrMode::never};
  const Result<SourceText> once = read(bytes, "input.md", options);
  const Result<SourceText> twice = read(bytes, "input.md", options);
  FUZZ_CHECK(once.has_value() == twice.has_value());
  if (!once.has_value()) {
    FUZZ_CHECK(once.error() == twice.error());
    FUZZ_CHECK(once.error().message.find('\n') == std::string::npos);
    return 0;
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
  check_map(*once, size);
  return 0;
}
