// Numbers the names of fonts.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <vector>

namespace kehoach {

// Numbers names in the order in which they appear.
class FontNames {
 public:
  std::uint16_t index_of(const std::string& name) {
    const auto [entry, is_new] = indices_.try_emplace(name, names_.size());
    if (is_new) names_.push_back(name);
    return static_cast<std::uint16_t>(std::min<std::size_t>(
        entry->second, std::numeric_limits<std::uint16_t>::max()));
  }
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

 private:
  std::map<std::string, std::size_t> indices_;
  std::vector<std::string> names_;
};

}  // namespace kehoach
