// How the plans of a family are named, in all its forms. Private to report/.
#pragma once

#include <string>
#include <string_view>

#include "link/link.h"

namespace kehoach {

// `218/KH-UBND`; `Kế hoạch (chưa có số) #8` where the number is blank.
[[nodiscard]] std::string family_name(const FamilyDocument& document);
// `UBND tỉnh Cửu Hà, 25/6/2024`.
[[nodiscard]] std::string family_issue(const FamilyDocument& document);
// Both: `218/KH-UBND - UBND tỉnh Cửu Hà, 25/6/2024`.
[[nodiscard]] std::string family_label(const FamilyDocument& document);
// What is to be said of a node beside that: why it hangs there, that it is not
// in the archive, that it was replaced. Empty for most.
[[nodiscard]] std::string family_remark(const FamilyNode& node);
// `chưa có trong kho`, ...
[[nodiscard]] std::string_view link_state_words(LinkState state);

}  // namespace kehoach
