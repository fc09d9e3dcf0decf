#include "extract/quantity_words.h"

#include <array>
#include <utility>

#include "extract/target_due.h"

namespace kehoach {
namespace {

// By how much: a verb, and the comparator that it stands for.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3>
    kChanges = {{{"giảm", "-"}, {"rút ngắn", "-"}, {"tăng", "+"}}};

// Behind `23 ca/1.000 trẻ em` what is counted goes on no further.
bool ends_rate(std::string_view word) {
  for (const std::string_view stop :
       {"xuống", "lên", "vào", "và", "trong", "đến", "so", "năm"}) {
    if (word == stop) return true;
  }
  return false;
}

// `nhà ở`, where `ở` is no `at`.
bool is_dwelling(std::string_view noun) {
  return ends_with(noun, "nhà ở") || ends_with(noun, "chỗ ở") ||
         ends_with(noun, "nơi ở");
}

}  // namespace

// ---- before the number

void QuantityWords::take_bytes_off(Span& span, std::size_t size) const {
  span.end -= static_cast<std::uint32_t>(size);
  span = trim(r_.text.text, span, ",");
}

bool QuantityWords::take_off(Span& span, const Phrases& words) const {
  const Phrase* word = words.ending(r_.folded(span));
  if (word != nullptr) take_bytes_off(span, word->text.size());
  return word != nullptr;
}

bool QuantityWords::take_off(
    Span& span, std::initializer_list<std::string_view> words) const {
  std::size_t longest = 0;
  const std::string_view f = r_.folded(span);
  for (const std::string_view word : words) {
    if (word.size() > longest && ends_with(f, word) &&
        is_word_boundary(f, f.size() - word.size()))
      longest = word.size();
  }
  if (longest > 0) take_bytes_off(span, longest);
  return longest > 0;
}

std::string_view QuantityWords::take_comparator(Span& span) const {
  for (int i = 0; i < 3; ++i) {
    bool about = false;
    while (take_off(span, r_.words.about)) about = true;
    std::string_view comparator;
    if (take_off(span, r_.words.at_least))
      comparator = ">=";
    else if (take_off(span, r_.words.above)) {
      comparator = ">";
      take_off(span, {"từ"});  // `từ trên 70%`
    } else if (take_off(span, r_.words.at_most))
      comparator = "<=";
    else if (take_off(span, r_.words.below))
      comparator = "<";
    if (!comparator.empty()) {
      take_off(span, {"khoảng", "xấp xỉ"});  // `khoảng trên 500 ha`
      return comparator;
    }
    // `ít nhất vào năm 2025 đạt 40%`
    if (!take_year(span) && !about) break;
    if (about && i > 0) break;
  }
  return {};
}

std::string_view QuantityWords::take_change(Span& span) const {
  Span rest = span;
  while (take_off(rest, {"thêm", "bình quân", "hằng năm", "hàng năm", "mỗi năm",
                         "ít nhất", "trung bình", "được", "hơn", "tối thiểu"}))
    continue;
  if (r_.words.no_change.ending(r_.folded(rest)) != nullptr) return {};
  std::string_view change;
  if (take_off(rest, {"giảm", "cắt giảm", "giảm thiểu", "rút ngắn"}))
    change = "-";
  else if (take_off(rest, {"tăng", "tăng trưởng", "tăng thêm"}) ||
           (ends_with(r_.folded(span), " thêm") &&
            take_off(rest, {"mở rộng", "bổ sung", "mở", "có"})))
    change = "+";
  if (!change.empty()) span = rest;
  return change;
}

bool QuantityWords::take_verbs(Span& span) const {
  bool any = false;
  bool act = false;  // the last word taken was no verb of reaching
  for (bool again = true; again;) {
    const std::string_view f = r_.folded(span);
    if (r_.words.no_reach.ending(f) != nullptr ||
        r_.words.no_change.ending(f) != nullptr)
      break;
    // `Tỷ lệ bến đò đạt chuẩn 90%`: what they are, and no verb of reaching.
    if (!any && ends_with(f, " đạt chuẩn") && is_measure(span)) return true;
    const bool reach = take_off(span, r_.words.reach);
    again = reach || (!any && take_act(span));
    act = again ? !reach : act;
    any = any || again;
    // `Phát triển và triển khai tối thiểu`
    if (Span rest = span; act && take_off(rest, {"và"}) && take_act(rest)) {
      span = rest;
      again = true;
    }
    if (take_year(span)) again = true;
  }
  // `Tăng cường kiểm tra 100% cơ sở`
  if (act && r_.words.verbs.exact(r_.folded(span)) != nullptr)
    span.end = span.begin;
  return any;
}

// `xây dựng`, but not that of `Tỷ lệ giải ngân`.
bool QuantityWords::take_act(Span& span) const {
  Span rest = span;
  if (!take_off(rest, r_.words.verbs) && !take_off(rest, r_.words.verb_nouns))
    return false;
  const std::string_view left = r_.folded(without_fillers(rest));
  for (const std::string_view share :
       {"tỷ lệ", "tỉ lệ", "tỷ trọng", "tốc độ"}) {
    if (left == share) return false;
  }
  span = rest;
  return true;
}

std::string_view QuantityWords::opening_change(Span opening,
                                               Span& subject) const {
  const std::string_view f = trim(r_.folded(opening));
  std::string_view change;
  for (const auto& [verb, says] : kChanges) {
    if (ends_with(f, verb)) change = says;
  }
  if (change.empty() || r_.folded(subject).find(',') != std::string_view::npos)
    return {};
  while (take_off(subject, {"bình quân", "trung bình", "mỗi năm", "hằng năm",
                            "hàng năm", "thêm", "được"}))
    continue;
  return subject.empty() ? std::string_view{} : change;
}

bool QuantityWords::take_year(Span& span) const {
  const std::string_view f = r_.folded(span);
  const std::size_t before = without_date(f).size();
  if (before == f.size()) return false;
  Span rest =
      trim(r_.text.text,
           {span.begin, span.begin + static_cast<std::uint32_t>(before)});
  take_off(rest, {"đến hết", "đến cuối", "đến", "vào", "trong", "từ nay đến",
                  "hết", "trước", "đến trước", "ngay trong", "ngay từ"});
  span = trim(r_.text.text, rest, ",");
  return true;
}

// Bytes of the first listed filler that stands at the start of `span`.
std::uint32_t QuantityWords::leading_filler(Span span) const {
  const std::string_view f = r_.folded(span);
  for (const std::string& word : r_.rules.list("fillers")) {
    if (starts_with(f, word) && is_word_boundary(f, word.size()) &&
        !r_.words.no_fillers.stands_at(f, 0))
      return static_cast<std::uint32_t>(word.size());
  }
  return 0;
}

Span QuantityWords::without_fillers(Span span) const {
  for (bool again = true; again && !span.empty();) {
    span = trim(r_.text.text, span, ",:-(");
    const std::uint32_t filler = leading_filler(span);
    span.begin += filler;
    const std::uint32_t year = leading_time(r_.folded(span));
    span.begin += year;
    again = filler > 0 || year > 0;
  }
  // A mark of the list inside a paragraph: `(1)`, `a)`.
  const ListMark mark = list_mark(r_.printed(span));
  if (mark.kind != Marker::none) span.begin += mark.size;
  return trim(r_.text.text, span, ",:");
}

Span QuantityWords::behind_purpose(Span span) const {
  const std::string_view f = r_.folded(span);
  for (const std::string& aim : r_.rules.list("purposes")) {
    const std::string words = " " + aim + " ";
    const std::size_t at = f.rfind(words);
    if (at == std::string_view::npos) continue;
    span.begin += static_cast<std::uint32_t>(at + words.size());
    break;
  }
  return span;
}

Span QuantityWords::without_baseline(Span span) const {
  const std::string_view f = r_.folded(span);
  if (r_.words.no_change.ending(f) != nullptr) return span;
  for (const std::string_view way :
       {" giảm từ ", " tăng từ ", " từ mức ", " giảm", " tăng"}) {
    const std::size_t at = f.find(way);
    if (at == std::string_view::npos) continue;
    if (way.back() == ' ' || at + way.size() == f.size())
      return {span.begin, span.begin + static_cast<std::uint32_t>(at)};
  }
  // `tỷ suất tai nạn từ 23 ca/1.000 trẻ em xuống`
  constexpr std::string_view kFrom = " từ ";
  const std::size_t from = f.rfind(kFrom);
  if (from != std::string_view::npos && from + kFrom.size() < f.size() &&
      is_digit(static_cast<unsigned char>(f[from + kFrom.size()])) &&
      f.find_first_of("/%", from) != std::string_view::npos)
    span.end = span.begin + static_cast<std::uint32_t>(from);
  return span;
}

std::string_view QuantityWords::change_alone(Span prefix) const {
  const std::string_view f = r_.folded(prefix);
  std::string_view change;
  std::string_view opening;
  for (const auto& [verb, says] : kChanges) {
    if (starts_with(f, verb) && starts_with(f.substr(verb.size()), " "))
      change = says, opening = verb;
  }
  if (change.empty()) return {};
  Span rest = prefix;
  take_comparator(rest);
  take_off(rest, {"đạt", "đạt được", "đạt mức"});
  while (take_off(rest, {"trong giai đoạn này", "trong giai đoạn", "giai đoạn",
                         "trong kỳ", "bình quân", "trung bình", "hằng năm",
                         "hàng năm", "mỗi năm", "thêm"}))
    continue;
  return r_.folded(rest) == opening ? change : std::string_view{};
}

bool QuantityWords::opens_count(Span prefix) const {
  Span rest = prefix;
  take_comparator(rest);
  while (take_off(rest, {"đảm bảo", "bảo đảm", "phấn đấu", "phấn đấu đạt", "có",
                         "đồng thời", "bảo đảm đạt", "đảm bảo đạt",
                         "bảo đảm nguyên tắc", "đảm bảo nguyên tắc"}) ||
         take_year(rest))
    continue;
  const std::string_view f = r_.folded(rest);
  if (ends_with(f, "mục tiêu") || ends_with(f, "chỉ tiêu")) return true;
  if (f == "tỷ lệ" || f == "tỉ lệ" || f == "mức") return true;
  const bool parted =
      ends_with(f, ":") ||
      r_.printed({rest.end, prefix.end}).find(',') != std::string_view::npos;
  return parted && !rest.empty() && !is_measure(prefix);
}

bool QuantityWords::is_measure(Span prefix) const {
  return r_.words.measures.stands_at(r_.folded(without_fillers(prefix)), 0);
}

bool QuantityWords::is_case(Span prefix) const {
  take_comparator(prefix);
  const std::string_view f = r_.folded(prefix);
  // `Đối với một số ngành có tỷ lệ nữ dưới 30% ...`
  return starts_with(f, "đối với ") &&
         (ends_with(f, " có") || (f.find(" có ") != std::string_view::npos &&
                                  f.find(',') == std::string_view::npos));
}

bool QuantityWords::is_fall(Span measure) const {
  return starts_with(r_.folded(measure), "mức giảm ");
}

bool QuantityWords::is_place_that_has(Span prefix, Span subject) const {
  take_comparator(prefix);
  std::string_view place = r_.folded(subject);
  for (const std::string_view whole : {"toàn ", "cả ", "trên địa bàn "}) {
    if (starts_with(place, whole)) place.remove_prefix(whole.size());
  }
  return ends_with(r_.folded(prefix), " có") &&
         r_.words.place_kinds.stands_at(place, 0);
}

// ---- behind the number

bool QuantityWords::is_counted(Span behind) const {
  const Span rest = trim(r_.text.text, behind, "“\"");
  const std::string_view f = r_.folded(rest);
  if (f.empty() || !is_letter(decode_at(f, 0).value)) return false;
  return !r_.words.unit_stops.stands_at(f, 0) &&
         !r_.words.no_units.stands_at(f, 0);
}

Span QuantityWords::counted_noun(Span unit) const {
  const std::string_view text = r_.text.text;
  // A unit such as `m3/ngày đêm` has few words that end it.
  const bool rate = r_.folded(unit).find('/') != std::string_view::npos;
  std::uint32_t end = unit.begin;
  for (std::uint32_t at = unit.begin; at < unit.end;) {
    // `hộ kinh doanh đăng|ký`: a verb that the noun is cut in.
    if (at > unit.begin &&
        at + r_.words.verbs.size_at(r_.text.folded, at) > unit.end)
      break;
    std::uint32_t next = at;
    while (next < unit.end && text[next] != ' ') ++next;
    const std::string_view word = r_.folded({at, next});
    const bool stops =
        rate ? ends_rate(word) : r_.words.unit_stops.exact(word) != nullptr;
    if (stops && !is_dwelling(r_.folded({unit.begin, next}))) break;
    end = next;
    at = next + 1;
  }
  return {unit.begin, end < unit.end || rate ? end : end_of_long_noun(unit)};
}

// `sàn giao dịch dữ| liệu`: where a noun of more words than the pattern takes
// ends, if it does within a word or two.
std::uint32_t QuantityWords::end_of_long_noun(Span unit) const {
  constexpr int kMostWords = 2;
  const std::string_view text = r_.text.text;
  std::uint32_t end = unit.end;
  for (int words = 0; words <= kMostWords; ++words) {
    if (end >= text.size() || text[end] != ' ') return end;
    const std::uint32_t at = end + 1;
    std::uint32_t next = at;
    while (next < text.size() && is_letter(decode_at(text, next).value))
      next += decode_at(text, next).size;
    const std::string_view word = r_.folded({at, next});
    if (word.empty() || r_.words.unit_stops.exact(word) != nullptr ||
        r_.words.verbs.stands_at(r_.text.folded, at))
      return end;
    end = next;
  }
  return unit.end;
}

bool QuantityWords::is_no_unit(Span unit) const {
  return r_.words.no_units.stands_at(r_.folded(unit), 0);
}

Span QuantityWords::measured_behind(Span span) const {
  span = without_opening_year(without_time(span));
  for (const std::string_view tail :
       {" so với ", " như hiện nay", " theo lộ trình"}) {
    const std::size_t base = r_.folded(span).find(tail);
    if (base != std::string_view::npos)
      span.end = span.begin + static_cast<std::uint32_t>(base);
  }
  take_year(span);
  constexpr std::string_view kLimit = "trở lên";
  const std::string_view f = r_.folded(span);
  if (starts_with(f, kLimit) && is_word_boundary(f, kLimit.size()))
    span.begin += static_cast<std::uint32_t>(kLimit.size());
  return trim(r_.text.text, span);
}

// Without `vào năm 2030` in front, and all of `so với năm 2020` behind that.
Span QuantityWords::without_opening_year(Span span) const {
  for (const std::string_view word : {"vào năm ", "đến năm ", "trong năm "}) {
    const std::string_view f = r_.folded(span);
    if (starts_with(f, word) && f.size() >= word.size() + 4 &&
        is_digit(static_cast<unsigned char>(f[word.size()]))) {
      span.begin += static_cast<std::uint32_t>(word.size()) + 4;
      span = trim(r_.text.text, span);
    }
  }
  if (starts_with(r_.folded(span), "so với ")) span.begin = span.end;
  return span;
}

Span QuantityWords::without_time(Span span) const {
  const std::string_view f = r_.folded(span);
  for (const std::string_view tail :
       {", thực hiện", ", hoàn thành", ", thời gian"}) {
    const std::size_t at = f.find(tail);
    if (at != std::string_view::npos)
      return {span.begin, span.begin + static_cast<std::uint32_t>(at)};
  }
  return span;
}

}  // namespace kehoach
