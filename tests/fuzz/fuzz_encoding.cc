// Whatever the bytes are: their text is valid UTF-8 of at most three times
// their length, leads back into them in order, and is the same again. So is a
// run in any font, but for the way back.
#include "fuzz/fuzz.h"
#include "read/font_text.h"
#include "read/plain_text.h"

namespace kehoach {
namespace {

constexpr std::size_t kGrowth = 3;

void check_map(const PlainText& plain, std::size_t size) {
  std::uint32_t out = 0;
  std::uint32_t in = 0;
  for (const OffsetMap::Piece& piece : plain.bytes.pieces()) {
    FUZZ_CHECK(piece.out >= out && piece.out < plain.text.size());
    FUZZ_CHECK(piece.in >= in && piece.in + piece.in_size <= size);
    out = piece.out;
    in = piece.in;
  }
}

void check_text(std::string_view bytes) {
  const std::optional<PlainText> once = plain_text(bytes);
  const std::optional<PlainText> twice = plain_text(bytes);
  FUZZ_CHECK(once.has_value() == twice.has_value());
  if (!once.has_value()) return;
  FUZZ_CHECK(is_valid_utf8(once->text));
  FUZZ_CHECK(once->text.find('\r') == std::string::npos);
  FUZZ_CHECK(once->text.size() <= kGrowth * bytes.size());
  FUZZ_CHECK(once->text == twice->text && once->bytes == twice->bytes);
  FUZZ_CHECK(once->diagnostics == twice->diagnostics);
  for (const Diagnostic& diagnostic : once->diagnostics) {
    FUZZ_CHECK(diagnostic.span.begin <= diagnostic.span.end);
    FUZZ_CHECK(diagnostic.span.end <= once->text.size());
    FUZZ_CHECK(diagnostic.message.find('\n') == std::string::npos);
  }
  check_map(*once, bytes.size());
}

void check_run(std::string_view bytes, std::string_view font) {
  const std::string shown = decode_run(bytes, font);
  FUZZ_CHECK(is_valid_utf8(shown));
  FUZZ_CHECK(shown.size() <= kGrowth * bytes.size());
  FUZZ_CHECK(shown == decode_run(bytes, font));
}

}  // namespace
}  // namespace kehoach

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::string_view bytes = kehoach::fuzz_text(data, size);
  kehoach::check_text(bytes);
  kehoach::check_run(bytes, ".VnTimeH");
  kehoach::check_run(bytes, "VNI-Times");
  return 0;
}
