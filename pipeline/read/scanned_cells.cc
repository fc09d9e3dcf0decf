#include "read/scanned_cells.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace kehoach {
namespace {

// Points. Cells are at least 8 high and wide.
constexpr float kLine = 6;   // between cells at most, with its blurred edges
constexpr float kDrift = 5;  // of an edge, from one cell to the next

// How far two ranges overlap, as a share of the shorter.
float overlap(float from, float to, float other_from, float other_to) {
  const float both = std::min(to, other_to) - std::max(from, other_from);
  return both / std::min(to - from, other_to - other_from);
}

bool is_near(float a, float b) { return std::abs(a - b) < kDrift; }

// The edges of many boxes on one axis: two of each, its near and its far one.
class Edges {
 public:
  explicit Edges(std::size_t boxes) : same_(2 * boxes), at_(2 * boxes) {
    std::iota(same_.begin(), same_.end(), std::size_t{0});
  }

  static std::size_t near_of(std::size_t box) { return 2 * box; }
  static std::size_t far_of(std::size_t box) { return 2 * box + 1; }

  void set(std::size_t box, float near_edge, float far_edge) {
    at_[near_of(box)] = near_edge;
    at_[far_of(box)] = far_edge;
  }
  [[nodiscard]] float at(std::size_t edge) const { return at_[edge]; }

  void unite(std::size_t a, std::size_t b) { same_[root(a)] = root(b); }

  // Gives edges that are one the place in their middle.
  void settle() {
    std::vector<float> sum(at_.size());
    std::vector<float> count(at_.size());
    for (std::size_t i = 0; i < at_.size(); ++i) {
      sum[root(i)] += at_[i];
      ++count[root(i)];
    }
    for (std::size_t i = 0; i < at_.size(); ++i) {
      at_[i] = sum[root(i)] / count[root(i)];
    }
    // Those that no chain of neighbours leads to, but that can be no other.
    std::vector<float> places = at_;
    std::sort(places.begin(), places.end());
    for (float& at : at_) {
      auto place = std::lower_bound(places.begin(), places.end(), at);
      while (place != places.begin() && *place - *(place - 1) < kDrift / 2) {
        --place;
      }
      at = *place;
    }
  }

 private:
  std::size_t root(std::size_t i) {
    while (same_[i] != i) {
      same_[i] = same_[same_[i]];
      i = same_[i];
    }
    return i;
  }

  std::vector<std::size_t> same_;
  std::vector<float> at_;
};

// Unites the edges of boxes `i` and `j` if `j` stands behind `i` on the axis
// `along`: the one between them, and those that go on from one to the other.
void join_if_beside(Edges& along, Edges& across, std::size_t i, std::size_t j) {
  const float gap = along.at(Edges::near_of(j)) - along.at(Edges::far_of(i));
  if (gap < -kLine || gap > kLine) return;
  const std::size_t near_i = Edges::near_of(i), far_i = Edges::far_of(i);
  const std::size_t near_j = Edges::near_of(j), far_j = Edges::far_of(j);
  if (overlap(across.at(near_i), across.at(far_i), across.at(near_j),
              across.at(far_j)) < 0.5F) {
    return;
  }
  along.unite(far_i, near_j);
  if (is_near(across.at(near_i), across.at(near_j))) {
    across.unite(near_i, near_j);
  }
  if (is_near(across.at(far_i), across.at(far_j))) across.unite(far_i, far_j);
}

}  // namespace

std::vector<Box> aligned_cells(const std::vector<Box>& cells) {
  Edges xs(cells.size());
  Edges ys(cells.size());
  for (std::size_t i = 0; i < cells.size(); ++i) {
    xs.set(i, cells[i].x0, cells[i].x1);
    ys.set(i, cells[i].y0, cells[i].y1);
  }
  for (std::size_t i = 0; i < cells.size(); ++i) {
    for (std::size_t j = 0; j < cells.size(); ++j) {
      if (i == j) continue;
      join_if_beside(xs, ys, i, j);
      join_if_beside(ys, xs, i, j);
    }
  }
  xs.settle();
  ys.settle();
  std::vector<Box> out;
  out.reserve(cells.size());
  for (std::size_t i = 0; i < cells.size(); ++i) {
    out.push_back({xs.at(Edges::near_of(i)), ys.at(Edges::near_of(i)),
                   xs.at(Edges::far_of(i)), ys.at(Edges::far_of(i))});
  }
  return out;
}

std::vector<Ruling> lines_around(const std::vector<Box>& cells) {
  std::vector<Ruling> lines;
  lines.reserve(4 * cells.size());
  for (const Box& cell : cells) {
    lines.push_back({{cell.x0, cell.y0, cell.x1, cell.y0}});
    lines.push_back({{cell.x0, cell.y1, cell.x1, cell.y1}});
    lines.push_back({{cell.x0, cell.y0, cell.x0, cell.y1}});
    lines.push_back({{cell.x1, cell.y0, cell.x1, cell.y1}});
  }
  return lines;
}

}  // namespace kehoach
