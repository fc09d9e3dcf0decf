// The rows of `sources`: which path holds which document. Private to store/.
#pragma once

#include "store/sqlite.h"
#include "store/store.h"

namespace kehoach {

class SourceTable {
 public:
  explicit SourceTable(Connection& db);

  // By what and when the rows are written that come.
  void begin_run(std::int64_t reader, std::int64_t run) {
    reader_id_ = reader;
    run_id_ = run;
  }
  // Writes the row of `source.path`. `document` is what was read from it; none
  // keeps what was read from it before. A document that loses its last path is
  // dropped; one that loses its first has another. True if one was dropped.
  bool save(const Source& source, std::optional<DocumentId> document);
  void move(std::string_view from, std::string_view to);
  // Of those who held the same document, the first takes its place. True if
  // none did and the document was dropped.
  bool drop(std::string_view path);
  [[nodiscard]] std::optional<StoredDocument> find(std::string_view sha256);
  // The text that is kept of a document, in place of one that was.
  void keep(DocumentId document, std::string_view text);
  [[nodiscard]] std::string kept_text(std::string_view sha256);
  [[nodiscard]] std::vector<StoredSource> find_members(
      std::string_view container);

 private:
  struct Held {
    bool is_known = false;
    std::optional<DocumentId> document;
  };
  bool drop_if_orphaned(std::optional<DocumentId> document);
  [[nodiscard]] Held held_at(std::string_view path);
  // Where the path that the document was read from holds it no more, the first
  // copy takes its place; the others are copies of that.
  void settle_copies(DocumentId document);

  Connection* db_;
  std::int64_t reader_id_ = 0, run_id_ = 0;
  Statement insert_, update_, document_at_, drop_orphan_, find_, paths_,
      remove_, rename_, promote_, name_first_, members_, keep_, kept_,
      drop_kept_;
};

// See Store.
[[nodiscard]] std::vector<StoredSource> sources_not_loaded(Connection& db);
[[nodiscard]] std::vector<std::string> stale_sources(
    Connection& db, const ReaderVersion& reader);

}  // namespace kehoach
