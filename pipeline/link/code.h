// Numbers of documents, taken apart. Private to link/.
#pragma once

#include <string>
#include <string_view>

#include "rulebook/rulebook.h"

namespace kehoach {

// All in small letters. `218/KH-UBND` is {"218", "", "kh", "ubnd"}.
struct CodeParts {
  std::string number;  // without leading zeros; 473a, 66.2
  std::string year;    // inside the number: 20/2022/QĐ-UBND
  std::string type;    // empty where it has none: 3127/BTNMT-CTR, 344/TU
  std::string organ;   // the issuer's letters and those of its office

  // `218 ubnd`: by which documents and citations find each other. The type is
  // not in it, since short forms leave it out. Empty without a number.
  [[nodiscard]] std::string key() const;
  friend bool operator==(const CodeParts&, const CodeParts&) = default;
};

// Which of / and - stands where says nothing: `61/CT-TW` is often written for
// `61-CT/TW`. `type` is what is known beside the code (KH, Luật).
[[nodiscard]] CodeParts code_parts(std::string_view code, std::string_view type,
                                   const Rulebook& rules);

}  // namespace kehoach
