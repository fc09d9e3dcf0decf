// Private to the room: to which field of work a body belongs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rulebook/rulebook.h"

namespace kehoach {

class Branches {
 public:
  explicit Branches(const AuditRules& rules);

  // The branch whose longest word stands in the name; empty where none does.
  //
  //   branch_of("Phòng Y tế") == branch_of("Sở Y tế") == "y-te"
  [[nodiscard]] std::string_view branch_of(std::string_view body) const;
  // The same for several bodies, each branch once, in order.
  [[nodiscard]] std::vector<std::string_view> branches_of(
      const std::vector<std::string>& bodies) const;

 private:
  struct Word {
    std::string folded;
    std::string branch;
  };
  std::vector<Word> words_;  // the longest first
};

}  // namespace kehoach
