#include "read/docx_file.h"
#include "read/word_reader.h"

namespace kehoach {

Result<WordReader> word_reader() { return &read_docx_file; }

}  // namespace kehoach
