// One XML part of a Word document, and the names of its elements.
#pragma once

#include <cstdint>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "model/model.h"

namespace kehoach {

// The elements that mean something here. Names of WordprocessingML are those of
// ECMA-376, part 1, in our spelling; everything else is `other`.
enum class Tag : std::uint8_t {
  other,
  abstract_num,
  abstract_num_id,
  alt_chunk,
  based_on,
  bold,
  body,
  br,
  caps,
  cell,
  cell_props,
  character_sheet,  // `dir`, `bdo`: direction of letters
  cr,
  custom_xml,
  del,
  doc_defaults,
  drawing,
  endnote,
  endnote_reference,
  field_char,
  field_simple,
  fonts,
  footnote,
  footnote_reference,
  grid_before,
  grid_span,
  h_merge,
  header_reference,
  hyperlink,
  ins,
  instruction,
  italic,
  legal,
  level,
  level_index,
  level_override,
  level_restart,
  level_text,
  move_from,
  move_to,
  name,
  no_break_hyphen,
  num,
  num_format,
  num_id,
  num_props,
  num_style_link,
  object,
  paragraph,
  paragraph_props,
  paragraph_style,
  pict,
  picture_bullet,
  placeholder_shown,
  position_tab,
  row,
  row_props,
  ruby,
  ruby_base,
  run,
  run_default,
  run_props,
  run_style,
  sdt,
  sdt_content,
  sdt_props,
  section,
  smart_tag,
  start,
  start_override,
  style,
  style_link,
  sub_document,
  suffix,
  symbol,
  tab,
  table,
  text,
  text_box,
  title_page,
  v_merge,
  vanish,
  // Of other vocabularies.
  alternate_content,
  choice,
  fallback,
  math,
  math_text,
  flat_part,
  flat_xml,
};

// A parsed part and what its prefixes stand for. `root` lives as long as
// `document`, or as the file that a flat package was read from.
class XmlPart {
 public:
  XmlPart() = default;

  // Takes `xml` over. Entities that a document type declares are not expanded:
  // `&name;` stays as it is. Error: a message without the name of the part,
  // where the XML is broken or would take more than its share of memory.
  [[nodiscard]] static Result<XmlPart> parse(std::string xml);
  // A part inside another.
  [[nodiscard]] static XmlPart inside(pugi::xml_node root);

  [[nodiscard]] pugi::xml_node root() const { return root_; }

  // What `node` is; its namespace counts, its prefix does not. Of a prefix that
  // stands for two namespaces in one part the first holds for all of it.
  [[nodiscard]] Tag tag(pugi::xml_node node) const;
  // The first child of that kind; null if there is none.
  [[nodiscard]] pugi::xml_node child(pugi::xml_node node, Tag tag) const;
  // What a prefix stands for at `node`; empty if nothing.
  [[nodiscard]] static std::string_view namespace_of(pugi::xml_node node,
                                                     std::string_view prefix);

 private:
  enum class Space : std::uint8_t { other, word, compatibility, math, flat };
  struct Prefix {
    std::string_view name;
    Space space = Space::other;
  };

  static Space space_from(std::string_view uri);
  Space space_of(pugi::xml_node node, std::string_view prefix) const;

  std::unique_ptr<std::string> xml_;
  std::unique_ptr<pugi::xml_document> document_;
  pugi::xml_node root_;
  mutable std::vector<Prefix> prefixes_;
  mutable std::string_view word_;  // `w:`, once it is known to be Word's
};

// The value of the attribute `name`, whatever its prefix; empty if missing.
[[nodiscard]] std::string_view attribute(pugi::xml_node node,
                                         std::string_view name);
// The attribute `val`.
[[nodiscard]] inline std::string_view value(pugi::xml_node node) {
  return attribute(node, "val");
}
// `text` as a number: `otherwise` where it is none, or outside of what 32 bits
// hold.
[[nodiscard]] std::int32_t number_in(std::string_view text,
                                     std::int32_t otherwise);
// `val` as a number.
[[nodiscard]] inline std::int32_t number(pugi::xml_node node,
                                         std::int32_t otherwise) {
  return number_in(value(node), otherwise);
}
// `val` of a switch, which is on if nothing says otherwise.
[[nodiscard]] bool is_on(pugi::xml_node node);

}  // namespace kehoach
