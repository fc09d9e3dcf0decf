// Private to the room: words as numbers, and the phrases of `audit.toml`.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rulebook/rulebook.h"

namespace kehoach {

// A folded syllable. 0 is no word.
using WordId = std::uint32_t;

// Numbers words. One lexicon stands on another: it knows the words of its base
// under the same numbers and keeps its own apart, so a base that many threads
// share is never written to.
class WordNumbers {
 public:
  WordNumbers() = default;
  // `base` must live as long.
  explicit WordNumbers(const WordNumbers* base)
      : base_(base), next_(base->next_) {}

  WordId intern(std::string_view folded);
  // 0 where the word is not known.
  [[nodiscard]] WordId find(std::string_view folded) const;
  // True for words that were known before this lexicon was begun.
  [[nodiscard]] bool is_of_base(WordId id) const {
    return base_ != nullptr && id < base_->next_;
  }

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  const WordNumbers* base_ = nullptr;
  WordId next_ = 1;
  std::unordered_map<std::string, WordId, Hash, std::equal_to<>> own_;
};

enum class PhraseKind : std::uint8_t {
  silent,       // says nothing of the work
  kept,         // says something, though a silent phrase begins it
  area,         // names of areas stand behind it
  qualifier,    // opens what narrows the action
  starter,      // may begin an action
  addressing,   // names who does it
  list_opener,  // opens a list
  body_head,    // `Sở`, `Phòng`: the names of bodies begin with it
  field,        // of work, in the name of a body
  group,        // one of several words that say the same
};
inline constexpr std::size_t kPhraseKinds = 10;

// The longest phrases of each kind that begin at a word.
struct PhraseHits {
  std::array<std::uint8_t, kPhraseKinds> size{};  // in words; 0: none
  // Of the phrase of kind `group`: which groups, and its own number.
  const std::vector<std::uint16_t>* groups = nullptr;
  std::uint32_t phrase = 0;

  [[nodiscard]] std::uint8_t of(PhraseKind kind) const {
    return size[static_cast<std::size_t>(kind)];
  }
};

class AuditWords {
 public:
  explicit AuditWords(const AuditRules& rules);

  [[nodiscard]] const WordNumbers& lexicon() const { return lexicon_; }
  [[nodiscard]] PhraseHits longest_at(const std::vector<WordId>& words,
                                      std::size_t at) const;
  [[nodiscard]] AuditGroup::Kind kind_of(std::uint16_t group) const {
    return kinds_[group];
  }

 private:
  struct Node {
    std::uint16_t kinds = 0;  // a bit for each PhraseKind
    std::vector<std::uint16_t> groups;
  };

  std::uint32_t insert(std::string_view phrase, PhraseKind kind);
  void insert_all(const std::vector<std::string>& phrases, PhraseKind kind);

  WordNumbers lexicon_;
  std::vector<Node> nodes_;  // the first is the root
  std::unordered_map<std::uint64_t, std::uint32_t> edges_;  // by node and word
  std::vector<AuditGroup::Kind> kinds_;
};

}  // namespace kehoach
