#include <filesystem>
#include <optional>

#include "store/archive_status.h"
#include "store/body_list.h"
#include "store/export_tables.h"
#include "store/fast_tokenizer.h"
#include "store/link_table.h"
#include "store/names.h"
#include "store/plan_reader.h"
#include "store/plan_writer.h"
#include "store/review_table.h"
#include "store/schema.h"
#include "store/source_table.h"
#include "store/sqlite.h"
#include "store/store.h"
#include "store/text_search.h"

namespace kehoach {
namespace {

// One transaction holds this much; one a document costs two to three times as
// much time.
constexpr std::uint64_t kBatchDocuments = 100;
constexpr std::uint64_t kBatchBytes = std::uint64_t{32} << 20;
// From here on the index is filled without merging and merged once at the end;
// its defaults make loading grow faster than its input.
constexpr std::uint64_t kBulkDocuments = 500;

class SqliteStore final : public Store {
 public:
  explicit SqliteStore(std::string path, Access access)
      : db_(std::move(path), access == Access::read
                                 ? SQLITE_OPEN_READONLY
                                 : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE) {
    prepare(access);
  }
  ~SqliteStore() override { leave_wal(); }

  [[nodiscard]] Result<void> opened() { return db_.outcome(); }

  [[nodiscard]] Result<void> begin_run(const ReaderVersion& reader,
                                       std::uint64_t expected) override;
  [[nodiscard]] Result<void> finish_run(const StatusCounts& counts,
                                        bool interrupted) override;
  [[nodiscard]] Result<void> save_plan(const Source& source, const Plan& plan,
                                       std::string_view kept) override;
  [[nodiscard]] Result<void> save_source(const Source& source) override;
  [[nodiscard]] Result<void> move_source(std::string_view from,
                                         std::string_view to) override;
  [[nodiscard]] Result<void> forget_source(std::string_view path) override;
  [[nodiscard]] Result<void> drop_source(std::string_view path) override;
  [[nodiscard]] bool in_batch() const override { return db_.in_transaction(); }
  [[nodiscard]] Result<void> commit() override;
  [[nodiscard]] Result<std::optional<StoredDocument>> find_by_sha256(
      std::string_view sha256) override;
  [[nodiscard]] Result<std::string> kept_text(std::string_view sha256) override;
  [[nodiscard]] Result<std::vector<StoredSource>> find_members(
      std::string_view container) override;
  [[nodiscard]] Result<std::vector<StoredSource>> not_loaded() override;
  [[nodiscard]] Result<std::vector<std::string>> stale(
      const ReaderVersion& reader) override;
  [[nodiscard]] Result<std::vector<DocumentSummary>> find_documents(
      std::string_view code_or_id) override;
  [[nodiscard]] Result<Plan> load_plan(DocumentId id) override;
  [[nodiscard]] Result<std::vector<Replacement>> replacements() override;
  [[nodiscard]] Result<std::vector<ObligationHit>> search_obligations(
      const TextQuery& query) override;
  [[nodiscard]] Result<std::vector<DocumentSummary>> search_titles(
      const TextQuery& query) override;
  [[nodiscard]] Result<std::vector<BodyUse>> list_bodies(
      std::string_view words) override;
  [[nodiscard]] Result<std::vector<NameUse>> list_names(
      std::string_view body) override;
  [[nodiscard]] Result<ArchiveStatus> status() override;
  [[nodiscard]] Result<std::vector<NearPair>> near_pairs() override;
  [[nodiscard]] Result<std::vector<DocumentId>> all_documents() override;
  [[nodiscard]] Result<void> visit_sources(const SourceVisitor& visit) override;
  [[nodiscard]] Result<void> visit_table(std::string_view table,
                                         const RowVisitor& visit) override;
  [[nodiscard]] Result<void> backup(const std::string& path) override;
  [[nodiscard]] LinkTable& links() override { return links_; }
  [[nodiscard]] ReviewTable& reviews() override { return reviews_; }

 private:
  void prepare(Access access);
  void leave_wal();
  void begin_batch();
  // Ends a write: commits a full batch, or rolls back after a failure.
  [[nodiscard]] Result<void> finish_write();
  template <typename T>
  [[nodiscard]] Result<T> outcome(T value) {
    if (!db_.ok()) return Failure(db_.take_error());
    return value;
  }

  Connection db_;
  SqliteLinks links_{db_};
  SqliteReviews reviews_{db_};
  // Made by begin_run, dropped with the transaction that they remember.
  std::optional<PlanWriter> plans_;
  std::optional<SourceTable> sources_;
  std::int64_t reader_id_ = 0;
  std::int64_t run_id_ = 0;
  bool bulk_ = false;      // the index is not merged while loading
  bool replaced_ = false;  // names may be left that nothing uses
  bool wal_ = false;
  std::uint64_t batch_documents_ = 0, batch_bytes_ = 0;
};

void SqliteStore::prepare(Access access) {
  db_.enforce_keys(true);
  db_.run("PRAGMA cache_size = -8000");
  // Some builds write zeros over all that is let go.
  db_.run("PRAGMA secure_delete = OFF");
  if (access == Access::write) use_fast_tokenizer(db_);
  prepare_schema(db_, access);
  add_fold_function(db_);
  if (access == Access::write && db_.ok() &&
      sqlite3_db_readonly(db_.get(), "main") == 1) {
    db_.check(SQLITE_READONLY);
  }
}

// One file without companions can be copied, opened on a read-only disk and
// served by other programs. Fails where others still read, which is harmless.
void SqliteStore::leave_wal() {
  if (!wal_) return;
  sources_.reset();
  plans_.reset();
  links_.release();
  if (db_.in_transaction())
    sqlite3_exec(db_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
  sqlite3_busy_timeout(db_.get(), 0);
  sqlite3_exec(db_.get(), "PRAGMA journal_mode = DELETE", nullptr, nullptr,
               nullptr);
}

void SqliteStore::begin_batch() {
  if (!db_.in_transaction()) db_.run("BEGIN IMMEDIATE");
}

Result<void> SqliteStore::begin_run(const ReaderVersion& reader,
                                    std::uint64_t expected) {
  // Unlike a transaction, the switch does not wait for another writer.
  db_.run("BEGIN IMMEDIATE; COMMIT");
  db_.run("PRAGMA journal_mode = WAL");
  wal_ = db_.ok();
  db_.run("PRAGMA synchronous = NORMAL");
  begin_batch();
  Statement add(db_,
                "INSERT INTO readers (program_version, rules_hash)"
                " VALUES (?, ?) ON CONFLICT DO NOTHING");
  add.bind(reader.program).bind(reader.rules).run();
  Statement find(db_,
                 "SELECT id FROM readers WHERE program_version = ?"
                 " AND rules_hash = ?");
  find.bind(reader.program).bind(reader.rules);
  while (find.step()) reader_id_ = find.integer(0);
  Statement run(db_,
                "INSERT INTO runs (reader_id, started_at)"
                " VALUES (?, datetime('now'))");
  run.bind(reader_id_).run();
  run_id_ = sqlite3_last_insert_rowid(db_.get());
  bulk_ = expected >= kBulkDocuments;
  if (bulk_) {
    db_.run(
        "INSERT INTO obligations_fts (obligations_fts, rank)"
        " VALUES ('automerge', 0)");
    db_.run(
        "INSERT INTO obligations_fts (obligations_fts, rank)"
        " VALUES ('hashsize', 8388608)");
  }
  plans_.emplace(db_);
  sources_.emplace(db_);
  sources_->begin_run(reader_id_, run_id_);
  return commit();
}

Result<void> SqliteStore::finish_run(const StatusCounts& counts,
                                     bool interrupted) {
  begin_batch();
  if (replaced_) {
    db_.enforce_keys(true);
    db_.run(
        "DELETE FROM agencies WHERE NOT EXISTS (SELECT 1 FROM assignments"
        " WHERE agency_id = agencies.id)");
    db_.run(
        "DELETE FROM bodies WHERE NOT EXISTS (SELECT 1 FROM assignments"
        " WHERE body_id = bodies.id)");
  }
  if (bulk_) {
    db_.run(
        "INSERT INTO obligations_fts (obligations_fts, rank)"
        " VALUES ('automerge', 4)");
  }
  Statement close(db_,
                  "UPDATE runs SET finished_at = datetime('now'),"
                  " interrupted = ?, loaded = ?, unchanged = ?, duplicate = ?,"
                  " unsupported = ?, failed = ?, crashed = ?, timeout = ?,"
                  " out_of_memory = ? WHERE id = ?");
  close.bind(std::int64_t{interrupted ? 1 : 0});
  for (const std::uint64_t count : counts.by_status)
    close.bind(static_cast<std::int64_t>(count));
  close.bind(run_id_).run();
  if (auto done = commit(); !done) return done;
  if (bulk_ && counts[SourceStatus::loaded] >= kBulkDocuments) {
    db_.run(
        "INSERT INTO obligations_fts (obligations_fts) VALUES ('optimize')");
  }
  return db_.outcome();
}

Result<void> SqliteStore::finish_write() {
  if (!db_.ok()) {
    Error error = db_.take_error();
    // Writers remember rows that the rollback takes back.
    sources_.reset();
    plans_.reset();
    links_.release();
    if (db_.in_transaction())
      sqlite3_exec(db_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
    return Failure(std::move(error));
  }
  if (batch_documents_ < kBatchDocuments && batch_bytes_ < kBatchBytes)
    return {};
  return commit();
}

Result<void> SqliteStore::commit() {
  if (db_.ok() && db_.in_transaction()) db_.run("COMMIT");
  batch_documents_ = batch_bytes_ = 0;
  return db_.ok() ? Result<void>() : finish_write();
}

Result<void> SqliteStore::save_plan(const Source& source, const Plan& plan,
                                    std::string_view kept) {
  begin_batch();
  std::optional<DocumentId> replaced;
  if (const auto known = sources_->find(source.sha256)) replaced = known->id;
  // All that the rows of a new document refer to is written before them.
  db_.enforce_keys(replaced.has_value());
  const DocumentId id = plans_->write(plan, source, reader_id_, replaced);
  if (!kept.empty()) sources_->keep(id, kept);
  const bool dropped = sources_->save(source, id);
  replaced_ = replaced_ || replaced || dropped;
  ++batch_documents_;
  batch_bytes_ += plan.text.size() + kept.size();
  return finish_write();
}

Result<void> SqliteStore::save_source(const Source& source) {
  begin_batch();
  std::optional<DocumentId> document;
  if (source.status == SourceStatus::loaded ||
      source.status == SourceStatus::duplicate) {
    if (const auto known = sources_->find(source.sha256)) document = known->id;
  }
  const bool is_container = source.status == SourceStatus::loaded && !document;
  if (is_container && sources_->drop(source.path)) replaced_ = true;
  if (sources_->save(source, document)) replaced_ = true;
  ++batch_documents_;
  return finish_write();
}

Result<void> SqliteStore::move_source(std::string_view from,
                                      std::string_view to) {
  begin_batch();
  sources_->move(from, to);
  ++batch_documents_;
  return finish_write();
}

Result<void> SqliteStore::forget_source(std::string_view path) {
  begin_batch();
  Statement remove(
      db_, "DELETE FROM sources WHERE path = ? AND document_id IS NULL");
  remove.bind(path).run();
  return finish_write();
}

Result<void> SqliteStore::drop_source(std::string_view path) {
  begin_batch();
  if (sources_->drop(path)) replaced_ = true;
  ++batch_documents_;
  return finish_write();
}

Result<std::optional<StoredDocument>> SqliteStore::find_by_sha256(
    std::string_view sha256) {
  if (!sources_) sources_.emplace(db_);
  return outcome(sources_->find(sha256));
}

Result<std::string> SqliteStore::kept_text(std::string_view sha256) {
  if (!sources_) sources_.emplace(db_);
  return outcome(sources_->kept_text(sha256));
}

Result<std::vector<StoredSource>> SqliteStore::find_members(
    std::string_view container) {
  if (!sources_) sources_.emplace(db_);
  return outcome(sources_->find_members(container));
}

Result<std::vector<StoredSource>> SqliteStore::not_loaded() {
  return outcome(sources_not_loaded(db_));
}

Result<std::vector<std::string>> SqliteStore::stale(
    const ReaderVersion& reader) {
  return outcome(stale_sources(db_, reader));
}

Result<std::vector<DocumentSummary>> SqliteStore::find_documents(
    std::string_view code_or_id) {
  return outcome(find_summaries(db_, code_or_id));
}

Result<Plan> SqliteStore::load_plan(DocumentId id) {
  return outcome(read_plan_rows(db_, id));
}

Result<std::vector<Replacement>> SqliteStore::replacements() {
  return outcome(read_replacements(db_));
}

Result<std::vector<ObligationHit>> SqliteStore::search_obligations(
    const TextQuery& query) {
  return outcome(find_obligations(db_, query));
}

Result<std::vector<DocumentSummary>> SqliteStore::search_titles(
    const TextQuery& query) {
  return outcome(find_titles(db_, query));
}

Result<std::vector<BodyUse>> SqliteStore::list_bodies(std::string_view words) {
  return outcome(kehoach::list_bodies(db_, words));
}

Result<std::vector<NameUse>> SqliteStore::list_names(std::string_view body) {
  return outcome(kehoach::list_names(db_, body));
}

Result<ArchiveStatus> SqliteStore::status() {
  return outcome(read_status(db_));
}

Result<std::vector<NearPair>> SqliteStore::near_pairs() {
  return outcome(find_near_pairs(db_));
}

Result<std::vector<DocumentId>> SqliteStore::all_documents() {
  return outcome(documents_by_sha256(db_));
}

Result<void> SqliteStore::visit_sources(const SourceVisitor& visit) {
  visit_source_rows(db_, visit);
  return db_.outcome();
}

Result<void> SqliteStore::visit_table(std::string_view table,
                                      const RowVisitor& visit) {
  visit_table_rows(db_, table, visit);
  return db_.outcome();
}

Result<void> SqliteStore::backup(const std::string& path) {
  back_up(db_, path);
  return db_.outcome();
}

}  // namespace

Result<std::unique_ptr<Store>> open_store(const std::string& path,
                                          Access access) {
  std::error_code ignored;
  if (access == Access::read && !std::filesystem::exists(path, ignored)) {
    return Failure(
        Error{Error::Kind::io, path +
                                   ": no such database; make it with 'kehoach "
                                   "import FOLDER -d " +
                                   path + "'"});
  }
  if (access == Access::read) undo_what_was_cut_short(path);
  auto store = std::make_unique<SqliteStore>(path, access);
  if (auto opened = store->opened(); !opened)
    return Failure(std::move(opened.error()));
  return std::unique_ptr<Store>(std::move(store));
}

}  // namespace kehoach
