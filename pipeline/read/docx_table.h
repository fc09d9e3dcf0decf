// The cells of a table of a Word document.
#pragma once

#include <vector>

#include "read/docx_xml.h"
#include "read/flow_text.h"

namespace kehoach {

struct DocxCell {
  pugi::xml_node node;  // null for the gap before an indented row
  CellShape shape;
};

// The rows of `table` with their cells, those inside of content controls too. A
// cell that is merged with one above or before it is no cell of its own, but
// makes that one larger; deleted rows are left out. Linear.
[[nodiscard]] std::vector<std::vector<DocxCell>> cells_of(const XmlPart& part,
                                                          pugi::xml_node table);

}  // namespace kehoach
