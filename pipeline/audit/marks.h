// Private to the room: which words of an obligation say what is to be done.
#pragma once

#include <cstdint>
#include <unordered_set>
#include <vector>

#include "audit/words.h"
#include "model/plan.h"

namespace kehoach {

// A phrase of a group, as it stands in a text.
struct Unit {
  std::uint32_t begin = 0, size = 0;  // words
  std::uint32_t phrase = 0;
  const std::vector<std::uint16_t>* groups = nullptr;
  bool action = false;   // all its groups are actions
  bool general = false;  // one of its groups is general
};

inline constexpr std::uint32_t kNoUnit = ~0U;

struct MarkedWord {
  Word word;
  bool counts = false;           // says something of the work
  float factor = 1;              // how much, against others
  std::uint32_t unit = kNoUnit;  // the phrase that it is part of
  bool starts = false;           // a phrase that may begin an action
};

// One action of an obligation: a verb with its object.
struct Action {
  std::uint32_t begin = 0, end = 0;  // words
  bool general = false;  // no word in it says more than `thực hiện kế hoạch`
};

struct MarkedText {
  std::vector<MarkedWord> words;
  std::vector<Unit> units;
  std::vector<Action> actions;  // at least one where there is a word
};

// What differs between two plans by level alone, and what is their common
// theme.
struct LevelNames {
  std::vector<std::vector<WordId>> names;         // places
  std::unordered_set<std::uint64_t> title_pairs;  // neighbours in the title
};

// The names of the places that `document` is about.
[[nodiscard]] std::vector<std::vector<WordId>> place_names(
    const Document& document, const AuditWords& vocabulary,
    WordNumbers& lexicon);

// Marks the obligation `index` of `plan`: bodies that it names, its deadlines,
// places, numbers and words that say nothing do not count.
[[nodiscard]] MarkedText mark(const Plan& plan, std::size_t index,
                              const AuditWords& vocabulary,
                              const AuditWeights& weights,
                              const LevelNames& level, WordNumbers& lexicon);

// Splits a marked text into its actions. See actions.cc.
void split_actions(const AuditWords& vocabulary, MarkedText& text);

}  // namespace kehoach
