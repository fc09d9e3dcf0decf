// Private to the room: where the name of one body ends inside a list of them.
#pragma once

#include "extract/facts.h"

namespace kehoach {

// Where the word at `at` ends, at `limit` at the latest. A full stop inside a
// name belongs to it: `TT.HĐND`.
[[nodiscard]] std::uint32_t end_of_word(std::string_view text, std::uint32_t at,
                                        std::uint32_t limit);

class NameEnds {
 public:
  // Nothing behind `end` is looked at.
  NameEnds(const Reading& reading, std::uint32_t end)
      : r_(reading), end_(end) {}

  // `Sở Nội vụ | rút kinh nghiệm`: a known name, or one that its place ends,
  // stands in front of `at` in the list from `begin` on, and what follows goes
  // on with none.
  [[nodiscard]] bool is_behind_name(std::uint32_t at,
                                    std::uint32_t begin) const;

  // `Công ty cổ phần Đầu tư phát triển Hồng Hà`: what is a verb elsewhere, up
  // to the proper name.
  [[nodiscard]] bool is_in_company(std::uint32_t at, std::uint32_t begin) const;

 private:
  [[nodiscard]] std::string_view text() const { return r_.text.text; }
  [[nodiscard]] std::string_view folded() const { return r_.text.folded; }
  [[nodiscard]] bool ends_with_place(std::string_view before,
                                     std::uint32_t at) const;
  [[nodiscard]] std::string_view without_capitals(std::string_view name) const;
  [[nodiscard]] bool is_full_name(std::string_view name) const;
  [[nodiscard]] std::uint32_t last_name(std::uint32_t begin,
                                        std::uint32_t at) const;

  const Reading& r_;
  std::uint32_t end_;
};

}  // namespace kehoach
