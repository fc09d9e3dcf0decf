// Whatever the bytes are: `read` fails in one line, or gives valid UTF-8 whose
// lines, words and diagnostics lie inside it, in order, and lead back into the
// file; and it does the same again.
#include "fuzz/source_checks.h"

namespace kehoach {
namespace {

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
  check_readings(once, read(bytes, "input.md", options));
  if (once) check_map(*once, size);
  return 0;
}
