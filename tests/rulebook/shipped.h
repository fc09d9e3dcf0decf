// The rules that ship, for tests; read once.
#pragma once

#include <utility>

#include "rulebook/rulebook.h"

namespace kehoach {

inline const Rulebook& shipped() {
  static const Rulebook book = std::move(*default_rulebook());
  return book;
}

}  // namespace kehoach
