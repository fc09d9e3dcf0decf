// Private to the room: what the columns of a table of targets say.
#pragma once

#include "extract/facts.h"

namespace kehoach {

struct TargetColumn {
  enum class Kind { other, ordinal, indicator, unit, value };
  Kind kind = Kind::other;
  std::string due;  // EDTF; empty where the head names no year
  std::string measure;  // `Lượng` of `Lượng (Tấn)` below `Kế hoạch 2026`
  std::string unit;     // `Tấn` of the same
  bool result = false;  // `Kết quả`: reached or to be reached, by its table
};

struct TargetColumns {
  std::vector<TargetColumn> all;
  std::size_t indicator = 0;
  std::size_t first_row = 0;  // below the heads
  // Of a plan of money (`Kế hoạch tài chính - ngân sách 03 năm`), whose aims
  // are amounts of money: `Dự toán năm 2026` is a value there, and no cost.
  bool of_money = false;
};

// The columns of a table whose heads say what is measured and by when how much
// of it is to be reached. A head names a value only if all its words are known:
// `Mục tiêu đến năm 2030` does, `So sánh 2026 với 2025` does not. Years of the
// past, results and costs are no values.
//
// Above years of their own (`Giai đoạn 2026 - 2030`) heads may be merged, also
// where the source no longer says over how many columns: then the table's width
// must leave one way to read it.
//
// Nothing for every other table; a doubtful one is none of targets.
[[nodiscard]] std::optional<TargetColumns> read_target_columns(
    const Reading& reading, const Document& document,
    const std::vector<GridRow>& rows);

// The columns of each of Reading::grids, or nothing for it.
using GridColumns = std::vector<std::optional<TargetColumns>>;
[[nodiscard]] GridColumns read_grid_columns(const Reading& reading,
                                            const Document& document);

}  // namespace kehoach
