#include "read/docx_table.h"

#include <algorithm>
#include <utility>

namespace kehoach {
namespace {

constexpr int kDeepest = 16;  // controls and the like around rows and cells

enum class Merge { none, begins, goes_on };

class TableReader {
 public:
  explicit TableReader(const XmlPart& part) : part_(part) {}

  void rows(pugi::xml_node parent, int depth) {
    each(parent, Tag::row, depth, [this](pugi::xml_node row) { add_row(row); });
  }

  std::vector<std::vector<DocxCell>> take() { return std::move(rows_); }

 private:
  // Where the cell that a merge began with stands, for each column.
  struct Open {
    std::size_t row = 0;
    std::size_t cell = 0;
    std::size_t last_row = 0;
    bool is_open = false;
  };

  template <typename Take>
  void each(pugi::xml_node parent, Tag wanted, int depth, const Take& take) {
    if (depth >= kDeepest) return;
    for (const pugi::xml_node node : parent.children()) {
      const Tag tag = part_.tag(node);
      if (tag == wanted) {
        take(node);
      } else if (tag == Tag::sdt || tag == Tag::sdt_content ||
                 tag == Tag::custom_xml || tag == Tag::ins ||
                 tag == Tag::move_to) {
        each(node, wanted, depth + 1, take);
      }
    }
  }

  void add_row(pugi::xml_node row) {
    const pugi::xml_node props = part_.child(row, Tag::row_props);
    if (part_.child(props, Tag::del)) return;
    rows_.emplace_back();
    column_ = 0;
    const auto gap =
        std::max(0, number(part_.child(props, Tag::grid_before), 0));
    if (gap > 0) add_cell({}, static_cast<std::uint32_t>(gap), Merge::none);
    each(row, Tag::cell, 0, [this](pugi::xml_node cell) {
      const pugi::xml_node own = part_.child(cell, Tag::cell_props);
      const auto columns = static_cast<std::uint32_t>(
          std::max(1, number(part_.child(own, Tag::grid_span), 1)));
      if (merge(part_.child(own, Tag::h_merge)) == Merge::goes_on &&
          !rows_.back().empty()) {
        rows_.back().back().shape.columns += 1;
        ++column_;
        return;
      }
      add_cell(cell, columns, merge(part_.child(own, Tag::v_merge)));
    });
  }

  // Without a value a merge goes on.
  static Merge merge(pugi::xml_node node) {
    if (!node) return Merge::none;
    return value(node) == "restart" ? Merge::begins : Merge::goes_on;
  }

  void add_cell(pugi::xml_node node, std::uint32_t columns, Merge merge) {
    columns = std::min(columns, FlowText::kMostColumns);
    const std::size_t row = rows_.size() - 1;
    if (open_.size() <= column_) open_.resize(column_ + 1);
    Open& open = open_[column_];
    column_ += columns;
    if (merge == Merge::goes_on && open.is_open && open.last_row + 1 == row) {
      open.last_row = row;
      ++rows_[open.row][open.cell].shape.rows;
      return;
    }
    open = {row, rows_.back().size(), row, merge != Merge::none};
    rows_.back().push_back({node, {columns, 1}});
  }

  const XmlPart& part_;
  std::vector<std::vector<DocxCell>> rows_;
  std::vector<Open> open_;
  std::size_t column_ = 0;
};

}  // namespace

std::vector<std::vector<DocxCell>> cells_of(const XmlPart& part,
                                            pugi::xml_node table) {
  TableReader reader(part);
  reader.rows(table, 0);
  return reader.take();
}

}  // namespace kehoach
