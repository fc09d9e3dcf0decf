#include "rulebook/expression_parts.h"

#include <algorithm>

#include "text/text.h"

namespace kehoach {
namespace {

using Kind = ExpressionPart::Kind;

// Deeper ones are not read.
constexpr int kDeepestGroup = 60;

void add_range(std::bitset<128>& set, unsigned from, unsigned to) {
  for (unsigned c = from; c <= to; ++c) set.set(c);
}

// `\d`, `\S` and their like, by their letter.
std::optional<LetterSet> named_class(char name) {
  LetterSet set;
  switch (name | 0x20) {
    case 'd':
      add_range(set.ascii, '0', '9');
      break;
    case 's':
      for (const char c : {' ', '\t', '\n', '\f', '\r'})
        set.ascii.set(static_cast<unsigned char>(c));
      break;
    case 'w':
      add_range(set.ascii, '0', '9');
      add_range(set.ascii, 'A', 'Z');
      add_range(set.ascii, 'a', 'z');
      set.ascii.set('_');
      break;
    default:
      return std::nullopt;
  }
  if ((name & 0x20) == 0) {
    set.ascii.flip();
    set.some = set.all = true;
  }
  return set;
}

class PartReader {
 public:
  explicit PartReader(std::string_view expression) : rest_(expression) {}

  std::optional<ExpressionPart> read() {
    ExpressionPart whole = alternatives(0);
    if (failed_ || !rest_.empty()) return std::nullopt;
    return whole;
  }

 private:
  bool take(std::string_view what) {
    if (!starts_with(rest_, what)) return false;
    rest_.remove_prefix(what.size());
    return true;
  }

  ExpressionPart fail() {
    failed_ = true;
    return {};
  }

  ExpressionPart alternatives(int depth) {
    if (depth > kDeepestGroup) return fail();
    ExpressionPart choice{Kind::choice};
    do {
      choice.parts.push_back(sequence(depth));
    } while (!failed_ && take("|"));
    return choice;
  }

  ExpressionPart sequence(int depth) {
    ExpressionPart sequence{Kind::sequence};
    while (!failed_ && !rest_.empty() && rest_[0] != '|' && rest_[0] != ')') {
      ExpressionPart part = atom(depth);
      while (!failed_ && repetition(part)) continue;
      sequence.parts.push_back(std::move(part));
    }
    return sequence;
  }

  ExpressionPart atom(int depth) {
    if (take("(")) return group(depth);
    if (take("[")) return bracket();
    if (take("^") || take("$")) return {};
    if (take("\\")) return escape();
    if (take(".")) {
      ExpressionPart any{Kind::letter};
      any.letter.ascii.set();
      any.letter.some = any.letter.all = true;
      return any;
    }
    if (std::string_view("*+?").find(rest_[0]) != std::string_view::npos)
      return fail();
    return literal();
  }

  ExpressionPart literal() {
    const Codepoint c = decode_at(rest_, 0);
    ExpressionPart letter{Kind::letter};
    if (c.size == 1 && c.value < 0x80) {
      letter.letter.ascii.set(c.value);
    } else {
      letter.bytes = rest_.substr(0, c.size);
    }
    rest_.remove_prefix(c.size);
    return letter;
  }

  ExpressionPart group(int depth) {
    if (take("?")) {
      if (take("P<")) {
        const std::size_t end = rest_.find('>');
        if (end == std::string_view::npos) return fail();
        rest_.remove_prefix(end + 1);
      } else if (!take(":")) {
        return fail();  // flags
      }
    }
    ExpressionPart inside = alternatives(depth + 1);
    return take(")") ? inside : fail();
  }

  ExpressionPart escape() {
    if (rest_.empty()) return fail();
    ExpressionPart part{Kind::letter};
    if (take("b") || take("B") || take("z") || take("A")) return {};
    const auto set = escaped();
    if (!set) return fail();
    part.letter = *set;
    return part;
  }

  // What stands behind a backslash.
  std::optional<LetterSet> escaped() {
    const char name = rest_[0];
    if (auto set = named_class(name)) {
      rest_.remove_prefix(1);
      return set;
    }
    const auto c = static_cast<unsigned char>(name);
    if (c >= 0x80 || is_letter(c) || is_digit(c)) return std::nullopt;
    LetterSet set;
    set.ascii.set(c);
    rest_.remove_prefix(1);
    return set;
  }

  ExpressionPart bracket() {
    ExpressionPart part{Kind::letter};
    LetterSet& set = part.letter;
    const bool negated = take("^");
    bool is_first = true;
    while (!rest_.empty() && (rest_[0] != ']' || is_first)) {
      is_first = false;
      if (rest_[0] == '[' && rest_.size() > 1 && rest_[1] == ':') return fail();
      if (!bracket_item(set)) return fail();
    }
    if (!take("]")) return fail();
    if (negated) {
      set.ascii.flip();
      const bool had_all = set.all;
      set.all = !set.some;
      set.some = !had_all;
    }
    return part;
  }

  // One letter, class or range between brackets.
  bool bracket_item(LetterSet& set) {
    if (take("\\")) {
      if (rest_.empty()) return false;
      if (starts_with(rest_, "x")) return hexadecimal(set);
      const auto one = escaped();
      // `\--z` would be a range.
      if (!one || (starts_with(rest_, "-") && !starts_with(rest_, "-]")))
        return false;
      set.ascii |= one->ascii;
      set.some = set.some || one->some;
      set.all = set.all || one->all;
      return true;
    }
    const Codepoint from = decode_at(rest_, 0);
    rest_.remove_prefix(from.size);
    Codepoint to = from;
    if (starts_with(rest_, "-") && !starts_with(rest_, "-]")) {
      rest_.remove_prefix(1);
      if (rest_.empty() || rest_[0] == '\\') return false;
      to = decode_at(rest_, 0);
      rest_.remove_prefix(to.size);
    }
    if (from.value < 0x80)
      add_range(set.ascii, from.value, std::min<char32_t>(to.value, 0x7F));
    set.some = set.some || to.value >= 0x80;
    return true;
  }

  static std::optional<unsigned> digit_value(char c) {
    if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
    if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a') + 10U;
    return std::nullopt;
  }
  // `\x27`: nothing beyond ASCII is written so.
  bool hexadecimal(LetterSet& set) {
    if (rest_.size() < 4) return false;
    const auto high = digit_value(rest_[1]);
    const auto low = digit_value(rest_[2]);
    if (!high || !low || *high >= 8 || rest_[3] == '-') return false;
    set.ascii.set(*high * 16 + *low);
    rest_.remove_prefix(3);
    return true;
  }

  // `*`, `+`, `?`, `{2,4}` behind `part`, which it takes in.
  bool repetition(ExpressionPart& part) {
    std::uint32_t least = 0;
    std::uint32_t most = ExpressionPart::kAnyNumber;
    if (take("+")) {
      least = 1;
    } else if (take("?")) {
      most = 1;
    } else if (take("{")) {
      if (!count(least)) return false;
      most = least;
      if (take(",")) {
        most = ExpressionPart::kAnyNumber;
        if (!starts_with(rest_, "}") && !count(most)) return false;
      }
      if (!take("}") || most < least) return fail(), false;
    } else if (!take("*")) {
      return false;
    }
    (void)take("?");  // the shorter match first: the same texts match
    ExpressionPart inside = std::move(part);
    part = {Kind::repeat};
    part.parts.push_back(std::move(inside));
    part.least = least;
    part.most = most;
    return true;
  }

  bool count(std::uint32_t& number) {
    constexpr std::uint32_t kMost = 1000;  // as RE2 has it
    number = 0;
    bool any = false;
    while (!rest_.empty() && rest_[0] >= '0' && rest_[0] <= '9') {
      number = number * 10 + static_cast<std::uint32_t>(rest_[0] - '0');
      rest_.remove_prefix(1);
      any = true;
      if (number > kMost) break;
    }
    failed_ = failed_ || !any || number > kMost;
    return !failed_;
  }

  std::string_view rest_;
  bool failed_ = false;
};

}  // namespace

std::optional<ExpressionPart> parts_of(std::string_view expression) {
  return PartReader(expression).read();
}

}  // namespace kehoach
