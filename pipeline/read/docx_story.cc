#include "read/docx_story.h"

#include <algorithm>
#include <unordered_map>

#include "read/docx_table.h"

namespace kehoach {
namespace {

pugi::xml_node next_element(pugi::xml_node node) {
  do {
    node = node.next_sibling();
  } while (node && node.type() != pugi::node_element);
  return node;
}

}  // namespace

void DocxStory::read(const XmlPart& part, pugi::xml_node parent) {
  part_ = &part;
  fields_.clear();
  unseen_fields_ = 0;
  is_continued_ = false;
  blocks(parent);
}

bool DocxStory::has_notes(Tag kind) const {
  return std::any_of(notes_.begin(), notes_.end(),
                     [&](const Note& note) { return note.kind == kind; });
}

void DocxStory::read_notes(const XmlPart& part, Tag kind) {
  std::unordered_map<std::string_view, pugi::xml_node> unread;
  for (const pugi::xml_node node : part.root().children()) {
    if (part.tag(node) == kind) unread.emplace(attribute(node, "id"), node);
  }
  for (std::size_t i = 0; i < notes_.size(); ++i) {
    const auto node = unread.find(notes_[i].id);
    if (notes_[i].kind != kind || node == unread.end()) continue;
    note_mark_ = notes_[i].mark + " ";
    in_note_ = true;
    read(part, node->second);
    in_note_ = false;
    unread.erase(node);
  }
}

void DocxStory::blocks(pugi::xml_node parent) {
  const Deeper deeper(*this);
  if (deeper.too_deep) return;
  for (const pugi::xml_node node : parent.children()) block(node);
}

void DocxStory::block(pugi::xml_node node) {
  switch (part_->tag(node)) {
    case Tag::paragraph:
      return paragraph(node);
    case Tag::table:
      return table(node);
    case Tag::sdt:
      return blocks(content_of(node));
    case Tag::alternate_content:
      return blocks(chosen(node));
    case Tag::custom_xml:
    case Tag::smart_tag:
    case Tag::move_to:
    case Tag::ins:
      return blocks(node);
    case Tag::alt_chunk:
    case Tag::sub_document:
      ++findings_.foreign;
      return;
    default:
      return;
  }
}

void DocxStory::table(pugi::xml_node node) {
  const Deeper deeper(*this);
  if (deeper.too_deep) return;
  flow_.begin_table();
  for (const auto& row : cells_of(*part_, node)) {
    flow_.begin_row();
    for (const DocxCell& cell : row) {
      flow_.begin_cell(cell.shape);
      if (cell.node) blocks(cell.node);
    }
  }
  flow_.end_table();
}

DocxStory::Paragraph DocxStory::props_of(pugi::xml_node node) const {
  Paragraph out;
  const pugi::xml_node props = part_->child(node, Tag::paragraph_props);
  std::string_view style;
  RunProps end;
  bool is_removed = false;
  for (const pugi::xml_node prop : props.children()) {
    switch (part_->tag(prop)) {
      case Tag::paragraph_style:
        style = value(prop);
        break;
      case Tag::num_props:
        out.number = number_props(*part_, prop);
        break;
      case Tag::run_props:
        end = run_props(*part_, prop);
        is_removed =
            part_->child(prop, Tag::del) || part_->child(prop, Tag::move_from);
        break;
      default:
        break;
    }
  }
  out.style = &styles_.paragraph(style);
  const NumberProps& inherited = out.style->number;
  if (!out.number.list) {
    out.number.list = inherited.list;
    if (!out.number.level) out.number.level = inherited.level;
  }
  out.is_joined = is_removed || styles_.look(*out.style, end).hidden;
  return out;
}

// Counts the paragraph as an item of its list. Paragraphs that lost the ends
// between them are one, and what the last of them says holds for all.
void DocxStory::begin_number(pugi::xml_node node, Paragraph own) {
  while (own.is_joined) {
    node = next_element(node);
    if (!node || part_->tag(node) != Tag::paragraph) break;
    own = props_of(node);
  }
  mark_ = note_mark_ + numbering_.next(own.number, *own.style);
  note_mark_.clear();
}

void DocxStory::paragraph(pugi::xml_node node) {
  const Paragraph own = props_of(node);
  style_ = own.style;
  if (own.style->contents) return;
  if (!is_continued_) begin_number(node, own);
  inlines(node);
  // The code of a field does not reach beyond its paragraph; if it seems to,
  // its end is missing.
  const auto is_lost = [](const Field& f) { return f.in_code || f.is_unseen; };
  fields_.erase(std::remove_if(fields_.begin(), fields_.end(), is_lost),
                fields_.end());
  unseen_fields_ = 0;
  const pugi::xml_node next = next_element(node);
  is_continued_ = own.is_joined && next && part_->tag(next) == Tag::paragraph;
  if (is_continued_) return;
  const bool is_gone = own.is_joined && flow_.at_line_begin();
  if (!is_gone) end_paragraph(node);
  mark_.clear();
}

// A number without text is a text in a cell of its own: the column of running
// numbers is often made so.
void DocxStory::end_paragraph(pugi::xml_node node) {
  const pugi::xml_node cell = node.parent();
  if (!mark_.empty() && part_->tag(cell) == Tag::cell &&
      part_->child(cell, Tag::paragraph) == node && !next_element(node)) {
    flow_.add(trim(mark_), {true, true});
  }
  flow_.end_paragraph();
}

// What a reader of the wordprocessing vocabularies chooses.
pugi::xml_node DocxStory::chosen(pugi::xml_node alternatives) const {
  constexpr std::string_view kKnown =
      "http://schemas.microsoft.com/office/word/";
  for (const pugi::xml_node node : alternatives.children()) {
    const Tag tag = part_->tag(node);
    if (tag == Tag::fallback) return node;
    if (tag != Tag::choice) continue;
    const auto needed = split(trim(attribute(node, "Requires")), ' ');
    const bool all =
        std::all_of(needed.begin(), needed.end(), [&](std::string_view p) {
          return starts_with(XmlPart::namespace_of(node, p), kKnown);
        });
    if (all) return node;
  }
  return {};
}

// The content of a control, unless it asks to be filled in.
pugi::xml_node DocxStory::content_of(pugi::xml_node control) const {
  const pugi::xml_node props = part_->child(control, Tag::sdt_props);
  if (part_->child(props, Tag::placeholder_shown)) return {};
  return part_->child(control, Tag::sdt_content);
}

}  // namespace kehoach
