#include "bench/archive.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <random>

#include "text/text.h"

namespace kehoach {
namespace {

namespace fs = std::filesystem;
using Random = std::mt19937_64;

// Places of the corpus; none of them exists. Each may become any other.
constexpr std::array<std::string_view, 8> kPlaces = {
    "Cửu Hà", "Thanh Lam", "An Trạch",  "Vĩnh Điền",
    "Tân Lộ", "Phú Khê",   "Bình Khơi", "Rạch Gầm"};

std::uint64_t between(Random& random, std::uint64_t low, std::uint64_t high) {
  return low + random() % (high - low + 1);
}

std::string padded(std::uint64_t number, std::size_t width) {
  std::string digits = std::to_string(number);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return digits;
}

// Another number that can stand where `digits` stands behind `before`.
std::string other_number(std::string_view before, std::string_view digits,
                         Random& random) {
  const std::size_t width = digits.size();
  const bool is_year =
      width == 4 && (starts_with(digits, "20") || starts_with(digits, "19"));
  if (is_year) return std::to_string(between(random, 2016, 2035));
  if (ends_with(before, "ngày ")) return padded(between(random, 1, 28), width);
  // Months, and days written with months: below 13 either way.
  if (ends_with(before, "tháng ") || ends_with(before, "/") ||
      ends_with(before, "-")) {
    return padded(between(random, 1, 12), width);
  }
  if (width < 2 || width > 9) return std::string(digits);
  std::string number;
  number += static_cast<char>('1' + random() % 9);
  while (number.size() < width) {
    number += static_cast<char>('0' + random() % 10);
  }
  return number;
}

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

std::string with_other_numbers(std::string_view text, Random& random) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  for (std::size_t at = 0; at < text.size();) {
    if (!is_ascii_digit(text[at])) {
      out += text[at++];
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_ascii_digit(text[end])) ++end;
    out += other_number(text.substr(0, at), text.substr(at, end - at), random);
    at = end;
  }
  return out;
}

void replace_all(std::string& text, std::string_view from,
                 std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

}  // namespace

std::vector<ArchiveFile> files_in(const fs::path& folder,
                                  const std::vector<std::string>& endings) {
  std::vector<ArchiveFile> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string ending = entry.path().extension();
    if (entry.path().stem() == "README") continue;
    if (std::find(endings.begin(), endings.end(), ending) == endings.end()) {
      continue;
    }
    std::ifstream in(entry.path(), std::ios::binary);
    files.push_back(
        {entry.path().filename(), {std::istreambuf_iterator<char>(in), {}}});
  }
  std::sort(files.begin(), files.end(),
            [](const ArchiveFile& a, const ArchiveFile& b) {
              return a.name < b.name;
            });
  return files;
}

std::string varied(std::string_view text, std::uint64_t seed) {
  Random random(seed);
  std::string out = with_other_numbers(text, random);
  const std::size_t turn = random() % kPlaces.size();
  // Two steps, or a place would be renamed twice.
  for (std::size_t i = 0; i < kPlaces.size(); ++i) {
    replace_all(out, kPlaces[i], std::string(1, static_cast<char>(i + 1)));
  }
  for (std::size_t i = 0; i < kPlaces.size(); ++i) {
    replace_all(out, std::string(1, static_cast<char>(i + 1)),
                kPlaces[(i + turn) % kPlaces.size()]);
  }
  return out;
}

std::string lengthened(std::string plan, std::size_t bytes,
                       std::uint64_t seed) {
  const std::size_t part = plan.find("II");
  if (part == std::string::npos) return plan;
  const std::size_t begin = plan.rfind('\n', part) + 1;
  std::size_t end = plan.rfind("Nơi nhận");
  end = end == std::string::npos || end < begin ? plan.size()
                                                : plan.rfind('\n', end) + 1;
  const std::string body = plan.substr(begin, end - begin) + "\n";
  std::string more;
  while (plan.size() + more.size() < bytes) more += varied(body, ++seed);
  return plan.insert(end, more);
}

std::vector<ArchiveFile> make_archive(const std::vector<ArchiveFile>& originals,
                                      std::size_t count, std::size_t bytes) {
  std::vector<ArchiveFile> files;
  files.reserve(count);
  for (std::size_t i = 0; i < count && !originals.empty(); ++i) {
    const ArchiveFile& original = originals[i % originals.size()];
    ArchiveFile file{padded(i, 6) + "-" + original.name,
                     lengthened(varied(original.bytes, i), bytes, i)};
    // Should two seeds agree in all numbers, the last line still tells them
    // apart.
    file.bytes += "\nLưu: VT, H" + std::to_string(i) + ".\n";
    files.push_back(std::move(file));
  }
  return files;
}

}  // namespace kehoach
