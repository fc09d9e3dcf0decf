// Names of bodies: where a list of them begins, where it ends, how it splits.

#include <algorithm>

#include "extract/facts.h"

namespace kehoach {
namespace {

constexpr std::uint32_t kLongestList = 700;  // bytes

// The folded text at `at` begins with `word` and the word ends there.
bool stands_at(std::string_view folded, std::uint32_t at,
               std::string_view word) {
  return folded.substr(at, word.size()) == word &&
         is_word_boundary(folded, at + word.size());
}

std::uint32_t skip_spaces(std::string_view text, std::uint32_t at,
                          std::uint32_t end) {
  while (at < end && text[at] == ' ') ++at;
  return at;
}

bool is_capital(std::string_view text, std::uint32_t at) {
  return at < text.size() && is_upper(decode_at(text, at).value);
}

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
  const std::size_t space = before.rfind(' ');
  if (space == std::string_view::npos ||
      reading.words.place_kinds.exact(before.substr(space + 1)) == nullptr)
    return false;
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
        if (!goes_on_behind(at, c)) break;
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
      if (body == 0 && stops_at(at, begin, before)) break;
      const std::uint32_t noun =
          std::max(body, r_.words.collective_nouns.size_at(folded(), at));
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
    constexpr std::string_view kCharge = "phụ trách";
    if (!stands_at(folded(), at, kCharge) ||
        r_.words.persons.exact(before) == nullptr)
      return 0;
    const auto size = static_cast<std::uint32_t>(kCharge.size());
    const std::uint32_t what = skip_spaces(text(), at + size, end_);
    return what - at + r_.words.verbs.size_at(folded(), what);
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
    if (at == begin || is_capital(text(), at)) return false;
    if (stands_at(folded(), at, "tổ chức")) return !is_noun_to_chuc(at, before);
    if (r_.words.stop_words.stands_at(folded(), at))
      return !stands_at(folded(), at, "trên địa bàn") &&
             !stands_at(folded(), at, "trong hệ thống") && !is_at_a_body(at) &&
             !is_inside_a_body(at);
    if (r_.words.verbs.stands_at(folded(), at)) return true;
    if (!r_.words.verb_nouns.stands_at(folded(), at)) return false;
    const std::string_view head = trim(folded().substr(0, at));
    return before == "," || r_.words.noun_heads.ending(head) == nullptr;
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

// `tổ chức chính trị - xã hội`, against the verb `tổ chức`.
bool begins_organisation(const Reading& reading, std::uint32_t at) {
  constexpr std::string_view kOrganisation = "tổ chức chính trị";
  return stands_at(reading.text.folded, at, kOrganisation);
}

}  // namespace

bool begins_agency(const Reading& reading, std::uint32_t at,
                   std::uint32_t end) {
  const std::string_view folded = reading.text.folded;
  const std::string_view text = reading.text.text;
  if (at >= end || !is_word_boundary(folded, at)) return false;
  if (const std::uint32_t many = reading.words.plurals.size_at(folded, at);
      many > 0) {
    const std::uint32_t noun = skip_spaces(text, at + many, end);
    return reading.words.collective_nouns.stands_at(folded, noun) ||
           begins_agency(reading, noun, end);
  }
  if (begins_organisation(reading, at)) return true;
  if (reading.words.no_bodies.stands_at(folded, at)) return false;
  if (reading.words.bodies.stands_at(folded, at)) return true;
  const std::uint32_t head = reading.words.body_heads.size_at(folded, at);
  if (head == 0) return false;
  const std::uint32_t next = at + head;
  if (next >= end) return false;
  if (text[next] == ',')
    return reading.words.collective_nouns.stands_at(
        folded, skip_spaces(text, next + 1, end));
  return text[next] == ' ' && is_capital(text, next + 1);
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

namespace {

// Cuts `span` at the separators in front of a new body.
class Splitter {
 public:
  Splitter(const Reading& reading, Span span) : r_(reading), span_(span) {}

  [[nodiscard]] std::vector<std::string> run() {
    std::uint32_t begin = span_.begin;
    int depth = 0;
    for (std::uint32_t at = span_.begin; at < span_.end; ++at) {
      const char c = text()[at];
      if (c == '(') ++depth;
      if (c == ')') --depth;
      if (depth > 0) continue;
      const std::uint32_t gap = separator(at);
      if (gap == 0) continue;
      const std::uint32_t next = skip_spaces(text(), at + gap, span_.end);
      if (c != ';' && !opens_new(next, {begin, at}, c == ',')) continue;
      add({begin, at});
      begin = next;
      at = next - 1;
    }
    add({begin, span_.end});
    return std::move(names_);
  }

 private:
  [[nodiscard]] std::string_view text() const { return r_.text.text; }

  // Bytes of the separator at `at`: `,`, `;`, ` và `, ` cùng `.
  [[nodiscard]] std::uint32_t separator(std::uint32_t at) const {
    if (text()[at] == ',' || text()[at] == ';') return 1;
    for (const std::string_view word : {" và ", " cùng với ", " cùng "}) {
      if (r_.text.folded.compare(at, word.size(), word) == 0)
        return static_cast<std::uint32_t>(word.size());
    }
    return 0;
  }

  // A new `các`, a committee, or a proper name; common nouns under one `các`
  // stay together.
  [[nodiscard]] bool opens_new(std::uint32_t at, Span before,
                               bool comma) const {
    if (at >= span_.end) return false;
    const std::string_view folded = r_.text.folded;
    if (r_.words.plurals.stands_at(folded, at))
      return begins_agency(r_, at, span_.end);
    // `Văn phòng Hội đồng nhân dân và Ủy ban nhân dân` is one office.
    if (starts_with(r_.folded(before), "văn phòng") &&
        ends_with(r_.folded(before), "hội đồng nhân dân")) {
      return false;
    }
    if (r_.words.always_split.stands_at(folded, at)) return true;
    const std::uint32_t head = r_.words.body_heads.size_at(folded, at);
    // `các viện, Trường Đại học có liên quan`: a common noun, if in capitals.
    const std::uint32_t noun =
        r_.words.plurals.stands_at(folded, before.begin)
            ? std::max(head, r_.words.collective_nouns.size_at(folded, at))
            : head;
    const bool proper = head > 0 && at + noun < span_.end &&
                        text()[at + noun] == ' ' &&
                        is_capital(text(), at + noun + 1);
    if (proper) return true;
    const bool common_before =
        r_.words.collective_nouns.exact(trim(r_.folded(before))) != nullptr;
    if (r_.words.bodies.stands_at(folded, at)) {
      if (is_capital(text(), at)) return !common_before;
      // `Người đứng đầu cấp ủy, chính quyền, cơ quan`: of all of them.
      if (r_.words.heads_of_many.stands_at(folded, before.begin)) return false;
      return (is_proper(before) || is_capital_body(before)) &&
             r_.words.split_behind_names.stands_at(folded, at);
    }
    // Names without a word that tells a body: VNPT, Viettel.
    const bool named = is_capital(text(), at) && comma && !common_before;
    const std::string_view first = trim(r_.printed(before));
    return named && !first.empty() &&
           first.find(' ') == std::string_view::npos && is_capital(first, 0);
  }

  // `Công an`
  [[nodiscard]] bool is_capital_body(Span name) const {
    return is_capital(text(), name.begin) &&
           r_.words.bodies.stands_at(r_.text.folded, name.begin);
  }

  // `Cục Kiểm lâm`: a noun for bodies, and a capital behind it.
  [[nodiscard]] bool is_proper(Span name) const {
    const std::uint32_t head =
        r_.words.body_heads.size_at(r_.text.folded, name.begin);
    return head > 0 && name.begin + head + 1 < name.end &&
           is_capital(text(), name.begin + head + 1);
  }

  // Without ` - Cơ quan thường trực ...` behind the name.
  [[nodiscard]] Span without_apposition(Span name) const {
    constexpr std::string_view kDash = " - ";
    const std::string_view folded = r_.folded(name);
    const std::size_t at = folded.find(kDash);
    if (at == std::string_view::npos ||
        !r_.words.appositions.stands_at(folded, at + kDash.size()))
      return name;
    return {name.begin, name.begin + static_cast<std::uint32_t>(at)};
  }

  void add(Span span) {
    span = without_apposition(span);
    std::string name;
    int depth = 0;
    for (std::uint32_t at = span.begin; at < span.end; ++at) {
      const char c = text()[at];
      if (c == '(') ++depth;
      if (depth == 0 && !(c == ' ' && !name.empty() && name.back() == ' '))
        name += c;
      if (c == ')') depth = std::max(0, depth - 1);
    }
    const Span inner =
        trim(name, {0, static_cast<std::uint32_t>(name.size())}, ".,;:");
    name = std::string(slice(name, inner));
    if (!name.empty()) add_agency(names_, std::move(name));
  }

  const Reading& r_;
  Span span_;
  std::vector<std::string> names_;
};

}  // namespace

void add_agency(std::vector<std::string>& names, std::string name) {
  const std::string key = fold_for_match(name);
  const bool known =
      std::any_of(names.begin(), names.end(), [&](const std::string& other) {
        return other.size() == key.size() && fold_for_match(other) == key;
      });
  if (!known) names.push_back(std::move(name));
}

Span without_address(const Reading& reading, Span span) {
  span = trim(reading.text.text, span, ".,;:");
  for (bool again = true; again;) {
    const std::uint32_t size =
        reading.words.addresses.size_at(reading.text.folded, span.begin);
    again = size > 0 && size < span.size();
    if (again)
      span = trim(reading.text.text, {span.begin + size, span.end}, ".,;:");
  }
  return span;
}

std::vector<std::string> split_agencies(const Reading& reading, Span span) {
  return Splitter(reading, without_address(reading, span)).run();
}

}  // namespace kehoach
