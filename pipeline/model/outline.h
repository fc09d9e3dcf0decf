// The tree of a plan: what each paragraph is, and under what it stands.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/diagnostic.h"
#include "model/normal_text.h"
#include "text/text.h"

namespace kehoach {

// What a part of a plan is about; decides what may be extracted from it.
enum class SectionRole : std::uint8_t {
  none,          // not decided
  preamble,      // before the first part: basis, `Thực hiện ...`
  purpose,       // mục đích, yêu cầu, quan điểm
  situation,     // hiện trạng, đánh giá tình hình
  objectives,    // mục tiêu, chỉ tiêu
  tasks,         // nhiệm vụ, giải pháp, nội dung
  organisation,  // tổ chức thực hiện, phân công
  reporting,     // chế độ thông tin, báo cáo
  funding,       // kinh phí
  timing,        // thời gian thực hiện
  closing,       // `Trên đây là ...`
};
[[nodiscard]] std::string_view name_of(SectionRole role);
// Nothing for a name that no section has.
[[nodiscard]] std::optional<SectionRole> section_named(std::string_view name);

enum class NodeKind : std::uint8_t {
  letterhead,  // names of bodies, state motto
  number,      // `Số: 12/KH-UBND`
  place_date,  // `Long Khánh, ngày 22 tháng 8 năm 2024`
  doc_type,    // `KẾ HOẠCH`
  title,
  portal,     // lines a document portal added
  addressee,  // `Kính gửi: ...`
  heading,    // opens a part; its text is no obligation
  lead_in,    // a sentence that ends in a colon, above its items
  item,       // numbered, lettered or bulleted
  paragraph,
  cell,        // of a table
  annotation,  // `Đơn vị chủ trì: ...` and its kin, about the items before it
  recipient,  // a line under `Nơi nhận`
  signature,  // authority, title and name at the end
  footnote,
  rule,  // dashes, stars, nothing else
};
[[nodiscard]] std::string_view name_of(NodeKind kind);

// What decided the kind or the section of a node.
enum class Because : std::uint8_t {
  unknown,
  rule,           // a rule of the family `outline`: Node::rule
  front,          // it stands before the type word
  date_words,     // `ngày ... năm` before the type word
  behind_type,    // it stands right behind the type word
  table,          // it is a cell
  mark,           // it has a number or a bullet
  part_mark,      // its number is one of parts: I., Phần, Điều
  look,           // bold, capitals or a Markdown heading
  next_line,      // no end mark, and what follows is of another kind
  colon,          // it ends in a colon above numbered lines
  children,       // numbered lines stand below it
  nothing_below,  // it looks like a heading, but nothing stands below it
  annotated,      // it stands below a line that speaks of other items
  bare,           // it has no number
  back,           // it stands among the recipients and signatures
  above,          // it stands in a part that has this section
  no_part,        // it stands before the first part
  first_level,    // a part whose heading no rule knows
  lead_in,        // the sentence announces targets
  last,           // the last paragraph before the signature
  decision,       // the opening of the decision around the plan
  appendix,       // what its appendix is about, or that it is a form
};
// `it ends in a colon above numbered lines`
[[nodiscard]] std::string_view words_for(Because because);

struct Node {
  NodeKind kind = NodeKind::paragraph;
  Marker marker = Marker::none;
  SectionRole role = SectionRole::none;
  std::int32_t parent = -1;   // index in Outline::nodes; -1 at the top
  std::uint8_t depth = 0;     // 0 at the top
  bool has_children = false;  // numbered, lettered or bulleted ones
  Span span;                  // the whole paragraph
  Span body;                  // without its number or bullet
  std::string label;          // as printed without brackets and final dots
  std::string path;           // labels from the root: `IV.1.h`
  std::uint32_t page = 0;
  TablePlace place;
  bool bold = false;
  Because kind_by = Because::unknown;
  Because role_by = Because::unknown;
  std::int32_t rule = -1;       // that named its kind; in Rulebook::rules()
  std::int32_t role_rule = -1;  // that named its section
  friend bool operator==(const Node&, const Node&) = default;
};

// One table of the document, by the nodes of its cells.
struct Table {
  std::uint32_t id = 0;  // as in TablePlace
  std::uint32_t rows = 0;
  std::uint32_t columns = 0;
  friend bool operator==(const Table&, const Table&) = default;
};

struct Outline {
  std::vector<Node> nodes;  // in document order
  std::vector<Table> tables;
  // Where the plan itself begins: behind the decision that issues it, if any.
  std::uint32_t plan_begin = 0;
  std::vector<Diagnostic> diagnostics;
};

}  // namespace kehoach
