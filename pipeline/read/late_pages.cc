#include "model/late_library.h"
#include "read/page_readers.h"

namespace kehoach {

Result<const PageReaders*> page_readers() {
  static const Result<const PageReaders*> loaded =
      ask_late_library("kehoach-pages.so", "kehoach_page_readers")
          .map([](const void* readers) {
            return static_cast<const PageReaders*>(readers);
          });
  return loaded;
}

}  // namespace kehoach
