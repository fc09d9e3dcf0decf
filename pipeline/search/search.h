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
#include "rulebook/rulebook.h"
#include "store/store.h"
#include "text/text.h"

namespace kehoach {

struct SearchOptions {
  std::string agency;  // lead or support, whole words, accents or not
  // Ids or kinds of bodies, as `ask_for` gives them; with `agency`, one of
  // both.
  std::vector<std::string> bodies;
  std::string level;  // central, province, district, commune, unit
  std::string type;   // KH, QĐ (or qd), ...
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

// A body that was asked for by name, as the database knows it.
struct BodyQuestion {
  std::vector<Body> named;          // what the name means
  std::vector<std::string> bodies;  // for SearchOptions
  // Whose work it took over, asked for as well or not.
  std::vector<Predecessor> predecessors;
};

// `name` may be an id or a kind (`so-y-te`), abbreviated, with accents or
// without, and with a place (`Sở Y tế tỉnh Sơn La`) or of all places.
// `predecessors`: ask also for what was given to bodies whose work it took
// over. Nothing where the table has no such body.
[[nodiscard]] BodyQuestion ask_for(const Bodies& known, std::string_view name,
                                   bool predecessors);

// Finds what has all words of `query`; words between quotation marks must
// follow one another. No text can be a wrong question but one without words.
//
//   search(store, "\"tre em\" xam hai", {.agency = "so y te"})
//
// Error: no words in the query, or the database cannot be read.
[[nodiscard]] Result<SearchResult> search(Store& store, std::string_view query,
                                          const SearchOptions& options);

}  // namespace kehoach
