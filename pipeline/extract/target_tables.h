// Private to the room: targets that stand in tables.
//
// A row with an indicator and a number is one target for each column of values
// that holds one. Rows without numbers name the group of those below: a year
// (`I. Đến năm 2030`), or what they are part of (`Cà phê` above `Diện tích`).
//
//   | TT | Chỉ tiêu  | ĐVT | Thực hiện 2025 | Năm 2026 | Năm 2027 |
//   | 1  | Diện tích | ha  | 26.120         | 27.000   | 27.500   |
//     == Diện tích = 27000 ha (2026), = 27500 ha (2027)
//
// Costs, results and forecasts are no targets, nor is a row whose cells can't
// be laid below their heads beyond doubt. Linear in the cells of the tables.
#pragma once

#include "extract/facts.h"
#include "extract/target_columns.h"

namespace kehoach {

[[nodiscard]] std::vector<Target> read_target_tables(
    const Reading& reading, const Document& document,
    const GridColumns& columns);

}  // namespace kehoach
