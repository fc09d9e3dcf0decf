// Private to the room: in which obligation something stands.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/facts.h"

namespace kehoach {

// Looks up obligations, which must outlive it, by their places. Each question
// takes the logarithm of their number, as they hardly overlap.
class Holders {
 public:
  explicit Holders(const std::vector<Obligation>& obligations);

  // Of those that hold `span` the one that begins last; null if none does.
  [[nodiscard]] const Obligation* of(Span span) const;
  // Whether one stands in `span`.
  [[nodiscard]] bool any_in(Span span) const;
  // The last one that ends before `at`; null if none does.
  [[nodiscard]] const Obligation* before(std::uint32_t at) const;

 private:
  struct Held {
    const Obligation* obligation = nullptr;
    std::uint32_t farthest = 0;  // end of those up to this one
  };
  [[nodiscard]] static Span span_of(const Held& held) {
    return held.obligation->evidence.span;
  }
  // One behind the last that begins at `at` or before it.
  [[nodiscard]] std::size_t behind(std::uint32_t at) const;

  std::vector<Held> held_;  // by their beginnings
};

}  // namespace kehoach
