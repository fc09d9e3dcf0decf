// By when, at what time, how often.

#include <algorithm>
#include <array>

#include "extract/facts.h"

namespace kehoach {
namespace {

struct Rhythm {
  std::string_view word;  // folded
  std::string_view value;
  std::string_view rrule;
};

constexpr std::array<Rhythm, 11> kRhythms = {
    {{"năm", "yearly", "FREQ=YEARLY"},
     {"thường niên", "yearly", "FREQ=YEARLY"},
     {"quý", "quarterly", "FREQ=MONTHLY;INTERVAL=3"},
     {"03 tháng", "quarterly", "FREQ=MONTHLY;INTERVAL=3"},
     {"3 tháng", "quarterly", "FREQ=MONTHLY;INTERVAL=3"},
     {"6 tháng", "half-yearly", "FREQ=MONTHLY;INTERVAL=6"},
     {"06 tháng", "half-yearly", "FREQ=MONTHLY;INTERVAL=6"},
     {"9 tháng", "yearly", "FREQ=YEARLY"},
     {"tháng", "monthly", "FREQ=MONTHLY"},
     {"tuần", "weekly", "FREQ=WEEKLY"},
     {"ngày", "daily", "FREQ=DAILY"}}};

const Rhythm* rhythm_of(std::string_view word) {
  const auto* found =
      std::find_if(kRhythms.begin(), kRhythms.end(),
                   [&](const Rhythm& r) { return r.word == word; });
  return found == kRhythms.end() ? nullptr : found;
}

int quarter_of(std::string_view text) {
  if (text == "i" || text == "1") return 1;
  if (text == "ii" || text == "2") return 2;
  if (text == "iii" || text == "3") return 3;
  return 4;
}

// A date of which parts may be missing (0).
struct Parts {
  int year = 0;
  int month = 0;
  int day = 0;
  int quarter = 0;

  [[nodiscard]] std::string edtf() const {
    std::string out = std::to_string(year);
    if (quarter > 0) return out + "-Q" + std::to_string(quarter);
    if (month > 0) out += "-" + two_digits(month);
    if (day > 0) out += "-" + two_digits(day);
    return out;
  }
  [[nodiscard]] bool possible() const {
    return day == 0 || month == 0 ||
           is_date(year > 0 ? year : 2024, month, day);
  }
};

class DeadlineReader {
 public:
  DeadlineReader(const Reading& reading, const Document& document,
                 const std::vector<Obligation>& obligations,
                 std::vector<Diagnostic>& diagnostics)
      : r_(reading),
        document_(document),
        obligations_(obligations),
        diagnostics_(diagnostics) {}

  std::vector<Deadline> read() {
    const auto& nodes = r_.outline.nodes;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      if (may_hold(nodes[i])) read_node(i);
    }
    read_rows();
    std::stable_sort(found_.begin(), found_.end(), [](const Deadline& a, const Deadline& b) {
      return a.evidence.span.begin < b.evidence.span.begin;
    });
    return std::move(found_);
  }

 private:
  [[nodiscard]] static bool may_hold(const Node& node) {
    const bool section = holds_obligations(node.role) ||
                         node.role == SectionRole::objectives ||
                         node.role == SectionRole::closing;
    switch (node.kind) {
      case NodeKind::item:
      case NodeKind::paragraph:
      case NodeKind::lead_in:
      case NodeKind::annotation:
        return section;
      default:
        return false;
    }
  }

  void read_node(std::size_t i) {
    node_ = &r_.outline.nodes[i];
    const std::size_t first = found_.size();
    if (node_->kind == NodeKind::annotation && is_time_line()) return read_time_line();
    for (const Match& match : r_.matches[i]) {
      if (match.rule->family == Family::deadlines && !match.rule->skip)
        read_match(match);
    }
    drop_halves(first);
  }

  // ---- one match
  // ------------------------------------------------------------------

  [[nodiscard]] std::string_view group(const Match& match,
                                       std::string_view name) const {
    const auto span = match.group(name);
    return span ? r_.folded(*span) : std::string_view{};
  }

  // The first of `name`, `name_b`, `name_c` that has text.
  [[nodiscard]] std::string_view any_group(const Match& match,
                                           const std::string& name) const {
    for (const char* ending : {"", "_b", "_c"}) {
      const std::string_view text = group(match, name + ending);
      if (!text.empty()) return text;
    }
    return {};
  }

  [[nodiscard]] Parts parts(const Match& match,
                            const std::string& ending) const {
    Parts p;
    p.year = to_int(any_group(match, "year" + ending));
    p.month = to_int(any_group(match, "month" + ending));
    p.day = to_int(any_group(match, "day" + ending));
    if (const std::string_view q = any_group(match, "quarter" + ending);
        !q.empty())
      p.quarter = quarter_of(q);
    return p;
  }

  void read_match(const Match& match) {
    const std::string_view kind = match.rule->attribute("kind");
    if (kind == "date") read_date(match);
    if (kind == "recurring") read_recurring(match);
    if (kind == "period") read_period(match);
    if (kind == "relative") read_relative(match);
  }

  [[nodiscard]] Deadline begin(const Match& match,
                               std::string_view kind) const {
    Deadline d;
    Span span = trim(r_.text.text, match.span, ",;");
    d.evidence = r_.evidence(span, match.rule->id);
    d.kind = kind;
    d.bound = match.rule->attribute("bound");
    const std::string_view word = any_group(match, "bound");
    if (!word.empty())
      d.bound = starts_with(word, "trước") ? "before"
                : starts_with(word, "vào") ? "on"
                                           : "by";
    return d;
  }

  void put(Deadline d) {
    d.obligation = owner(d.evidence.span);
    found_.push_back(std::move(d));
  }

  [[nodiscard]] std::optional<std::string> owner(Span span) const {
    const Span place = row_ != nullptr ? trim(r_.text.text, row_->cell(TaskRow::Column::task), ";") : span;
    for (const Obligation& o : obligations_) {
      if (o.evidence.span.contains(place)) return o.id;
    }
    // A line about the time of the item before it.
    const Obligation* last = nullptr;
    for (const Obligation& o : obligations_) {
      if (o.evidence.span.end <= span.begin) last = &o;
    }
    if (node_->kind == NodeKind::annotation && last != nullptr) return last->id;
    return std::nullopt;
  }

  void impossible(const Match& match) {
    diagnostics_.push_back({Severity::warning, "date-impossible",
                            "the calendar has no such date: " +
                                std::string(r_.printed(match.span)),
                            match.span});
  }

  void read_date(const Match& match) {
    const Parts p = parts(match, "");
    if (p.year < 1990 || p.year > 2150 || !p.possible())
      return impossible(match);
    Deadline d = begin(match, "date");
    d.value = p.edtf();
    put(std::move(d));
  }

  void read_recurring(const Match& match) {
    for (const char* name : {"rhythm", "rhythm_b", "rhythm_c", "rhythm_d"}) {
      const Rhythm* rhythm = rhythm_of(group(match, name));
      if (rhythm == nullptr) continue;
      Deadline d = begin(match, "recurring");
      d.value = rhythm->value;
      d.rrule = rhythm->rrule;
      put(std::move(d));
    }
    if (const std::string_view day = group(match, "last_day"); !day.empty()) {
      Deadline d = begin(match, "recurring");
      d.value = match.rule->attribute("rhythm");
      d.rrule = "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=" +
                std::to_string(to_int(day));
      put(std::move(d));
    }
    read_fixed_day(match, "");
    read_fixed_day(match, "_to");
  }

  // `--12-10`, `--12`, `---15`
  void read_fixed_day(const Match& match, const std::string& ending) {
    const Parts p = parts(match, ending);
    if (p.day == 0 && p.month == 0) return;
    if (!p.possible()) return impossible(match);
    Deadline d = begin(match, "recurring");
    if (p.month == 0) {
      d.value = "---" + two_digits(p.day);
      d.rrule = "FREQ=MONTHLY;BYMONTHDAY=" + std::to_string(p.day);
    } else if (match.rule->attribute("year") == "context" &&
               !is_rhythmic(match.span)) {
      if (!infer_year(p, d)) return;
    } else {
      d.value = "--" + two_digits(p.month) +
                (p.day > 0 ? "-" + two_digits(p.day) : "");
      d.rrule = "FREQ=YEARLY;BYMONTH=" + std::to_string(p.month) +
                (p.day > 0 ? ";BYMONTHDAY=" + std::to_string(p.day) : "");
    }
    put(std::move(d));
  }

  // Whether the sentence around `span` speaks of a rhythm.
  [[nodiscard]] bool is_rhythmic(Span span) const {
    const Span s = sentence(span);
    const std::string_view folded = r_.folded(s);
    for (const std::string_view word :
         {"hằng năm", "hàng năm", "định kỳ", "mỗi năm", "thường niên",
          "6 tháng", "báo cáo năm"}) {
      if (folded.find(word) != std::string_view::npos) return true;
    }
    return false;
  }

  [[nodiscard]] Span sentence(Span span) const {
    const std::string& text = r_.text.text;
    std::uint32_t begin = span.begin;
    while (begin > node_->body.begin &&
           !(text[begin - 1] == ' ' && begin >= 2 && text[begin - 2] == '.'))
      --begin;
    std::uint32_t end = span.end;
    while (end < node_->body.end &&
           !(text[end] == '.' &&
             (end + 1 == node_->body.end || text[end + 1] == ' ')))
      ++end;
    return {begin, end};
  }

  // Without a rhythm, the first such day after the plan was issued.
  bool infer_year(const Parts& p, Deadline& d) const {
    if (!document_.issued_on || document_.issued_on->size() < 4) return false;
    int year = to_int(std::string_view(*document_.issued_on).substr(0, 4));
    const std::string day = "-" + two_digits(p.month) + "-" + two_digits(p.day);
    if (document_.issued_on->size() == 10 &&
        std::to_string(year) + day < *document_.issued_on)
      ++year;
    if (!is_date(year, p.month, p.day)) return false;
    d.kind = "date";
    d.value = std::to_string(year) + day;
    d.year_inferred = true;
    return true;
  }

  void read_period(const Match& match) {
    Parts from = parts(match, "");
    Parts to = parts(match, "_to");
    if (match.rule->attribute("open") == "yes") {
      Deadline d = begin(match, "period");
      d.value = from.edtf() + "/..";
      return put(std::move(d));
    }
    if (from.year == 0) from.year = to.year;
    if (from.day > 0 && from.month == 0) from.month = to.month;
    if (!from.possible() || !to.possible() || to.year == 0)
      return impossible(match);
    Deadline d = begin(match, "period");
    d.value = from.edtf() + "/" + to.edtf();
    put(std::move(d));
  }

  void read_relative(const Match& match) {
    Deadline d = begin(match, "relative");
    const std::string_view unit = group(match, "time_unit");
    if (!unit.empty()) {
      std::string_view amount = any_group(match, "amount_to");
      if (amount.empty()) amount = group(match, "amount");
      const std::string n = std::to_string(to_int(amount));
      d.value = starts_with(unit, "ngày") ? "P" + n + "D"
                : unit == "giờ"           ? "PT" + n + "H"
                : unit == "phút"          ? "PT" + n + "M"
                : unit == "tuần"          ? "P" + n + "W"
                : unit == "tháng"         ? "P" + n + "M"
                                          : "P" + n + "Y";
    }
    put(std::move(d));
  }

  // ---- where the text is known to be a time -------------------------------

  [[nodiscard]] bool is_time_line() const {
    const auto head = r_.rules.match_at(Family::outline, r_.text.folded,
                                        node_->body, node_->role);
    return head && head->rule->attribute("assign") == "time";
  }

  // `Thời gian thực hiện: ...`
  void read_time_line() {
    const auto head = r_.rules.match_at(Family::outline, r_.text.folded,
                                        node_->body, node_->role);
    if (!head || head->rule->attribute("assign") != "time") return;
    std::uint32_t begin = head->span.end;
    // `Thời gian thực hiện sau khi ...`: the time begins inside the match.
    if (r_.text.text[begin - 1] != ':') {
      const std::size_t space = r_.text.text.rfind(' ', begin - 2);
      begin = static_cast<std::uint32_t>(space) + 1;
      for (const std::string_view word : {"sau khi ", "từ ", "trong ", "trước ", "quý "}) {
        if (ends_with(r_.folded({node_->body.begin, head->span.end}), word)) begin = head->span.end - static_cast<std::uint32_t>(word.size());
      }
    }
    read_time(trim(r_.text.text, {begin, node_->body.end}, ":;."));
  }

  void read_time(Span value) {
    for (const Match& match : r_.rules.scan(only(Family::deadlines), r_.text.folded, value, SectionRole::none)) {
      if (!match.rule->skip) read_match(match);
    }
  }

  // The time columns of tables of tasks.
  void read_rows() {
    Node cell;
    for (const TaskRow& row : r_.task_rows) {
      cell.kind = NodeKind::cell;
      cell.body = row.cell(TaskRow::Column::time);
      node_ = &cell;
      row_ = &row;
      if (!cell.body.empty()) read_time(cell.body);
    }
    row_ = nullptr;
  }

  // A rhythm whose date stands later in the sentence is one deadline with it.
  void drop_halves(std::size_t first) {
    std::vector<bool> drop(found_.size(), false);
    for (std::size_t i = first; i < found_.size(); ++i) {
      const Deadline& d = found_[i];
      const bool bare =
          d.kind == "recurring" && d.value && d.value->front() != '-';
      if (!bare || d.evidence.rule != "deadline.rhythm") continue;
      for (std::size_t k = first; k < found_.size(); ++k) {
        const Deadline& other = found_[k];
        const bool dated = other.kind == "recurring" && other.value &&
                           other.value->front() == '-';
        if (dated && other.evidence.span.begin > d.evidence.span.end &&
            sentence(d.evidence.span).contains(other.evidence.span))
          drop[i] = true;
      }
    }
    for (std::size_t i = found_.size(); i > first; --i) {
      if (drop[i - 1])
        found_.erase(found_.begin() + static_cast<std::ptrdiff_t>(i - 1));
    }
  }

  const Reading& r_;
  const Document& document_;
  const std::vector<Obligation>& obligations_;
  std::vector<Diagnostic>& diagnostics_;
  const Node* node_ = nullptr;
  const TaskRow* row_ = nullptr;
  std::vector<Deadline> found_;
};

}  // namespace

std::vector<Deadline> read_deadlines(const Reading& reading,
                                     const Document& document,
                                     const std::vector<Obligation>& obligations,
                                     std::vector<Diagnostic>& diagnostics) {
  return DeadlineReader(reading, document, obligations, diagnostics).read();
}

}  // namespace kehoach
