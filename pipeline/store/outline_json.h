// The outline of a document as it stands in the database. Private to store/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/outline.h"

namespace kehoach {

// JSON, a list for each node; its columns are those of the view `outline`.
//
//   [[null,"heading","tasks","I",0,12,3,null],[1,"item","tasks","I.1",...]]
[[nodiscard]] std::string outline_json(const std::vector<Node>& nodes);

// What that kept: of each node its place, kind, section and spans. None where
// the text is no such list.
[[nodiscard]] std::vector<Node> nodes_from_json(std::string_view text);

}  // namespace kehoach
