// Citations, archives, and what is decided: what the tables of cases share.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "link/decide.h"
#include "rulebook/shipped.h"

namespace kehoach {

inline void PrintTo(const Decision& d, std::ostream* out) {
  *out << name_of(d.state) << " -> " << d.target << " (" << d.grounds << ")";
  for (const DocumentId id : d.candidates) *out << " " << id;
}

inline const Places& places() {
  static const Places all(shipped());
  return all;
}

// A plan of the archive. A code without digits in front is a symbol: the number
// is blank.
struct ArchivePlan {
  DocumentId id;
  const char* code;
  const char* issuer;
  const char* date = "";
  const char* level = "";
  const char* title = "";
};

struct DecideCase {
  const char* name;
  // The citation.
  const char* code;
  const char* issuer = "";
  const char* date = "";
  // The citing document: the units around it, its date.
  const char* chain = "";
  const char* by_date = "2025-03-01";
  std::vector<ArchivePlan> archive;
  LinkState state = LinkState::not_in_archive;
  DocumentId target = 0;
  const char* grounds = "";
  std::vector<DocumentId> candidates = {};
  const char* type = "KH";
  const char* context = "";
  DocumentId by = 0;
};

inline Cited cited_in(const DecideCase& c) {
  Cited cited;
  cited.code = code_parts(c.code, c.type, shipped());
  cited.has_issuer = *c.issuer != '\0';
  if (cited.has_issuer) cited.body = places().body(c.issuer, "");
  cited.issued_on = c.date;
  cited.by_plan = c.by;
  cited.by_issued_on = c.by_date;
  cited.chain = Chain::from_text(c.chain);
  cited.context = c.context;
  return cited;
}

inline std::vector<Candidate> candidates_in(const DecideCase& c) {
  std::vector<Candidate> all;
  for (const ArchivePlan& p : c.archive) {
    all.push_back({p.id, code_parts(p.code, "", shipped()),
                   places().body(p.issuer, p.level), p.date, p.title});
  }
  return all;
}

constexpr const char* kCuuHa = "province|cửu hà";
constexpr const char* kAnTrach = "district|an trạch;province|cửu hà";
constexpr auto kResolved = LinkState::resolved;
constexpr auto kAmbiguous = LinkState::ambiguous;
constexpr auto kMissing = LinkState::not_in_archive;
constexpr auto kConflicting = LinkState::conflicting;

inline std::vector<const Candidate*> pointers(
    const std::vector<Candidate>& candidates) {
  std::vector<const Candidate*> all;
  for (const Candidate& c : candidates) all.push_back(&c);
  return all;
}

inline void check(const std::vector<DecideCase>& cases) {
  for (const DecideCase& c : cases) {
    Decision expected;
    expected.state = c.state;
    expected.target = c.target;
    expected.grounds = c.grounds;
    expected.candidates = c.candidates;
    std::vector<Candidate> archive = candidates_in(c);
    const Cited cited = cited_in(c);
    EXPECT_EQ(decide(cited, pointers(archive), places()), expected) << c.name;
    std::reverse(archive.begin(), archive.end());
    EXPECT_EQ(decide(cited, pointers(archive), places()), expected)
        << c.name << ", the archive in reverse";
  }
}

}  // namespace kehoach
