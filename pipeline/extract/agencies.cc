// Names of bodies: how a list of them splits.

#include <algorithm>

#include "extract/agency_words.h"

namespace kehoach {
namespace {

// Cuts `span` at the separators in front of a new body.
class Splitter {
 public:
  // `in_cell`: nothing but names stands in `span`.
  Splitter(const Reading& reading, Span span, bool in_cell)
      : r_(reading), span_(span), in_cell_(in_cell) {}

  [[nodiscard]] std::vector<std::string> run() {
    std::uint32_t begin = span_.begin;
    int depth = 0;
    for (std::uint32_t at = span_.begin; at < span_.end; ++at) {
      const char c = text()[at];
      if (c == '(') ++depth;
      if (c == ')') --depth;
      if (depth > 0) continue;
      const std::uint32_t gap = separator(begin, at);
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

  // Bytes of the separator at `at`, behind the name that begins at `begin`:
  // `,`, `;`, ` và `, ` cùng `, and `/` between names: `Sở Y tế/Sở Nội vụ`.
  [[nodiscard]] std::uint32_t separator(std::uint32_t begin,
                                        std::uint32_t at) const {
    if (text()[at] == ',' || text()[at] == ';') return 1;
    if (text()[at] == '/')
      return is_capital(text(), at + 1) &&
                     begins_agency(r_, at + 1, span_.end) &&
                     !is_called_either(begin, at + 1) &&
                     !is_post_alone({begin, at})
                 ? 1
                 : 0;
    if (text()[at] != ' ') return 0;
    if (in_cell_ && (is_next_line(at) || is_next_office(begin, at))) return 1;
    for (const std::string_view word : {" và ", " cùng với ", " cùng "}) {
      if (r_.text.folded.compare(at, word.size(), word) == 0)
        return static_cast<std::uint32_t>(word.size());
    }
    return 0;
  }

  // `Các Bộ, cơ quan` / `UBND các tỉnh`: lines of a cell that were joined.
  [[nodiscard]] bool is_next_line(std::uint32_t at) const {
    const std::string_view rest = std::string_view(r_.text.folded).substr(at);
    return (starts_with(rest, " ubnd ") ||
            starts_with(rest, " ủy ban nhân dân ")) &&
           is_capital(text(), at + 1) &&
           r_.words.plurals.stands_at(r_.text.folded, span_.begin) &&
           r_.printed({span_.begin, at}).find(',') != std::string_view::npos &&
           r_.words.everybody.ending(r_.folded({span_.begin, at})) != nullptr;
  }

  // `Sở Văn hóa, Thể thao và Du lịch/Sở Văn hóa và Thể thao`: one body, as it
  // is called here or there.
  [[nodiscard]] bool is_called_either(std::uint32_t a, std::uint32_t b) const {
    constexpr int kWords = 3;
    const std::string_view folded = r_.text.folded;
    std::uint32_t size = 0;
    for (int word = 0; word < kWords; ++word)
      size = static_cast<std::uint32_t>(
          std::min<std::size_t>(folded.find_first_of(" ,", a + size + 1),
                                span_.end) -
          a);
    return a + size < b && b + size <= span_.end &&
           folded.compare(a, size, folded, b, size) == 0;
  }

  // `Sở Y tế` / `Sở Nội vụ`, `Sở Y tế` / `Các sở`: likewise.
  [[nodiscard]] bool is_next_office(std::uint32_t begin,
                                    std::uint32_t at) const {
    constexpr std::string_view kOffice = "Sở ";
    const std::uint32_t next = at + 1;
    const bool office =
        stands_at(text(), next, kOffice) &&
        is_capital(text(), next + static_cast<std::uint32_t>(kOffice.size()));
    const bool set =
        stands_at(text(), next, "Các ") && begins_agency(r_, next, span_.end);
    return (office || set) && at > begin + kOffice.size() &&
           (stands_at(text(), begin, kOffice) ||
            r_.words.always_split.stands_at(r_.text.folded, begin));
  }

  // A new `các`, a committee, or a proper name; common nouns under one `các`
  // stay together.
  [[nodiscard]] bool opens_new(std::uint32_t at, Span before,
                               bool comma) const {
    if (at >= span_.end || goes_on_as_person(at, before)) return false;
    const std::string_view folded = r_.text.folded;
    if (r_.words.ranks.stands_at(folded, at) &&
        ends_with(r_.folded(before), " bộ"))
      return false;
    if (before.begin + r_.words.joint_names.size_at(folded, before.begin) > at)
      return false;
    // `Văn phòng Hội đồng nhân dân và Ủy ban nhân dân` is one office.
    if (!comma && starts_with(r_.folded(before), "văn phòng ") &&
        r_.words.served_by_one.ending(r_.folded(before)) != nullptr &&
        r_.words.served_by_one.stands_at(folded, at))
      return false;
    if (const std::uint32_t many = r_.words.plurals.size_at(folded, at))
      return in_cell_ || begins_agency(r_, at, span_.end) ||
             r_.words.actors.stands_at(folded, at + many + 1);
    // `Giám đốc, Thủ trưởng các sở`
    if (comma && r_.words.heads_of_many.stands_at(folded, at) &&
        is_post_alone(before))
      return false;
    if (is_told_apart(before)) return false;
    if (in_cell_ && comma && is_short_name(at) &&
        !r_.words.plurals.stands_at(folded, before.begin) &&
        (!r_.words.body_heads.stands_at(folded, before.begin) ||
         r_.words.bodies.stands_at(folded, before.begin)))
      return true;
    if (r_.words.always_split.stands_at(folded, at)) return true;
    // `Chánh Văn phòng Sở, Lãnh đạo các phòng`
    if (r_.words.heads_of_many.stands_at(folded, at) &&
        (is_capital(text(), at) || (comma && heads_a_set(at))))
      return true;
    if (is_post_of_a_body(at, span_.end) &&
        is_post_of_a_body(before.begin, before.end))
      return true;
    const std::uint32_t head = r_.words.body_heads.size_at(folded, at);
    // `các viện, Trường Đại học có liên quan`: a common noun, if in capitals.
    const std::uint32_t noun =
        r_.words.plurals.stands_at(folded, before.begin)
            ? std::max(head, r_.words.collective_nouns.size_at(folded, at))
            : head;
    // `các sở, đoàn thể Thành phố, tổ chức Hội`: a place, or which of many, and
    // no name.
    const bool proper =
        head > 0 && at + noun < span_.end && text()[at + noun] == ' ' &&
        is_capital(text(), at + noun + 1) &&
        (is_capital(text(), at) ||
         (noun == head &&
          !r_.words.place_kinds.stands_at(folded, at + noun + 1)));
    return proper || (noun > head && is_institute(at, head, noun)) ||
           is_named_head(at, before) || opens_further(at, before, comma);
  }

  // `các sở, Viện Nghiên cứu phát triển Thành phố`: what it does is its name.
  [[nodiscard]] bool is_institute(std::uint32_t at, std::uint32_t head,
                                  std::uint32_t noun) const {
    const std::string_view folded = r_.text.folded;
    const std::uint32_t next = at + noun + 1;
    return head > 0 && next < span_.end && is_capital(text(), at) &&
           is_capital(text(), at + head + 1) &&
           (r_.words.verbs.stands_at(folded, next) ||
            r_.words.verb_nouns.stands_at(folded, next));
  }

  // `Phòng Y tế, Đài truyền thanh huyện`, not `Phòng Y tế, Đoàn thể`.
  [[nodiscard]] bool is_named_head(std::uint32_t at, Span before) const {
    const std::string_view folded = r_.text.folded;
    const std::uint32_t head = r_.words.name_heads.size_at(folded, at);
    return head > 0 && is_capital(text(), at) &&
           (is_proper(before) || is_capital_name(before)) &&
           at + head < span_.end && text()[at + head] == ' ' &&
           r_.words.collective_nouns.size_at(folded, at) <= head;
  }

  // `Giám đốc`: whose, the words behind say.
  [[nodiscard]] bool is_post_alone(Span name) const {
    const std::string_view folded = trim(r_.folded(name));
    return r_.words.titles.exact(folded) != nullptr ||
           r_.words.heads_of_many.exact(folded) != nullptr;
  }

  // `các đơn vị đã được Sở Y tế, UBND tỉnh công nhận`: which of many they are.
  [[nodiscard]] bool is_told_apart(Span name) const {
    constexpr std::string_view kDone = " đã được ";
    return r_.words.plurals.stands_at(r_.text.folded, name.begin) &&
           r_.folded(name).find(kDone) != std::string_view::npos;
  }

  // `người đứng đầu các cơ quan`
  [[nodiscard]] bool heads_a_set(std::uint32_t at) const {
    const std::string_view folded = r_.text.folded;
    const std::uint32_t head = r_.words.heads_of_many.size_at(folded, at);
    return head > 0 && r_.words.plurals.stands_at(folded, at + head + 1);
  }

  // `Cục trưởng Cục Kiểm lâm`, `Thủ trưởng các đơn vị`, not `Chủ tịch`.
  [[nodiscard]] bool is_post_of_a_body(std::uint32_t at,
                                       std::uint32_t end) const {
    const std::string_view folded = r_.text.folded;
    const std::uint32_t post =
        std::max(r_.words.titles.size_at(folded, at),
                 r_.words.heads_of_many.size_at(folded, at));
    return post > 0 && is_capital(text(), at) && at + post + 1 < end &&
           begins_agency(r_, at + post + 1, end);
  }

  // `GVCN`, `BGH`; two letters may be a part of a name: `Sở VH, TT và DL`.
  [[nodiscard]] bool is_short_name(std::uint32_t at) const {
    const std::size_t end =
        std::min<std::size_t>(text().find_first_of(" ,;/", at), span_.end);
    const std::string_view word = text().substr(at, end - at);
    return word.size() > 2 && is_all_upper(word) &&
           word.find('&') == std::string_view::npos;
  }

  // A common noun behind a name, or a name without a word that tells a body.
  [[nodiscard]] bool opens_further(std::uint32_t at, Span before,
                                   bool comma) const {
    const std::string_view folded = r_.text.folded;
    const bool common_before = is_common(before);
    if (r_.words.bodies.stands_at(folded, at)) {
      // `các Sở, Ban, ngành`
      if (is_capital(text(), at))
        return !common_before &&
               !(is_common_set(before) &&
                 r_.words.collective_nouns.stands_at(folded, at));
      // `Người đứng đầu cấp ủy, chính quyền, cơ quan`: of all of them.
      if (r_.words.heads_of_many.stands_at(folded, before.begin)) return false;
      return !common_before && (is_proper(before) || is_capital_body(before)) &&
             r_.words.split_behind_names.stands_at(folded, at);
    }
    // VNPT, Viettel
    const bool named = is_capital(text(), at) && comma && !common_before;
    const std::string_view first = trim(r_.printed(before));
    return named && !first.empty() &&
           first.find(' ') == std::string_view::npos && is_capital(first, 0);
  }

  // `Đồng chí Ủy viên Ban Thường vụ, Chủ tịch UBND xã` is one person, and the
  // fields behind `phụ trách lĩnh vực` are in one hand.
  [[nodiscard]] bool goes_on_as_person(std::uint32_t at, Span before) const {
    constexpr std::string_view kComrade = "đồng chí ";
    const std::string_view name = r_.folded(before);
    if (starts_with(name, kComrade) &&
        r_.words.titles.stands_at(name, kComrade.size()) &&
        r_.words.titles.stands_at(r_.text.folded, at))
      return true;
    const std::size_t charge = name.find(kCharge);
    if (charge == std::string_view::npos || !names_person(r_, before.begin))
      return false;
    const std::uint32_t field =
        skip_spaces(text(),
                    before.begin + static_cast<std::uint32_t>(charge) +
                        static_cast<std::uint32_t>(kCharge.size()),
                    span_.end);
    return r_.words.fields.stands_at(r_.text.folded, field) &&
           !names_person(r_, at) &&
           !r_.words.always_split.stands_at(r_.text.folded, at);
  }

  // `Cơ quan`, `Cơ quan, tổ chức`: common nouns and no more.
  [[nodiscard]] bool is_common(Span names) const {
    const auto parts = split(r_.folded(names), ',');
    return std::all_of(parts.begin(), parts.end(), [&](std::string_view part) {
      return r_.words.collective_nouns.exact(trim(part)) != nullptr;
    });
  }

  // `các Sở`
  [[nodiscard]] bool is_common_set(Span names) const {
    const std::uint32_t many =
        r_.words.plurals.size_at(r_.text.folded, names.begin);
    return many > 0 && is_common({names.begin + many, names.end});
  }

  // `Công an`
  [[nodiscard]] bool is_capital_body(Span name) const {
    return is_capital(text(), name.begin) &&
           r_.words.bodies.stands_at(r_.text.folded, name.begin);
  }

  // `Thuế tỉnh`
  [[nodiscard]] bool is_capital_name(Span name) const {
    return is_capital(text(), name.begin) &&
           begins_agency(r_, name.begin, name.end);
  }

  // `Cục Kiểm lâm`: a noun for bodies, and a capital behind it.
  [[nodiscard]] bool is_proper(Span name) const {
    const std::uint32_t head =
        r_.words.body_heads.size_at(r_.text.folded, name.begin);
    return head > 0 && name.begin + head + 1 < name.end &&
           is_capital(text(), name.begin + head + 1);
  }

  // `Sở Tài chính - Cơ quan thường trực Ban Chỉ đạo`: what else the body is.
  [[nodiscard]] Span without_apposition(Span span) const {
    constexpr std::string_view kDash = " - ";
    const std::string_view name = r_.folded(span);
    for (std::size_t at = name.find(kDash); at != std::string_view::npos;
         at = name.find(kDash, at + 1)) {
      if (r_.words.appositions.stands_at(name, at + kDash.size()))
        return {span.begin, span.begin + static_cast<std::uint32_t>(at)};
    }
    return span;
  }

  void add(Span span) {
    span = without_apposition(span);
    std::string name;
    int depth = 0;
    for (std::uint32_t at = span.begin; at < span.end; ++at) {
      const char c = text()[at];
      if (c == '(') ++depth;
      // What stood in front of a bracket stands in front of a comma now.
      if (c == ',' && depth == 0 && !name.empty() && name.back() == ' ')
        name.pop_back();
      if (depth == 0 && !(c == ' ' && !name.empty() && name.back() == ' '))
        name += c;
      if (c == ')') depth = std::max(0, depth - 1);
    }
    Span inner =
        trim(name, {0, static_cast<std::uint32_t>(name.size())}, ".,;:");
    // `- Các xã`: the bullet of a list inside a cell.
    if (starts_with(slice(name, inner), "- ") ||
        starts_with(slice(name, inner), "+ "))
      inner.begin += 2;
    name = std::string(slice(name, inner));
    if (!name.empty()) add_agency(names_, std::move(name));
  }

  const Reading& r_;
  Span span_;
  bool in_cell_;
  std::vector<std::string> names_;
};

}  // namespace

void add_agency(std::vector<std::string>& names, std::string name) {
  const std::string key = names.empty() ? std::string() : fold_for_match(name);
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
  return Splitter(reading, without_address(reading, span), false).run();
}

std::vector<std::string> split_cell(const Reading& reading, Span clause) {
  return Splitter(reading, without_address(reading, clause), true).run();
}

}  // namespace kehoach
