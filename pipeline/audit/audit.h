// Room 4: what becomes of a plan in those below it, and what a plan lacks by
// itself. Pure functions of values.
#pragma once

#include "audit/lint.h"  // IWYU pragma: export
