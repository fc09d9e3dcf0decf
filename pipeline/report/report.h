// Room 6: what people and other programs look at. Writers only: values in,
// text out; nothing is printed here.
//
// What a reader of plans sees has Vietnamese labels; what an operator of the
// program sees is English.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/lint.h"
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

// What became of one path, on one line.
[[nodiscard]] std::string source_line(const Source& source, const Style& style);
// The end of an import: `36 paths: 24 loaded, 12 duplicate (1.2 s)`.
[[nodiscard]] std::string import_text(const StatusCounts& counts,
                                      std::string_view database, double seconds,
                                      const Style& style);
[[nodiscard]] std::string status_text(const ArchiveStatus& status,
                                      std::string_view database,
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

// ---- audits -----------------------------------------------------------------

// Of labels; what plans say, and the reasons of an audit, stay Vietnamese.
enum class Language : std::uint8_t { vi, en };

enum class AuditFormat : std::uint8_t {
  text,     // for a terminal
  csv,      // a line for each obligation of the parent and each child
  xlsx,     // for an office: matrix, findings, own obligations, sources
  html,     // one page that needs nothing else
  summary,  // a few sentences that go into a report
  json,     // kehoach.audit/1, one line for each audit
};
inline constexpr std::size_t kAuditFormats = 6;
// `text`, `csv`, ...
[[nodiscard]] std::string_view name_of(AuditFormat format);
[[nodiscard]] std::optional<AuditFormat> audit_format_named(
    std::string_view name);

struct AuditReport {
  AuditFormat format = AuditFormat::text;
  Language language = Language::vi;
  bool gaps = false;  // only the rows that some child does not cover whole; a
                      // summary counts all, JSON is as it is
  Style style;        // of text
};

// Audits as the bytes of a report. Audits of one parent become one matrix with
// a column for each child. The same audits give the same bytes.
//
// Error: an XLSX cannot be made where the system has no room for it.
[[nodiscard]] Result<std::string> audit_report(const std::vector<Audit>& audits,
                                               const AuditReport& how);

// ---- checks of one plan -----------------------------------------------------

struct LintReport {
  bool all = false;  // each weak finding; else a line for all of a kind
  Style style;
};
// What `lint` found in `plan`: Vietnamese, the strong ones first of all.
[[nodiscard]] std::string lint_text(const Plan& plan,
                                    const std::vector<LintFinding>& findings,
                                    const LintReport& how);

// ---- for programs: JSON, one object on one line

// `kehoach.lint/1`
[[nodiscard]] std::string lint_json(const Plan& plan,
                                    const std::vector<LintFinding>& findings);

[[nodiscard]] std::string source_json(const Source& source);
[[nodiscard]] std::string hit_json(const SearchHit& hit);
[[nodiscard]] std::string hit_json(const TitleHit& hit);
[[nodiscard]] std::string status_json(const ArchiveStatus& status);
// The same JSON over several lines. Text that is no JSON is given back.
[[nodiscard]] std::string indent_json(std::string_view json);

}  // namespace kehoach
