// Room 5: questions in words, answered from the database.
//
// What is typed may have accents or not, in any case, composed or decomposed.
// Text that has the words as they were typed comes before text that has them
// only when accents are left out, and before each of these, text that has the
// whole question in one piece.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/model.h"
#include "store/store.h"
#include "text/text.h"

namespace kehoach {

struct SearchOptions {
  std::string agency;  // lead or support, whole words, accents or not
  std::string level;   // central, province, district, commune, unit
  std::string type;    // KH, QĐ (or qd), ...
  std::size_t limit = 20;
};

// A piece of a text around what was found; `marks` are spans of `text`.
struct Snippet {
  std::string text;
  std::vector<Span> marks;
  friend bool operator==(const Snippet&, const Snippet&) = default;
};

struct SearchHit {
  ObligationHit obligation;
  bool as_typed = false;  // with the accents of the question
  Snippet snippet;
};

struct TitleHit {
  DocumentSummary document;
  bool as_typed = false;
  Snippet title;
};

// Titles fill what obligations leave of the limit. An agency is asked of
// obligations alone.
struct SearchResult {
  std::vector<SearchHit> obligations;
  std::vector<TitleHit> titles;
  [[nodiscard]] bool empty() const {
    return obligations.empty() && titles.empty();
  }
};

// Finds what has all words of `query`; words between quotation marks must
// follow one another. No text can be a wrong question but one without words.
//
//   search(store, "\"tre em\" xam hai", {.agency = "so y te"})
//
// Error: no words in the query, or the database cannot be read.
[[nodiscard]] Result<SearchResult> search(Store& store, std::string_view query,
                                          const SearchOptions& options);

}  // namespace kehoach
