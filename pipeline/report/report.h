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

#include "audit/audit.h"
#include "link/link.h"
#include "model/lint.h"
#include "model/model.h"
#include "pipeline.h"
#include "review/review.h"
#include "score/score.h"
#include "search/search.h"
#include "store/store.h"

namespace kehoach {

// What the device can show. Widths count letters, not bytes.
struct Style {
  std::size_t width = 80;  // at least 40
  bool colour = false;
};

// `first` and then the words of `text`, in lines of at most `width` columns;
// the lines after the first are indented by `indent`. A word that is too long
// stands alone. Ends in a line break.
//
//   wrap("a) ", "bb cc dd", 3, 8) == "a) bb cc\n   dd\n"
[[nodiscard]] std::string wrap(std::string_view first, std::string_view text,
                               std::size_t indent, std::size_t width);

// One line that no file name can break out of: `?` for what moves the cursor,
// breaks or turns the line, and for what no file of an office can hold.
[[nodiscard]] std::string printable(std::string_view text);

// ---- for people -------------------------------------------------------------

// One plan: identity, the documents that it carries out and rests on,
// obligations by the body in charge, deadlines, targets, what to look at again.
// Obligations, deadlines and targets with a decision say so.
[[nodiscard]] std::string plan_text(
    const Plan& plan, const Style& style,
    const std::vector<FactReview>& reviews = {});
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
// The same with the stage that it came to and the time that it took.
[[nodiscard]] std::string ledger_line(const Source& source, const Style& style);
// Two lines: both documents, and how much they share.
[[nodiscard]] std::string near_text(const NearPair& pair, const Style& style);
// The end of an import: `36 paths: 24 loaded, 12 duplicate (1.2 s)`.
[[nodiscard]] std::string import_text(const StatusCounts& counts,
                                      std::string_view database, double seconds,
                                      const Style& style);
// The first few paths that are not loaded, or all of them.
[[nodiscard]] std::string status_text(const ArchiveStatus& status,
                                      std::string_view database,
                                      const Style& style);

// A file whose bytes are no longer those that were imported.
[[nodiscard]] std::string fixity_line(const FixityCheck& check,
                                      const Style& style);
// `36 files: 34 same, 2 gone`
[[nodiscard]] std::string fixity_text(const FixityCounts& counts);

// What is known of one kind of body, and what the archive has of it.
struct BodyReport {
  const BodyKind* kind = nullptr;  // null: the rules have no such body
  std::string name;  // with its place, where one was asked for; else empty
  std::vector<Predecessor> predecessors;
  std::vector<Successor> successors;  // on the day that was asked for
  std::vector<BodyUse> uses;          // bodies of this kind, by place
  std::vector<NameUse> names;         // how plans write them
};
[[nodiscard]] std::string body_text(const BodyReport& report,
                                    const Bodies& bodies, const Style& style);
// Bodies, most often named first.
[[nodiscard]] std::string bodies_text(const std::vector<BodyUse>& uses,
                                      const Style& style);
// Names that mean no known body.
[[nodiscard]] std::string names_text(const std::vector<NameUse>& names,
                                     const Style& style);
// `Sở Lao động - Thương binh và Xã hội (lao động, việc làm; người có công)`
[[nodiscard]] std::string predecessors_text(
    const std::vector<Predecessor>& predecessors, const Bodies& bodies);
// What is asked about the reading of a document; all of it where nothing is.
struct ExplainQuery {
  std::uint32_t line = 0;  // of the normalised text, from 1; 0 for any
  std::string fact;        // o12, d3, t5, r2
  std::string find;        // words, with accents or without
  [[nodiscard]] bool all() const {
    return line == 0 && fact.empty() && find.empty();
  }
};
// How the document was read. Without a question a line or two for each
// paragraph: what it is and why, and the facts in it. With one, for each
// paragraph that it means, every rule whose trigger stands there and what
// became of it; for a fact, the way from the bytes of the file to its value.
// Nothing where the document has no such line, fact or words.
[[nodiscard]] std::string explanation_text(const Explanation& why,
                                           const Rulebook& rules,
                                           const ExplainQuery& query,
                                           const Style& style);

// A fact that waits for a decision, or has one.
struct FactToJudge {
  std::string id;        // o12@#3; empty for an orphan
  std::string document;  // its code, else its path
  Evidence evidence;
  std::string fact;    // as kehoach.plan/1 prints it
  std::string values;  // fact_values
  std::optional<FactReview> review;
};
[[nodiscard]] std::string judge_text(const FactToJudge& fact,
                                     const Style& style);
// The same of a row of an audit, or a decision about one that is gone.
struct CellToJudge {
  std::string parent, child;  // codes or #ids; empty where the plan is gone
  std::optional<AuditItem> item;
  std::optional<CellReview> orphan;
};
[[nodiscard]] std::string judge_text(const CellToJudge& cell,
                                     const Style& style);
// The facts of low certainty, by document.
[[nodiscard]] std::string review_text(const ArchiveStatus& status,
                                      const Style& style);

// What came of each rule in `documents` documents, those that took the most
// time first, and which never matched. Times are in nanoseconds.
[[nodiscard]] std::string rule_use_text(const Rulebook& rules,
                                        const std::vector<RuleUse>& uses,
                                        std::uint64_t documents,
                                        const Style& style);

// What was right and what was found, kind by kind.
[[nodiscard]] std::string score_text(const Evaluation& run);
// How often facts were right, by kind and by how sure they said they were.
[[nodiscard]] std::string certainty_text(const Evaluation& run);
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
  bool gaps = false;  // only the rows that some child does not cover whole, as
                      // it was found or as people say; a summary counts all,
                      // JSON is as it is
  Style style;        // of text
};

// Audits as the bytes of a report. Audits of one parent become one matrix with
// a column for each child. The same audits give the same bytes.
//
// Error: an XLSX cannot be made where the system has no room for it.
[[nodiscard]] Result<std::string> audit_report(const std::vector<Audit>& audits,
                                               const AuditReport& how);

// What becomes of each obligation of a parent in a child, and how each of its
// actions was looked for; for who writes the rules.
[[nodiscard]] std::string explained_audit_text(const ExplainedAudit& explained,
                                               const Style& style);

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

// `id`, `document`, `fact`, and `review` with its state.
[[nodiscard]] std::string judge_json(const FactToJudge& fact);
// `parent`, `child`, `obligation`, and `cell` as kehoach.audit/1 prints it; of
// one that is gone `review`.
[[nodiscard]] std::string judge_json(const CellToJudge& cell);
// A gold alignment: `parent` and `child` are names of files without endings.
[[nodiscard]] std::string coverage_json(const std::string& parent,
                                        const std::string& child,
                                        const std::vector<GoldCell>& gold);
[[nodiscard]] std::string source_json(const Source& source);
// The same with the stage that it came to and the time that it took.
[[nodiscard]] std::string ledger_json(const Source& source);
// `kehoach.near-duplicate/1`.
[[nodiscard]] std::string near_json(const NearPair& pair);
// What an import would do with a path.
[[nodiscard]] std::string forecast_line(const Source& source,
                                        std::string_view forecast,
                                        const Style& style);
[[nodiscard]] std::string forecast_json(const Source& source,
                                        std::string_view forecast);
// How far an import is, for a program: `{"schema":"kehoach.progress/1",...}`.
struct ProgressReport {
  std::uint64_t done = 0, found = 0, failed = 0;
  std::string path, slowest;
  double slowest_seconds = 0, seconds = 0;
};
[[nodiscard]] std::string progress_json(const ProgressReport& progress);
// Events of an import for a log, as the fields of a JSON object without its
// brackets: `"event":"path","path":"a.pdf","status":"loaded",...`.
[[nodiscard]] std::string begin_event(const ReaderVersion& reader,
                                      std::string_view database);
[[nodiscard]] std::string path_event(const Source& source);
[[nodiscard]] std::string end_event(const StatusCounts& counts,
                                    std::uint64_t left, bool interrupted,
                                    double seconds);
[[nodiscard]] std::string watch_event(std::uint64_t folders);
[[nodiscard]] std::string batch_event(const StatusCounts& counts,
                                      std::uint64_t left);
[[nodiscard]] std::string death_event(const Source& document,
                                      std::string_view worker, bool again);
[[nodiscard]] std::string error_event(std::string_view message);
[[nodiscard]] std::string relief_event(std::string_view message);
// The end of the report of an import: `{"paths":{"loaded":2,...},...}`.
[[nodiscard]] std::string run_json(const StatusCounts& counts,
                                   std::uint64_t bytes, std::uint64_t left,
                                   double seconds);
// The same as `kehoach.source/1`, for a file of several kinds of objects.
[[nodiscard]] std::string stored_source_json(const Source& source);
[[nodiscard]] std::string fixity_json(const FixityCheck& check);
[[nodiscard]] std::string hit_json(const SearchHit& hit);
[[nodiscard]] std::string hit_json(const TitleHit& hit);
[[nodiscard]] std::string body_json(const BodyReport& report);
[[nodiscard]] std::string bodies_json(const std::vector<BodyUse>& uses);
[[nodiscard]] std::string names_json(const std::vector<NameUse>& names);
[[nodiscard]] std::string status_json(const ArchiveStatus& status);
// A row of a table in CSV (RFC 4180), with its line end. All cells are quoted.
// One that a spreadsheet would take for a formula and run begins with an
// apostrophe; numbers and marks that stand alone (`-12,5`, `=`) are none.
[[nodiscard]] std::string csv_row(const std::vector<std::string>& cells);
// `kehoach.tree/1`: nodes (`parent` counts them from 0), gaps, open references.
[[nodiscard]] std::string family_json(const PlanFamily& family);
// `kehoach.audit-tree/1`: the obligations of the root with counts, and for each
// node a string of `cells`, one letter an obligation: c(overed), p(artial),
// m(issing). On how many obligations of the plan above people overruled what
// was found (`corrected`; the cells go by what they say). How many of its gaps
// against that plan are `justified`, by whom and why (`justifications`), and
// the obligations of which all that it lacks is (`justified_cells`).
[[nodiscard]] std::string tree_audit_json(const PlanFamily& family,
                                          const TreeAudit& audit);
// The same for people: one page that needs nothing else. Of more than 200 plans
// rows are made as they are scrolled to; each takes some 80 bytes.
[[nodiscard]] std::string tree_audit_html(const PlanFamily& family,
                                          const TreeAudit& audit);
// The same as a table: a line for each plan, a column for each obligation of
// the root, and the reasons of people; in UTF-8 with a byte order mark.
[[nodiscard]] std::string tree_audit_csv(const PlanFamily& family,
                                         const TreeAudit& audit);
// As a workbook: obligations, plans, the gaps that people justified. Error: the
// system has no room for it.
[[nodiscard]] Result<std::string> tree_audit_xlsx(const PlanFamily& family,
                                                  const TreeAudit& audit);
// A family for Graphviz, and as a picture.
[[nodiscard]] std::string family_dot(const PlanFamily& family);
[[nodiscard]] std::string family_svg(const PlanFamily& family);
// The same as explanation_text, as `kehoach.explain/1`.
[[nodiscard]] std::string explanation_json(const Explanation& why,
                                           const Rulebook& rules,
                                           const ExplainQuery& query);
// `kehoach.rules/1`: what was wrong with examples, and the uses where there are
// any.
[[nodiscard]] std::string rules_json(const Rulebook& rules,
                                     const std::vector<RuleFailure>& failures,
                                     const std::vector<RuleUse>& uses,
                                     std::uint64_t documents);
// The same JSON over several lines. Text that is no JSON is given back.
[[nodiscard]] std::string indent_json(std::string_view json);

}  // namespace kehoach
