#include "read/form_words.h"

#include <algorithm>
#include <array>

#include "text/text.h"

namespace kehoach {

bool is_motto(std::string_view folded) {
  constexpr std::array<std::string_view, 3> kMottos = {
      "cong hoa xa hoi chu nghia", "dang cong san viet nam",
      "doan tncs ho chi minh"};
  return std::any_of(
      kMottos.begin(), kMottos.end(),
      [&](std::string_view motto) { return starts_with(folded, motto); });
}

bool is_recipients_head(std::string_view folded) {
  return starts_with(folded, "noi nhan");
}

}  // namespace kehoach
