#include "extract/target_cells.h"

#include <charconv>

namespace kehoach {
namespace {

// Bytes of the number that `text` begins with: `1.500`, `84,3`, `0.75`, `09`;
// 0 where its marks can't be told apart.
std::uint32_t number_at(std::string_view text) {
  const auto run = [&](std::size_t at) {
    return std::min(text.find_first_not_of(kDigits, at), text.size()) - at;
  };
  std::size_t at = run(0);
  const std::size_t first = at;
  bool thousands = false;
  while (first <= 3 && at < text.size() && text[at] == '.' &&
         run(at + 1) == 3) {
    at += 4;
    thousands = true;
  }
  if (at < text.size() && (text[at] == ',' || text[at] == '.')) {
    const std::size_t decimals = run(at + 1);
    const bool told = decimals < 3 || (first == 1 && text[0] == '0');
    if (decimals > 0) {
      if (!told || (thousands && text[at] == '.')) return 0;
      at += 1 + decimals;
      if (at < text.size() && (text[at] == ',' || text[at] == '.') &&
          run(at + 1) > 0)
        return 0;
    }
  }
  return static_cast<std::uint32_t>(at);
}

class CellReader {
 public:
  CellReader(const Reading& reading, const QuantityWords& words, Span cell)
      : r_(reading),
        words_(words),
        cell_(trim(reading.text.text, cell, ".;")) {}

  std::optional<CellValue> read() {
    const std::string_view f = r_.folded(cell_);
    const std::size_t first = f.find_first_of(kDigits);
    if (first == std::string_view::npos || f.size() > kLongestValue)
      return std::nullopt;
    at_ = cell_.begin + static_cast<std::uint32_t>(first);
    if (!read_head({cell_.begin, at_})) return std::nullopt;
    const auto value = read_number();
    if (!value) return std::nullopt;
    found_.value = *value;
    take_percent();
    if (!read_range()) return std::nullopt;
    found_.bare = first == 0 && at_ == cell_.end;
    if (!read_rest(trim(r_.text.text, {at_, cell_.end}))) return std::nullopt;
    return found_;
  }

 private:
  bool read_head(Span head) {
    head = trim(r_.text.text, head);
    if (head.empty()) return true;
    if (const auto said = words_.take_comparator(head); !said.empty())
      found_.comparator = said;
    words_.take_off(head, r_.words.reach);
    return head.empty();
  }

  std::optional<double> read_number() {
    const std::string_view rest = r_.folded({at_, cell_.end});
    const std::uint32_t size = number_at(rest);
    if (size == 0) return std::nullopt;
    at_ += size;
    return to_number(rest.substr(0, size));
  }

  bool take(std::string_view word) {
    const Span rest = trim(r_.text.text, {at_, cell_.end});
    if (!starts_with(r_.folded(rest), word)) return false;
    at_ = rest.begin + static_cast<std::uint32_t>(word.size());
    return true;
  }

  void take_percent() {
    if (take("%")) found_.unit = {at_ - 1, at_};
  }

  bool read_range() {
    if (!take("-") && !take("–") && !take("÷") && !take("đến ")) return true;
    at_ = trim(r_.text.text, {at_, cell_.end}).begin;
    const auto value = read_number();
    if (!value || *value <= found_.value) return false;
    found_.value_to = *value;
    // `từ 30 đến 40` is no lower bound.
    if (found_.comparator == ">=") found_.comparator = "=";
    take_percent();
    return true;
  }

  // What stands behind the number: its unit, and `trở lên`.
  bool read_rest(Span rest) {
    constexpr std::string_view kOrMore = "trở lên";
    constexpr std::string_view kOrLess = "trở xuống";
    const auto ends = [&](std::string_view limit) {
      if (!ends_with(r_.folded(rest), limit)) return false;
      rest.end -= static_cast<std::uint32_t>(limit.size());
      rest = trim(r_.text.text, rest);
      return true;
    };
    if (ends(kOrMore)) found_.comparator = ">=";
    if (ends(kOrLess)) found_.comparator = "<=";
    if (rest.empty()) return true;
    const std::string_view f = r_.folded(rest);
    if (!found_.unit.empty()) return f == "/năm";
    if (r_.words.known_units.exact(f) == nullptr) {
      if (f.find_first_of("0123456789.,;:()/-+|\n") != std::string_view::npos)
        return false;
      if (rest.size() > kLongestUnit || words_.is_no_unit(rest) ||
          words_.counted_noun(rest) != rest)
        return false;
    }
    found_.unit = rest;
    return true;
  }

  static constexpr std::size_t kLongestValue = 80;  // bytes
  static constexpr std::size_t kLongestUnit = 30;

  const Reading& r_;
  const QuantityWords& words_;
  Span cell_;
  std::uint32_t at_ = 0;
  CellValue found_;
};

}  // namespace

double to_number(std::string_view digits) {
  std::string plain;
  const bool comma = digits.find(',') != std::string_view::npos;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const char c = digits[i];
    if (c == ',') {
      plain += '.';
    } else if (c == '.') {
      std::size_t run = 0;
      while (i + 1 + run < digits.size() && digits[i + 1 + run] >= '0' &&
             digits[i + 1 + run] <= '9')
        ++run;
      if (run != 3 && !comma) plain += '.';
    } else {
      plain += c;
    }
  }
  double value = 0;
  std::from_chars(plain.data(), plain.data() + plain.size(), value);
  return value;
}

std::optional<CellValue> read_value(const Reading& reading,
                                    const QuantityWords& words, Span cell) {
  return CellReader(reading, words, cell).read();
}

Span take_bracketed_unit(const Reading& reading, Span& span) {
  const Span whole = trim(reading.text.text, span);
  const std::string_view f = reading.folded(whole);
  const std::size_t open = f.rfind('(');
  if (open == std::string_view::npos || f.back() != ')') return {};
  const auto at = static_cast<std::uint32_t>(open);
  const Span unit =
      trim(reading.text.text, {whole.begin + at + 1, whole.end - 1});
  if (reading.words.known_units.exact(reading.folded(unit)) == nullptr)
    return {};
  span = trim(reading.text.text, {whole.begin, whole.begin + at});
  return unit;
}

}  // namespace kehoach
