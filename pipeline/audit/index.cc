#include "audit/index.h"

#include <algorithm>

namespace kehoach {
namespace {

constexpr unsigned kKindBits = 62;

Key tagged(Key kind, std::uint64_t number) {
  return (kind << kKindBits) | number;
}
Key word_key(WordId id) { return tagged(1, id); }
Key phrase_key(std::uint32_t phrase) { return tagged(3, phrase); }
// Words are numbered from 1 and far fewer than 2^30, so the kind bits stay 0.
Key pair_key(WordId a, WordId b) { return (Key{a} << 32U) | b; }

// One of the 1024 bits of a filter: the top of a multiplicative hash.
constexpr unsigned kBitsOfWord = 6;
unsigned filter_bit(Key key) {
  constexpr Key kGolden = 0x9E3779B97F4A7C15;
  constexpr unsigned kFilterBits = 10;
  return static_cast<unsigned>((key * kGolden) >> (64U - kFilterBits));
}

bool are_neighbours(const MarkedText& text, std::uint32_t second) {
  return second > 0 && second < text.words.size() &&
         text.words[second - 1].counts && text.words[second].counts &&
         text.words[second].word.before == Break::none;
}

}  // namespace

Key group_key(std::uint16_t group) { return tagged(2, group); }

WordKeys keys_of(const MarkedText& text, std::uint32_t at) {
  WordKeys keys;
  const MarkedWord& word = text.words[at];
  if (!word.counts) return keys;
  keys.word = word_key(word.word.bare);
  if (are_neighbours(text, at))
    keys.left = pair_key(text.words[at - 1].word.bare, word.word.bare);
  if (are_neighbours(text, at + 1))
    keys.right = pair_key(word.word.bare, text.words[at + 1].word.bare);
  if (word.unit != kNoUnit) {
    keys.phrase = phrase_key(text.units[word.unit].phrase);
    keys.groups = text.units[word.unit].groups;
  }
  return keys;
}

KeySet::KeySet(const MarkedText& text, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t i = begin; i < end; ++i) {
    const WordKeys keys = keys_of(text, i);
    for (const Key key : {keys.phrase, keys.word, keys.left, keys.right}) {
      if (key != 0) keys_.push_back(key);
    }
    if (keys.groups == nullptr) continue;
    for (const std::uint16_t group : *keys.groups)
      keys_.push_back(group_key(group));
  }
  std::sort(keys_.begin(), keys_.end());
  keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
  for (const Key key : keys_) {
    const unsigned bit = filter_bit(key);
    filter_[bit >> kBitsOfWord] |= std::uint64_t{1} << (bit & 63U);
  }
}

bool KeySet::has(Key key) const {
  if (key == 0) return false;
  const unsigned bit = filter_bit(key);
  if ((filter_[bit >> kBitsOfWord] >> (bit & 63U) & 1U) == 0) return false;
  return std::binary_search(keys_.begin(), keys_.end(), key);
}

bool KeySet::has_group(const std::vector<std::uint16_t>& groups) const {
  return std::any_of(groups.begin(), groups.end(), [&](std::uint16_t group) {
    return has(group_key(group));
  });
}

PlanIndex::PlanIndex(const std::vector<MarkedText>& obligations) {
  std::vector<std::pair<Key, std::uint32_t>> pairs;
  for (std::uint32_t o = 0; o < obligations.size(); ++o) {
    const auto& actions = obligations[o].actions;
    for (std::uint32_t a = 0; a < actions.size(); ++a) {
      const auto number = static_cast<std::uint32_t>(actions_.size());
      actions_.push_back({o, a});
      keys_.emplace_back(obligations[o], actions[a].begin, actions[a].end);
      for (const Key key : keys_.back().all()) pairs.emplace_back(key, number);
    }
  }
  std::sort(pairs.begin(), pairs.end());
  std::uint32_t newest = 0;
  for (const auto& [key, action] : pairs) {
    const std::uint32_t obligation = actions_[action].obligation;
    if (known_.empty() || known_.back() != key) {
      known_.push_back(key);
      begins_.push_back(static_cast<std::uint32_t>(postings_.size()));
      obligations_.push_back(0);
      newest = ~0U;
    }
    if (obligation != newest) ++obligations_.back();
    newest = obligation;
    postings_.push_back(action);
  }
  begins_.push_back(static_cast<std::uint32_t>(postings_.size()));
}

PlanIndex::Range PlanIndex::with(Key key) const {
  const auto at = std::lower_bound(known_.begin(), known_.end(), key);
  if (key == 0 || at == known_.end() || *at != key) return {};
  const auto index = static_cast<std::size_t>(at - known_.begin());
  return {postings_.data() + begins_[index],
          postings_.data() + begins_[index + 1]};
}

std::uint32_t PlanIndex::obligations_with(Key key) const {
  const auto at = std::lower_bound(known_.begin(), known_.end(), key);
  if (key == 0 || at == known_.end() || *at != key) return 0;
  return obligations_[static_cast<std::size_t>(at - known_.begin())];
}

}  // namespace kehoach
