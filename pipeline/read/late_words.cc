#include "model/late_library.h"
#include "read/word_reader.h"

namespace kehoach {

Result<WordReader> word_reader() {
  static const Result<WordReader> loaded =
      ask_late_library("kehoach-words.so", "kehoach_word_reader")
          .map([](const void* reader) {
            return *static_cast<const WordReader*>(reader);
          });
  return loaded;
}

}  // namespace kehoach
