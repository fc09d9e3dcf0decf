// Units of administration and the bodies that belong to them. Private to link/.
//
// A name of a body says of what kind it is, to which unit it belongs, and at
// times what lies above that: `Ủy ban nhân dân xã Phú Khê, huyện An Trạch`.
// Units are compared by tier and name: a town that became a city is still the
// same.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "rulebook/rulebook.h"

namespace kehoach {

// Levels of units, highest first. As bits, since `thành phố` may be of two.
enum Tier : std::uint8_t {
  kNoTier = 0,
  kCentral = 1,
  kProvince = 2,
  kDistrict = 4,
  kCommune = 8,
};
// The first day without districts (Law 72/2025/QH15).
inline constexpr std::string_view kTwoTiersFrom = "2025-07-01";

// `province`; empty where it is none or not known which.
[[nodiscard]] std::string_view name_of_tier(std::uint8_t tiers);
// The tier that `level` (central, ..., unit) names; none for `unit`.
[[nodiscard]] Tier tier_named(std::string_view level);

struct AdminUnit {
  std::uint8_t tiers = kNoTier;
  std::string name;  // folded, by its usual spelling; empty: not said which
  std::string kind;  // tỉnh, thành phố, ...

  // `district|an trạch`, `central|`; empty where tier or name is not known.
  [[nodiscard]] std::string key() const;
  friend bool operator==(const AdminUnit&, const AdminUnit&) = default;
};

enum class BodyClass : std::uint8_t {
  unknown,
  central,    // of the centre, whatever it is
  committee,  // Ủy ban nhân dân, and its chairman
  council,
  party,
  mass,    // the Front, unions
  office,  // a department, a school
};

struct IssuingBody {
  BodyClass cls = BodyClass::unknown;
  AdminUnit unit;
  std::vector<AdminUnit> above;  // named behind the unit, nearest first
};

// The units around a document: its own and those above, by tier.
struct Chain {
  std::string province, district, commune;  // folded names; empty: not known

  // Empty for what is not one of the three.
  [[nodiscard]] const std::string& at(std::uint8_t tier) const;
  void put(Tier tier, std::string name);
  // `district|an trạch;province|cửu hà`, and back.
  [[nodiscard]] std::string text() const;
  [[nodiscard]] static Chain from_text(std::string_view text);
  friend auto operator<=>(const Chain&, const Chain&) = default;
};

// A line of `rules/units.tsv`.
struct ListedUnit {
  std::string printed;  // Hà Giang
  std::string name;     // folded
  std::string kind;
  Tier tier = kNoTier;
  std::string within;       // folded
  std::string from, until;  // ISO dates; empty: always
  std::string into;         // folded; where it went

  [[nodiscard]] bool exists_on(std::string_view day) const;
};

class Places {
 public:
  explicit Places(const Rulebook& rules);

  // Reads the name of a body. `level` is what is known about it, as in
  // kehoach.plan/1; may be empty. Never fails: what is not understood is
  // unknown.
  //
  //   body("UBND huyện An Trạch", "").unit.key() == "district|an trạch"
  [[nodiscard]] IssuingBody body(std::string_view issuer,
                                 std::string_view level) const;

  [[nodiscard]] const std::vector<ListedUnit>& listed() const {
    return listed_;
  }
  // Whether the province `part` was merged into `whole`.
  [[nodiscard]] bool went_into(std::string_view part,
                               std::string_view whole) const;
  // The unit that the list puts above this one; empty where it says nothing.
  [[nodiscard]] std::string above(std::uint8_t tier,
                                  std::string_view name) const;
  // Whether the letters behind a number (`ttg`, `btnmt ctr`) are those of one
  // body in the whole country.
  [[nodiscard]] bool is_national(std::string_view organ) const;
  // Whether they are the party's, whose numbers run for a term of five years.
  [[nodiscard]] bool is_party(std::string_view organ) const;
  // The words of a title that tell it from others, folded, no places.
  [[nodiscard]] std::set<std::string> telling_words(
      std::string_view title) const;

 private:
  struct KindWord {
    std::vector<std::string> words;
    std::string kind;
    std::uint8_t tiers;
  };
  void read_units(const Rulebook& rules);
  void read_kinds(const Rulebook& rules);
  void read_organs(const Rulebook& rules);
  [[nodiscard]] BodyClass class_of(
      const std::vector<std::string>& tokens) const;
  [[nodiscard]] std::vector<AdminUnit> units_in(
      const std::vector<std::string>& tokens) const;
  [[nodiscard]] const KindWord* kind_at(const std::vector<std::string>& tokens,
                                        std::size_t at) const;
  [[nodiscard]] std::uint8_t city_tier(const std::string& name) const;

  using Words = std::vector<std::vector<std::string>>;
  Words offices_, no_offices_, province_offices_, local_offices_, mass_,
      committees_, councils_, central_, party_;
  std::set<std::string, std::less<>> place_stops_, title_stops_, no_units_;
  std::vector<KindWord> kinds_;  // longest first
  std::vector<ListedUnit> listed_;
  std::map<std::string, std::string, std::less<>> usual_;  // spelling -> name
  std::set<std::string, std::less<>> national_, party_organs_;
};

// Lower case, tones placed alike, everything but letters and digits a blank.
[[nodiscard]] std::string fold_name(std::string_view text);
// `an trạch` as `An Trạch`.
[[nodiscard]] std::string printed_name(std::string_view folded);

}  // namespace kehoach
