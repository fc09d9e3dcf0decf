#include "outline/levels.h"

#include <algorithm>

namespace kehoach {
namespace {

// A number of fewer parts closes those of more; a dash closes pluses.
bool closes(Marker kind, int parts, const Frame& f) {
  if (kind == Marker::decimal && f.kind == Marker::decimal)
    return f.parts > parts;
  if (kind == Marker::decimal || kind == Marker::arabic)
    return f.kind == Marker::dash || f.kind == Marker::plus ||
           (kind == Marker::arabic && f.kind == Marker::decimal);
  if (kind == Marker::letter)
    return f.kind == Marker::dash || f.kind == Marker::plus;
  return kind == Marker::dash && f.kind == Marker::plus;
}

// `2.` of `2.1`.
std::string_view head_of(std::string_view label) {
  return label.substr(0, label.rfind('.') + 1);
}

}  // namespace

bool goes_on(const Node& item, const ListMark& next) {
  if (item.marker != next.kind || next.kind == Marker::roman ||
      head_of(item.label) != head_of(next.label))
    return false;
  const auto from = label_number(item.marker, item.label);
  const auto to = label_number(next.kind, next.label);
  return from && to && may_follow(next.kind, *from, *to);
}

bool is_bullet(Marker kind) {
  return kind == Marker::dash || kind == Marker::plus;
}

std::size_t levels_above(const ListMark& next, bool bullets,
                         const std::vector<Frame>& open,
                         const std::vector<Node>& nodes,
                         const Interrupted& closed) {
  const auto node_of = [&](std::int32_t node) -> const Node& {
    return nodes[static_cast<std::size_t>(node)];
  };
  for (std::size_t level = open.size(); level-- > 0;) {
    const Node& node = node_of(open[level].node);
    // `- Rà soát.` / `Khi rà soát, ...;` / `- Báo cáo.`
    if (goes_on(node, next) ||
        (bullets && is_bullet(next.kind) && node.marker == next.kind))
      return level;
  }
  const bool again = closed.node >= 0 && closed.level <= open.size() &&
                     goes_on(node_of(closed.node), next);
  return again ? closed.level : 0;
}

std::vector<bool> numbers_below_bullets(const std::vector<Line>& lines,
                                        std::size_t begin, std::size_t end) {
  std::vector<bool> below(end - begin);
  std::vector<std::size_t> firsts;
  bool fits = true;
  const auto close_part = [&] {
    for (const std::size_t i : firsts)
      below[i - begin] = fits && firsts.size() > 1;
    firsts.clear();
    fits = true;
  };
  for (std::size_t i = begin; i < end; ++i) {
    const ListMark& mark = lines[i].mark;
    if (mark.kind == Marker::roman || mark.kind == Marker::named) close_part();
    if (mark.kind != Marker::arabic) continue;
    if (label_number(mark.kind, mark.label) != 1) {
      fits = fits && !firsts.empty();
      continue;
    }
    const bool opened = i > begin && is_bullet(lines[i - 1].mark.kind) &&
                        !ends_with(lines[i - 1].text, ".") &&
                        !ends_with(lines[i - 1].text, ";");
    fits = fits && opened;
    firsts.push_back(i);
  }
  close_part();
  return below;
}

void close_levels(Marker kind, int parts, std::vector<Frame>& open) {
  const auto same = [&](const Frame& f) {
    return f.kind == kind && (kind != Marker::decimal || f.parts == parts);
  };
  const auto at = std::find_if(open.rbegin(), open.rend(), same);
  if (at != open.rend()) {
    open.resize(static_cast<std::size_t>(open.rend() - at) - 1);
    return;
  }
  if (kind == Marker::named || kind == Marker::roman) {
    while (!open.empty() && open.back().kind != Marker::named) open.pop_back();
    return;
  }
  const auto deeper = [&](const Frame& f) { return closes(kind, parts, f); };
  while (!open.empty() && (deeper(open.back()) ||
                           (open.back().lead_in &&
                            std::any_of(open.begin(), open.end(), deeper))))
    open.pop_back();
}

}  // namespace kehoach
