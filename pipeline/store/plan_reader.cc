#include "store/plan_reader.h"

#include <algorithm>

#include "store/body_table.h"
#include "store/names.h"
#include "store/outline_json.h"
#include "text/text.h"

namespace kehoach {
namespace {

constexpr const char* kEvidenceColumns =
    "quote, span_begin, span_end, page, x0, y0, x1, y1,"
    " (SELECT name FROM rules WHERE rules.id = rule_id), confidence,"
    " certainty";
constexpr int kOwn = 11;  // where the columns begin that follow the evidence

Box read_box(const Statement& row, int first) {
  return {static_cast<float>(row.real(first)),
          static_cast<float>(row.real(first + 1)),
          static_cast<float>(row.real(first + 2)),
          static_cast<float>(row.real(first + 3))};
}

Evidence read_evidence(const Statement& row) {
  Evidence e;
  e.quote = row.text(0);
  e.span = {row.small(1), row.small(2)};
  e.page = row.small(3);
  e.box = read_box(row, 4);
  e.rule = row.text(8);
  if (!row.is_null(9)) e.confidence = static_cast<float>(row.real(9));
  e.certainty = certainty_named(row.text(10)).value_or(Certainty::high);
  return e;
}

// The rows of one kind of fact: evidence first, then `columns`.
Statement facts(Connection& db, const char* table, const char* columns,
                DocumentId id) {
  Statement query(db, std::string("SELECT ") + kEvidenceColumns + ", " +
                          columns + " FROM " + table +
                          " WHERE document_id = ? ORDER BY ordinal");
  query.bind(id);
  return query;
}

// `o12` of the obligation whose row id is in the last column of the evidence's
// neighbours.
constexpr const char* kObligationOrdinal =
    "(SELECT ordinal FROM obligations WHERE obligations.id = obligation_id)";

std::optional<std::string> optional_obligation(const Statement& row,
                                               int column) {
  if (row.is_null(column)) return std::nullopt;
  return obligation_name(row.integer(column));
}

void read_document(Connection& db, DocumentId id, Plan& plan) {
  Statement row(db,
                "SELECT type, number, symbol, code, issued_on, place, issuer,"
                " level, title, signer, signer_title, sha256, media_type,"
                " bytes, pages, text, (SELECT path FROM sources"
                " WHERE document_id = documents.id"
                " ORDER BY status <> 'loaded', path LIMIT 1)"
                " FROM documents JOIN texts ON document_id = id WHERE id = ?");
  row.bind(id);
  bool found = false;
  while (row.step()) {
    found = true;
    plan.document = {
        row.text(0),          row.optional_text(1),  row.optional_text(2),
        row.optional_text(3), row.optional_text(4),  row.optional_text(5),
        row.optional_text(6), row.optional_text(7),  row.text(8),
        row.optional_text(9), row.optional_text(10), {}};
    plan.source = {row.text(16),
                   row.text(11),
                   row.text(12),
                   static_cast<std::uint64_t>(row.integer(13)),
                   row.small(14),
                   {},
                   {}};
    plan.text = row.text(15);
  }
  if (!found) {
    db.fail(Error::Kind::invalid,
            db.path() + ": no document has the id " + std::to_string(id));
  }
  Statement names(
      db, "SELECT name FROM recipients WHERE document_id = ? ORDER BY ordinal");
  names.bind(id);
  while (names.step()) plan.document.recipients.push_back(names.text(0));
}

void read_references(Connection& db, DocumentId id, Plan& plan) {
  Statement row =
      facts(db, "citations",
            "code, type, issued_on, issuer, relation, of_decision", id);
  while (row.step()) {
    plan.references.push_back({read_evidence(row), row.text(kOwn),
                               row.text(kOwn + 1), row.optional_text(kOwn + 2),
                               row.optional_text(kOwn + 3), row.text(kOwn + 4),
                               false, row.integer(kOwn + 5) != 0});
  }
}

void read_obligations(Connection& db, DocumentId id, Plan& plan) {
  Statement row =
      facts(db, "obligations", "ordinal, path, section, modality, id", id);
  Statement agencies(db, kAssignments);
  while (row.step()) {
    const std::int64_t key = row.integer(kOwn + 4);
    plan.obligations.push_back(
        {read_evidence(row), obligation_name(row.integer(kOwn)),
         row.text(kOwn + 1),
         section_named(row.text(kOwn + 2)).value_or(SectionRole::none),
         read_assignments(agencies, key, "lead"),
         read_assignments(agencies, key, "support"), row.text(kOwn + 3)});
  }
}

void read_deadlines(Connection& db, DocumentId id, Plan& plan) {
  const std::string columns =
      std::string("kind, value, rrule, bound, year_inferred, ") +
      kObligationOrdinal;
  Statement row = facts(db, "deadlines", columns.c_str(), id);
  while (row.step()) {
    plan.deadlines.push_back(
        {read_evidence(row), row.text(kOwn), row.optional_text(kOwn + 1),
         row.optional_text(kOwn + 2), row.text(kOwn + 3),
         row.integer(kOwn + 4) != 0, optional_obligation(row, kOwn + 5)});
  }
}

void read_targets(Connection& db, DocumentId id, Plan& plan) {
  const std::string columns =
      std::string("indicator, comparator, value, value_to, unit, due, ") +
      kObligationOrdinal;
  Statement row = facts(db, "targets", columns.c_str(), id);
  while (row.step()) {
    Target target{read_evidence(row),
                  row.text(kOwn),
                  row.text(kOwn + 1),
                  row.real(kOwn + 2),
                  std::nullopt,
                  row.text(kOwn + 4),
                  row.optional_text(kOwn + 5),
                  optional_obligation(row, kOwn + 6)};
    if (!row.is_null(kOwn + 3)) target.value_to = row.real(kOwn + 3);
    plan.targets.push_back(std::move(target));
  }
}

// Tables, marks and what decided a node are not kept.
void read_outline(Connection& db, DocumentId id, Outline& outline) {
  Statement row(db, "SELECT nodes FROM outlines WHERE document_id = ?");
  row.bind(id);
  while (row.step()) outline.nodes = nodes_from_json(row.text(0));
}

void read_diagnostics(Connection& db, DocumentId id, Plan& plan) {
  Statement row(db,
                "SELECT severity, code, message, span_begin, span_end"
                " FROM diagnostics WHERE document_id = ? ORDER BY ordinal");
  row.bind(id);
  while (row.step()) {
    plan.diagnostics.push_back({severity_from(row.text(0)),
                                row.text(1),
                                row.text(2),
                                {row.small(3), row.small(4)}});
  }
}

void read_signatures(Connection& db, DocumentId id, PlanSource& source) {
  Statement stamp(db,
                  "SELECT page, x0, y0, x1, y1, kind, signer, organisation,"
                  " email, time FROM stamps WHERE document_id = ?"
                  " ORDER BY ordinal");
  stamp.bind(id);
  while (stamp.step()) {
    source.stamps.push_back({stamp.small(0), read_box(stamp, 1), stamp.text(5),
                             stamp.text(6), stamp.text(7), stamp.text(8),
                             stamp.text(9)});
  }
  Statement row(db,
                "SELECT signer, organisation, email, time, status, whole_file"
                " FROM signatures WHERE document_id = ? ORDER BY ordinal");
  row.bind(id);
  while (row.step()) {
    source.signatures.push_back({row.text(0), row.text(1), row.text(2),
                                 row.text(3),
                                 signature_status_named(row.text(4))
                                     .value_or(SignatureStatus::unchecked),
                                 row.integer(5) != 0});
  }
}

std::vector<DocumentSummary> summaries_where(Connection& db,
                                             const char* condition,
                                             std::string_view value) {
  Statement query(db, std::string("SELECT ") + kSummaryColumns +
                          " FROM documents WHERE " + condition +
                          " ORDER BY documents.id LIMIT 100");
  query.bind(value);
  std::vector<DocumentSummary> found;
  while (query.step()) found.push_back(read_summary(query, 0));
  return found;
}

}  // namespace

DocumentSummary read_summary(const Statement& row, int first) {
  return {row.integer(first),  row.text(first + 1), row.text(first + 2),
          row.text(first + 3), row.text(first + 4), row.text(first + 5),
          row.text(first + 6), row.text(first + 7), row.text(first + 8)};
}

std::vector<std::string> read_assignments(Statement& query,
                                          std::int64_t obligation,
                                          std::string_view role) {
  std::vector<std::string> names;
  query.bind(obligation).bind(role);
  while (query.step()) names.push_back(query.text(0));
  return names;
}

std::vector<DocumentSummary> find_summaries(Connection& db,
                                            std::string_view code_or_id) {
  constexpr const char* kById = "id = CAST(? AS INTEGER)";
  const std::string_view asked = trim(code_or_id);
  const auto is_number = [](std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return c >= '0' && c <= '9'; });
  };
  if (starts_with(asked, "#")) {
    if (!is_number(asked.substr(1))) return {};
    return summaries_where(db, kById, asked.substr(1));
  }
  const std::string folded = fold_for_search(asked);
  if (folded.empty()) return {};
  auto found = summaries_where(db, "code_folded = ?", folded);
  // A number is the beginning of a code: `1515` of `1515 kh ubnd`.
  if (found.empty()) {
    found = summaries_where(
        db, "code_folded >= ?1 || ' ' AND code_folded < ?1 || '!'", folded);
  }
  if (found.empty() && is_number(asked))
    found = summaries_where(db, kById, asked);
  return found;
}

std::vector<NearPair> find_near_pairs(Connection& db) {
  Statement pairs(db,
                  "SELECT near.document_id, other_id, share,"
                  " ifnull(a.plan_id = b.plan_id, 0)"
                  " FROM near_duplicates AS near"
                  " JOIN documents AS first ON first.id = near.document_id"
                  " JOIN documents AS second ON second.id = other_id"
                  " LEFT JOIN identities AS a ON a.document_id = first.id"
                  " LEFT JOIN identities AS b ON b.document_id = second.id"
                  " ORDER BY share DESC, first.sha256, second.sha256");
  Statement summary(db, std::string("SELECT ") + kSummaryColumns +
                            " FROM documents WHERE documents.id = ?");
  const auto summary_of = [&](DocumentId id) {
    DocumentSummary found;
    summary.bind(id);
    while (summary.step()) found = read_summary(summary, 0);
    return found;
  };
  std::vector<NearPair> found;
  while (pairs.step()) {
    found.push_back({summary_of(pairs.integer(0)), summary_of(pairs.integer(1)),
                     pairs.real(2), pairs.integer(3) != 0});
  }
  return found;
}

Plan read_plan_rows(Connection& db, DocumentId id) {
  Plan plan;
  read_document(db, id, plan);
  read_references(db, id, plan);
  read_obligations(db, id, plan);
  read_deadlines(db, id, plan);
  read_targets(db, id, plan);
  plan.bodies = read_bodies(db, id);
  read_outline(db, id, plan.outline);
  read_diagnostics(db, id, plan);
  read_signatures(db, id, plan.source);
  return plan;
}

std::vector<Replacement> read_replacements(Connection& db) {
  Statement rows(db,
                 "SELECT DISTINCT citations.code, citations.issued_on, "
                 "documents.code, documents.issued_on FROM citations JOIN "
                 "documents ON documents.id = citations.document_id "
                 "WHERE citations.relation = 'replaces' AND "
                 "citations.issued_on IS NOT NULL AND documents.code IS NOT "
                 "NULL ORDER BY 1, 2, 3, 4");
  std::vector<Replacement> found;
  while (rows.step())
    found.push_back({rows.text(0), rows.text(1), rows.text(2), rows.text(3)});
  return found;
}

}  // namespace kehoach
