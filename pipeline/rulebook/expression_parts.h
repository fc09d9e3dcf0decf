// Private to the room: the parts of an expression, as Shapes needs them.
#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace kehoach {

// The letters of one place of an expression.
struct LetterSet {
  std::bitset<128> ascii;
  bool some = false;  // some letters beyond ASCII
  bool all = false;   // all of them
};

struct ExpressionPart {
  enum class Kind { nothing, letter, sequence, choice, repeat };
  static constexpr std::uint32_t kAnyNumber = ~0U;

  Kind kind = Kind::nothing;
  LetterSet letter = {};
  std::string_view bytes = {};  // a letter beyond ASCII, as written
  std::vector<ExpressionPart> parts = {};
  std::uint32_t least = 0;  // of a repetition
  std::uint32_t most = 0;
};

// What RE2 reads in `expression`, which must outlive it, assertions as nothing;
// no value where it is more than is known here: flags, classes of Unicode.
[[nodiscard]] std::optional<ExpressionPart> parts_of(
    std::string_view expression);

}  // namespace kehoach
