#include "audit/headings.h"

#include <algorithm>
#include <cmath>

#include "text/text.h"

namespace kehoach {
namespace {

// What stands above a list may be a paragraph: its opening says enough.
constexpr std::size_t kMostWords = 40;

const Node* node_at(const Outline& outline, std::uint32_t at) {
  const auto behind = std::upper_bound(
      outline.nodes.begin(), outline.nodes.end(), at,
      [](std::uint32_t place, const Node& n) { return place < n.span.begin; });
  return behind == outline.nodes.begin() ? nullptr : &*std::prev(behind);
}

Heading heading_of(const Plan& plan, const Obligation& obligation,
                   WordNumbers& lexicon) {
  const Node* node = node_at(plan.outline, obligation.evidence.span.begin);
  if (node == nullptr || node->parent < 0) return {};
  const Node& above =
      plan.outline.nodes[static_cast<std::size_t>(node->parent)];
  Heading words;
  for (const Word& word : words_of(slice(plan.text, above.body), lexicon)) {
    if (words.size() == kMostWords) break;
    if (!word.number) words.push_back(word.bare);
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

}  // namespace

std::vector<Heading> headings_of(const Plan& plan, WordNumbers& lexicon) {
  std::vector<Heading> headings;
  headings.reserve(plan.obligations.size());
  for (const Obligation& obligation : plan.obligations)
    headings.push_back(heading_of(plan, obligation, lexicon));
  return headings;
}

HeadingWords::HeadingWords(const std::vector<Heading>& parent,
                           const std::vector<Heading>& child) {
  count(parent);
  count(child);
}

void HeadingWords::count(const std::vector<Heading>& headings) {
  all_ += static_cast<double>(headings.size());
  for (const Heading& heading : headings) {
    for (const WordId word : heading) ++seen_[word];
  }
}

double HeadingWords::weight(WordId word) const {
  const auto seen = seen_.find(word);
  return seen == seen_.end() ? 0 : std::log(all_ / seen->second);
}

double HeadingWords::likeness(const Heading& a, const Heading& b) const {
  double of_a = 0;
  double of_b = 0;
  double shared = 0;
  for (const WordId word : a) {
    const double heavy = weight(word) * weight(word);
    of_a += heavy;
    if (std::binary_search(b.begin(), b.end(), word)) shared += heavy;
  }
  for (const WordId word : b) of_b += weight(word) * weight(word);
  return of_a > 0 && of_b > 0 ? shared / std::sqrt(of_a * of_b) : 0;
}

}  // namespace kehoach
