// What is to be reached: numbers, what they measure, by when.

#include <algorithm>
#include <iterator>

#include "extract/aim_cells.h"
#include "extract/facts.h"
#include "extract/quantities.h"
#include "extract/quantity_words.h"
#include "extract/target_cells.h"
#include "extract/target_due.h"
#include "extract/target_tables.h"

namespace kehoach {
namespace {

bool may_hold(const Node& node) {
  switch (node.role) {
    case SectionRole::none:
    case SectionRole::preamble:
    case SectionRole::situation:
    case SectionRole::funding:
    case SectionRole::closing:
      return false;
    default:
      return node.kind == NodeKind::item || node.kind == NodeKind::paragraph ||
             node.kind == NodeKind::lead_in;
  }
}

// How far behind a number words may say that its things exist, in bytes.
constexpr std::uint32_t kDescription = 40;

// A quantity and what the words beside it say.
struct Statement {
  const Quantity* quantity = nullptr;
  Span unit;
  std::uint32_t end = 0;  // of number and unit
  Span prefix;            // all that stands before the number in its clause
  Span subject;           // what is measured, where that stands before
  Span act;               // `quan trắc vi nhựa` of `around`
  std::string_view comparator = "=";
  std::uint32_t said = 0;  // where comparator and number begin
  bool reached = false;    // a comparator or a verb of reaching is there
  bool around = false;     // measured on both sides of the number
};

class TargetReader {
 public:
  TargetReader(const Reading& reading, const Document& document,
               const std::vector<Obligation>& obligations)
      : r_(reading),
        words_(reading),
        due_(reading, document),
        obligations_(obligations) {}

  std::vector<Target> read(const GridColumns& columns) {
    const auto& nodes = r_.outline.nodes;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      if (!may_hold(nodes[i])) {
        tell_held_none(r_.matches[i]);
        continue;
      }
      read_text(nodes[i], r_.matches[i]);
    }
    for (const AimCell& cell : read_aim_cells(r_, columns)) {
      Node node = nodes[cell.node];
      node.body = cell.text;
      node.role = cell.role;
      read_text(node, r_.rules.scan(only(Family::targets), r_.text.folded,
                                    cell.text, cell.role, r_.log()));
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::string_view text() const { return r_.text.text; }
  [[nodiscard]] std::string_view folded() const { return r_.text.folded; }

  void tell_held_none(const std::vector<Match>& matches) const {
    if (r_.trace == nullptr) return;
    for (const Match& match : matches) {
      if (match.rule->family == Family::targets && !match.rule->skip)
        r_.remark(match,
                  "no target: a paragraph of this kind and section holds none");
    }
  }

  void read_text(const Node& node, const std::vector<Match>& matches) {
    node_ = &node;
    const std::vector<Quantity> quantities = find_quantities(r_, node, matches);
    for (std::size_t k = 0; k < quantities.size(); ++k)
      read_quantity(quantities[k], k > 0 ? &quantities[k - 1] : nullptr);
  }

  void read_quantity(const Quantity& q, const Quantity* before) {
    Statement s;
    s.quantity = &q;
    if (!read_unit(s))
      return r_.remark(*q.match, "no target: it counts nothing that is one");
    if (is_past(q))
      return r_.remark(*q.match, "no target: its clause tells of the past");
    read_prefix(s);
    if (!is_aim(s, before))
      return r_.remark(*q.match,
                       "no target: nothing says that it is to be reached");
    Target t;
    t.comparator = s.comparator;
    if (goes_on(s, before)) t.comparator = found_.back().comparator;
    const Span behind =
        s.subject.empty()
            ? words_.measured_behind(trim(
                  text(), {names_unit(s) ? s.unit.begin : s.end, q.clause.end}))
            : Span{};
    if (!name_indicator(s, behind, before, t))
      return r_.remark(*q.match, "no target: nothing is measured by it");
    t.value = to_number(r_.folded(*q.match->group("value")));
    if (const auto to = q.match->group("value_to"))
      t.value_to = to_number(r_.folded(*to));
    t.unit = r_.folded(s.unit) == "%o" ? "‰" : r_.printed(s.unit);
    t.due = due_.of(q.clause, *node_, t.due_by);
    t.evidence = r_.evidence(quote(s, behind), q.match->rule->id);
    for (const Obligation& o : obligations_) {
      if (o.evidence.span.contains(q.span)) t.obligation = o.id;
    }
    found_.push_back(std::move(t));
  }

  // What is counted names what is measured, save for `%` and `/100.000 dân`.
  [[nodiscard]] bool names_unit(const Statement& s) const {
    return !s.quantity->is_percent() && !starts_with(r_.printed(s.unit), "/");
  }

  // `ít nhất 100 tổ đội, 50 câu lạc bộ`: the comparator holds for all that are
  // listed with nothing but the number in front.
  [[nodiscard]] bool goes_on(const Statement& s, const Quantity* before) const {
    const Quantity& q = *s.quantity;
    if (!s.prefix.empty() || before == nullptr || found_.empty() ||
        found_.back().evidence.span.end < before->span.begin ||
        before->is_percent() != q.is_percent())
      return false;
    const std::string_view between =
        r_.printed({before->span.end, q.span.begin});
    return ends_with(between, ", ") &&
           between.find_first_of(";.:") == std::string_view::npos &&
           found_.back().comparator.find_first_of("<>") != std::string::npos;
  }

  // False where the number counts nothing that a target could be about.
  bool read_unit(Statement& s) const {
    const Quantity& q = *s.quantity;
    s.unit = *q.match->group("unit");
    s.end = q.span.end;
    if (q.is_percent()) return !s.unit.empty();
    s.unit = words_.counted_noun(s.unit);
    s.end = std::max(s.unit.end, q.match->group("value")->end);
    return !s.unit.empty() && !words_.is_no_unit(s.unit);
  }

  [[nodiscard]] bool is_past(const Quantity& q) const {
    return says(q.clause, "past") ||
           says({q.clause.begin, q.span.begin}, "past_before");
  }

  [[nodiscard]] bool says(Span span, std::string_view list) const {
    const std::string_view folded = r_.folded(span);
    const auto& words = r_.rules.list(list);
    return std::any_of(words.begin(), words.end(), [&](const auto& word) {
      const std::size_t at = folded.find(word);
      return at != std::string_view::npos && is_word_boundary(folded, at);
    });
  }

  // Takes the words before the number apart.
  void read_prefix(Statement& s) const {
    const Quantity& q = *s.quantity;
    s.prefix = trim(text(), {q.clause.begin, q.span.begin});
    s.subject = s.prefix;
    const auto say = [&](std::string_view comparator) {
      if (comparator.empty()) return;
      s.comparator = comparator;
      s.reached = true;
    };
    say(words_.take_comparator(s.subject));
    // `từ 98% trở lên`, `... trở xuống`
    const std::string_view behind = trim(folded().substr(q.span.end, 12));
    if (starts_with(behind, "trở lên")) say(">=");
    if (starts_with(behind, "trở xuống")) say("<=");
    say(words_.take_change(s.subject));
    // The comparator and the verb of change belong to the evidence.
    s.said = s.comparator != "=" ? s.subject.end : q.span.begin;
    while (s.said < q.span.begin &&
           std::string_view(" ,:").find(text()[s.said]) !=
               std::string_view::npos)
      ++s.said;
    s.reached =
        r_.words.no_change.ending(r_.folded(s.subject)) != nullptr || s.reached;
    s.reached = words_.take_verbs(s.subject) || s.reached;
    s.subject = words_.without_baseline(words_.without_fillers(s.subject));
    look_behind(s);
    // `quan trắc vi nhựa tại 24 vị trí trên sông`; among tasks `tại 100% xã`
    s.act = s.subject;
    const bool all = q.is_percent() && r_.folded(q.span) == "100%";
    s.around = (node_->role == SectionRole::objectives || all) && !s.reached &&
               words_.take_off(s.act, r_.words.prepositions);
    s.reached = s.reached || s.around;
  }

  // Where what stands before the number is not what it measures.
  void look_behind(Statement& s) const {
    const Quantity& q = *s.quantity;
    if (s.subject.empty()) return;
    const Span none{s.prefix.end, s.prefix.end};
    if (q.match->rule->attribute("what") == "rank") {
      s.reached = true;
      s.subject = none;
    } else if (const auto change = words_.change_alone(s.prefix);
               !change.empty()) {
      s.comparator = change;
      s.reached = true;
      s.said = s.prefix.begin;
      s.subject = none;
    } else if (!q.is_percent() &&
               (starts_with(r_.folded(s.subject), "mỗi ") ||
                words_.is_place_that_has(s.prefix, s.subject))) {
      s.reached = true;
      s.subject = none;
    } else if (q.is_percent() &&
               words_.is_counted({q.span.end, q.clause.end}) &&
               words_.opens_count(s.prefix)) {
      s.reached = true;
      s.subject = none;
    }
  }

  // True where the number is to be reached, not only told.
  [[nodiscard]] bool is_aim(const Statement& s, const Quantity* before) const {
    const Quantity& q = *s.quantity;
    if (r_.words.conditions.stands_at(r_.folded(s.prefix), 0) ||
        says(s.prefix, "no_aims") || words_.is_case(s.prefix))
      return false;
    const bool alone = s.subject.empty();
    if (q.match->rule->attribute("what") == "rank") return true;
    // `trạm 5G: 35 trạm` needs no verb.
    if (!alone && q.match->rule->attribute("what") == "listed") return true;
    if (node_->role == SectionRole::objectives && words_.is_measure(s.prefix) &&
        trim(text(), {s.end, q.clause.end}, ".,;)").empty())
      return true;
    if (!q.is_percent()) return is_aimed_count(s, before);
    return alone || s.reached ||
           (node_->role == SectionRole::objectives &&
            ends_with(r_.folded(s.prefix), ":"));
  }

  // Counts are targets among objectives, or with a comparator, never inside the
  // description of another target.
  [[nodiscard]] bool is_aimed_count(const Statement& s,
                                    const Quantity* before) const {
    const Quantity& q = *s.quantity;
    if (before != nullptr && before->is_percent()) {
      const std::string_view between =
          r_.printed({before->span.end, q.span.begin});
      if (between.find_first_of(";.") == std::string_view::npos) return false;
    }
    if (node_->role == SectionRole::objectives)
      return s.reached || s.subject.empty();
    const bool rate =
        r_.folded(*q.match->group("unit")).find('/') != std::string_view::npos;
    if (rate) return s.reached;
    // `12 thôn đã được khoanh vùng` are there already.
    const std::string_view behind =
        r_.folded({s.end, std::min(q.clause.end, s.end + kDescription)});
    if (s.comparator == "=" && behind.find(" đã ") != std::string_view::npos)
      return false;
    const auto take_verb = [&](Span& span) {
      words_.take_off(span, {"mới", "thêm"});
      return words_.take_off(span, r_.words.verbs);
    };
    Span act = s.prefix;
    if (node_->role != SectionRole::purpose &&
        (take_verb(act) || words_.take_off(act, r_.words.verb_nouns)))
      return true;
    const bool compared = !words_.take_comparator(act).empty();
    if (compared && take_verb(act)) return true;
    if (node_->role == SectionRole::purpose) return false;
    // `Diện tích nuôi tôm đạt 2.500 ha`
    Span reached = s.prefix;
    if (words_.take_off(reached, {"đạt", "đạt được", "phấn đấu đạt"}))
      return words_.is_measure(reached);
    Span rest = s.prefix;
    return !words_.take_comparator(rest).empty() && words_.take_verbs(rest);
  }

  // What is measured: the words before the number, else those `behind` it, else
  // what the number before it measured. False where nothing is.
  bool name_indicator(const Statement& s, Span behind, const Quantity* before,
                      Target& t) const {
    const Quantity& q = *s.quantity;
    const Span indicator = s.subject.empty() ? behind : s.subject;
    if (s.around) {
      const Span rest = trim(text(), {s.end, q.clause.end}, ".,;");
      t.indicator = r_.printed(q.is_percent() ? s.subject : s.act);
      t.indicator.append(" ").append(r_.printed(rest));
      t.indicator = std::string(trim(t.indicator));
      return true;
    }
    if (!trim(text(), indicator, ".,;:-()").empty()) {
      t.indicator = r_.printed(trim(text(), indicator, ".,;:-\"("));
      // `Từ 80% học sinh trở lên`: the comparator closes behind the noun.
      constexpr std::string_view kLimit = " trở lên";
      const std::size_t limit = t.indicator.find(kLimit);
      if (s.subject.empty() && ends_with(r_.folded(s.prefix), "từ") &&
          limit != std::string::npos)
        t.indicator.erase(limit, kLimit.size());
      return true;
    }
    // `đạt 65% vào năm 2025 và 75% vào năm 2030`
    if (before == nullptr || found_.empty() ||
        found_.back().evidence.span.end < before->span.begin)
      return false;
    t.indicator = found_.back().indicator;
    if (t.comparator == "=") t.comparator = found_.back().comparator;
    return true;
  }

  [[nodiscard]] Span quote(const Statement& s, Span behind) const {
    const Quantity& q = *s.quantity;
    Span quote =
        s.subject.empty()
            ? Span{s.said, behind.empty() ? q.span.end
                                          : std::max(behind.end, q.span.end)}
            : Span{with_verb(s.subject).begin, s.end};
    if (s.around) quote.end = q.clause.end;
    quote.end = with_limit(quote.end, q.clause.end);
    return trim(text(), quote, ".,;");
  }

  // With `Giảm` in front of what is measured.
  [[nodiscard]] Span with_verb(Span subject) const {
    for (const std::string_view verb :
         {"giảm ", "tăng ", "nâng ", "duy trì "}) {
      const std::string_view head =
          r_.folded({node_->body.begin, subject.begin});
      if (ends_with(head, verb))
        subject.begin -= static_cast<std::uint32_t>(verb.size());
    }
    return subject;
  }

  // With `trở lên` behind the number, which ends at `at`.
  [[nodiscard]] std::uint32_t with_limit(std::uint32_t at,
                                         std::uint32_t end) const {
    for (const std::string_view limit : {" trở lên", " trở xuống"}) {
      if (starts_with(folded().substr(at, end - at), limit))
        return at + static_cast<std::uint32_t>(limit.size());
    }
    return at;
  }

  const Reading& r_;
  QuantityWords words_;
  TargetDue due_;
  const std::vector<Obligation>& obligations_;
  const Node* node_ = nullptr;
  std::vector<Target> found_;
};

}  // namespace

std::vector<Target> read_targets(const Reading& reading,
                                 const Document& document,
                                 const std::vector<Obligation>& obligations) {
  const GridColumns columns = read_grid_columns(reading, document);
  std::vector<Target> found =
      TargetReader(reading, document, obligations).read(columns);
  std::vector<Target> listed = read_target_tables(reading, document, columns);
  std::move(listed.begin(), listed.end(), std::back_inserter(found));
  std::stable_sort(found.begin(), found.end(),
                   [](const Target& a, const Target& b) {
                     return a.evidence.span.begin < b.evidence.span.begin;
                   });
  return found;
}

}  // namespace kehoach
