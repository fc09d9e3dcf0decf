#include "extract/target_heads.h"

#include <algorithm>

#include "extract/target_cells.h"
#include "extract/torn_rows.h"

namespace kehoach {
namespace {

constexpr std::size_t kLongestHead = 120;  // bytes

class Layout {
 public:
  Layout(const Reading& reading, const HeadWords& words,
         const std::vector<GridRow>& rows)
      : r_(reading), words_(words), rows_(rows) {}

  std::optional<TableHeads> run(std::size_t top) {
    if (!lay_out(top)) return std::nullopt;
    return TableHeads{std::move(heads_), first_row_};
  }

 private:
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
    if (are_years(lower) || repeats_below(upper, lower)) {
      ++first_row_;
      return spread(lower);
    }
    spread_by_width(top, lower);
    return true;
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
      if (below && above && !words_.period(upper[c].span).is_value())
        return false;
      if (below && !above) more = true;
      if (!below && !above) return false;
    }
    return more;
  }

  [[nodiscard]] bool are_years(const GridRow& row) const {
    return row.size() > 1 &&
           std::all_of(row.begin(), row.end(), [&](const GridCell& cell) {
             return words_.period(cell.span).is_value() &&
                    !words_.period(cell.span).years.empty();
           });
  }

  [[nodiscard]] std::size_t count_years(const GridRow& row) const {
    return static_cast<std::size_t>(
        std::count_if(row.begin(), row.end(), [&](const GridCell& cell) {
          const Period p = words_.period(cell.span);
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

  // Puts `lower` below the heads that must be merged for the table to be as
  // wide as its rows. Leaves the heads alone where that can't be told.
  void spread_by_width(std::size_t top, const GridRow& lower) {
    const std::size_t width = width_below(top + 2);
    if (width <= heads_.size() || heads_.size() + lower.size() <= width ||
        !are_heads(lower))
      return;
    const std::size_t count = heads_.size() + lower.size() - width;
    const std::vector<bool> merged = merged_heads(lower, count);
    if (merged.empty()) return;
    const std::vector<std::size_t> sizes = shares(lower, count);
    if (sizes.empty()) return;
    std::vector<Head> out;
    std::size_t used = 0;
    std::size_t share = 0;
    for (std::size_t c = 0; c < heads_.size(); ++c) {
      const std::size_t columns = merged[c] ? sizes[share++] : 1;
      for (std::size_t i = 0; i < columns; ++i)
        out.push_back(
            {heads_[c].upper, merged[c] ? lower[used++].span : Span{}});
    }
    heads_ = std::move(out);
    ++first_row_;
  }

  // Which `count` heads are merged over the cells of `lower`: all that may be,
  // or the running year above its estimate. Empty where that can't be told.
  [[nodiscard]] std::vector<bool> merged_heads(const GridRow& lower,
                                               std::size_t count) const {
    std::vector<bool> merged(heads_.size());
    std::size_t found = 0;
    for (std::size_t c = 0; c < heads_.size(); ++c) {
      merged[c] = may_be_merged(heads_[c].upper);
      found += merged[c] ? 1 : 0;
    }
    if (found == count) return merged;
    if (count != 1 || !names_past(lower)) return {};
    const auto running = running_year(merged);
    if (!running) return {};
    merged.assign(heads_.size(), false);
    merged[*running] = true;
    return merged;
  }

  // How many of the cells of `lower` stand below each of `count` heads: years
  // below the second of two, else equal shares. Empty where neither holds.
  [[nodiscard]] std::vector<std::size_t> shares(const GridRow& lower,
                                                std::size_t count) const {
    const auto is_of_year = [&](const GridCell& cell) {
      const Period p = words_.period(cell.span);
      return p.is_value() && !p.years.empty();
    };
    const auto years = std::find_if(lower.begin(), lower.end(), is_of_year);
    const auto first = static_cast<std::size_t>(years - lower.begin());
    if (count == 2 && first > 0 && first < lower.size() &&
        std::all_of(years, lower.end(), is_of_year))
      return {first, lower.size() - first};
    if (lower.size() % count != 0) return {};
    return std::vector<std::size_t>(count, lower.size() / count);
  }

  // By the row that numbers the columns (`A`, `B`, `1`, `4=3/2`), else the
  // widest.
  [[nodiscard]] std::size_t width_below(std::size_t row) const {
    std::size_t width = 0;
    for (std::size_t k = row; k < rows_.size(); ++k) {
      const bool near = k < row + kHeadRows;
      if (near && rows_[k].size() > 2 && numbers_columns(rows_[k]))
        return rows_[k].size();
      width = std::max(width, rows_[k].size());
    }
    return width;
  }

  [[nodiscard]] bool numbers_columns(const GridRow& row) const {
    return std::all_of(row.begin(), row.end(), [&](const GridCell& cell) {
      const std::string_view text = trim(r_.printed(cell.span));
      const bool letter = text.size() == 1 && text[0] >= 'A' && text[0] <= 'Z';
      return letter || (!text.empty() && text.size() < 8 &&
                        text.find_first_not_of("0123456789=+-*/()x:") ==
                            std::string_view::npos);
    });
  }

  [[nodiscard]] bool are_heads(const GridRow& row) const {
    return row.size() > 1 &&
           std::all_of(row.begin(), row.end(), [&](const GridCell& cell) {
             return has_word(r_, cell.span) && !is_ordinal(r_, cell.span);
           });
  }

  [[nodiscard]] bool names_past(const GridRow& row) const {
    return std::any_of(row.begin(), row.end(), [&](const GridCell& cell) {
      return says(r_, cell.span, r_.words.past_heads);
    });
  }

  [[nodiscard]] bool may_be_merged(Span head) const {
    return !words_.is(head, r_.words.ordinal_heads) &&
           !words_.is(head, r_.words.unit_heads) &&
           !words_.is(head, r_.words.indicator_heads) &&
           !words_.is(head, r_.words.subject_heads) &&
           !says(r_, head, r_.words.no_value_heads);
  }

  // The head of the first year, if one alone names it.
  [[nodiscard]] std::optional<std::size_t> running_year(
      const std::vector<bool>& among) const {
    std::string first;
    std::optional<std::size_t> found;
    for (std::size_t c = 0; c < heads_.size(); ++c) {
      const std::string_view f = r_.folded(heads_[c].upper);
      for (std::size_t at = 0; among[c] && at < f.size(); ++at) {
        if (!is_year_at(f, at)) continue;
        const std::string year(f.substr(at, 4));
        if (found && year == first && *found != c) return std::nullopt;
        if (!found || year < first) first = year, found = c;
        break;
      }
    }
    return found;
  }

  // Years stand below a head that names none of its own.
  [[nodiscard]] bool is_merged(Span head, bool above_years) const {
    const Period p = words_.period(head);
    if (!p.is_value() || words_.is(head, r_.words.indicator_heads))
      return false;
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

  const Reading& r_;
  const HeadWords& words_;
  const std::vector<GridRow>& rows_;
  std::vector<Head> heads_;
  std::size_t first_row_ = 0;
};

}  // namespace

bool HeadWords::is(Span head, const Phrases& list) const {
  Span name = head;
  take_bracketed_unit(r_, name);
  name = trim(r_.text.text, name, ".,:;*");
  std::string text(r_.folded(name));
  std::replace(text.begin(), text.end(), '\n', ' ');
  return list.exact(text) != nullptr;
}

Period HeadWords::period(Span head) const {
  Period p;
  take_bracketed_unit(r_, head);
  const std::string_view f = r_.folded(head);
  if (f.empty() || f.size() > kLongestHead) return p;
  for (std::size_t at = 0; at < f.size();) {
    constexpr std::string_view kMarks = " \n-,.:*";
    if (kMarks.find(f[at]) != std::string_view::npos) {
      ++at;
    } else if (is_year_at(f, at)) {
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

std::optional<TableHeads> lay_out_heads(const Reading& reading,
                                        const HeadWords& words,
                                        const std::vector<GridRow>& rows,
                                        std::size_t top) {
  return Layout(reading, words, rows).run(top);
}

bool is_year_at(std::string_view text, std::size_t at) {
  constexpr std::size_t kSize = 4;
  if (text.substr(at, 2) != "20" || at + kSize > text.size()) return false;
  return is_digit(static_cast<unsigned char>(text[at + 2])) &&
         is_digit(static_cast<unsigned char>(text[at + 3])) &&
         is_word_boundary(text, at) && is_word_boundary(text, at + kSize);
}

}  // namespace kehoach
