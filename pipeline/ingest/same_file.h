// Whether two paths are one file, or one that has moved. Private to ingest/.
//
// Paths are as they were given, and nobody knows in which folder: a relative
// one that leads nowhere may be seen from elsewhere. So may one on a disk that
// is not there now. Where that can't be told from a file that has moved, it has
// not: no path is forgotten that may still be good.
#pragma once

#include <optional>
#include <string>

#include "store/store.h"

namespace kehoach {

// The file at `path`; none where it has other names too (hard or symbolic
// links), since that cannot move as a whole.
[[nodiscard]] std::optional<FileIdentity> identity_of(const std::string& path);

// True for two spellings of one path (`a/b`, `/home/x/a/b`), and where `path`
// is the file `known` seen from a folder further down (`a/b` from `a`). Links
// are other paths.
[[nodiscard]] bool is_other_spelling(const HeldPath& known,
                                     const Source& source);

// True where `source` is the very file that `known` was, under another name or
// in another folder of the same disk.
[[nodiscard]] bool has_moved(const HeldPath& known, const Source& source);

}  // namespace kehoach
