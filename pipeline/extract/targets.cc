// What is to be reached: numbers, what they measure, by when.

#include <algorithm>
#include <iterator>

#include "extract/aim_cells.h"
#include "extract/facts.h"
#include "extract/holders.h"
#include "extract/letters.h"
#include "extract/quantities.h"
#include "extract/quantity_words.h"
#include "extract/shared_years.h"
#include "extract/statements.h"
#include "extract/target_cells.h"
#include "extract/target_due.h"
#include "extract/target_tables.h"

namespace kehoach {
namespace {

bool may_hold_targets(const Node& node) {
  switch (node.role) {
    case SectionRole::none:
    case SectionRole::preamble:
    case SectionRole::situation:
    case SectionRole::funding:
    case SectionRole::closing:
      return false;
    default:
      return node.kind == NodeKind::item || node.kind == NodeKind::paragraph ||
             node.kind == NodeKind::lead_in || node.kind == NodeKind::heading;
  }
}

class TargetReader {
 public:
  TargetReader(const Reading& reading, const Document& document,
               const std::vector<Obligation>& obligations)
      : r_(reading),
        words_(reading),
        due_(reading, document),
        holders_(obligations) {}

  std::vector<Target> read(const GridColumns& columns) {
    const auto& nodes = r_.outline.nodes;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      if (may_hold_targets(nodes[i])) {
        read_text(nodes[i], r_.matches[i]);
      } else if (tells_to_do(r_, holders_, i)) {
        read_as_task(nodes[i]);
      } else {
        tell_held_none(r_.matches[i]);
      }
    }
    for (const AimCell& cell : read_aim_cells(r_, columns)) {
      Node node = nodes[cell.node];
      node.body = cell.text;
      node.role = cell.role;
      read_text(node,
                r_.rules.scan(only(Family::targets), r_.text.folded, cell.text,
                              cell.role, r_.log()),
                cell.product);
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

  // Letters have no parts: what tells somebody to do something is a task.
  void read_as_task(Node node) {
    node.role = SectionRole::tasks;
    read_text(node, r_.rules.scan(only(Family::targets), r_.text.folded,
                                  node.body, node.role, r_.log()));
  }

  void read_text(const Node& node, const std::vector<Match>& matches,
                 bool product = false) {
    node_ = &node;
    scoped_.clear();
    measured_.clear();
    label_ = measure_label(r_, node.body);
    const Statements statements(r_, due_, node, product);
    const std::vector<Quantity> quantities = find_quantities(r_, node, matches);
    const Quantity* before = nullptr;
    bool aims = false;  // the number before is a target
    for (const Quantity& q : quantities) {
      const auto s = statements.read(q);
      aims = s && (statements.is_aim(*s, before) ||
                   (aims && is_next_of_list(*s, *before)));
      if (s) {
        if (aims && statements.is_in_a_name(q.span)) {
          r_.remark(*q.match, "no target: it stands in the name of an act");
        } else if (aims) {
          add_target(*s, before);
        } else {
          r_.remark(*q.match,
                    "no target: nothing says that it is to be reached");
        }
      }
      before = &q;
    }
  }

  void add_target(const Statement& s, const Quantity* before) {
    const Quantity& q = *s.quantity;
    Target t;
    t.comparator = s.comparator;
    if (goes_on(s, before)) t.comparator = found_.back().comparator;
    const bool scoped = name_scoped(s, before, t);
    const Span behind = s.subject.empty() && !scoped && !is_again(s, before)
                            ? measured_behind(s)
                            : Span{};
    if (!scoped && !name_indicator(s, behind, before, t))
      return r_.remark(*q.match, "no target: nothing is measured by it");
    t.value = to_number(r_.folded(*q.match->group("value")));
    if (const auto to = q.match->group("value_to"))
      t.value_to = to_number(r_.folded(*to));
    t.unit = r_.folded(s.unit) == "%o" ? "‰" : r_.printed(s.unit);
    Span dated{q.clause.begin, std::max(q.clause.end, q.due_end)};
    if (const auto time = time_behind(s)) dated.end = time->end;
    t.due = s.phase.empty()
                ? due_.of(s.served ? upto_comma(s) : dated, *node_, t.due_by)
                : due_.said_in(s.phase);
    if (!s.phase.empty()) t.due_by = DueBy::clause;
    if (t.due_by != DueBy::clause && !found_.empty() &&
        (q.bracketed || (before && is_next_of_list(s, *before)))) {
      t.due = found_.back().due;
      t.due_by = found_.back().due_by;
    }
    Span said = quote(s, behind);
    if (scoped) said.end = std::max(said.end, q.scope.end);
    t.evidence = r_.evidence(said, q.match->rule->id);
    if (const Obligation* holder = holders_.of(q.span))
      t.obligation = holder->id;
    if (measured_.empty() || !follows(before) ||
        !starts_with(t.indicator, measured_))
      measured_ = t.indicator;
    found_.push_back(std::move(t));
  }

  // Whether `before`, the number in front, is the last target.
  [[nodiscard]] bool follows(const Quantity* before) const {
    return before != nullptr && !found_.empty() &&
           found_.back().evidence.span.end >= before->span.begin;
  }

  // `dưới 8 gam/ngày vào năm 2025 và dưới 7 gam/ngày vào năm 2030`: what the
  // first number measured, in another year.
  [[nodiscard]] bool is_again(const Statement& s,
                              const Quantity* before) const {
    if (!follows(before) || s.quantity->is_percent() ||
        found_.back().indicator == found_.back().unit ||
        found_.back().unit != r_.printed(s.unit))
      return false;
    const std::string_view between =
        r_.folded({before->span.end, s.quantity->span.begin});
    return between.find("năm 20") != std::string_view::npos &&
           between.find(" và ") != std::string_view::npos &&
           between.find_first_of(";.") == std::string_view::npos;
  }

  [[nodiscard]] Span measured_behind(const Statement& s) const {
    const std::uint32_t begin = names_unit(s) ? s.unit.begin : s.end;
    Span behind =
        words_.measured_behind(trim(text(), {begin, s.quantity->clause.end}));
    // `tạo 500ha mặt bằng để thu hút nhà đầu tư`
    const std::size_t purpose = r_.folded(behind).find(" để ");
    if (!names_unit(s) && !s.quantity->is_percent() &&
        purpose != std::string_view::npos)
      behind.end = behind.begin + static_cast<std::uint32_t>(purpose);
    if (const auto time = time_behind(s))
      behind.end = std::max(behind.begin, std::min(behind.end, time->begin));
    // `thiết kế 03 mẫu nhà, kèm theo dự toán`
    const std::size_t comma = r_.printed(behind).find(',');
    if (s.made && comma != std::string_view::npos)
      behind.end = std::max(behind.begin + static_cast<std::uint32_t>(comma),
                            s.unit.end);
    return behind;
  }

  // The time behind the number where nothing in front of it is measured.
  [[nodiscard]] std::optional<Span> time_behind(const Statement& s) const {
    return s.subject.empty() ? year_behind(r_, {s.end, s.quantity->clause.end})
                             : std::nullopt;
  }

  // What is counted names what is measured, save for `%` and `/100.000 dân`.
  [[nodiscard]] bool names_unit(const Statement& s) const {
    return !s.quantity->is_percent() && !starts_with(r_.printed(s.unit), "/") &&
           s.quantity->match->rule->attribute("what") != "measure";
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

  // `Xây dựng 05 cống (trên sông Trầm) và 02 trạm bơm`, `mở 55 lớp sơ cấp; 34
  // lớp trung cấp`: one act for both.
  [[nodiscard]] bool is_next_of_list(const Statement& s,
                                     const Quantity& before) const {
    const Quantity& q = *s.quantity;
    const std::string_view between = r_.folded({before.span.end, q.span.begin});
    const std::string_view unit = r_.folded(s.unit);
    if (!s.prefix.empty() || before.is_percent() || q.is_percent())
      return false;
    return ends_with(between, "; ")
               ? between.find('.') == between.npos &&
                     starts_with(r_.folded(*before.match->group("unit")),
                                 unit.substr(0, unit.find(' ')))
               : ends_with(between, " và ") &&
                     between.find_first_of(";.:,") == std::string_view::npos;
  }

  [[nodiscard]] Span upto_comma(const Statement& s) const {
    const Span all{s.unit.begin, s.quantity->clause.end};
    const std::size_t comma = r_.folded(all).find(',');
    if (comma == std::string_view::npos) return all;
    return {all.begin, all.begin + static_cast<std::uint32_t>(comma)};
  }

  // `7.000 hộ nghèo trong năm 2026 theo quy định`: up to the time.
  [[nodiscard]] Span those_served(const Statement& s) const {
    const Span all = upto_comma(s);
    const std::string_view f = r_.folded(all);
    std::size_t end = f.size();
    for (const std::string_view time :
         {" trong năm 20", " đến năm 20", " vào năm 20", " năm 20"})
      end = std::min(end, f.find(time));
    return {all.begin, all.begin + static_cast<std::uint32_t>(end)};
  }

  // `dưới 10% (khu vực nội thành), 5% (khu vực ngoại thành)`: what is measured
  // is named once, and where each number holds behind it. False for others.
  bool name_scoped(const Statement& s, const Quantity* before, Target& t) {
    const Quantity& q = *s.quantity;
    if (q.scope.empty() || s.around || s.served) return false;
    if (!s.subject.empty()) {
      scoped_ = r_.printed(trim(text(), s.subject, ".,;:-\"("));
    } else if (before == nullptr || before->scope.empty()) {
      return false;
    }
    if (scoped_.empty()) return false;
    t.indicator = scoped_;
    t.indicator.append(" ").append(r_.printed(q.scope));
    return true;
  }

  // What is measured: the words before the number, else those `behind` it, else
  // what the number before it measured. False where nothing is.
  bool name_indicator(const Statement& s, Span behind, const Quantity* before,
                      Target& t) const {
    const Quantity& q = *s.quantity;
    const Span indicator = s.subject.empty() ? behind : s.subject;
    // `17% (khu vực miền núi dưới 28%)`
    if (q.bracketed && !s.subject.empty() && !measured_.empty()) {
      t.indicator = measured_;
      t.indicator.append(" (").append(r_.printed(s.subject)).append(")");
      return true;
    }
    if (s.served) {
      t.indicator = r_.printed(s.subject);
      t.indicator.append(" ").append(r_.printed(those_served(s)));
      return true;
    }
    if (s.around) {
      const Span rest = trim(text(), {s.end, q.clause.end}, ".,;");
      t.indicator = r_.printed(q.is_percent() ? s.subject : s.act);
      t.indicator.append(" ").append(r_.printed(rest));
      t.indicator = std::string(trim(t.indicator));
      return true;
    }
    // `60% ở khu vực thành thị và 40% ở khu vực nông thôn`
    if (s.subject.empty() && q.is_percent() && follows(before) &&
        r_.rules.phrases("scopes").stands_at(r_.folded(indicator), 0)) {
      t.indicator = measured_ + " ";
      t.indicator.append(r_.printed(trim(text(), indicator, ".,;:-\"(")));
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
      // `Tỷ lệ béo phì: trẻ em dưới 5 tuổi dưới 10%`
      if (!label_.empty() && indicator.begin > label_.end &&
          !words_.is_measure(indicator))
        t.indicator = std::string(r_.printed(label_)) + ": " + t.indicator;
      return true;
    }
    // `đạt 65% vào năm 2025 và 75% vào năm 2030`
    if (!follows(before)) return false;
    t.indicator = measured_;
    if (t.comparator == "=") t.comparator = found_.back().comparator;
    return true;
  }

  [[nodiscard]] Span quote(const Statement& s, Span behind) const {
    const Quantity& q = *s.quantity;
    Span quote =
        s.subject.empty()
            ? Span{s.said,
                   behind.empty() ? s.end : std::max(behind.end, q.span.end)}
            : Span{with_verb(s.subject).begin, s.end};
    if (s.around) quote.end = q.clause.end;
    quote.end = with_limit(quote.end, q.clause.end);
    return trim(text(), quote, ".,;:(");
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
  Holders holders_;
  const Node* node_ = nullptr;
  std::string scoped_;    // what the last number with a scope measures
  Span label_;            // what all numbers of the paragraph measure
  std::string measured_;  // by the last number outside of brackets
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
