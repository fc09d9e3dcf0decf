#include "normalise/flat_text.h"

#include <algorithm>
#include <array>
#include <string>

#include "normalise/line_kinds.h"
#include "text/text.h"

namespace kehoach {
namespace {

// Words that open the text below a title, or a ground.
constexpr std::array<std::string_view, 9> kOpenings = {
    "Căn cứ ", "Thực hiện ",    "Để ",         "Nhằm ",    "Triển khai ",
    "Xét ",    "Theo đề nghị ", "Trên cơ sở ", "Tiếp tục "};
// What begins anew wherever it stands in capitals, or with them.
constexpr std::array<std::string_view, 17> kAlways = {"CỘNG HÒA XÃ HỘI",
                                                      "ĐẢNG CỘNG SẢN VIỆT NAM",
                                                      "Độc lập -",
                                                      "Nơi nhận:",
                                                      "PHỤ LỤC",
                                                      "TM. ",
                                                      "KT. ",
                                                      "TL. ",
                                                      "TUQ. ",
                                                      "PHÓ CHỦ TỊCH",
                                                      "PHÓ GIÁM ĐỐC",
                                                      "THỨ TRƯỞNG",
                                                      "PHÓ HIỆU TRƯỞNG",
                                                      "QUYẾT ĐỊNH:",
                                                      "Trên đây là ",
                                                      "Trong quá trình ",
                                                      "(Ban hành kèm theo"};

constexpr std::array<std::string_view, 4> kAuthorities = {"TM. ", "KT. ",
                                                          "TL. ", "TUQ. "};
constexpr std::array<std::string_view, 6> kAuthors = {
    "BỘ TRƯỞNG ",      "CHỦ TỊCH ",  "ỦY BAN NHÂN DÂN",
    "UỶ BAN NHÂN DÂN", "THỦ TƯỚNG ", "GIÁM ĐỐC "};

// Of so many lines at most one begins with a number or a bullet.
constexpr std::size_t kMostMarked = 4;

// `... tháng 6 năm 2025 KẾ HOẠCH`
bool says_type_behind_date(std::string_view line) {
  constexpr std::string_view kYear = " năm ";
  constexpr std::size_t kDigitsOfYear = 4;
  for (std::size_t at = line.find(kYear); at != std::string_view::npos;
       at = line.find(kYear, at + 1)) {
    const std::size_t type = at + kYear.size() + kDigitsOfYear + 1;
    if (type < line.size() && line[type - 1] == ' ' &&
        is_digit(static_cast<unsigned char>(line[type - 2])) &&
        !type_word_at(line.substr(type)).empty())
      return true;
  }
  return false;
}

class FlatText {
 public:
  explicit FlatText(std::string_view text)
      : text_(text),
        head_(!stands_at_any(0, kAuthorities)),
        signed_(!head_),
        numbered_(begins_number(0)) {}

  std::vector<std::size_t> run() {
    for (std::size_t at = 0; at < text_.size(); at = next_word(at)) {
      if (at > 0) begin_word(at);
      word_ = at;
      in_capitals_ =
          is_all_upper(word(at)) || (in_capitals_ && !has_letter(at));
    }
    return std::move(breaks_);
  }

 private:
  [[nodiscard]] std::size_t next_word(std::size_t at) const {
    const std::size_t blank = text_.find(' ', at);
    return blank == std::string_view::npos ? text_.size() : blank + 1;
  }
  [[nodiscard]] std::string_view word(std::size_t at) const {
    return text_.substr(at, text_.find(' ', at) - at);
  }
  [[nodiscard]] bool has_letter(std::size_t at) const {
    const std::string_view w = word(at);
    for (std::size_t i = 0; i < w.size();) {
      const Codepoint c = decode_at(w, i);
      if (is_letter(c.value)) return true;
      i += c.size;
    }
    return false;
  }
  [[nodiscard]] bool is_capital(std::size_t at) const {
    while (at < text_.size() && (text_[at] == '"' || text_[at] == '(')) ++at;
    return at < text_.size() && is_upper(decode_at(text_, at).value);
  }
  [[nodiscard]] char before(std::size_t at) const {
    return at < 2 ? '.' : text_[at - 2];
  }
  [[nodiscard]] bool ends_clause(std::size_t at) const {
    return std::string_view(".;:)").find(before(at)) != std::string_view::npos;
  }

  void cut(std::size_t at) {
    if (at > 0 && (breaks_.empty() || breaks_.back() < at - 1))
      breaks_.push_back(at - 1);
    begun_ = at;
  }

  // The word at `at` begins something, or goes on.
  void begin_word(std::size_t at) {
    if (head_ && begins_in_head(at)) return cut(at);
    if (is_ruled(word(at)) != is_ruled(word(word_))) return cut(at);
    if (stands_at_any(at, kAlways)) {
      signed_ = signed_ || stands_at_any(at, kAuthorities);
      title_ = title_ && text_[at] != '(';
      return cut(at);
    }
    if (begins_type(at)) {
      head_ = signed_ = false;
      title_ = true;
      return cut(at);
    }
    if (title_ && ends_title(at)) {
      title_ = false;
      forget();
      return cut(at);
    }
    if (title_ && begins_author(at)) return cut(at);
    if (title_) return;
    if (takes_mark(at)) return cut(at);
    // Behind a heading in capitals, and behind a signature's post.
    if (in_capitals_ && !is_all_upper(word(at)) && has_letter(at) &&
        is_heading())
      return cut(at);
    if (before(at) == ';' && stands_at_any(at, kOpenings)) cut(at);
  }

  [[nodiscard]] bool stands_at(std::size_t at, std::string_view words) const {
    return starts_with(text_.substr(at), words);
  }
  template <typename Words>
  [[nodiscard]] bool stands_at_any(std::size_t at, const Words& words) const {
    return std::any_of(words.begin(), words.end(),
                       [&](auto w) { return stands_at(at, w); });
  }

  static bool is_ruled(std::string_view word) {
    return word.size() > 2 &&
           word.find_first_not_of("-_*") == std::string_view::npos;
  }

  [[nodiscard]] bool begins_number(std::size_t at) const {
    return stands_at(at, "Số:") || stands_at(at, "Số ");
  }

  // `Số: 5/KH-UBND`, `Cửu Hà, ngày ...`, and what stands behind the date.
  [[nodiscard]] bool begins_in_head(std::size_t at) {
    if (begins_number(at)) {
      numbered_ = true;
      return true;
    }
    constexpr std::size_t kLongestPlace = 60;  // bytes
    const std::string_view near = text_.substr(at, kLongestPlace);
    const std::size_t day = near.find(", ngày");
    const bool place =
        numbered_ && !dated_ && day != std::string_view::npos &&
        is_capital(at) &&
        near.substr(0, day).find_first_of("/:") == std::string_view::npos &&
        word(word_).find('/') != std::string_view::npos;
    dated_ = dated_ || place;
    return place;
  }

  // `KẾ HOẠCH` behind the date, or behind the signature of a decision.
  [[nodiscard]] bool begins_type(std::size_t at) const {
    if (title_ || type_word_at(text_.substr(at)).empty()) return false;
    return head_ ? dated_ : signed_ && !is_all_upper(word(word_));
  }

  // `BỘ TRƯỞNG BỘ Y TẾ Căn cứ ...`: who decides.
  [[nodiscard]] bool begins_author(std::size_t at) const {
    constexpr std::size_t kLongest = 150;  // bytes
    if (!stands_at_any(at, kAuthors)) return false;
    const std::string_view near = text_.substr(at, kLongest);
    const std::size_t ground = near.find(" Căn cứ");
    return ground != std::string_view::npos &&
           is_all_upper(near.substr(0, ground));
  }

  // The title goes up to its last capital, or to what opens the text.
  [[nodiscard]] bool ends_title(std::size_t at) {
    if (!stands_at(begun_, "QUYẾT ĐỊNH") && is_type_alone(at)) return false;
    const bool in_small = has_letter(at) && !is_all_upper(word(at));
    if (in_capitals_ && in_small && !is_type_alone(at)) return true;
    const ListMark mark = list_mark(text_.substr(at, kLongestMark));
    if (mark.kind == Marker::roman || mark.kind == Marker::named) return true;
    return in_small && stands_at_any(at, kOpenings) && !is_type_alone(at);
  }

  // Nothing but the word of the kind stands before `at`.
  [[nodiscard]] bool is_type_alone(std::size_t at) const {
    const std::string_view said = trim(text_.substr(begun_, at - begun_));
    return is_type_word(said);
  }

  [[nodiscard]] bool is_heading() const {
    const ListMark mark = list_mark(text_.substr(begun_, kLongestMark));
    return mark.kind == Marker::roman || mark.kind == Marker::named ||
           signed_ || stands_at(begun_, "PHỤ LỤC") ||
           stands_at(begun_, "QUYẾT ĐỊNH:");
  }

  void forget() { arabic_ = roman_ = letter_ = decimal_ = 0; }

  // A number that goes on with the last of its kind, or the first below one.
  [[nodiscard]] bool takes_mark(std::size_t at) {
    const ListMark mark = list_mark(text_.substr(at, kLongestMark));
    if (mark.kind == Marker::none) return false;
    const std::size_t behind = at + mark.size;
    const bool clause = ends_clause(at) || (in_capitals_ && is_heading());
    if (mark.kind == Marker::dash || mark.kind == Marker::plus)
      return ends_clause(at) && is_capital(behind);
    const auto number =
        mark.kind == Marker::named
            ? label_number(Marker::arabic,
                           mark.label.substr(mark.label.rfind(' ') + 1))
            : label_number(mark.kind, mark.label);
    if (!number || !is_capital(behind)) return false;
    const auto follows = [&](int& last) {
      if (*number != last + 1) return false;
      last = *number;
      return true;
    };
    switch (mark.kind) {
      case Marker::roman:
        if ((!clause && !is_all_upper(word(behind))) || !follows(roman_))
          return false;
        arabic_ = letter_ = decimal_ = 0;
        return true;
      case Marker::named:
        if (!clause || !starts_with(mark.label, "Điều") || !follows(article_))
          return false;
        arabic_ = letter_ = decimal_ = 0;
        return true;
      case Marker::arabic:
        if (!clause || !follows(arabic_)) return false;
        letter_ = decimal_ = 0;
        return true;
      case Marker::decimal:
        if (!clause ||
            !starts_with(mark.label, std::to_string(arabic_) + ".") ||
            !follows(decimal_))
          return false;
        letter_ = 0;
        return true;
      case Marker::letter:
        if (!clause ||
            (*number != 1 && !may_follow(mark.kind, letter_, *number)))
          return false;
        letter_ = *number;
        return true;
      default:
        return false;
    }
  }

  static constexpr std::size_t kLongestMark = 80;  // bytes, with what follows

  std::string_view text_;
  bool head_;
  bool signed_;
  bool numbered_;
  std::vector<std::size_t> breaks_;
  std::size_t word_ = 0;   // where the word before begins
  std::size_t begun_ = 0;  // where the paragraph begins
  bool in_capitals_ = false;
  bool title_ = false;
  bool dated_ = false;
  int roman_ = 0;
  int article_ = 0;
  int arabic_ = 0;
  int decimal_ = 0;
  int letter_ = 0;
};

}  // namespace

bool is_glued(std::string_view line) {
  if (starts_with(line, "Số")) return says_type_behind_date(line);
  if (std::none_of(kAuthorities.begin(), kAuthorities.end(),
                   [&](std::string_view w) { return starts_with(line, w); }))
    return false;
  // Behind the name stands a title.
  bool named = false;
  for (std::size_t at = line.find(' '); at != std::string_view::npos;
       at = line.find(' ', at + 1)) {
    const std::string_view rest = line.substr(at + 1);
    named = named || has_lower(rest.substr(0, rest.find(' ')));
    if (named && !type_word_at(rest).empty()) return true;
  }
  return false;
}

bool is_flat(const std::vector<MarkedLine>& lines) {
  bool flat = false;
  std::size_t all = 0;
  std::size_t marked = 0;
  for (const MarkedLine& line : lines) {
    if (line.blank) continue;
    if (line.place.table != 0 || line.heading != 0) return false;
    ++all;
    if (list_mark(line.plain).kind != Marker::none) ++marked;
    flat = flat || says_type_behind_date(line.plain);
  }
  // Of the lines of a page some begin with a number by chance.
  return flat && marked * kMostMarked <= all;
}

std::vector<std::size_t> breaks_of_flat(std::string_view text) {
  return FlatText(text).run();
}

}  // namespace kehoach
