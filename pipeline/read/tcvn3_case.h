// Which small letters of TCVN3 stand for capitals.
#pragma once

#include "read/charset.h"

namespace kehoach {

// One answer for each of `codes`. TCVN3 has no codes for capitals with tones:
// who types `KẾ HOẠCH` with the shift key gets `K`, a small ế, and so on. A
// word that has two capitals and no small letter of ASCII is in capitals, and
// so are words with no more than one capital (`KÕ`, `Uû`) that stand next to a
// syllable in capitals.
[[nodiscard]] std::vector<bool> tcvn3_capitals(const std::vector<Code>& codes);

}  // namespace kehoach
