// Private to the room: the tables of bodies, ready to be asked.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "rulebook/bodies.h"
#include "rulebook/body_words.h"

namespace kehoach {

// Looked up by views, without a copy.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};
template <typename T>
using TextMap = std::unordered_map<std::string, T, TextHash, std::equal_to<>>;

// Who takes work over: `field` empty for all of it.
struct Heir {
  std::string field;
  std::uint32_t kind = 0;
};

struct Bodies::Tables {
  // A full name of a kind, as words: what misspelt names are compared with.
  struct FullName {
    std::vector<std::string> words;  // folded, without `và`
    std::size_t letters = 0;
    std::uint32_t kind = 0;
  };
  // A unit of administration of `units.tsv`.
  struct Unit {
    std::string kind, name;  // tỉnh, Sơn La
    std::string level;       // province, ...
    std::string until;       // last day; empty: still there
    std::string into;        // the name of the unit it went into
  };

  std::vector<BodyKind> kinds;
  std::vector<std::vector<Heir>> heirs;  // as `kinds`
  TextMap<std::vector<std::uint32_t>> by_id;
  TextMap<std::vector<std::uint32_t>> by_key;       // names, short and full
  TextMap<std::vector<std::uint32_t>> by_bare_key;  // full names, no accents
  TextMap<std::vector<FullName>> by_first_word;
  // By first word, with accents and without: how many words the longest name
  // has, and the longest noun of `nouns`.
  TextMap<std::size_t> most_words, longest_noun;
  TextMap<std::string> branches;
  TextMap<std::string> nouns;  // of sets: key, level; `-`: names no body
  std::vector<Unit> units;
  TextMap<std::vector<std::uint32_t>> units_by_name;  // keys; aliases too
  std::vector<std::string> central_cities;            // folded

  explicit Tables(const Rulebook& rules);

  // The unit called so on that day; `kind` counts where it is not empty.
  // Null where none is listed.
  [[nodiscard]] const Unit* unit(std::string_view name, std::string_view kind,
                                 std::string_view date) const;
  [[nodiscard]] bool is_central_city(std::string_view name) const;

 private:
  void add_kinds(const Rulebook& rules);
  void add_name(std::string_view name, std::uint32_t kind, bool full);
  void add_heirs(const Rulebook& rules);
  void add_units(const Rulebook& rules);
};

// `TW` is central, ...; empty for anything else.
[[nodiscard]] std::string_view level_of_letter(std::string_view letter);

// `so-y-te` of `Sở Y tế`.
[[nodiscard]] std::string slug(std::string_view text);

// `2025-03-01` against `2025-02`: whether a body that is there from `from` to
// `until` (last day or month; empty: open) is there on `date`, which may be a
// month or a year alone: then on its last day. True where `date` is empty.
[[nodiscard]] bool is_there(std::string_view from, std::string_view until,
                            std::string_view date);

// One entry of `merged_into`: `tre-em:Sở Y tế`, `X/Phòng Kinh tế`.
struct HeirText {
  std::string_view field;
  std::string_view level;  // empty: that of the line
  std::string_view name;
};
[[nodiscard]] HeirText parse_heir(std::string_view text);

}  // namespace kehoach
