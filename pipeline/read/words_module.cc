#include "read/word_reader.h"

// What late_words.cc asks for.
extern "C" [[gnu::visibility("default")]] const void* kehoach_word_reader() {
  static const kehoach::WordReader reader = *kehoach::word_reader();
  return &reader;
}
