#include "store/export_tables.h"

#include <array>

#include "store/names.h"

namespace kehoach {
namespace {

struct ExportTable {
  std::string_view name;
  // Rows are known by the document's SHA-256 and their place in it, never by
  // ids, which tell the order of imports.
  const char* sql;
};

#define KEHOACH_EVIDENCE                                        \
  "quote, span_begin, span_end, page,"                          \
  " (SELECT name FROM rules WHERE rules.id = rule_id) AS rule," \
  " printf('%.2f', coalesce(confidence, 1)) AS confidence"
#define KEHOACH_OF_OBLIGATION                    \
  "(SELECT 'o' || ordinal FROM obligations AS o" \
  " WHERE o.id = obligation_id) AS obligation"
#define KEHOACH_BODIES(role)                                            \
  "(SELECT group_concat(name, '; ') FROM (SELECT name FROM assignments" \
  " JOIN agencies ON agencies.id = agency_id"                           \
  " WHERE obligation_id = obligations.id AND role = '" role             \
  "'"                                                                   \
  " ORDER BY assignments.ordinal)) AS " role

constexpr std::array<ExportTable, 8> kTables = {{
    {"documents",
     "SELECT sha256, (SELECT path FROM sources WHERE document_id = documents.id"
     " ORDER BY status <> 'loaded', path LIMIT 1) AS path, media_type, bytes,"
     " pages, type, number, symbol, code, issued_on, place, issuer, level,"
     " title, signer, signer_title FROM documents ORDER BY sha256"},
    {"obligations",
     "SELECT sha256, code, 'o' || ordinal AS id, path, section,"
     " " KEHOACH_BODIES("lead") ", " KEHOACH_BODIES(
         "support") ", modality, " KEHOACH_EVIDENCE
                    " FROM obligations JOIN documents ON documents.id = "
                    "document_id"
                    " ORDER BY sha256, ordinal"},
    {"deadlines",
     "SELECT sha256, code, " KEHOACH_OF_OBLIGATION
     ", kind, value, rrule, bound, year_inferred, " KEHOACH_EVIDENCE
     " FROM deadlines JOIN documents ON documents.id = document_id"
     " ORDER BY sha256, ordinal"},
    {"targets",
     "SELECT sha256, code, " KEHOACH_OF_OBLIGATION
     ", indicator, comparator, value, value_to, unit, due, " KEHOACH_EVIDENCE
     " FROM targets JOIN documents ON documents.id = document_id"
     " ORDER BY sha256, ordinal"},
    {"references",
     "SELECT sha256, documents.code AS of, citations.code, citations.type,"
     " citations.issued_on, citations.issuer, relation, of_decision,"
     " " KEHOACH_EVIDENCE
     " FROM citations JOIN documents ON documents.id = document_id"
     " ORDER BY sha256, ordinal"},
    {"recipients",
     "SELECT sha256, code, name FROM recipients"
     " JOIN documents ON documents.id = document_id ORDER BY sha256, ordinal"},
    {"diagnostics",
     "SELECT sha256, documents.code AS of, severity, diagnostics.code AS "
     "diagnostic,"
     " message, span_begin, span_end FROM diagnostics"
     " JOIN documents ON documents.id = document_id ORDER BY sha256, ordinal"},
    {"sources",
     "SELECT path, status, reason, sha256, bytes FROM sources ORDER BY path"},
}};

#undef KEHOACH_EVIDENCE
#undef KEHOACH_OF_OBLIGATION
#undef KEHOACH_BODIES

}  // namespace

std::vector<std::string_view> export_tables() {
  std::vector<std::string_view> names;
  for (const ExportTable& table : kTables) names.push_back(table.name);
  return names;
}

void visit_table_rows(Connection& db, std::string_view table,
                      const RowVisitor& visit) {
  for (const ExportTable& known : kTables) {
    if (known.name != table) continue;
    Statement query(db, known.sql);
    if (!db.ok() || !visit(query.names())) return;
    std::vector<std::string> row(query.names().size());
    while (query.step()) {
      for (std::size_t i = 0; i < row.size(); ++i)
        row[i] = query.text(static_cast<int>(i));
      if (!visit(row)) return;
    }
    return;
  }
  db.fail(Error::Kind::invalid, "there is no table " + std::string(table));
}

void visit_source_rows(Connection& db, const SourceVisitor& visit) {
  Statement query(db,
                  "SELECT path, status, reason, sources.sha256, sources.bytes,"
                  " started_at, iif(documents.sha256 IS NOT sources.sha256,"
                  " documents.sha256, NULL) FROM sources"
                  " LEFT JOIN runs ON runs.id = run_id"
                  " LEFT JOIN documents ON documents.id = document_id"
                  " ORDER BY path");
  while (query.step()) {
    Source source{query.text(0), status_from(query.text(1)), query.text(2),
                  query.text(3), static_cast<std::uint64_t>(query.integer(4))};
    source.written_since = query.text(5);
    source.document_sha256 = query.text(6);
    if (!visit(source)) return;
  }
}

std::vector<DocumentId> documents_by_sha256(Connection& db) {
  std::vector<DocumentId> ids;
  Statement query(db, "SELECT id FROM documents ORDER BY sha256");
  while (query.step()) ids.push_back(query.integer(0));
  return ids;
}

void back_up(Connection& db, const std::string& path) {
  constexpr int kPagesAStep = 1000;
  constexpr int kWait = 50;  // milliseconds
  Connection copy(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  if (const auto opened = copy.outcome(); !opened) {
    db.fail(opened.error().kind, opened.error().message);
    return;
  }
  sqlite3_backup* backup =
      sqlite3_backup_init(copy.get(), "main", db.get(), "main");
  int code = backup == nullptr ? sqlite3_errcode(copy.get()) : SQLITE_OK;
  while (backup != nullptr &&
         (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED)) {
    code = sqlite3_backup_step(backup, kPagesAStep);
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED) sqlite3_sleep(kWait);
  }
  sqlite3_backup_finish(backup);
  if (code != SQLITE_DONE) copy.check(code);
  if (const auto done = copy.outcome(); !done)
    db.fail(done.error().kind, done.error().message);
}

}  // namespace kehoach
