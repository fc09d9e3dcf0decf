// Private to the room: what stands behind the name of a body and says where it
// is.
#pragma once

#include <optional>
#include <string>

#include "rulebook/body_tables.h"
#include "rulebook/body_words.h"

namespace kehoach {

// A unit as it is named: `huyện An Trạch`, `tỉnh`, `Cửu Hà`.
struct UnitName {
  std::string kind;   // tỉnh, huyện, ...; empty where not written
  std::string name;   // An Trạch; empty where not written
  std::string level;  // empty for `thành phố` of no known name
};

// What is behind a name.
struct Tail {
  std::optional<UnitName> own;    // `xã Tân Lập`
  std::string above;              // `huyện An Trạch, tỉnh Cửu Hà`
  std::vector<std::string> many;  // `các xã, phường`: xã, phường
};

// How many words at `at` are the kind of a unit, and which: `thị xã` are two.
struct KindWords {
  std::size_t words = 0;
  std::string_view kind;
};
[[nodiscard]] KindWords unit_kind_at(const NameWords& words, std::size_t at);
// `district` of `huyện`; empty for `thành phố`, which may be two.
[[nodiscard]] std::string_view level_of_unit_kind(std::string_view kind);

// The number of words before `liên quan`, `có liên quan`, `trên địa bàn ...`.
[[nodiscard]] std::size_t without_garnish(const NameWords& words,
                                          std::size_t from);

// Reads the words from `at` on as places. None where they are anything else.
// `implied`: the kind of unit that the name itself told (`Huyện ủy`).
[[nodiscard]] std::optional<Tail> read_tail(const Bodies::Tables& tables,
                                            const NameWords& words,
                                            std::size_t at,
                                            const BodyContext& context,
                                            std::string_view implied);

// The place that closes the name of an issuer, whatever stands before it:
// `tỉnh Cửu Hà` of `Trường Chính trị tỉnh Cửu Hà`. Empty where there is none.
[[nodiscard]] std::string last_place(const Bodies::Tables& tables,
                                     std::string_view name);

// `tỉnh` of `Ban Thường vụ Tỉnh ủy`, `huyện` of `Huyện đoàn`; else empty.
[[nodiscard]] std::string_view implied_unit(std::string_view name);

// The body of that kind there; `place` may be empty.
[[nodiscard]] Body body_at(const BodyKind& kind, const std::string& place);

// `Sở Y tế` and `tỉnh Sơn La` as one name; a kind that the name told already
// is not told again (`Tỉnh ủy Sơn La`).
[[nodiscard]] std::string name_at(const std::string& name,
                                  const std::string& place);

}  // namespace kehoach
