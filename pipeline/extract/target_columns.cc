#include "extract/target_columns.h"

#include <algorithm>

#include "extract/target_cells.h"
#include "extract/torn_rows.h"

namespace kehoach {
namespace {

using Kind = TargetColumn::Kind;

constexpr std::size_t kLongestHead = 120;  // bytes

// What stands above one column: the head, and the one below it, if any.
struct Head {
  Span upper;
  Span lower;
};

// The years that a head names, and whether all its words are known.
struct Period {
  std::vector<std::string> years;
  bool planned = false;  // `Mục tiêu`, `Kế hoạch`
  bool known = false;
  [[nodiscard]] bool is_value() const {
    return known && years.size() <= 2 && (planned || !years.empty());
  }
  [[nodiscard]] std::string due() const {
    return years.empty() ? "" : years.back();
  }
};

bool is_year(std::string_view text, std::size_t at) {
  constexpr std::size_t kSize = 4;
  if (text.substr(at, 2) != "20" || at + kSize > text.size()) return false;
  return is_digit(static_cast<unsigned char>(text[at + 2])) &&
         is_digit(static_cast<unsigned char>(text[at + 3])) &&
         is_word_boundary(text, at) && is_word_boundary(text, at + kSize);
}

class HeadReader {
 public:
  HeadReader(const Reading& reading, const Document& document,
             const std::vector<GridRow>& rows)
      : r_(reading),
        document_(document),
        rows_(rows),
        of_money_(is_of_money(reading, document)) {}

  std::optional<TargetColumns> read() {
    for (std::size_t k = 0; k < std::min(kHeadRows, rows_.size()); ++k) {
      if (!names_indicator(rows_[k])) continue;
      if (!lay_out(k)) return std::nullopt;
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

  [[nodiscard]] bool is(Span head, const Phrases& list) const {
    Span name = head;
    take_bracketed_unit(r_, name);
    name = trim(r_.text.text, name, ".,:;*");
    std::string text(r_.folded(name));
    std::replace(text.begin(), text.end(), '\n', ' ');
    return list.exact(text) != nullptr;
  }

  [[nodiscard]] bool names_indicator(const GridRow& row) const {
    return std::any_of(row.begin(), row.end(), [&](const GridCell& cell) {
      return is(cell.span, r_.words.indicator_heads) ||
             is(cell.span, r_.words.subject_heads);
    });
  }

  [[nodiscard]] Period period(Span head) const {
    Period p;
    take_bracketed_unit(r_, head);
    const std::string_view f = r_.folded(head);
    if (f.empty() || f.size() > kLongestHead) return p;
    for (std::size_t at = 0; at < f.size();) {
      constexpr std::string_view kMarks = " \n-,.:*";
      if (kMarks.find(f[at]) != std::string_view::npos) {
        ++at;
      } else if (is_year(f, at)) {
        p.years.emplace_back(f.substr(at, 4));
        at += 4;
      } else if (const Phrase* money = r_.words.money_plan_heads.at(f, at);
                 of_money_ && money != nullptr) {
        p.planned = true;
        at += money->text.size();
      } else if (const Phrase* plan = r_.words.plan_heads.at(f, at)) {
        p.planned = true;
        at += plan->text.size();
      } else if (const Phrase* word = r_.words.value_heads.at(f, at)) {
        at += word->text.size();
      } else {
        return p;
      }
    }
    p.known = true;
    return p;
  }

  // Finds the heads of each column: one row, or two where the first is merged.
  // False where that can't be told.
  bool lay_out(std::size_t top) {
    const GridRow& upper = rows_[top];
    for (const GridCell& cell : upper) heads_.push_back({cell.span, {}});
    const std::size_t bottom = head_bottom(rows_, top);
    first_row_ = bottom + 1;
    if (bottom > top) {
      for (std::size_t k = top + 1; k <= bottom; ++k) add_lower(rows_[k]);
      return true;
    }
    if (top + 1 >= rows_.size() || rows_[top + 1].empty()) return true;
    const GridRow& lower = rows_[top + 1];
    if (stands_below(upper, lower)) {
      ++first_row_;
      add_lower(lower);
      return true;
    }
    if (!are_years(lower) && !repeats_below(upper, lower)) return true;
    ++first_row_;
    return spread(lower);
  }

  // Heads below those of the row above, where the source has them.
  void add_lower(const GridRow& row) {
    if (row.size() > heads_.size()) heads_.resize(row.size());
    for (std::size_t c = 0; c < row.size(); ++c) {
      if (row[c].merged || row[c].span.empty()) continue;
      if (heads_[c].upper.empty() && c > 0)
        heads_[c].upper = heads_[c - 1].upper;
      heads_[c].lower = row[c].span;
    }
  }

  // `| TT | Chỉ tiêu | Năm 2026 | |` above `| | | Lượng | Giá trị |`.
  [[nodiscard]] bool stands_below(const GridRow& upper,
                                  const GridRow& lower) const {
    bool more = false;
    for (std::size_t c = 0; c < std::max(upper.size(), lower.size()); ++c) {
      const bool above = c < upper.size() && !upper[c].span.empty();
      const bool below = c < lower.size() && !lower[c].span.empty();
      if (below && c == 0) return false;
      if (below && above && !period(upper[c].span).is_value()) return false;
      if (below && !above) more = true;
      if (!below && !above) return false;
    }
    return more;
  }

  [[nodiscard]] bool are_years(const GridRow& row) const {
    return row.size() > 1 &&
           std::all_of(row.begin(), row.end(), [&](const GridCell& cell) {
             return period(cell.span).is_value() &&
                    !period(cell.span).years.empty();
           });
  }

  [[nodiscard]] std::size_t count_years(const GridRow& row) const {
    return static_cast<std::size_t>(
        std::count_if(row.begin(), row.end(), [&](const GridCell& cell) {
          const Period p = period(cell.span);
          return p.is_value() && p.years.size() == 1;
        }));
  }

  // `Lượng`, `Giá trị`, `Lượng`, `Giá trị` below two years.
  [[nodiscard]] bool repeats_below(const GridRow& upper,
                                   const GridRow& lower) const {
    const std::size_t years = count_years(upper);
    if (years < 2 || lower.size() % years != 0 || lower.size() == years)
      return false;
    const std::size_t group = lower.size() / years;
    for (std::size_t c = group; c < lower.size(); ++c) {
      if (r_.folded(lower[c].span) != r_.folded(lower[c - group].span))
        return false;
    }
    return true;
  }

  // Puts the cells of `lower`, which begin at the left, below the heads that
  // must be merged over them.
  bool spread(const GridRow& lower) {
    const bool years = are_years(lower);
    std::vector<Head> out;
    std::size_t used = 0;
    std::size_t merged = 0;
    for (const Head& head : heads_) merged += is_merged(head.upper, years);
    if (merged == 0 || lower.size() % merged != 0) return false;
    if (years && merged != 1) return false;
    for (const Head& head : heads_) {
      if (!is_merged(head.upper, years)) {
        out.push_back(head);
        continue;
      }
      for (std::size_t i = 0; i < lower.size() / merged; ++i)
        out.push_back({head.upper, lower[used++].span});
    }
    heads_ = std::move(out);
    return has_width();
  }

  // Years stand below a head that names none of its own.
  [[nodiscard]] bool is_merged(Span head, bool above_years) const {
    const Period p = period(head);
    if (!p.is_value() || is(head, r_.words.indicator_heads)) return false;
    return (p.years.size() == 1) != above_years;
  }

  // A row below the heads is as wide as they are, and none is wider.
  [[nodiscard]] bool has_width() const {
    bool any = false;
    for (const WholeRow& row :
         RowJoiner(r_, rows_, first_row_, heads_.size()).read()) {
      if (!row.placed) return false;
      any = any || row.cells.size() == heads_.size();
    }
    return any;
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
    if (is(name, r_.words.ordinal_heads)) column.kind = Kind::ordinal;
    if (is(name, r_.words.unit_heads)) column.kind = Kind::unit;
    if (column.kind != Kind::other || is_cost(head)) return column;
    Span unit = name;
    column.unit = r_.printed(take_bracketed_unit(r_, unit));
    const Period upper = period(head.upper);
    if (head.lower.empty()) {
      column.result = is(name, r_.words.result_heads);
      if (!upper.is_value() && !column.result) return column;
      column.due = upper.due();
    } else {
      const Period lower = period(head.lower);
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
      if (is(heads_[c].upper, r_.words.subject_heads)) subject = c;
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
    return is(heads_[column].upper, r_.words.indicator_heads);
  }

  // Below a head that may as well be a report's, only `Kế hoạch 2026` is read.
  void keep_planned(std::vector<TargetColumn>& columns) const {
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (columns[c].kind == Kind::value && !period(heads_[c].upper).planned &&
          !period(heads_[c].lower).planned)
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
      if (is_year(f, at)) year = f.substr(at, 4);
    return year;
  }

  const Reading& r_;
  const Document& document_;
  const std::vector<GridRow>& rows_;
  bool of_money_;
  std::vector<Head> heads_;
  std::size_t first_row_ = 0;
};

}  // namespace

std::optional<TargetColumns> read_target_columns(
    const Reading& reading, const Document& document,
    const std::vector<GridRow>& rows) {
  return HeadReader(reading, document, rows).read();
}

bool says(const Reading& reading, Span span, const Phrases& list) {
  const std::string_view f = reading.folded(span);
  for (std::size_t at = 0; at < f.size(); ++at) {
    if (is_word_boundary(f, at) && list.stands_at(f, at)) return true;
  }
  return false;
}

}  // namespace kehoach
