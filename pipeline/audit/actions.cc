// Where one action ends and the next begins.
//
// A semicolon or a full stop always parts; a comma or `và` parts where a verb
// that opens actions stands behind it and the action before has its object
// already (`rà soát, cập nhật dữ liệu` is one action, `rà soát hồ sơ, xử lý vụ
// việc` two). What has no object of its own joins its neighbour. Examples
// behind `như:` belong to the action before.

#include <algorithm>

#include "audit/marks.h"

namespace kehoach {
namespace {

class Splitter {
 public:
  Splitter(const AuditWords& vocabulary, MarkedText& text) : text_(text) {
    and_ = vocabulary.lexicon().find("và");
    for (const MarkedWord& word : text.words) ids_.push_back(word.word.id);
    opens_list_.resize(ids_.size() + 1);
    for (std::size_t i = 0; i < ids_.size(); ++i) {
      const std::uint8_t size =
          vocabulary.longest_at(ids_, i).of(PhraseKind::list_opener);
      if (size > 0) opens_list_[i + size] = true;
    }
  }

  void run() {
    const auto count = static_cast<std::uint32_t>(ids_.size());
    if (count == 0) return;
    std::vector<Piece> pieces = {{0, true}};
    bool listing = false;  // behind `như:`, up to the end of the clause
    for (std::uint32_t i = 1; i < count; ++i) {
      listing = listing || opens_list(i);
      if (parts_hard(i)) {
        pieces.push_back({i, true});
        listing = false;
      } else if (!listing && parts_softly(i) &&
                 objects(pieces.back().begin, i) >= 3) {
        pieces.push_back({i, false});
      }
    }
    for (std::size_t p = 0; p < pieces.size(); ++p)
      add(pieces[p], p + 1 < pieces.size() ? pieces[p + 1].begin : count);
  }

 private:
  struct Piece {
    std::uint32_t begin = 0;
    bool hard = false;  // a new clause or sentence
  };

  [[nodiscard]] bool parts_hard(std::uint32_t i) const {
    const Break before = text_.words[i].word.before;
    return before == Break::stop || (before == Break::colon && !opens_list(i));
  }
  [[nodiscard]] bool opens_list(std::uint32_t i) const {
    return text_.words[i].word.before == Break::colon && opens_list_[i];
  }
  [[nodiscard]] bool parts_softly(std::uint32_t i) const {
    const MarkedWord& word = text_.words[i];
    return word.starts && (word.word.before == Break::comma ||
                           (and_ != 0 && ids_[i - 1] == and_));
  }
  // Words that say to what something is done.
  [[nodiscard]] std::uint32_t objects(std::uint32_t begin,
                                      std::uint32_t end) const {
    std::uint32_t found = 0;
    for (std::uint32_t i = begin; i < end; ++i) {
      const MarkedWord& word = text_.words[i];
      found += word.counts &&
               (word.unit == kNoUnit || !text_.units[word.unit].action);
    }
    return found;
  }
  [[nodiscard]] std::uint32_t counting(std::uint32_t begin,
                                       std::uint32_t end) const {
    std::uint32_t found = 0;
    for (std::uint32_t i = begin; i < end; ++i) found += text_.words[i].counts;
    return found;
  }

  void add(Piece piece, std::uint32_t end) {
    if (!text_.actions.empty()) {
      Action& last = text_.actions.back();
      const bool bare = objects(last.begin, last.end) < 2;
      const bool whole = piece.hard && counting(last.begin, last.end) >= 2;
      const bool joins = piece.hard ? counting(piece.begin, end) < 2
                                    : objects(piece.begin, end) < 2;
      if (joins || (bare && !whole)) {
        last.end = end;
        return;
      }
    }
    text_.actions.push_back({piece.begin, end});
  }

  MarkedText& text_;
  std::vector<WordId> ids_;
  std::vector<bool> opens_list_;  // a list is opened right before the word
  WordId and_ = 0;
};

}  // namespace

void split_actions(const AuditWords& vocabulary, MarkedText& text) {
  Splitter(vocabulary, text).run();
}

}  // namespace kehoach
