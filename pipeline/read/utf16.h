// UTF-16, with a byte order mark and without.
#pragma once

#include <optional>
#include <string_view>

#include "text/text.h"

namespace kehoach {

enum class ByteOrder : unsigned char { little, big };

// The byte order of UTF-16; nothing for other bytes. Without a byte order mark
// the bytes must begin with a tag, or the code units of the first kilobytes be
// nearly all of characters that plans have, and some ASCII: binary data are
// not. Half a unit may stand at the end, and lost blocks in between.
[[nodiscard]] std::optional<ByteOrder> utf16_order(std::string_view bytes);

// Appends the characters of `bytes` to `out` as UTF-8, without a byte order
// mark. Half of a surrogate pair or of a code unit becomes the byte FF, which
// no UTF-8 has. Linear.
void decode_utf16(std::string_view bytes, ByteOrder order, EditedText& out);

}  // namespace kehoach
