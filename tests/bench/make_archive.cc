// usage: make_archive SOURCE_DIR OUT_DIR COUNT [BYTES]
// Writes COUNT variations of the texts in SOURCE_DIR, each at least BYTES long,
// into OUT_DIR and prints how many bytes these are.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "bench/archive.h"

int main(int argc, char** argv) {
  if (argc != 4 && argc != 5) {
    std::fputs("usage: make_archive SOURCE_DIR OUT_DIR COUNT [BYTES]\n",
               stderr);
    return 2;
  }
  const std::filesystem::path out = argv[2];
  const auto count = std::strtoul(argv[3], nullptr, 10);
  const auto size = argc == 5 ? std::strtoul(argv[4], nullptr, 10) : 0;
  std::filesystem::create_directories(out);
  std::size_t bytes = 0;
  const auto originals = kehoach::files_in(argv[1], {".txt", ".md"});
  for (const auto& file : kehoach::make_archive(originals, count, size)) {
    std::ofstream(out / file.name, std::ios::binary) << file.bytes;
    bytes += file.bytes.size();
  }
  std::printf("%zu\n", bytes);
  return bytes > 0 ? 0 : 1;
}
