// Audits the plans of a family, a parent with all its children at a time.

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <unordered_map>

#include "audit/audit.h"
#include "link/link.h"
#include "review/review.h"

namespace kehoach {
namespace {

// The gap of `item`, if people gave a reason for it that holds.
std::optional<JustifiedGap> justified_gap(const AuditItem& item,
                                          std::uint32_t above) {
  const AuditReview* const reason = justification(item);
  if (reason == nullptr) return std::nullopt;
  return JustifiedGap{above, item.parent, judged_status(item), *reason, {}};
}

// Which obligations of `child` carry `item` out, as people say: those that they
// named; else those that were found, but for the links that they rejected.
std::vector<std::uint32_t> answers_to(
    const AuditItem& item, const Plan& child,
    const std::unordered_map<std::string, std::uint32_t>& numbers) {
  std::vector<std::uint32_t> answers;
  const CoverageVerdict* const corrected = correction(item);
  if (corrected != nullptr && !corrected->links.empty()) {
    const std::vector<std::string>& named = corrected->links;
    for (std::uint32_t i = 0; i < child.obligations.size(); ++i) {
      const std::string& quote = child.obligations[i].evidence.quote;
      if (std::find(named.begin(), named.end(), quote) != named.end())
        answers.push_back(i);
    }
    return answers;
  }
  for (const AuditLink& link : item.links) {
    const auto at = numbers.find(link.child.id);
    if (at != numbers.end() && !is_rejected(item, link))
      answers.push_back(at->second);
  }
  return answers;
}

// What an audit of a pair leaves for the tree.
EdgeAudit edge_of(const Audit& audit, const Plan& child, std::size_t parent) {
  std::unordered_map<std::string, std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < child.obligations.size(); ++i)
    numbers.emplace(child.obligations[i].id, i);
  EdgeAudit edge;
  edge.done = true;
  edge.parent = parent;
  edge.findings = audit.findings.size();
  for (const AuditItem& item : audit.items) {
    const auto above = static_cast<std::uint32_t>(edge.status.size());
    edge.status.push_back(judged_status(item));
    if (edge.status.back() != item.status) ++edge.corrected;
    if (auto gap = justified_gap(item, above))
      edge.justified.push_back(std::move(*gap));
    edge.findings += item.findings.size();
    edge.answers.push_back(answers_to(item, child, numbers));
  }
  return edge;
}

// The plans of a family that are audited, by the one that they are audited
// against.
struct Tasks {
  std::size_t root = 0;
  std::vector<std::pair<std::size_t, std::vector<std::size_t>>> by_parent;
  std::uint64_t audits = 0;
};

class Work {
 public:
  Work(const PlanFamily& family, const Rulebook& rules, const Tasks& tasks,
       const TreeAuditOptions& options)
      : family_(family),
        rules_(rules),
        tasks_(tasks),
        options_(options),
        edges_(family.nodes.size()) {}

  [[nodiscard]] Result<std::vector<EdgeAudit>> run(const StoreOpener& open) {
    const std::size_t threads = std::max<std::size_t>(options_.threads, 1);
    std::vector<std::thread> others;
    for (std::size_t i = 1; i < threads; ++i)
      others.emplace_back([this, &open] { work(open); });
    work(open);
    for (std::thread& thread : others) thread.join();
    if (error_) return Failure(*error_);
    return std::move(edges_);
  }

 private:
  void work(const StoreOpener& open) {
    const auto store = open();
    if (!store) return fail(store.error());
    for (;;) {
      const std::size_t at = next_.fetch_add(1);
      if (at >= tasks_.by_parent.size() || failed_.load()) return;
      const auto& [parent, children] = tasks_.by_parent[at];
      audit_children(**store, parent, children);
    }
  }

  void audit_children(Store& store, std::size_t parent,
                      const std::vector<std::size_t>& children) {
    const auto above = store.load_plan(family_.nodes[parent].document.id);
    if (!above) return fail(above.error());
    const Auditor auditor(*above, rules_.audit());
    for (const std::size_t node : children) {
      const auto plan = store.load_plan(family_.nodes[node].document.id);
      if (!plan) return fail(plan.error());
      Audit audit = auditor.audit(*plan);
      const auto reviews =
          store.reviews().of_pair(above->source.sha256, plan->source.sha256);
      if (!reviews) return fail(reviews.error());
      apply_reviews(*reviews, audit);
      EdgeAudit edge = edge_of(audit, *plan, parent);
      const std::lock_guard lock(mutex_);
      edges_[node] = std::move(edge);
      ++done_;
      if (options_.on_progress) options_.on_progress(done_, tasks_.audits);
    }
  }

  void fail(const Error& error) {
    const std::lock_guard lock(mutex_);
    if (!error_) error_ = error;
    failed_ = true;
  }

  const PlanFamily& family_;
  const Rulebook& rules_;
  const Tasks& tasks_;
  const TreeAuditOptions& options_;
  std::atomic<std::size_t> next_{0};
  std::atomic<bool> failed_{false};
  std::mutex mutex_;
  std::vector<EdgeAudit> edges_;
  std::uint64_t done_ = 0;
  std::optional<Error> error_;
};

// How many obligations the plan of each node has; none where it is absent.
Result<std::vector<std::uint64_t>> sizes_of(Store& store,
                                            const PlanFamily& family) {
  std::vector<std::uint64_t> sizes;
  for (const FamilyNode& node : family.nodes) {
    if (node.document.id == 0) {
      sizes.push_back(0);
      continue;
    }
    const auto size = store.links().obligations_of(node.document.id);
    if (!size) return Failure(size.error());
    sizes.push_back(*size);
  }
  return sizes;
}

// The root, or the only plan below it that stands for it.
Result<std::size_t> followed(const PlanFamily& family,
                             const std::vector<std::uint64_t>& sizes) {
  std::size_t at = 0;
  while (sizes[at] == 0) {
    std::vector<std::size_t> below;
    for (std::size_t i = at + 1; i < family.nodes.size(); ++i) {
      if (family.nodes[i].parent == static_cast<int>(at)) below.push_back(i);
    }
    if (below.size() != 1) {
      std::string name = family.nodes[at].document.code;
      if (name.empty()) name = "the root";
      return Failure(
          Error{Error::Kind::invalid,
                name + (below.empty()
                            ? ": no plan with obligations is in the archive"
                            : ": its obligations are not in the archive, and "
                              "several plans carry it out; give one of them")});
    }
    at = below.front();
  }
  return at;
}

Tasks tasks_of(const PlanFamily& family, std::size_t root,
               const std::vector<std::uint64_t>& sizes) {
  Tasks tasks;
  tasks.root = root;
  std::map<std::size_t, std::vector<std::size_t>> by_parent;
  for (std::size_t i = root + 1; i < family.nodes.size(); ++i) {
    if (family.nodes[i].depth <= family.nodes[root].depth) break;
    if (family.nodes[i].document.id == 0) continue;
    int above = family.nodes[i].parent;
    while (above > static_cast<int>(root) &&
           sizes[static_cast<std::size_t>(above)] == 0)
      above = family.nodes[static_cast<std::size_t>(above)].parent;
    by_parent[static_cast<std::size_t>(above)].push_back(i);
    ++tasks.audits;
  }
  // A parent of thousands is shared by the threads.
  constexpr std::size_t kMost = 64;
  for (const auto& [parent, children] : by_parent) {
    for (std::size_t at = 0; at < children.size(); at += kMost) {
      const auto first = children.begin() + static_cast<std::ptrdiff_t>(at);
      const auto size =
          static_cast<std::ptrdiff_t>(std::min(kMost, children.size() - at));
      tasks.by_parent.push_back({parent, {first, first + size}});
    }
  }
  return tasks;
}

std::size_t level_index(std::string_view level) {
  const auto at = std::find(kRollupLevels.begin(), kRollupLevels.end(), level);
  return static_cast<std::size_t>(at - kRollupLevels.begin());
}

void count(const PlanFamily& family, TreeAudit& tree) {
  for (std::size_t node = 0; node < family.nodes.size(); ++node) {
    const FamilyDocument& document = family.nodes[node].document;
    if (tree.through[node].empty() || document.level == "unit") continue;
    const std::size_t level = level_index(document.level);
    for (std::size_t row = 0; row < tree.rows.size(); ++row) {
      const auto status = static_cast<std::size_t>(tree.through[node][row]);
      RollupRow& counts = tree.rows[row];
      ++counts.deep[status];
      if (tree.justified[node][row]) ++counts.justified;
      if (tree.edges[node].parent == tree.root) ++counts.direct[status];
      if (level < kRollupLevels.size()) ++counts.levels[level][status];
    }
  }
}

std::vector<RollupRow> rows_of(const Plan& plan) {
  std::vector<RollupRow> rows;
  for (const Obligation& o : plan.obligations) {
    RollupRow row;
    row.obligation = {
        o.id,  o.path, o.evidence.quote, o.evidence.span, o.evidence.page,
        o.lead};
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace

Result<TreeAudit> audit_family(const StoreOpener& open, const Rulebook& rules,
                               const PlanFamily& family,
                               const TreeAuditOptions& options) {
  const auto store = open();
  if (!store) return Failure(store.error());
  const auto sizes = sizes_of(**store, family);
  if (!sizes) return Failure(sizes.error());
  const auto root = followed(family, *sizes);
  if (!root) return Failure(root.error());
  const auto plan = (*store)->load_plan(family.nodes[*root].document.id);
  if (!plan) return Failure(plan.error());
  const Tasks tasks = tasks_of(family, *root, *sizes);
  auto edges = Work(family, rules, tasks, options).run(open);
  if (!edges) return Failure(edges.error());
  TreeAudit tree;
  tree.root = *root;
  tree.rows = rows_of(*plan);
  tree.edges = std::move(*edges);
  RolledUp rolled = roll_up(tree.root, tree.rows.size(), tree.edges);
  tree.through = std::move(rolled.through);
  tree.justified = std::move(rolled.justified);
  for (std::size_t node = 0; node < tree.edges.size(); ++node) {
    for (std::size_t i = 0; i < rolled.about[node].size(); ++i)
      tree.edges[node].justified[i].rows = std::move(rolled.about[node][i]);
  }
  count(family, tree);
  return tree;
}

}  // namespace kehoach
