#include "read/pix_lines.h"

#include <algorithm>
#include <cstddef>
#include <span>

namespace kehoach {
namespace {

// A row of dots, the first in the highest bit of the first word.
using PixRow = std::span<l_uint32>;

constexpr std::size_t kBits = 32;

// Keeps the dots that have another one `by` dots to the right.
void meet_right(PixRow row, std::size_t by) {
  const std::size_t words = by / kBits;
  const std::size_t bits = by % kBits;
  const auto at = [&](std::size_t i) { return i < row.size() ? row[i] : 0; };
  for (std::size_t i = 0; i < row.size(); ++i) {
    const l_uint32 next = at(i + words);
    row[i] &= bits == 0
                  ? next
                  : (next << bits) | (at(i + words + 1) >> (kBits - bits));
  }
}

// Sets the dots that have another one `by` dots to the left.
void join_left(PixRow row, std::size_t by) {
  const std::size_t words = by / kBits;
  const std::size_t bits = by % kBits;
  for (std::size_t i = row.size(); i-- > words;) {
    const l_uint32 before = row[i - words];
    row[i] |= before >> bits;
    if (bits != 0 && i > words) row[i] |= row[i - words - 1] << (kBits - bits);
  }
}

bool is_empty(PixRow row) {
  return std::all_of(row.begin(), row.end(),
                     [](l_uint32 word) { return word == 0; });
}

// Calls `step` with distances that reach over `length` dots together, each no
// longer than what is reached before it. Stops where it gives false.
template <typename Step>
bool in_steps(std::size_t length, const Step& step) {
  for (std::size_t reached = 1; reached < length;) {
    const std::size_t by = std::min(reached, length - reached);
    if (!step(by)) return false;
    reached += by;
  }
  return true;
}

class Rows {
 public:
  explicit Rows(Pix* pix)
      : data_(pixGetData(pix)),
        words_(static_cast<std::size_t>(pixGetWpl(pix))),
        count_(static_cast<std::size_t>(pixGetHeight(pix))) {}

  [[nodiscard]] std::size_t size() const { return count_; }
  PixRow operator[](std::size_t i) const {
    return {data_ + i * words_, words_};
  }

 private:
  l_uint32* data_;
  std::size_t words_;
  std::size_t count_;
};

void join(PixRow row, PixRow more) {
  for (std::size_t i = 0; i < row.size(); ++i) row[i] |= more[i];
}

// Makes level lines of `ink` a dot thicker on both sides, into `out`.
void thicken_level(const Rows& ink, const Rows& out) {
  for (std::size_t y = 0; y < ink.size(); ++y) {
    if (y > 0) join(out[y], ink[y - 1]);
    if (y + 1 < ink.size()) join(out[y], ink[y + 1]);
  }
}

void thicken_upright(const Rows& rows) {
  for (std::size_t y = 0; y < rows.size(); ++y) {
    const PixRow row = rows[y];
    l_uint32 before = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const l_uint32 here = row[i];
      const l_uint32 after = i + 1 < row.size() ? row[i + 1] : 0;
      row[i] |= (here << 1U) | (after >> (kBits - 1)) | (here >> 1U) |
                (before << (kBits - 1));
      before = here;
    }
  }
}

void keep_level(const Rows& rows, std::size_t length) {
  for (std::size_t y = 0; y < rows.size(); ++y) {
    const PixRow row = rows[y];
    const bool found = in_steps(length, [&](std::size_t by) {
      meet_right(row, by);
      return !is_empty(row);
    });
    if (!found) continue;
    in_steps(length, [&](std::size_t by) {
      join_left(row, by);
      return true;
    });
  }
}

void keep_upright(const Rows& rows, std::size_t length) {
  in_steps(length, [&](std::size_t by) {
    for (std::size_t y = 0; y < rows.size(); ++y) {
      const PixRow row = rows[y];
      if (y + by >= rows.size()) {
        std::fill(row.begin(), row.end(), 0);
        continue;
      }
      const PixRow below = rows[y + by];
      for (std::size_t i = 0; i < row.size(); ++i) row[i] &= below[i];
    }
    return true;
  });
  in_steps(length, [&](std::size_t by) {
    for (std::size_t y = rows.size(); y-- > by;) {
      join(rows[y], rows[y - by]);
    }
    return true;
  });
}

}  // namespace

PixPtr long_lines(Pix* ink, int level, int upright) {
  PixPtr across(pixCopy(nullptr, ink));
  const PixPtr down(pixCopy(nullptr, ink));
  if (across == nullptr || down == nullptr) return nullptr;
  thicken_level(Rows(ink), Rows(across.get()));
  thicken_upright(Rows(down.get()));
  keep_level(Rows(across.get()), static_cast<std::size_t>(std::max(level, 1)));
  keep_upright(Rows(down.get()),
               static_cast<std::size_t>(std::max(upright, 1)));
  pixOr(across.get(), across.get(), down.get());
  return across;
}

}  // namespace kehoach
