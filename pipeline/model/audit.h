// What an audit of a plan against its parent found: the value that passes from
// auditing to reporting.
//
// Printed as `kehoach.audit/1`. Every verdict carries the words of both plans
// on which it stands.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/decision.h"
#include "model/plan.h"
#include "model/result.h"

namespace kehoach {

// How much of an obligation a lower plan carries out.
enum class Coverage : std::uint8_t {
  covered,  // more than two thirds of its actions
  partial,  // at least one whole action, and at least a third are not there
  missing,  // no whole action
};
inline constexpr std::size_t kCoverages = 3;
[[nodiscard]] std::string_view name_of(Coverage coverage);
// Nothing for a name that is none.
[[nodiscard]] std::optional<Coverage> coverage_named(std::string_view name);

// What is wrong with an obligation though it is (partly) carried out.
enum class FindingKind : std::uint8_t {
  later_deadline,  // the child's date falls after the parent's
  weaker_target,   // a lower value, a laxer comparator, a later year
  dropped_target,  // the parent's number is gone
  no_lead,         // nobody is in charge
  other_branch,  // a body of another branch leads: Sở Y tế, Phòng Tư pháp
  outdated_parent,  // the child cites an older or replaced parent
};
inline constexpr std::size_t kFindingKinds = 6;
// `later-deadline`, ...
[[nodiscard]] std::string_view name_of(FindingKind kind);
[[nodiscard]] std::optional<FindingKind> finding_named(std::string_view name);

struct Finding {
  FindingKind kind = FindingKind::no_lead;
  std::string parent_quote;  // empty where the parent says nothing of it
  std::string child_quote;   // empty where the child says nothing of it
  std::string message;       // one sentence, Vietnamese
  friend bool operator==(const Finding&, const Finding&) = default;
};

// An obligation, as far as an audit shows it.
struct AuditedObligation {
  std::string id;    // o12
  std::string path;  // IV.1.h
  std::string quote;
  Span span;               // in the text of its plan
  std::uint32_t page = 0;  // 1-based; 0 for unpaged sources
  std::vector<std::string> lead;
  friend bool operator==(const AuditedObligation&,
                         const AuditedObligation&) = default;
};

// An obligation of the child that carries out one of the parent's actions.
struct AuditLink {
  AuditedObligation child;
  double score = 0;    // 0 to 1
  std::string reason;  // what both have in common, Vietnamese
  friend bool operator==(const AuditLink&, const AuditLink&) = default;
};

// What a row is in the eyes of a person.
struct CoverageVerdict {
  Coverage status = Coverage::covered;
  std::vector<std::string> links;  // quotes of the child
  friend bool operator==(const CoverageVerdict&,
                         const CoverageVerdict&) = default;
};

// `{"status": "partial", "links": [...]}`, and back. Error: no such object.
[[nodiscard]] std::string to_json(const CoverageVerdict& value);
[[nodiscard]] Result<CoverageVerdict> coverage_verdict_from_json(
    std::string_view json);

// What a person decided about a row. Status and links stay as they were found.
struct AuditReview {
  ReviewDecision decision;
  ReviewState state = ReviewState::current;
  std::string child_quote;               // of a link that was marked wrong
  std::optional<CoverageVerdict> value;  // of a row that was corrected
  friend bool operator==(const AuditReview&, const AuditReview&) = default;
};

// A row: what becomes of one obligation of the parent.
struct AuditItem {
  AuditedObligation parent;
  Coverage status = Coverage::missing;
  double score = 0;              // 0 to 1: how much of it was found
  std::vector<AuditLink> links;  // the best first; may stand beside `missing`
  std::vector<Finding> findings;
  std::vector<AuditReview> review;
  friend bool operator==(const AuditItem&, const AuditItem&) = default;
};

// Which plan a side of the audit is.
struct AuditedPlan {
  std::string path;
  std::optional<std::string> code;
  std::optional<std::string> issuer;
  std::optional<std::string> issued_on;
  std::string title;
  std::string sha256;  // of its source; empty where it is not known
  friend bool operator==(const AuditedPlan&, const AuditedPlan&) = default;
};

struct Audit {
  AuditedPlan parent, child;
  std::vector<AuditItem> items;  // all obligations of the parent, in order
  std::vector<AuditedObligation> own;  // of the child, answering to none
  std::vector<Finding> findings;       // about the child as a whole

  // How many items have each status, by Coverage.
  [[nodiscard]] std::array<std::uint64_t, kCoverages> summary() const;
  friend bool operator==(const Audit&, const Audit&) = default;
};

// One line of JSON, `kehoach.audit/1`.
[[nodiscard]] std::string to_json(const Audit& audit);
// Reads back what `to_json` printed. Error: the text is no such object.
[[nodiscard]] Result<Audit> audit_from_json(std::string_view json);

}  // namespace kehoach
