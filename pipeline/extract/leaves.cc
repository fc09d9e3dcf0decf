#include "extract/leaves.h"

#include <algorithm>

#include "extract/spoken_of.h"

namespace kehoach {
namespace {

bool is_letter(const Outline& outline) {
  return std::none_of(
      outline.nodes.begin(), outline.nodes.end(), [](const Node& n) {
        return n.kind == NodeKind::doc_type || n.kind == NodeKind::heading ||
               n.kind == NodeKind::item;
      });
}

}  // namespace

LeafTest::LeafTest(const Reading& reading, BodiesAbove& above)
    : r_(reading), above_(above), is_letter_(is_letter(reading.outline)) {}

std::string_view LeafTest::why_none(const Node& node) {
  if (node.kind != NodeKind::item && node.kind != NodeKind::paragraph)
    return "no obligation: only items and paragraphs are";
  if (node.has_children || above_.opens_those_behind(node) ||
      opens_other_bullets(r_, node))
    return "no obligation: items stand below it";
  if (opens_task_table(node))
    return "no obligation: the rows of a table stand below it";
  if (!holds_obligations(node.role) && !is_arranged(node) &&
      !is_asked_in_letter(node))
    return "no obligation: its section holds none";
  if (node.body.size() <= 3 || !has_word(r_.printed(node.body)))
    return "no obligation: too short";
  if (is_head_alone(node)) return "no obligation: it only opens a list";
  if (is_slogan(node)) return "no obligation: a slogan";
  if (is_person_listed(node)) return "no obligation: it names a person";
  if (is_telephone(node)) return "no obligation: a telephone number";
  if (is_note(node) || is_caption(node)) return "no obligation: a note";
  if (names_bodies_alone(node)) return "no obligation: it only names bodies";
  if (r_.words.validity.stands_at(r_.text.folded, node.body.begin))
    return "no obligation: it says from when the document holds";
  if (node.kind == NodeKind::paragraph && node.role == SectionRole::tasks &&
      is_description(r_, node.body))
    return "no obligation: it says what something is";
  if (is_listed_time(r_, node)) return "no obligation: a time";
  if (is_condition(node))
    return "no obligation: a condition, or whom it is about";
  return "";
}

// `Vì một dòng sông sạch!`, `“Xanh - Sạch - Đẹp”.`
bool LeafTest::is_slogan(const Node& node) const {
  const std::string_view said = trim(r_.printed(node.body));
  const std::string_view words =
      ends_with(said, ".") ? said.substr(0, said.size() - 1) : said;
  return ends_with(said, "!") ||
         (starts_with(words, "“") && ends_with(words, "”") &&
          words.find("“", 1) == std::string_view::npos);
}

// `Trọng tâm:`, wherever the list below it went.
bool LeafTest::is_head_alone(const Node& node) const {
  const Span head = trim(r_.text.text, node.body, ": ");
  return head.end < node.body.end &&
         r_.words.focuses.exact(r_.folded(head)) != nullptr;
}

// `Là người có công`; and below `... có một trong các điều kiện sau:` what is
// no order.
bool LeafTest::is_condition(const Node& node) const {
  constexpr std::string_view kIs = "là ";
  const auto what = node.body.begin + static_cast<std::uint32_t>(kIs.size());
  const Node* up = r_.parent(node);
  if (starts_with(r_.folded(node.body), kIs))
    return !r_.words.collective_nouns.stands_at(r_.text.folded, what) &&
           (up == nullptr || !begins_agency(r_, up->body.begin, up->body.end));
  if (up == nullptr || begins_agency(r_, node.body.begin, node.body.end))
    return false;
  const std::string_view head = r_.folded(trim(r_.text.text, up->body, ":. "));
  return r_.words.condition_lists.ending(head) != nullptr;
}

// A letter without parts asks in its paragraphs: `Bộ Y tế đề nghị các Sở Y tế
// báo cáo ...`
bool LeafTest::is_asked_in_letter(const Node& node) const {
  const bool asks =
      node.role == SectionRole::preamble || node.role == SectionRole::closing;
  return is_letter_ && node.kind == NodeKind::paragraph && asks &&
         read_roles(r_, node.body, r_.matches[r_.index_of(node)], false)
             .ordered;
}

// `Thời gian, địa điểm`, `Thành phần dự hội nghị` and who sees to it: an item
// that begins with a body and its verb, or says what must be.
bool LeafTest::is_arranged(const Node& node) const {
  const Node* up = r_.parent(node);
  if (up == nullptr || node.marker == Marker::none ||
      r_.folded(node.body).find("dự kiến") != std::string_view::npos ||
      !r_.words.arrangements.stands_at(r_.text.folded, up->body.begin))
    return false;
  // `Đại diện các sở là thành viên Ban Tổ chức` does nothing.
  const Span list = agency_list_at(r_, node.body.begin, node.body.end, false);
  if (!list.empty() && is_only_there(list.end)) return false;
  return r_.folded(node.body).find(" phải ") != std::string_view::npos ||
         read_roles(r_, node.body, r_.matches[r_.index_of(node)], false)
             .text_names_lead;
}

// ` là ...`, ` tham dự`, `: Tổ Lịch sử`
bool LeafTest::is_only_there(std::uint32_t at) const {
  const std::string_view folded = r_.text.folded;
  return r_.words.no_acts.stands_at(folded, at + 1) ||
         r_.words.attends.stands_at(folded, at + 1) ||
         (at < folded.size() && folded[at] == ':' &&
          !r_.words.verbs.stands_at(folded, at + 2));
}

// `Đài Truyền hình tổ chức 11 chuyên mục sau:` above a table of them.
bool LeafTest::opens_task_table(const Node& node) const {
  const auto& nodes = r_.outline.nodes;
  std::size_t next = r_.index_of(node) + 1;
  if (!ends_with(trim(r_.printed(node.body)), ":") || next == nodes.size() ||
      nodes[next].kind != NodeKind::cell)
    return false;
  while (next + 1 < nodes.size() && nodes[next + 1].kind == NodeKind::cell)
    ++next;
  const Span table{node.span.end, nodes[next].span.end};
  return std::any_of(r_.task_rows.begin(), r_.task_rows.end(),
                     [&](const TaskRow& row) {
                       return table.contains(row.cell(TaskRow::Column::task));
                     });
}

// `Bà Trần Thị Bình - Phó Chủ tịch - Tổ trưởng`: a member, and nothing to do.
bool LeafTest::is_person_listed(const Node& node) const {
  constexpr std::string_view kPost = " - ";
  const std::string_view printed = r_.printed(node.body);
  const std::string_view folded = r_.folded(node.body);
  if (node.kind != NodeKind::item ||
      !r_.words.person_titles.stands_at(folded, 0) ||
      printed.find(kPost) == std::string_view::npos ||
      printed.find_first_of(":;") < printed.size() - 1)
    return false;
  for (std::size_t at = 1; at < printed.size(); ++at) {
    if (printed[at - 1] == ' ' && is_lower(decode_at(printed, at).value) &&
        r_.words.verbs.stands_at(folded, at))
      return false;
  }
  return true;
}

// `Trung tâm Thoát nước: 0243.555.01.02`, against `Chấm thi: 07 - 12/10/2025`.
bool LeafTest::is_telephone(const Node& node) const {
  const std::string_view text = trim(r_.printed(node.body));
  const std::size_t colon = text.rfind(": 0");
  return colon != std::string_view::npos && text.size() - colon > 9 &&
         text.find_first_not_of("0123456789. -;/", colon + 2) ==
             std::string_view::npos &&
         text.find("/20", colon) == std::string_view::npos;
}

// `(Danh sách kèm theo)`
bool LeafTest::is_note(const Node& node) const {
  const auto match = r_.rules.match_at(Family::outline, r_.text.folded,
                                       node.body, node.role, r_.log());
  if (!match || match->rule->attribute("what") != "note") return false;
  return node.marker == Marker::none || match->rule->attribute("bare") != "yes";
}

// `CÁC NHIỆM VỤ CHỦ YẾU (Kèm theo Kế hoạch số ...)`
bool LeafTest::is_caption(const Node& node) const {
  const std::size_t bracket =
      std::min(r_.folded(node.body).find("(kèm theo"),
               r_.folded(node.body).find("(ban hành kèm theo"));
  return node.kind == NodeKind::paragraph &&
         bracket != std::string_view::npos &&
         is_all_upper(r_.printed(node.body).substr(0, bracket));
}

// `+ Sở Y tế; Công an tỉnh.`: who is invited, or informed.
bool LeafTest::names_bodies_alone(const Node& node) const {
  const Span body = trim(r_.text.text, node.body, ".,;");
  return agency_list_at(r_, body.begin, body.end, false) == body;
}

}  // namespace kehoach
