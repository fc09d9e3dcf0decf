#include "store/text_search.h"

#include "store/names.h"
#include "store/plan_reader.h"
#include "text/text.h"

namespace kehoach {
namespace {

void fold_in_sql(sqlite3_context* context, int, sqlite3_value** values) {
  const unsigned char* data = sqlite3_value_text(values[0]);
  const int size = sqlite3_value_bytes(values[0]);
  if (data == nullptr) return sqlite3_result_null(context);
  const std::string folded = fold_for_search(
      {reinterpret_cast<const char*>(data), static_cast<std::size_t>(size)});
  sqlite3_result_text64(context, folded.data(), folded.size(), SQLITE_TRANSIENT,
                        SQLITE_UTF8);
}

// An FTS5 expression: `column : ("tre em" AND "xam hai")`. Inside quotes
// nothing is syntax but the quote itself, which is doubled.
std::string match_expression(const char* column,
                             const std::vector<std::string>& phrases) {
  std::string out = std::string(column) + " : (";
  for (const std::string& phrase : phrases) {
    if (out.back() == '"') out += " AND ";
    out += '"';
    for (const char c : phrase) {
      if (c == '"') out += '"';
      if (c != '\0') out += c;
    }
    out += '"';
  }
  return out + ")";
}

std::string document_filters(const TextQuery& query) {
  std::string sql;
  if (!query.level.empty()) sql += " AND level = ?";
  if (!query.type.empty()) sql += " AND fold(type) = ?";
  return sql;
}

void bind_document_filters(Statement& statement, const TextQuery& query,
                           const std::string& type) {
  if (!query.level.empty()) statement.bind(query.level);
  if (!query.type.empty()) statement.bind(type);
}

// Whoever leads or supports: by the words of the name, or as the body meant.
std::string agency_filter(const TextQuery& query) {
  if (query.agency.empty() && query.bodies.empty()) return {};
  std::string sql =
      " AND +rowid IN (SELECT obligation_id FROM assignments WHERE ";
  if (!query.agency.empty())
    sql +=
        "agency_id IN (SELECT id FROM agencies"
        " WHERE ' ' || folded || ' ' LIKE ?)";
  if (!query.bodies.empty()) {
    std::string marks;
    for (std::size_t i = 0; i < query.bodies.size(); ++i)
      marks += i == 0 ? "?" : ", ?";
    if (!query.agency.empty()) sql += " OR ";
    sql.append("body_id IN (SELECT id FROM bodies WHERE key IN (")
        .append(marks)
        .append(") UNION SELECT id FROM bodies WHERE kind IN (")
        .append(marks)
        .append("))");
  }
  return sql + ")";
}

// The best rows of the index alone, so that only they are joined.
std::string hits_sql(const TextQuery& query) {
  std::string sql =
      "WITH hits (id, score) AS MATERIALIZED ("
      "SELECT rowid, rank FROM obligations_fts WHERE obligations_fts MATCH ?";
  sql += agency_filter(query);
  const std::string filters = document_filters(query);
  if (!filters.empty()) {
    sql +=
        " AND EXISTS (SELECT 1 FROM obligations JOIN documents"
        " ON documents.id = document_id"
        " WHERE obligations.id = obligations_fts.rowid" +
        filters + ")";
  }
  return sql +
         " ORDER BY rank LIMIT ?) "
         "SELECT hits.id, ordinal, path, page, quote, score, " +
         kSummaryColumns +
         " FROM hits JOIN obligations ON obligations.id = hits.id"
         " JOIN documents ON documents.id = document_id"
         " ORDER BY score, hits.id";
}

}  // namespace

void add_fold_function(Connection& db) {
  if (!db.ok()) return;
  db.check(sqlite3_create_function_v2(
      db.get(), "fold", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr,
      fold_in_sql, nullptr, nullptr, nullptr));
}

std::vector<ObligationHit> find_obligations(Connection& db,
                                            const TextQuery& query) {
  const std::string match = match_expression(
      query.form == TextForm::printed ? "quote" : "folded", query.phrases);
  const std::string agency = "% " + query.agency + " %";
  const std::string type = fold_for_search(query.type);
  Statement rows(db, hits_sql(query));
  rows.bind(match);
  if (!query.agency.empty()) rows.bind(agency);
  for (int column = 0; column < 2; ++column) {
    for (const std::string& body : query.bodies) rows.bind(body);
  }
  bind_document_filters(rows, query, type);
  rows.bind(static_cast<std::int64_t>(query.limit));
  Statement agencies(db, kAssignments);
  std::vector<ObligationHit> hits;
  while (rows.step()) {
    ObligationHit hit;
    hit.id = rows.integer(0);
    hit.obligation = obligation_name(rows.integer(1));
    hit.path = rows.text(2);
    hit.page = rows.small(3);
    hit.quote = rows.text(4);
    hit.score = rows.real(5);
    hit.document = read_summary(rows, 6);
    hit.lead = read_assignments(agencies, hit.id, "lead");
    hit.support = read_assignments(agencies, hit.id, "support");
    hits.push_back(std::move(hit));
  }
  return hits;
}

std::vector<DocumentSummary> find_titles(Connection& db,
                                         const TextQuery& query) {
  const std::string match = match_expression(
      query.form == TextForm::printed ? "title" : "title_folded",
      query.phrases);
  const std::string type = fold_for_search(query.type);
  std::string sql = std::string("SELECT ") + kSummaryColumns +
                    " FROM documents_fts JOIN documents"
                    " ON documents.id = documents_fts.rowid"
                    " WHERE documents_fts MATCH ?" +
                    document_filters(query) +
                    " ORDER BY rank, documents.id LIMIT ?";
  Statement rows(db, sql);
  rows.bind(match);
  bind_document_filters(rows, query, type);
  rows.bind(static_cast<std::int64_t>(query.limit));
  std::vector<DocumentSummary> found;
  while (rows.step()) found.push_back(read_summary(rows, 0));
  return found;
}

}  // namespace kehoach
