// Names of bodies: where a list of them begins and where it ends.

#include <algorithm>

#include "extract/agency_words.h"
#include "extract/name_ends.h"

namespace kehoach {
namespace {

constexpr std::uint32_t kLongestList = 4000;  // bytes

bool begins_two_capitals(std::string_view text, std::uint32_t at,
                         std::uint32_t end) {
  const std::size_t gap = text.find(' ', at);
  return is_capital(text, at) && gap < end &&
         is_capital(text, static_cast<std::uint32_t>(gap) + 1);
}

}  // namespace

bool names_places(const Reading& reading, std::uint32_t begin,
                  std::uint32_t colon, std::uint32_t end) {
  const std::string_view before = reading.folded({begin, colon});
  if (const Phrase* office = reading.words.office_kinds.ending(before);
      office != nullptr && office->text.size() < before.size())
    return ends_with(
               trim(before.substr(0, before.size() - office->text.size())),
               "các") &&
           is_capital(reading.text.text,
                      skip_spaces(reading.text.text, colon + 1, end));
  const std::size_t space = before.rfind(' ');
  if (space == std::string_view::npos) return false;
  const std::string_view kind = before.substr(space + 1);
  if (reading.words.place_kinds.exact(kind) == nullptr) return false;
  return begins_two_capitals(
      reading.text.text, skip_spaces(reading.text.text, colon + 1, end), end);
}

namespace {

// Walks over one list of bodies.
class ListWalker {
 public:
  ListWalker(const Reading& reading, std::uint32_t end)
      : r_(reading), end_(end), names_(reading, end) {}

  [[nodiscard]] Span walk(std::uint32_t begin) const {
    std::uint32_t at = begin;
    const std::uint32_t limit = std::min(end_, begin + kLongestList);
    std::string_view before;
    while (at < limit) {
      const char c = text()[at];
      if (c == ' ') {
        ++at;
        continue;
      }
      if (c == '(') {
        const std::size_t close = text().find(')', at);
        if (close == std::string::npos || close >= limit) break;
        at = static_cast<std::uint32_t>(close) + 1;
        continue;
      }
      if (c == ',' || c == ';') {
        if (!goes_on_behind(at, c) && !(c == ',' && is_charge(begin, at)))
          break;
        ++at;
        before = ",";
        continue;
      }
      if (c == ':' && names_places(r_, begin, at, limit)) {
        ++at;
        continue;
      }
      if (std::string_view(".:!?[)\n").find(c) != std::string_view::npos) break;
      const std::uint32_t body = std::max(r_.words.bodies.size_at(folded(), at),
                                          charge_at(at, before));
      const std::uint32_t inside =
          at > begin ? r_.words.inside_names.size_at(folded(), at) : 0;
      if (body == 0 && inside == 0 && stops_at(at, begin, before)) break;
      const std::uint32_t noun = std::max(
          {body, inside, r_.words.collective_nouns.size_at(folded(), at),
           r_.words.name_tails.size_at(folded(), at)});
      const std::uint32_t word_end =
          noun > 0 ? at + noun : end_of_word(text(), at, limit);
      if (word_end == at) break;  // nothing that a name is made of
      before = folded().substr(at, word_end - at);
      at = word_end;
    }
    // What is longer ends with its last whole name.
    if (at >= limit && limit < end_) {
      const std::size_t mark =
          text().substr(begin, limit - begin).find_last_of(",;");
      at = mark == std::string_view::npos
               ? begin
               : begin + static_cast<std::uint32_t>(mark);
    }
    return trim(text(), {begin, at}, ",;");
  }

 private:
  [[nodiscard]] std::string_view text() const { return r_.text.text; }
  [[nodiscard]] std::string_view folded() const { return r_.text.folded; }

  // The bytes of a verb that belongs to the name in front of it: `Đoàn [kiểm
  // tra, giám sát]`, `Chuyên viên [phụ trách tổng hợp]`.
  [[nodiscard]] std::uint32_t charge_at(std::uint32_t at,
                                        std::string_view before) const {
    if (r_.words.groups.exact(before) != nullptr)
      return r_.words.group_tasks.size_at(folded(), at);
    if (const std::uint32_t part = part_at(at, before)) return part;
    if (!stands_at(folded(), at, kCharge) ||
        (r_.words.persons.exact(before) == nullptr && before != ","))
      return 0;
    const auto size = static_cast<std::uint32_t>(kCharge.size());
    std::uint32_t what = skip_spaces(text(), at + size, end_);
    if (const std::uint32_t field = r_.words.fields.size_at(folded(), what))
      what = skip_spaces(text(), what + field, end_);
    return what - at + r_.words.verbs.size_at(folded(), what);
  }

  // `Cơ quan [chủ trì] có trách nhiệm ...`: which of two, in front of a duty;
  // `cơ quan [giúp việc] của Tỉnh ủy`.
  [[nodiscard]] std::uint32_t part_at(std::uint32_t at,
                                      std::string_view before) const {
    if (before != "cơ quan" && before != "đơn vị") return 0;
    if (const std::uint32_t task = r_.words.office_tasks.size_at(folded(), at))
      return task;
    for (const std::string_view part : {"chủ trì", "phối hợp"}) {
      const auto size = static_cast<std::uint32_t>(part.size());
      const std::uint32_t next = at + size + 1;
      if (stands_at(folded(), at, part) && next < end_ &&
          (r_.words.duties.stands_at(folded(), next) ||
           stands_at(folded(), next, "có quyền")))
        return size;
    }
    return 0;
  }

  // `Phó Chủ tịch Thường trực, phụ trách lĩnh vực Dân tộc`: the comma at `at`
  // stands inside the name of a person.
  [[nodiscard]] bool is_charge(std::uint32_t begin, std::uint32_t at) const {
    const std::uint32_t next = skip_spaces(text(), at + 1, end_);
    if (!stands_at(folded(), next, kCharge)) return false;
    const auto size = static_cast<std::uint32_t>(kCharge.size());
    return r_.words.fields.stands_at(folded(),
                                     skip_spaces(text(), next + size, end_)) &&
           names_person(r_, begin);
  }

  // Whether the list goes on behind the comma or semicolon at `at`.
  [[nodiscard]] bool goes_on_behind(std::uint32_t at, char mark) const {
    const std::uint32_t next = skip_spaces(text(), at + 1, end_);
    if (next >= end_) return false;
    if (begins_agency(r_, next, end_)) return true;
    if (mark == ';') return false;
    if (r_.words.collective_nouns.stands_at(folded(), next)) return true;
    if (is_capital(text(), next)) return true;
    return !r_.words.verbs.stands_at(folded(), next) &&
           !r_.words.stop_words.stands_at(folded(), next) &&
           !r_.words.verb_nouns.stands_at(folded(), next);
  }

  // A verb, or a word that opens another phrase.
  [[nodiscard]] bool stops_at(std::uint32_t at, std::uint32_t begin,
                              std::string_view before) const {
    if (at == begin) return false;
    if (is_capital(text(), at))
      return r_.words.never_in_names.stands_at(folded(), at);
    if (names_.is_in_company(at, begin)) return false;
    if (stands_at(folded(), at, "tổ chức")) return !is_noun_to_chuc(at, before);
    if (r_.words.stop_words.stands_at(folded(), at))
      return !r_.words.name_tails.stands_at(folded(), at) &&
             !is_at_a_body(at) && !is_inside_a_body(at);
    if (is_verb(at) || sends_some(folded(), at) ||
        names_.is_behind_name(at, begin))
      return true;
    if (!r_.words.verb_nouns.stands_at(folded(), at)) return false;
    const std::string_view head = trim(folded().substr(0, at));
    return before == "," || r_.words.noun_heads.ending(head) == nullptr;
  }

  // `hình thành`, but not that of `Truyền hình Thành phố`.
  [[nodiscard]] bool is_verb(std::uint32_t at) const {
    constexpr std::string_view kCity = "thành phố";
    const std::uint32_t size = r_.words.verbs.size_at(folded(), at);
    const std::size_t last = folded().substr(at, size).rfind(' ');
    return size > 0 && (last == std::string_view::npos ||
                        !stands_at(folded(), at + last + 1, kCity));
  }

  // `Tổ đảng ở Thường trực Ủy ban` is one name, `Sở Y tế ở các địa phương`
  // none.
  [[nodiscard]] bool is_at_a_body(std::uint32_t at) const {
    constexpr std::string_view kAt = "ở";
    if (!stands_at(folded(), at, kAt)) return false;
    const auto size = static_cast<std::uint32_t>(kAt.size());
    return is_capital(text(), skip_spaces(text(), at + size, end_));
  }

  // `các chuyên viên trong cơ quan`, against `các sở trong công tác tuyên
  // truyền`.
  [[nodiscard]] bool is_inside_a_body(std::uint32_t at) const {
    constexpr std::string_view kIn = "trong";
    if (!stands_at(folded(), at, kIn)) return false;
    const std::uint32_t next =
        skip_spaces(text(), at + static_cast<std::uint32_t>(kIn.size()), end_);
    if (r_.words.no_bodies.stands_at(folded(), next)) return false;
    return begins_agency(r_, next, end_) ||
           r_.words.collective_nouns.stands_at(folded(), next);
  }

  // `các tổ chức chính trị - xã hội` against `tổ chức hội nghị`.
  [[nodiscard]] bool is_noun_to_chuc(std::uint32_t at,
                                     std::string_view before) const {
    if (before == "các" || before == "những" || before == "và") return true;
    const std::uint32_t next = skip_spaces(
        text(),
        at + static_cast<std::uint32_t>(std::string_view("tổ chức").size()),
        end_);
    if (r_.words.no_bodies.stands_at(folded(), next)) return false;
    if (next < end_ && (text()[next] == ',' || text()[next] == ';'))
      return before == ",";
    return r_.words.kinds_of_organisation.stands_at(folded(), next);
  }

  const Reading& r_;
  std::uint32_t end_;
  NameEnds names_;
};

}  // namespace

bool begins_agency(const Reading& reading, std::uint32_t at,
                   std::uint32_t end) {
  const std::string_view folded = reading.text.folded;
  const std::string_view text = reading.text.text;
  if (at >= end || !is_word_boundary(folded, at)) return false;
  if (const std::uint32_t many = reading.words.plurals.size_at(folded, at);
      many > 0) {
    const std::uint32_t noun = skip_spaces(text, at + many, end);
    if (reading.words.no_members.stands_at(folded, noun)) return false;
    // `các đoàn kiểm tra`, not `các đoàn viên`
    const std::uint32_t group = reading.words.groups.size_at(folded, noun);
    return reading.words.collective_nouns.stands_at(folded, noun) ||
           (group > 0 &&
            reading.words.group_tasks.stands_at(folded, noun + group + 1)) ||
           begins_agency(reading, noun, end);
  }
  // `tổ chức chính trị - xã hội`, against the verb `tổ chức`.
  const std::uint32_t body = reading.words.bodies.size_at(folded, at);
  const std::uint32_t none = reading.words.no_bodies.size_at(folded, at);
  if (body > 0 || none > 0) return body > none;
  const std::uint32_t head = reading.words.body_heads.size_at(folded, at);
  if (head == 0) return false;
  const std::uint32_t next = at + head;
  if (next >= end) return false;
  if (text[next] == ',') {
    // `Thanh tra, Công an`
    const std::uint32_t other = skip_spaces(text, next + 1, end);
    return reading.words.collective_nouns.stands_at(folded, other) ||
           (is_capital(text, at) && is_capital(text, other) &&
            reading.words.bodies.stands_at(folded, other));
  }
  if (text[next] != ' ') return false;
  if (is_capital(text, next + 1)) return true;
  if (!is_capital(text, at)) return false;
  const std::string_view kind = folded.substr(at, head);
  // `Đoàn giám sát làm việc với ...`
  if (reading.words.groups.exact(kind) != nullptr &&
      reading.words.group_tasks.stands_at(folded, next + 1))
    return true;
  // `Thanh tra tỉnh`, of an office that is called by its level; `Bộ hướng dẫn
  // các Sở ...`, the issuer's own by its kind alone.
  return (reading.words.level_offices.exact(kind) != nullptr &&
          reading.words.place_kinds.stands_at(folded, next + 1)) ||
         (reading.words.office_kinds.exact(kind) != nullptr &&
          reading.words.verbs.stands_at(folded, next + 1));
}

Span agency_list_at(const Reading& reading, std::uint32_t begin,
                    std::uint32_t end, bool any_noun) {
  begin = skip_spaces(reading.text.text, begin, end);
  if (begin >= end) return {};
  if (!begins_agency(reading, begin, end)) {
    const std::string_view folded = reading.text.folded;
    const bool verb = reading.words.verbs.stands_at(folded, begin) ||
                      reading.words.stop_words.stands_at(folded, begin);
    if (!any_noun || verb) return {};
  }
  return ListWalker(reading, end).walk(begin);
}

}  // namespace kehoach
