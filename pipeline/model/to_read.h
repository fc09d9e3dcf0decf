// What goes into the reading of one document, and what comes out.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "model/plan.h"

namespace kehoach {

struct ToRead {
  std::string_view bytes;
  std::string_view path;
  // The text that was kept of these bytes by a reading of the same version; if
  // there is one, no other is read.
  std::string_view kept;
  // The bytes were made from those of the file by LibreOffice.
  bool converted = false;
};

struct ReadPlan {
  ReadPlan() = default;
  // Not explicit: a plan alone is one of which nothing is kept.
  ReadPlan(Plan read, std::string text = {})
      : plan(std::move(read)), kept(std::move(text)) {}

  Plan plan;
  // The text to be kept for the next reading; empty where that costs little, or
  // it was kept before.
  std::string kept;
};

}  // namespace kehoach
