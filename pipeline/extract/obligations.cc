// Leaves of the outline that direct somebody to do something.

#include <algorithm>

#include "extract/bodies_above.h"
#include "extract/facts.h"
#include "extract/leaves.h"
#include "extract/spoken_of.h"

namespace kehoach {
namespace {

struct Leaf {
  std::size_t node = 0;
  std::size_t obligation = 0;
  bool assigned = false;  // its text says `Giao X`, or begins with X
};

// What `Đơn vị chủ trì: ...` and its kin say, and from where they say it.
struct Assignment {
  std::string_view kind;  // lead, support
  std::int32_t parent = -1;
  std::size_t first_leaf =
      0;  // the leaves it speaks of: [first_leaf, end_leaf)
  std::size_t end_leaf = 0;
};

class ObligationReader {
 public:
  explicit ObligationReader(const Reading& reading)
      : r_(reading), above_(reading), leaf_(reading, above_) {}

  std::vector<Obligation> read() {
    const auto& nodes = r_.outline.nodes;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      add_rows_before(nodes[i].span.begin);
      if (const auto why = leaf_.why_none(nodes[i]); why.empty()) {
        add_leaf(i);
      } else {
        r_.remark(nodes[i].body, "", why);
      }
      if (nodes[i].kind == NodeKind::annotation) annotate(i);
    }
    add_rows_before(~0U);
    return std::move(obligations_);
  }

 private:
  // The rows of tables that stand before byte `at`.
  void add_rows_before(std::uint32_t at) {
    for (; next_row_ < r_.task_rows.size(); ++next_row_) {
      const TaskRow& row = r_.task_rows[next_row_];
      const Span task =
          trim(r_.text.text, row.cell(TaskRow::Column::task), ";");
      if (task.end > at) return;
      if (!has_word(r_, task)) continue;  // `(1)`, a column's number
      Obligation o =
          begin_obligation(task, "obligation.row", SectionRole::tasks);
      o.path = "table";
      for (const Span cell : row.all(TaskRow::Column::lead))
        add_agencies_in_cell(r_, cell, o.lead);
      for (const Span cell : row.all(TaskRow::Column::support))
        add_agencies_in_cell(r_, cell, o.support);
      o.lead_from.resize(o.lead.size(), {NamedBy::column, -1});
      o.support_from.resize(o.support.size(), {NamedBy::column, -1});
      if (row.all(TaskRow::Column::lead).empty()) read_task(task, o);
      obligations_.push_back(std::move(o));
    }
  }

  // Without a column for it the task itself says who: `Khoa lập danh sách`.
  void read_task(Span task, Obligation& o) const {
    Roles roles =
        read_roles(r_, task,
                   r_.rules.scan(only(Family::assignments), r_.text.folded,
                                 task, SectionRole::tasks, r_.log()),
                   false);
    o.lead = std::move(roles.lead);
    o.lead_from.assign(o.lead.size(), {});
    if (!o.support.empty()) return;
    o.support = std::move(roles.support);
    o.support_from.assign(o.support.size(), {});
  }

  [[nodiscard]] Obligation begin_obligation(Span span, std::string_view rule,
                                            SectionRole section) const {
    Obligation o;
    o.evidence = r_.evidence(span, rule);
    o.id = "o" + std::to_string(obligations_.size() + 1);
    o.section = section;
    o.modality = "must";
    return o;
  }

  void add_leaf(std::size_t i) {
    const Node& node = r_.outline.nodes[i];
    const Span body = trim(r_.text.text, node.body);
    if (body.empty()) return;
    bool requested = false;
    NameOrigin lead_from;
    NameOrigin support_from;
    std::vector<std::string> above = above_.lead(node, requested, lead_from);
    Roles roles = roles_of_leaf(r_, i, !above.empty());
    if (is_told_to_support(node) && !roles.assigned) {
      for (std::string& name : roles.lead)
        add_agency(roles.support, std::move(name));
      roles.text_names_lead = false;
    }
    // `Công an xã: tuần tra` below `Các phòng phối hợp với Sở Y tế:` is told by
    // itself.
    if (roles.support.empty() && !roles.text_names_lead)
      roles.support = above_.support(node, support_from);
    if (roles.text_names_lead) lead_from = {};
    Obligation o = begin_obligation(body, "obligation.leaf", node.role);
    o.path = node.path;
    o.lead = roles.text_names_lead ? std::move(roles.lead) : std::move(above);
    o.lead_from.resize(o.lead.size(), lead_from);
    const bool goes_on = !roles.later.empty();
    for (std::string& name : roles.later) add_agency(o.lead, std::move(name));
    o.lead_from.resize(o.lead.size());  // the later ones stand in the text
    o.support = std::move(roles.support);
    o.support_from.resize(o.support.size(), support_from);
    o.modality = roles.requested || (requested && !roles.text_names_lead)
                     ? "requested"
                     : "must";
    // A body that the leaf begins with does it, whatever the lines below say;
    // `các cơ quan, đơn vị` are those that the lines name.
    const bool told =
        roles.text_names_lead && begins_agency(r_, body.begin, body.end) &&
        r_.words.everybody.exact(fold_for_match(o.lead.front())) == nullptr;
    leaves_.push_back(
        {i, obligations_.size(), roles.assigned || told || goes_on});
    obligations_.push_back(std::move(o));
  }

  // The list is headed by `Phối hợp với:`.
  [[nodiscard]] bool is_told_to_support(const Node& node) const {
    const Node* up = r_.parent(node);
    if (up == nullptr) return false;
    const std::string_view head =
        r_.folded(trim(r_.text.text, up->body, ":. "));
    return ends_with(head, "phối hợp với") || ends_with(head, "phối hợp");
  }

  // ---- lines about the items before them

  void annotate(std::size_t i) {
    const Node& node = r_.outline.nodes[i];
    const auto match = r_.rules.match_at(Family::outline, r_.text.folded,
                                         node.body, node.role, r_.log());
    std::string_view assign =
        match ? match->rule->attribute("assign") : std::string_view{};
    Span value = match ? Span{match->span.end, node.body.end} : node.body;
    if (assign == "roles") return give_roles(i);
    std::int32_t parent = node.parent;
    if (const Node* above = r_.parent(node);
        above != nullptr && above->kind == NodeKind::annotation) {
      // A line of a list: `Phân công thực hiện:`, `Đơn vị chủ trì:`.
      const auto head = r_.rules.match_at(Family::outline, r_.text.folded,
                                          above->body, above->role, r_.log());
      if (assign.empty())
        assign = head ? head->rule->attribute("assign") : std::string_view{};
      if (assign == "list") {
        const std::string_view folded = r_.folded(node.body);
        const bool helps = folded.find("tham gia") != std::string_view::npos ||
                           folded.find("phối hợp") != std::string_view::npos;
        assign = helps ? "support" : "lead";
      }
      // `Cơ quan chủ trì, phối hợp` may hold `Cơ quan chủ trì`.
      while (above != nullptr && above->kind == NodeKind::annotation) {
        parent = above->parent;
        above = r_.parent(*above);
      }
    } else {
      if (assign == "list") assign = "lead";
      if (spoken_below_ != parent) {
        spoken_below_ = parent;
        spoken_of_ = items_spoken_of(r_, parent);
      }
      parent = spoken_of_;
    }
    give(i, parent, assign, value);
  }

  // `Sở Y tế chủ trì, phối hợp với Công an tỉnh tham mưu`: of the last item.
  void give_roles(std::size_t i) {
    if (leaves_.empty()) return;
    Obligation& o = obligations_[leaves_.back().obligation];
    const NameOrigin from{NamedBy::annotation, static_cast<std::int32_t>(i)};
    Roles roles =
        read_roles(r_, r_.outline.nodes[i].body, r_.matches[i], false);
    if (!roles.lead.empty() && !leaves_.back().assigned) {
      o.lead = std::move(roles.lead);
      o.lead_from.assign(o.lead.size(), from);
    }
    for (std::string& name : roles.support)
      add_agency(o.support, std::move(name));
    o.support_from.resize(o.support.size(), from);
  }

  // One line may say both: `Đơn vị chủ trì: ...; Đơn vị phối hợp: ...`.
  void give(std::size_t i, std::int32_t parent, std::string_view assign,
            Span value) {
    const Node& node = r_.outline.nodes[i];
    for (std::uint32_t at = value.begin; at < value.end; ++at) {
      const char c = r_.text.text[at];
      if ((c != ';' && c != '.') || at + 2 >= value.end) continue;
      const Span rest = trim(r_.text.text, {at + 1, node.body.end});
      const auto next = r_.rules.match_at(Family::outline, r_.text.folded, rest,
                                          node.role, r_.log());
      if (!next || next->rule->attribute("what") != "annotation") continue;
      give(i, parent, next->rule->attribute("assign"),
           {next->span.end, node.body.end});
      value.end = at;
      break;
    }
    value = without_address(r_, trim(r_.text.text, value, ":;."));
    if (value.empty()) return;
    // `+ Các bộ gửi kết quả trước ngày 15/12.` below `Thời gian thực hiện:`
    if (assign == "time" && is_listed(node) && names_an_act(value) &&
        holds_obligations(node.role))
      return add_order(i, names_in(value));
    if (assign != "lead" && assign != "support") return;
    if (assign == "lead" && give_both(i, parent, value)) return;
    const std::vector<std::string> names = names_in(value);
    if (!names.empty())
      apply(assign, parent, names,
            {NamedBy::annotation, static_cast<std::int32_t>(i)});
    if ((assign == "lead" || is_listed(node)) && names_an_act(value) &&
        holds_obligations(node.role))
      add_order(i, names);
  }

  // `Cơ quan thực hiện: Sở Y tế chủ trì, phối hợp với Công an tỉnh [thực
  // hiện]`; false where it says more, or less.
  [[nodiscard]] bool give_both(std::size_t i, std::int32_t parent, Span value) {
    if (r_.folded(value).find(" phối hợp") == std::string_view::npos)
      return false;
    const Roles roles = read_roles(r_, value, r_.matches[i], false);
    if (roles.lead.empty() || roles.support.empty()) return false;
    constexpr std::size_t kLongestAct = 60;  // bytes, `tổ chức thực hiện`
    const std::string_view said = r_.printed(value);
    const std::size_t last = said.rfind(roles.support.back());
    if (last == std::string_view::npos ||
        said.size() - last - roles.support.back().size() > kLongestAct)
      return false;
    const NameOrigin from{NamedBy::annotation, static_cast<std::int32_t>(i)};
    apply("lead", parent, roles.lead, from);
    apply("support", parent, roles.support, from);
    return true;
  }

  // Below a line such as `Đơn vị phối hợp:`; beside it bodies are only named.
  [[nodiscard]] bool is_listed(const Node& line) const {
    const Node* up = r_.parent(line);
    return up != nullptr && up->kind == NodeKind::annotation;
  }

  // The bodies at the start of each clause.
  [[nodiscard]] std::vector<std::string> names_in(Span value) const {
    std::vector<std::string> names;
    for (std::uint32_t begin = value.begin; begin < value.end;) {
      const Span list = agency_list_at(r_, begin, value.end, true);
      const std::uint32_t from = std::max(begin, list.end);
      const std::size_t mark =
          r_.printed({from, std::max(from, value.end)}).find(';');
      const std::size_t next =
          mark == std::string_view::npos ? value.end : from + mark;
      // Where nothing but names stands, they split as in a cell.
      if (list.end == next) {
        add_agencies_in_cell(r_, list, names);
      } else {
        for (std::string& name : split_agencies(r_, list))
          add_agency(names, std::move(name));
      }
      if (next >= value.end) break;
      begin = static_cast<std::uint32_t>(next) + 1;
      std::uint32_t word = begin;
      while (word < value.end && r_.text.text[word] == ' ') ++word;
      if (!begins_agency(r_, word, value.end)) break;
    }
    return names;
  }

  // A line that says what its bodies do is an order of its own.
  [[nodiscard]] bool names_an_act(Span value) const {
    const Span list = agency_list_at(r_, value.begin, value.end, true);
    if (value.end - list.end <= 60 || r_.text.text[list.end] != ' ')
      return false;
    return r_.words.verbs.stands_at(r_.text.folded, list.end + 1) ||
           r_.words.verb_nouns.stands_at(r_.text.folded, list.end + 1);
  }

  void add_order(std::size_t i, const std::vector<std::string>& names) {
    const Node& node = r_.outline.nodes[i];
    Obligation o = begin_obligation(trim(r_.text.text, node.body),
                                    "obligation.annotation", node.role);
    o.path = node.path;
    o.lead = names;
    o.lead_from.resize(o.lead.size());
    obligations_.push_back(std::move(o));
  }

  // Gives the names to the leaves below `parent` since the last line of the
  // same kind.
  void apply(std::string_view kind, std::int32_t parent,
             const std::vector<std::string>& names, NameOrigin from) {
    std::size_t first = leaves_.size();
    while (first > 0 && is_below(leaves_[first - 1].node, parent)) --first;
    const auto before =
        std::find_if(given_.rbegin(), given_.rend(), [&](const Assignment& a) {
          return a.kind == kind && a.parent == parent;
        });
    if (before != given_.rend())
      first = before->end_leaf < leaves_.size()
                  ? std::max(first, before->end_leaf)
                  : before->first_leaf;
    for (std::size_t k = first; k < leaves_.size(); ++k) {
      Obligation& o = obligations_[leaves_[k].obligation];
      std::vector<std::string>& list = kind == "lead" ? o.lead : o.support;
      auto& origins = kind == "lead" ? o.lead_from : o.support_from;
      const bool again = before != given_.rend() &&
                         before->first_leaf == first &&
                         before->end_leaf == leaves_.size();
      if (kind == "lead" && leaves_[k].assigned) continue;
      if (kind == "lead" && !again) list.clear();
      origins.resize(list.size());
      for (const std::string& name : names) add_agency(list, name);
      origins.resize(list.size(), from);
    }
    given_.push_back({kind, parent, first, leaves_.size()});
  }

  [[nodiscard]] bool is_below(std::size_t node, std::int32_t parent) const {
    if (static_cast<std::int32_t>(node) == parent) return true;
    for (const Node* up = r_.parent(r_.outline.nodes[node]); up != nullptr;
         up = r_.parent(*up)) {
      if (static_cast<std::int32_t>(up - r_.outline.nodes.data()) == parent)
        return true;
    }
    return parent < 0;
  }

  const Reading& r_;
  BodiesAbove above_;
  LeafTest leaf_;
  std::vector<Obligation> obligations_;
  std::vector<Leaf> leaves_;
  std::vector<Assignment> given_;
  std::size_t next_row_ = 0;
  // What lines below `spoken_below_` speak of.
  std::int32_t spoken_below_ = -1, spoken_of_ = -1;
};

}  // namespace

std::vector<Obligation> read_obligations(const Reading& reading) {
  return ObligationReader(reading).read();
}

}  // namespace kehoach
