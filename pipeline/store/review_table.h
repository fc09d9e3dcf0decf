// ReviewTable on SQLite. Private to store/.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "store/reviews.h"
#include "store/sqlite.h"

namespace kehoach {

class SqliteReviews final : public ReviewTable {
 public:
  // `db` must live as long.
  explicit SqliteReviews(Connection& db) : db_(&db) {}

  [[nodiscard]] Result<void> lock() override;
  [[nodiscard]] Result<std::int64_t> save(const Review& review) override;
  [[nodiscard]] Result<std::int64_t> save(const CellReview& review) override;
  [[nodiscard]] Result<std::vector<Review>> of_document(
      std::string_view sha256) override;
  [[nodiscard]] Result<std::vector<CellReview>> of_pair(
      std::string_view parent_sha256, std::string_view child_sha256) override;
  [[nodiscard]] Result<std::vector<DocumentToReview>> documents(
      bool all) override;
  [[nodiscard]] Result<DocumentToReview> find(
      const ReviewedDocument& document) override;
  [[nodiscard]] Result<void> visit(
      const std::function<bool(const Review&)>& visit) override;
  [[nodiscard]] Result<void> visit_cells(
      const std::function<bool(const CellReview&)>& visit) override;

 private:
  Connection* db_;
};

}  // namespace kehoach
