// By when, at what time, how often: which paragraphs and cells may say it, and
// of which obligation.

#include <algorithm>

#include "extract/deadline_values.h"
#include "extract/facts.h"
#include "extract/holders.h"
#include "extract/letters.h"

namespace kehoach {
namespace {

bool may_hold_deadlines(const Node& node) {
  switch (node.kind) {
    case NodeKind::item:
    case NodeKind::paragraph:
    case NodeKind::lead_in:
    case NodeKind::annotation:
      return holds_obligations(node.role) ||
             node.role == SectionRole::objectives ||
             node.role == SectionRole::timing ||
             node.role == SectionRole::closing;
    case NodeKind::heading:
      return holds_obligations(node.role) ||
             node.role == SectionRole::objectives;
    default:
      return false;
  }
}

bool recurs(const Deadline& d) { return d.kind == "recurring" && d.value; }
// `--12-10`, or the 20th of each quarter's last month, against `yearly`
bool has_day(const Deadline& d) {
  return d.value->front() == '-' ||
         (d.rrule && d.rrule->find("BYMONTHDAY") != std::string::npos);
}

bool is_year(const Deadline& d) {
  constexpr std::size_t kYear = 4;
  return d.kind == "date" && d.value && d.value->size() == kYear;
}

class DeadlineReader {
 public:
  DeadlineReader(const Reading& reading, const Document& document,
                 const std::vector<Obligation>& obligations,
                 std::vector<Diagnostic>& diagnostics)
      : r_(reading),
        values_(reading, document, diagnostics),
        holders_(obligations) {}

  std::vector<Deadline> read() {
    const auto& nodes = r_.outline.nodes;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      if (may_hold_deadlines(nodes[i]) || is_time_among_facts(nodes[i])) {
        read_node(nodes[i], r_.matches[i]);
      } else if (tells_to_do(r_, holders_, i)) {
        read_node(nodes[i],
                  r_.rules.scan(only(Family::deadlines), r_.text.folded,
                                nodes[i].body, SectionRole::tasks, r_.log()));
      } else {
        tell_held_none(r_.matches[i]);
      }
    }
    for (const TaskRow& row : r_.task_rows) read_row(row);
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Deadline& a, const Deadline& b) {
                       return a.evidence.span.begin < b.evidence.span.begin;
                     });
    return std::move(found_);
  }

 private:
  void read_node(const Node& node, const std::vector<Match>& matches) {
    if (node.kind == NodeKind::annotation) {
      if (const auto time = time_in_line(node)) return read_time(*time, node);
      if (stands_below_time(node)) return read_time(node.body, node);
    }
    const bool heading = node.kind == NodeKind::heading;
    const bool aims = node.role == SectionRole::objectives;
    if (heading && !aims && (is_phase(node.body) || is_time_alone(node)))
      return read_time(node.body, node);
    const std::size_t first = found_.size();
    for (const Match& match : matches) {
      if (match.rule->family != Family::deadlines || match.rule->skip) continue;
      if (heading && !is_sentence(node.body) &&
          !ends_with_match(node.body, match)) {
        r_.remark(match, "no deadline: in a heading only a time at its end is");
        continue;
      }
      const bool dates_aims = match.rule->attribute("heads") == "aims";
      if (dates_aims && has_numbers_below(node)) {
        r_.remark(match, "no deadline: it dates the numbers below it");
        continue;
      }
      if (heading && aims && !dates_aims) {
        r_.remark(match, "no deadline: it is part of the name of aims");
        continue;
      }
      for (Deadline& d : values_.read(match, node.body)) {
        if (heading && is_year(d) && names_part(node.body)) {
          r_.remark(match, "no deadline: it says of which time a part is");
          continue;
        }
        if (aims && dates_an_aim(match, matches, node.body)) {
          r_.remark(match, "no deadline: it dates the number beside it");
          continue;
        }
        if (describes(match, node.body)) {
          r_.remark(match, "no deadline: it says of which year a thing is");
          continue;
        }
        d.obligation = owner(d.evidence.span, node);
        found_.push_back(std::move(d));
      }
    }
    drop_halves(first, node.body);
  }

  // `Đến năm 2030` above what may be targets: it says by when these hold.
  [[nodiscard]] bool has_numbers_below(const Node& node) const {
    const auto& nodes = r_.outline.nodes;
    const std::size_t own = r_.index_of(node);
    for (std::size_t i = own + 1; i < nodes.size(); ++i) {
      if (nodes[i].parent < static_cast<std::int32_t>(own)) return false;
      if (nodes[i].kind == NodeKind::cell ||
          std::any_of(r_.matches[i].begin(), r_.matches[i].end(),
                      [](const Match& match) {
                        return match.rule->family == Family::targets &&
                               !match.rule->skip;
                      }))
        return true;
    }
    return false;
  }

  // `Từ năm 2026 trở đi có 100% xã ...`
  [[nodiscard]] bool dates_an_aim(const Match& match,
                                  const std::vector<Match>& matches,
                                  Span body) const {
    if (match.rule->attribute("dates") != "aims") return false;
    const Span sentence = sentence_around(r_.text.text, match.span, body);
    const auto first = std::lower_bound(
        matches.begin(), matches.end(), sentence.begin,
        [](const Match& m, std::uint32_t at) { return m.span.begin < at; });
    for (auto other = first;
         other != matches.end() && other->span.begin < sentence.end; ++other) {
      if (other->rule->family == Family::targets && !other->rule->skip &&
          sentence.contains(other->span))
        return true;
    }
    return false;
  }

  // `xây dựng kế hoạch vớt rác hằng năm`: the rhythm belongs to the noun,
  // unless another act stands between them.
  [[nodiscard]] bool describes(const Match& match, Span body) const {
    if (match.rule->attribute("describes") != "yes") return false;
    constexpr std::uint32_t kFurthest = 600;  // bytes
    const std::string_view f = r_.text.folded;
    const std::uint32_t from = std::max(
        body.begin, match.span.begin - std::min(match.span.begin, kFurthest));
    const std::size_t stop =
        f.substr(from, match.span.begin - from).find_last_of(".,;:(");
    std::size_t at = from;
    if (stop != std::string_view::npos)
      at = from + stop + 1;
    else if (from > body.begin)
      at = std::min(f.find(' ', from), f.size()) + 1;
    std::size_t noun_end = 0;
    for (; at < match.span.begin;
         at = std::min(f.find(' ', at), f.size()) + 1) {
      if (const auto size = r_.words.made_by_year.size_at(f, at); size > 0) {
        noun_end = at + size;
      } else if (r_.words.pointed_at.stands_at(f, at) ||
                 (at > noun_end + 1 &&
                  r_.words.done_by_year.stands_at(f, at))) {
        noun_end = 0;
      }
    }
    return noun_end > 0;
  }

  // `Điều 1. Thực hiện chế độ ... như sau:` with numbered lines below it.
  [[nodiscard]] bool is_sentence(Span body) const {
    constexpr std::size_t kLongName = 120;  // bytes
    const std::string_view printed = trim(r_.printed(body));
    return body.size() > kLongName && !printed.empty() &&
           std::string_view(".:;").find(printed.back()) !=
               std::string_view::npos;
  }

  // `Thời gian tổ chức: ...` in a part about whom it is for, and the like.
  [[nodiscard]] bool is_time_among_facts(const Node& node) const {
    return node.kind == NodeKind::annotation &&
           node.role == SectionRole::situation &&
           (time_in_line(node) || stands_below_time(node));
  }

  // `Từ nay đến hết năm 2025.` below `3. Thời gian thực hiện:`
  [[nodiscard]] bool stands_below_time(const Node& node) const {
    const Node* up = r_.parent(node);
    if (node.role != SectionRole::situation || up == nullptr ||
        up->kind != NodeKind::annotation)
      return false;
    const auto line = time_in_line(*up);
    return line && line->empty();
  }

  void tell_held_none(const std::vector<Match>& matches) const {
    if (r_.trace == nullptr) return;
    for (const Match& match : matches) {
      if (match.rule->family == Family::deadlines && !match.rule->skip)
        r_.remark(match,
                  "no deadline: a paragraph of this kind and section "
                  "holds none");
    }
  }

  // `II. NHIỆM VỤ TỪ NAY ĐẾN NĂM 2030`: up to which year the plan looks.
  [[nodiscard]] bool names_part(Span body) const {
    const std::string_view printed =
        r_.printed(trim(r_.text.text, body, ".:;"));
    return is_all_upper(printed) && printed.find(':') == std::string_view::npos;
  }

  // `Giai đoạn 2026 - 2030`, and nothing else.
  [[nodiscard]] bool is_phase(Span body) const {
    constexpr std::size_t kLongest = 40;  // bytes
    return body.size() < kLongest && starts_with(r_.folded(body), "giai đoạn ");
  }

  // `2. Năm 2026`, `Quý IV, năm 2025`: when what stands below is to be done.
  [[nodiscard]] bool is_time_alone(const Node& node) {
    const Span said = trim(r_.text.text, node.body, ".:;");
    if (node.role != SectionRole::tasks ||
        !r_.words.time_heads.stands_at(r_.text.folded, said.begin))
      return false;
    const auto times = times_in(said, node.body);
    return times.size() == 1 && times.front().evidence.span == said;
  }

  // `Đợt 1: Trong tháng 12/2025`: a time in the middle of a heading describes.
  [[nodiscard]] bool ends_with_match(Span body, const Match& match) const {
    return trim(r_.text.text, {match.span.end, body.end}, ".:;)").empty();
  }

  // The obligation that holds `span`; for a line about the time of the item
  // before it, that item's.
  [[nodiscard]] std::optional<std::string> owner(Span span,
                                                 const Node& node) const {
    const Obligation* holder = holders_.of(span);
    if (holder == nullptr && node.kind == NodeKind::annotation)
      holder = holders_.before(span.begin);
    if (holder == nullptr) return std::nullopt;
    return holder->id;
  }

  // ---- where the text is known to be a time

  // What `Thời gian thực hiện: ...` gives; nothing for other annotations.
  [[nodiscard]] std::optional<Span> time_in_line(const Node& node) const {
    const std::string_view text = r_.text.text;
    const auto head = r_.rules.match_at(Family::outline, r_.text.folded,
                                        node.body, node.role, r_.log());
    if (!head || head->rule->attribute("assign") != "time") return std::nullopt;
    std::uint32_t begin = head->span.end;
    // `Thời gian thực hiện sau khi ...`: the time begins inside the match.
    if (text[begin - 1] != ':') {
      const std::string_view matched =
          r_.folded({node.body.begin, head->span.end});
      begin = static_cast<std::uint32_t>(text.rfind(' ', begin - 2)) + 1;
      for (const std::string_view word :
           {"sau khi ", "từ ", "trong ", "trước ", "quý "}) {
        if (ends_with(matched, word))
          begin = head->span.end - static_cast<std::uint32_t>(word.size());
      }
    }
    return trim(text, {begin, node.body.end}, ":;.");
  }

  void read_time(Span time, const Node& node) {
    for (Deadline& d : times_in(time, node.body)) {
      d.obligation = owner(d.evidence.span, node);
      found_.push_back(std::move(d));
    }
  }

  // The time column of a table of tasks, and the times that its tasks name.
  void read_row(const TaskRow& row) {
    const Span task = trim(r_.text.text, row.cell(TaskRow::Column::task), ";");
    Node cell;
    cell.role = SectionRole::tasks;
    cell.body = task;
    read_node(cell, r_.rules.scan(only(Family::deadlines), r_.text.folded, task,
                                  SectionRole::tasks, r_.log()));
    for (const Span time : row.all(TaskRow::Column::time)) {
      for (Deadline& d : times_in(time, time)) {
        d.obligation = owner(task, cell);
        found_.push_back(std::move(d));
      }
    }
  }

  [[nodiscard]] std::vector<Deadline> times_in(Span time, Span body) {
    std::vector<Deadline> times;
    for (const Match& match :
         r_.rules.scan(only(Family::deadlines), r_.text.folded, time,
                       SectionRole::none, r_.log())) {
      if (match.rule->skip) continue;
      for (Deadline& d : values_.read(match, body))
        times.push_back(std::move(d));
    }
    return times;
  }

  // A rhythm whose date stands later in the sentence is one deadline with it.
  void drop_halves(std::size_t first, Span body) {
    const auto begin = found_.begin() + static_cast<std::ptrdiff_t>(first);
    std::vector<bool> is_half;
    for (auto d = begin; d != found_.end(); ++d) {
      const bool bare = recurs(*d) && !has_day(*d);
      const bool alone = d->evidence.rule == "deadline.rhythm";
      const bool listed = d->evidence.rule == "deadline.rhythms-listed";
      // `định kỳ 6 tháng ... trước ngày 15/6 và trước ngày 15/12`
      const bool counted = d->evidence.rule == "deadline.every-months";
      if (!bare || (!alone && !listed && !counted)) {
        is_half.push_back(false);
        continue;
      }
      const Span said = d->evidence.span;
      const Span sentence = sentence_around(r_.text.text, said, body);
      int days = 0;
      // They stand in the order of the text.
      for (auto other = d + 1;
           other != found_.end() && other->evidence.span.begin < sentence.end;
           ++other) {
        const Span span = other->evidence.span;
        if (recurs(*other) && has_day(*other) && span.begin > said.end &&
            (listed ? in_bracket_behind(said, span, body)
                    : sentence.contains(span)))
          ++days;
      }
      is_half.push_back(counted ? d->value == "half-yearly" && days == 2
                                : days > 0);
    }
    auto kept = begin;
    for (std::size_t k = 0; k < is_half.size(); ++k) {
      Deadline& d = *(begin + static_cast<std::ptrdiff_t>(k));
      if (is_half[k]) {
        r_.remark(d.evidence.span, d.evidence.rule,
                  "no deadline of its own: the sentence names the day later");
      } else if (&*kept != &d) {
        *kept++ = std::move(d);
      } else {
        ++kept;
      }
    }
    found_.erase(kept, found_.end());
  }

  // `Định kỳ 6 tháng, năm (6 tháng trước ngày 15/6; năm trước ngày 15/12)`
  [[nodiscard]] bool in_bracket_behind(Span said, Span time, Span body) const {
    const std::string_view behind = r_.printed({said.end, body.end});
    return starts_with(behind, " (") && behind.find(')') != behind.npos &&
           time.end <= said.end + behind.find(')');
  }

  const Reading& r_;
  DeadlineValues values_;
  Holders holders_;
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
