// What a plan states: the one value that passes from reading to storing.
//
// Printed as `kehoach.plan/1`. Whatever the document does not state is absent
// (an empty optional or an empty string), never guessed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/body.h"
#include "model/diagnostic.h"
#include "model/outline.h"
#include "model/result.h"
#include "model/signature.h"
#include "model/source_text.h"
#include "text/text.h"

namespace kehoach {

// How sure the reader is that a fact has the right place and the right values:
// by its rule, by how its words were recognised, and by what had to be inferred
// from elsewhere. `kehoach eval --confidence` shows how often each level is
// right.
enum class Certainty : std::uint8_t { low, medium, high };
[[nodiscard]] std::string_view name_of(Certainty certainty);
// Nothing for a name that is none.
[[nodiscard]] std::optional<Certainty> certainty_named(std::string_view name);

// Where a fact stands, and which rule read it there.
struct Evidence {
  std::string quote;  // equals the plan's text under `span`
  Span span;
  std::uint32_t page = 0;  // 1-based; 0 for unpaged sources
  Box box;                 // on that page; empty for unpaged sources
  std::string rule;        // id of the rule
  float confidence = 1;    // of its least certain word; 1 unless recognised
  Certainty certainty = Certainty::high;
  friend bool operator==(const Evidence&, const Evidence&) = default;
};

struct PlanSource {
  std::string path;
  std::string sha256;  // 64 hexadecimal digits
  std::string media_type;
  std::uint64_t bytes = 0;
  std::uint32_t pages = 0;
  std::vector<Stamp> stamps;
  std::vector<Signature> signatures;
  friend bool operator==(const PlanSource&, const PlanSource&) = default;
};

struct Document {
  std::string type;                      // KH, QĐ, CT, ...
  std::optional<std::string> number;     // digits and a trailing letter
  std::optional<std::string> symbol;     // KH-UBND, KH/TU
  std::optional<std::string> code;       // 1515/KH-UBND
  std::optional<std::string> issued_on;  // 2024-08-22, 2024-08 or 2024
  std::optional<std::string> place;
  std::optional<std::string> issuer;
  std::optional<std::string>
      level;  // central, province, district, commune, unit
  std::string title;
  std::optional<std::string> signer;
  std::optional<std::string> signer_title;
  std::vector<std::string> recipients;
  friend bool operator==(const Document&, const Document&) = default;
};

struct Reference {
  Evidence evidence;
  std::string code;
  std::string type;
  std::optional<std::string> issued_on;
  std::optional<std::string> issuer;
  std::string relation;       // implements, basis, amends, replaces, cites
  bool dates_differ = false;  // at its mentions; neither printed nor stored
  // Named by the decision around the plan alone: a ground of the decision, and
  // nothing that the plan says.
  bool of_decision = false;
  friend bool operator==(const Reference&, const Reference&) = default;
};

// Where the name of a body in charge, or in support, was read.
enum class NamedBy : std::uint8_t {
  text,        // the item itself
  heading,     // a heading above it
  lead_in,     // a sentence above it that ends in a colon
  annotation,  // a line below it, such as `Đơn vị chủ trì: ...`
  column,      // its row of a table
};
[[nodiscard]] std::string_view name_of(NamedBy by);

// `node` is the heading, sentence, line or cell, by its index in
// Outline::nodes; -1 for the item itself.
struct NameOrigin {
  NamedBy by = NamedBy::text;
  std::int32_t node = -1;
  friend bool operator==(const NameOrigin&, const NameOrigin&) = default;
};

struct Obligation {
  Evidence evidence;
  std::string id;    // o1, o2, ... in document order
  std::string path;  // IV.1.h
  SectionRole section = SectionRole::tasks;
  std::vector<std::string> lead;
  std::vector<std::string> support;
  std::string modality;  // must, requested
  // As `lead` and `support`, while the plan is being read: neither printed nor
  // stored.
  std::vector<NameOrigin> lead_from;
  std::vector<NameOrigin> support_from;
  friend bool operator==(const Obligation&, const Obligation&) = default;
};

struct Deadline {
  Evidence evidence;
  std::string kind;                  // date, recurring, period, relative
  std::optional<std::string> value;  // EDTF, or the fixed part of a rhythm
  std::optional<std::string> rrule;  // RFC 5545, where it has one
  std::string bound;                 // before, by, in, on
  bool year_inferred = false;        // the year is the plan's, not printed here
  std::optional<std::string> obligation;
  friend bool operator==(const Deadline&, const Deadline&) = default;
};

// What gave the year of a target.
enum class DueBy : std::uint8_t {
  none,
  clause,   // the words beside its number
  opening,  // what opens its paragraph: `Đến năm 2030, ...`
  heading,  // a heading above it, or the head of its column
  title,    // the plan's own year
};
[[nodiscard]] std::string_view name_of(DueBy by);

struct Target {
  Evidence evidence;
  std::string indicator;
  std::string comparator;  // = >= > <= < + -
  double value = 0;
  std::optional<double> value_to;  // upper end of a range
  std::string unit;
  std::optional<std::string> due;  // EDTF
  std::optional<std::string> obligation;
  DueBy due_by = DueBy::none;  // neither printed nor stored
  friend bool operator==(const Target&, const Target&) = default;
};

struct Plan {
  PlanSource source;
  Document document;
  std::vector<Reference> references;
  std::vector<Obligation> obligations;
  std::vector<Deadline> deadlines;
  std::vector<Target> targets;
  // What the names of leads and supports mean, each name once; names that mean
  // no body that is known are left out.
  std::vector<NamedBody> bodies;
  std::vector<Diagnostic> diagnostics;
  std::string text;  // normalised; all spans are bytes of it
  Outline outline;
  Sketch sketch;  // of the text; not printed, and stored but not loaded
};

// One line of JSON, `kehoach.plan/1`. The text and the outline are left out.
// What the decision around the plan names stands apart, in `decision`.
[[nodiscard]] std::string to_json(const Plan& plan);
// Reads back what `to_json` printed. Error: the text is no such object.
[[nodiscard]] Result<Plan> plan_from_json(std::string_view json);

}  // namespace kehoach
