// Names of bodies, so far written out that two ways of writing one are equal.

#include <algorithm>
#include <array>
#include <optional>

#include "score/likeness.h"
#include "score/word_edges.h"
#include "text/text.h"

namespace kehoach {
namespace {

// What stands short, and what it stands for. `~` is an optional `&`, `-` or
// `và` with optional blanks around it, `_` an optional blank, `;` an optional
// comma and `!` an optional dash with optional blanks around them, `=` a dash
// with optional blanks; what stands in square brackets may be missing.
struct Abbreviation {
  std::string_view shorts;  // parted by `|`
  std::string_view words;
};

constexpr std::array kAbbreviations = {
    Abbreviation{"ubnd", "ủy ban nhân dân"},
    Abbreviation{"hđnd", "hội đồng nhân dân"},
    Abbreviation{"ub_mttq[_vn]|mttq[_vn]", "mặt trận tổ quốc"},
    Abbreviation{"ủy ban mặt trận tổ quốc[ việt nam]", "mặt trận tổ quốc"},
    Abbreviation{"mặt trận tổ quốc việt nam", "mặt trận tổ quốc"},
    Abbreviation{"lđ!tb~xh|lao động=tb~xh", "lao động thương binh và xã hội"},
    Abbreviation{"gd~đt", "giáo dục và đào tạo"},
    Abbreviation{"vh;tt~dl|vhttdl", "văn hóa thể thao và du lịch"},
    Abbreviation{"tt~tt", "thông tin và truyền thông"},
    Abbreviation{"tn~mt", "tài nguyên và môi trường"},
    Abbreviation{"nn~ptnt", "nông nghiệp và phát triển nông thôn"},
    Abbreviation{"kh~đt", "kế hoạch và đầu tư"},
    Abbreviation{"kh~cn", "khoa học và công nghệ"},
    Abbreviation{"lhpn", "liên hiệp phụ nữ"},
    Abbreviation{"tncs_hcm", "thanh niên cộng sản hồ chí minh"},
    Abbreviation{"tncs", "thanh niên cộng sản"},
    Abbreviation{"tp[.] ", "thành phố "},
};

// Where the match of `pattern` ends that begins at `at`; the longer of two
// possible ones.
class ShortForm {
 public:
  explicit ShortForm(std::string_view text) : text_(text) {}

  [[nodiscard]] std::optional<std::size_t> end(std::string_view pattern,
                                               std::size_t at) const {
    if (pattern.empty()) {
      const bool inside = text_[at - 1] != ' ' && continues_word(text_, at);
      return inside ? std::nullopt : std::optional(at);
    }
    const std::string_view rest = pattern.substr(1);
    switch (pattern.front()) {
      case '~':
        return any_of(at, {"&", "-", "và", ""}, rest);
      case ';':
        return any_of(at, {",", ""}, rest);
      case '!':
        return any_of(at, {"-", ""}, rest);
      case '=':
        return any_of(at, {"-"}, rest);
      case '_': {
        const bool blank = at < text_.size() && text_[at] == ' ';
        if (const auto found = blank ? end(rest, at + 1) : std::nullopt)
          return found;
        return end(rest, at);
      }
      case '[': {
        const std::size_t close = pattern.find(']');
        const std::string_view behind = pattern.substr(close + 1);
        const std::string with =
            std::string(pattern.substr(1, close - 1)).append(behind);
        if (const auto found = end(with, at)) return found;
        return end(behind, at);
      }
      default:
        return at < text_.size() && text_[at] == pattern.front()
                   ? end(rest, at + 1)
                   : std::nullopt;
    }
  }

 private:
  [[nodiscard]] std::optional<std::size_t> any_of(
      std::size_t at, std::initializer_list<std::string_view> words,
      std::string_view rest) const {
    for (const bool blank : {true, false}) {
      if (blank && (at >= text_.size() || text_[at] != ' ')) continue;
      const std::size_t begin = at + (blank ? 1 : 0);
      for (const std::string_view word : words) {
        if (!starts_with(text_.substr(begin), word)) continue;
        const std::size_t behind = begin + word.size();
        const bool more = behind < text_.size() && text_[behind] == ' ';
        if (more) {
          if (const auto found = end(rest, behind + 1)) return found;
        }
        if (const auto found = end(rest, behind)) return found;
      }
    }
    return std::nullopt;
  }

  std::string_view text_;
};

std::string write_out(const std::string& text, const Abbreviation& shorted) {
  std::string out;
  const ShortForm form(text);
  const auto shorts = split(shorted.shorts, '|');
  for (std::size_t at = 0; at < text.size();) {
    std::optional<std::size_t> end;
    if (!continues_word(text, at)) {
      for (const std::string_view pattern : shorts) {
        end = form.end(pattern, at);
        if (end) break;
      }
    }
    if (end) {
      out += shorted.words;
      at = *end;
    } else {
      const std::size_t size = decode_at(text, at).size;
      out += text.substr(at, size);
      at += size;
    }
  }
  return out;
}

bool is_filler(const std::string& word) {
  static const std::vector<std::string> words =
      ordered_words("các có của liên quan và trên địa bàn với");
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Two of these in front are two kinds of bodies.
bool is_head(const std::string& word) {
  static const std::vector<std::string> words =
      ordered_words("bộ sở phòng ban cục vụ viện trường hội đoàn trạm");
  return std::find(words.begin(), words.end(), word) != words.end();
}

using Tokens = std::vector<std::string_view>;

bool stands_at(const Tokens& tokens, std::size_t at,
               std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    if (at >= tokens.size() || tokens[at++] != word) return false;
  }
  return true;
}

// How many words at `at` say the kind of a place; 0 where none do.
std::size_t place_words(const Tokens& tokens, std::size_t at) {
  if (stands_at(tokens, at, {"thành", "phố"}) ||
      stands_at(tokens, at, {"thị", "xã"}) ||
      stands_at(tokens, at, {"thị", "trấn"}))
    return 2;
  if (stands_at(tokens, at, {"xã"}))
    return starts_with(at + 1 < tokens.size() ? tokens[at + 1] : "", "hội") ? 0
                                                                            : 1;
  for (const std::string_view word : {"tỉnh", "huyện", "phường", "quận"}) {
    if (tokens[at] == word) return 1;
  }
  return 0;
}

// How many tokens stand before the place that closes the name.
std::size_t before_place(const Tokens& tokens) {
  constexpr std::size_t kLongestPlace = 4;
  for (std::size_t at = 1; at < tokens.size(); ++at) {
    const std::size_t kind = place_words(tokens, at);
    if (kind > 0 && tokens.size() - at - kind <= kLongestPlace) return at;
  }
  return tokens.size();
}

std::string joined(const Tokens& tokens, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i)
    out.append(i == 0 ? "" : " ").append(tokens[i]);
  return out;
}

std::string without_locality(const std::string& name) {
  const Tokens tokens = split(name, ' ');
  const std::size_t first = stands_at(tokens, 0, {"các"}) ? 1 : 0;
  const std::string_view from = std::string_view(name).substr(
      first == 0 ? 0 : std::string_view("các ").size());
  if (starts_with(from, "ủy ban nhân dân") ||
      starts_with(from, "hội đồng nhân dân"))
    return name;
  const std::size_t kept = before_place(tokens);
  std::size_t telling = 0;
  for (std::size_t i = 0; i < kept; ++i)
    telling += is_filler(without_place_of_tone(tokens[i])) ? 0 : 1;
  return telling >= 2 ? joined(tokens, kept) : name;
}

}  // namespace

std::vector<std::string> agency_words(std::string_view name) {
  std::string text = without_brackets(fold_for_score(name));
  for (const Abbreviation& shorted : kAbbreviations)
    text = write_out(text, shorted);
  text = fold_for_score(text);
  for (const std::string_view word : {"đề nghị ", "giao ", "yêu cầu "}) {
    if (!starts_with(text, word)) continue;
    text.erase(0, word.size());
    break;
  }
  return ordered_words(without_locality(text));
}

bool same_agency(const std::vector<std::string>& a,
                 const std::vector<std::string>& b) {
  if (!a.empty() && !b.empty() && a[0] != b[0] && is_head(a[0]) &&
      is_head(b[0]))
    return false;
  const auto telling = [](std::vector<std::string> words) {
    std::erase_if(words, is_filler);
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
  };
  const auto x = telling(a);
  const auto y = telling(b);
  if (x.empty() || y.empty()) return false;
  std::vector<std::string> both;
  std::set_intersection(x.begin(), x.end(), y.begin(), y.end(),
                        std::back_inserter(both));
  const auto common = static_cast<double>(both.size());
  const double all = static_cast<double>(x.size() + y.size()) - common;
  const std::size_t least = std::min(x.size(), y.size());
  const std::size_t most = std::max(x.size(), y.size());
  return common / all >= 0.7 || (least >= 3 && both.size() == least &&
                                 common / static_cast<double>(most) >= 0.6);
}

}  // namespace kehoach
