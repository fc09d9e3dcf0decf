#include "store/review_table.h"

#include <nlohmann/json.hpp>
#include <utility>

namespace kehoach {
namespace {

using Json = nlohmann::json;

std::string quotes_json(const std::vector<std::string>& quotes) {
  return Json(quotes).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::vector<std::string> quotes_from(const std::string& text) {
  std::vector<std::string> quotes;
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_array()) return quotes;
  for (const Json& quote : json) {
    if (quote.is_string()) quotes.push_back(quote.get<std::string>());
  }
  return quotes;
}

void bind_id(Statement& insert, std::int64_t id) {
  if (id == 0) {
    insert.bind_null();
  } else {
    insert.bind(id);
  }
}

// From column `first` on: verdict, note, reviewer, reviewed_at.
ReviewDecision read_decision(const Statement& row, int first) {
  return {review_verdict_named(row.text(first)).value_or(ReviewVerdict::accept),
          row.text(first + 1), row.text(first + 2), row.text(first + 3)};
}

}  // namespace

void SqliteReviews::begin() {
  if (!db_->in_transaction()) db_->run("BEGIN IMMEDIATE");
}

Result<std::int64_t> SqliteReviews::save(const Review& review) {
  begin();
  Statement insert(*db_,
                   "INSERT OR REPLACE INTO reviews (id, verdict, kind, sha256,"
                   " plan_key, quote, span_begin, reading, correction, note,"
                   " reviewer, reviewed_at) VALUES (?1, ?2, ?3, ?4,"
                   " (SELECT plan_key FROM documents WHERE sha256 = ?4),"
                   " ?5, ?6, ?7, ?8, ?9, ?10, ?11)");
  bind_id(insert, review.id);
  insert.bind(name_of(review.decision.verdict))
      .bind(name_of(review.kind))
      .bind(review.sha256)
      .bind(review.quote)
      .bind(std::int64_t{review.begin})
      .bind(review.reading)
      .bind_text_or_null(review.correction)
      .bind_text_or_null(review.decision.note)
      .bind(review.decision.reviewer)
      .bind(review.decision.reviewed_at)
      .run();
  if (auto done = db_->outcome(); !done) return Failure(done.error());
  return sqlite3_last_insert_rowid(db_->get());
}

Result<std::int64_t> SqliteReviews::save(const CellReview& review) {
  begin();
  Statement insert(
      *db_,
      "INSERT OR REPLACE INTO cell_reviews (id, verdict, parent_sha256,"
      " parent_key, child_sha256, child_key, parent_quote, child_quotes, note,"
      " reviewer, reviewed_at) VALUES (?1, ?2, ?3,"
      " (SELECT plan_key FROM documents WHERE sha256 = ?3), ?4,"
      " (SELECT plan_key FROM documents WHERE sha256 = ?4),"
      " ?5, ?6, ?7, ?8, ?9)");
  const std::string quotes = quotes_json(review.child_quotes);
  bind_id(insert, review.id);
  insert.bind(name_of(review.decision.verdict))
      .bind(review.parent_sha256)
      .bind(review.child_sha256)
      .bind(review.parent_quote)
      .bind(quotes)
      .bind_text_or_null(review.decision.note)
      .bind(review.decision.reviewer)
      .bind(review.decision.reviewed_at)
      .run();
  if (auto done = db_->outcome(); !done) return Failure(done.error());
  return sqlite3_last_insert_rowid(db_->get());
}

Result<std::vector<Review>> SqliteReviews::of_document(
    std::string_view sha256) {
  Statement row(*db_,
                "SELECT id, kind, sha256, quote, span_begin, reading,"
                " correction, verdict, note, reviewer, reviewed_at"
                " FROM reviews WHERE sha256 = ?1 OR (plan_key ="
                " (SELECT plan_key FROM documents WHERE sha256 = ?1)"
                " AND NOT EXISTS (SELECT 1 FROM documents"
                " WHERE documents.sha256 = reviews.sha256))"
                " ORDER BY span_begin, id");
  row.bind(sha256);
  std::vector<Review> found;
  while (row.step()) {
    const auto kind = fact_kind_named(row.text(1));
    if (!kind) continue;
    found.push_back({row.integer(0), read_decision(row, 7), *kind, row.text(2),
                     row.text(3), row.small(4), row.text(5), row.text(6)});
  }
  if (auto done = db_->outcome(); !done) return Failure(done.error());
  return found;
}

Result<std::vector<CellReview>> SqliteReviews::of_pair(
    std::string_view parent_sha256, std::string_view child_sha256) {
  Statement row(*db_,
                "SELECT id, parent_sha256, child_sha256, parent_quote,"
                " child_quotes, verdict, note, reviewer, reviewed_at"
                " FROM cell_reviews WHERE (parent_sha256 = ?1 OR parent_key ="
                " (SELECT plan_key FROM documents WHERE sha256 = ?1))"
                " AND (child_sha256 = ?2 OR child_key ="
                " (SELECT plan_key FROM documents WHERE sha256 = ?2))"
                " ORDER BY id");
  row.bind(parent_sha256).bind(child_sha256);
  std::vector<CellReview> found;
  while (row.step()) {
    found.push_back({row.integer(0), read_decision(row, 5), row.text(1),
                     row.text(2), row.text(3), quotes_from(row.text(4))});
  }
  if (auto done = db_->outcome(); !done) return Failure(done.error());
  return found;
}

Result<std::vector<DocumentToReview>> SqliteReviews::documents(bool all) {
  const std::string decided =
      "EXISTS (SELECT 1 FROM reviews WHERE sha256 = documents.sha256)";
  std::string sql =
      "SELECT id, (SELECT path FROM sources WHERE document_id = documents.id"
      " ORDER BY status <> 'loaded', path LIMIT 1) FROM documents WHERE ";
  if (all) {
    sql += "id IN (SELECT id FROM plans) OR " + decided;
  } else {
    sql += decided +
           " OR (id IN (SELECT id FROM plans) AND (EXISTS (SELECT 1"
           " FROM reviews WHERE plan_key = documents.plan_key)";
    for (const char* facts :
         {"citations", "obligations", "deadlines", "targets"}) {
      sql += std::string(" OR EXISTS (SELECT 1 FROM ") + facts +
             " WHERE document_id = documents.id AND certainty <> 'high')";
    }
    sql += "))";
  }
  Statement row(*db_, sql + " ORDER BY id");
  std::vector<DocumentToReview> found;
  while (row.step()) found.push_back({row.integer(0), row.text(1)});
  if (auto done = db_->outcome(); !done) return Failure(done.error());
  return found;
}

}  // namespace kehoach
