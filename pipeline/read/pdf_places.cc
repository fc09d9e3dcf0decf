#include "read/pdf_places.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <tuple>

namespace kehoach {
namespace {

using Lines = std::vector<SourceLine>::iterator;

bool same_row(const SourceLine& a, const SourceLine& b) {
  return a.page == b.page && a.place.table == b.place.table &&
         a.place.row == b.place.row;
}

Lines row_end(Lines begin, Lines end) {
  return std::find_if(begin, end, [&](const SourceLine& line) {
    return !same_row(*begin, line);
  });
}

bool is_numbered(Lines row, Lines end) {
  return std::any_of(
      row, end, [](const SourceLine& line) { return line.place.column == 0; });
}

class TableCounter {
 public:
  TableCounter(SourceText& source, const std::vector<bool>& continued)
      : source_(source), continued_(continued) {}

  void run() {
    for (auto line = source_.lines.begin(); line != source_.lines.end();) {
      if (line->place.table == 0) {
        ++line;
        continue;
      }
      const TablePlace table = line->place;
      const std::uint32_t page = line->page;
      const auto end =
          std::find_if(line, source_.lines.end(), [&](const SourceLine& other) {
            return other.place.table != table.table || other.page != page;
          });
      if (tables_ > 0 && table.table == 1 && continued_.at(page - 1)) {
        line = drop_heads(line, end);
        line = add_torn(line, end);
      } else {
        ++tables_;
        rows_ = 0;
        numbered_ = true;
        heads_.clear();
      }
      add(line, end);
      line = end;
    }
  }

 private:
  // The words of a row, each cell with its column.
  [[nodiscard]] std::string row_text(Lines begin, Lines end) const {
    std::string text;
    for (; begin != end; ++begin) {
      text += '\n' + std::to_string(begin->place.column) + ' ';
      text += fold_for_search(slice(source_.text, begin->span));
    }
    return text;
  }

  // Takes the rows that repeat the first ones of the table out of it; returns
  // where its other rows begin.
  Lines drop_heads(Lines line, Lines end) {
    for (const std::string& head : heads_) {
      const Lines next = line == end ? end : row_end(line, end);
      if (line == end || row_text(line, next) != head) break;
      for (; line != next; ++line) {
        line->furniture = true;
        line->place = {};
      }
    }
    return line;
  }

  // Gives the rest of a row that the page break tore to that row; returns where
  // the other rows begin.
  Lines add_torn(Lines line, Lines end) {
    if (!numbered_ || line == end || rows_ < 2) return line;
    const Lines next = row_end(line, end);
    if (is_numbered(line, next)) return line;
    for (; line != next; ++line) {
      line->place.table = tables_;
      line->place.row = rows_ - 1;
    }
    return next;
  }

  // The rows of one page.
  void add(Lines line, Lines end) {
    constexpr std::size_t kMostHeads = 3;
    while (line != end) {
      const Lines next = row_end(line, end);
      if (heads_.size() < kMostHeads && heads_.size() == rows_) {
        heads_.push_back(row_text(line, next));
      }
      numbered_ = numbered_ && is_numbered(line, next);
      for (; line != next; ++line) {
        line->place.table = tables_;
        line->place.row = rows_;
      }
      ++rows_;
    }
  }

  SourceText& source_;
  const std::vector<bool>& continued_;
  std::uint32_t tables_ = 0;
  std::uint32_t rows_ = 0;          // of the table at hand
  bool numbered_ = true;            // all of them, in the first column
  std::vector<std::string> heads_;  // its first rows
};

bool is_before(const TablePlace& a, const TablePlace& b) {
  return std::tie(a.table, a.row, a.column) <
         std::tie(b.table, b.row, b.column);
}

// The lines in the order of their cells; those outside of tables stay behind
// the ones that they stood behind.
std::vector<std::size_t> order_of_cells(const std::vector<SourceLine>& lines) {
  std::vector<std::size_t> order;
  std::size_t last = 0;  // behind the last cell in `order`
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::size_t at = order.size();
    if (lines[i].place.table != 0) {
      if (last > 0 && is_before(lines[i].place, lines[order[last - 1]].place)) {
        at = last;
        while (at > 0 &&
               is_before(lines[i].place, lines[order[at - 1]].place)) {
          --at;
        }
        ++last;
      } else {
        last = at + 1;
      }
    }
    order.insert(order.begin() + static_cast<std::ptrdiff_t>(at), i);
  }
  return order;
}

// `source` with its lines in another order.
void reorder(SourceText& source, const std::vector<std::size_t>& order) {
  std::string text;
  std::vector<SourceLine> lines;
  std::vector<SourceWord> words;
  for (const std::size_t i : order) {
    SourceLine line = source.lines[i];
    const Span from = line.span;
    const auto begin = static_cast<std::uint32_t>(text.size());
    text.append(slice(source.text, from)).append("\n");
    line.span = {begin, begin + from.size()};
    lines.push_back(line);
    auto word =
        std::lower_bound(source.words.begin(), source.words.end(), from.begin,
                         [](const SourceWord& w, std::uint32_t at) {
                           return w.span.begin < at;
                         });
    for (; word != source.words.end() && word->span.end <= from.end; ++word) {
      words.push_back(*word);
      words.back().span = {word->span.begin - from.begin + begin,
                           word->span.end - from.begin + begin};
    }
  }
  source.text = std::move(text);
  source.lines = std::move(lines);
  source.words = std::move(words);
}

}  // namespace

void move_to_end(SourceText& source, const std::vector<bool>& moved) {
  std::vector<std::size_t> order(source.lines.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_partition(order.begin(), order.end(),
                        [&](std::size_t line) { return !moved[line]; });
  if (!std::is_sorted(order.begin(), order.end())) reorder(source, order);
}

void count_tables(SourceText& source, const std::vector<bool>& continued) {
  TableCounter(source, continued).run();
  const std::vector<std::size_t> order = order_of_cells(source.lines);
  if (!std::is_sorted(order.begin(), order.end())) reorder(source, order);
}

}  // namespace kehoach
