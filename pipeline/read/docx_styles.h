// How runs look and which paragraphs are numbered: by themselves, by their
// styles and the styles that these are based on, by the document's defaults
// (ECMA-376, part 1, 17.7).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "read/docx_xml.h"

namespace kehoach {

// What one level says of its runs; a level may be silent.
struct RunProps {
  std::optional<bool> bold;
  std::optional<bool> italic;
  std::optional<bool> caps;
  std::optional<bool> hidden;
  // The font of letters beyond ASCII; an empty name is one that the theme of
  // the document gives.
  std::optional<std::string_view> font;
  std::string_view style;  // of characters
};

// Reads a `w:rPr`.
[[nodiscard]] RunProps run_props(const XmlPart& part, pugi::xml_node props);

// How a run looks in the end.
struct RunLook {
  bool bold = false;
  bool italic = false;
  bool caps = false;
  bool hidden = false;
  std::string_view font;
};

// Of a paragraph: the list that it is an item of. `list` 0 is none.
struct NumberProps {
  std::optional<std::int32_t> list;
  std::optional<std::int32_t> level;
};

// Reads a `w:numPr`.
[[nodiscard]] NumberProps number_props(const XmlPart& part,
                                       pugi::xml_node props);

// A style with all that it is based on.
struct DocxStyle {
  RunProps run;
  NumberProps number;
  // Itself and those that it is based on, as far as the one with the number:
  // the level of a list may be tied to any of them.
  std::vector<std::string_view> number_styles;
  bool contents = false;  // a line of a table of contents
};

class DocxStyles {
 public:
  // No styles at all.
  DocxStyles() = default;
  // Styles are read when they are asked for; most documents use few.
  explicit DocxStyles(XmlPart part);

  // The default one for an id that is empty or unknown.
  [[nodiscard]] const DocxStyle& paragraph(std::string_view id) const;
  // A style of any kind; one that says nothing for an id that is empty or
  // unknown.
  [[nodiscard]] const DocxStyle& named(std::string_view id) const;

  // Switches of styles cancel each other out, those of the run itself stand.
  [[nodiscard]] RunLook look(const DocxStyle& paragraph,
                             const RunProps& run) const;

 private:
  [[nodiscard]] DocxStyle build(std::string_view id) const;

  XmlPart part_;
  RunProps defaults_;
  std::string_view default_paragraph_;
  std::unordered_map<std::string_view, pugi::xml_node> nodes_;
  mutable std::unordered_map<std::string_view, DocxStyle> styles_;
};

}  // namespace kehoach
