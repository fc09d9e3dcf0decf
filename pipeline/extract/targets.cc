// What is to be reached: numbers, what they measure, by when.

#include <algorithm>
#include <array>
#include <charconv>

#include "extract/facts.h"

namespace kehoach {
namespace {

// 1.500 is 1500, 84,3 is 84.3; `100.000` groups by three digits.
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

struct Quantity {
  const Match* match = nullptr;
  Span span;    // number and unit
  Span clause;  // in which it is the only one
};

class TargetReader {
 public:
  TargetReader(const Reading& reading, const Document& document,
               const std::vector<Obligation>& obligations)
      : r_(reading), document_(document), obligations_(obligations) {}

  std::vector<Target> read() {
    const auto& nodes = r_.outline.nodes;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      if (may_hold(nodes[i])) read_node(i);
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] static bool may_hold(const Node& node) {
    if (node.role == SectionRole::preamble ||
        node.role == SectionRole::situation || node.role == SectionRole::none ||
        node.role == SectionRole::closing || node.role == SectionRole::funding)
      return false;
    return node.kind == NodeKind::item || node.kind == NodeKind::paragraph ||
           node.kind == NodeKind::lead_in;
  }

  [[nodiscard]] std::string_view text() const { return r_.text.text; }
  [[nodiscard]] std::string_view folded() const { return r_.text.folded; }

  void read_node(std::size_t i) {
    node_ = &r_.outline.nodes[i];
    std::vector<Quantity> quantities;
    for (const Match& match : r_.matches[i]) {
      if (match.rule->family == Family::targets && !match.rule->skip)
        quantities.push_back({&match, match.span, {}});
    }
    drop_nested(quantities);
    for (std::size_t k = 0; k < quantities.size(); ++k) {
      const Quantity* before = k > 0 ? &quantities[k - 1] : nullptr;
      const Quantity* after =
          k + 1 < quantities.size() ? &quantities[k + 1] : nullptr;
      quantities[k].clause = clause_of(quantities[k], before, after);
      read_quantity(quantities[k], before);
    }
  }

  // `70% phụ nữ được tầm soát ít nhất 4 loại bệnh`: the second number belongs to
  // what the first one measures.
  void drop_nested(std::vector<Quantity>& quantities) const {
    for (std::size_t k = quantities.size(); k > 1; --k) {
      const Quantity& a = quantities[k - 2];
      const Quantity& b = quantities[k - 1];
      // `giảm từ 18% xuống còn 10,5%`: the first is where it stands today.
      const std::string_view head = trim(folded().substr(node_->body.begin, a.span.begin - node_->body.begin));
      const std::string_view way = trim(folded().substr(a.span.end, b.span.begin - a.span.end));
      if (ends_with(head, "từ") && (starts_with(way, "xuống") || starts_with(way, "lên"))) {
        quantities.erase(quantities.begin() + static_cast<std::ptrdiff_t>(k - 2));
        continue;
      }
      const bool count = b.match->rule->attribute("what") != "percent";
      const std::string_view between = text().substr(a.span.end, b.span.begin - a.span.end);
      if (count && between.find_first_of(",;.(:") == std::string_view::npos && between.find(" và ") == std::string_view::npos) {
        quantities.erase(quantities.begin() + static_cast<std::ptrdiff_t>(k - 1));
      }
    }
  }

  // ---- segmentation
  // -----------------------------------------------------------------

  // The clause around a quantity: from `;`, a full stop or the quantity before,
  // to the next of them.
  [[nodiscard]] Span clause_of(const Quantity& q, const Quantity* before,
                               const Quantity* after) const {
    Span clause{before != nullptr ? boundary(*before, q) : node_->body.begin,
                after != nullptr ? boundary(q, *after) : node_->body.end};
    for (std::uint32_t at = q.span.begin; at > clause.begin; --at) {
      if (is_break(at - 1)) {
        clause.begin = at;
        break;
      }
    }
    for (std::uint32_t at = q.span.end; at < clause.end; ++at) {
      if (is_break(at)) {
        clause.end = at;
        break;
      }
    }
    clause = trim(text(), clause, ",;");
    (void)take_off_end(clause, {"và", "trong đó"});
    return clause;
  }

  // `;`, or a full stop that ends a sentence.
  [[nodiscard]] bool is_break(std::uint32_t at) const {
    if (text()[at] == ';') return true;
    if (text()[at] == ':')
      return at + 1 < text().size() && text()[at + 1] == ' ' &&
             !is_listed_colon(at);
    return text()[at] == '.' &&
           (at + 1 >= node_->body.end || text()[at + 1] == ' ' ||
            text()[at + 1] == '/');
  }

  // `trạm 5G: 35 trạm`, `Tỷ lệ ...: năm 2024 đạt 35%`: the colon belongs to the
  // target.
  [[nodiscard]] bool is_listed_colon(std::uint32_t at) const {
    const std::string_view rest = folded().substr(at + 2, 12);
    if (starts_with(rest, "năm 20") || starts_with(rest, "đạt ") || starts_with(rest, "đến năm ")) return true;
    return at + 2 < node_->body.end &&
           is_digit(static_cast<unsigned char>(text()[at + 2]));
  }

  // Where the clause of `b` begins behind `a`.
  [[nodiscard]] std::uint32_t boundary(const Quantity& a,
                                       const Quantity& b) const {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    for (std::uint32_t at = a.span.end; at < b.span.begin; ++at) {
      std::uint32_t gap = 0;
      if (text()[at] == ',' || text()[at] == ';' || text()[at] == '(') gap = 1;
      if (folded().compare(at, std::string_view(" và ").size(), " và ") == 0)
        gap = static_cast<std::uint32_t>(std::string_view(" và ").size());
      if (gap == 0) continue;
      if (first == 0) first = at + gap;
      last = at + gap;
    }
    if (first == 0) return a.span.end;
    const std::string_view between =
        trim(text().substr(a.span.end, first - a.span.end));
    const bool direct = between.size() <= 2 ||
                        folded().substr(a.span.end, 12).find("vào năm") !=
                            std::string_view::npos;
    return direct ? first : last;
  }

  // ---- one quantity
  // -------------------------------------------------------------------

  void read_quantity(const Quantity& q, const Quantity* before) {
    const std::string_view what = q.match->rule->attribute("what");
    const bool percent = what == "percent";
    const bool listed = what == "listed";
    Target t;
    t.value = to_number(r_.folded(*q.match->group("value")));
    if (const auto to = q.match->group("value_to"))
      t.value_to = to_number(r_.folded(*to));
    Span unit = *q.match->group("unit");
    if (!percent) unit = counted_noun(unit);
    if (unit.empty() || (!percent && is_no_unit(unit))) return;
    t.unit = percent ? (r_.folded(unit) == "%o" ? "‰"
                                                : std::string(r_.printed(unit)))
                     : std::string(r_.printed(unit));
    const Span prefix = trim(text(), {q.clause.begin, q.span.begin});
    Span suffix =
        trim(text(), {percent ? q.span.end : unit.begin, q.clause.end});
    if (is_past(q)) return;
    Span subject = prefix;
    std::string_view cmp = read_comparator(subject);
    bool reached = !cmp.empty();
    if (cmp.empty()) cmp = "=";
    // `từ 98% trở lên`, `... trở xuống`
    const std::string_view behind = trim(folded().substr(q.span.end, 12));
    if (starts_with(behind, "trở lên")) cmp = ">=", reached = true;
    if (starts_with(behind, "trở xuống")) cmp = "<=", reached = true;
    const std::string_view change = read_change(subject);
    if (!change.empty()) cmp = change, reached = true;
    // The comparator and the verb of change belong to the evidence.
    const bool limited = cmp != "=";
    std::uint32_t said = limited ? subject.end : q.span.begin;
    while (said < q.span.begin && std::string_view(" ,:").find(text()[said]) != std::string_view::npos) ++said;
    reached = strip_verbs(subject) || reached;
    subject = without_baseline(strip_fillers(subject));
    // `quan trắc vi nhựa tại 24 vị trí trên sông`: measured on both sides.
    Span act = subject;
    const bool around = node_->role == SectionRole::objectives && !reached &&
                        take_off_end(act, r_.rules.list("prepositions"));
    reached = reached || around;
    const bool subject_first = !subject.empty();
    if (listed && subject_first) {
      // `trạm 5G: 35 trạm` needs no verb.
    } else if (percent) {
      if (subject_first && !reached && node_->role != SectionRole::objectives)
        return;
      if (subject_first && !reached && !ends_with(r_.folded(prefix), ":"))
        return;
    } else if (!accepts_count(q, before, subject_first, reached)) {
      return;
    }
    const Span indicator = subject_first ? subject : without_limit(without_year(without_time(suffix)));
    const Target* same = before != nullptr && !found_.empty() && found_.back().evidence.span.end >= before->span.begin ? &found_.back() : nullptr;
    t.comparator = cmp;
    if (around) {
      const Span rest = trim(text(), {percent ? q.span.end : unit.end, q.clause.end}, ".,;");
      t.indicator = std::string(r_.printed(percent ? subject : act)) + " " + std::string(r_.printed(rest));
      t.indicator = std::string(trim(t.indicator));
    } else if (!trim(text(), indicator, ".,;:-()").empty()) {
      t.indicator = std::string(r_.printed(trim(text(), indicator, ".,;:-\"")));
      // `Từ 80% học sinh trở lên`: the comparator closes behind the noun.
      constexpr std::string_view kLimit = " trở lên";
      const std::size_t limit = t.indicator.find(kLimit);
      if (!subject_first && ends_with(r_.folded(prefix), "từ") && limit != std::string::npos) t.indicator.erase(limit, kLimit.size());
    } else if (same != nullptr) {
      // `đạt 65% vào năm 2025 và 75% vào năm 2030`
      t.indicator = same->indicator;
      if (t.comparator == "=") t.comparator = same->comparator;
    } else {
      return;
    }
    t.due = due(q);
    Span quote{subject_first ? with_verb(subject).begin : said,
               subject_first ? (percent ? q.span.end : unit.end)
                             : std::max(indicator.end, q.span.end)};
    if (around) quote.end = q.clause.end;
    quote.end = with_limit(quote.end, q.clause.end);
    t.evidence = r_.evidence(trim(text(), quote, ".,;"), q.match->rule->id);
    for (const Obligation& o : obligations_) {
      if (o.evidence.span.contains(q.span)) t.obligation = o.id;
    }
    found_.push_back(std::move(t));
  }

  // Counts are targets among objectives, or with a comparator, never inside the
  // description of another target.
  [[nodiscard]] bool accepts_count(const Quantity& q, const Quantity* before,
                                   bool subject_first, bool reached) const {
    if (before != nullptr &&
        before->match->rule->attribute("what") == "percent") {
      const std::string_view between =
          text().substr(before->span.end, q.span.begin - before->span.end);
      if (between.find_first_of(";.") == std::string_view::npos) return false;
    }
    if (node_->role == SectionRole::objectives)
      return reached || !subject_first;
    const bool rate = q.match->group("unit") &&
                      r_.folded(*q.match->group("unit")).find('/') != std::string_view::npos;
    if (rate) return reached;
    Span prefix = trim(text(), {q.clause.begin, q.span.begin});
    Span act = prefix;
    if (take_off_end(act, r_.rules.list("verbs")) ||
        take_off_end(act, r_.rules.list("verb_nouns"))) {
      return true;
    }
    if (!read_comparator(act).empty() && take_off_end(act, r_.rules.list("verbs"))) return true;
    return !read_comparator(prefix).empty() && strip_verbs(prefix);
  }

  [[nodiscard]] bool is_past(const Quantity& q) const {
    const std::string_view clause = r_.folded(q.clause);
    for (const std::string& word : r_.rules.list("past")) {
      const std::size_t at = clause.find(word);
      if (at != std::string_view::npos && is_word_boundary(clause, at)) {
        return true;
      }
    }
    return false;
  }

  // The noun behind a number, up to a word that can't belong to it.
  [[nodiscard]] Span counted_noun(Span unit) const {
    std::uint32_t at = unit.begin;
    std::uint32_t end = at;
    while (at < unit.end) {
      std::uint32_t next = at;
      while (next < unit.end && text()[next] != ' ') ++next;
      const std::string_view word = folded().substr(at, next - at);
      const auto& stops = r_.rules.list("unit_stops");
      if (std::find(stops.begin(), stops.end(), word) != stops.end() &&
          r_.folded(unit).find('/') == std::string_view::npos)
        break;
      end = next;
      at = next + 1;
    }
    return {unit.begin, end};
  }

  [[nodiscard]] bool is_no_unit(Span unit) const {
    for (const std::string& word : r_.rules.list("no_units")) {
      const std::string_view f = r_.folded(unit);
      if (starts_with(f, word) && is_word_boundary(f, word.size())) return true;
    }
    return false;
  }

  // ---- the words before the number
  // ------------------------------------------------------

  // Takes the longest of `words` off the end of `span`.
  [[nodiscard]] bool take_off_end(Span& span,
                                  const std::vector<std::string>& words) const {
    std::size_t longest = 0;
    const std::string_view f = r_.folded(span);
    for (const std::string& word : words) {
      if (word.size() <= longest || !ends_with(f, word)) continue;
      const bool whole = f.size() == word.size() ||
                         is_word_boundary(f, f.size() - word.size());
      if (whole) longest = word.size();
    }
    if (longest == 0) return false;
    span =
        trim(text(),
             {span.begin, span.end - static_cast<std::uint32_t>(longest)}, ",");
    return true;
  }

  [[nodiscard]] std::string_view read_comparator(Span& span) const {
    struct Kind {
      std::string_view list;
      std::string_view mark;
    };
    static constexpr std::array<Kind, 4> kKinds = {{{"cmp_at_least", ">="},
                                                    {"cmp_above", ">"},
                                                    {"cmp_at_most", "<="},
                                                    {"cmp_below", "<"}}};
    for (int i = 0; i < 3; ++i) {
      bool about = false;
      while (take_off_end(span, r_.rules.list("cmp_about"))) about = true;
      for (const Kind& kind : kKinds) {
        if (take_off_end(span, r_.rules.list(kind.list))) return kind.mark;
      }
      // `ít nhất vào năm 2025 đạt 40%`
      if (!take_off_year(span) && !about) break;
      if (about && i > 0) break;
    }
    return {};
  }

  // `giảm 50%`, `tăng thêm 2%`: a change by an amount. With `xuống`, `lên`,
  // `còn`, `đạt` in between it is a level.
  [[nodiscard]] std::string_view read_change(Span& span) const {
    Span rest = span;
    static const std::vector<std::string> between = {
        "thêm",    "bình quân",  "hằng năm", "hàng năm", "mỗi năm",
        "ít nhất", "trung bình", "được",     "hơn",      "tối thiểu"};
    while (take_off_end(rest, between)) {
    }
    if (take_off_end(rest, {"giảm", "cắt giảm", "giảm thiểu"})) {
      span = rest;
      return "-";
    }
    if (take_off_end(rest, {"tăng", "tăng trưởng", "tăng thêm"})) {
      span = rest;
      return "+";
    }
    return {};
  }

  // Verbs of reaching at the end; true if there was one.
  [[nodiscard]] bool strip_verbs(Span& span) const {
    bool any = false;
    for (bool again = true; again;) {
      again = take_off_end(span, r_.rules.list("reach")) ||
              (!any && (take_off_end(span, r_.rules.list("verbs")) ||
                        take_off_end(span, r_.rules.list("verb_nouns"))));
      any = any || again;
      if (take_off_year(span)) again = true;
    }
    return any;
  }

  // `đến năm 2030`, `vào năm 2025` at the end.
  [[nodiscard]] bool take_off_year(Span& span) const {
    const std::string_view f = r_.folded(span);
    if (f.size() < 8) return false;
    const std::string_view year = f.substr(f.size() - 4);
    if (year.find_first_not_of("0123456789") != std::string_view::npos)
      return false;
    Span rest = trim(text(), {span.begin, span.end - 4});
    if (!take_off_end(rest, {"năm"})) return false;
    (void)take_off_end(rest, {"đến hết", "đến cuối", "đến", "vào", "trong",
                              "từ nay đến", "hết"});
    span = trim(text(), rest, ",");
    return true;
  }

  [[nodiscard]] Span strip_fillers(Span span) const {
    for (bool again = true; again && !span.empty();) {
      again = false;
      span = trim(text(), span, ",:-(");
      const std::string_view f = r_.folded(span);
      for (const std::string& word : r_.rules.list("fillers")) {
        if (!starts_with(f, word) || !is_word_boundary(f, word.size()))
          continue;
        span.begin += static_cast<std::uint32_t>(word.size());
        again = true;
        break;
      }
      if (const std::uint32_t year = leading_year(span); year > 0) {
        span.begin += year;
        again = true;
      }
    }
    // A mark of the list inside a paragraph: `(1)`, `a)`.
    const ListMark mark = list_mark(r_.printed(span));
    if (mark.kind != Marker::none) span.begin += mark.size;
    return trim(text(), span, ",:");
  }

  // Bytes of `Đến năm 2030,` at the start.
  [[nodiscard]] std::uint32_t leading_year(Span span) const {
    const std::string_view f = r_.folded(span);
    for (const std::string_view word :
         {"đến hết năm ", "đến năm ", "vào năm ", "trong năm ", "năm ",
          "đến cuối năm ", "từ năm "}) {
      if (starts_with(f, word) && f.size() >= word.size() + 4 &&
          is_digit(static_cast<unsigned char>(f[word.size()])))
        return static_cast<std::uint32_t>(word.size() + 4);
    }
    return 0;
  }

  // `học sinh trở lên mang bình nước`: the comparator stands behind the noun.
  [[nodiscard]] Span without_limit(Span span) const {
    if (starts_with(r_.folded(span), "trở lên ")) span.begin += static_cast<std::uint32_t>(std::string_view("trở lên ").size());
    return span;
  }

  [[nodiscard]] Span without_year(Span span) const {
    Span rest = span;
    return take_off_year(rest) ? rest : span;
  }

  // ---- by when
  // ------------------------------------------------------------------------------

  // `Giảm` in front of what is measured, for the quote.
  [[nodiscard]] Span with_verb(Span subject) const {
    for (const std::string_view verb : {"giảm ", "tăng ", "nâng ", "duy trì "}) {
      const auto size = static_cast<std::uint32_t>(verb.size());
      if (subject.begin < node_->body.begin + size) continue;
      if (r_.folded({subject.begin - size, subject.begin}) == verb) subject.begin -= size;
    }
    return subject;
  }

  // `trở lên` behind the number, for the quote.
  [[nodiscard]] std::uint32_t with_limit(std::uint32_t at, std::uint32_t end) const {
    for (const std::string_view limit : {" trở lên", " trở xuống"}) {
      if (starts_with(folded().substr(at, end - at), limit)) return at + static_cast<std::uint32_t>(limit.size());
    }
    return at;
  }

  // `Tỷ lệ rác thải giảm từ 18%`: where it stands today is not what is measured.
  [[nodiscard]] Span without_baseline(Span span) const {
    const std::string_view f = r_.folded(span);
    for (const std::string_view way : {" giảm từ ", " tăng từ ", " từ mức ", " giảm", " tăng"}) {
      const std::size_t at = f.find(way);
      const bool whole = way.back() == ' ' || at + way.size() == f.size();
      if (at != std::string_view::npos && whole) return {span.begin, span.begin + static_cast<std::uint32_t>(at)};
    }
    return span;
  }

  // What is measured ends before the time in which it is done.
  [[nodiscard]] Span without_time(Span span) const {
    const std::string_view f = r_.folded(span);
    for (const std::string_view tail : {", thực hiện", ", hoàn thành", ", thời gian"}) {
      const std::size_t at = f.find(tail);
      if (at != std::string_view::npos) return {span.begin, span.begin + static_cast<std::uint32_t>(at)};
    }
    return span;
  }

  // The last year that `span` names with `năm`, outside of a programme's
  // period.
  [[nodiscard]] std::string year_in(Span span) const {
    const std::string_view f = r_.folded(span);
    constexpr std::string_view kYear = "năm ";
    std::string year;
    for (std::size_t at = f.find(kYear); at != std::string_view::npos;
         at = f.find(kYear, at + 1)) {
      const std::string_view digits = f.substr(at + kYear.size(), 4);
      if (digits.size() < 4 ||
          digits.find_first_not_of("0123456789") != std::string_view::npos ||
          !starts_with(digits, "20"))
        continue;
      const std::string_view head = f.substr(0, at);
      if (const std::string month = month_before(head); !month.empty()) {
        year = std::string(digits) + "-" + month;
        continue;
      }
      if (ends_with(head, "so với ") || ends_with(head, "giai đoạn ") ||
          ends_with(head, "từ "))
        continue;
      year = digits;
    }
    return year;
  }

  // The month of `tháng 5 năm 2025`, two digits; empty if none stands there.
  [[nodiscard]] static std::string month_before(std::string_view head) {
    head = trim(head);
    const std::size_t at = head.rfind("tháng ");
    if (at == std::string_view::npos) return "";
    const std::string_view month = head.substr(at + std::string_view("tháng ").size());
    if (month.empty() || month.size() > 2 || month.find_first_not_of("0123456789") != std::string_view::npos) return "";
    return two_digits(to_int(month));
  }

  [[nodiscard]] std::optional<std::string> due(const Quantity& q) const {
    if (std::string year = year_in(q.clause); !year.empty()) return year;
    if (r_.folded(q.clause).find("trong giai đoạn ") != std::string_view::npos) {
      if (std::string year = end_of_period(q.clause); !year.empty()) return year;
    }
    if (std::string year = leading_of_sentence(q.span); !year.empty())
      return year;
    for (const Node* up = r_.parent(*node_); up != nullptr;
         up = r_.parent(*up)) {
      if (std::string year = year_in(up->body); !year.empty()) return year;
      if (std::string year = end_of_period(up->body); !year.empty())
        return year;
    }
    return plan_year();
  }

  // `Đến năm 2030, ...; ...`: the year that opens the paragraph holds for all.
  [[nodiscard]] std::string leading_of_sentence(Span) const {
    const std::string_view f = r_.folded(node_->body);
    const std::size_t stop = f.find_first_of(",:");
    if (stop == std::string_view::npos || stop > 60) return "";
    return year_in({node_->body.begin,
                    node_->body.begin + static_cast<std::uint32_t>(stop)});
  }

  // `giai đoạn 2026 - 2030` in a heading.
  [[nodiscard]] std::string end_of_period(Span span) const {
    const std::string_view f = r_.folded(span);
    const std::size_t at = f.find("giai đoạn ");
    if (at == std::string_view::npos) return "";
    const std::string_view rest =
        f.substr(at + std::string_view("giai đoạn ").size());
    std::string digits;
    for (const char c : rest.substr(0, 12)) {
      if (is_digit(static_cast<unsigned char>(c))) digits += c;
    }
    return digits.size() >= 8 ? digits.substr(4, 4) : "";
  }

  // The single year in the plan's own title.
  [[nodiscard]] std::optional<std::string> plan_year() const {
    const std::string folded_title = fold_for_match(document_.title);
    if (folded_title.find("giai đoạn") != std::string::npos ||
        folded_title.find("ngày") != std::string::npos)
      return std::nullopt;
    const std::size_t at = folded_title.find("năm 20");
    if (at == std::string::npos ||
        folded_title.find("năm 20", at + 1) != std::string::npos)
      return std::nullopt;
    return folded_title.substr(at + std::string_view("năm ").size(), 4);
  }

  const Reading& r_;
  const Document& document_;
  const std::vector<Obligation>& obligations_;
  const Node* node_ = nullptr;
  std::vector<Target> found_;
};

}  // namespace

std::vector<Target> read_targets(const Reading& reading,
                                 const Document& document,
                                 const std::vector<Obligation>& obligations) {
  return TargetReader(reading, document, obligations).read();
}

}  // namespace kehoach
