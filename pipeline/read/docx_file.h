// Reads the documents of Word since 2007 (ECMA-376; ISO/IEC 29500).
#pragma once

#include <string_view>

#include "model/model.h"

namespace kehoach {

// See `read`. `bytes` are a ZIP file, or one XML file that holds a document.
//
// The page of a document is made anew by each program that shows it, so there
// are no pages and no running heads here: headers and footers are left out, but
// for the header of the first page where it holds the letterhead, known by the
// motto. Notes stand behind the text in lines of their own, `[1] ...`, and
// their marks in it as `[1]`.
//
// Diagnostics: `tracked-changes` where changes were never accepted (they are
// read as if they were), `macros-ignored`, `part-not-read` for pieces that are
// other files, `part-damaged` for a part that the text can do without,
// `nested-too-deep`.
//
// Error: `unsupported` for a ZIP file that is something else (the message names
// it), `damaged`, `encrypted`, `no_text`. A document of ten pages costs some
// 0.4 ms.
[[nodiscard]] Result<SourceText> read_docx_file(std::string_view bytes,
                                                std::string_view path);

}  // namespace kehoach
