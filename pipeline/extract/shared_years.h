// Private to the room: one year, or one name, for several numbers.
#pragma once

#include <vector>

#include "extract/facts.h"
#include "extract/quantities.h"

namespace kehoach {

// `Tỷ lệ béo phì` of `Tỷ lệ béo phì: trẻ em dưới 10%; người lớn dưới 20%`: what
// all numbers of `body` measure; empty where no colon says so.
[[nodiscard]] Span measure_label(const Reading& reading, Span body);

// The numbers of one paragraph, and the years behind them.
class SharedYears {
 public:
  SharedYears(const Reading& reading, Span body);

  // `17% (khu vực miền núi dưới 28%)`: whether number `k` stands in the bracket
  // behind the one that it repeats, with where it holds. Those before it know.
  [[nodiscard]] bool is_elsewhere(const std::vector<Quantity>& found,
                                  std::size_t k) const;
  // Whether the year behind `b` is that of `a` too.
  [[nodiscard]] bool are_one(const Quantity& a, const Quantity& b) const;
  // `(trong đó 50% xã) vào năm 2027`: the year of `q` stands behind its
  // bracket.
  [[nodiscard]] bool stands_behind_bracket(const Quantity& q) const;

 private:
  [[nodiscard]] bool is_spread(const Quantity& a, const Quantity& b) const;

  const Reading& r_;
  Span body_;
  bool labelled_;
  const Phrases& scopes_;
};

}  // namespace kehoach
