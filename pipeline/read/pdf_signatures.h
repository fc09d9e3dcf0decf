// Checks the signatures of PDF files.
#pragma once

#include <string_view>
#include <vector>

#include "model/signature.h"

namespace kehoach {

// The bytes of a file that a signature covers: those before and those behind
// its own place (ISO 32000-1, 12.8.1).
struct SignedBytes {
  std::string_view before;
  std::string_view behind;
  std::string_view contents;  // hexadecimal digits, the signature itself
};

// The places of all signatures in `pdf`, in order of the file. Found without
// reading the file as PDF: what a signature covers and where it stands is told
// in plain bytes, or it could not be made. Ranges that don't fit the file are
// left out.
[[nodiscard]] std::vector<SignedBytes> signed_bytes(std::string_view pdf);

// See `signatures` in `read.h`.
[[nodiscard]] std::vector<Signature> pdf_signatures(std::string_view pdf);

}  // namespace kehoach
