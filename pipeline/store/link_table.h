// LinkTable on SQLite. Private to store/.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "store/links.h"
#include "store/sqlite.h"

namespace kehoach {

class SqliteLinks final : public LinkTable {
 public:
  // `db` must live as long. Statements are prepared when they are first used,
  // since the schema is not there yet.
  explicit SqliteLinks(Connection& db);
  ~SqliteLinks() override;

  // Lets go of the prepared statements, so that the database can be closed or
  // its journal changed.
  void release();

  [[nodiscard]] Result<std::string> rules() override;
  [[nodiscard]] Result<void> set_rules(std::string_view hash) override;
  [[nodiscard]] Result<std::vector<LinkableDocument>> documents() override;
  [[nodiscard]] Result<std::vector<DocumentIdentity>> identities() override;
  [[nodiscard]] Result<std::vector<CitationKey>> unlinked() override;
  [[nodiscard]] Result<std::vector<CitationKey>> linked_by_number(
      std::string_view number_key) override;
  [[nodiscard]] Result<std::vector<CitationKey>> linked_by_unit(
      std::string_view unit) override;
  [[nodiscard]] Result<std::vector<LinkableCitation>> citations(
      DocumentId document) override;
  [[nodiscard]] Result<std::string> text_after(CitationKey citation) override;
  [[nodiscard]] Result<bool> is_recognised(DocumentId document) override;
  [[nodiscard]] Result<std::vector<FamilyEdge>> changes() override;
  [[nodiscard]] Result<void> save(const DocumentIdentity& identity) override;
  [[nodiscard]] Result<void> drop_identity(DocumentId document) override;
  [[nodiscard]] Result<void> save(const CitationLink& link) override;
  [[nodiscard]] Result<bool> are_compared() override;
  [[nodiscard]] Result<std::vector<DocumentSketch>> sketches() override;
  [[nodiscard]] Result<void> save(
      const std::vector<NearDuplicate>& pairs) override;

  [[nodiscard]] Result<LinkCounts> counts() override;
  [[nodiscard]] Result<DocumentId> main_version(DocumentId document) override;
  [[nodiscard]] Result<std::optional<FamilyDocument>> family_document(
      DocumentId document) override;
  [[nodiscard]] Result<std::uint64_t> obligations_of(
      DocumentId document) override;
  [[nodiscard]] Result<std::vector<FamilyEdge>> edges_of(
      DocumentId document) override;
  [[nodiscard]] Result<std::vector<FamilyEdge>> edges_to(
      DocumentId document) override;
  [[nodiscard]] Result<std::vector<FamilyEdge>> edges_to(
      std::string_view cited_as) override;
  [[nodiscard]] Result<std::vector<std::string>> cited_with(
      std::string_view code) override;
  [[nodiscard]] Result<std::vector<std::pair<std::string, std::string>>> units()
      override;

 private:
  struct Statements;
  Statements& prepared();
  void begin_batch();
  void add_sketches();
  template <typename T>
  [[nodiscard]] Result<T> outcome(T value) {
    if (!db_->ok()) return Failure(db_->take_error());
    return value;
  }

  Connection* db_;
  std::unique_ptr<Statements> statements_;
};

}  // namespace kehoach
