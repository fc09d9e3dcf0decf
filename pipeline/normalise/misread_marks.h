// Private to the room: pairs of syllables whose marks were recognised as
// others: `tỏ chức` for `tổ chức`.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "model/normal_text.h"

namespace kehoach {

struct MisreadPair {
  Span span;
  std::string spelled;  // in small letters
};

class MisreadMarks {
 public:
  // `pairs`: in small letters, two syllables each with a space between them;
  // none may share its letters, without their marks, with another word.
  // `others`: pairs that may, and are not looked for.
  MisreadMarks(const std::vector<std::string>& pairs,
               const std::vector<std::string>& others);

  // Those of `text` within `part` that have the letters of a pair and other
  // marks, in order. Left alone are letters without any mark, which may be of
  // another language; names, whose second syllable alone or like the first
  // begins with a capital; and what has half of a well spelled pair.
  [[nodiscard]] std::vector<MisreadPair> in(std::string_view text,
                                            Span part) const;

 private:
  [[nodiscard]] bool is_known(std::string_view pair) const;

  std::unordered_map<std::string, std::string> spelled_;  // by letters
  std::unordered_set<std::string> known_;                 // all, as spelled
};

}  // namespace kehoach
