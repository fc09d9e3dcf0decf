// Private to the room: the cell of a table as a number to be reached.
#pragma once

#include "extract/facts.h"
#include "extract/quantity_words.h"

namespace kehoach {

struct CellValue {
  std::string comparator = "=";
  double value = 0;
  std::optional<double> value_to;
  Span unit;          // empty where the cell names none
  bool bare = false;  // digits and nothing else
};

// Reads `≥ 30`, `trên 90%`, `40 - 50`, `1.500 ha`, `10 mô hình`.
//
// Only a cell that is a value from its first letter to its last one is one:
// `≥ 3 Đông Nam Á; ≤ 50 Thế giới`, `Quý II/2026` and `-` give nothing. A comma
// is a decimal mark, dots part thousands; `1,500` may be either and is none.
[[nodiscard]] std::optional<CellValue> read_value(const Reading& reading,
                                                  const QuantityWords& words,
                                                  Span cell);

// The number that `digits` spell: `1.500` is 1500, `84,3` is 84.3.
[[nodiscard]] double to_number(std::string_view digits);

// The unit in the brackets that end `span`, which are then cut off it: `ha` of
// `Diện tích (ha)`. Empty where they hold no known unit.
Span take_bracketed_unit(const Reading& reading, Span& span);

}  // namespace kehoach
