// Private to the room: which words of a text name bodies.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "audit/words.h"

namespace kehoach {

// Words [begin, end) of a text.
struct WordRange {
  std::size_t begin = 0, end = 0;
};

// The names of bodies by their fields of work, in order: `Sở Văn hóa, Thể thao
// và Du lịch`. `words` are those of `text`, `hits` the phrases at each.
//
// A field stands right behind the head of the name or, in a list, behind a
// comma, a dash or `và`; no name goes past a colon or a full stop. A word that
// may be a verb as well is a field in capitals only: `Sở Xây dựng` is a body,
// in `Sở báo cáo`, `Phòng xây dựng kế hoạch` the head is all of it.
[[nodiscard]] std::vector<WordRange> body_names(
    std::string_view text, const std::vector<Word>& words,
    const std::vector<PhraseHits>& hits, const AuditWords& vocabulary);

}  // namespace kehoach
