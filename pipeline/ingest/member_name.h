// The names that archives and mails give to what is inside them. Private to
// ingest/.
#pragma once

#include <string>
#include <string_view>

namespace kehoach {

// Valid UTF-8, whatever the bytes were: names that are none are read as
// Windows-1258, the code page of Vietnamese Windows and of the programs that
// write ZIP files there.
[[nodiscard]] std::string readable_name(std::string_view bytes);

// True for `../a`, `/a`, `C:\a`: unpacked by a careless program, the file would
// land outside of the folder meant for it.
[[nodiscard]] bool leads_out(std::string_view name);

// True where a part of the name begins with a dot, as `__MACOSX/._plan.docx`
// does: such files are passed over, as they are in folders.
[[nodiscard]] bool is_hidden(std::string_view name);

// `a//./b` as `a/b`; `unnamed` where nothing is left.
[[nodiscard]] std::string tidy_name(std::string_view name);

// `plan.txt` for the second time is `plan (2).txt`.
[[nodiscard]] std::string numbered_name(std::string_view name,
                                        std::size_t number);

// What a file that was compressed alone is called inside: `a/plan.txt.gz` holds
// `plan.txt`.
[[nodiscard]] std::string name_inside(std::string_view path);

}  // namespace kehoach
