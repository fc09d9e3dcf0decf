// Whatever is drawn on a page: the bytes are the content of one whose fonts are
// there, so that they reach the words, lines, tables and stamps made of it. And
// whatever a file says of its signatures.
#include "fuzz/source_checks.h"
#include "read/pdf_builder.h"
#include "read/pdf_signatures.h"

namespace kehoach {
namespace {

void check_signatures(std::string_view bytes) {
  for (const SignedBytes& part : signed_bytes(bytes)) {
    FUZZ_CHECK(part.before.size() + part.behind.size() <= bytes.size());
  }
  FUZZ_CHECK(pdf_signatures(bytes) == pdf_signatures(bytes));
}

}  // namespace
}  // namespace kehoach

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using namespace kehoach;
  const std::string_view bytes = fuzz_text(data, size);
  check_signatures(bytes);
  const std::string file = make_pdf({{{60, 60, "So: 12/KH-UBND"}}}, "", bytes);
  const ReadOptions options{.ocr = OcrMode::never};
  check_readings(read(file, "a.pdf", options), read(file, "a.pdf", options));
  return 0;
}
