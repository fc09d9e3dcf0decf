#include "link/family.h"

#include <algorithm>
#include <map>

#include "text/text.h"

namespace kehoach {
namespace {

bool hangs(std::string_view relation) {
  return relation == "implements" || relation == "basis";
}

class Gathering {
 public:
  Gathering(LinkTable& table, const Places& places)
      : table_(table), places_(places) {}

  // All that hangs under a root, in the order in which it was met.
  [[nodiscard]] Result<std::vector<FamilyMember>> below(
      const FamilyDocument& root, const std::string& cited_as) {
    root_ = add(root, cited_as);
    if (root.id == 0) members_[root_].state = LinkState::not_in_archive;
    for (std::size_t at = 0; at < members_.size() && !error_; ++at) look_at(at);
    if (error_) return Failure(*error_);
    settle_absent();
    return std::move(members_);
  }

 private:
  std::size_t add(FamilyDocument document, const std::string& cited_as) {
    const std::string key =
        document.id != 0 ? "#" + std::to_string(document.id) : cited_as;
    const auto [at, added] = by_key_.emplace(key, members_.size());
    if (!added) return at->second;
    if (document.id == 0 &&
        places_.body(document.issuer, "").cls == BodyClass::office)
      document.level = "unit";
    FamilyMember member;
    member.document = std::move(document);
    members_.push_back(std::move(member));
    keys_.push_back(cited_as);
    return at->second;
  }

  void look_at(std::size_t at) {
    const DocumentId id = members_[at].document.id;
    auto edges = id != 0 ? table_.edges_to(id) : table_.edges_to(keys_[at]);
    if (!edges) return fail(edges.error());
    const bool any = std::any_of(
        edges->begin(), edges->end(),
        [](const FamilyEdge& edge) { return hangs(edge.relation); });
    for (const FamilyEdge& edge : *edges) {
      // What nobody carries out is shown with those that name it.
      if (hangs(edge.relation) || (at == root_ && !any && cites(edge)))
        add_child(at, edge);
    }
  }

  static bool cites(const FamilyEdge& edge) { return edge.relation == "cites"; }

  void add_child(std::size_t parent, const FamilyEdge& edge) {
    auto child = table_.family_document(edge.child);
    if (!child) return fail(child.error());
    if (!*child) return;
    const std::size_t before = members_.size();
    const std::size_t at = add(std::move(**child), "");
    auto& parents = members_[at].parents;
    const bool known = std::any_of(
        parents.begin(), parents.end(),
        [&](const FamilyMember::Parent& p) { return p.member == parent; });
    if (!known && at != parent) parents.push_back({parent, edge.relation});
    if (members_[parent].document.id == 0)
      members_[parent].cited_by.push_back(at);
    if (at == before) add_absent_parents(at);
  }

  // What a plan carries out and the archive lacks may stand between it and
  // others of the family.
  void add_absent_parents(std::size_t at) {
    auto edges = table_.edges_of(members_[at].document.id);
    if (!edges) return fail(edges.error());
    for (const FamilyEdge& edge : *edges) {
      if (edge.relation != "implements" || edge.state == LinkState::resolved)
        continue;
      const std::size_t absent = add(edge.cited, edge.cited_as);
      members_[absent].state = edge.state;
    }
  }

  // An absent document hangs under what its children carry out beside it, if
  // that is of a higher rank; where there is none it is left out.
  void settle_absent() {
    for (std::size_t at = 0; at < members_.size(); ++at) {
      FamilyMember& absent = members_[at];
      if (absent.document.id != 0 || at == root_) continue;
      const int rank = rank_of(absent.document);
      std::map<std::size_t, std::string> above;
      for (const std::size_t child : absent.cited_by) {
        for (const FamilyMember::Parent& p : members_[child].parents) {
          const FamilyMember& other = members_[p.member];
          const bool there = other.document.id != 0 || p.member == root_;
          if (there && rank_of(other.document) < rank)
            above.emplace(p.member, p.relation);
        }
      }
      absent.shown = !above.empty();
      for (const auto& [member, relation] : above)
        absent.parents.push_back({member, "implements"});
    }
  }

  void fail(const Error& error) {
    if (!error_) error_ = error;
  }

  LinkTable& table_;
  const Places& places_;
  std::size_t root_ = 0;
  std::vector<FamilyMember> members_;
  std::vector<std::string> keys_;  // cited_as of absent members
  std::unordered_map<std::string, std::size_t> by_key_;
  std::optional<Error> error_;
};

// Makes a tree of members: each under its nearest parent.
class Hanging {
 public:
  explicit Hanging(const std::vector<FamilyMember>& members)
      : members_(members), under_(members.size()), below_(members.size()) {
    for (std::size_t at = 1; at < members_.size(); ++at)
      under_[at] = nearest_parent(members_, at);
    for (std::size_t at = 1; at < members_.size(); ++at) {
      if (members_[at].shown) below_[home_of(at)].push_back(at);
    }
    for (auto& children : below_)
      std::sort(children.begin(), children.end(),
                [this](std::size_t a, std::size_t b) { return before(a, b); });
  }

  // Down to `depth` levels below the root; 0: all.
  [[nodiscard]] std::vector<FamilyNode> tree(std::size_t depth) {
    nodes_.clear();
    walk(0, -1, 0, depth);
    return std::move(nodes_);
  }

 private:
  // Plans that name each other in a ring hang under the root.
  std::size_t home_of(std::size_t at) const {
    std::optional<std::size_t> up = under_[at];
    for (std::size_t steps = 0; up && *up != 0; ++steps) {
      if (*up == at || steps > members_.size()) return 0;
      up = under_[*up];
    }
    return under_[at].value_or(0);
  }

  bool before(std::size_t a, std::size_t b) const {
    const FamilyDocument& x = members_[a].document;
    const FamilyDocument& y = members_[b].document;
    const int rank_x = rank_of(x), rank_y = rank_of(y);
    return std::tie(rank_x, x.unit, x.issued_on, x.code, x.title, x.id) <
           std::tie(rank_y, y.unit, y.issued_on, y.code, y.title, y.id);
  }

  std::size_t count_below(std::size_t at) const {
    std::size_t count = 0;
    for (const std::size_t child : below_[at]) count += 1 + count_below(child);
    return count;
  }

  void walk(std::size_t at, int parent, std::size_t level, std::size_t depth) {
    const int own = static_cast<int>(nodes_.size());
    FamilyNode node;
    node.document = members_[at].document;
    node.parent = parent;
    node.depth = level;
    node.state = members_[at].state;
    node.children = below_[at].size();
    for (const FamilyMember::Parent& p : members_[at].parents) {
      if (under_[at] == p.member && node.relation.empty())
        node.relation = p.relation;
    }
    node.inferred = node.document.id == 0 && parent >= 0;
    if (depth > 0 && level >= depth) {
      node.hidden = count_below(at);
      nodes_.push_back(std::move(node));
      return;
    }
    nodes_.push_back(std::move(node));
    for (const std::size_t child : below_[at])
      walk(child, own, level + 1, depth);
  }

  const std::vector<FamilyMember>& members_;
  std::vector<std::optional<std::size_t>> under_;
  std::vector<std::vector<std::size_t>> below_;
  std::vector<FamilyNode> nodes_;
};

struct Root {
  FamilyDocument document;
  std::string cited_as;  // of one that is only cited
  std::vector<FamilyDocument> others;
};

// Plans with that code; several sources of one are one.
Result<std::vector<FamilyDocument>> plans_named(Store& store,
                                                std::string_view name) {
  const auto found = store.find_documents(name);
  if (!found) return Failure(found.error());
  std::vector<FamilyDocument> plans;
  for (const DocumentSummary& summary : *found) {
    const auto main = store.links().main_version(summary.id);
    if (!main) return Failure(main.error());
    const bool known =
        std::any_of(plans.begin(), plans.end(),
                    [&](const FamilyDocument& p) { return p.id == *main; });
    if (known) continue;
    auto plan = store.links().family_document(*main);
    if (!plan) return Failure(plan.error());
    if (*plan) plans.push_back(std::move(**plan));
  }
  return plans;
}

// Absent documents with that code, the one that most plans name first.
Result<std::optional<Root>> absent_named(LinkTable& table,
                                         std::string_view name) {
  const auto names = table.cited_with(name);
  if (!names) return Failure(names.error());
  std::optional<Root> root;
  std::size_t most = 0;
  for (const std::string& cited_as : *names) {
    const auto edges = table.edges_to(cited_as);
    if (!edges) return Failure(edges.error());
    if (edges->empty()) continue;
    // The mention that says most stands for it.
    FamilyDocument document;
    for (const FamilyEdge& edge : *edges) {
      const FamilyDocument& d = edge.cited;
      if (document.code.empty() || (document.issuer.size() < d.issuer.size()))
        document = d;
      if (document.issued_on.empty()) document.issued_on = d.issued_on;
    }
    if (!root) root.emplace();
    if (edges->size() > most) {
      if (most > 0) root->others.push_back(root->document);
      root->document = document;
      root->cited_as = cited_as;
      most = edges->size();
    } else {
      root->others.push_back(document);
    }
  }
  return root;
}

Result<std::optional<Root>> find_root(Store& store, std::string_view name) {
  auto plans = plans_named(store, name);
  if (!plans) return Failure(plans.error());
  if (plans->empty()) return absent_named(store.links(), name);
  Root root{plans->front(), "", {plans->begin() + 1, plans->end()}};
  return std::optional<Root>(std::move(root));
}

Result<std::vector<OpenReference>> open_in(LinkTable& table,
                                           const PlanFamily& family) {
  std::vector<OpenReference> open;
  for (std::size_t at = 0; at < family.nodes.size(); ++at) {
    const DocumentId id = family.nodes[at].document.id;
    if (id == 0) continue;
    auto edges = table.edges_of(id);
    if (!edges) return Failure(edges.error());
    for (FamilyEdge& edge : *edges) {
      if (hangs(edge.relation) && edge.state != LinkState::resolved)
        open.push_back({at, std::move(edge)});
    }
  }
  return open;
}

}  // namespace

Result<PlanFamily> family_of(Store& store, const Rulebook& rules,
                             std::string_view root_name, std::size_t depth) {
  const Places places(rules);
  LinkTable& table = store.links();
  auto root = find_root(store, root_name);
  if (!root) return Failure(root.error());
  PlanFamily family;
  if (!*root) return family;
  const auto members =
      Gathering(table, places).below((*root)->document, (*root)->cited_as);
  if (!members) return Failure(members.error());
  Hanging hanging(*members);
  family.nodes = hanging.tree(0);
  family.others = std::move((*root)->others);
  const auto units = table.units();
  if (!units) return Failure(units.error());
  family.gaps = gaps_of(family, places, *units);
  // Who has no plan yet is known by the whole tree.
  if (depth > 0) family.nodes = hanging.tree(depth);
  auto open = open_in(table, family);
  if (!open) return Failure(open.error());
  family.open = std::move(*open);
  return family;
}

}  // namespace kehoach
