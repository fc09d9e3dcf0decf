// Archives: ZIP, TAR, 7z, RAR, and single compressed files. Private to ingest/.
#pragma once

#include <string_view>

#include "ingest/container.h"

namespace kehoach {

// Told by the first bytes: ZIP (that is no document), TAR, 7z, RAR, gzip,
// bzip2, xz, zstd.
[[nodiscard]] bool is_archive(std::string_view bytes);

// One file alone, in gzip, bzip2, xz or zstd.
[[nodiscard]] bool is_compressed(std::string_view bytes);
[[nodiscard]] bool is_gzip(std::string_view bytes);

// True for a ZIP file that is a document: it holds `[Content_Types].xml` or
// `mimetype`.
[[nodiscard]] bool is_office_document(std::string_view zip);
// Brings the members to `sink`. What libarchive cannot read is a damage, and so
// is a gzip whose check sum is wrong: nothing in that is read. Such files are
// unpacked twice.
void read_archive(std::string_view bytes, MemberSink& sink);

// These two, which need libarchive and its libraries: from the module of
// late_archives.cc in `kehoach`, else linked (archives.cc). Error: as
// `ask_late_library`.
struct ArchiveReader {
  bool (*is_document)(std::string_view zip);
  void (*read)(std::string_view bytes, MemberSink& sink);
};
[[nodiscard]] Result<const ArchiveReader*> archive_reader();

}  // namespace kehoach
