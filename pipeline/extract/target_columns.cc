#include "extract/target_columns.h"

#include <algorithm>

#include "extract/target_cells.h"
#include "extract/target_heads.h"

namespace kehoach {
namespace {

using Kind = TargetColumn::Kind;

class HeadReader {
 public:
  HeadReader(const Reading& reading, const Document& document,
             const std::vector<GridRow>& rows)
      : r_(reading),
        document_(document),
        rows_(rows),
        of_money_(is_of_money(reading, document)),
        words_(reading, of_money_) {}

  std::optional<TargetColumns> read() {
    for (std::size_t k = 0; k < std::min(kHeadRows, rows_.size()); ++k) {
      if (!names_indicator(rows_[k])) continue;
      auto laid_out = lay_out_heads(r_, words_, rows_, k);
      if (!laid_out) return std::nullopt;
      heads_ = std::move(laid_out->heads);
      first_row_ = laid_out->first_row;
      return read_columns();
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] static bool is_of_money(const Reading& reading,
                                        const Document& document) {
    const std::string title = fold_for_match(document.title);
    for (std::size_t at = 0; at < title.size(); ++at) {
      if (is_word_boundary(title, at) &&
          reading.words.money_plans.stands_at(title, at))
        return true;
    }
    return false;
  }

  [[nodiscard]] bool names_indicator(const GridRow& row) const {
    return std::any_of(row.begin(), row.end(), [&](const GridCell& cell) {
      return words_.is(cell.span, r_.words.indicator_heads) ||
             words_.is(cell.span, r_.words.subject_heads);
    });
  }

  std::optional<TargetColumns> read_columns() {
    TargetColumns found;
    found.first_row = first_row_;
    found.of_money = of_money_;
    for (const Head& head : heads_) found.all.push_back(column_of(head));
    if (!find_indicator(found)) return std::nullopt;
    drop_what_is_past(found.all);
    const bool any = std::any_of(
        found.all.begin(), found.all.end(),
        [](const TargetColumn& c) { return c.kind == Kind::value; });
    if (!any) return std::nullopt;
    return found;
  }

  [[nodiscard]] TargetColumn column_of(const Head& head) const {
    TargetColumn column;
    const Span name = head.lower.empty() ? head.upper : head.lower;
    if (words_.is(name, r_.words.ordinal_heads)) column.kind = Kind::ordinal;
    if (words_.is(name, r_.words.unit_heads)) column.kind = Kind::unit;
    if (column.kind != Kind::other || is_cost(head)) return column;
    Span unit = name;
    column.unit = r_.printed(take_bracketed_unit(r_, unit));
    const Period upper = words_.period(head.upper);
    if (head.lower.empty()) {
      column.result = words_.is(name, r_.words.result_heads);
      if (!upper.is_value() && !column.result) return column;
      column.due = upper.due();
    } else {
      const Period lower = words_.period(head.lower);
      if (!upper.is_value() && !(lower.is_value() && !lower.years.empty()))
        return column;
      if (says(r_, head.upper, r_.words.past_heads)) return column;
      column.due =
          lower.known && !lower.years.empty() ? lower.due() : upper.due();
      if (!lower.known) {
        if (says(r_, head.lower, r_.words.past_heads)) return column;
        column.measure = r_.printed(trim(r_.text.text, unit));
        std::replace(column.measure.begin(), column.measure.end(), '\n', ' ');
      }
    }
    column.kind = Kind::value;
    return column;
  }

  [[nodiscard]] bool is_cost(const Head& head) const {
    const auto either = [&](const Phrases& list) {
      return says(r_, head.upper, list) || says(r_, head.lower, list);
    };
    return either(r_.words.no_value_heads) ||
           (!of_money_ && either(r_.words.cost_heads));
  }

  // The column of indicators stands left of units and values, as near to them
  // as may be. `Chỉ tiêu` that doesn't is the value of `Nội dung`.
  bool find_indicator(TargetColumns& found) const {
    const std::size_t none = heads_.size();
    std::size_t end = none;
    for (std::size_t c = none; c > 0; --c) {
      const Kind kind = found.all[c - 1].kind;
      if (kind == Kind::unit || (kind == Kind::value && !names(c - 1)))
        end = c - 1;
    }
    std::size_t indicator = none;
    std::size_t subject = none;
    for (std::size_t c = 0; c < end; ++c) {
      if (words_.is(heads_[c].upper, r_.words.subject_heads)) subject = c;
      // `Chỉ tiêu`, `Mục tiêu` and nothing else: the second is the value.
      const bool first = end < none || (indicator == none && subject == none);
      if (names(c) && first) indicator = c;
    }
    found.indicator = indicator < none ? indicator : subject;
    if (found.indicator == none) return false;
    for (std::size_t c = 0; c < end; ++c) {
      if (end < none && names(c)) found.all[c].kind = Kind::other;
    }
    found.all[found.indicator].kind = Kind::indicator;
    if (indicator == none && !of_money_) keep_planned(found.all);
    return true;
  }

  [[nodiscard]] bool names(std::size_t column) const {
    return words_.is(heads_[column].upper, r_.words.indicator_heads);
  }

  // Below a head that may as well be a report's, only `Kế hoạch 2026` is read.
  void keep_planned(std::vector<TargetColumn>& columns) const {
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (columns[c].kind == Kind::value &&
          !words_.period(heads_[c].upper).planned &&
          !words_.period(heads_[c].lower).planned)
        columns[c].kind = Kind::other;
    }
  }

  // Leaves out years before the plan's own, and those of which the table tells
  // what was reached.
  void drop_what_is_past(std::vector<TargetColumn>& columns) const {
    std::vector<std::string> reached;
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (columns[c].kind != Kind::other || is_cost(heads_[c])) continue;
      if (!says(r_, heads_[c].upper, r_.words.past_heads) &&
          !says(r_, heads_[c].lower, r_.words.past_heads))
        continue;
      const std::string lower = year_of(heads_[c].lower);
      reached.push_back(lower.empty() ? year_of(heads_[c].upper) : lower);
    }
    std::string last;
    for (const TargetColumn& column : columns)
      if (column.kind == Kind::value) last = std::max(last, column.due);
    const std::string issued = document_.issued_on.value_or("");
    for (std::size_t c = 0; c < columns.size(); ++c) {
      TargetColumn& column = columns[c];
      if (column.kind != Kind::value) continue;
      const bool told = std::find(reached.begin(), reached.end(), column.due) !=
                        reached.end();
      if (told || (!column.due.empty() && is_over(column.due, issued, last)))
        column.kind = Kind::other;
      if (column.result && !reached.empty()) column.kind = Kind::other;
    }
  }

  // A plan of November 2025 for 2026 has the year 2025 to compare with.
  static bool is_over(const std::string& year, const std::string& issued,
                      const std::string& last) {
    constexpr std::string_view kSecondHalf = "-07";
    const std::string this_year = issued.substr(0, 4);
    if (year < this_year) return true;
    return year == this_year && last > year &&
           issued.substr(std::min<std::size_t>(4, issued.size())) >=
               kSecondHalf;
  }

  [[nodiscard]] std::string year_of(Span head) const {
    const std::string_view f = r_.folded(head);
    std::string year;
    for (std::size_t at = 0; at < f.size(); ++at)
      if (is_year_at(f, at)) year = f.substr(at, 4);
    return year;
  }

  const Reading& r_;
  const Document& document_;
  const std::vector<GridRow>& rows_;
  bool of_money_;
  HeadWords words_;
  std::vector<Head> heads_;
  std::size_t first_row_ = 0;
};

}  // namespace

std::optional<TargetColumns> read_target_columns(
    const Reading& reading, const Document& document,
    const std::vector<GridRow>& rows) {
  return HeadReader(reading, document, rows).read();
}

GridColumns read_grid_columns(const Reading& reading,
                              const Document& document) {
  GridColumns all;
  all.reserve(reading.grids.size());
  for (const Grid& grid : reading.grids)
    all.push_back(read_target_columns(reading, document, grid.rows));
  return all;
}

}  // namespace kehoach
