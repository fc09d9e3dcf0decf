// Numbers and bullets to a tree.
//
// The level of a paragraph comes from its mark and from what is open above it,
// never from Markdown's `#`: converters set those at random. A mark whose kind
// is open closes all below it and stands beside it; a new kind opens a level.

#include "outline/tree.h"

#include <algorithm>

#include "outline/headings.h"
#include "outline/levels.h"
#include "outline/settle.h"

namespace kehoach {
namespace {

constexpr std::size_t kShortLeadIn = 40;  // `Lưu ý:`, `Cụ thể như sau:`

class TreeBuilder {
 public:
  TreeBuilder(const NormalText& text, const std::vector<Line>& lines,
              const Rulebook& rules, LookLog* log, std::vector<Node>& nodes)
      : text_(text),
        lines_(lines),
        rules_(rules),
        log_(log),
        headings_(text, lines, rules),
        objective_lead_ins_(rules.phrases("objective_lead_ins")),
        objective_names_(rules.phrases("objective_names")),
        duty_lead_ins_(rules.phrases("duty_lead_ins")),
        nodes_(nodes) {}

  void run(std::size_t begin, std::size_t end) {
    end_ = end;
    headings_.stop_at(end);
    find_next_marks(begin, end);
    below_bullets_ = numbers_below_bullets(lines_, begin, end);
    for (std::size_t i = begin; i < end; ++i) place(i);
    for (std::size_t i = begin; i < end; ++i) settle(text_, i, end, nodes_);
  }

 private:
  [[nodiscard]] const Paragraph& paragraph(std::size_t i) const {
    return text_.paragraphs[i];
  }

  [[nodiscard]] std::string_view body_text(std::size_t i) const {
    return slice(text_.text, nodes_[i].body);
  }

  void place(std::size_t i) {
    Node& node = nodes_[i];
    const Line& line = lines_[i];
    node.body.begin = node.span.begin + line.mark.size;
    if (paragraph(i).place.table != 0) {
      set_kind(node, NodeKind::cell, Because::table);
      take_role_above(node);
      node.parent = stack_.empty() ? -1 : stack_.back().node;
      return;
    }
    if (line.what == "appendix") {
      stack_.clear();
      set_kind(node, NodeKind::heading, Because::rule);
      push({static_cast<std::int32_t>(i), Marker::none, 0, false, true});
      set_role(node, SectionRole::none, Because::rule,
               index_of(rules_, line.rule));
      return;
    }
    if (line.what == "footnote") {
      set_kind(node, NodeKind::footnote, Because::rule);
      return;
    }
    if (line.mark.kind == Marker::none) {
      place_bare(i);
    } else {
      place_marked(i);
    }
  }

  void place_marked(std::size_t i) {
    interrupted_ = {};
    Node& node = nodes_[i];
    const Line& line = lines_[i];
    node.marker = line.mark.kind;
    node.label = line.mark.label;
    const int parts = static_cast<int>(std::count(node.label.begin(),
                                                  node.label.end(), '.')) +
                      1;
    if (!below_bullets_[i - begin_])
      close_levels(line.mark.kind, parts, stack_);
    const bool annotation = is_annotation(i);
    const bool heading = !annotation && is_numbered_heading(i);
    if (annotation) {
      set_kind(node, NodeKind::annotation, Because::rule);
    } else if (heading) {
      set_kind(node, NodeKind::heading, why_heading(i));
    } else {
      set_kind(node, NodeKind::item, Because::mark);
    }
    attach(i);
    if (heading) {
      name_section(i);
    } else {
      take_role_of_lead_in(i);
    }
    if (opens_tasks(i)) {
      set_role(node, SectionRole::tasks, Because::mark);
      numbered_tasks_ = true;
    }
    if (line.what == "closing")
      set_role(node, SectionRole::closing, Because::rule,
               index_of(rules_, line.rule));
    push({static_cast<std::int32_t>(i), line.mark.kind, parts, false,
          heading || opens_list(i)});
  }

  // Numbers right below the preamble: a plan, or a directive, without parts.
  // Grounds may be numbered too.
  [[nodiscard]] bool opens_tasks(std::size_t i) const {
    const Node& node = nodes_[i];
    if (node.role != SectionRole::preamble) return false;
    if (is_bullet(node.marker)) return stands_below_duty(node);
    const std::string_view body =
        lines_[i].folded.substr(node.body.begin - node.span.begin);
    return !(starts_with(body, "căn cứ ") && ends_with(body, ";"));
  }

  // An order, or `Chế độ báo cáo:` above a list, behind the numbers of a plan
  // without parts.
  [[nodiscard]] bool goes_on_with_tasks(std::size_t i) const {
    if (!numbered_tasks_ || nodes_[i].role != SectionRole::preamble)
      return false;
    return nodes_[i].kind == NodeKind::lead_in ||
           (nodes_[i].kind == NodeKind::paragraph &&
            is_further_order(lines_[i].folded, rules_));
  }

  // `Giám đốc Sở Y tế có trách nhiệm:` in a letter.
  [[nodiscard]] bool stands_below_duty(const Node& node) const {
    if (node.parent < 0) return false;
    const auto up = static_cast<std::size_t>(node.parent);
    const std::string_view said =
        trim(lines_[up].folded.substr(0, lines_[up].folded.rfind(':')));
    return nodes_[up].kind == NodeKind::lead_in &&
           duty_lead_ins_.ending(said) != nullptr;
  }

  [[nodiscard]] bool is_numbered_heading(std::size_t i) const {
    const Line* next = headings_.next(i);
    return headings_.is_numbered(
        i, next != nullptr &&
               std::any_of(stack_.begin(), stack_.end(), [&](const Frame& f) {
                 return f.kind == next->mark.kind;
               }));
  }

  // What told `is_numbered_heading`.
  [[nodiscard]] Because why_heading(std::size_t i) const {
    const Marker kind = lines_[i].mark.kind;
    if (kind == Marker::roman || kind == Marker::named)
      return Because::part_mark;
    const bool seen = paragraph(i).heading != 0 || paragraph(i).bold ||
                      is_all_upper(body_text(i));
    return seen && !is_bullet(kind) ? Because::look : Because::next_line;
  }

  void place_bare(std::size_t i) {
    Node& node = nodes_[i];
    const Line& line = lines_[i];
    if (line.what == "closing") close_items();
    if (line.what == "closing" || is_annotation(i)) {
      const bool closing = line.what == "closing";
      set_kind(node, closing ? NodeKind::paragraph : NodeKind::annotation,
               closing ? Because::bare : Because::rule);
      attach(i);
      if (closing) {
        set_role(node, SectionRole::closing, Because::rule,
                 index_of(rules_, line.rule));
      } else {
        take_role_above(node);
      }
      if (opens_list(i))
        push({static_cast<std::int32_t>(i), Marker::none, 0, false, true});
      return;
    }
    const bool heading = headings_.is_bare(i);
    const Line* next = headings_.next(i);
    const bool lead_in = !heading && ends_in(line.text, ":") &&
                         next != nullptr && next->mark.kind != Marker::none;
    // A bare paragraph belongs to the part, not to the item before it, unless
    // the list goes on behind it; a word or two that open a list go on with the
    // heading above.
    const std::size_t keep = heading ? 0 : levels_that_go_on(i, lead_in);
    if (keep > 0 && keep < stack_.size())
      interrupted_ = {keep, stack_[keep].node};
    close_items(lead_in && line.text.size() < kShortLeadIn, keep);
    if (heading && is_all_upper(line.text)) stack_.clear();
    if (heading) pop_bare_headings();
    if (heading) {
      set_kind(node, NodeKind::heading, Because::look);
    } else if (lead_in) {
      set_kind(node, NodeKind::lead_in, Because::colon);
    } else {
      set_kind(node, NodeKind::paragraph, Because::bare);
    }
    attach(i);
    if (heading) {
      name_section(i);
    } else {
      take_role_of_lead_in(i);
    }
    if (goes_on_with_tasks(i))
      set_role(node, SectionRole::tasks, Because::above);
    if (heading || lead_in)
      push({static_cast<std::int32_t>(i), Marker::none, 0, lead_in, heading});
  }

  // For each paragraph the next one that is no bare text: the end, if none is.
  void find_next_marks(std::size_t begin, std::size_t end) {
    begin_ = begin;
    next_marks_.resize(end - begin);
    for (std::size_t i = end, next = end; i-- > begin;) {
      next_marks_[i - begin] = next;
      if (lines_[i].mark.kind != Marker::none || !lines_[i].what.empty() ||
          paragraph(i).place.table != 0 || headings_.is_bare(i))
        next = i;
    }
  }

  // The levels above the list that goes on behind bare paragraph `i`. Above its
  // bullets a lead-in looks behind them.
  [[nodiscard]] std::size_t levels_that_go_on(std::size_t i,
                                              bool lead_in) const {
    std::size_t at = next_marks_[i - begin_];
    while (lead_in && at != end_ && is_bullet(lines_[at].mark.kind))
      at = next_marks_[at - begin_];
    return at == end_ ? 0
                      : levels_above(lines_[at].mark, !lead_in, stack_, nodes_,
                                     interrupted_);
  }

  void close_items(bool keep_headings = false, std::size_t keep = 0) {
    while (stack_.size() > keep &&
           (keep_headings ? !stack_.back().heading : is_done(stack_.back())))
      stack_.pop_back();
  }

  // Items end at a bare paragraph, and so does a numbered heading with items:
  // print sets it bold, text does not, and the tree must not differ.
  [[nodiscard]] bool is_done(const Frame& frame) const {
    if (!frame.heading) return true;
    const bool numbered = frame.kind == Marker::arabic ||
                          frame.kind == Marker::decimal ||
                          frame.kind == Marker::letter;
    return numbered &&
           nodes_[static_cast<std::size_t>(frame.node)].has_children;
  }

  // A heading without a number closes the one before it.
  void pop_bare_headings() {
    const auto bare = std::find_if(
        stack_.begin(), stack_.end(),
        [](const Frame& f) { return f.heading && f.kind == Marker::none; });
    stack_.erase(bare, stack_.end());
  }

  void attach(std::size_t i) {
    Node& node = nodes_[i];
    node.parent = stack_.empty() ? -1 : stack_.back().node;
    node.depth =
        static_cast<std::uint8_t>(std::min<std::size_t>(stack_.size(), 255));
    if (node.parent < 0) {
      node.path = node.label;
      return;
    }
    Node& parent = nodes_[static_cast<std::size_t>(node.parent)];
    // `* Lưu ý: ...` is about what stands above it, and no part of that.
    const bool aside = node.kind == NodeKind::annotation ||
                       starts_with(slice(text_.folded, node.body), "lưu ý:");
    if (!node.label.empty() && !aside) parent.has_children = true;
    node.path = parent.path.empty() || node.label.empty()
                    ? parent.path + node.label
                    : parent.path + "." + node.label;
  }

  void push(Frame frame) { stack_.push_back(frame); }

  [[nodiscard]] SectionRole role_above() const {
    return stack_.empty()
               ? SectionRole::preamble
               : nodes_[static_cast<std::size_t>(stack_.back().node)].role;
  }

  void take_role_above(Node& node) const {
    set_role(node, role_above(),
             stack_.empty() ? Because::no_part : Because::above);
  }

  // Aims stand below a lead-in that says so, wherever it stands.
  void take_role_of_lead_in(std::size_t i) {
    take_role_above(nodes_[i]);
    if (nodes_[i].role == SectionRole::tasks &&
        opens_aims(lines_[i], objective_lead_ins_, objective_names_))
      set_role(nodes_[i], SectionRole::objectives, Because::lead_in);
  }

  [[nodiscard]] bool is_annotation(std::size_t i) const {
    const Line& line = lines_[i];
    if (line.what == "annotation" && !headings_.is_note(i)) return false;
    return (line.what == "annotation" || headings_.is_label(i)) &&
           (role_above() != SectionRole::funding || says_who_or_when(i)) &&
           !is_funding_item(i) && !assigns_tasks(i);
  }

  // `Đơn vị chủ trì: Sở Y tế`, also where money is spoken of.
  [[nodiscard]] bool says_who_or_when(std::size_t i) const {
    if (lines_[i].what != "annotation") return false;
    const std::string_view said = lines_[i].rule->attribute("assign");
    return said == "lead" || said == "support" || said == "time";
  }

  // `6. Phân công thực hiện:` with what each body is to do in `a)`, `b)` or
  // `6.1`, `6.2` below is a part of its own.
  [[nodiscard]] bool assigns_tasks(std::size_t i) const {
    const Line& line = lines_[i];
    const Line* below = headings_.next(i);
    return line.mark.kind == Marker::arabic && line.what == "annotation" &&
           line.rule->attribute("assign") == "list" && below != nullptr &&
           (below->mark.kind == Marker::letter ||
            below->mark.kind == Marker::decimal) &&
           below->what != "annotation";
  }

  // `4. Kinh phí thực hiện: ...` beside the bodies that carry the plan out, or
  // beside what is done, is no note to one of them.
  [[nodiscard]] bool is_funding_item(std::size_t i) const {
    const Line& line = lines_[i];
    return line.mark.kind == Marker::arabic &&
           (role_above() == SectionRole::organisation ||
            role_above() == SectionRole::tasks) &&
           starts_with(line.folded.substr(line.mark.size), "kinh phí");
  }

  // `Phân công thực hiện:` with the bodies in the paragraphs below it.
  [[nodiscard]] bool opens_list(std::size_t i) const {
    return is_annotation(i) &&
           (ends_in(lines_[i].text, ":") || headings_.is_label(i));
  }

  // The section that the words of a heading give, else that of the part above.
  void name_section(std::size_t i) {
    Node& node = nodes_[i];
    const SectionRole above = role_above();
    const bool top = node.parent < 0 || node.marker == Marker::roman;
    const auto match = rules_.match_at(
        Family::outline, text_.folded, node.body,
        above == SectionRole::none ? SectionRole::tasks : above, log_);
    const std::string_view name =
        match ? match->rule->attribute("role") : std::string_view{};
    const bool may = top || (match && match->rule->attribute("sub") == "yes" &&
                             node.body.size() < kShortHeading);
    const auto named = may ? section_named(name) : std::nullopt;
    if (named) {
      set_role(node, *named, Because::rule, index_of(rules_, match->rule));
    } else if (top) {
      set_role(node, SectionRole::tasks, Because::first_level);
    } else {
      take_role_above(node);
    }
  }

  const NormalText& text_;
  const std::vector<Line>& lines_;
  const Rulebook& rules_;
  LookLog* log_;
  Headings headings_;
  const Phrases& objective_lead_ins_;
  const Phrases& objective_names_;
  const Phrases& duty_lead_ins_;
  std::vector<Node>& nodes_;
  std::vector<Frame> stack_;
  Interrupted interrupted_;
  std::vector<std::size_t> next_marks_;  // from begin_ on
  std::vector<bool> below_bullets_;      // from begin_ on
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  bool numbered_tasks_ = false;  // without a part above them
};

}  // namespace

void build_tree(const NormalText& text, const std::vector<Line>& lines,
                const Rulebook& rules, std::size_t begin, std::size_t end,
                LookLog* log, std::vector<Node>& nodes) {
  TreeBuilder(text, lines, rules, log, nodes).run(begin, end);
}

}  // namespace kehoach
