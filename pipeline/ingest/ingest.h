// Room 6: many files at once, from paths to rows.
//
// Every path ends in exactly one status with a reason; none is lost, and no
// file ends the run. What is already in the database, read by the same program
// with the same rules, is not read again.
//
// Containers (archives: ZIP, TAR, 7z, RAR, gzip, bzip2, xz, zstd; mails and
// mailboxes) are unpacked in memory, however they stand in each other. Each
// member is a path of its own: `plans.zip!2024/mail.eml!plan.pdf`.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/model.h"
#include "model/to_read.h"
#include "store/store.h"

namespace kehoach {

// Files that are larger are not read: `failed`, with both sizes.
inline constexpr std::uint64_t kMaxFileBytes = std::uint64_t{512} << 20;

// Makes a plan of the bytes of a file; see read_keeping.
using PlanReader = std::function<Result<ReadPlan>(const ToRead& document)>;

// What is unpacked of one file on disk, so that none of a few kilobytes can
// fill memory or run for hours. Beyond `depth` a container is `failed`; the
// others end the walk, and what was read before stays; of a gzip nothing was.
struct ContainerLimits {
  std::size_t depth = 4;  // of containers inside each other
  std::uint64_t members = 100'000;
  std::uint64_t member_bytes = kMaxFileBytes;
  std::uint64_t total_bytes = std::uint64_t{8} << 30;
  std::uint64_t ratio = 250;  // to the size of the file, above 32 MB
};

class OfficeConverter;

// Makes, in the process that is to read, what reads; that process then tells
// the watch how far it has come.
using ReaderMaker = std::function<PlanReader(StepWatch)>;
using ConverterMaker = std::function<std::unique_ptr<OfficeConverter>()>;

struct WorkerOptions {
  unsigned jobs = 0;         // documents at a time; 0: one for each core
  unsigned threads = 1;      // that read_plan starts for one document
  unsigned documents = 500;  // after so many, a worker gives way to a fresh one
  // For one document; and the longest time in which it comes no step further
  // (Stage, pages).
  std::chrono::milliseconds document_limit{std::chrono::hours{1}};
  std::chrono::milliseconds silence_limit{std::chrono::minutes{3}};
  // Of address space, for each.
  std::uint64_t memory = std::uint64_t{4} << 30;
  bool sandbox = true;  // no network, no other programs, nothing is written
};

// Processes that read documents, so that none can harm the import: a document
// over which a worker dies, or goes beyond its limits, is tried once more by a
// fresh one, and is then `crashed`, `timeout` or `out-of-memory`. What is
// written there to standard error goes nowhere; without workers it is seen.
class Workers {
 public:
  Workers() = default;
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;
  virtual ~Workers() = default;
};

// To be called before the program has opened its database, or has a second
// thread: a process is forked that later forks the workers, when there is work.
// What the makers name (rules) is shared with them, and is to live as long.
// `make_converter` is run in a process that has no limits of its own and keeps
// what it made for all documents. SIGPIPE is ignored from then on. Error: the
// system refuses.
[[nodiscard]] Result<std::unique_ptr<Workers>> start_workers(
    ReaderMaker make_reader, ConverterMaker make_converter,
    const WorkerOptions& options);

// Which files are taken of those that stand below the paths that were given.
// Patterns are those of shells (`*.pdf`, `2024/*`, `[ab]?.txt`); one with a `/`
// is matched against the end of the path, from a folder on, others against the
// name. A file that is given itself is taken whatever its name.
struct Selection {
  std::vector<std::string> include, exclude;  // no `include`: all
  // Written at that time or later.
  std::optional<std::chrono::sys_seconds> since;
  std::optional<std::uint64_t> limit;  // so many files, the first ones
  // Only what has arrived whole: no files with the names of programs that are
  // not done with them (`a.pdf.part`, `~$a.docx`), and none that a program has
  // open to write. Holds for files that are given, too; what is gone is no
  // failure.
  bool arrived = false;
};

// See Selection.
[[nodiscard]] bool matches(const std::string& path, const std::string& pattern);

// How far an import is.
struct Progress {
  std::uint64_t done = 0, found = 0;  // paths
  std::uint64_t failed = 0;           // of all, members too
  std::string_view path;              // that is taken now
  // What a worker has been at for the longest time; empty where none is.
  std::string slowest;
  std::chrono::milliseconds slowest_time{0};
};

// A process ended that should not have. It leaves no trace in the database
// where the document is read at the second attempt.
struct WorkerDeath {
  // What it was at: path (empty where it had nothing to do), status, reason,
  // stage, and for how long.
  Source document;
  std::string_view worker;  // reader, unpacker, clerk
  bool again = false;       // the document is tried once more
};

struct ImportOptions {
  ReaderVersion reader;
  bool reread = false;   // also what is unchanged
  std::string database;  // a path that is no input; may be empty
  // Called before each path, while workers are waited for, and at the end; and,
  // path by path, when what became of one is kept: with the batch that it is
  // in, which is open for seconds. What is lost is never told. May be empty.
  std::function<void(const Progress&)> on_progress;
  std::function<void(const Source&)> on_source;
  // Once true, the document at hand is finished and the rest is left.
  const std::atomic<bool>* stop = nullptr;
  ContainerLimits containers;
  // What was read is kept after so long at the latest: a hundred documents, as
  // many as a batch has, may be hours of recognising.
  std::chrono::milliseconds batch_limit{std::chrono::seconds{5}};
  // Called when all is read, before the run is closed: brings up to date what
  // depends on several documents (link_archive). What it writes is kept or lost
  // as one; the documents stay. May be empty.
  std::function<Result<void>(Store&)> link;
  // Who reads; none: this process, one document after the other.
  Workers* workers = nullptr;
  Selection selection;
  // Also what was twice the end of a worker, with this reader.
  bool retry_deadly = false;
  // The version (reading_version) whose texts may stand for the files that they
  // were read from, where these are read once more; empty: none. `reread` and
  // `retry_deadly` ask for all of it anew.
  std::string reading = {};
  std::function<void(const WorkerDeath&)> on_death;  // may be empty
};

// Paths that are in the ledger, to be imported once more.
enum class Retry : std::uint8_t {
  failed,  // unsupported, failed, crashed, ...
  stale,   // read by another version of the program, or by other rules
  all,
};
// The files to import for that; where a member of a container is meant, that.
// Error: as the store.
[[nodiscard]] Result<std::vector<std::string>> paths_to_retry(
    Store& store, Retry retry, const ReaderVersion& reader);

// True where `file` is there and would be one of those that an import of
// `paths` takes, by whatever name or link.
[[nodiscard]] bool is_to_be_imported(const std::string& file,
                                     const std::vector<std::string>& paths,
                                     const Selection& selection);

// What an import would do with a file.
enum class Forecast : std::uint8_t {
  read,       // its bytes are new, or were read by another program or rules
  unchanged,  // they are there
  unpack,     // a container: what is in it is not looked at
  passed,     // fails as it is, or was twice the end of a worker, with this
              // reader, and is not tried again; the reason says why
};
[[nodiscard]] std::string_view name_of(Forecast forecast);
// Looks at all that would be imported, and writes nothing.
[[nodiscard]] Result<void> foresee(
    const std::vector<std::string>& paths, Store& store,
    const ImportOptions& options,
    const std::function<void(const Source&, Forecast)>& visit);

struct ImportSummary {
  StatusCounts counts;
  std::uint64_t bytes = 0;  // read
  std::uint64_t left = 0;   // paths that were not reached
  bool interrupted = false;
};

// Imports files, and folders with all that is below them, in the order of their
// names: the database is the same however many workers read. `read_plan` is
// called where there are none. Inside folders, entries whose name begins with a
// dot and the database are skipped. A folder or path that is reached twice is
// read once.
//
// The same bytes under a second path are a `duplicate` of the first. Where the
// first is gone and the second is the very file that it was, that has moved and
// is `unchanged`; a path that is gone otherwise stays, for verify_files to
// tell.
//
// A path that is not there is `failed`, and the database keeps what it knew of
// it, if anything.
//
// A container is `loaded` when it was read to its end, whatever became of its
// members, which have statuses of their own; where it is damaged, the members
// before that are read. An unchanged container is passed over if all that is in
// it was read; members that are no more are dropped.
//
// Error: the database cannot be written (read-only, locked, disk full). It then
// is as after the last finished batch.
[[nodiscard]] Result<ImportSummary> import_files(
    const std::vector<std::string>& paths, Store& store,
    const PlanReader& read_plan, const ImportOptions& options);

// Is given a document and its path; false ends the walk.
using DocumentVisitor = std::function<bool(
    const std::string& path, const Result<std::string_view>& bytes)>;

[[nodiscard]] bool is_container(std::string_view bytes);
// Whether the program has what unpacks archives, and mails.
struct CanUnpack {
  bool archives = false, mails = false;
};
[[nodiscard]] CanUnpack can_unpack();

// Visits the documents in `bytes`, the content of the file `path`: the file
// itself, or, where it is a container, the documents inside. Errors are members
// that can't be had, and containers that are damaged (after what could be had).
void visit_documents(std::string_view bytes, const std::string& path,
                     const ContainerLimits& limits,
                     const DocumentVisitor& visit);

// Reads every file again whose bytes the database has a SHA-256 of, in the
// order of their paths, and changes nothing. Where a document is stored, its
// bytes count, though others may have been seen since that could not be read.
// What is inside containers is as they are and is not looked at by itself. Ends
// early once `stop` is true.
//
// Error: as the store.
[[nodiscard]] Result<FixityCounts> verify_files(
    Store& store, const std::function<void(const FixityCheck&)>& on_check,
    const std::atomic<bool>& stop);

// ---- files as they come

struct WatchOptions {
  // What arrives together is imported together: when nothing more has come for
  // so long, or ten times so long after the first of it.
  std::chrono::milliseconds quiet{1000};
  // After an import that failed: so long until it is tried again.
  std::chrono::milliseconds retry{5000};
  // Called when all folders are watched, with their number; when what had
  // arrived is imported; when something went wrong that a person should know (a
  // folder is gone, the disk is full); and when a folder is there again. May be
  // empty.
  std::function<void(std::uint64_t folders)> on_watching;
  std::function<void(const ImportSummary&)> on_batch;
  std::function<void(const std::string&)> on_trouble, on_relief;
};

// Imports what is in `folders` as import_files does, and then what arrives in
// them, until `options.stop` is true: files that are closed after writing,
// moved in or linked, and new folders. A file that is written again is imported
// again. A file that a program still writes waits until it is whole; temporary
// names are passed over (Selection::arrived). What is removed stays in the
// database.
//
// The database is open only while there is something to import. Where the
// system lost count of what came, everything is looked at again. A folder that
// is gone is waited for, and so is a database that is held or has no room.
//
// Gives the sum over all imports; `left` are paths that were not reached when
// it was stopped. Error: a folder is not there or cannot be watched; the
// database can't be written from the first, or no worker can be started. Only
// what this machine does to a network folder is seen.
[[nodiscard]] Result<ImportSummary> watch_folders(
    const std::vector<std::string>& folders, const PlanReader& read_plan,
    const ImportOptions& options, const WatchOptions& how);

// Makes a DOCX of documents that only an office program reads: Word 97-2003
// (DOC), RTF, OpenDocument text.
class OfficeConverter {
 public:
  OfficeConverter() = default;
  OfficeConverter(const OfficeConverter&) = delete;
  OfficeConverter& operator=(const OfficeConverter&) = delete;
  virtual ~OfficeConverter() = default;

  // Error, without a path: `unsupported` where there is no such program, `io`
  // where it does not start, `damaged` where it cannot read the document.
  [[nodiscard]] virtual Result<std::string> to_docx(std::string_view bytes) = 0;
};

struct OfficeOptions {
  std::string helper;  // the program `kehoach-office`, which is built beside us
  std::string libraries = "/usr/lib/libreoffice/program";  // LibreOffice's
  std::chrono::seconds start_limit{60};
  std::chrono::seconds document_limit{60};
};

// True where LibreOffice is there with Writer. Other parts of it, such as the
// spreadsheet, may be installed alone.
[[nodiscard]] bool office_is_installed(const OfficeOptions& options);

// LibreOffice, in one process that is started for the first document and killed
// with the converter. It has a profile of its own in a temporary folder,
// without macros, links or network. A document over which it dies or goes
// beyond its time is tried once more.
[[nodiscard]] std::unique_ptr<OfficeConverter> make_office_converter(
    OfficeOptions options);

// A reader that has such documents converted and gives all others to
// `read_plan`. The plan names the document as its source, not the DOCX.
// `converter` must live as long.
[[nodiscard]] PlanReader with_office(PlanReader read_plan,
                                     OfficeConverter& converter);

// The bytes of a file or pipe. Error: gone, a folder, no permission, larger
// than `max_bytes`; the message begins with the path.
[[nodiscard]] Result<std::string> read_file(const std::string& path,
                                            std::uint64_t max_bytes);

// How many files `paths` are, where that is plain at once: there are fewer than
// `limit`, none is a folder, a pipe or gone, and none begins as an archive or a
// mail does, which may hold any number; else 0. Looks at no more than the
// beginning of each, so that a Word document may count as an archive.
[[nodiscard]] unsigned count_plain_files(const std::vector<std::string>& paths,
                                         unsigned limit);

}  // namespace kehoach
