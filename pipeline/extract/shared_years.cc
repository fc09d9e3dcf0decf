#include "extract/shared_years.h"

#include <algorithm>
#include <array>

#include "extract/quantity_words.h"

namespace kehoach {
namespace {

constexpr std::array<std::string_view, 4> kTimes{" vào năm 20", " đến năm 20",
                                                 " trong năm 20", " năm 20"};

}  // namespace

Span measure_label(const Reading& reading, Span body) {
  constexpr std::size_t kLongestLabel = 300;  // bytes
  const std::string_view head = reading.folded(body).substr(0, kLongestLabel);
  const std::size_t colon = head.find(": ");
  if (colon == std::string_view::npos ||
      head.substr(0, colon).find_first_of("0123456789;.") !=
          std::string_view::npos)
    return {};
  const Span label{body.begin, body.begin + static_cast<std::uint32_t>(colon)};
  return QuantityWords(reading).is_measure(label) ? label : Span{};
}

SharedYears::SharedYears(const Reading& reading, Span body)
    : r_(reading),
      body_(body),
      labelled_(!measure_label(reading, body).empty()),
      scopes_(reading.rules.phrases("scopes")) {}

bool SharedYears::is_elsewhere(const std::vector<Quantity>& found,
                               std::size_t k) const {
  constexpr std::uint32_t kLongestBracket = 300;  // bytes
  std::size_t main = k - 1;
  while (main > 0 && found[main].bracketed) --main;
  const Quantity& a = found[main];
  const Quantity& q = found[k];
  if (a.bracketed || !a.is_percent() || !q.is_percent() ||
      q.span.begin > a.span.end + kLongestBracket)
    return false;
  const std::string_view inside = r_.folded({a.span.end, q.span.begin});
  const std::size_t open = inside.find(" (");
  const std::string_view head = inside.substr(0, open);
  constexpr std::size_t kLongestTime = 30;  // bytes, ` vào năm 2025`
  const bool dated = head.size() < kLongestTime &&
                     head.find("năm 20") != std::string_view::npos;
  if (open == std::string_view::npos || (!head.empty() && !dated) ||
      inside.find(')') != std::string_view::npos)
    return false;
  std::string_view place = inside.substr(open + 2);
  if (k > main + 1) place = inside.substr(found[k - 1].span.end - a.span.end);
  for (const std::string_view gap : {" và ", ", ", "; "}) {
    const std::size_t at = place.find(gap);
    if (at != std::string_view::npos) place.remove_prefix(at + gap.size());
  }
  return scopes_.stands_at(place, 0);
}

bool SharedYears::are_one(const Quantity& a, const Quantity& b) const {
  // `10% (khu vực nội thành), 5% (khu vực ngoại thành) vào năm 2025`
  if (!a.scope.empty() && !b.scope.empty() &&
      trim(r_.printed({a.scope.end, b.span.begin})) == ",")
    return true;
  const std::string_view between = r_.folded({a.span.end, b.span.begin});
  if (between.find("năm 20") != std::string_view::npos) return false;
  if (b.bracketed) return true;
  // `100% xã (trong đó 50% xã kiểu mẫu) vào năm 2027`
  if (between.find(" (") != std::string_view::npos &&
      between.find(')') == std::string_view::npos && stands_behind_bracket(b))
    return true;
  // `Tỷ lệ béo phì: trẻ em dưới 10%; người lớn dưới 20% vào năm 2025`
  if (labelled_ && a.is_percent() && b.is_percent() &&
      between.find('.') == std::string_view::npos)
    return true;
  return is_spread(a, b);
}

bool SharedYears::stands_behind_bracket(const Quantity& q) const {
  constexpr std::uint32_t kLongestBracket = 300;  // bytes
  const std::string_view behind = r_.folded(
      {q.span.end, std::min(body_.end, q.span.end + kLongestBracket)});
  const std::size_t close = behind.find(')');
  if (close == std::string_view::npos || behind.find('(') < close) return false;
  const std::string_view time = behind.substr(close + 1);
  return std::any_of(kTimes.begin(), kTimes.end(), [&](std::string_view word) {
    return starts_with(time, word);
  });
}

// `60% ở khu vực thành thị và 40% ở khu vực nông thôn`; behind `;` too where
// the second number is followed by its place.
bool SharedYears::is_spread(const Quantity& a, const Quantity& b) const {
  if (!a.is_percent() || !b.is_percent()) return false;
  std::string_view place = r_.folded({a.span.end, b.span.begin});
  if (place.empty() || !scopes_.stands_at(place, 1)) return false;
  if (ends_with(place, "; ") &&
      scopes_.stands_at(r_.text.folded, b.span.end + 1)) {
    place.remove_suffix(2);
  } else if (!ends_with(place, " và ") && !ends_with(place, ", ")) {
    return false;
  }
  return place.find_first_of("0123456789;.:(") == std::string_view::npos;
}

}  // namespace kehoach
