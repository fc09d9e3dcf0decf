// Documents that are nearly the same text. Private to link/.
//
// The plans of a hundred communes that were written after one model are alike
// as well, and each is a plan of its own: documents whose issuers, or the years
// in whose titles, are known and differ are none. Of an issuer that is not
// known, number or date must be the same, where they are known. Some letters of
// the issuer may differ where number and date agree, or where it was recognised
// in a picture.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "store/store.h"
#include "text/text.h"

namespace kehoach {

// Texts that share less are others. A page that was recognised with one letter
// in thirty wrong still shares 0.5 with what was printed; two provinces that
// carry out one model share 0.2 to 0.35.
inline constexpr double kNearShare = 0.45;

struct ComparedDocument {
  DocumentId id = 0;
  std::string sha256;
  std::string unit;    // whose body issued it; empty: not known
  std::string organ;   // that body, by its letters; likewise
  std::string number;  // of its code, without leading zeros
  std::string issued_on, title;
  Sketch sketch;
};

// The pairs that are near, by SHA-256; the order of `documents` does not
// matter. Those that have one of 42 groups of three numbers in common are
// compared, of many that all have one (a model that a whole country followed)
// each with the eight before it: documents of one unit stand together there.
// `recognised` is asked of few. O(n log n).
[[nodiscard]] std::vector<NearDuplicate> near_duplicates(
    std::vector<ComparedDocument> documents,
    const std::function<bool(DocumentId)>& recognised);

}  // namespace kehoach
