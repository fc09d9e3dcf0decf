// Rules with units that are made up, and plans of some levels.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "rulebook/rulebook.h"

namespace kehoach {

inline constexpr std::string_view kUnits =
    "name\tkind\tlevel\twithin\tfrom\tuntil\tinto\taliases\n"
    "Cửu Hà\ttỉnh\tprovince\t\t\t2025-06-30\tThanh Hải\t\n"
    "Thanh Hải\tthành phố\tprovince\t\t\t\t\tTPTH\n"
    "Lam Giang\ttỉnh\tprovince\t\t\t\t\t\n";

// The rules that ship, with these units in place of real ones, and with these
// lines behind those of `agencies.tsv`.
inline Rulebook book(std::string_view more_agencies = "") {
  std::vector<RuleFile> files = {{"units.tsv", std::string(kUnits)}};
  for (const auto& entry :
       std::filesystem::directory_iterator(KEHOACH_SOURCE_DIR "/rules")) {
    const std::string name = entry.path().filename();
    if (name == "units.tsv" || entry.path().extension() == ".md") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    files.push_back({name, {std::istreambuf_iterator<char>(in), {}}});
    if (name == "agencies.tsv") files.back().content += more_agencies;
  }
  auto rules = parse_rulebook(files);
  EXPECT_TRUE(rules) << rules.error().message;
  return std::move(*rules);
}

inline const Bodies& bodies() {
  static const Rulebook rules = book();
  return rules.bodies();
}

inline const BodyContext kProvince = {"2024-05-20", "province",
                                      "tỉnh Lam Giang", "tỉnh Lam Giang"};
inline const BodyContext kProvinceNow = {"2026-03-02", "province",
                                         "tỉnh Lam Giang", "tỉnh Lam Giang"};
inline const BodyContext kCity = {"2024-05-20", "province",
                                  "thành phố Thanh Hải", "thành phố Thanh Hải"};
inline const BodyContext kDistrict = {"2024-05-20", "district",
                                      "huyện An Trạch", "tỉnh Lam Giang"};
inline const BodyContext kTown = {"2024-05-20", "district", "thành phố Suối Mơ",
                                  ""};
inline const BodyContext kCommune = {"2024-05-20", "commune", "xã Đồng Vân",
                                     ""};
inline const BodyContext kCommuneNow = {"2026-03-02", "commune", "xã Đồng Vân",
                                        ""};
inline const BodyContext kCentral = {"2024-05-20", "central", "", ""};
inline const BodyContext kSchool = {"2024-05-20", "unit", "", ""};

}  // namespace kehoach
