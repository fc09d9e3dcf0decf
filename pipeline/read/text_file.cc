#include "read/text_file.h"

#include <algorithm>

#include "read/clean_text.h"
#include "read/file_type.h"

namespace kehoach {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

// The first byte at or after `at` that can't stay as it is: a carriage return,
// a NUL, or one that is no UTF-8. The size of `bytes` if there is none.
std::size_t next_change(std::string_view bytes, std::size_t at) {
  while (at < bytes.size()) {
    const char c = bytes[at];
    if (static_cast<unsigned char>(c) < 0x80) {
      if (c == '\r' || c == '\0') return at;
      ++at;
      continue;
    }
    const Codepoint letter = decode_at(bytes, at);
    if (letter.size == 1) return at;
    at += letter.size;
  }
  return at;
}

struct Repairs {
  std::size_t count = 0;
  std::size_t first_in = 0;  // in the file
  Span first;                // in the text
};

Span span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// Writes what stands in place of the byte at `at`; returns where to go on.
std::size_t change(std::string_view bytes, std::size_t at, EditedText& out,
                   Repairs& repairs) {
  if (bytes[at] == '\r') {
    // Of CRLF the LF is copied on with the next line.
    if (at + 1 < bytes.size() && bytes[at + 1] == '\n') return at + 1;
    out.replace("\n", span_of(at, at + 1));
    return at + 1;
  }
  if (repairs.count++ == 0) {
    repairs.first_in = at;
    repairs.first = span_of(out.size(), out.size() + kReplacement.size());
  }
  out.replace(kReplacement, span_of(at, at + 1));
  return at + 1;
}

Diagnostic describe(const Repairs& repairs, std::string_view text) {
  const auto line =
      1 + std::count(text.begin(), text.begin() + repairs.first.begin, '\n');
  return {Severity::warning, "utf8-repaired",
          std::to_string(repairs.count) +
              (repairs.count == 1 ? " byte is" : " bytes are") +
              " no UTF-8 and stand as U+FFFD, the first in line " +
              std::to_string(line) + " (byte " +
              std::to_string(repairs.first_in) + " of the file)",
          repairs.first};
}

// Everything from `begin` on, changed where it must be.
void edit(std::string_view bytes, std::size_t begin, SourceText& source) {
  EditedText out;
  Repairs repairs;
  for (std::size_t at = begin; at < bytes.size();) {
    const std::size_t stop = next_change(bytes, at);
    out.copy(bytes, span_of(at, stop));
    at = stop < bytes.size() ? change(bytes, stop, out, repairs) : stop;
  }
  source.text = out.take_text();
  source.bytes = out.take_map();
  if (repairs.count > 0) {
    source.diagnostics.push_back(describe(repairs, source.text));
  }
}

}  // namespace

std::vector<SourceLine> unpaged_lines(std::string_view text) {
  std::vector<SourceLine> lines;
  lines.reserve(text.size() / 64 + 1);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back({.span = span_of(at, end)});
    at = end + 1;
  }
  return lines;
}

Result<SourceText> read_text_file(std::string_view bytes,
                                  std::string_view path) {
  SourceText source;
  source.media_type = is_markdown_path(path) ? "text/markdown" : "text/plain";
  const std::size_t begin =
      starts_with(bytes, kByteOrderMark) ? kByteOrderMark.size() : 0;
  if (begin == 0 && is_clean_text(bytes)) {
    source.text = bytes;
  } else {
    edit(bytes, begin, source);
  }
  if (source.text.find_first_not_of(" \t\n\v\f") == std::string::npos) {
    return Failure({Error::Kind::no_text,
                    std::string(path) + ": nothing but white space in this "
                                        "file; nothing to read"});
  }
  source.lines = unpaged_lines(source.text);
  return source;
}

}  // namespace kehoach
