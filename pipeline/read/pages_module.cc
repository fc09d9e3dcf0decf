#include "read/page_readers.h"

// What late_pages.cc asks for.
extern "C" [[gnu::visibility("default")]] const void* kehoach_page_readers() {
  return *kehoach::page_readers();
}
