// Room 4: the database, behind one small interface.
//
// The only room that speaks SQL. Its tables are documented where they are made
// or changed, in `schema/`: those of documents in `0001_tables.sql`, the views
// for people in `0003_views.sql`, what linking adds in `0006_links.sql` and
// `0012_near_duplicates.sql`, `sources` and `runs` in `0010_ledger.sql`.
//
// One program writes at a time, in batches: what was saved since the last
// `commit` is lost if the program dies, all before it stays. Readers are never
// blocked. A `Store` belongs to one thread.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/lint.h"
#include "model/model.h"
#include "store/links.h"    // IWYU pragma: export
#include "store/reviews.h"  // IWYU pragma: export

namespace kehoach {

// ---- what is stored about files ---------------------------------------------

// What became of a path. A path that is `unchanged` keeps the status that it
// has in the database.
enum class SourceStatus : std::uint8_t {
  loaded,       // read, and its facts (its members, if it is a container) are
                // in the database
  unchanged,    // already there, read by this program with these rules
  duplicate,    // the same bytes are there under another path
  unsupported,  // a format that is not read yet
  failed,       // could not be read; the reason says why
  // Twice, and by itself each time, it was the end of the process that read it:
  crashed,
  timeout,
  out_of_memory,
};
inline constexpr std::size_t kSourceStatuses = 8;
[[nodiscard]] std::string_view name_of(SourceStatus status);
// One of the last three: not tried again unless that is asked for.
[[nodiscard]] constexpr bool is_deadly(SourceStatus status) {
  return status >= SourceStatus::crashed;
}
// Failed or deadly: the archive lacks what it holds now.
[[nodiscard]] constexpr bool is_failure(SourceStatus status) {
  return status >= SourceStatus::failed;
}

// A file on disk, whatever it is called.
struct FileIdentity {
  std::uint64_t device = 0, inode = 0;
  friend bool operator==(const FileIdentity&, const FileIdentity&) = default;
};

struct Source {
  std::string path;
  SourceStatus status = SourceStatus::loaded;
  std::string reason;  // one line for a person; empty where all went well
  std::string sha256;  // empty where the bytes could not be read
  std::uint64_t bytes = 0;
  std::optional<Stage> stage;      // that it came to, where it was not loaded
  std::uint64_t milliseconds = 0;  // that reading it took
  // Of a row that is visited: when the import began that wrote it (UTC); empty
  // where that is not known.
  std::string written_since;
  // Of a row that is visited: of the document that it holds, where that was
  // read from other bytes than were seen last.
  std::string document_sha256;
  // To be saved: the file that it is, or is in. Not given back of a row.
  std::optional<FileIdentity> file{};
  friend bool operator==(const Source&, const Source&) = default;
};

// What stands between the path of a container (an archive, a mail) and the name
// of a member, which is a source of its own: `plans.zip!2024/plan.pdf`.
inline constexpr char kMemberMark = '!';

// How the reason of a `duplicate` begins, before the path that is loaded.
inline constexpr std::string_view kSameBytesAs = "same bytes as ";

// How many paths ended in each status.
struct StatusCounts {
  std::array<std::uint64_t, kSourceStatuses> by_status{};

  std::uint64_t& operator[](SourceStatus status) {
    return by_status[static_cast<std::size_t>(status)];
  }
  std::uint64_t operator[](SourceStatus status) const {
    return by_status[static_cast<std::size_t>(status)];
  }
  [[nodiscard]] std::uint64_t total() const;
  [[nodiscard]] std::uint64_t failures() const;
  friend bool operator==(const StatusCounts&, const StatusCounts&) = default;
};

// What became of the bytes of a file since they were imported.
enum class Fixity : std::uint8_t {
  same,
  changed,     // others, perhaps written since the import that read it
  rotted,      // others, though nothing was written since before that
  gone,        // no such file
  unreadable,  // the system refuses
};
inline constexpr std::size_t kFixities = 5;
[[nodiscard]] std::string_view name_of(Fixity fixity);

struct FixityCheck {
  Source source;  // as stored
  Fixity fixity = Fixity::same;
  std::string reason;  // one line for a person; empty for `same`
};

struct FixityCounts {
  std::array<std::uint64_t, kFixities> by_fixity{};
  bool interrupted = false;
};

// What a document was read with. It is read again when either changes.
struct ReaderVersion {
  std::string program;  // 0.1.0
  std::string rules;    // Rulebook::hash()
  friend bool operator==(const ReaderVersion&, const ReaderVersion&) = default;
};

// ---- what is asked ----------------------------------------------------------

// A path that holds a document, and the file that it was or was in when it was
// imported, where that is known.
struct HeldPath {
  std::string path;
  std::optional<FileIdentity> file;
};

// A document that is in the database, and where it came from.
struct StoredDocument {
  DocumentId id = 0;
  ReaderVersion read_by;
  // Those that hold its bytes now, sorted, but the one that is loaded first.
  std::vector<HeldPath> paths;
};

// A path that is in the database.
struct StoredSource {
  Source source;
  // From find_members: what read the document; none where the path holds none.
  // From not_loaded: what the path was last tried by, though it may hold an
  // older document.
  std::optional<ReaderVersion> read_by;
};

// Which form of the text is searched: as printed, or folded (fold_for_search).
enum class TextForm : std::uint8_t { printed, folded };

// All `phrases` must stand in the text, each as consecutive words. The filters
// hold where they are not empty.
struct TextQuery {
  std::vector<std::string> phrases;  // folded ones for TextForm::folded
  TextForm form = TextForm::folded;
  std::string agency;  // folded; whole words of the name of a lead or support
  // Ids or kinds of bodies that lead or support; with `agency`, one of both.
  std::vector<std::string> bodies;
  std::string level;  // central, province, district, commune, unit
  std::string type;   // KH, QĐ, ...
  std::size_t limit = 20;
};

// A document in a list.
struct DocumentSummary {
  DocumentId id = 0;
  std::string type, code, title, issuer, level, issued_on;
  std::string source_path;  // one of its paths; empty if it has none left
  std::string plan_key;     // equal for two sources of one plan; may be empty
  friend bool operator==(const DocumentSummary&,
                         const DocumentSummary&) = default;
};

// Two documents that are nearly the same text.
struct NearPair {
  DocumentSummary document, other;
  double share = 0;       // of what both say that both say: 0.45 to 1
  bool one_plan = false;  // they are linked as versions of one plan
};

// An obligation that a query found.
struct ObligationHit {
  std::int64_t id = 0;  // unique in the database
  DocumentSummary document;
  std::string obligation;  // o12
  std::string path;        // IV.1.h
  std::uint32_t page = 0;  // 0 for unpaged sources
  std::string quote;
  std::vector<std::string> lead, support;
  double score = 0;  // bm25; better hits are smaller
};

// How often a body or a name stands in the plans of the archive, each plan
// counted once.
struct UseCounts {
  std::uint64_t lead = 0, support = 0, documents = 0;
  friend bool operator==(const UseCounts&, const UseCounts&) = default;
};
struct BodyUse {
  Body body;  // without its members
  UseCounts counts;
};
struct NameUse {
  std::string name;  // as written
  UseCounts counts;
};

// A fact of low certainty.
struct FactToReview {
  std::string kind;  // reference, obligation, deadline, target
  DocumentId document = 0;
  std::string code;  // empty where the document has none
  std::uint32_t page = 0;
  std::string quote;
  std::string rule;
};

// What the database holds.
struct ArchiveStatus {
  std::uint64_t documents = 0, plans = 0, obligations = 0, deadlines = 0,
                targets = 0, references = 0, agencies = 0, diagnostics = 0;
  StatusCounts paths;                   // as stored: none is `unchanged`
  std::vector<Source> problems;         // all that is not loaded, by path
  std::vector<FactToReview> to_review;  // not judged; by document and place
  std::uint64_t fact_reviews = 0, cell_reviews = 0;  // what people decided
  std::optional<ReaderVersion> last_reader;
  std::string last_finished_at;  // UTC; empty if the last run did not finish
};

// ---- everything -------------------------------------------------------------

// False ends the walk.
using SourceVisitor = std::function<bool(const Source&)>;
using RowVisitor = std::function<bool(const std::vector<std::string>&)>;

// The tables of `visit_table`: documents, obligations, deadlines, ...
[[nodiscard]] std::vector<std::string_view> export_tables();

// ---- the interface ----------------------------------------------------------

class Store {
 public:
  Store() = default;
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  // Drops what was not committed.
  virtual ~Store() = default;

  // Begins an import. `expected` paths is a guess that only decides how the
  // search index is filled. Error: the database is read-only or locked.
  [[nodiscard]] virtual Result<void> begin_run(const ReaderVersion& reader,
                                               std::uint64_t expected) = 0;
  // Commits, tidies the search index and closes the run's row.
  [[nodiscard]] virtual Result<void> finish_run(const StatusCounts& counts,
                                                bool interrupted) = 0;

  // Saves `plan` as what `source.path` holds, in place of all that was stored
  // about the same bytes. A document that no path leads to any more is
  // dropped. Commits a batch when it is due. All after an Error is lost but the
  // batches before. Error: the disk is full, the database is locked.
  //
  // `kept` is any bytes to be given back by kept_text as long as the document
  // is there; where they are empty, those that were kept before stay.
  [[nodiscard]] virtual Result<void> save_plan(const Source& source,
                                               const Plan& plan,
                                               std::string_view kept = {}) = 0;
  // Saves what became of a path that gave no new plan. Where it is `loaded` or
  // a `duplicate`, `sha256` leads to the document; a `loaded` path without one
  // is a container, and what the path held before is gone.
  [[nodiscard]] virtual Result<void> save_source(const Source& source) = 0;
  // The file `from` is now at `to`.
  [[nodiscard]] virtual Result<void> move_source(std::string_view from,
                                                 std::string_view to) = 0;
  // Forgets a path, unless it holds a document.
  [[nodiscard]] virtual Result<void> forget_source(std::string_view path) = 0;
  // Drops a path that is no more, and its document if no other path holds it.
  [[nodiscard]] virtual Result<void> drop_source(std::string_view path) = 0;
  // True where something was saved since the last commit.
  [[nodiscard]] virtual bool in_batch() const = 0;
  // Makes all that was saved permanent.
  [[nodiscard]] virtual Result<void> commit() = 0;

  [[nodiscard]] virtual Result<std::optional<StoredDocument>> find_by_sha256(
      std::string_view sha256) = 0;
  // What save_plan kept of these bytes; empty where it kept nothing.
  [[nodiscard]] virtual Result<std::string> kept_text(
      std::string_view sha256) = 0;
  // The row of a container and those of all that is inside it, sorted by path;
  // empty where the path was never seen.
  [[nodiscard]] virtual Result<std::vector<StoredSource>> find_members(
      std::string_view container) = 0;
  // The paths whose bytes are not in the archive (unsupported, failed, deadly),
  // by path, each with what it was last tried by.
  [[nodiscard]] virtual Result<std::vector<StoredSource>> not_loaded() = 0;
  // The paths of documents that `reader` has not read, by path.
  [[nodiscard]] virtual Result<std::vector<std::string>> stale(
      const ReaderVersion& reader) = 0;
  // Documents with this code (typed with accents or without), else with this
  // number, else with this id; with this id alone where it is written `#12`.
  // The best match first; empty if there is none.
  [[nodiscard]] virtual Result<std::vector<DocumentSummary>> find_documents(
      std::string_view code_or_id) = 0;
  // The facts and the text of a document; of its outline places, kinds and
  // sections. Error: no such document.
  [[nodiscard]] virtual Result<Plan> load_plan(DocumentId id) = 0;
  // What documents say that they replace, where they give its date: a code
  // alone comes again in each year and province.
  [[nodiscard]] virtual Result<std::vector<Replacement>> replacements() = 0;

  // Obligations that match, best first.
  [[nodiscard]] virtual Result<std::vector<ObligationHit>> search_obligations(
      const TextQuery& query) = 0;
  // Documents whose title matches, best first. An agency filter is not used.
  [[nodiscard]] virtual Result<std::vector<DocumentSummary>> search_titles(
      const TextQuery& query) = 0;
  // Bodies that lead or support, most often first: those whose name has
  // `words` (folded), or all.
  [[nodiscard]] virtual Result<std::vector<BodyUse>> list_bodies(
      std::string_view words) = 0;
  // How plans write the body with this id, or all of this kind; the names that
  // mean no known body where `body` is empty. Most often first.
  [[nodiscard]] virtual Result<std::vector<NameUse>> list_names(
      std::string_view body) = 0;
  [[nodiscard]] virtual Result<ArchiveStatus> status() = 0;
  // The pairs of documents that are nearly the same text, as the last import
  // found them: the nearest first, then by SHA-256.
  [[nodiscard]] virtual Result<std::vector<NearPair>> near_pairs() = 0;

  // All of it in an order that does not tell when what was imported: documents
  // by SHA-256, sources by path, the rows of a table (the names of its columns
  // first) by document and place. Error: no such table.
  [[nodiscard]] virtual Result<std::vector<DocumentId>> all_documents() = 0;
  [[nodiscard]] virtual Result<void> visit_sources(
      const SourceVisitor& visit) = 0;
  [[nodiscard]] virtual Result<void> visit_table(std::string_view table,
                                                 const RowVisitor& visit) = 0;
  // Copies the database as it is now into a file, in place of what that held,
  // while others may read and write it. Error: the file cannot be written, the
  // disk is full.
  [[nodiscard]] virtual Result<void> backup(const std::string& path) = 0;
  // What citations lead to, and which documents are one plan. Lives as long as
  // the store.
  [[nodiscard]] virtual LinkTable& links() = 0;
  // What people decided about facts and audits. Lives as long as the store.
  [[nodiscard]] virtual ReviewTable& reviews() = 0;
};

enum class Access : std::uint8_t {
  read,   // the file must be there
  write,  // made or brought up to date where needed
};

// Opens the SQLite database at `path`.
//
// Error: no such file (to read), not a database of this program, made by a
// newer version, read-only (to write), locked.
[[nodiscard]] Result<std::unique_ptr<Store>> open_store(const std::string& path,
                                                        Access access);

}  // namespace kehoach
