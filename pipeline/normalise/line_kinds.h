// Private to the room: what a printed line is by its letters.
#pragma once

#include <string_view>

namespace kehoach {

[[nodiscard]] bool ends_sentence(std::string_view text);
[[nodiscard]] bool begins_lower(std::string_view text);
[[nodiscard]] bool has_lower(std::string_view text);
// A number, letter or bullet opens the line.
[[nodiscard]] bool has_mark(std::string_view text);
// Nothing but such a mark, a footnote's number, or a torn `Số:`.
[[nodiscard]] bool is_only_mark(std::string_view text);
// `[12] `, which opens a footnote.
[[nodiscard]] bool is_note_head(std::string_view text);
// True where the last word leaves the sentence open: `... và các`, `... của
// Ban`.
[[nodiscard]] bool ends_open(std::string_view text);

// What a converter writes where a page begins: `## Trang 3`, `--- Page 3 ---`.
[[nodiscard]] bool is_page_mark(std::string_view text);

// Lines of the signature block, which stand under each other and never join.
[[nodiscard]] bool is_authority(std::string_view text);
// The words that end a document, which begin anew wherever they stand.
[[nodiscard]] bool opens_paragraph(std::string_view text);
// The words that say what a document is, with which `text` begins, in capitals:
// `KẾ HOẠCH`; empty if none.
[[nodiscard]] std::string_view type_word_at(std::string_view text);
[[nodiscard]] bool is_type_word(std::string_view text);
// A line of capitals that is one of its own: a heading, a name. A code or an
// abbreviation alone (`57-NQ/TW.`) is part of a sentence.
[[nodiscard]] bool is_capitals_line(std::string_view text);

}  // namespace kehoach
