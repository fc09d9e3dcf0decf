// One run of link_archive over a database. Private to link/.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "link/chain.h"
#include "link/decide.h"
#include "link/link.h"
#include "link/versions.h"

namespace kehoach {

class Linker {
 public:
  Linker(LinkTable& table, const Rulebook& rules)
      : table_(table), rules_(rules), places_(rules) {}

  [[nodiscard]] Result<LinkSummary> run();

 private:
  // A document of the archive, as it is understood now.
  struct Known {
    LinkableDocument document;
    Candidate own;  // what the citations of others are compared with
    Chain stated, chain;
    DocumentIdentity row;
    const DocumentIdentity* before = nullptr;
  };
  using Documents = std::vector<std::size_t>;  // places in known_

  // The steps, in order. They stop at the first failure, which is kept.
  void load();
  void understand();
  void state_chains();
  void find_versions();
  void find_touched();
  void collect_citations();
  void decide_citations();
  void mark_changes();
  void save_identities();
  void find_near_duplicates();

  [[nodiscard]] const IssuingBody& body_of(const std::string& issuer,
                                           const std::string& level);
  [[nodiscard]] Chain chain_stated_by(const Known& known);
  [[nodiscard]] std::string who(const Known& known) const;
  [[nodiscard]] std::string seen_as(const Known& known) const;
  void index_candidates();
  void add_wanted(const std::vector<CitationKey>& citations);
  [[nodiscard]] Cited cited_by(const Known& known,
                               const LinkableCitation& citation);
  [[nodiscard]] std::vector<const Candidate*> candidates_for(
      const Cited& cited, const AdminUnit& meant) const;
  void add_candidates(const Documents& documents,
                      std::vector<const Candidate*>& out) const;
  void decide_one(const Known& known, const LinkableCitation& citation);
  [[nodiscard]] std::string cited_as(const Cited& cited,
                                     const AdminUnit& meant) const;

  // The value, or an empty one after a failure.
  template <typename T>
  T take(Result<T> result) {
    if (result) return std::move(*result);
    if (!error_) error_ = result.error();
    return T{};
  }
  void check(const Result<void>& result) {
    if (!result && !error_) error_ = result.error();
  }

  LinkTable& table_;
  const Rulebook& rules_;
  Places places_;
  std::optional<Error> error_;
  LinkSummary summary_;

  bool all_ = false;  // other rules: everything is decided anew
  std::vector<Known> known_;
  std::unordered_map<DocumentId, std::size_t> places_of_;  // in known_
  std::vector<DocumentIdentity> before_;
  std::unordered_map<std::string, IssuingBody> bodies_;
  std::unordered_set<DocumentId> open_;  // with citations that have no link
  std::set<std::string> touched_numbers_, touched_units_;
  // Citations to decide, by document; all where the set is empty.
  std::map<DocumentId, std::optional<std::set<std::int64_t>>> wanted_;
  // Documents by number, then by the name of their unit; by unit where the
  // number is blank.
  std::unordered_map<std::string, std::map<std::string, Documents>> numbered_;
  std::unordered_map<std::string, Documents> blank_;
};

}  // namespace kehoach
