// From a name to a body: its kind, its level, its place.

#include "rulebook/bodies.h"

#include <algorithm>
#include <set>

#include "rulebook/body_places.h"
#include "rulebook/body_sets.h"
#include "rulebook/body_tables.h"
#include "rulebook/misspelt.h"
#include "rulebook/rulebook.h"

namespace kehoach {
namespace {

class Finder {
 public:
  Finder(const Bodies::Tables& tables, std::string_view name,
         const BodyContext& context)
      : tables_(tables), name_(name), words_(name), context_(context) {}

  [[nodiscard]] std::optional<Body> run() const {
    if (words_.size() == 0 || words_.too_many()) return std::nullopt;
    const std::size_t plural = plural_words(words_, 0);
    if (plural == 0) {
      if (auto body = by_key(words_, 0, tables_.by_key)) return body;
    } else if (auto body = many_of_a_kind(plural)) {
      return body;
    }
    if (const auto set = read_set(tables_, words_)) return set_body(*set);
    if (plural > 0) return std::nullopt;
    if (auto body = misspelt()) return body;
    const NameWords bare(name_, NameWords::Accents::dropped);
    return by_key(bare, 0, tables_.by_bare_key);
  }

 private:
  // The longest beginning of the name that is known and has only a place
  // behind it. `letters` has the words to look up, with accents or without.
  [[nodiscard]] std::optional<Body> by_key(
      const NameWords& letters, std::size_t from,
      const TextMap<std::vector<std::uint32_t>>& keys) const {
    if (from >= words_.size()) return std::nullopt;
    const auto most = tables_.most_words.find(letters.key(from, from + 1));
    if (most == tables_.most_words.end()) return std::nullopt;
    // Words may be cut where the table has them whole: `Đ` of `ĐTN`, `&`.
    const std::size_t last = std::min(words_.size(), from + most->second + 2);
    for (std::size_t to = last; to > from; --to) {
      if (words_[to - 1].folded == "và") continue;
      const auto known = keys.find(letters.key(from, to));
      if (known == keys.end()) continue;
      if (auto body = placed(known->second, from, to)) return body;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Body> misspelt() const {
    const auto same = tables_.by_first_word.find(words_[0].folded);
    if (same == tables_.by_first_word.end()) return std::nullopt;
    std::optional<Body> found;
    for (const auto& name : same->second) {
      const std::size_t size = misspelt_words(words_, name.words, name.letters);
      if (size == 0) continue;
      const std::string& kind = tables_.kinds[name.kind].name;
      const NameWords full(kind);
      const auto kinds = tables_.by_key.find(full.key());
      if (kinds == tables_.by_key.end()) continue;
      auto body = placed(kinds->second, 0, size);
      if (!body) continue;
      if (found && found->kind != body->kind) return std::nullopt;
      found = std::move(body);
    }
    return found;
  }

  // Reads the place behind word `to`, then chooses among kinds of one name.
  [[nodiscard]] std::optional<Body> placed(
      const std::vector<std::uint32_t>& kinds, std::size_t from,
      std::size_t to) const {
    const std::string_view implied =
        implied_unit(tables_.kinds[kinds.front()].name);
    const auto tail = read_tail(tables_, words_, to, context_, implied);
    if (!tail) return std::nullopt;
    // `Báo` alone is a word, no name.
    if (to - from == 1 && !tail->own && tail->many.empty() &&
        !words_[from].capital)
      return std::nullopt;
    if (!tail->many.empty()) return many_at(kinds, *tail);
    const std::string level = level_of(*tail, implied);
    const BodyKind* kind = choose(kinds, level, tail->own.has_value());
    if (kind == nullptr) return std::nullopt;
    return body_of(*kind, *tail);
  }

  // The level that the place tells; `thành phố` alone is the issuer's.
  [[nodiscard]] std::string level_of(const Tail& tail,
                                     std::string_view implied) const {
    std::string kind(implied);
    if (tail.own) {
      if (!tail.own->level.empty()) return tail.own->level;
      kind = tail.own->kind;
    }
    if (kind != "thành phố") return std::string(level_of_unit_kind(kind));
    if (starts_with(context_.place, "thành phố"))
      return context_.level == "district" ? "district" : "province";
    const bool central = starts_with(context_.province, "thành phố");
    if (context_.province.empty() && context_.level != "province") return "";
    return central ? "" : "district";
  }

  [[nodiscard]] bool there(const BodyKind& kind) const {
    return is_there(kind.from, kind.until, context_.issued_on);
  }

  // `told`: the name says the level; a kind of another one is not meant.
  [[nodiscard]] const BodyKind* choose(const std::vector<std::uint32_t>& kinds,
                                       const std::string& level,
                                       bool told) const {
    if (!level.empty()) return best(kinds, level);
    if (told) return nullptr;
    if (const BodyKind* own = best(kinds, context_.level);
        own != nullptr && there(*own))
      return own;
    const BodyKind* only = nullptr;
    bool several = false, gone = true;
    for (const std::uint32_t index : kinds) {
      const BodyKind& kind = tables_.kinds[index];
      if (!there(kind)) continue;
      gone = false;
      several = several || (only != nullptr && only->level != kind.level);
      only = &kind;
    }
    if (several) return nullptr;
    if (!gone) return only;
    const std::string& first = tables_.kinds[kinds.front()].level;
    const bool one_level =
        std::all_of(kinds.begin(), kinds.end(), [&](std::uint32_t index) {
          return tables_.kinds[index].level == first;
        });
    return one_level ? best(kinds, first) : nullptr;
  }

  // Of that level the one that was there, else the last in the table.
  [[nodiscard]] const BodyKind* best(const std::vector<std::uint32_t>& kinds,
                                     std::string_view level) const {
    const BodyKind* found = nullptr;
    for (const std::uint32_t index : kinds) {
      const BodyKind& kind = tables_.kinds[index];
      if (kind.level != level) continue;
      if (there(kind)) return &kind;
      found = &kind;
    }
    return found;
  }

  // Where the body is, and whether that is written. `above` is.
  struct Place {
    std::string name;
    bool inferred = false;
  };
  [[nodiscard]] Place place_of(const BodyKind& kind, const Tail& tail) const {
    if (kind.level == "central") return {};
    if (tail.own && !tail.own->name.empty()) {
      std::string place = tail.own->kind + " " + tail.own->name;
      if (kind.level == "province") return {place};
      if (!tail.above.empty()) return {place + ", " + tail.above};
      if (slug(context_.place) == slug(place))
        return {own_place(), own_place() != context_.place};
      if (context_.province.empty()) return {place};
      return {place + ", " + context_.province, true};
    }
    const std::string own = kind.level == "province"    ? context_.province
                            : kind.level == own_level() ? own_place()
                                                        : "";
    // `Công an thành phố` in a plan of a huyện is none of the issuer's.
    const bool other = tail.own && !tail.own->kind.empty() &&
                       !starts_with(own, tail.own->kind);
    if (own.empty() || other) return {};
    return {own, true};
  }

  [[nodiscard]] Body body_of(const BodyKind& kind, const Tail& tail) const {
    const Place place = place_of(kind, tail);
    Body body = body_at(kind, place.name);
    body.place_inferred = place.inferred;
    return body;
  }

  // The level of the issuer's place: a school of a commune is of none itself.
  [[nodiscard]] std::string_view own_level() const {
    const NameWords place(context_.place);
    const std::string_view level =
        level_of_unit_kind(unit_kind_at(place, 0).kind);
    return level.empty() ? std::string_view(context_.level) : level;
  }

  // The issuer's place with the province around it.
  [[nodiscard]] std::string own_place() const {
    if (context_.place.empty() || context_.province.empty() ||
        context_.place == context_.province)
      return context_.place;
    return context_.place + ", " + context_.province;
  }

  // `Ủy ban nhân dân các xã, phường`.
  [[nodiscard]] std::optional<Body> many_at(
      const std::vector<std::uint32_t>& kinds, const Tail& tail) const {
    BodySet set;
    const BodyKind* of = nullptr;
    for (const std::string& unit : tail.many) {
      if (unit == "các cấp") {
        of = &tables_.kinds[kinds.front()];
        set.members.push_back(of->name + " các cấp");
        continue;
      }
      std::string level(level_of_unit_kind(unit));
      if (level.empty()) level = "district";
      const BodyKind* kind = best(kinds, level);
      if (kind == nullptr) return std::nullopt;
      of = kind;
      set.level = set.members.empty() || set.level == level ? level : "";
      set.members.push_back(kind->name + " " + unit);
    }
    return set_body(set, of);
  }

  // `các Trung tâm Y tế`
  [[nodiscard]] std::optional<Body> many_of_a_kind(std::size_t from) const {
    if (from >= words_.size()) return std::nullopt;
    auto one = by_key(words_, from, tables_.by_key);
    if (!one || one->is_collective) return one;
    // `các xã` are no bodies of a kind, `các Ban` neither.
    if (one->level == "central") return std::nullopt;
    const BodyKind& kind = tables_.kinds[tables_.by_id.at(one->kind).front()];
    BodySet set;
    set.members = {kind.name};
    set.level = kind.level;
    return set_body(set, &kind);
  }

  [[nodiscard]] Body set_body(const BodySet& set,
                              const BodyKind* of = nullptr) const {
    Body body;
    body.is_collective = true;
    body.members = set.members;
    body.level = set.level;
    if (of != nullptr && !of->branches.empty()) body.branch = of->branches[0];
    body.kind = "cac";
    body.name = "các";
    for (const std::string& member : set.members) {
      body.kind += (&member == set.members.data() ? "-" : "+") + slug(member);
      body.name += (&member == set.members.data() ? " " : ", ") + member;
    }
    if (!set.unit_name.empty()) {
      body.place = set.unit_kind + " " + set.unit_name;
    } else if (body.level != "central") {
      const bool fits =
          set.unit_kind.empty() || starts_with(context_.place, set.unit_kind);
      body.place = fits ? own_place() : "";
      if (!fits && set.unit_kind == "tỉnh") body.place = context_.province;
      body.place_inferred = !body.place.empty();
    }
    body.id = body.kind;
    if (!body.place.empty()) {
      body.id.append("@").append(slug(body.place));
      body.name.append(" của ").append(body.place);
    }
    return body;
  }

  const Bodies::Tables& tables_;
  std::string_view name_;
  NameWords words_;
  const BodyContext& context_;
};

}  // namespace

Bodies::Bodies(const Rulebook& rules)
    : tables_(std::make_unique<const Tables>(rules)) {}
Bodies::Bodies(Bodies&&) noexcept = default;
Bodies& Bodies::operator=(Bodies&&) noexcept = default;
Bodies::~Bodies() = default;

std::optional<Body> Bodies::find(std::string_view name,
                                 const BodyContext& context) const {
  return Finder(*tables_, name, context).run();
}

std::vector<NamedBody> Bodies::resolve(const Plan& plan) const {
  std::vector<NamedBody> found;
  if (plan.obligations.empty()) return found;
  const BodyContext context = context_of(plan);
  std::set<std::string_view> seen;
  const auto add = [&](const std::vector<std::string>& names) {
    for (const std::string& name : names) {
      if (!seen.insert(name).second) continue;
      if (auto body = find(name, context))
        found.push_back({name, std::move(*body)});
    }
  };
  for (const Obligation& o : plan.obligations) {
    add(o.lead);
    add(o.support);
  }
  return found;
}

const BodyKind* Bodies::kind(std::string_view id) const {
  const auto known = tables_->by_id.find(id);
  return known == tables_->by_id.end() ? nullptr
                                       : &tables_->kinds[known->second.front()];
}

std::vector<const BodyKind*> Bodies::kinds_named(std::string_view name) const {
  std::vector<const BodyKind*> kinds;
  const auto add = [&](const TextMap<std::vector<std::uint32_t>>& keys,
                       NameWords::Accents accents) {
    const NameWords words(name, accents);
    const auto known = keys.find(words.key());
    if (known == keys.end()) return;
    for (const std::uint32_t index : known->second)
      kinds.push_back(&tables_->kinds[index]);
  };
  add(tables_->by_key, NameWords::Accents::kept);
  if (kinds.empty()) add(tables_->by_bare_key, NameWords::Accents::dropped);
  return kinds;
}

std::string_view Bodies::name_of_branch(std::string_view key) const {
  const auto known = tables_->branches.find(key);
  return known == tables_->branches.end() ? key
                                          : std::string_view(known->second);
}

}  // namespace kehoach
