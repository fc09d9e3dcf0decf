// Private to the room: the places that name a document by number.
#pragma once

#include "extract/facts.h"

namespace kehoach {

// The greater says more of what the document is to the plan.
enum class Relation { cites, basis, amends, replaces, implements };

struct Mention {
  Code code;
  std::string type;
  Span span;  // from the type word to the issuer
  std::optional<std::string> issued_on;
  std::optional<std::string> issuer;
  Relation relation = Relation::cites;
  std::string rule;
  // In the title, or in a paragraph of capitals: the case may be lost, and
  // whether it is must not decide which mention is shown.
  bool titled = false;
};

// One entry for each document named, in the order of the text; the plan's own
// number is none. A document that is given several dates is said in
// `diagnostics`.
[[nodiscard]] std::vector<Reference> merge_mentions(
    const Reading& reading, const Document& document,
    const std::vector<Mention>& mentions, std::vector<Diagnostic>& diagnostics);

}  // namespace kehoach
