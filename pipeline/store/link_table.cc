#include "store/link_table.h"

#include "store/names.h"

namespace kehoach {
namespace {

void bind_id_or_null(Statement& statement, DocumentId id) {
  if (id == 0) {
    statement.bind_null();
  } else {
    statement.bind(id);
  }
}

std::vector<CitationKey> keys(Statement& query) {
  std::vector<CitationKey> found;
  while (query.step()) found.push_back({query.integer(0), query.integer(1)});
  return found;
}

}  // namespace

// Those that linking runs once for each document or citation.
struct SqliteLinks::Statements {
  explicit Statements(Connection& db)
      : by_number(db,
                  "SELECT document_id, ordinal FROM links WHERE number_key = ?"
                  " ORDER BY document_id, ordinal"),
        by_unit(db,
                "SELECT document_id, ordinal FROM links WHERE unit = ?"
                " ORDER BY document_id, ordinal"),
        citations(db,
                  "SELECT ordinal, code, type, issued_on, issuer, relation"
                  " FROM citations WHERE document_id = ? ORDER BY ordinal"),
        text_after(db,
                   "SELECT substr(CAST(text AS BLOB), span_begin + 1, 600)"
                   " FROM citations JOIN texts USING (document_id)"
                   " WHERE document_id = ? AND ordinal = ?"),
        recognised(db,
                   "SELECT EXISTS (SELECT 1 FROM obligations"
                   " WHERE document_id = ?1 AND confidence IS NOT NULL)"
                   " OR EXISTS (SELECT 1 FROM citations"
                   " WHERE document_id = ?1 AND confidence IS NOT NULL)"),
        save_identity(db,
                      "INSERT OR REPLACE INTO identities (document_id,"
                      " number_key, unit, within, plan_id, version, in_force,"
                      " replaced_by, amended_by, seen)"
                      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        drop_identity(db, "DELETE FROM identities WHERE document_id = ?"),
        drop_link(db,
                  "DELETE FROM links WHERE document_id = ? AND ordinal = ?"),
        save_link(db,
                  "INSERT INTO links (document_id, ordinal, state, target_id,"
                  " grounds, number_key, unit, cited_as)"
                  " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
        save_candidate(db,
                       "INSERT INTO link_candidates"
                       " (document_id, ordinal, candidate_id)"
                       " VALUES (?, ?, ?)") {}

  Statement by_number, by_unit, citations, text_after, recognised,
      save_identity, drop_identity, drop_link, save_link, save_candidate;
};

SqliteLinks::SqliteLinks(Connection& db) : db_(&db) {}
SqliteLinks::~SqliteLinks() = default;

void SqliteLinks::release() { statements_.reset(); }

SqliteLinks::Statements& SqliteLinks::prepared() {
  if (!statements_) statements_ = std::make_unique<Statements>(*db_);
  return *statements_;
}

void SqliteLinks::begin_batch() {
  db_->enforce_keys(true);
  if (!db_->in_transaction()) db_->run("BEGIN IMMEDIATE");
}

Result<std::string> SqliteLinks::rules() {
  Statement query(*db_, "SELECT rules_hash FROM linked_with");
  std::string hash;
  while (query.step()) hash = query.text(0);
  return outcome(std::move(hash));
}

Result<void> SqliteLinks::set_rules(std::string_view hash) {
  begin_batch();
  Statement set(*db_,
                "INSERT OR REPLACE INTO linked_with (id, rules_hash)"
                " VALUES (1, ?)");
  set.bind(hash).run();
  return db_->outcome();
}

Result<std::vector<LinkableDocument>> SqliteLinks::documents() {
  Statement row(*db_,
                "SELECT id, type, number, symbol, code, issued_on, issuer,"
                " level, title, media_type, sha256 FROM documents ORDER BY id");
  std::vector<LinkableDocument> found;
  while (row.step()) {
    found.push_back({row.integer(0), row.text(1), row.text(2), row.text(3),
                     row.text(4), row.text(5), row.text(6), row.text(7),
                     row.text(8), row.text(9), row.text(10)});
  }
  return outcome(std::move(found));
}

Result<std::vector<DocumentIdentity>> SqliteLinks::identities() {
  Statement row(*db_,
                "SELECT document_id, number_key, unit, within, plan_id,"
                " version, in_force, replaced_by, amended_by, seen"
                " FROM identities ORDER BY document_id");
  std::vector<DocumentIdentity> found;
  while (row.step()) {
    found.push_back({row.integer(0), row.text(1), row.text(2), row.text(3),
                     row.integer(4), plan_version_from(row.text(5)),
                     row.integer(6) != 0, row.integer(7), row.integer(8),
                     row.text(9)});
  }
  return outcome(std::move(found));
}

Result<std::vector<CitationKey>> SqliteLinks::unlinked() {
  Statement query(*db_,
                  "SELECT document_id, ordinal FROM citations WHERE NOT EXISTS"
                  " (SELECT 1 FROM links"
                  " WHERE links.document_id = citations.document_id"
                  " AND links.ordinal = citations.ordinal)"
                  " ORDER BY document_id, ordinal");
  return outcome(keys(query));
}

Result<std::vector<CitationKey>> SqliteLinks::linked_by_number(
    std::string_view number_key) {
  Statement& query = prepared().by_number;
  query.bind(number_key);
  return outcome(keys(query));
}

Result<std::vector<CitationKey>> SqliteLinks::linked_by_unit(
    std::string_view unit) {
  Statement& query = prepared().by_unit;
  query.bind(unit);
  return outcome(keys(query));
}

Result<std::vector<LinkableCitation>> SqliteLinks::citations(
    DocumentId document) {
  Statement& row = prepared().citations;
  row.bind(document);
  std::vector<LinkableCitation> found;
  while (row.step()) {
    found.push_back({{document, row.integer(0)},
                     row.text(1),
                     row.text(2),
                     row.text(3),
                     row.text(4),
                     row.text(5)});
  }
  return outcome(std::move(found));
}

Result<std::string> SqliteLinks::text_after(CitationKey citation) {
  Statement& row = prepared().text_after;
  row.bind(citation.document).bind(citation.ordinal);
  std::string text;
  while (row.step()) text = row.text(0);
  return outcome(std::move(text));
}

Result<bool> SqliteLinks::is_recognised(DocumentId document) {
  Statement& row = prepared().recognised;
  row.bind(document);
  bool recognised = false;
  while (row.step()) recognised = row.integer(0) != 0;
  return outcome(recognised);
}

Result<void> SqliteLinks::save(const DocumentIdentity& identity) {
  begin_batch();
  Statement& row = prepared().save_identity;
  row.bind(identity.document)
      .bind_text_or_null(identity.number_key)
      .bind_text_or_null(identity.unit)
      .bind_text_or_null(identity.within)
      .bind(identity.plan)
      .bind(name_of(identity.version))
      .bind(std::int64_t{identity.in_force ? 1 : 0});
  bind_id_or_null(row, identity.replaced_by);
  bind_id_or_null(row, identity.amended_by);
  row.bind(identity.seen).run();
  return db_->outcome();
}

Result<void> SqliteLinks::drop_identity(DocumentId document) {
  begin_batch();
  prepared().drop_identity.bind(document).run();
  return db_->outcome();
}

Result<void> SqliteLinks::save(const CitationLink& link) {
  begin_batch();
  Statements& all = prepared();
  const CitationKey& key = link.citation;
  all.drop_link.bind(key.document).bind(key.ordinal).run();
  Statement& row = all.save_link;
  row.bind(key.document).bind(key.ordinal).bind(name_of(link.state));
  bind_id_or_null(row, link.target);
  row.bind_text_or_null(link.grounds)
      .bind(link.number_key)
      .bind_text_or_null(link.unit)
      .bind(link.cited_as)
      .run();
  for (const DocumentId candidate : link.candidates) {
    all.save_candidate.bind(key.document)
        .bind(key.ordinal)
        .bind(candidate)
        .run();
  }
  return db_->outcome();
}

}  // namespace kehoach
