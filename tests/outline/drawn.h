// Outlines as text.
#pragma once

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <string_view>

#include "normalise/normalise.h"
#include "outline/outline.h"
#include "read/read.h"
#include "rulebook/rulebook.h"
#include "rulebook/shipped.h"

namespace kehoach {

// The outline as lines `kind role path| text`, the text cut.
inline std::string drawn(std::string_view document) {
  const auto source = read(document, "test.md");
  EXPECT_TRUE(source);
  const NormalText text = normalise(*source);
  const Outline tree = outline(text, shipped());
  std::ostringstream out;
  for (const Node& node : tree.nodes) {
    out << name_of(node.kind) << ' ' << name_of(node.role) << ' ' << node.path
        << "| " << slice(text.text, node.body) << '\n';
  }
  return out.str();
}

}  // namespace kehoach
