// What the two files that know Poppler's core have in common.
#pragma once

#include <memory>
#include <string_view>

class PDFDoc;

namespace kehoach {

// The document in `bytes`, which must outlive it; it tells by itself whether it
// could be opened.
[[nodiscard]] std::unique_ptr<PDFDoc> core_document(std::string_view bytes);

}  // namespace kehoach
