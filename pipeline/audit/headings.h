// Private to the room: under which headings obligations stand.
#pragma once

#include <unordered_map>
#include <vector>

#include "audit/words.h"
#include "model/plan.h"

namespace kehoach {

// The words of a heading, without accents, in order, each once.
using Heading = std::vector<WordId>;

// The one right above each obligation; empty where the outline has none.
[[nodiscard]] std::vector<Heading> headings_of(const Plan& plan,
                                               WordNumbers& lexicon);

// Compares headings of two plans by the words that few of them have.
class HeadingWords {
 public:
  HeadingWords(const std::vector<Heading>& parent,
               const std::vector<Heading>& child);

  // From 0 to 1; 0 where one is empty.
  [[nodiscard]] double likeness(const Heading& a, const Heading& b) const;

 private:
  void count(const std::vector<Heading>& headings);
  [[nodiscard]] double weight(WordId word) const;

  double all_ = 1;  // headings, and one
  std::unordered_map<WordId, double> seen_;
};

}  // namespace kehoach
