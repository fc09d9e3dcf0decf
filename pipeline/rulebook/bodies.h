// From the names of bodies, as plans write them, to bodies (`agencies.tsv`).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/model.h"

namespace kehoach {

class Rulebook;

// What is known of the plan in which a name stands. Empty: not known.
struct BodyContext {
  std::string issued_on;  // 2024-08-22, 2024-08 or 2024
  std::string level;      // of the issuer: central, province, ...
  std::string place;      // of the issuer: tỉnh Sơn La
  std::string province;   // in which that lies; `place` itself for a province
};

// A body that took over work, and on what ground.
struct Successor {
  Body body;
  std::string field;   // tre-em; empty: all of the work
  std::string since;   // first day, or month; empty: not known
  std::string source;  // NĐ 45/2025/NĐ-CP
};

// A body whose work another one took over.
struct Predecessor {
  Body body;
  std::string field;   // tre-em; empty: all of the work
  std::string until;   // its last day, or month; empty: its place alone is gone
  std::string source;  // what says so
};

// A kind of body: a line of the table.
struct BodyKind {
  std::string id;     // so-y-te; with the level where several have the name
  std::string name;   // Sở Y tế
  std::string level;  // central, province, district, commune
  std::vector<std::string> branches;  // the main one first
  std::string from, until;            // first and last day, or month
  std::string source;
};

// Knows all bodies of a rule book. Immutable, shared by threads; owns its data.
class Bodies {
 public:
  // The tables were checked when the rules were loaded.
  explicit Bodies(const Rulebook& rules);
  Bodies(Bodies&&) noexcept;
  Bodies& operator=(Bodies&&) noexcept;
  ~Bodies();

  // The body that `name` means. It may be abbreviated, have its marks placed
  // otherwise or lost, lack or misspell one word where it is long, and have a
  // place behind it or none: then the issuer's is meant (`place_inferred`).
  // Sets (`các sở, ban, ngành`) are bodies with `is_collective`.
  //
  //   find("Sở LĐ-TB&XH", {.level = "province", .place = "tỉnh Sơn La"})->name
  //     == "Sở Lao động - Thương binh và Xã hội tỉnh Sơn La"
  //
  // Nothing is invented: people (`Giám đốc Sở Y tế`), steering committees,
  // schools and whatever the table lacks give none, and so does a name that
  // fits bodies of several levels where nothing tells which is meant. A body
  // that was gone on the day of the plan is still the one that was named.
  // About a microsecond.
  [[nodiscard]] std::optional<Body> find(std::string_view name,
                                         const BodyContext& context) const;

  // What the document tells about the bodies it names. The province of a
  // district or commune is taken from the issuers of what it implements, where
  // all that name one name the same.
  [[nodiscard]] BodyContext context_of(const Plan& plan) const;

  // The body of each lead and support of `plan`, each name once, in order.
  [[nodiscard]] std::vector<NamedBody> resolve(const Plan& plan) const;

  // Who does the work of `body` on the day `date`: none where it is still
  // there. `field` asks for a part of the work; empty: for all. Follows chains
  // of mergers, of bodies and of provinces.
  [[nodiscard]] std::vector<Successor> successors(
      const Body& body, std::string_view date,
      std::string_view field = {}) const;
  // Whose work, or a part of it, `body` took over, directly or through others:
  // the newest first. Without a place it asks for bodies of any place.
  [[nodiscard]] std::vector<Predecessor> predecessors(const Body& body) const;

  // Null where the table has no such kind.
  [[nodiscard]] const BodyKind* kind(std::string_view id) const;
  // All kinds that have this name, abbreviated or not, with accents or without.
  [[nodiscard]] std::vector<const BodyKind*> kinds_named(
      std::string_view name) const;
  // `trẻ em` of `tre-em`; the key itself where it is none.
  [[nodiscard]] std::string_view name_of_branch(std::string_view key) const;

  struct Tables;  // private to the room

 private:
  std::unique_ptr<const Tables> tables_;
};

}  // namespace kehoach
