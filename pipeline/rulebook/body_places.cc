#include "rulebook/body_places.h"

#include <algorithm>
#include <array>

namespace kehoach {
namespace {

struct PlaceKind {
  std::string_view words, kind, level;
};
constexpr std::array<PlaceKind, 13> kKinds = {{
    {"thành phố", "thành phố", ""},
    {"thị xã", "thị xã", "district"},
    {"thị trấn", "thị trấn", "commune"},
    {"đặc khu", "đặc khu", "commune"},
    {"tỉnh", "tỉnh", "province"},
    {"huyện", "huyện", "district"},
    {"quận", "quận", "district"},
    {"xã", "xã", "commune"},
    {"phường", "phường", "commune"},
    {"khu vực", "khu vực", "province"},
    {"tp", "thành phố", ""},
    {"tx", "thị xã", "district"},
    {"tt", "thị trấn", "commune"},
}};

constexpr std::size_t kLongestPlace = 5;  // words

// Reads one tail; each step moves `at_`.
class TailReader {
 public:
  TailReader(const Bodies::Tables& tables, const NameWords& words,
             std::size_t at, const BodyContext& context)
      : tables_(tables),
        words_(words),
        at_(at),
        end_(without_garnish(words, at)),
        context_(context) {}

  [[nodiscard]] std::optional<Tail> read(std::string_view implied) {
    Tail tail;
    if (at_ == end_) return tail;
    for (const std::string_view link : {"của", "thuộc", "trực thuộc"}) {
      if (!words_.stand_at(at_, link)) continue;
      at_ += split(link, ' ').size();
      break;
    }
    if (end_ - at_ == 2 &&
        (words_.stand_at(at_, "các cấp") || words_.stand_at(at_, "cùng cấp"))) {
      tail.many = {"các cấp"};
      return tail;
    }
    if (at_ < end_ && is_many()) {
      read_many(tail);
      if (at_ < end_ || tail.many.empty()) return std::nullopt;
      return tail;
    }
    if (!implied.empty() || unit_kind_at(words_, at_).words == 0) {
      tail.own = bare_name(implied);
    } else {
      tail.own = unit();
    }
    if (!tail.own) return std::nullopt;
    while (at_ < end_) {
      const auto above = unit();
      if (!above || above->name.empty()) return std::nullopt;
      if (!tail.above.empty()) tail.above += ", ";
      tail.above += above->kind + " " + above->name;
    }
    return tail;
  }

 private:
  // `các xã`, `cấp xã`, `xã, phường`: a set of units.
  [[nodiscard]] bool is_many() const {
    for (const std::string_view word : {"các", "cấp", "từng", "mỗi"}) {
      if (words_[at_].folded == word)
        return unit_kind_at(words_, at_ + 1).words > 0;
    }
    const KindWords first = unit_kind_at(words_, at_);
    if (first.words == 0) return false;
    const std::size_t next = at_ + first.words;
    if (next >= end_) return false;
    const std::size_t second = words_[next].folded == "và" ? next + 1 : next;
    return (words_[next].comma || second > next) &&
           unit_kind_at(words_, second).words > 0 &&
           (second + unit_kind_at(words_, second).words >= end_ ||
            !words_[second + unit_kind_at(words_, second).words].capital);
  }

  void read_many(Tail& tail) {
    while (at_ < end_) {
      const std::string_view word = words_[at_].folded;
      const KindWords kind = unit_kind_at(words_, at_);
      if (kind.words > 0) {
        tail.many.emplace_back(kind.kind);
        at_ += kind.words;
      } else if (word == "các" || word == "cấp" || word == "và" ||
                 word == "từng" || word == "mỗi") {
        ++at_;
      } else {
        return;
      }
    }
  }

  // `tỉnh Sơn La`, `thành phố`.
  [[nodiscard]] std::optional<UnitName> unit() {
    const KindWords kind = unit_kind_at(words_, at_);
    if (kind.words == 0) return std::nullopt;
    at_ += kind.words;
    const std::size_t begin = at_;
    while (at_ < end_ && at_ - begin < kLongestPlace && words_[at_].capital &&
           (at_ == begin || !words_[at_].comma) &&
           (at_ == begin || unit_kind_at(words_, at_).words == 0))
      ++at_;
    std::string name = words_.written(begin, at_);
    if (at_ == begin && at_ < end_ && !words_[at_].comma) return std::nullopt;
    return known({std::string(kind.kind), std::move(name), ""});
  }

  // A unit without the word that tells its kind: one that is listed, or the
  // issuer's own; behind `Huyện ủy` any name.
  [[nodiscard]] std::optional<UnitName> bare_name(std::string_view implied) {
    std::size_t stop = at_;
    while (stop < end_ && stop - at_ < kLongestPlace &&
           (stop == at_ || !words_[stop].comma))
      ++stop;
    for (std::size_t to = stop; to > at_; --to) {
      const std::string name = words_.written(at_, to);
      const auto* listed = tables_.unit(name, implied, context_.issued_on);
      if (listed == nullptr) continue;
      at_ = to;
      return UnitName{listed->kind, listed->name, listed->level};
    }
    const std::string name = words_.written(at_, stop);
    const bool own = slug(context_.place).ends_with("-" + slug(name));
    const bool capitals = words_[at_].capital && words_[stop - 1].capital;
    if (!own && (implied.empty() || !capitals)) return std::nullopt;
    at_ = stop;
    if (own) {
      const NameWords place(context_.place);
      const KindWords kind = unit_kind_at(place, 0);
      if (implied.empty() || kind.kind == implied)
        return UnitName{std::string(kind.kind), name, context_.level};
    }
    return known({std::string(implied), name, ""});
  }

  // The spelling and the level of the list, where the unit is in it.
  [[nodiscard]] UnitName known(UnitName unit) const {
    unit.level = level_of_unit_kind(unit.kind);
    if (unit.name.empty()) return unit;
    const auto* listed = tables_.unit(unit.name, unit.kind, context_.issued_on);
    if (listed != nullptr) {
      unit.name = listed->name;
      unit.level = listed->level;
    } else if (unit.level.empty()) {
      unit.level = tables_.is_central_city(unit.name) ? "province" : "district";
    }
    return unit;
  }

  const Bodies::Tables& tables_;
  const NameWords& words_;
  std::size_t at_, end_;
  const BodyContext& context_;
};

}  // namespace

KindWords unit_kind_at(const NameWords& words, std::size_t at) {
  if (at >= words.size()) return {};
  // `xã hội` is no unit.
  if (words.stand_at(at, "xã hội")) return {};
  for (const PlaceKind& kind : kKinds) {
    if (words.stand_at(at, kind.words))
      return {kind.words.find(' ') == std::string_view::npos ? 1U : 2U,
              kind.kind};
  }
  return {};
}

std::string_view level_of_unit_kind(std::string_view kind) {
  for (const PlaceKind& known : kKinds) {
    if (known.kind == kind) return known.level;
  }
  return {};
}

std::size_t without_garnish(const NameWords& words, std::size_t from) {
  std::size_t end = words.size();
  for (std::size_t at = from; at < end; ++at) {
    if (words.stand_at(at, "trên địa bàn")) end = at;
  }
  const auto drop = [&](std::string_view word) {
    const bool last = end > from && words[end - 1].folded == word;
    if (last) --end;
    return last;
  };
  drop("đóng");
  if (end >= from + 2 && words.stand_at(end - 2, "liên quan")) {
    end -= 2;
    drop("có");
  }
  return end;
}

std::optional<Tail> read_tail(const Bodies::Tables& tables,
                              const NameWords& words, std::size_t at,
                              const BodyContext& context,
                              std::string_view implied) {
  return TailReader(tables, words, at, context).read(implied);
}

std::string_view implied_unit(std::string_view name) {
  const std::string folded = fold_for_match(name);
  if (!ends_with(folded, " ủy") && !ends_with(folded, " đoàn")) return {};
  const NameWords words(name);
  if (words.size() < 2) return {};
  const std::string_view word = words[words.size() - 2].folded;
  if (word == "tỉnh") return "tỉnh";
  if (word == "thành") return "thành phố";
  if (word == "huyện") return "huyện";
  if (word == "quận") return "quận";
  return word == "thị" ? "thị xã" : "";
}

std::string last_place(const Bodies::Tables& tables, std::string_view name) {
  const NameWords words(name);
  for (std::size_t at = 0; at < words.size(); ++at) {
    const KindWords kind = unit_kind_at(words, at);
    if (kind.words == 0 || at + kind.words >= words.size() ||
        !words[at + kind.words].capital)
      continue;
    const auto tail = read_tail(tables, words, at, {}, "");
    if (!tail || !tail->own) continue;
    std::string place = tail->own->kind + " " + tail->own->name;
    return tail->above.empty() ? place : place + ", " + tail->above;
  }
  return "";
}

std::string name_at(const std::string& name, const std::string& place) {
  if (place.empty()) return name;
  const NameWords words(place);
  const KindWords kind = unit_kind_at(words, 0);
  const std::string_view implied = implied_unit(name);
  const bool told = (!implied.empty() && implied == kind.kind) ||
                    ends_with(name, " " + std::string(kind.kind));
  if (!told) return name + " " + place;
  return name + place.substr(kind.kind.size());
}

Body body_at(const BodyKind& kind, const std::string& place) {
  Body body;
  body.kind = body.id = kind.id;
  if (!kind.branches.empty()) body.branch = kind.branches.front();
  body.level = kind.level;
  body.place = place;
  if (!place.empty()) body.id.append("@").append(slug(place));
  body.name = name_at(kind.name, place);
  return body;
}

}  // namespace kehoach
