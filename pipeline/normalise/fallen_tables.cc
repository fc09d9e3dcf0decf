// Tables whose source gives each cell as a line and no more.
//
//   TT / Nhiệm vụ / Cơ quan chủ trì / Thời gian / 1 / Rà soát ... / Sở Y tế /
//   Quý I / 2 / ...
//
// The heads tell how many columns there are and what each holds; numbers tell
// where rows begin; what cells look like tells which of them are empty.

#include <algorithm>
#include <optional>

#include "normalise/normalise.h"

namespace kehoach {
namespace {

constexpr std::size_t kFewestColumns = 4;  // with the numbers
constexpr std::size_t kMostColumns = 12;
constexpr std::size_t kLongestHead = 60;     // bytes
constexpr std::size_t kLongestTime = 80;     // bytes
constexpr std::size_t kLongestNames = 600;   // bytes
constexpr std::size_t kFewestRows = 2;       // that are whole
constexpr std::size_t kWholeForTorn = 3;     // rows before one that is torn
constexpr std::size_t kMostLinesOfCell = 8;  // more are no cell

class TableRaiser {
 public:
  TableRaiser(NormalText& text, const Rulebook& rules)
      : text_(text),
        rules_(rules),
        ordinal_heads_(rules.phrases("ordinal_heads")),
        times_(rules.phrases("cell_times")) {}

  void run() {
    for (const Paragraph& p : text_.paragraphs)
      tables_ = std::max(tables_, p.place.table);
    for (std::size_t i = 0; i < count(); ++i) {
      if (const auto heads = heads_at(i)) i = raise(*heads);
    }
    if (!numbered_.empty()) part_numbers();
  }

 private:
  struct Heads {
    std::size_t begin = 0;  // of what follows them
    TablePlace place;       // of the first one
    std::vector<ColumnKind> columns;
    std::vector<std::size_t> fallen;  // those that are lines
  };
  // Its cells, one list of paragraphs for each column, and one more for what
  // fits below no head.
  struct Row {
    std::size_t next = 0;  // the paragraph behind it
    bool whole = false;    // no group's name alone, and all of it fits
    bool torn = false;
    std::vector<std::vector<std::size_t>> cells;
  };

  [[nodiscard]] std::size_t count() const { return text_.paragraphs.size(); }
  [[nodiscard]] const Paragraph& paragraph(std::size_t i) const {
    return text_.paragraphs[i];
  }
  [[nodiscard]] std::string_view folded(std::size_t i) const {
    return trim(slice(text_.folded, paragraph(i).span));
  }
  [[nodiscard]] std::string_view printed(std::size_t i) const {
    return trim(slice(text_.text, paragraph(i).span));
  }
  [[nodiscard]] bool is_line(std::size_t i) const {
    return i < count() && paragraph(i).place.table == 0;
  }

  // `TT` with the heads behind it, lines all of them, or some the one row of a
  // table that was left.
  [[nodiscard]] std::optional<Heads> heads_at(std::size_t i) const {
    if (ordinal_heads_.exact(folded(i)) == nullptr) return std::nullopt;
    Heads heads;
    heads.place = paragraph(i).place;
    const bool fallen = heads.place.table == 0;
    if (fallen) heads.fallen.push_back(i);
    heads.columns.push_back(ColumnKind::other);
    std::size_t at = i + 1;
    if (at == count() || column_below(rules_, folded(at)) != ColumnKind::task)
      return std::nullopt;
    for (; !fallen && at < count() &&
           paragraph(at).place.table == heads.place.table;
         ++at) {
      if (paragraph(at).place.row != heads.place.row ||
          heads.columns.size() > kMostColumns)
        return std::nullopt;
      heads.columns.push_back(column_below(rules_, folded(at)));
    }
    for (; is_line(at) && heads.columns.size() <= kMostColumns; ++at) {
      const std::string_view head = folded(at);
      if (head.size() > kLongestHead || is_number(at) ||
          list_mark(printed(at)).kind != Marker::none)
        break;
      heads.columns.push_back(column_below(rules_, head));
      heads.fallen.push_back(at);
    }
    heads.begin = at;
    const auto has = [&](ColumnKind kind) {
      return std::count(heads.columns.begin(), heads.columns.end(), kind) == 1;
    };
    const bool known = has(ColumnKind::task) &&
                       (has(ColumnKind::lead) || has(ColumnKind::support));
    if (!known || heads.columns.size() < kFewestColumns) return std::nullopt;
    return heads;
  }

  // `1`, `2.1`, `a)`, `I` and nothing else.
  [[nodiscard]] bool is_number(std::size_t i) const {
    const std::string_view cell = printed(i);
    constexpr std::size_t kLongest = 8;
    if (cell.empty() || cell.size() > kLongest) return false;
    if (cell.find_first_not_of("0123456789.") == std::string_view::npos)
      return true;
    const std::string marked =
        std::string(cell) +
        (cell.find_last_of(".)") + 1 == cell.size() ? "" : ".");
    return list_mark(marked + " x").size == marked.size() + 1;
  }

  [[nodiscard]] bool begins_row(std::size_t i) const {
    return is_number(i) || list_mark(printed(i)).kind != Marker::none;
  }

  [[nodiscard]] bool fits(ColumnKind kind, std::size_t i) const {
    const std::string_view cell = folded(i);
    switch (kind) {
      case ColumnKind::time:
        return cell.size() <= kLongestTime && begins_time(cell);
      case ColumnKind::lead:
      case ColumnKind::support:
        return cell.size() <= kLongestNames && names_bodies(i) && !orders(i);
      case ColumnKind::task:
        return !times_.exact(cell);
      case ColumnKind::product:
      case ColumnKind::other:
        return !fits(ColumnKind::time, i) && !names_bodies(i);
    }
    return true;
  }

  // `Các sở, ngành chịu trách nhiệm giữ bến`, `Sở Y tế rà soát bến đò.`
  [[nodiscard]] bool orders(std::size_t i) const {
    const std::string_view cell = folded(i);
    if (cell.find(" trách nhiệm") != std::string_view::npos) return true;
    if (!ends_with(cell, ".")) return false;
    const Phrases& verbs = rules_.phrases("verbs");
    for (std::size_t at = 1; at < cell.size(); ++at) {
      if (cell[at - 1] == ' ' && verbs.stands_at(cell, at) &&
          is_lower(decode_at(printed(i), at).value))
        return true;
    }
    return false;
  }

  // `III. TỔ CHỨC THỰC HIỆN` behind rows that are numbered otherwise.
  [[nodiscard]] bool begins_part(std::size_t i,
                                 const std::vector<Row>& rows) const {
    const auto is_part = [&](std::size_t k) {
      const Marker kind = list_mark(printed(k)).kind;
      return kind == Marker::roman || kind == Marker::named;
    };
    return is_part(i) && is_all_upper(printed(i)) &&
           std::none_of(rows.begin(), rows.end(), [&](const Row& row) {
             return is_part(row.cells[1].front());
           });
  }

  // `Quý I`, `Thường xuyên`; `31/12/2025`, `2026 - 2030`, not `01 báo cáo`.
  [[nodiscard]] bool begins_time(std::string_view cell) const {
    if (times_.stands_at(cell, 0)) return true;
    const std::string_view word = cell.substr(0, cell.find_first_of(" ,;"));
    return word.size() >= 4 && is_digit(static_cast<unsigned char>(word[0])) &&
           word.find_first_not_of("0123456789/-.") == std::string_view::npos &&
           (starts_with(word, "20") ||
            word.find('/') != std::string_view::npos);
  }

  // No time and no body.
  [[nodiscard]] bool is_act(std::size_t i) const {
    return !begins_time(folded(i)) && !names_bodies(i);
  }

  // `Các sở`, `UBND tỉnh`, `Đơn vị liên quan`, `Sở Y tế`, but not `Báo cáo` or
  // `Các báo cáo`.
  [[nodiscard]] bool names_bodies(std::size_t i) const {
    const std::string_view cell = folded(i);
    const std::uint32_t many = rules_.phrases("plurals").size_at(cell, 0);
    const std::size_t at = many > 0 ? many + 1 : 0;
    constexpr std::string_view kAct = "tổ chức";
    if (starts_with(cell, kAct)) return false;
    for (const std::string_view list : {"bodies", "collective_nouns"}) {
      if (rules_.phrases(list).stands_at(cell, at)) return true;
    }
    const std::uint32_t head = rules_.phrases("body_heads").size_at(cell, at);
    return head > 0 && at + head + 1 < cell.size() &&
           is_upper(decode_at(printed(i), at + head + 1).value);
  }

  // The row that begins at `i`; none where no row does.
  [[nodiscard]] std::optional<Row> row_at(std::size_t i,
                                          const Heads& heads) const {
    const std::size_t columns = heads.columns.size();
    Row row;
    row.cells.resize(columns + 1);
    std::size_t at = i;
    if (is_line(at) && is_number(at)) row.cells[0] = {at++};
    std::vector<std::size_t> lines;
    while (is_line(at) && lines.size() < columns + kMostLinesOfCell &&
           (at == i || !begins_row(at)))
      lines.push_back(at++);
    const bool numbered =
        !row.cells[0].empty() || (!lines.empty() && begins_row(lines.front()));
    if (lines.empty() || !fits(ColumnKind::task, lines.front()))
      return std::nullopt;
    if (numbered && lines.size() == 1) {
      row.cells[1] = lines;
      row.next = at;
      return row;
    }
    // The next row may begin without a number behind one that is full.
    for (const std::size_t size : {lines.size(), columns - 1}) {
      if (size > lines.size() || (!numbered && size + 1 != columns)) continue;
      lines.resize(size);
      if (!place(lines, heads, row)) continue;
      row.next = lines.back() + 1;
      row.whole = true;
      return row;
    }
    if (!numbered) return std::nullopt;
    // `Quý I rà soát các bến`: torn by a page.
    for (auto& cell : row.cells) cell.clear();
    const std::size_t first = is_number(i) ? i + 1 : i;
    if (first > i) row.cells[0] = {i};
    row.cells[1] = {first};
    for (std::size_t k = first + 1; k < at; ++k) row.cells.back().push_back(k);
    row.next = at;
    row.torn = true;
    return row;
  }

  // Puts `lines` below the heads, in order: each below one that it fits, at
  // most one cell of several lines. False where that can't be.
  [[nodiscard]] bool place(const std::vector<std::size_t>& lines,
                           const Heads& heads, Row& row) const {
    const std::size_t columns = heads.columns.size();
    for (std::size_t c = 1; c < columns; ++c) row.cells[c].clear();
    if (lines.size() + 1 > columns) {
      const std::size_t more = lines.size() + 1 - columns;
      for (std::size_t c = 1; c < columns; ++c) {
        if (place_cells(lines, heads, c, more, row)) return true;
      }
      return false;
    }
    row.cells[1] = {lines.front()};
    std::size_t column = 2;
    for (std::size_t k = 1; k < lines.size(); ++k, ++column) {
      const std::size_t left = lines.size() - k;
      while (column + left <= columns && !fits(heads.columns[column], lines[k]))
        ++column;
      if (column + left > columns) return false;
      row.cells[column] = {lines[k]};
    }
    return is_told(heads, row);
  }

  // Somebody, or a time, stands below the heads for them.
  [[nodiscard]] static bool is_told(const Heads& heads, const Row& row) {
    for (std::size_t c = 2; c < heads.columns.size(); ++c) {
      const ColumnKind kind = heads.columns[c];
      if (kind != ColumnKind::other && kind != ColumnKind::product &&
          !row.cells[c].empty())
        return true;
    }
    return false;
  }

  // The cell of column `wide` has `more` lines than the others.
  [[nodiscard]] bool place_cells(const std::vector<std::size_t>& lines,
                                 const Heads& heads, std::size_t wide,
                                 std::size_t more, Row& row) const {
    std::size_t k = 0;
    for (std::size_t c = 1; c < heads.columns.size(); ++c) {
      const std::size_t size = c == wide ? more + 1 : 1;
      row.cells[c].assign(
          lines.begin() + static_cast<std::ptrdiff_t>(k),
          lines.begin() + static_cast<std::ptrdiff_t>(k + size));
      k += size;
      if (c == 1 && !std::all_of(row.cells[c].begin(), row.cells[c].end(),
                                 [&](std::size_t i) { return is_act(i); }))
        return false;
      if (c > 1 && !std::all_of(row.cells[c].begin(), row.cells[c].end(),
                                [&](std::size_t i) {
                                  return fits(heads.columns[c], i);
                                }))
        return false;
    }
    return true;
  }

  // Gives the cells below the heads their places, if there are rows enough.
  // The last paragraph that was looked at.
  std::size_t raise(const Heads& heads) {
    std::vector<Row> rows;
    std::size_t last = 0;  // behind the last whole row
    std::size_t whole = 0;
    std::size_t torn = 0;
    for (std::size_t at = heads.begin; is_line(at);) {
      if (!rows.empty() && begins_part(at, rows)) break;
      auto row = row_at(at, heads);
      if (!row) break;
      at = row->next;
      rows.push_back(std::move(*row));
      if (rows.back().torn && kWholeForTorn * ++torn > whole) break;
      if (!rows.back().whole) continue;
      last = rows.size();
      ++whole;
    }
    if (whole < kFewestRows) return heads.begin - 1;
    const std::uint32_t table =
        heads.place.table != 0 ? heads.place.table : ++tables_;
    const auto first =
        static_cast<std::uint32_t>(heads.columns.size() - heads.fallen.size());
    for (std::size_t h = 0; h < heads.fallen.size(); ++h)
      set(heads.fallen[h], table, heads.place.row,
          first + static_cast<std::uint32_t>(h));
    rows.resize(last);
    std::uint32_t number = heads.place.row;
    for (const Row& row : rows) {
      ++number;
      for (std::uint32_t c = 0; c < row.cells.size(); ++c) {
        for (const std::size_t i : row.cells[c]) set(i, table, number, c);
      }
      const std::size_t task = row.cells[1].front();
      if (row.cells[0].empty() && begins_row(task)) numbered_.push_back(task);
    }
    return rows.back().next - 1;
  }

  // `a) Rà soát bến` is two cells.
  void part_numbers() {
    std::vector<Paragraph> parted;
    parted.reserve(count() + numbered_.size());
    auto next = numbered_.begin();
    for (std::size_t i = 0; i < count(); ++i) {
      Paragraph p = paragraph(i);
      if (next != numbered_.end() && *next == i) {
        ++next;
        Paragraph number = p;
        number.place.column = 0;
        number.span.end = p.span.begin + list_mark(printed(i)).size;
        p.span.begin = number.span.end;
        number.span = trim(text_.text, number.span);
        parted.push_back(number);
      }
      parted.push_back(p);
    }
    text_.paragraphs = std::move(parted);
  }

  void set(std::size_t i, std::uint32_t table, std::uint32_t row,
           std::uint32_t column) {
    text_.paragraphs[i].place = {table, row, column};
  }

  NormalText& text_;
  const Rulebook& rules_;
  const Phrases& ordinal_heads_;
  const Phrases& times_;
  std::uint32_t tables_ = 0;
  std::vector<std::size_t> numbered_;  // cells that begin with their number
};

}  // namespace

void raise_tables(NormalText& text, const Rulebook& rules) {
  TableRaiser(text, rules).run();
}

}  // namespace kehoach
