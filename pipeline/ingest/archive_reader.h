// Archives: ZIP, TAR, 7z, RAR, and single compressed files. Private to ingest/.
#pragma once

#include <string_view>

#include "ingest/container.h"

namespace kehoach {

// Told by the first bytes: ZIP (that is no document), TAR, 7z, RAR, gzip,
// bzip2, xz, zstd.
[[nodiscard]] bool is_archive(std::string_view bytes);

// Brings the members to `sink`. What libarchive cannot read is a damage.
void read_archive(std::string_view bytes, MemberSink& sink);

}  // namespace kehoach
