// An archive to measure with: variations of the project's own plans.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace kehoach {

struct ArchiveFile {
  std::string name;
  std::string bytes;
};

// The files directly in `folder` that end in one of `endings`, by name.
[[nodiscard]] std::vector<ArchiveFile> files_in(
    const std::filesystem::path& folder,
    const std::vector<std::string>& endings);

// `text` with other numbers, dates and places: the same `seed` gives the same
// text, two seeds give two texts of nearly the same length. Days, months and
// years stay such.
//
//   varied("Số: 218/KH-UBND, ngày 25 tháng 6", 1) is of the kind
//          "Số: 731/KH-UBND, ngày 07 tháng 4"
[[nodiscard]] std::string varied(std::string_view text, std::uint64_t seed);

// `count` variations of `originals`, in turn, no two of them equal.
[[nodiscard]] std::vector<ArchiveFile> make_archive(
    const std::vector<ArchiveFile>& originals, std::size_t count);

}  // namespace kehoach
