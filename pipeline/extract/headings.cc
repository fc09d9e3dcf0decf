// The bodies that headings address.

#include "extract/agency_words.h"
#include "extract/facts.h"

namespace kehoach {
namespace {

// `Nội dung giám sát của chủ dự án` without the charge: what it says is whose
// work it is. `Nhiệm vụ nâng cao vai trò của ...` names an object.
Span behind_charge(const Reading& r, Span body) {
  constexpr std::string_view kOf = " của ";
  const std::uint32_t charge =
      r.words.charges.size_at(r.text.folded, body.begin);
  const std::size_t of = r.folded(body).find(kOf);
  if (charge == 0 || of == std::string_view::npos || of < charge) return body;
  const std::string_view kind =
      trim(r.folded(body).substr(charge, of - charge));
  if (!kind.empty() && r.words.verbs.exact(kind) == nullptr &&
      r.words.charge_kinds.exact(kind) == nullptr)
    return body;
  return {body.begin + static_cast<std::uint32_t>(of + kOf.size()), body.end};
}

// `Các sở chủ trì, quản lý các dự án`: behind a plural a clause tells which;
// `Các sở chủ trì, phối hợp với ...` says what they do. `Cơ quan chủ trì dự án`
// tells which, too.
bool is_clause_of_name(const Reading& r, Span body, std::size_t from,
                       std::size_t cut) {
  const std::string_view name = r.folded(body).substr(0, from);
  const std::string_view rest = r.folded(body).substr(cut);
  if (name == "cơ quan" || name == "đơn vị")
    return starts_with(rest, " ") && !starts_with(rest, " và ") &&
           !starts_with(rest, " phối hợp");
  return starts_with(rest, ", ") && !starts_with(rest, ", phối hợp") &&
         r.words.plurals.stands_at(r.text.folded, body.begin);
}

// `2. Đối với Sở Y tế` among tasks, against `2. Đối với hộ nghèo`, whom they
// are about: a name tells, or a noun for those who are told.
bool is_told(const Reading& r, const Node& node, std::size_t name) {
  auto at = static_cast<std::uint32_t>(name);
  if (node.role != SectionRole::tasks || node.kind != NodeKind::heading)
    return false;
  if (r.words.told_by_headings.stands_at(r.text.folded, at)) return true;
  if (const auto many = r.words.plurals.size_at(r.text.folded, at))
    at += many + 1;
  return is_capital(r.text.text, at);
}

// `7. Doanh nghiệp số` among tasks: what they are about, and nobody's address.
bool is_topic(const Reading& r, const Node& node, Span body) {
  if (node.role != SectionRole::tasks || node.kind != NodeKind::heading)
    return false;
  const std::uint32_t noun = r.words.topics.size_at(r.text.folded, body.begin);
  const std::uint32_t next = body.begin + noun + 1;
  return noun > 0 && next < body.end && r.text.text[next - 1] == ' ' &&
         is_lower(decode_at(r.text.text, next).value) &&
         !r.words.verbs.stands_at(r.text.folded, next) &&
         r.folded({next - 1, body.end}).substr(0, 5) != " và ";
}

// `Cơ quan quản lý`, `Các đơn vị chuyên môn`: what somebody is here.
bool is_label(const Reading& r, Span label) {
  const std::string_view folded = r.folded(label);
  return r.words.plurals.stands_at(r.text.folded, label.begin) ||
         starts_with(folded, "cơ quan ") || starts_with(folded, "đơn vị ");
}

// A heading that is glued to its first sentence: `1. Các cơ quan căn cứ chức
// năng xây dựng kế hoạch ...; đề ra giải pháp ...`.
Span before_sentence(const Reading& r, Span body) {
  constexpr std::size_t kLongestName = 150;  // bytes
  if (body.size() < kLongestName) return body;
  const Span list = agency_list_at(r, body.begin, body.end, false);
  const std::uint32_t next = list.end + 1;
  const bool goes_on = !list.empty() && next < body.end &&
                       r.text.text[list.end] == ' ' &&
                       ((r.words.verbs.stands_at(r.text.folded, next) &&
                         r.words.everybody.exact(r.folded(list)) != nullptr) ||
                        starts_with(r.folded({next, body.end}), "căn cứ ") ||
                        r.words.within_charge.stands_at(r.text.folded, next));
  return goes_on ? list : body;
}

}  // namespace

Span names_behind_label(const Reading& r, Span body) {
  const std::size_t colon = r.printed(body).find(": ");
  if (colon == std::string_view::npos ||
      !is_label(r,
                {body.begin, body.begin + static_cast<std::uint32_t>(colon)}))
    return {};
  const Span names{body.begin + static_cast<std::uint32_t>(colon) + 2,
                   body.end};
  const std::uint32_t head =
      r.words.body_heads.size_at(r.text.folded, names.begin);
  const bool proper =
      is_capital(r.text.text, names.begin) &&
      (r.words.always_split.stands_at(r.text.folded, names.begin) ||
       (head > 0 && names.begin + head + 1 < names.end &&
        is_capital(r.text.text, names.begin + head + 1)));
  return proper && agency_list_at(r, names.begin, names.end, false).end ==
                       names.end
             ? names
             : Span{};
}

bool is_person(const Reading& r, Span body) {
  const std::uint32_t title =
      r.words.person_titles.size_at(r.text.folded, body.begin);
  const std::uint32_t post = body.begin + title + 1;
  return title > 0 && post < body.end &&
         r.words.titles.stands_at(r.text.folded, post) &&
         is_capital(r.text.text, post) &&
         r.printed(body).find_first_of(",;:(") == std::string_view::npos;
}

std::vector<std::string> bodies_of_heading(const Reading& r, const Node& node,
                                           bool& requested) {
  // `ĐƠN VỊ TỔ CHỨC - THỜI GIAN - ĐỊA ĐIỂM`
  if (node.role == SectionRole::timing) return {};
  Span body = trim(r.text.text, node.body, ".:;");
  const std::string_view folded = r.folded(body);
  bool asked = false;
  bool addressed = false;
  for (const std::string& word : r.rules.list("addresses")) {
    if (!starts_with(folded, word) || folded.size() <= word.size() ||
        (folded[word.size()] != ' ' && folded[word.size()] != ':'))
      continue;
    asked = word == "đề nghị";
    addressed = true;
    body.begin += static_cast<std::uint32_t>(word.size()) + 1;
    body = trim(r.text.text, body);  // `Đề nghị: Hội Nông dân tỉnh`
    break;
  }
  const std::string_view text = r.text.folded;
  bool responsible = r.words.responsible_heads.stands_at(text, body.begin);
  body.begin += r.words.addressing_heads.size_at(text, body.begin);
  // `Đối với giáo viên`, where the work is shared out; `Yêu cầu đối với các
  // hộ`.
  constexpr std::string_view kConcerning = "đối với ";
  if (starts_with(r.folded(body), kConcerning) &&
      (addressed || node.role == SectionRole::organisation ||
       is_told(r, node, body.begin + kConcerning.size()))) {
    body.begin += static_cast<std::uint32_t>(kConcerning.size());
    responsible =
        responsible || r.words.told_by_headings.stands_at(text, body.begin);
  }
  body = behind_charge(r, trim(r.text.text, body));
  if (is_person(r, body)) return {std::string(r.printed(body))};
  if (!responsible &&
      (is_topic(r, node, body) || !begins_agency(r, body.begin, body.end)))
    return {};
  if (const Span named = names_behind_label(r, body); !named.empty())
    return split_agencies(r, named);
  for (const std::string& cut : r.rules.list("heading_cuts")) {
    const std::size_t at = r.folded(body).find(cut);
    if (at != std::string_view::npos &&
        !is_clause_of_name(r, body, at, at + cut.size()) &&
        !names_places(r, body.begin,
                      body.begin + static_cast<std::uint32_t>(at), body.end))
      body.end = body.begin + static_cast<std::uint32_t>(at);
  }
  for (const std::string& order : r.rules.list("heading_orders")) {
    const std::size_t at = r.printed(body).find(order);
    if (at != std::string_view::npos)
      body.end = body.begin + static_cast<std::uint32_t>(at);
  }
  body = before_sentence(r, body);
  // `Đề nghị Công an xã phối hợp`
  constexpr std::string_view kHelp = " phối hợp";
  if (addressed && ends_with(r.folded(body), kHelp))
    body.end -= static_cast<std::uint32_t>(kHelp.size());
  requested = requested || asked;
  return split_agencies(r, body);
}

}  // namespace kehoach
