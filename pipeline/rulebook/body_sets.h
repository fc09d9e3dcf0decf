// Private to the room: sets of bodies, `các sở, ban, ngành`.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rulebook/body_tables.h"
#include "rulebook/body_words.h"

namespace kehoach {

struct BodySet {
  std::vector<std::string> members;  // sở, ban, ngành
  std::string level;                 // of the members; empty: any, or several
  std::string unit_kind;             // tỉnh, where the set names it
  std::string unit_name;             // Sơn La
};

// How many words at `at` say that what follows is many: `các`, `tất cả các`.
[[nodiscard]] std::size_t plural_words(const NameWords& words, std::size_t at);

// None where the name is no set, or one of people.
[[nodiscard]] std::optional<BodySet> read_set(const Bodies::Tables& tables,
                                              const NameWords& words);

}  // namespace kehoach
