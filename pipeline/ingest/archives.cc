#include "ingest/archive_reader.h"

namespace kehoach {

Result<const ArchiveReader*> archive_reader() {
  static constexpr ArchiveReader kReader{is_office_document, read_archive};
  return &kReader;
}

}  // namespace kehoach
