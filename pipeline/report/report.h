// Room 6: what people and other programs look at. Writers only: values in,
// text out; nothing is printed here.
//
// What a reader of plans sees has Vietnamese labels; what an operator of the
// program sees is English.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "audit/audit.h"
#include "link/link.h"
#include "model/model.h"
#include "score/score.h"
#include "search/search.h"
#include "store/store.h"

namespace kehoach {

// What the device can show. Widths count letters, not bytes.
struct Style {
  std::size_t width = 80;  // at least 40
  bool colour = false;
};

// ---- for people -------------------------------------------------------------

// One plan: identity, the documents that it carries out and rests on,
// obligations by the body in charge, deadlines, targets, what to look at again.
[[nodiscard]] std::string plan_text(const Plan& plan, const Style& style);
// The hits of a search, numbered, each with its place.
[[nodiscard]] std::string hits_text(const SearchResult& result,
                                    const Style& style);
// One document of several that were meant: `#3  1515/KH-UBND  issuer  path`.
[[nodiscard]] std::string document_line(const DocumentSummary& document);

// A family of plans: who carries out whom, indented; the units that have no
// plan; the references that lead to no document.
[[nodiscard]] std::string family_text(const PlanFamily& family,
                                      const Style& style);
// One document of several: `#3  218/KH-UBND  issuer, date`.
[[nodiscard]] std::string family_line(const FamilyDocument& document);
// The audit of a family: for each obligation of the root how many plans carry
// it out, right below it and through all levels, coloured by how many; then the
// plans that lack most.
[[nodiscard]] std::string tree_audit_text(const PlanFamily& family,
                                          const TreeAudit& audit,
                                          const Style& style);
// Where the citations of a plan lead in the archive; empty where it has none
// that carry out or rest on something.
[[nodiscard]] std::string parents_text(const std::vector<FamilyEdge>& edges,
                                       const Style& style);

// What became of one path, on one line.
[[nodiscard]] std::string source_line(const Source& source, const Style& style);
// The end of an import: `36 paths: 24 loaded, 12 duplicate (1.2 s)`.
[[nodiscard]] std::string import_text(const StatusCounts& counts,
                                      std::string_view database, double seconds,
                                      const Style& style);
[[nodiscard]] std::string status_text(const ArchiveStatus& status,
                                      std::string_view database,
                                      const Style& style);

// What becomes of each obligation of a parent in a child, and the sum of it.
[[nodiscard]] std::string audit_text(const Audit& audit, const Style& style);
// The same, and how each action was looked for.
[[nodiscard]] std::string explained_audit_text(const ExplainedAudit& explained,
                                               const Style& style);

// What was right and what was found, kind by kind.
[[nodiscard]] std::string score_text(const Evaluation& run);
// Every miss, by document.
[[nodiscard]] std::string misses_text(const Evaluation& run,
                                      const Style& style);
// What `now` reads better and worse than `before`.
[[nodiscard]] std::string changes_text(const Evaluation& before,
                                       const Evaluation& now,
                                       const Style& style);

// ---- for programs: JSON, one object on one line

[[nodiscard]] std::string source_json(const Source& source);
[[nodiscard]] std::string hit_json(const SearchHit& hit);
[[nodiscard]] std::string hit_json(const TitleHit& hit);
[[nodiscard]] std::string status_json(const ArchiveStatus& status);
// `kehoach.tree/1`: nodes (`parent` counts them from 0), gaps, open references.
[[nodiscard]] std::string family_json(const PlanFamily& family);
// `kehoach.audit-tree/1`: the obligations of the root with counts, and for each
// node a string of `cells`, one letter an obligation: c(overed), p(artial),
// m(issing).
[[nodiscard]] std::string tree_audit_json(const PlanFamily& family,
                                          const TreeAudit& audit);
// A family for Graphviz, and as a picture.
[[nodiscard]] std::string family_dot(const PlanFamily& family);
[[nodiscard]] std::string family_svg(const PlanFamily& family);
// The same JSON over several lines. Text that is no JSON is given back.
[[nodiscard]] std::string indent_json(std::string_view json);

}  // namespace kehoach
