#include "rulebook/body_tables.h"

#include <algorithm>

#include "rulebook/rulebook.h"

namespace kehoach {
namespace {

std::string_view cell(const Row& row, const char* column) {
  const auto at = row.find(column);
  return at == row.end() ? std::string_view{} : at->second;
}

std::vector<std::string> parts(std::string_view text) {
  std::vector<std::string> out;
  for (const std::string_view part : split(text, '|')) {
    if (!trim(part).empty()) out.emplace_back(trim(part));
  }
  return out;
}

// A date that is known to the month or the year alone, as the first or the last
// day that it may mean.
std::string completed(std::string_view date, bool last) {
  std::string out(date);
  if (out.size() == 4) out += last ? "-12" : "-01";
  if (out.size() == 7) out += last ? "-31" : "-01";
  return out;
}

}  // namespace

std::string_view level_of_letter(std::string_view letter) {
  if (letter == "TW") return "central";
  if (letter == "T") return "province";
  if (letter == "H") return "district";
  return letter == "X" ? "commune" : "";
}

std::string slug(std::string_view text) {
  std::string out = fold_for_search(text);
  std::replace(out.begin(), out.end(), ' ', '-');
  return out;
}

bool is_there(std::string_view from, std::string_view until,
              std::string_view date) {
  if (date.empty()) return true;
  const std::string day = completed(date, true);
  return (from.empty() || completed(from, false) <= day) &&
         (until.empty() || day <= completed(until, true));
}

HeirText parse_heir(std::string_view text) {
  HeirText out;
  if (const std::size_t at = text.find(':'); at != std::string_view::npos) {
    out.field = trim(text.substr(0, at));
    text.remove_prefix(at + 1);
  }
  if (const std::size_t at = text.find('/');
      at != std::string_view::npos && at <= 2) {
    out.level = trim(text.substr(0, at));
    text.remove_prefix(at + 1);
  }
  out.name = trim(text);
  return out;
}

Bodies::Tables::Tables(const Rulebook& rules) {
  for (const Row& row : rules.table("branches"))
    branches.emplace(cell(row, "key"), cell(row, "name"));
  for (const Row& row : rules.table("collectives")) {
    const NameWords words(cell(row, "noun"));
    if (words.size() == 0) continue;
    const std::string_view level = cell(row, "level");
    nouns.emplace(words.key(), level == "-" ? level : level_of_letter(level));
    auto& longest = longest_noun[std::string(words[0].folded)];
    longest = std::max(longest, words.size());
  }
  add_kinds(rules);
  add_heirs(rules);
  add_units(rules);
  central_cities = rules.list("central_cities");
}

bool Bodies::Tables::is_central_city(std::string_view name) const {
  return std::find(central_cities.begin(), central_cities.end(),
                   fold_for_match(name)) != central_cities.end();
}

void Bodies::Tables::add_kinds(const Rulebook& rules) {
  const std::vector<Row>& rows = rules.table("agencies");
  TextMap<std::size_t> levels_of;  // how many lines have the name
  for (const Row& row : rows) ++levels_of[slug(cell(row, "name"))];
  for (const Row& row : rows) {
    BodyKind kind;
    kind.name = cell(row, "name");
    kind.level = level_of_letter(cell(row, "level"));
    kind.id = slug(kind.name);
    if (levels_of[kind.id] > 1) {
      kind.id += kind.level == "province"   ? "-tinh"
                 : kind.level == "district" ? "-huyen"
                 : kind.level == "commune"  ? "-xa"
                                            : "-tw";
    }
    kind.branches = parts(cell(row, "branch"));
    kind.from = cell(row, "from");
    kind.until = cell(row, "until");
    kind.source = cell(row, "source");
    const auto index = static_cast<std::uint32_t>(kinds.size());
    by_id[kind.id].push_back(index);
    kinds.push_back(std::move(kind));
    add_name(cell(row, "name"), index, true);
    for (const std::string& name : parts(cell(row, "others")))
      add_name(name, index, true);
    for (const std::string& name : parts(cell(row, "abbreviations")))
      add_name(name, index, false);
  }
}

void Bodies::Tables::add_name(std::string_view name, std::uint32_t kind,
                              bool full) {
  const auto add = [kind](std::vector<std::uint32_t>& list) {
    if (list.empty() || list.back() != kind) list.push_back(kind);
  };
  const NameWords words(name);
  if (words.size() == 0) return;
  const auto see = [&](const NameWords& w) {
    std::size_t& most = most_words[std::string(w.key(0, 1))];
    most = std::max(most, w.size());
  };
  see(words);
  add(by_key[std::string(words.key())]);
  if (!full) return;
  const NameWords bare(name, NameWords::Accents::dropped);
  see(bare);
  if (words.size() > 1) add(by_bare_key[std::string(bare.key())]);
  FullName whole;
  whole.kind = kind;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words[at].folded == "và") continue;
    whole.words.emplace_back(words[at].folded);
    whole.letters += fold_for_search(words[at].folded).size();
  }
  std::string first = whole.words.front();
  by_first_word[std::move(first)].push_back(std::move(whole));
}

void Bodies::Tables::add_heirs(const Rulebook& rules) {
  heirs.resize(kinds.size());
  const std::vector<Row>& rows = rules.table("agencies");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (const std::string& text : parts(cell(rows[i], "merged_into"))) {
      const HeirText heir = parse_heir(text);
      const std::string_view level = heir.level.empty()
                                         ? std::string_view(kinds[i].level)
                                         : level_of_letter(heir.level);
      for (std::uint32_t k = 0; k < kinds.size(); ++k) {
        if (kinds[k].name == heir.name && kinds[k].level == level)
          heirs[i].push_back({std::string(heir.field), k});
      }
    }
  }
}

void Bodies::Tables::add_units(const Rulebook& rules) {
  for (const Row& row : rules.table("units")) {
    const auto index = static_cast<std::uint32_t>(units.size());
    units.push_back(
        {std::string(cell(row, "kind")), std::string(cell(row, "name")),
         std::string(cell(row, "level")), std::string(cell(row, "until")),
         std::string(cell(row, "into"))});
    const auto add = [&](std::string_view name) {
      const NameWords words(name);
      if (words.size() == 0) return;
      auto& list = units_by_name[std::string(words.key())];
      if (list.empty() || list.back() != index) list.push_back(index);
    };
    add(cell(row, "name"));
    for (const std::string& alias : parts(cell(row, "aliases"))) add(alias);
  }
}

const Bodies::Tables::Unit* Bodies::Tables::unit(std::string_view name,
                                                 std::string_view kind,
                                                 std::string_view date) const {
  const NameWords words(name);
  const auto found = units_by_name.find(words.key());
  if (found == units_by_name.end()) return nullptr;
  const Unit* best = nullptr;
  for (const std::uint32_t index : found->second) {
    const Unit& unit = units[index];
    if (!kind.empty() && unit.kind != kind) continue;
    // Of units of one name (tỉnh and thành phố Đồng Nai) that of the day.
    if (best == nullptr || !is_there("", best->until, date)) best = &unit;
  }
  return best;
}

}  // namespace kehoach
