// Writes the rows of one plan. Private to store/.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "store/body_table.h"
#include "store/sqlite.h"
#include "store/store.h"

namespace kehoach {

// Gives each name of a table (rules, agencies) its row, and remembers it.
class NameTable {
 public:
  // `insert` takes the name, then its folded form if `folded`.
  NameTable(Connection& db, const char* find, const char* insert, bool folded);
  [[nodiscard]] std::int64_t id(const std::string& name);

 private:
  Connection* db_;
  Statement find_, insert_;
  bool folded_;
  std::unordered_map<std::string, std::int64_t> known_;
};

// Holds the prepared statements of an import. Must not outlive a rolled back
// transaction, since it remembers rows.
class PlanWriter {
 public:
  explicit PlanWriter(Connection& db);

  // Writes `plan` as a document with these bytes, in place of the document
  // `replaced` and under its id, if there is one.
  DocumentId write(const Plan& plan, const Source& source,
                   std::int64_t reader_id, std::optional<DocumentId> replaced);

 private:
  DocumentId write_document(const Plan& plan, const Source& source,
                            std::int64_t reader_id,
                            std::optional<DocumentId> id);
  void write_outline(DocumentId id, const Outline& outline);
  void write_citations(DocumentId id, const std::vector<Reference>& references);
  void write_obligations(DocumentId id, const Plan& plan);
  void write_assignments(std::int64_t obligation, const char* role,
                         const std::vector<std::string>& agencies);
  void write_deadlines(DocumentId id, const std::vector<Deadline>& deadlines);
  void write_targets(DocumentId id, const std::vector<Target>& targets);
  void write_diagnostics(DocumentId id,
                         const std::vector<Diagnostic>& diagnostics);
  void write_signatures(DocumentId id, const PlanSource& source);
  // Binds quote, span, page, box and rule: the last columns of every fact.
  Statement& bind_evidence(Statement& insert, const Evidence& evidence);
  void bind_obligation(Statement& insert,
                       const std::optional<std::string>& obligation);

  Connection* db_;
  NameTable rules_, agencies_;
  BodyTable bodies_;
  Statement delete_document_, document_, title_index_, text_, recipient_,
      outline_, citation_, obligation_, obligation_index_, assignment_,
      deadline_, target_, diagnostic_, stamp_, signature_, sketch_;
  // Rows of the obligations of the plan at hand, by their id in it (`o12`).
  std::unordered_map<std::string, std::int64_t> obligation_rows_;
};

}  // namespace kehoach
