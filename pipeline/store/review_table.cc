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

std::string facts() {
  return "SELECT id, kind, sha256, plan_key, quote, span_begin, reading,"
         " correction, verdict, note, reviewer, reviewed_at FROM reviews";
}

Review read_review(const Statement& row) {
  return {row.integer(0),
          read_decision(row, 8),
          kind_of_fact_named(row.text(1)).value_or(KindOfFact::document),
          {row.text(2), row.text(3)},
          row.text(4),
          row.small(5),
          row.text(6),
          row.text(7)};
}

std::string cells() {
  return "SELECT id, parent_sha256, parent_key, child_sha256, child_key,"
         " parent_quote, status, child_quotes, correction, verdict, note,"
         " reviewer, reviewed_at, parent_begin FROM cell_reviews";
}

CellReview read_cell(const Statement& row) {
  CellReview review{row.integer(0),
                    read_decision(row, 9),
                    {row.text(1), row.text(2)},
                    {row.text(3), row.text(4)},
                    row.text(5),
                    coverage_named(row.text(6)).value_or(Coverage::missing),
                    quotes_from(row.text(7)),
                    std::nullopt};
  if (!row.is_null(13)) review.begin = row.small(13);
  if (row.is_null(8)) return review;
  if (auto value = coverage_verdict_from_json(row.text(8)))
    review.value = std::move(*value);
  return review;
}

}  // namespace

Result<void> SqliteReviews::lock() {
  if (!db_->in_transaction()) db_->run("BEGIN IMMEDIATE");
  return db_->outcome();
}

Result<std::int64_t> SqliteReviews::save(const Review& review) {
  if (auto locked = lock(); !locked) return Failure(locked.error());
  Statement insert(*db_,
                   "INSERT OR REPLACE INTO reviews (id, verdict, kind, sha256,"
                   " plan_key, quote, span_begin, reading, correction, note,"
                   " reviewer, reviewed_at) VALUES (?1, ?2, ?3, ?4,"
                   " coalesce((SELECT plan_key FROM documents"
                   " WHERE sha256 = ?4), ?5), ?6, ?7, ?8, ?9, ?10, ?11, ?12)");
  bind_id(insert, review.id);
  insert.bind(name_of(review.decision.verdict))
      .bind(name_of(review.kind))
      .bind(review.document.sha256)
      .bind_text_or_null(review.document.plan)
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
  if (auto locked = lock(); !locked) return Failure(locked.error());
  Statement insert(
      *db_,
      "INSERT OR REPLACE INTO cell_reviews (id, verdict, parent_sha256,"
      " parent_key, child_sha256, child_key, parent_quote, status,"
      " child_quotes, correction, note, reviewer, reviewed_at, parent_begin)"
      " VALUES (?1, ?2, ?3, coalesce((SELECT plan_key FROM documents"
      " WHERE sha256 = ?3), ?4), ?5, coalesce((SELECT plan_key FROM documents"
      " WHERE sha256 = ?5), ?6), ?7, ?8, ?9, ?10, ?11, ?12, ?13,"
      " ?14)");
  const std::string quotes = quotes_json(review.child_quotes);
  const std::string value = review.value ? to_json(*review.value) : "";
  bind_id(insert, review.id);
  insert.bind(name_of(review.decision.verdict))
      .bind(review.parent.sha256)
      .bind_text_or_null(review.parent.plan)
      .bind(review.child.sha256)
      .bind_text_or_null(review.child.plan)
      .bind(review.parent_quote)
      .bind(name_of(review.status))
      .bind(quotes)
      .bind_text_or_null(value)
      .bind_text_or_null(review.decision.note)
      .bind(review.decision.reviewer)
      .bind(review.decision.reviewed_at);
  if (review.begin) {
    insert.bind(std::int64_t{*review.begin});
  } else {
    insert.bind_null();
  }
  insert.run();
  if (auto done = db_->outcome(); !done) return Failure(done.error());
  return sqlite3_last_insert_rowid(db_->get());
}

Result<std::vector<Review>> SqliteReviews::of_document(
    std::string_view sha256) {
  Statement row(*db_, facts() +
                          " WHERE sha256 = ?1 OR (plan_key ="
                          " (SELECT plan_key FROM documents WHERE sha256 = ?1)"
                          " AND NOT EXISTS (SELECT 1 FROM documents"
                          " WHERE documents.sha256 = reviews.sha256))"
                          " ORDER BY span_begin, id");
  row.bind(sha256);
  std::vector<Review> found;
  while (row.step()) found.push_back(read_review(row));
  if (auto done = db_->outcome(); !done) return Failure(done.error());
  return found;
}

Result<std::vector<CellReview>> SqliteReviews::of_pair(
    std::string_view parent_sha256, std::string_view child_sha256) {
  Statement row(*db_, cells() +
                          " WHERE (parent_sha256 = ?1 OR parent_key ="
                          " (SELECT plan_key FROM documents WHERE sha256 = ?1))"
                          " AND (child_sha256 = ?2 OR child_key ="
                          " (SELECT plan_key FROM documents WHERE sha256 = ?2))"
                          " ORDER BY id");
  row.bind(parent_sha256).bind(child_sha256);
  std::vector<CellReview> found;
  while (row.step()) found.push_back(read_cell(row));
  if (auto done = db_->outcome(); !done) return Failure(done.error());
  return found;
}

Result<std::vector<DocumentToReview>> SqliteReviews::documents(bool all) {
  const std::string decided =
      "EXISTS (SELECT 1 FROM reviews WHERE sha256 = documents.sha256)";
  std::string sql =
      "SELECT id, (SELECT path FROM sources WHERE document_id = documents.id"
      " ORDER BY status <> 'loaded', path LIMIT 1), sha256 FROM documents"
      " WHERE ";
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
  while (row.step())
    found.push_back({row.integer(0), row.text(1), row.text(2)});
  if (auto done = db_->outcome(); !done) return Failure(done.error());
  return found;
}

Result<DocumentToReview> SqliteReviews::find(const ReviewedDocument& document) {
  Statement row(*db_,
                "SELECT id, (SELECT path FROM sources WHERE document_id ="
                " documents.id ORDER BY status <> 'loaded', path LIMIT 1),"
                " sha256 FROM documents WHERE sha256 = ?1 OR plan_key = ?2"
                " ORDER BY sha256 <> ?1, id LIMIT 1");
  row.bind(document.sha256).bind_text_or_null(document.plan);
  DocumentToReview found;
  while (row.step()) found = {row.integer(0), row.text(1), row.text(2)};
  if (auto done = db_->outcome(); !done) return Failure(done.error());
  return found;
}

Result<void> SqliteReviews::visit(
    const std::function<bool(const Review&)>& visit) {
  Statement row(*db_,
                facts() + " ORDER BY sha256, kind, span_begin, quote, id");
  while (row.step()) {
    if (!visit(read_review(row))) break;
  }
  return db_->outcome();
}

Result<void> SqliteReviews::visit_cells(
    const std::function<bool(const CellReview&)>& visit) {
  Statement row(*db_, cells() +
                          " ORDER BY parent_sha256, child_sha256, parent_quote,"
                          " verdict, child_quotes, id");
  while (row.step()) {
    if (!visit(read_cell(row))) break;
  }
  return db_->outcome();
}

}  // namespace kehoach
