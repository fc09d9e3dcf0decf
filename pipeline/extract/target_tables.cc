#include "extract/target_tables.h"

#include <algorithm>

#include "extract/target_cells.h"
#include "extract/target_columns.h"
#include "extract/target_due.h"
#include "extract/target_heads.h"
#include "extract/torn_rows.h"

namespace kehoach {
namespace {

using Kind = TargetColumn::Kind;

// The rows that stand above others without numbers of their own.
struct Group {
  Marker marker = Marker::none;
  std::string name;  // empty where it is no part of the indicators below
  std::string year;
};

class TargetTableReader {
 public:
  TargetTableReader(const Reading& reading, const TargetDue& due,
                    const Grid& grid, const TargetColumns& columns,
                    std::vector<Target>& found)
      : r_(reading),
        words_(reading),
        due_(due),
        grid_(grid),
        columns_(columns),
        found_(found) {
    table_unit_ = caption_unit();
    table_year_ = caption_year();
    if (table_year_.empty()) table_year_ = due_.heading_year(node());
  }

  void read() {
    const RowJoiner joiner(r_, grid_.rows, columns_.first_row,
                           columns_.all.size());
    for (const WholeRow& row : joiner.read()) read_row(row);
  }

  // Nothing is read from the table of a part about what is or what it costs.
  [[nodiscard]] bool is_of_targets() const {
    if (!columns_.of_money && (node().role == SectionRole::situation ||
                               node().role == SectionRole::funding))
      return false;
    for (std::size_t i = first_of_caption(); i < grid_.node; ++i) {
      const Span line = r_.outline.nodes[i].body;
      if ((says(r_, line, r_.words.no_target_tables) && !names_aims(i)) ||
          says(r_, line,
               columns_.of_money ? r_.words.budget_tables
                                 : r_.words.cost_tables))
        return false;
    }
    return true;
  }

 private:
  [[nodiscard]] const Node& node() const {
    return r_.outline.nodes[grid_.node];
  }

  // `CÁC CHỈ TIÊU GIÁM SÁT, ĐÁNH GIÁ` above `KẾT QUẢ THỰC HIỆN KẾ HOẠCH`: the
  // lines of one title.
  [[nodiscard]] bool names_aims(std::size_t i) const {
    const auto& nodes = r_.outline.nodes;
    return i > 0 && nodes[i].kind == NodeKind::heading &&
           nodes[i - 1].kind == NodeKind::heading &&
           nodes[i].marker == Marker::none &&
           says(r_, nodes[i - 1].body, r_.words.indicator_heads);
  }

  // The short paragraphs above the table, up to a heading.
  [[nodiscard]] std::size_t first_of_caption() const {
    constexpr std::size_t kMost = 5;
    constexpr std::size_t kLongest = 300;  // bytes
    std::size_t first = grid_.node;
    while (first > 0 && grid_.node - first < kMost) {
      const Node& above = r_.outline.nodes[first - 1];
      const std::string_view text = r_.folded(above.body);
      if (above.kind == NodeKind::cell || above.kind == NodeKind::signature ||
          above.kind == NodeKind::recipient || text.size() > kLongest ||
          ((ends_with(text, ".") || ends_with(text, ";")) &&
           above.kind != NodeKind::annotation))
        break;
      --first;
      if (above.kind == NodeKind::heading) break;
    }
    return first;
  }

  [[nodiscard]] std::string caption_year() const {
    for (std::size_t i = grid_.node; i > first_of_caption(); --i) {
      const Span line = r_.outline.nodes[i - 1].body;
      // `(Kèm theo Kế hoạch số ... ngày ...)` dates the plan.
      if (r_.folded(line).find("ngày") != std::string_view::npos) continue;
      std::string year = due_.said_in(line);
      if (!year.empty()) return year;
    }
    return "";
  }

  // `Đơn vị tính: triệu đồng` above the table.
  [[nodiscard]] Span caption_unit() const {
    for (std::size_t i = first_of_caption(); i < grid_.node; ++i) {
      const Span line = trim(r_.text.text, r_.outline.nodes[i].body, "().*:; ");
      const std::string_view f = r_.folded(line);
      for (const std::string_view word : {"đơn vị tính:", "đvt:", "đơn vị:"}) {
        const std::size_t at = f.rfind(word);
        if (at == std::string_view::npos) continue;
        const Span unit =
            trim(r_.text.text,
                 {line.begin + static_cast<std::uint32_t>(at + word.size()),
                  line.end});
        if (r_.words.known_units.exact(r_.folded(unit)) != nullptr) return unit;
      }
    }
    return {};
  }

  void read_row(const WholeRow& row) {
    const std::optional<Indicator> indicator = indicator_of(row);
    if (!indicator) return;
    note_cost(*indicator);
    std::vector<std::pair<std::size_t, CellValue>> values;
    bool empty = true;
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      if (columns_.all[c].kind != Kind::value || row.cells[c].merged) continue;
      if (trim(r_.printed(row.cells[c].span)).empty()) continue;
      empty = false;
      if (auto value = read_value(r_, words_, row.cells[c].span))
        values.emplace_back(c, std::move(*value));
    }
    if (values.empty() && empty) return open_group(*indicator);
    leave_group(*indicator);
    if (values.empty() || !row.placed || !fits(row)) return;
    if (columns_.of_money && cost_) return;
    const Span unit = unit_of(row);
    for (const auto& [column, value] : values)
      add(row, *indicator, unit, column, value);
  }

  struct Indicator {
    Span span;
    Marker marker = Marker::none;
  };

  // What a row is about, without the number in front of it.
  [[nodiscard]] std::optional<Indicator> indicator_of(
      const WholeRow& row) const {
    Indicator found;
    if (columns_.indicator < row.cells.size())
      found.span = row.cells[columns_.indicator].span;
    // `I. Kinh tế số` over the whole row.
    if (found.span.empty() && row.cells.size() == 1)
      found.span = row.cells[0].span;
    found.span = trim(r_.text.text, found.span);
    const Span label = ordinal_of(row);
    const ListMark mark = list_mark(r_.printed(found.span));
    if (mark.kind != Marker::none) {
      found.marker = mark.kind;
      found.span.begin += mark.size;
    }
    if (is_ordinal(r_, label)) found.marker = ordinal_mark(r_, label).kind;
    if (!has_word(r_, found.span)) return std::nullopt;
    return found;
  }

  [[nodiscard]] Span ordinal_of(const WholeRow& row) const {
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      if (columns_.all[c].kind == Kind::ordinal) return row.cells[c].span;
    }
    return {};
  }

  // What must be true of a row that stands below its heads: its number is one,
  // and its unit is none.
  [[nodiscard]] bool fits(const WholeRow& row) const {
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      const Span cell = trim(r_.text.text, row.cells[c].span);
      if (cell.empty()) continue;
      const Kind kind = columns_.all[c].kind;
      if (kind == Kind::ordinal && has_word(r_, cell) && !is_ordinal(r_, cell))
        return false;
      if (kind == Kind::unit && read_value(r_, words_, cell)) return false;
    }
    return true;
  }

  void open_group(const Indicator& head) {
    const std::string_view text = r_.printed(head.span);
    const std::string year = due_.said_in(head.span);
    const bool section = head.marker == Marker::roman ||
                         head.marker == Marker::named || is_all_upper(text) ||
                         (head.marker == Marker::none && !year.empty());
    if (section) {
      section_ = {head.marker, "", year};
      topic_ = {};
      return;
    }
    topic_ = {head.marker, std::string(trim(text)), year};
    std::replace(topic_.name.begin(), topic_.name.end(), '\n', ' ');
    while (!topic_.name.empty() &&
           std::string_view(":.;, ").find(topic_.name.back()) !=
               std::string_view::npos)
      topic_.name.pop_back();
  }

  [[nodiscard]] bool is_bare(Span indicator) const {
    return r_.words.bare_measures.stands_at(r_.folded(indicator), 0);
  }

  // True where the numbers of two rows say that one is part of the other.
  static bool is_below(Marker row, Marker group) {
    return group != Marker::none && (row == Marker::none || row > group);
  }

  // The group ends with the first row that is numbered like it.
  void leave_group(const Indicator& row) {
    const bool below = is_below(row.marker, topic_.marker) ||
                       (topic_.marker == Marker::none && is_bare(row.span));
    if (!below) topic_ = {};
  }

  // The parts of a cost (`- Nguồn khác`) are costs, and so are those of what a
  // plan of money begins with.
  void note_cost(const Indicator& row) {
    if (says(r_, row.span,
             columns_.of_money ? r_.words.opening_rows : r_.words.cost_rows)) {
      cost_ = row.marker;
    } else if (cost_ && !is_below(row.marker, *cost_)) {
      cost_.reset();
    }
  }

  [[nodiscard]] Span unit_of(const WholeRow& row) {
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      if (columns_.all[c].kind != Kind::unit) continue;
      Span unit = trim(r_.text.text, row.cells[c].span);
      if (is_same_as_above(r_, unit)) unit = unit_above_;
      if (r_.printed(unit) == "-") unit = {};
      unit_above_ = unit;
      return unit;
    }
    return {};
  }

  void add(const WholeRow& row, const Indicator& head, Span unit,
           std::size_t column, const CellValue& cell) {
    const TargetColumn& heads = columns_.all[column];
    Span indicator = head.span;
    const Span bracketed = take_bracketed_unit(r_, indicator);
    Target t;
    t.comparator = cell.comparator;
    if (t.comparator == "=") t.comparator = take_limit(indicator);
    t.value = cell.value;
    t.value_to = cell.value_to;
    if (names_more(cell.unit, unit)) return;
    t.unit = r_.printed(!cell.unit.empty() ? cell.unit
                        : unit.empty()     ? bracketed
                                           : unit);
    if (t.unit.empty()) t.unit = heads.unit;
    if (t.unit.empty()) t.unit = r_.printed(table_unit_);
    std::replace(t.unit.begin(), t.unit.end(), '\n', ' ');
    if (is_cost(t.unit)) return;
    if (t.unit.empty() && is_year(cell)) return;
    std::string due = due_of(heads, head.span);
    if (heads.result && due.empty()) return;
    t.due_by = !due.empty()       ? DueBy::heading
               : due_.plan_year() ? DueBy::title
                                  : DueBy::none;
    t.due = due.empty() ? due_.plan_year() : std::move(due);
    t.indicator = name(indicator, head, heads);
    t.evidence =
        r_.evidence(quote(row, head.span, row.cells[column].span), kRule);
    found_.push_back(std::move(t));
  }

  // `≤ 3 Đông Nam Á` beside the unit `Thứ bậc`: a condition, and no unit.
  [[nodiscard]] bool names_more(Span in_cell, Span unit) const {
    const std::string_view f = r_.folded(in_cell);
    return !f.empty() && !unit.empty() && f != r_.folded(unit) &&
           r_.words.known_units.exact(f) == nullptr;
  }

  // `Tỷ lệ hộ có nước sạch đạt trên`: the comparator of the cells beside it.
  std::string take_limit(Span& indicator) const {
    Span rest = indicator;
    const std::string_view said = words_.take_comparator(rest);
    if (!said.empty()) indicator = rest;
    words_.take_off(indicator, {"đạt", "đạt tỷ lệ", "đạt mức"});
    if (!said.empty()) return std::string(said);
    if (words_.is_fall(indicator)) return "-";
    // `Mức dư nợ tối đa`, against `so với mức dư nợ tối đa`.
    const std::string_view f = r_.folded(indicator);
    const std::string_view head = f.substr(0, f.find(" so với "));
    if (head.find(" tối đa") != std::string_view::npos) return "<=";
    return head.find(" tối thiểu") != std::string_view::npos ? ">=" : "=";
  }

  [[nodiscard]] bool is_cost(const std::string& unit) const {
    const std::string folded = fold_for_match(unit);
    return cost_ && (unit.empty() || folded.find("đồng") != std::string::npos ||
                     folded.find("usd") != std::string::npos);
  }

  // `2027` in a column of no unit says when, not how much.
  static bool is_year(const CellValue& cell) {
    return cell.bare && cell.value >= 2000 && cell.value < 2100 &&
           !cell.value_to;
  }

  [[nodiscard]] std::string due_of(const TargetColumn& heads,
                                   Span indicator) const {
    if (!heads.due.empty()) return heads.due;
    if (std::string year = due_.said_in(indicator); !year.empty()) return year;
    if (!topic_.year.empty()) return topic_.year;
    return section_.year.empty() ? table_year_ : section_.year;
  }

  [[nodiscard]] std::string name(Span indicator, const Indicator& head,
                                 const TargetColumn& heads) const {
    const bool part = is_bare(indicator) || head.marker == Marker::dash ||
                      head.marker == Marker::plus ||
                      head.marker == Marker::letter ||
                      head.marker == Marker::none;
    std::string text;
    if (part && !topic_.name.empty()) text = topic_.name + ": ";
    text += r_.printed(trim(r_.text.text, indicator, ".,;:"));
    if (!heads.measure.empty()) text += ": " + heads.measure;
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
  }

  // From the indicator to the value, if they stand in one row.
  [[nodiscard]] Span quote(const WholeRow& row, Span indicator,
                           Span value) const {
    Span quote{indicator.begin, value.end};
    if (columns_.indicator < row.cells.size() &&
        row.cells[columns_.indicator].merged) {
      for (std::size_t c = row.cells.size(); c > columns_.indicator; --c) {
        const GridCell& cell = row.cells[c - 1];
        if (!cell.merged && !cell.span.empty()) quote.begin = cell.span.begin;
      }
    }
    constexpr std::uint32_t kLongest = 2000;  // bytes
    const bool torn = quote.begin >= value.begin || quote.size() > kLongest;
    return torn ? value : quote;
  }

  static constexpr std::string_view kRule = "target.table";

  const Reading& r_;
  const QuantityWords words_;
  const TargetDue& due_;
  const Grid& grid_;
  const TargetColumns& columns_;
  std::vector<Target>& found_;
  std::string table_year_;
  Span table_unit_;
  Group section_;
  Group topic_;
  Span unit_above_;
  std::optional<Marker> cost_;  // the number of the row of a cost
};

}  // namespace

std::vector<Target> read_target_tables(const Reading& reading,
                                       const Document& document,
                                       const GridColumns& columns) {
  std::vector<Target> found;
  const TargetDue due(reading, document);
  for (std::size_t k = 0; k < columns.size(); ++k) {
    if (!columns[k]) continue;
    TargetTableReader table(reading, due, reading.grids[k], *columns[k], found);
    if (table.is_of_targets()) table.read();
  }
  return found;
}

}  // namespace kehoach
