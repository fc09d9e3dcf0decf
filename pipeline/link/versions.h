// Which documents are one plan. Private to link/.
//
// A plan comes as scan and as Word document, as draft with a blank number and
// issued. Its documents agree in number, issuer and date, or, where the number
// is blank, in issuer, title and year. Where two issued plans could be that of
// a draft, it stays alone.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "link/code.h"
#include "link/places.h"
#include "store/store.h"

namespace kehoach {

// A document, as far as this is decided by it.
struct VersionedDocument {
  DocumentId id = 0;
  CodeParts code;
  std::string who;  // unit and letters of the issuer; empty: not known
  std::string issuer;
  std::string issued_on;
  std::string title;
  std::string media_type, sha256;
};

struct VersionRow {
  DocumentId plan = 0;
  PlanVersion version = PlanVersion::main;
  friend bool operator==(const VersionRow&, const VersionRow&) = default;
};

// A row for each document, in their order. The main one is issued before draft,
// text before what was recognised in pictures (`recognised`, asked only where a
// plan has several), then by the format that keeps most. The order of documents
// does not matter. O(n log n).
[[nodiscard]] std::vector<VersionRow> group_versions(
    const std::vector<VersionedDocument>& documents,
    const std::function<bool(DocumentId)>& recognised);

}  // namespace kehoach
