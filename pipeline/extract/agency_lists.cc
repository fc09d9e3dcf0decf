// Names of bodies: where a list of them begins and where it ends.

#include <algorithm>

#include "extract/agency_words.h"

namespace kehoach {
namespace {

constexpr std::uint32_t kLongestList = 700;  // bytes

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
      : r_(reading), end_(end) {}

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
          noun > 0 ? at + noun : end_of_word(at, limit);
      if (word_end == at) break;  // nothing that a name is made of
      before = folded().substr(at, word_end - at);
      at = word_end;
    }
    return trim(text(), {begin, at}, ",;");
  }

 private:
  [[nodiscard]] std::string_view text() const { return r_.text.text; }
  [[nodiscard]] std::string_view folded() const { return r_.text.folded; }

  [[nodiscard]] std::uint32_t end_of_word(std::uint32_t at,
                                          std::uint32_t limit) const {
    while (at < limit && std::string_view(" ,;.:!?()[\n").find(text()[at]) ==
                             std::string_view::npos)
      ++at;
    // A full stop inside a name: `TT.HĐND`.
    if (at + 1 < limit && text()[at] == '.' && is_capital(text(), at + 1))
      return end_of_word(at + 1, limit);
    return at;
  }

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

  // `Cơ quan [chủ trì] có trách nhiệm ...`: which of two, in front of a duty.
  [[nodiscard]] std::uint32_t part_at(std::uint32_t at,
                                      std::string_view before) const {
    if (before != "cơ quan" && before != "đơn vị") return 0;
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
    if (at == begin || is_capital(text(), at) || is_in_company(at, begin))
      return false;
    if (stands_at(folded(), at, "tổ chức")) return !is_noun_to_chuc(at, before);
    if (r_.words.stop_words.stands_at(folded(), at))
      return !r_.words.name_tails.stands_at(folded(), at) &&
             !is_at_a_body(at) && !is_inside_a_body(at);
    if (is_verb(at) || sends_some(folded(), at) || is_behind_name(at, begin))
      return true;
    if (!r_.words.verb_nouns.stands_at(folded(), at)) return false;
    const std::string_view head = trim(folded().substr(0, at));
    return before == "," || r_.words.noun_heads.ending(head) == nullptr;
  }

  // `Sở Nội vụ | rút kinh nghiệm`: a known name, or one that its place ends,
  // stands in front of `at`, and what follows goes on with none.
  [[nodiscard]] bool is_behind_name(std::uint32_t at,
                                    std::uint32_t begin) const {
    if (!is_lower(decode_at(text(), at).value) ||
        r_.words.behind_names.stands_at(folded(), at) ||
        r_.words.place_kinds.stands_at(folded(), at))
      return false;
    constexpr std::uint32_t kLongestName = 100;  // bytes
    begin = std::max(begin, at - std::min(at, kLongestName));
    const std::string_view before = trim(folded().substr(begin, at - begin));
    std::size_t start = 0;
    for (const std::string_view mark : {", ", "; ", " và "}) {
      const std::size_t found = before.rfind(mark);
      if (found != std::string_view::npos)
        start = std::max(start, found + mark.size());
    }
    const std::string_view name = before.substr(start);
    return (r_.words.closed_names.stands_at(name, 0) && is_full_name(name)) ||
           (!r_.words.behind_name_ends.stands_at(folded(), at) &&
            ends_with_place(before, at));
  }

  // `công an xã`, `trường tiểu học xã Hoa Lư`, but not `ubnd các xã`, `ubnd 04
  // xã`. `before` ends in front of `at`.
  [[nodiscard]] bool ends_with_place(std::string_view before,
                                     std::uint32_t at) const {
    const std::size_t mark = before.find_last_of(",;");
    std::string_view name = before;
    if (mark != std::string_view::npos) name = trim(before.substr(mark + 1));
    if ((!r_.words.bodies.stands_at(name, 0) &&
         !r_.words.body_heads.stands_at(name, 0)) ||
        phrase_in(name, r_.words.plurals) != nullptr ||
        std::any_of(name.begin(), name.end(),
                    [](unsigned char c) { return is_digit(c); }))
      return false;
    if (r_.words.name_ends.ending(name) != nullptr) return true;
    // Behind the name of the place a single word may be part of it: `xã Hòa
    // bình`.
    const std::uint32_t next = end_of_word(at, end_);
    if (next >= end_ || text()[next] != ' ') return false;
    const std::string_view kind = without_capitals(name);
    return kind.size() < name.size() &&
           r_.words.name_ends.ending(kind) != nullptr;
  }

  // `name`, a part of the folded text, without the words at its end that have
  // capitals.
  [[nodiscard]] std::string_view without_capitals(std::string_view name) const {
    while (true) {
      const std::size_t space = name.rfind(' ');
      if (space == std::string_view::npos) return name;
      const auto word =
          static_cast<std::uint32_t>(name.data() + space + 1 - folded().data());
      if (!is_capital(text(), word)) return name;
      name = name.substr(0, space);
    }
  }

  // `sở nội vụ`, but not `phòng kinh tế`, with which longer names begin.
  [[nodiscard]] bool is_full_name(std::string_view name) const {
    const auto& known = r_.words.agency_names.all();
    return r_.words.agency_names.exact(name) != nullptr &&
           std::none_of(known.begin(), known.end(), [&](const Phrase& other) {
             return other.text.size() > name.size() &&
                    starts_with(other.text, name);
           });
  }

  // `hình thành`, but not that of `Truyền hình Thành phố`.
  [[nodiscard]] bool is_verb(std::uint32_t at) const {
    constexpr std::string_view kCity = "thành phố";
    const std::uint32_t size = r_.words.verbs.size_at(folded(), at);
    const std::size_t last = folded().substr(at, size).rfind(' ');
    return size > 0 && (last == std::string_view::npos ||
                        !stands_at(folded(), at + last + 1, kCity));
  }

  // `Công ty cổ phần Đầu tư phát triển Hồng Hà`: what is a verb elsewhere, up
  // to the proper name.
  [[nodiscard]] bool is_in_company(std::uint32_t at,
                                   std::uint32_t begin) const {
    const std::uint32_t word = r_.words.company_words.size_at(folded(), at);
    if (word == 0) return false;
    std::size_t start = folded().substr(begin, at - begin).find_last_of(",;");
    start = start == std::string_view::npos ? begin : begin + start + 1;
    const std::uint32_t name =
        skip_spaces(text(), static_cast<std::uint32_t>(start), end_);
    if (!r_.words.company_heads.stands_at(folded(), name)) return false;
    // A capital or a number comes before the name ends; far behind a proper
    // name it is another one: `Công ty Thủy lợi Hà Nội vận hành hợp lý các trạm
    // bơm sông Cầu`.
    constexpr int kFewWords = 3;
    const std::size_t last = text().substr(begin, at - begin - 1).rfind(' ');
    const bool named =
        last != std::string_view::npos &&
        is_capital(text(), begin + static_cast<std::uint32_t>(last) + 1);
    const std::string_view rest =
        text().substr(at, std::min<std::size_t>(end_ - at, 60));
    int words = 0;
    for (std::size_t i = word; i + 1 < rest.size(); ++i) {
      if (std::string_view(".,;:(").find(rest[i]) != std::string_view::npos)
        break;
      if (rest[i] != ' ') continue;
      // `thương mại 68`
      if (is_capital(text(), at + static_cast<std::uint32_t>(i) + 1) ||
          is_digit(static_cast<unsigned char>(rest[i + 1])))
        return !named || words <= kFewWords;
      ++words;
    }
    return false;
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
  if (text[next] == ',')
    return reading.words.collective_nouns.stands_at(
        folded, skip_spaces(text, next + 1, end));
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
