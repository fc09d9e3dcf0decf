// What a citation means: the decision alone, on values. Private to link/.
//
// The same number exists in every province and every year, so a number is never
// enough. A plan is meant where the issuer agrees and the date does not
// contradict, or where the issuer is not said and the whole date agrees. An
// issuer without a name (`UBND tỉnh`) is that of the citing document's own
// chain: the province of a district.
#pragma once

#include <string>
#include <vector>

#include "link/code.h"
#include "link/places.h"
#include "store/store.h"

namespace kehoach {

// A plan that may be meant, by one of its documents.
struct Candidate {
  DocumentId plan = 0;  // its main document
  CodeParts code;       // without a number where that is blank
  IssuingBody body;
  std::string issued_on;
  std::string title;
};

// A citation, and what is known of the document that it stands in.
struct Cited {
  CodeParts code;
  IssuingBody body;  // as written; unknown where no issuer is
  std::string issued_on;
  bool has_issuer = false;
  DocumentId by_plan = 0;    // the citing plan
  std::string by_issued_on;  // its date
  Chain chain;               // its units
  std::string context;       // its title and the words behind the citation, for
                             // plans whose number is blank
};

struct Decision {
  LinkState state = LinkState::not_in_archive;
  DocumentId target = 0;
  std::string grounds;
  std::vector<DocumentId> candidates;
  friend bool operator==(const Decision&, const Decision&) = default;
};

// The unit of the body that `cited` means: as written, or by the chain.
[[nodiscard]] AdminUnit meant_unit(const Cited& cited, const Places& places);

// Decides which of `candidates` is meant: documents that share number and
// issuer's letters, and documents with a blank number of the unit that is
// meant. The order of candidates does not matter. Linear in their number. An
// ambiguous decision names its candidates where they are twenty or fewer.
[[nodiscard]] Decision decide(const Cited& cited,
                              const std::vector<const Candidate*>& candidates,
                              const Places& places);

// How two dates of one number stand. Dates may be partial (2024-08).
enum class Dates : std::uint8_t {
  equal,
  open,     // one is not known, or only in part
  differ,   // in a time in which a number is given once
  another,  // the number was given anew: another document
};
[[nodiscard]] Dates compare_dates(const CodeParts& code, const std::string& a,
                                  const std::string& b, const Places& places);

// Which part of the telling words of `title` stand in `text`: 0 to 1.
[[nodiscard]] double title_share(std::string_view title, std::string_view text,
                                 const Places& places);

}  // namespace kehoach
