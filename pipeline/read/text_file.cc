#include "read/text_file.h"

#include <algorithm>

#include "read/file_type.h"
#include "read/plain_text.h"

namespace kehoach {
std::vector<SourceLine> unpaged_lines(std::string_view text) {
  std::vector<SourceLine> lines;
  // A file of short lines has so many that each is made room for but once.
  for (const bool counted : {false, true}) {
    std::size_t count = 0;
    bool gap = false;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      const bool empty = trim(text.substr(at, end - at)).empty();
      if (!empty || !gap) {
        ++count;
        if (counted) lines.push_back({.span = span_from(at, end)});
      }
      gap = empty;
      at = end + 1;
    }
    lines.reserve(count);
  }
  return lines;
}

Result<SourceText> read_text_file(std::string_view bytes,
                                  std::string_view path) {
  std::optional<PlainText> plain = plain_text(bytes);
  if (!plain) {
    return Failure({Error::Kind::unsupported,
                    std::string(path) + ": this is text in an 8-bit encoding; "
                                        "convert it to UTF-8 first"});
  }
  SourceText source;
  source.media_type = is_markdown_path(path) ? "text/markdown" : "text/plain";
  source.text = std::move(plain->text);
  source.bytes = std::move(plain->bytes);
  source.diagnostics = std::move(plain->diagnostics);
  if (source.text.find_first_not_of(" \t\n\v\f") == std::string::npos) {
    return Failure({Error::Kind::no_text,
                    std::string(path) + ": nothing but white space in this "
                                        "file; nothing to read"});
  }
  source.lines = unpaged_lines(source.text);
  return source;
}

}  // namespace kehoach
