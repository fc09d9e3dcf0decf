#include "store/archive_status.h"

#include "store/names.h"
#include "store/source_table.h"

namespace kehoach {
namespace {

std::uint64_t rows_of(Connection& db, const char* table) {
  return static_cast<std::uint64_t>(
      db.number(std::string("SELECT count(*) FROM ") + table));
}

void add_reviews(Connection& db, ArchiveStatus& status) {
  status.fact_reviews = rows_of(db, "reviews");
  status.cell_reviews = rows_of(db, "cell_reviews");
  Statement review(db,
                   "SELECT kind, document_id, code, page, quote, rule"
                   " FROM facts_to_review");
  while (review.step()) {
    status.to_review.push_back({review.text(0), review.integer(1),
                                review.text(2), review.small(3), review.text(4),
                                review.text(5)});
  }
}

}  // namespace

ArchiveStatus read_status(Connection& db) {
  ArchiveStatus status;
  status.documents = rows_of(db, "documents");
  status.plans = rows_of(db, "plans");
  status.obligations = rows_of(db, "obligations");
  status.deadlines = rows_of(db, "deadlines");
  status.targets = rows_of(db, "targets");
  status.references = rows_of(db, "citations");
  status.agencies = rows_of(db, "agencies");
  status.diagnostics = rows_of(db, "diagnostics");
  Statement counts(db, "SELECT status, count(*) FROM sources GROUP BY status");
  while (counts.step()) {
    status.paths[status_from(counts.text(0))] =
        static_cast<std::uint64_t>(counts.integer(1));
  }
  for (StoredSource& problem : sources_not_loaded(db))
    status.problems.push_back(std::move(problem.source));
  add_reviews(db, status);
  Statement last(db,
                 "SELECT program_version, rules_hash, finished_at FROM runs"
                 " JOIN readers ON readers.id = reader_id"
                 " ORDER BY runs.id DESC LIMIT 1");
  while (last.step()) {
    status.last_reader = ReaderVersion{last.text(0), last.text(1)};
    status.last_finished_at = last.text(2);
  }
  return status;
}

}  // namespace kehoach
