// What bodies became, and what plans tell about those they name.

#include <algorithm>
#include <set>

#include "rulebook/body_places.h"
#include "rulebook/body_tables.h"
#include "rulebook/rulebook.h"

namespace kehoach {
namespace {

constexpr int kLongestChain = 8;

// `tỉnh Kiên Giang` on that day: `tỉnh An Giang`. Only the last unit of a place
// is looked up; what was merged away with its district has no place.
class Places {
 public:
  Places(const Bodies::Tables& tables, std::string_view date)
      : tables_(tables), date_(date) {}

  [[nodiscard]] std::string now(const std::string& place) const {
    const std::size_t comma = place.rfind(", ");
    const std::string above =
        comma == std::string::npos ? place : place.substr(comma + 2);
    const NameWords words(above);
    const KindWords kind = unit_kind_at(words, 0);
    const auto* unit =
        tables_.unit(words.written(kind.words, words.size()), kind.kind, "");
    for (int i = 0; i < kLongestChain && unit != nullptr; ++i) {
      if (unit->into.empty() || is_there("", unit->until, date_)) break;
      unit = tables_.unit(unit->into, "", date_);
    }
    if (unit == nullptr) return place;
    const std::string whole = unit->kind + " " + unit->name;
    return comma == std::string::npos ? whole
                                      : place.substr(0, comma + 2) + whole;
  }

 private:
  const Bodies::Tables& tables_;
  std::string_view date_;
};

class Heirs {
 public:
  Heirs(const Bodies::Tables& tables, std::string_view date,
        std::string_view wanted)
      : tables_(tables), places_(tables, date), date_(date), wanted_(wanted) {}

  [[nodiscard]] std::vector<Successor> of(const Body& body) {
    const auto known = tables_.by_id.find(body.kind);
    if (known == tables_.by_id.end()) return {};
    const std::uint32_t kind = known->second.front();
    const BodyKind& own = tables_.kinds[kind];
    if (is_there("", own.until, date_)) {
      const std::string place = places_.now(body.place);
      if (place != body.place) add(kind, place, "", "");
    } else {
      follow(kind, body.place, "", 0);
    }
    return std::move(found_);
  }

 private:
  void follow(std::uint32_t kind, const std::string& place,
              const std::string& field, int depth) {
    if (depth == kLongestChain) return;
    for (const Heir& heir : tables_.heirs[kind]) {
      if (!heir.field.empty() && !field.empty() && heir.field != field)
        continue;
      const std::string& part = heir.field.empty() ? field : heir.field;
      if (!wanted_.empty() && !part.empty() && part != wanted_) continue;
      const BodyKind& next = tables_.kinds[heir.kind];
      const std::string there = place_of(next, tables_.kinds[kind], place);
      if (is_there("", next.until, date_)) {
        add(heir.kind, there, part, tables_.kinds[kind].source);
      } else {
        follow(heir.kind, there, part, depth + 1);
      }
    }
  }

  // A body of another level has the unit above that the place names, or none
  // that is known: a district went into several communes.
  [[nodiscard]] std::string place_of(const BodyKind& next, const BodyKind& from,
                                     const std::string& place) const {
    if (next.level == "central") return "";
    if (next.level == from.level) return places_.now(place);
    const std::size_t comma = place.rfind(", ");
    if (next.level != "province" || comma == std::string::npos) return "";
    return places_.now(place.substr(comma + 2));
  }

  void add(std::uint32_t index, const std::string& place,
           const std::string& field, const std::string& source) {
    const BodyKind& kind = tables_.kinds[index];
    Successor next{body_at(kind, place), field, kind.from, source};
    const bool known =
        std::any_of(found_.begin(), found_.end(), [&](const Successor& other) {
          return other.body.id == next.body.id && other.field == next.field;
        });
    if (!known) found_.push_back(std::move(next));
  }

  const Bodies::Tables& tables_;
  Places places_;
  std::string_view date_, wanted_;
  std::vector<Successor> found_;
};

// The other way: a body, and those that went into it.
class Ancestors {
 public:
  explicit Ancestors(const Bodies::Tables& tables) : tables_(tables) {}

  [[nodiscard]] std::vector<Predecessor> of(const Body& body) {
    const auto known = tables_.by_id.find(body.kind);
    if (known == tables_.by_id.end()) return {};
    const std::uint32_t kind = known->second.front();
    for (const Place& place : with_places_before(body.place)) {
      // A body that was gone before its place went gave it nothing more.
      const bool was_there =
          is_there("", tables_.kinds[kind].until, place.until);
      if (place.name != body.place && was_there)
        add(kind, place.name, "", "", "");
      if (was_there) follow(kind, place.name, "", 0);
    }
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Predecessor& a, const Predecessor& b) {
                       return a.until > b.until;
                     });
    return std::move(found_);
  }

 private:
  struct Place {
    std::string name;
    std::string until;  // its last day; empty: still there
  };

  // `thành phố Thanh Hải` and the provinces that went into it.
  [[nodiscard]] std::vector<Place> with_places_before(
      const std::string& place) const {
    std::vector<Place> places = {{place, ""}};
    const NameWords words(place);
    const KindWords kind = unit_kind_at(words, 0);
    const auto* now =
        tables_.unit(words.written(kind.words, words.size()), kind.kind, "");
    if (now == nullptr) return places;
    for (const auto& unit : tables_.units) {
      std::string name = unit.kind + " " + unit.name;
      if (unit.into == now->name && name != place)
        places.push_back({std::move(name), unit.until});
    }
    return places;
  }

  void follow(std::uint32_t kind, const std::string& place,
              const std::string& field, int depth) {
    if (depth == kLongestChain) return;
    for (std::uint32_t k = 0; k < tables_.kinds.size(); ++k) {
      for (const Heir& heir : tables_.heirs[k]) {
        if (heir.kind != kind) continue;
        if (!heir.field.empty() && !field.empty() && heir.field != field)
          continue;
        const BodyKind& old = tables_.kinds[k];
        const std::string& part = heir.field.empty() ? field : heir.field;
        // A district's place is none of its successor's on another level.
        const std::string where =
            old.level == tables_.kinds[kind].level ? place : "";
        if (where.empty() && !place.empty()) continue;
        add(k, where, part, old.until, old.source);
        follow(k, where, part, depth + 1);
      }
    }
  }

  void add(std::uint32_t index, const std::string& place,
           const std::string& field, const std::string& until,
           const std::string& source) {
    Predecessor old{body_at(tables_.kinds[index], place), field, until, source};
    const bool known = std::any_of(
        found_.begin(), found_.end(), [&](const Predecessor& other) {
          return other.body.id == old.body.id && other.field == old.field;
        });
    if (!known) found_.push_back(std::move(old));
  }

  const Bodies::Tables& tables_;
  std::vector<Predecessor> found_;
};

}  // namespace

std::vector<Successor> Bodies::successors(const Body& body,
                                          std::string_view date,
                                          std::string_view field) const {
  return Heirs(*tables_, date, field).of(body);
}

std::vector<Predecessor> Bodies::predecessors(const Body& body) const {
  return Ancestors(*tables_).of(body);
}

BodyContext Bodies::context_of(const Plan& plan) const {
  const Document& d = plan.document;
  BodyContext context;
  context.issued_on = d.issued_on.value_or("");
  context.level = d.level.value_or("");
  const auto take = [&](const std::string& place) {
    const std::size_t comma = place.rfind(", ");
    context.place = place.substr(0, place.find(", "));
    if (comma != std::string::npos) context.province = place.substr(comma + 2);
  };
  const auto issuer = d.issuer ? find(*d.issuer, context) : std::nullopt;
  if (issuer) {
    take(issuer->place);
    if (context.level.empty() || context.level == "unit")
      context.level = issuer->level;
  } else if (d.issuer) {
    take(last_place(*tables_, *d.issuer));
  }
  if (context.place.empty() && context.level == "province" && d.place) {
    const auto* unit = tables_->unit(*d.place, "", context.issued_on);
    if (unit != nullptr) context.place = unit->kind + " " + unit->name;
  }
  if (context.level == "province" || starts_with(context.place, "tỉnh "))
    context.province = context.place;
  if (!context.province.empty() || context.level == "central") return context;
  std::set<std::string> provinces;
  for (const Reference& r : plan.references) {
    if (!r.issuer) continue;
    const std::string place = last_place(*tables_, *r.issuer);
    if (starts_with(place, "tỉnh ")) provinces.insert(place);
  }
  if (provinces.size() == 1) context.province = *provinces.begin();
  return context;
}

}  // namespace kehoach
