// Texts of which a disk or a transfer lost blocks.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kehoach {

// `bytes` without the long runs of zeros that stand where blocks were lost, cut
// out between units of `unit` bytes. Single zeros stay: they make binary data.
[[nodiscard]] std::string without_lost_blocks(std::string_view bytes,
                                              std::size_t unit);

}  // namespace kehoach
