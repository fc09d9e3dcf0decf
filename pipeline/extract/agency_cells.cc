// Names of bodies in the cells of tables, where nothing else stands.

#include <algorithm>

#include "extract/agency_words.h"

namespace kehoach {
namespace {

// `Sở Nông nghiệp và` above `Môi trường`, `Lãnh đạo` above `Sở Y tế`
bool goes_on_below(const Reading& reading, std::uint32_t begin,
                   std::size_t stop, std::uint32_t end) {
  const std::string_view line =
      trim(reading.folded({begin, static_cast<std::uint32_t>(stop)}));
  const auto next = static_cast<std::uint32_t>(stop) + 1;
  if (next < end && reading.words.persons.exact(line) != nullptr) return true;
  return (ends_with(line, " và") || ends_with(line, ",")) && next < end &&
         !begins_agency(reading, next, end) &&
         is_letter(decode_at(reading.text.text, next).value);
}

// `Sở Y tế chủ trì hướng dẫn, tổng hợp`: the bodies, without what they do. A
// verb behind one word belongs to the name: `Tổ thẩm định hồ sơ`.
Span without_acts(const Reading& reading, Span clause) {
  const Span list = agency_list_at(reading, clause.begin, clause.end, false);
  if (list.empty() || list.end >= clause.end) return clause;
  const std::string_view behind = reading.folded({list.end + 1, clause.end});
  // `Địa phương được lựa chọn`, `Các bộ là chủ quản` say which.
  const bool described =
      reading.words.no_acts.stands_at(behind, 0) || starts_with(behind, "có ");
  if (described || !reading.words.verbs.stands_at(behind, 0)) return clause;
  const std::vector<std::string> bodies = split_agencies(reading, list);
  // `các tổ chức khai thác đá`: a verb says which of many.
  const bool named =
      !bodies.empty() && bodies.back().find(' ') != std::string::npos &&
      is_upper(decode_at(bodies.back(), 0).value) &&
      !reading.words.plurals.stands_at(fold_for_match(bodies.back()), 0);
  return named ? list : clause;
}

void add_clauses(const Reading& reading, Span line,
                 std::vector<std::string>& names) {
  for (std::uint32_t begin = line.begin; begin < line.end;) {
    const std::size_t stop =
        std::min<std::size_t>(reading.text.text.find(';', begin), line.end);
    Span clause =
        trim(reading.text.text, {begin, static_cast<std::uint32_t>(stop)});
    begin = static_cast<std::uint32_t>(stop) + 1;
    if (clause.empty()) continue;
    clause = without_acts(reading, clause);
    for (std::string& name : split_cell(reading, clause)) {
      std::replace(name.begin(), name.end(), '\n', ' ');
      add_agency(names, std::move(name));
    }
  }
}

}  // namespace

void add_agencies_in_cell(const Reading& reading, Span cell,
                          std::vector<std::string>& names) {
  const std::string& text = reading.text.text;
  const auto end_of_line = [&](std::size_t at) {
    return std::min<std::size_t>(text.find('\n', at), cell.end);
  };
  for (std::uint32_t begin = cell.begin; begin < cell.end;) {
    std::size_t stop = end_of_line(begin);
    while (stop < cell.end && goes_on_below(reading, begin, stop, cell.end))
      stop = end_of_line(stop + 1);
    Span line = trim(text, {begin, static_cast<std::uint32_t>(stop)}, ".;,-+ ");
    constexpr std::string_view kAnd = " và";
    if (ends_with(reading.folded(line), kAnd))
      line.end -= static_cast<std::uint32_t>(kAnd.size());
    begin = static_cast<std::uint32_t>(stop) + 1;
    if (const std::uint32_t opening =
            reading.words.cell_openers.size_at(reading.text.folded, line.begin))
      line = trim(text, {line.begin + opening, line.end});
    if (!line.empty() &&
        !reading.words.cell_notes.stands_at(reading.text.folded, line.begin))
      add_clauses(reading, line, names);
  }
}

}  // namespace kehoach
