// The reader of Word documents, through libzip and pugixml. Private to read/.
//
// libzip brings OpenSSL, which takes a third of the time in which the program
// starts, so `kehoach` loads it with the first Word document: late_words.cc, as
// page_readers.h says.
#pragma once

#include <string_view>

#include "read/read.h"

namespace kehoach {

// read_docx_file
using WordReader = Result<SourceText> (*)(std::string_view bytes,
                                          std::string_view path);
// Error: as `ask_late_library`.
[[nodiscard]] Result<WordReader> word_reader();

}  // namespace kehoach
