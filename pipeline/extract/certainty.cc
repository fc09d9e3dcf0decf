// How sure each fact is, by what had to be inferred for it.

#include "extract/facts.h"

namespace kehoach {

void rate_certainty(const Reading& /*reading*/, Plan& /*plan*/) {}

}  // namespace kehoach
