#include "link/places.h"

#include <algorithm>

#include "text/text.h"

namespace kehoach {
namespace {

using Tokens = std::vector<std::string>;

// Words of letters, digits and `&`; a comma or bracket is a token of its own.
Tokens tokens_of(std::string_view text) {
  const std::string folded = fold_for_match(text);
  Tokens tokens;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) tokens.push_back(std::move(word));
    word.clear();
  };
  for (std::size_t at = 0; at < folded.size();) {
    const Codepoint c = decode_at(folded, at);
    if (is_letter(c.value) || is_digit(c.value) || c.value == U'&') {
      word += folded.substr(at, c.size);
    } else {
      end_word();
      if (c.value == U',' || c.value == U';' || c.value == U'(')
        tokens.emplace_back(",");
    }
    at += c.size;
  }
  end_word();
  return tokens;
}

bool stands_at(const Tokens& words, const Tokens& tokens, std::size_t at) {
  return !words.empty() && at + words.size() <= tokens.size() &&
         std::equal(words.begin(), words.end(),
                    tokens.begin() + static_cast<std::ptrdiff_t>(at));
}

bool begins_with(const std::vector<Tokens>& phrases, const Tokens& tokens) {
  return std::any_of(phrases.begin(), phrases.end(), [&](const Tokens& words) {
    return stands_at(words, tokens, 0);
  });
}

bool has(const std::vector<Tokens>& phrases, const Tokens& tokens) {
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    for (const Tokens& words : phrases) {
      if (stands_at(words, tokens, at)) return true;
    }
  }
  return false;
}

std::vector<Tokens> phrases_of(const Rulebook& rules, std::string_view list) {
  std::vector<Tokens> phrases;
  for (const std::string& words : rules.list(list))
    phrases.push_back(tokens_of(words));
  return phrases;
}

std::set<std::string, std::less<>> words_of(const Rulebook& rules,
                                            std::string_view list) {
  const auto& words = rules.list(list);
  return {words.begin(), words.end()};
}

std::string_view cell(const Row& row, std::string_view name) {
  const auto at = row.find(name);
  return at == row.end() ? std::string_view() : at->second;
}

std::uint8_t tiers_named(std::string_view levels) {
  std::uint8_t tiers = kNoTier;
  for (const std::string_view level : split(levels, '|'))
    tiers = static_cast<std::uint8_t>(tiers | tier_named(level));
  return tiers;
}

}  // namespace

std::string_view name_of_tier(std::uint8_t tiers) {
  switch (tiers) {
    case kCentral:
      return "central";
    case kProvince:
      return "province";
    case kDistrict:
      return "district";
    case kCommune:
      return "commune";
    default:
      return "";
  }
}

Tier tier_named(std::string_view level) {
  for (const Tier tier : {kCentral, kProvince, kDistrict, kCommune}) {
    if (name_of_tier(tier) == level) return tier;
  }
  return kNoTier;
}

std::string AdminUnit::key() const {
  const std::string_view tier = name_of_tier(tiers);
  if (tier.empty() || (name.empty() && tiers != kCentral)) return {};
  std::string key(tier);
  return key.append("|").append(tiers == kCentral ? "" : name);
}

const std::string& Chain::at(std::uint8_t tier) const {
  static const std::string none;
  return tier == kProvince   ? province
         : tier == kDistrict ? district
         : tier == kCommune  ? commune
                             : none;
}

void Chain::put(Tier tier, std::string name) {
  if (tier == kProvince) province = std::move(name);
  if (tier == kDistrict) district = std::move(name);
  if (tier == kCommune) commune = std::move(name);
}

std::string Chain::text() const {
  std::string out;
  for (const Tier tier : {kCommune, kDistrict, kProvince}) {
    if (at(tier).empty()) continue;
    if (!out.empty()) out += ';';
    out.append(name_of_tier(tier)).append("|").append(at(tier));
  }
  return out;
}

Chain Chain::from_text(std::string_view text) {
  Chain chain;
  for (const std::string_view part : split(text, ';')) {
    const std::size_t bar = part.find('|');
    if (bar == std::string_view::npos) continue;
    chain.put(tier_named(part.substr(0, bar)),
              std::string(part.substr(bar + 1)));
  }
  return chain;
}

bool ListedUnit::exists_on(std::string_view day) const {
  return (from.empty() || day >= from) && (until.empty() || day <= until);
}

std::string fold_name(std::string_view text) {
  std::string out;
  for (const std::string& word : tokens_of(text)) {
    if (word == ",") continue;
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

std::string printed_name(std::string_view folded) {
  std::string out;
  bool begins = true;
  for (std::size_t at = 0; at < folded.size();) {
    const Codepoint c = decode_at(folded, at);
    append_utf8(out, begins ? to_upper(c.value) : c.value);
    begins = c.value == U' ';
    at += c.size;
  }
  return out;
}

Places::Places(const Rulebook& rules)
    : offices_(phrases_of(rules, "link_offices")),
      no_offices_(phrases_of(rules, "link_no_offices")),
      province_offices_(phrases_of(rules, "link_province_offices")),
      local_offices_(phrases_of(rules, "link_local_offices")),
      mass_(phrases_of(rules, "link_mass")),
      committees_(phrases_of(rules, "link_committees")),
      councils_(phrases_of(rules, "link_councils")),
      central_(phrases_of(rules, "link_central")),
      party_(phrases_of(rules, "link_party")),
      place_stops_(words_of(rules, "link_place_stops")),
      title_stops_(words_of(rules, "link_title_stops")),
      no_units_(words_of(rules, "link_no_units")) {
  read_units(rules);
  read_kinds(rules);
  read_organs(rules);
}

void Places::read_units(const Rulebook& rules) {
  for (const Row& row : rules.table("units")) {
    ListedUnit unit{
        std::string(cell(row, "name")),  fold_name(cell(row, "name")),
        std::string(cell(row, "kind")),  tier_named(cell(row, "level")),
        fold_name(cell(row, "within")),  std::string(cell(row, "from")),
        std::string(cell(row, "until")), fold_name(cell(row, "into"))};
    for (const std::string_view alias : split(cell(row, "aliases"), '|')) {
      if (!alias.empty()) usual_.emplace(fold_name(alias), unit.name);
    }
    listed_.push_back(std::move(unit));
  }
}

void Places::read_kinds(const Rulebook& rules) {
  for (const Row& row : rules.table("unit_kinds")) {
    for (const std::string_view words : split(cell(row, "words"), '|')) {
      kinds_.push_back({tokens_of(words), std::string(cell(row, "kind")),
                        tiers_named(cell(row, "level"))});
    }
  }
  std::stable_sort(kinds_.begin(), kinds_.end(),
                   [](const KindWord& a, const KindWord& b) {
                     return a.words.size() > b.words.size();
                   });
}

void Places::read_organs(const Rulebook& rules) {
  std::set<std::string, std::less<>> local;
  for (const Row& row : rules.table("agencies")) {
    auto& organs = cell(row, "level") == "TW" ? national_ : local;
    for (const std::string_view organ : split(cell(row, "abbreviations"), '|'))
      organs.insert(fold_name(organ));
  }
  for (const std::string& organ : local) national_.erase(organ);
  for (const std::string& organ : rules.list("party_bodies"))
    party_organs_.insert(fold_name(organ));
}

bool Places::went_into(std::string_view part, std::string_view whole) const {
  return std::any_of(listed_.begin(), listed_.end(), [&](const ListedUnit& u) {
    return u.name == part && u.into == whole && part != whole;
  });
}

std::string Places::above(std::uint8_t tier, std::string_view name) const {
  for (const ListedUnit& unit : listed_) {
    if (unit.tier == tier && unit.name == name && !unit.within.empty())
      return unit.within;
  }
  return {};
}

bool Places::is_national(std::string_view organ) const {
  const std::string_view first = organ.substr(0, organ.find(' '));
  return ends_with(first, "tw") || ends_with(first, "tư") ||
         starts_with(first, "qh") || starts_with(first, "ubtvqh") ||
         national_.count(first) > 0;
}

bool Places::is_party(std::string_view organ) const {
  const std::string_view first = organ.substr(0, organ.find(' '));
  return party_organs_.count(first) > 0 || ends_with(first, "tw") ||
         (first.size() > 2 && ends_with(first, "tu"));
}

std::set<std::string> Places::telling_words(std::string_view title) const {
  std::set<std::string> words;
  for (const std::string& word : tokens_of(title)) {
    const bool number = std::all_of(
        word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (word != "," && !number && title_stops_.count(word) == 0)
      words.insert(word);
  }
  return words;
}

BodyClass Places::class_of(const Tokens& tokens) const {
  if (begins_with(offices_, tokens) && !begins_with(no_offices_, tokens))
    return BodyClass::office;
  if (has(mass_, tokens)) return BodyClass::mass;
  if (has(committees_, tokens)) return BodyClass::committee;
  if (has(councils_, tokens)) return BodyClass::council;
  if (has(party_, tokens)) return BodyClass::party;
  return has(central_, tokens) ? BodyClass::central : BodyClass::unknown;
}

const Places::KindWord* Places::kind_at(const Tokens& tokens,
                                        std::size_t at) const {
  for (const KindWord& kind : kinds_) {
    if (stands_at(kind.words, tokens, at)) return &kind;
  }
  return nullptr;
}

// A city is a province where the list says so, else part of one.
std::uint8_t Places::city_tier(const std::string& name) const {
  const bool province =
      std::any_of(listed_.begin(), listed_.end(), [&](const ListedUnit& u) {
        return u.name == name && u.kind == "thành phố" && u.tier == kProvince;
      });
  return province ? kProvince : kDistrict;
}

std::vector<AdminUnit> Places::units_in(const Tokens& tokens) const {
  constexpr std::size_t kLongestName = 6;
  std::vector<AdminUnit> units;
  for (std::size_t at = 0; at < tokens.size();) {
    const KindWord* kind = kind_at(tokens, at);
    // `các huyện` are many.
    if (kind == nullptr || (at > 0 && tokens[at - 1] == "các")) {
      ++at;
      continue;
    }
    at += kind->words.size();
    AdminUnit unit{kind->tiers, "", kind->kind};
    for (std::size_t n = 0; n < kLongestName && at < tokens.size(); ++n, ++at) {
      const std::string& word = tokens[at];
      if (word == "," || place_stops_.count(word) > 0) break;
      if (kind_at(tokens, at) != nullptr) break;
      if (!unit.name.empty()) unit.name += ' ';
      unit.name += word;
    }
    if (no_units_.count(unit.kind + ' ' + unit.name) > 0) continue;
    const auto usual = usual_.find(unit.name);
    if (usual != usual_.end()) unit.name = usual->second;
    if (unit.tiers == (kProvince | kDistrict) && !unit.name.empty())
      unit.tiers = city_tier(unit.name);
    units.push_back(std::move(unit));
  }
  return units;
}

IssuingBody Places::body(std::string_view issuer,
                         std::string_view level) const {
  const Tokens tokens = tokens_of(issuer);
  IssuingBody body;
  body.cls = class_of(tokens);
  std::vector<AdminUnit> units = units_in(tokens);
  if (!units.empty()) {
    body.unit = units.front();
    body.above.assign(units.begin() + 1, units.end());
  } else if (begins_with(province_offices_, tokens)) {
    body.unit.tiers = kProvince;
  } else if (begins_with(local_offices_, tokens)) {
    body.unit.tiers = kDistrict | kCommune;
  }
  const Tier known = tier_named(level);
  if (known != kNoTier) body.unit.tiers = known;
  if (known == kCentral ||
      (known == kNoTier && body.cls == BodyClass::central && units.empty()))
    body.unit = {kCentral, "", ""};
  return body;
}

}  // namespace kehoach
