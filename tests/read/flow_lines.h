// The lines of a text in a form that tests can spell out.
#pragma once

#include <string>
#include <vector>

#include "model/model.h"

namespace kehoach {

using Lines = std::vector<std::string>;

// Each line as `text`, in a table as `text@table.row.column`, `+rows` behind it
// where it stands for more than one.
inline Lines lines_of(const SourceText& source) {
  Lines out;
  for (const SourceLine& line : source.lines) {
    std::string text(slice(source.text, line.span));
    if (line.place.table != 0) {
      text += "@" + std::to_string(line.place.table) + "." +
              std::to_string(line.place.row) + "." +
              std::to_string(line.place.column);
    }
    if (line.place.rows > 1) text += "+" + std::to_string(line.place.rows);
    out.push_back(text);
  }
  return out;
}

}  // namespace kehoach
