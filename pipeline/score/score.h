// How well readings agree with readings made by hand.
//
// A gold file holds one `kehoach.plan/1` object in the guide's terms. Facts are
// matched one to one by how well their quotes share words: *relaxed* counts
// those in the right place, *strict* those that have the right values too.
// Texts are compared without case, dashes, white space and the place of tone
// marks, names of bodies with their abbreviations written out.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/model.h"

namespace kehoach {

struct Gold {
  Plan plan;
  // The fields of `document` that were read by hand; others are not asked for.
  std::set<std::string, std::less<>> fields;
};
// Error: no `kehoach.plan/1` object.
[[nodiscard]] Result<Gold> gold_from_json(std::string_view json);

struct Count {
  std::uint64_t right = 0;
  std::uint64_t gold = 0;
  std::uint64_t found = 0;
  // 1 where nothing was to be found and nothing was.
  [[nodiscard]] double precision() const;
  [[nodiscard]] double recall() const;
  [[nodiscard]] double f1() const;
  friend bool operator==(const Count&, const Count&) = default;
};

// The rows whose mean F1 is *the* figure.
inline constexpr std::array<std::string_view, 5> kHeadline = {
    "document (all fields)", "references strict (+date, relation)",
    "obligations strict (+lead, support)", "deadlines strict (+kind, value)",
    "targets strict (all fields)"};

// A fact of a reading, and whether it was strictly right.
struct JudgedFact {
  std::string document;
  std::string kind;    // obligations, deadlines, targets, references
  std::size_t at = 0;  // in its list
  Certainty certainty = Certainty::high;
  bool right = false;
};

// The score of a set of documents.
struct Evaluation {
  std::uint64_t documents = 0;
  std::uint64_t read = 0;  // those of which there is a reading
  std::map<std::string, Count, std::less<>> rows;
  // By document: each fact that was missed, wrongly found or read otherwise.
  std::map<std::string, std::vector<std::string>, std::less<>> misses;

  std::vector<JudgedFact> facts;  // of this run; not kept in files

  [[nodiscard]] Count row(std::string_view name) const;
  // How many facts of `kind` (all kinds, if empty) were as sure as that, and
  // how many of these were right; `gold` is not counted.
  [[nodiscard]] Count sure(std::string_view kind, Certainty certainty) const;
  [[nodiscard]] double mean_strict_f1() const;
};

// Adds the document `name`. Without a reading all of it is missed.
//
// Quadratic in the facts of a kind.
void add_score(const std::string& name, const Gold& gold,
               const std::optional<Plan>& reading, Evaluation& run);

// A run as one JSON object, `kehoach.eval/1`, over several lines.
[[nodiscard]] std::string to_json(const Evaluation& run);
// Error: no such object.
[[nodiscard]] Result<Evaluation> run_from_json(std::string_view json);

// A document and its gold file.
struct GoldPair {
  std::string name;  // what both are called, without their endings
  std::string gold;
  // What may be its document, the most readable ending first; empty if none.
  std::vector<std::string> documents;
};

// The `*.gold.json` of a folder in the order of their names. Their documents
// stand beside them, or, where `documents` names some, are these: then only
// their gold files are given.
//
// Error: the folder cannot be listed or has no gold file, a document has none.
[[nodiscard]] Result<std::vector<GoldPair>> find_gold(
    const std::filesystem::path& folder,
    const std::vector<std::string>& documents);

}  // namespace kehoach
