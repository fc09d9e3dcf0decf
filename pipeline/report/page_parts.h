// What self-contained pages begin and end with. Private to report/.
#pragma once

#include <string>
#include <string_view>

namespace kehoach {

// `text` as text or inside a quoted attribute. Control characters, which no
// page may hold, become `?`.
[[nodiscard]] std::string escaped(std::string_view text);

// Up to `<body>`, with the style sheet inside. The page may load nothing, and
// run no script but its own.
[[nodiscard]] std::string page_begin(std::string_view language,
                                     std::string_view title);
// The script, and the end.
[[nodiscard]] std::string page_end();

// RFC 4648. The digest of a script or style sheet, as a page names it.
[[nodiscard]] std::string base64(std::string_view bytes);

}  // namespace kehoach
