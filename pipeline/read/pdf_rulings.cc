#include "read/pdf_rulings.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace kehoach {
namespace {

constexpr float kNear = 2.5F;  // points; what stands nearer is one

// A level line at height `at`, or an upright one.
struct Stroke {
  float at = 0;
  float from = 0;
  float to = 0;
};

// Strokes at one place, where they touch or overlap, as one.
std::vector<Stroke> joined_strokes(std::vector<Stroke> strokes) {
  std::sort(strokes.begin(), strokes.end(),
            [](const Stroke& a, const Stroke& b) { return a.at < b.at; });
  std::vector<Stroke> out;
  for (std::size_t begin = 0; begin < strokes.size();) {
    std::size_t end = begin;
    while (end < strokes.size() &&
           strokes[end].at - strokes[begin].at < kNear) {
      ++end;
    }
    const auto at = [&](std::size_t i) {
      return strokes.begin() + static_cast<std::ptrdiff_t>(i);
    };
    std::sort(at(begin), at(end),
              [](const Stroke& a, const Stroke& b) { return a.from < b.from; });
    const std::size_t first = out.size();
    for (std::size_t i = begin; i < end; ++i) {
      if (out.size() > first && strokes[i].from - out.back().to < kNear) {
        out.back().to = std::max(out.back().to, strokes[i].to);
      } else {
        out.push_back({strokes[begin].at, strokes[i].from, strokes[i].to});
      }
    }
    begin = end;
  }
  return out;
}

struct Strokes {
  std::vector<Stroke> level;
  std::vector<Stroke> upright;
};

Strokes strokes_of(const PdfPage& page) {
  Strokes out;
  for (const Ruling& line : page.rulings) {
    const Box& b = line.box;
    if (line.level()) {
      out.level.push_back({b.y0, b.x0, b.x1});
    } else {
      out.upright.push_back({b.x0, b.y0, b.y1});
    }
  }
  out.level = joined_strokes(std::move(out.level));
  out.upright = joined_strokes(std::move(out.upright));
  return out;
}

bool reaches(const Stroke& stroke, float at) {
  return at > stroke.from - kNear && at < stroke.to + kNear;
}

// Finds the root of `i`, and shortens the way to it.
std::uint32_t root_of(std::vector<std::uint32_t>& parents, std::uint32_t i) {
  while (parents[i] != i) {
    parents[i] = parents[parents[i]];
    i = parents[i];
  }
  return i;
}

// The lower number stays the root.
void unite(std::vector<std::uint32_t>& parents, std::uint32_t a,
           std::uint32_t b) {
  a = root_of(parents, a);
  b = root_of(parents, b);
  parents[std::max(a, b)] = std::min(a, b);
}

// Strokes that touch each other, directly or by others.
std::vector<Strokes> connected(const Strokes& all) {
  const std::size_t levels = all.level.size();
  std::vector<std::uint32_t> parents(levels + all.upright.size());
  std::iota(parents.begin(), parents.end(), 0U);
  for (std::uint32_t u = 0; u < all.upright.size(); ++u) {
    const Stroke& upright = all.upright[u];
    const auto first = std::lower_bound(
        all.level.begin(), all.level.end(), upright.from - kNear,
        [](const Stroke& s, float at) { return s.at < at; });
    for (auto l = first; l != all.level.end() && l->at < upright.to + kNear;
         ++l) {
      if (!reaches(*l, upright.at)) continue;
      unite(parents, static_cast<std::uint32_t>(l - all.level.begin()),
            static_cast<std::uint32_t>(levels) + u);
    }
  }
  std::vector<Strokes> groups;
  std::vector<std::size_t> group_of(parents.size(), parents.size());
  for (std::uint32_t i = 0; i < parents.size(); ++i) {
    std::size_t& group = group_of[root_of(parents, i)];
    if (group == parents.size()) {
      group = groups.size();
      groups.emplace_back();
    }
    if (i < levels) {
      groups[group].level.push_back(all.level[i]);
    } else {
      groups[group].upright.push_back(all.upright[i - levels]);
    }
  }
  return groups;
}

// Where `strokes` stand, and where those that cross them end, if no stroke
// stands there: many tables are open at their sides.
std::vector<float> edges_of(const std::vector<Stroke>& strokes,
                            const std::vector<Stroke>& across) {
  constexpr float kOpenSide = 8;
  std::vector<float> edges;
  for (const Stroke& stroke : strokes) {
    if (edges.empty() || stroke.at - edges.back() >= kNear) {
      edges.push_back(stroke.at);
    }
  }
  float from = edges.front();
  float to = edges.back();
  for (const Stroke& stroke : across) {
    from = std::min(from, stroke.from);
    to = std::max(to, stroke.to);
  }
  if (edges.front() - from > kOpenSide) edges.insert(edges.begin(), from);
  if (to - edges.back() > kOpenSide) edges.push_back(to);
  return edges;
}

// True if one of `strokes`, which are in order, stands at `edge` and passes by
// `at`.
bool parts(const std::vector<Stroke>& strokes, float edge, float at) {
  auto stroke = std::lower_bound(
      strokes.begin(), strokes.end(), edge - kNear,
      [](const Stroke& s, float place) { return s.at < place; });
  for (; stroke != strokes.end() && stroke->at < edge + kNear; ++stroke) {
    if (reaches(*stroke, at)) return true;
  }
  return false;
}

void find_cells(const Strokes& strokes, RuledTable& table) {
  const std::size_t columns = table.columns();
  table.cells.resize(columns * table.rows());
  std::iota(table.cells.begin(), table.cells.end(), 0U);
  for (std::size_t r = 0; r < table.rows(); ++r) {
    const float y = (table.ys[r] + table.ys[r + 1]) / 2;
    for (std::size_t c = 0; c < columns; ++c) {
      const auto place = static_cast<std::uint32_t>(r * columns + c);
      const float x = (table.xs[c] + table.xs[c + 1]) / 2;
      if (c + 1 < columns && !parts(strokes.upright, table.xs[c + 1], y)) {
        unite(table.cells, place, place + 1);
      }
      if (r + 1 < table.rows() && !parts(strokes.level, table.ys[r + 1], x)) {
        unite(table.cells, place, place + static_cast<std::uint32_t>(columns));
      }
    }
  }
  for (std::uint32_t i = 0; i < table.cells.size(); ++i) {
    table.cells[i] = root_of(table.cells, i);
  }
}

}  // namespace

std::vector<RuledTable> ruled_tables(const PdfPage& page) {
  constexpr std::size_t kMostPlaces = 50'000;
  constexpr std::size_t kMostStrokes = 2'000;  // each way; drawings have more
  std::vector<RuledTable> tables;
  const Strokes all = strokes_of(page);
  if (all.level.empty() || all.level.size() > kMostStrokes ||
      all.upright.empty() || all.upright.size() > kMostStrokes) {
    return tables;
  }
  for (const Strokes& group : connected(all)) {
    if (group.level.empty() || group.upright.empty()) continue;
    RuledTable table;
    table.xs = edges_of(group.upright, group.level);
    table.ys = edges_of(group.level, group.upright);
    if (table.xs.size() < 3 || table.ys.size() < 2 ||
        table.xs.size() * table.ys.size() > kMostPlaces) {
      continue;
    }
    find_cells(group, table);
    const bool is_frame =
        std::all_of(table.cells.begin(), table.cells.end(),
                    [](std::uint32_t cell) { return cell == 0; });
    if (!is_frame) tables.push_back(std::move(table));
  }
  std::sort(tables.begin(), tables.end(),
            [](const RuledTable& a, const RuledTable& b) {
              return a.ys.front() < b.ys.front();
            });
  return tables;
}

}  // namespace kehoach
