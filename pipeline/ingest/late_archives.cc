#include "ingest/archive_reader.h"
#include "model/late_library.h"

namespace kehoach {

Result<const ArchiveReader*> archive_reader() {
  static const Result<const ArchiveReader*> loaded =
      ask_late_library("kehoach-archives.so", "kehoach_archive_reader")
          .map([](const void* reader) {
            return static_cast<const ArchiveReader*>(reader);
          });
  return loaded;
}

}  // namespace kehoach
