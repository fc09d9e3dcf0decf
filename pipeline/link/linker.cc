#include "link/linker.h"

#include <algorithm>

#include "link/near.h"
#include "text/text.h"

namespace kehoach {
namespace {

// Raised when the same rules would give other links than before.
constexpr std::string_view kMadeBy = "1 ";
// Between what a document is to others and what it knows of itself.
constexpr char kSeam = '\n';

bool is_parent_relation(std::string_view relation) {
  return relation == "implements" || relation == "basis";
}

// The part of `seen` before the seam: what the citations of others see.
std::string_view outside(std::string_view seen) {
  return seen.substr(0, seen.find(kSeam));
}

std::string_view inside(std::string_view seen) {
  const std::size_t at = seen.find(kSeam);
  return at == std::string_view::npos ? std::string_view() : seen.substr(at);
}

}  // namespace

Result<LinkSummary> Linker::run() {
  using Step = void (Linker::*)();
  for (const Step step :
       {&Linker::load, &Linker::understand, &Linker::state_chains,
        &Linker::find_versions, &Linker::find_touched,
        &Linker::collect_citations, &Linker::decide_citations,
        &Linker::mark_changes, &Linker::save_identities,
        &Linker::find_near_duplicates}) {
    (this->*step)();
    if (error_) return Failure(*error_);
  }
  summary_.counts = take(table_.counts());
  if (error_) return Failure(*error_);
  return summary_;
}

void Linker::load() {
  const std::string made_with = std::string(kMadeBy) + rules_.hash();
  all_ = take(table_.rules()) != made_with;
  if (all_ && !error_) check(table_.set_rules(made_with));
  std::vector<LinkableDocument> documents = take(table_.documents());
  before_ = take(table_.identities());
  std::unordered_map<DocumentId, const DocumentIdentity*> rows;
  for (const DocumentIdentity& row : before_) rows.emplace(row.document, &row);
  known_.reserve(documents.size());
  for (LinkableDocument& document : documents) {
    Known known;
    const auto row = rows.find(document.id);
    if (row != rows.end()) known.before = row->second;
    known.document = std::move(document);
    places_of_.emplace(known.document.id, known_.size());
    known_.push_back(std::move(known));
  }
  const std::vector<CitationKey> unlinked = take(table_.unlinked());
  for (const CitationKey& key : unlinked) open_.insert(key.document);
  add_wanted(unlinked);
}

const IssuingBody& Linker::body_of(const std::string& issuer,
                                   const std::string& level) {
  std::string key = issuer;
  key.append("|").append(level);
  const auto [at, added] = bodies_.emplace(std::move(key), IssuingBody{});
  if (added) at->second = places_.body(issuer, level);
  return at->second;
}

void Linker::understand() {
  for (Known& known : known_) {
    const LinkableDocument& d = known.document;
    known.own.code =
        code_parts(d.code.empty() ? d.symbol : d.code, d.type, rules_);
    known.own.body = body_of(d.issuer, d.level);
    known.own.issued_on = d.issued_on;
    known.own.title = d.title;
  }
}

Chain Linker::chain_stated_by(const Known& known) {
  const DocumentId id = known.document.id;
  if (!all_ && known.before != nullptr && open_.count(id) == 0)
    return Chain::from_text(known.before->within);
  std::vector<CitedBody> cited;
  for (const LinkableCitation& c : take(table_.citations(id))) {
    if (!c.issuer.empty())
      cited.push_back({body_of(c.issuer, ""), is_parent_relation(c.relation)});
  }
  return stated_chain(known.own.body, cited);
}

void Linker::state_chains() {
  UnitVotes votes;
  for (Known& known : known_) {
    known.stated = chain_stated_by(known);
    votes.add(known.own.body.unit, known.stated);
  }
  for (Known& known : known_) {
    AdminUnit& unit = known.own.body.unit;
    known.chain = votes.complete(unit, known.stated, places_);
    // A department that does not say of which province it is.
    if (unit.name.empty()) unit.name = known.chain.at(unit.tiers);
  }
}

// Communes of one name are told apart by what lies above them.
std::string Linker::who(const Known& known) const {
  const std::string& organ = known.own.code.organ;
  std::string who;
  if (!places_.is_national(organ)) {
    if (!known.own.body.unit.key().empty()) who = known.chain.text();
    if (who.empty()) who = fold_name(known.document.issuer);
    if (who.empty()) return who;
  }
  return who.append("|").append(organ);
}

void Linker::find_versions() {
  std::vector<VersionedDocument> documents;
  documents.reserve(known_.size());
  for (const Known& known : known_) {
    const LinkableDocument& d = known.document;
    documents.push_back({d.id, known.own.code, who(known), d.issuer,
                         d.issued_on, d.title, d.media_type, d.sha256});
  }
  const auto rows = group_versions(documents, [this](DocumentId id) {
    return take(table_.is_recognised(id));
  });
  for (std::size_t i = 0; i < known_.size(); ++i) {
    Known& known = known_[i];
    known.row.document = known.document.id;
    known.row.number_key = known.own.code.key();
    known.row.unit = known.own.body.unit.key();
    known.row.within = known.stated.text();
    known.row.plan = known.own.plan = rows[i].plan;
    known.row.version = rows[i].version;
    known.row.in_force = rows[i].version == PlanVersion::main;
    known.row.seen = seen_as(known);
  }
}

std::string Linker::seen_as(const Known& known) const {
  const CodeParts& c = known.own.code;
  const LinkableDocument& d = known.document;
  std::string seen;
  for (const std::string& part :
       {c.number, c.year, c.type, c.organ, known.row.unit,
        std::to_string(static_cast<int>(known.own.body.cls)),
        std::to_string(int{known.own.body.unit.tiers}), d.issued_on,
        std::to_string(known.row.plan),
        c.number.empty() ? fold_for_search(d.title) : std::string()}) {
    seen.append(part).append("|");
  }
  return seen + kSeam + known.chain.text();
}

void Linker::find_touched() {
  const auto touch = [this](const DocumentIdentity& row) {
    if (!row.number_key.empty()) {
      touched_numbers_.insert(row.number_key);
    } else if (!row.unit.empty()) {
      touched_units_.insert(row.unit);
    }
  };
  for (const Known& known : known_) {
    const DocumentIdentity* before = known.before;
    if (before == nullptr || outside(before->seen) != outside(known.row.seen)) {
      touch(known.row);
      if (before != nullptr) touch(*before);
    }
    if (before != nullptr && inside(before->seen) != inside(known.row.seen))
      wanted_[known.document.id] = std::nullopt;
  }
  for (const DocumentIdentity& row : before_) {
    if (places_of_.count(row.document) > 0) continue;
    touch(row);
    check(table_.drop_identity(row.document));
  }
}

void Linker::add_wanted(const std::vector<CitationKey>& citations) {
  for (const CitationKey& key : citations) {
    const auto [at, added] =
        wanted_.emplace(key.document, std::set<std::int64_t>());
    if (at->second) at->second->insert(key.ordinal);
  }
}

void Linker::collect_citations() {
  if (all_) {
    for (const Known& known : known_) wanted_[known.document.id] = std::nullopt;
    return;
  }
  for (const std::string& number : touched_numbers_)
    add_wanted(take(table_.linked_by_number(number)));
  for (const std::string& unit : touched_units_)
    add_wanted(take(table_.linked_by_unit(unit)));
}

// Who replaces or amends whom; of several the last.
void Linker::mark_changes() {
  std::map<std::pair<DocumentId, std::string>, std::size_t> last;
  const auto newer = [this](std::size_t a, std::size_t b) {
    const LinkableDocument& x = known_[a].document;
    const LinkableDocument& y = known_[b].document;
    return std::tie(x.issued_on, x.sha256) > std::tie(y.issued_on, y.sha256);
  };
  for (const FamilyEdge& edge : take(table_.changes())) {
    const auto by = places_of_.find(edge.child);
    if (by == places_of_.end() || edge.child == edge.parent) continue;
    const auto [at, added] =
        last.emplace(std::pair(edge.parent, edge.relation), by->second);
    if (!added && newer(by->second, at->second)) at->second = by->second;
  }
  for (Known& known : known_) {
    const auto replaced = last.find({known.row.plan, "replaces"});
    const auto amended = last.find({known.row.plan, "amends"});
    if (replaced != last.end()) {
      known.row.replaced_by = known_[replaced->second].document.id;
      known.row.in_force = false;
    }
    if (amended != last.end())
      known.row.amended_by = known_[amended->second].document.id;
  }
}

void Linker::save_identities() {
  for (const Known& known : known_) {
    if (known.before == nullptr || *known.before != known.row)
      check(table_.save(known.row));
  }
}

// Other rules may understand other issuers.
void Linker::find_near_duplicates() {
  if (!all_ && take(table_.are_compared())) return;
  std::vector<ComparedDocument> documents;
  for (DocumentSketch& sketched : take(table_.sketches())) {
    const auto at = places_of_.find(sketched.document);
    if (at == places_of_.end()) continue;
    const Known& known = known_[at->second];
    const LinkableDocument& d = known.document;
    documents.push_back({d.id, d.sha256, known.row.unit, known.own.code.organ,
                         known.own.code.number, d.issued_on, d.title,
                         std::move(sketched.sketch)});
  }
  if (error_) return;
  const auto pairs = near_duplicates(
      std::move(documents),
      [this](DocumentId id) { return take(table_.is_recognised(id)); });
  if (!error_) check(table_.save(pairs));
}

}  // namespace kehoach
