// The text that bytes hold, whatever encoding it is in.
#pragma once

#include <optional>
#include <string_view>

#include "model/model.h"

namespace kehoach {

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

struct PlainText {
  std::string text;  // valid UTF-8; lines end in '\n'
  OffsetMap bytes;   // leads back to the input; empty means one to one
  std::vector<Diagnostic> diagnostics;  // spans in `text`
};

// Told by the content, line by line: UTF-8, UTF-16, TCVN3 (ABC), VNI, VISCII,
// windows-1258, VIQR, and what some program read as windows-1252 or 1258 and
// saved as UTF-8, be it UTF-8 (mojibake) or one of the others, which is how
// runs in fonts such as `.VnTime` look outside of Word. The byte order mark is
// dropped, CRLF and CR become LF, bytes that are nothing U+FFFD.
//
//   plain_text("S\xE8: 12/KH-UBND, k\xD5 ho\xB9ch")->text
//     == "Số: 12/KH-UBND, kế hoạch"
//
// One diagnostic for each encoding: `encoding-utf-16`, `encoding-tcvn3`,
// `encoding-vni`, `encoding-viscii`, `encoding-windows-1258`, `encoding-viqr`
// are information, `encoding-mojibake` and `utf8-repaired` warnings. UTF-8 that
// is healthy gives none.
//
// Nothing where the bytes are text in an 8-bit encoding and no reading of it is
// convincing: most of it could not be read.
//
// Linear: healthy UTF-8 runs at nearly a gigabyte in a second, others at some
// megabytes. The text is at most three times as long as the input.
[[nodiscard]] std::optional<PlainText> plain_text(std::string_view bytes);

}  // namespace kehoach
