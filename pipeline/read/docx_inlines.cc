// What stands inside of paragraphs: runs, fields, notes, text boxes.
#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "read/docx_letters.h"
#include "read/docx_story.h"
#include "read/docx_symbols.h"

namespace kehoach {
namespace {

// `PAGE \* MERGEFORMAT`: numbers that pages have and texts do not.
bool is_page_field(std::string_view code) {
  code = trim(code);
  const std::string_view name = code.substr(0, code.find_first_of(" \t\\"));
  constexpr std::array<std::string_view, 4> kNames = {
      "PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

// `F0B7`
char32_t code_in(std::string_view hex) {
  std::uint32_t code = 0;
  const auto result =
      std::from_chars(hex.data(), hex.data() + hex.size(), code, 16);
  return result.ec == std::errc() ? code : 0;
}

// True for a number or bullet and nothing else.
bool is_only_mark(std::string_view line) {
  constexpr std::size_t kLongest = 16;
  if (line.empty() || line.size() > kLongest) return false;
  const ListMark mark = list_mark(std::string(line) + " x");
  return mark.kind != Marker::none && mark.size == line.size() + 1;
}

}  // namespace

void DocxStory::inlines(pugi::xml_node parent) {
  const Deeper deeper(*this);
  if (deeper.too_deep) return;
  for (const pugi::xml_node node : parent.children()) inline_node(node);
}

void DocxStory::inline_node(pugi::xml_node node) {
  switch (part_->tag(node)) {
    case Tag::run:
      return run(node);
    case Tag::ins:
    case Tag::move_to:
      ++findings_.insertions;
      return inlines(node);
    case Tag::del:
    case Tag::move_from:
      ++findings_.deletions;
      return;
    case Tag::hyperlink:
    case Tag::smart_tag:
    case Tag::custom_xml:
    case Tag::character_sheet:
    case Tag::math:
      return inlines(node);
    case Tag::sdt:
      return inlines(content_of(node));
    case Tag::alternate_content:
      return inlines(chosen(node));
    case Tag::field_simple:
      return simple_field(node);
    case Tag::math_text:
      return letters(node, styles_.look(*style_, {}));
    default:
      return;
  }
}

void DocxStory::run(pugi::xml_node node) {
  const Deeper deeper(*this);
  if (deeper.too_deep) return;
  RunProps props;
  RunLook look = styles_.look(*style_, props);
  for (const pugi::xml_node child : node.children()) {
    const Tag tag = part_->tag(child);
    if (tag == Tag::run_props) {
      look = styles_.look(*style_, run_props(*part_, child));
    } else if (tag == Tag::field_char) {
      field(child);
    } else if (tag == Tag::instruction) {
      if (!fields_.empty() && fields_.back().in_code)
        fields_.back().code += child.text().get();
    } else if (tag != Tag::other && !look.hidden && !is_unseen()) {
      run_child(child, tag, look);
    }
  }
}

void DocxStory::run_child(pugi::xml_node node, Tag tag, const RunLook& look) {
  switch (tag) {
    case Tag::text:
      return letters(node, look);
    case Tag::tab:
    case Tag::position_tab:
      return this->tab(look);
    case Tag::br:
    case Tag::cr:
      // A note is one paragraph; its lines were broken by hand.
      return in_note_ ? add(" ", look) : flow_.break_line();
    case Tag::no_break_hyphen:
      return add("-", look);
    case Tag::symbol: {
      const char32_t code = code_in(attribute(node, "char"));
      return add(symbol(code, attribute(node, "font")), look);
    }
    case Tag::footnote_reference:
      return note(node, Tag::footnote, look);
    case Tag::endnote_reference:
      return note(node, Tag::endnote, look);
    case Tag::ruby: {
      const pugi::xml_node base = part_->child(node, Tag::ruby_base);
      return inlines(base);
    }
    case Tag::alternate_content: {
      const Deeper deeper(*this);
      if (deeper.too_deep) return;
      for (const pugi::xml_node child : chosen(node).children())
        run_child(child, part_->tag(child), look);
      return;
    }
    case Tag::drawing:
    case Tag::pict:
    case Tag::object:
      return boxes(node);
    default:
      return;
  }
}

void DocxStory::field(pugi::xml_node node) {
  const std::string_view type = attribute(node, "fldCharType");
  if (type == "begin") {
    fields_.emplace_back();
    ++unseen_fields_;
    return;
  }
  if (fields_.empty()) return;
  Field& field = fields_.back();
  if (type == "separate" && field.in_code) {
    field.in_code = false;
    field.is_unseen = is_page_field(field.code);
    if (!field.is_unseen) --unseen_fields_;
  } else if (type == "end") {
    if (field.in_code || field.is_unseen) --unseen_fields_;
    fields_.pop_back();
  }
}

void DocxStory::simple_field(pugi::xml_node node) {
  if (!is_page_field(attribute(node, "instr"))) inlines(node);
}

void DocxStory::note(pugi::xml_node node, Tag kind, const RunLook& look) {
  const bool is_footnote = kind == Tag::footnote;
  const std::string label =
      is_footnote ? format_number(++footnotes_, NumberFormat::decimal)
                  : format_number(++endnotes_, NumberFormat::lower_roman);
  notes_.push_back(
      {kind, std::string(attribute(node, "id")), "[" + label + "]"});
  add(notes_.back().mark, look);
}

// The text boxes in a drawing.
void DocxStory::boxes(pugi::xml_node node) {
  const Deeper deeper(*this);
  if (deeper.too_deep) return;
  for (const pugi::xml_node child : node.children()) {
    if (child.type() != pugi::node_element) continue;
    const Tag tag = part_->tag(child);
    if (tag == Tag::alternate_content) {
      boxes(chosen(child));
    } else if (tag != Tag::text_box) {
      boxes(child);
    } else {
      const DocxStyle* style = style_;
      std::string mark = std::exchange(mark_, {});
      auto fields = std::exchange(fields_, {});
      flow_.begin_aside();
      blocks(child);
      flow_.end_aside();
      style_ = style;
      mark_ = std::move(mark);
      fields_ = std::move(fields);
      is_continued_ = false;
    }
  }
}

void DocxStory::letters(pugi::xml_node node, const RunLook& look) {
  for (const pugi::xml_node child : node.children()) {
    std::string_view text = child.value();
    // White space at the ends counts where the file says so.
    if (attribute(node, "space") != "preserve") text = trim(text);
    add(seen_letters(text, look, buffer_), look);
  }
}

void DocxStory::add(std::string_view text, const RunLook& look) {
  if (!mark_.empty()) {
    if (trim(text).empty()) return;
    flow_.add(mark_, {true, true});
    mark_.clear();
  }
  flow_.add(text, {look.bold, look.italic});
}

// Columns are parted by tabs, but so is a number from its text.
void DocxStory::tab(const RunLook& look) {
  if (flow_.at_line_begin()) return;
  add(is_only_mark(flow_.line()) ? " " : "\t", look);
}

}  // namespace kehoach
