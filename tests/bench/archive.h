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

// The files directly in `folder` that end in one of `endings`, by name, save a
// README, which is about the others.
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

// `plan` with variations of its parts from the second on, put in before its
// recipients until it is `bytes` long: invented plans are short, real ones have
// 13 to 35 KB. A text without a second part stays as it is.
[[nodiscard]] std::string lengthened(std::string plan, std::size_t bytes,
                                     std::uint64_t seed);

// `count` variations of `originals`, in turn, each at least `bytes` long, no
// two of them equal.
[[nodiscard]] std::vector<ArchiveFile> make_archive(
    const std::vector<ArchiveFile>& originals, std::size_t count,
    std::size_t bytes = 0);

}  // namespace kehoach
