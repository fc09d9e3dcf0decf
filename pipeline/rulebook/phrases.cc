#include "rulebook/phrases.h"

#include <algorithm>
#include <utility>

#include "text/text.h"

namespace kehoach {
namespace {

std::size_t first_byte(const Phrase& phrase) {
  return static_cast<unsigned char>(phrase.text.front());
}

std::size_t last_byte(const Phrase& phrase) {
  return static_cast<unsigned char>(phrase.text.back());
}

}  // namespace

Phrases::Phrases(std::vector<Phrase> phrases) : phrases_(std::move(phrases)) {
  std::erase_if(phrases_, [](const Phrase& p) { return p.text.empty(); });
  by_first_ = index_by(first_byte);
  by_last_ = index_by(last_byte);
}

template <typename Key>
Phrases::Index Phrases::index_by(Key key) const {
  Index index;
  for (std::uint32_t i = 0; i < phrases_.size(); ++i) {
    index.order.push_back(i);
    ++index.begin[key(phrases_[i]) + 1];
  }
  for (std::size_t b = 1; b < index.begin.size(); ++b)
    index.begin[b] += index.begin[b - 1];
  std::stable_sort(index.order.begin(), index.order.end(),
                   [&](std::uint32_t a, std::uint32_t b) {
                     const Phrase& x = phrases_[a];
                     const Phrase& y = phrases_[b];
                     return std::pair(key(x), y.text.size()) <
                            std::pair(key(y), x.text.size());
                   });
  return index;
}

const Phrase* Phrases::at(std::string_view folded, std::size_t at) const {
  if (phrases_.empty() || at >= folded.size()) return nullptr;
  const std::string_view rest = folded.substr(at);
  const auto byte = static_cast<unsigned char>(rest.front());
  for (std::uint32_t i = by_first_.begin[byte]; i < by_first_.begin[byte + 1U];
       ++i) {
    const Phrase& phrase = phrases_[by_first_.order[i]];
    if (starts_with(rest, phrase.text) &&
        is_word_boundary(folded, at + phrase.text.size()))
      return &phrase;
  }
  return nullptr;
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
  for (std::uint32_t i = by_last_.begin[byte]; i < by_last_.begin[byte + 1U];
       ++i) {
    const Phrase& phrase = phrases_[by_last_.order[i]];
    if (ends_with(folded, phrase.text) &&
        is_word_boundary(folded, folded.size() - phrase.text.size()))
      return &phrase;
  }
  return nullptr;
}

}  // namespace kehoach
