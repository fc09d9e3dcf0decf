// The part of a run that decides citations.

#include "link/linker.h"
#include "text/text.h"

namespace kehoach {

void Linker::index_candidates() {
  for (std::size_t i = 0; i < known_.size(); ++i) {
    const Known& known = known_[i];
    const std::string& unit = known.row.unit;
    if (!known.row.number_key.empty()) {
      numbered_[known.row.number_key][known.own.body.unit.name].push_back(i);
    } else if (!unit.empty()) {
      blank_[unit].push_back(i);
    }
  }
}

void Linker::add_candidates(const Documents& documents,
                            std::vector<const Candidate*>& out) const {
  for (const std::size_t at : documents) out.push_back(&known_[at].own);
}

// Where the place is known, documents of other places are left out at once: a
// number that ten thousand communes have is no longer to look for.
std::vector<const Candidate*> Linker::candidates_for(
    const Cited& cited, const AdminUnit& meant) const {
  std::vector<const Candidate*> found;
  const auto same = numbered_.find(cited.code.key());
  if (same != numbered_.end()) {
    const bool one_place = cited.has_issuer && !meant.name.empty() &&
                           !places_.is_national(cited.code.organ);
    for (const auto& [name, documents] : same->second) {
      if (!one_place || name.empty() || name == meant.name ||
          places_.went_into(name, meant.name))
        add_candidates(documents, found);
    }
  }
  const auto blank = blank_.find(meant.key());
  if (blank != blank_.end()) add_candidates(blank->second, found);
  return found;
}

Cited Linker::cited_by(const Known& known, const LinkableCitation& citation) {
  Cited cited;
  cited.code = code_parts(citation.code, citation.type, rules_);
  cited.has_issuer = !citation.issuer.empty();
  if (cited.has_issuer) cited.body = body_of(citation.issuer, "");
  cited.issued_on = citation.issued_on;
  cited.by_plan = known.row.plan;
  cited.by_issued_on = known.document.issued_on;
  cited.chain = known.chain;
  return cited;
}

std::string Linker::cited_as(const Cited& cited, const AdminUnit& meant) const {
  const CodeParts& c = cited.code;
  std::string as = c.number + '|' + c.year + '|' + c.type + '|' + c.organ;
  if (places_.is_national(c.organ)) return as;
  as.append("|").append(meant.key());
  if (c.year.empty() && !places_.is_party(c.organ))
    as.append("|").append(cited.issued_on.substr(0, 4));
  return as;
}

void Linker::decide_one(const Known& known, const LinkableCitation& citation) {
  Cited cited = cited_by(known, citation);
  const AdminUnit meant = meant_unit(cited, places_);
  const std::vector<const Candidate*> candidates = candidates_for(cited, meant);
  if (blank_.count(meant.key()) > 0) {
    cited.context =
        known.document.title + " " + take(table_.text_after(citation.key));
  }
  Decision decision = decide(cited, candidates, places_);
  CitationLink link;
  link.citation = citation.key;
  link.state = decision.state;
  link.target = decision.target;
  link.grounds = std::move(decision.grounds);
  link.candidates = std::move(decision.candidates);
  link.number_key = cited.code.key();
  link.unit = meant.key();
  link.cited_as = cited_as(cited, meant);
  check(table_.save(link));
  ++summary_.looked_at;
}

void Linker::decide_citations() {
  index_candidates();
  for (const auto& [document, ordinals] : wanted_) {
    const auto at = places_of_.find(document);
    if (at == places_of_.end()) continue;
    for (const LinkableCitation& citation : take(table_.citations(document))) {
      if (!ordinals || ordinals->count(citation.key.ordinal) > 0)
        decide_one(known_[at->second], citation);
    }
    if (error_) return;
  }
}

}  // namespace kehoach
