// Tables that any program reads: RFC 4180.

#include <string_view>

#include "report/report.h"

namespace kehoach {
namespace {

// `-12`, `+3.5`, `-1.250,75`.
bool is_number(std::string_view text) {
  return text.size() > 1 && (text[0] == '-' || text[0] == '+') &&
         text[1] >= '0' && text[1] <= '9' &&
         text.substr(1).find_first_not_of("0123456789.,") ==
             std::string_view::npos;
}

// Programs of offices take a cell that begins so for a formula, quoted or not,
// and would run what a plan says. The apostrophe makes it text.
bool is_formula(std::string_view text) {
  constexpr std::string_view kStarts = "=+-@\t\r";
  return text.size() > 1 &&
         kStarts.find(text.front()) != std::string_view::npos &&
         !is_number(text);
}

}  // namespace

std::string csv_row(const std::vector<std::string>& cells) {
  std::string row;
  for (const std::string& cell : cells) {
    row += row.empty() ? "\"" : ",\"";
    if (is_formula(cell)) row += '\'';
    for (const char c : cell) {
      if (c == '"') row += '"';
      row += c;
    }
    row += '"';
  }
  return row + "\r\n";
}

}  // namespace kehoach
