// How values are said to a reader of plans. Private to report/.
#pragma once

#include <string>
#include <string_view>

#include "model/model.h"

namespace kehoach {

// `KH` is `Kế hoạch`; unknown types are given back.
[[nodiscard]] std::string type_words(std::string_view type);
// `district` is `cấp huyện`.
[[nodiscard]] std::string level_words(std::string_view level);
// Where an obligation stands: `V.2.a` is `mục V.2.a`, `V.2.-` is
// `mục V.2, gạch đầu dòng`, `table` is `bảng`; nothing for an empty path.
[[nodiscard]] std::string path_words(std::string_view path);
// EDTF as people write it: `2024-08-22` is `22/8/2024`, `2024-Q3` is `quý
// III/2024`, `2021/2025` is `2021 - 2025`. Other text is given back.
[[nodiscard]] std::string date_words(std::string_view edtf);
// `--12-10` is `ngày 10/12 hằng năm`; dates as date_words.
//
//   deadline_words({.kind = "recurring", .value = "--12-10", .bound =
//   "before"})
//     == "trước ngày 10/12 hằng năm"
[[nodiscard]] std::string deadline_words(const Deadline& deadline);
// `>= 84,3 %`, `80 - 90 %`, with a decimal comma.
[[nodiscard]] std::string quantity_words(const Target& target);

// What a check of `signature` found, and what it did not look at.
[[nodiscard]] std::string_view signature_words(const Signature& signature);
// `2025-01-21T09:08:01+07:00` is `09:08:01 ngày 21/1/2025 (+07:00)`; other text
// is given back.
[[nodiscard]] std::string time_words(std::string_view time);

}  // namespace kehoach
