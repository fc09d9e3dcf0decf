#include "ingest/archive_reader.h"

// What late_archives.cc asks for.
extern "C" [[gnu::visibility("default")]] const void* kehoach_archive_reader() {
  return *kehoach::archive_reader();
}
