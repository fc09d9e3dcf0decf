// What kind of file some bytes are, told by the bytes.
#pragma once

#include <string_view>

namespace kehoach {

struct FileType {
  // `office`: a ZIP file in the form of Office documents, or a Word document as
  // one XML file; which one, its list of contents says. `locked`: an Office
  // document behind a password. `cut`: one whose end is missing.
  enum class Kind { empty, text, pdf, html, office, image, locked, cut, other };
  Kind kind = Kind::other;
  // Of other kinds and what is cut, for a message: `a Word file (DOCX)`.
  std::string_view name;
  std::string_view advice;  // what to do about other kinds
};

// Looks at the first few kilobytes, and at the directory of ZIP and old Office
// files. `path` serves one question: a file
// that begins with an HTML tag and is called `.md` is Markdown all the same.
[[nodiscard]] FileType file_type(std::string_view bytes, std::string_view path);

// True for paths that end in `.md` or `.markdown`, in any case.
[[nodiscard]] bool is_markdown_path(std::string_view path);

// True for an XML file that is a Word document whole.
[[nodiscard]] bool is_flat_word(std::string_view bytes);

}  // namespace kehoach
