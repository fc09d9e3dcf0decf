#include "store/source_table.h"

#include "store/names.h"

namespace kehoach {

SourceTable::SourceTable(Connection& db)
    : db_(&db),
      insert_(db,
              "INSERT INTO sources"
              " (path, status, reason, sha256, bytes, document_id, stage,"
              " milliseconds, reader_id, run_id, device, inode)"
              " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      update_(db,
              "UPDATE sources SET status = ?2, reason = ?3, sha256 = ?4,"
              " bytes = ?5, document_id = coalesce(?6, document_id),"
              " stage = ?7, milliseconds = ?8, reader_id = ?9, run_id = ?10,"
              " device = ?11, inode = ?12"
              " WHERE path = ?1"),
      document_at_(db, "SELECT document_id FROM sources WHERE path = ?"),
      drop_orphan_(db,
                   "DELETE FROM documents WHERE id = ?1 AND NOT EXISTS"
                   " (SELECT 1 FROM sources WHERE document_id = ?1)"),
      find_(db,
            "SELECT documents.id, program_version, rules_hash FROM documents"
            " JOIN readers ON readers.id = reader_id WHERE sha256 = ?"),
      paths_(db,
             "SELECT path, device, inode FROM sources WHERE document_id = ?"
             " AND status IN ('loaded', 'duplicate')"
             " ORDER BY status <> 'loaded', path"),
      remove_(db, "DELETE FROM sources WHERE path = ?"),
      rename_(db,
              "UPDATE sources SET path = ?1,"
              " status = iif(status = 'duplicate', status, 'loaded'),"
              " reason = iif(status = 'duplicate', reason, NULL)"
              " WHERE path = ?2"),
      promote_(db,
               "UPDATE sources SET status = 'loaded', reason = NULL"
               " WHERE path = (SELECT min(path) FROM sources"
               " WHERE document_id = ?1 AND status = 'duplicate')"
               " AND NOT EXISTS (SELECT 1 FROM sources"
               " WHERE document_id = ?1 AND status = 'loaded')"),
      name_first_(db,
                  "UPDATE sources SET reason = ?2 || (SELECT min(path)"
                  " FROM sources WHERE document_id = ?1 AND status = 'loaded')"
                  " WHERE document_id = ?1 AND status = 'duplicate'"),
      // The paths that begin with ?2 are those before ?3.
      members_(db,
               "SELECT path, status, reason, sources.sha256, sources.bytes,"
               " program_version, rules_hash FROM sources"
               " LEFT JOIN documents ON documents.id = document_id"
               " LEFT JOIN readers ON readers.id = documents.reader_id"
               " WHERE path = ?1 OR (path >= ?2 AND path < ?3)"
               " ORDER BY path"),
      keep_(db, "REPLACE INTO kept_texts (document_id, text) VALUES (?, ?)"),
      kept_(db,
            "SELECT kept_texts.text FROM kept_texts"
            " JOIN documents ON documents.id = document_id WHERE sha256 = ?"),
      drop_kept_(db, "DELETE FROM kept_texts WHERE document_id = ?") {}

SourceTable::Held SourceTable::held_at(std::string_view path) {
  Held held;
  document_at_.bind(path);
  while (document_at_.step()) {
    held.is_known = true;
    if (!document_at_.is_null(0)) held.document = document_at_.integer(0);
  }
  return held;
}

bool SourceTable::drop_if_orphaned(std::optional<DocumentId> document) {
  if (!document) return false;
  db_->enforce_keys(true);
  drop_orphan_.bind(*document).run();
  if (!db_->ok() || sqlite3_changes(db_->get()) == 0) return false;
  drop_kept_.bind(*document).run();
  return true;
}

void SourceTable::keep(DocumentId document, std::string_view text) {
  keep_.bind(document).bind_blob(text).run();
}

std::string SourceTable::kept_text(std::string_view sha256) {
  std::string text;
  kept_.bind(sha256);
  while (kept_.step()) text = kept_.text(0);
  return text;
}

// New paths are inserted, and by no upsert: one opens a savepoint, at which
// FTS5 writes out all that it has gathered, for every document anew.
bool SourceTable::save(const Source& source,
                       std::optional<DocumentId> document) {
  const Held before = held_at(source.path);
  Statement& write = before.is_known ? update_ : insert_;
  write.bind(source.path)
      .bind(name_of(source.status))
      .bind_text_or_null(source.reason)
      .bind_text_or_null(source.sha256);
  // A file whose bytes could not be read has no hash and no size.
  if (source.sha256.empty()) {
    write.bind_null();
  } else {
    write.bind(static_cast<std::int64_t>(source.bytes));
  }
  if (document) {
    write.bind(*document);
  } else {
    write.bind_null();
  }
  if (source.stage) {
    write.bind(name_of(*source.stage));
  } else {
    write.bind_null();
  }
  write.bind(static_cast<std::int64_t>(source.milliseconds));
  for (const std::int64_t id : {reader_id_, run_id_}) {
    if (id > 0) {
      write.bind(id);
    } else {
      write.bind_null();
    }
  }
  if (source.file) {
    write.bind(static_cast<std::int64_t>(source.file->device))
        .bind(static_cast<std::int64_t>(source.file->inode));
  } else {
    write.bind_null().bind_null();
  }
  write.run();
  if (!before.document) return false;
  const bool holds_another = document && document != before.document;
  if (holds_another && drop_if_orphaned(before.document)) return true;
  if (holds_another || (source.status != SourceStatus::loaded &&
                        source.status != SourceStatus::duplicate)) {
    settle_copies(*before.document);
  }
  return false;
}

void SourceTable::move(std::string_view from, std::string_view to) {
  const std::optional<DocumentId> before = held_at(to).document;
  const std::optional<DocumentId> moved = held_at(from).document;
  remove_.bind(to).run();
  rename_.bind(to).bind(from).run();
  if (before && before != moved && !drop_if_orphaned(before))
    settle_copies(*before);
  if (moved) settle_copies(*moved);
}

bool SourceTable::drop(std::string_view path) {
  const std::optional<DocumentId> held = held_at(path).document;
  remove_.bind(path).run();
  if (!held || drop_if_orphaned(held)) return held.has_value();
  settle_copies(*held);
  return false;
}

void SourceTable::settle_copies(DocumentId document) {
  promote_.bind(document).run();
  name_first_.bind(document).bind(kSameBytesAs).run();
}

std::optional<StoredDocument> SourceTable::find(std::string_view sha256) {
  std::optional<StoredDocument> found;
  find_.bind(sha256);
  while (find_.step()) {
    found =
        StoredDocument{find_.integer(0), {find_.text(1), find_.text(2)}, {}};
  }
  if (!found) return found;
  paths_.bind(found->id);
  while (paths_.step()) {
    HeldPath held{paths_.text(0), {}};
    if (!paths_.is_null(1)) {
      held.file = {static_cast<std::uint64_t>(paths_.integer(1)),
                   static_cast<std::uint64_t>(paths_.integer(2))};
    }
    found->paths.push_back(std::move(held));
  }
  return found;
}

std::vector<StoredSource> SourceTable::find_members(
    std::string_view container) {
  std::string begin(container), end(container);
  begin += kMemberMark;
  end += static_cast<char>(kMemberMark + 1);
  std::vector<StoredSource> found;
  members_.bind(container).bind(begin).bind(end);
  while (members_.step()) {
    StoredSource stored;
    stored.source = {members_.text(0), status_from(members_.text(1)),
                     members_.text(2), members_.text(3),
                     static_cast<std::uint64_t>(members_.integer(4))};
    if (!members_.is_null(5))
      stored.read_by = ReaderVersion{members_.text(5), members_.text(6)};
    found.push_back(std::move(stored));
  }
  return found;
}

std::vector<StoredSource> sources_not_loaded(Connection& db) {
  std::vector<StoredSource> found;
  Statement rows(db,
                 "SELECT path, status, reason, sha256, bytes, stage,"
                 " milliseconds, program_version, rules_hash FROM sources"
                 " LEFT JOIN readers ON readers.id = sources.reader_id"
                 " WHERE status NOT IN ('loaded', 'duplicate') ORDER BY path");
  while (rows.step()) {
    StoredSource stored;
    stored.source = {rows.text(0),
                     status_from(rows.text(1)),
                     rows.text(2),
                     rows.text(3),
                     static_cast<std::uint64_t>(rows.integer(4)),
                     stage_named(rows.text(5)),
                     static_cast<std::uint64_t>(rows.integer(6))};
    if (!rows.is_null(7))
      stored.read_by = ReaderVersion{rows.text(7), rows.text(8)};
    found.push_back(std::move(stored));
  }
  return found;
}

std::vector<std::string> stale_sources(Connection& db,
                                       const ReaderVersion& reader) {
  std::vector<std::string> paths;
  Statement rows(db,
                 "SELECT path FROM sources"
                 " JOIN documents ON documents.id = document_id"
                 " JOIN readers ON readers.id = documents.reader_id"
                 " WHERE status IN ('loaded', 'duplicate')"
                 " AND (program_version, rules_hash) <> (?, ?) ORDER BY path");
  rows.bind(reader.program).bind(reader.rules);
  while (rows.step()) paths.push_back(rows.text(0));
  return paths;
}

}  // namespace kehoach
