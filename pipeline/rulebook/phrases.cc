#include "rulebook/phrases.h"

#include <algorithm>
#include <utility>

#include "text/text.h"

namespace kehoach {
namespace {

std::size_t last_byte(const Phrase& phrase) {
  return static_cast<unsigned char>(phrase.text.back());
}

}  // namespace

Phrases::Phrases(std::vector<Phrase> phrases) : phrases_(std::move(phrases)) {
  std::erase_if(phrases_, [](const Phrase& p) { return p.text.empty(); });
  grow_tree();
  for (std::uint32_t i = 0; i < phrases_.size(); ++i) {
    by_last_.push_back(i);
    ++last_begin_[last_byte(phrases_[i]) + 1];
  }
  for (std::size_t b = 1; b < last_begin_.size(); ++b)
    last_begin_[b] += last_begin_[b - 1];
  std::stable_sort(by_last_.begin(), by_last_.end(),
                   [&](std::uint32_t a, std::uint32_t b) {
                     const Phrase& x = phrases_[a];
                     const Phrase& y = phrases_[b];
                     return std::pair(last_byte(x), y.text.size()) <
                            std::pair(last_byte(y), x.text.size());
                   });
}

// In the order of their texts, phrases are added at the end of what is there:
// a node's newest child is the last of its siblings.
void Phrases::grow_tree() {
  first_.fill(kNone);
  std::vector<std::uint32_t> order(phrases_.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) {
                     return phrases_[a].text < phrases_[b].text;
                   });
  std::vector<std::uint32_t> path;  // the nodes of the phrase before
  std::string_view before;
  for (const std::uint32_t index : order) {
    const std::string_view text = phrases_[index].text;
    const auto parts =
        std::mismatch(text.begin(), text.end(), before.begin(), before.end());
    const auto shared = static_cast<std::size_t>(parts.first - text.begin());
    std::uint32_t elder = shared < path.size() ? path[shared] : kNone;
    path.resize(shared);
    for (const char c : text.substr(shared)) {
      const auto fresh = static_cast<std::uint32_t>(nodes_.size());
      const auto byte = static_cast<unsigned char>(c);
      nodes_.push_back({byte});
      if (path.empty()) {
        first_[byte] = fresh;
      } else if (elder != kNone) {
        nodes_[elder].sibling = fresh;
      } else {
        nodes_[path.back()].child = fresh;
      }
      elder = kNone;
      path.push_back(fresh);
    }
    std::uint32_t& phrase = nodes_[path.back()].phrase;
    if (phrase == kNone) phrase = index;
    before = text;
  }
}

const Phrase* Phrases::at(std::string_view folded, std::size_t at) const {
  const Phrase* longest = nullptr;
  std::uint32_t node = first_step(folded, at);
  while (node != kNone) {
    ++at;
    if (nodes_[node].phrase != kNone && is_word_boundary(folded, at))
      longest = &phrases_[nodes_[node].phrase];
    if (at == folded.size()) break;
    node = step(node, static_cast<unsigned char>(folded[at]));
  }
  return longest;
}

bool Phrases::begins_at(std::string_view folded, std::size_t at) const {
  std::uint32_t node = first_step(folded, at);
  while (node != kNone && nodes_[node].phrase == kNone) {
    if (++at == folded.size()) return false;
    node = step(node, static_cast<unsigned char>(folded[at]));
  }
  return node != kNone;
}

std::uint32_t Phrases::size_at(std::string_view folded, std::size_t at) const {
  const Phrase* phrase = this->at(folded, at);
  return phrase == nullptr ? 0
                           : static_cast<std::uint32_t>(phrase->text.size());
}

const Phrase* Phrases::exact(std::string_view folded) const {
  // Were it listed, no longer phrase could begin there.
  const Phrase* phrase = at(folded, 0);
  return phrase != nullptr && phrase->text == folded ? phrase : nullptr;
}

const Phrase* Phrases::ending(std::string_view folded) const {
  if (phrases_.empty() || folded.empty()) return nullptr;
  const auto byte = static_cast<unsigned char>(folded.back());
  for (std::uint32_t i = last_begin_[byte]; i < last_begin_[byte + 1U]; ++i) {
    const Phrase& phrase = phrases_[by_last_[i]];
    if (ends_with(folded, phrase.text) &&
        is_word_boundary(folded, folded.size() - phrase.text.size()))
      return &phrase;
  }
  return nullptr;
}

}  // namespace kehoach
