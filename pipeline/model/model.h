// Room 2: the values that pass between rooms. Plain structs; see each header.
#pragma once

#include "model/audit.h"        // IWYU pragma: export
#include "model/body.h"         // IWYU pragma: export
#include "model/decision.h"     // IWYU pragma: export
#include "model/diagnostic.h"   // IWYU pragma: export
#include "model/lint.h"         // IWYU pragma: export
#include "model/normal_text.h"  // IWYU pragma: export
#include "model/outline.h"      // IWYU pragma: export
#include "model/plan.h"         // IWYU pragma: export
#include "model/plan_bytes.h"   // IWYU pragma: export
#include "model/result.h"       // IWYU pragma: export
#include "model/review.h"       // IWYU pragma: export
#include "model/signature.h"    // IWYU pragma: export
#include "model/source_text.h"  // IWYU pragma: export
#include "model/stage.h"        // IWYU pragma: export
#include "model/stamp.h"        // IWYU pragma: export
