#include "normalise/misread_numbers.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "text/text.h"

namespace kehoach {
namespace {

constexpr std::array<std::string_view, 15> kNumerals = {
    "I",  "II", "III", "IV",  "V",    "VI",  "VII", "VIII",
    "IX", "X",  "XI",  "XII", "XIII", "XIV", "XV"};

// From 1; 0 for what is no numeral.
int value_of(std::string_view numeral) {
  const auto* at = std::find(kNumerals.begin(), kNumerals.end(), numeral);
  return at == kNumerals.end() ? 0
                               : static_cast<int>(at - kNumerals.begin()) + 1;
}

// What stands in front of a full stop, a blank and a capital; else nothing.
Span number_of(std::string_view text, Span paragraph) {
  constexpr std::size_t kLongest = 8;  // bytes
  const std::string_view line = text.substr(paragraph.begin, paragraph.size());
  const std::size_t stop = line.find('.');
  if (stop == 0 || stop > kLongest || stop + 2 >= line.size() ||
      line[stop + 1] != ' ' || !is_upper(decode_at(line, stop + 2).value))
    return {};
  return {paragraph.begin, paragraph.begin + static_cast<std::uint32_t>(stop)};
}

// The numeral whose strokes `token` may be; empty if it has others.
std::string strokes_of(std::string_view token) {
  constexpr std::array<std::pair<char, std::string_view>, 9> kStrokes = {
      {{'H', "II"},
       {'L', "I"},
       {'l', "I"},
       {'T', "I"},
       {'1', "I"},
       {'|', "I"},
       {'I', "I"},
       {'V', "V"},
       {'X', "X"}}};
  std::string numeral;
  for (const char c : token) {
    const auto* const stroke =
        std::find_if(kStrokes.begin(), kStrokes.end(),
                     [&](const auto& s) { return s.first == c; });
    if (stroke == kStrokes.end()) return {};
    numeral += stroke->second;
  }
  return numeral;
}

class NumberReader {
 public:
  explicit NumberReader(const NormalText& text) : text_(text) {
    for (const Paragraph& paragraph : text.paragraphs) {
      const Span number = number_of(text.text, paragraph.span);
      if (!number.empty()) numbers_.push_back(number);
    }
  }

  std::vector<MisreadNumber> run() {
    for (std::size_t i = 0; i < numbers_.size(); ++i) read(i);
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::string_view token(std::size_t i) const {
    return slice(text_.text, numbers_[i]);
  }

  void read(std::size_t i) {
    const std::string_view said = token(i);
    if (const int value = value_of(said); value > 0) {
      if (value == 1 && last_ > 0 && is_first_of_list(i)) {
        found_.push_back({numbers_[i], "1"});
      } else {
        last_ = value;
      }
      return;
    }
    // `H.` behind `G.` is a letter.
    const bool letters = i > 0 && token(i - 1) == "G";
    const bool digits =
        said.find_first_not_of("0123456789") == std::string_view::npos;
    const std::string numeral =
        letters || digits ? std::string() : strokes_of(said);
    if (last_ == 0 || value_of(numeral) != last_ + 1) return;
    found_.push_back({numbers_[i], numeral});
    ++last_;
  }

  // `2.` comes next, with no `II.` between.
  [[nodiscard]] bool is_first_of_list(std::size_t i) const {
    return i + 1 < numbers_.size() && token(i + 1) == "2";
  }

  const NormalText& text_;
  std::vector<Span> numbers_;
  int last_ = 0;  // numeral
  std::vector<MisreadNumber> found_;
};

}  // namespace

std::vector<MisreadNumber> misread_numbers(const NormalText& text) {
  return NumberReader(text).run();
}

}  // namespace kehoach
