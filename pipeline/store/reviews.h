// What people decided, as the store keeps it. Part of store/store.h.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "model/review.h"
#include "store/links.h"

namespace kehoach {

// A document whose facts are to be reviewed.
struct DocumentToReview {
  DocumentId id = 0;
  std::string path;  // one of its paths; empty if it has none left
  std::string sha256;
};

// Writes belong to the store's batch: they are lost without `Store::commit`.
class ReviewTable {
 public:
  ReviewTable() = default;
  ReviewTable(const ReviewTable&) = delete;
  ReviewTable& operator=(const ReviewTable&) = delete;
  virtual ~ReviewTable() = default;

  // Keeps other writers out until the batch ends, so that what is read from
  // here on is what is changed. Error: another one writes for too long.
  [[nodiscard]] virtual Result<void> lock() = 0;
  // Saves in place of the row `id` where that is not 0, and gives its id. The
  // plan of a document that is here is taken from there.
  [[nodiscard]] virtual Result<std::int64_t> save(const Review& review) = 0;
  [[nodiscard]] virtual Result<std::int64_t> save(const CellReview& review) = 0;

  // Decisions about a document: about its bytes, and about bytes of the same
  // plan that no document has any more. By place.
  [[nodiscard]] virtual Result<std::vector<Review>> of_document(
      std::string_view sha256) = 0;
  // Decisions about two plans, in whatever files they came. By age.
  [[nodiscard]] virtual Result<std::vector<CellReview>> of_pair(
      std::string_view parent_sha256, std::string_view child_sha256) = 0;

  // Plans that have decisions, or facts of low or medium certainty; with `all`,
  // every plan. Each once, but all its documents that have decisions. By id.
  [[nodiscard]] virtual Result<std::vector<DocumentToReview>> documents(
      bool all) = 0;
  // The document with these bytes, else the first of the same plan; id 0 where
  // neither is there.
  [[nodiscard]] virtual Result<DocumentToReview> find(
      const ReviewedDocument& document) = 0;
  // All decisions, by document and place, until `visit` says false.
  [[nodiscard]] virtual Result<void> visit(
      const std::function<bool(const Review&)>& visit) = 0;
  [[nodiscard]] virtual Result<void> visit_cells(
      const std::function<bool(const CellReview&)>& visit) = 0;
};

}  // namespace kehoach
