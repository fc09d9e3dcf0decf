#include "extract/holders.h"

#include <algorithm>

namespace kehoach {

Holders::Holders(const std::vector<Obligation>& obligations) {
  held_.reserve(obligations.size());
  for (const Obligation& o : obligations) held_.push_back({&o, 0});
  std::stable_sort(held_.begin(), held_.end(),
                   [](const Held& a, const Held& b) {
                     return span_of(a).begin < span_of(b).begin;
                   });
  std::uint32_t farthest = 0;
  for (Held& held : held_)
    held.farthest = farthest = std::max(farthest, span_of(held).end);
}

std::size_t Holders::behind(std::uint32_t at) const {
  const auto found = std::upper_bound(held_.begin(), held_.end(), at,
                                      [](std::uint32_t place, const Held& h) {
                                        return place < span_of(h).begin;
                                      });
  return static_cast<std::size_t>(found - held_.begin());
}

const Obligation* Holders::of(Span span) const {
  for (std::size_t i = behind(span.begin);
       i > 0 && held_[i - 1].farthest >= span.end; --i) {
    if (span_of(held_[i - 1]).contains(span)) return held_[i - 1].obligation;
  }
  return nullptr;
}

bool Holders::any_in(Span span) const {
  const auto first = std::lower_bound(held_.begin(), held_.end(), span.begin,
                                      [](const Held& h, std::uint32_t place) {
                                        return span_of(h).begin < place;
                                      });
  for (auto held = first;
       held != held_.end() && span_of(*held).begin <= span.end; ++held) {
    if (span.contains(span_of(*held))) return true;
  }
  return false;
}

const Obligation* Holders::before(std::uint32_t at) const {
  for (std::size_t i = behind(at); i > 0; --i) {
    if (span_of(held_[i - 1]).end <= at) return held_[i - 1].obligation;
  }
  return nullptr;
}

}  // namespace kehoach
