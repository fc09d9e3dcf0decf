#include "read/scanned_cells.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "read/pdf_ruled.h"

namespace kehoach {
namespace {

constexpr float kRowHeight = 20;
constexpr float kLineWidth = 2;

// `rows` x `columns` cells of `width` points whose edges fall by `slope` points
// a point from left to right, and lean by as much.
std::vector<Box> askew(std::size_t rows, std::size_t columns, float width,
                       float slope) {
  std::vector<Box> cells;
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t c = 0; c < columns; ++c) {
      const float x = 60 + static_cast<float>(c) * width;
      const float y = 100 + static_cast<float>(r) * kRowHeight;
      const Box box{x - slope * y, y + slope * x, x - slope * y + width,
                    y + slope * x + kRowHeight};
      cells.push_back({box.x0 + kLineWidth / 2, box.y0 + kLineWidth / 2,
                       box.x1 - kLineWidth / 2, box.y1 - kLineWidth / 2});
    }
  }
  return cells;
}

// How many edges there are, level and upright.
std::pair<std::size_t, std::size_t> edges_of(const std::vector<Box>& cells) {
  std::set<float> xs;
  std::set<float> ys;
  for (const Box& cell : cells) {
    xs.insert({cell.x0, cell.x1});
    ys.insert({cell.y0, cell.y1});
  }
  return {ys.size(), xs.size()};
}

TEST(ScannedCells, ShareTheirEdges) {
  using Edges = std::pair<std::size_t, std::size_t>;
  EXPECT_EQ(edges_of(aligned_cells(askew(6, 4, 120, 0))), Edges(7, 5));
  // The last column stands lower than the first by more than half a row.
  EXPECT_EQ(edges_of(aligned_cells(askew(6, 4, 120, 0.025F))), Edges(7, 5));
  EXPECT_EQ(edges_of(aligned_cells(askew(30, 4, 120, -0.02F))), Edges(31, 5));
  EXPECT_EQ(aligned_cells({}).size(), 0U);
}

TEST(ScannedCells, ThatAreMergedReachOverSeveral) {
  std::vector<Box> cells = askew(4, 3, 150, 0.02F);
  // The first row is one cell, and the last column of the others is one.
  cells[0].x1 = cells[2].x1;
  cells[5].y1 = cells[11].y1;
  for (const std::size_t i : {11U, 8U, 2U, 1U}) {
    cells.erase(cells.begin() + i);
  }
  const std::vector<Box> aligned = aligned_cells(cells);
  EXPECT_EQ(aligned[0].x0, aligned[1].x0);
  EXPECT_EQ(aligned[0].x1, aligned[3].x1);
  EXPECT_EQ(aligned[3].y1, aligned.back().y1);
  EXPECT_EQ(aligned[0].y1, aligned[3].y0);
}

// Words stand in the cell that they were recognised in, wherever its middle has
// wandered to.
TEST(ScannedCells, HoldTheirWords) {
  constexpr std::size_t kRows = 5;
  constexpr std::size_t kColumns = 3;
  const std::vector<Box> cells = askew(kRows, kColumns, 160, 0.03F);
  PdfPage page{.width = 595, .height = 842};
  page.cells = aligned_cells(cells);
  page.rulings = lines_around(page.cells);
  for (std::uint16_t i = 0; i < cells.size(); ++i) {
    const Box& cell = cells[i];
    PdfWord word{.text = "từ" + std::to_string(i),
                 .box = {cell.x0 + 4, cell.y0 + 3, cell.x0 + 40, cell.y0 + 15},
                 .size = 12};
    word.cell = static_cast<std::uint16_t>(i + 1);
    page.words.push_back(std::move(word));
  }
  const std::vector<FilledTable> tables = filled_tables(page);
  ASSERT_EQ(tables.size(), 1U);
  ASSERT_EQ(tables[0].cells.size(), kRows * kColumns);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const PageLine& line = tables[0].cells[i];
    EXPECT_EQ(line.place.row, i / kColumns);
    EXPECT_EQ(line.place.column, i % kColumns);
    EXPECT_EQ(line.segment.words,
              std::vector<std::uint32_t>{static_cast<std::uint32_t>(i)});
  }
}

}  // namespace
}  // namespace kehoach
