#include "audit/body_names.h"

#include <algorithm>

namespace kehoach {
namespace {

class Names {
 public:
  Names(std::string_view text, const std::vector<Word>& words,
        const std::vector<PhraseHits>& hits, WordId conjunction)
      : text_(text), words_(words), hits_(hits), and_(conjunction) {}

  // The end of the name that begins at word `begin`; `begin` where none does.
  [[nodiscard]] std::size_t end_of_name(std::size_t begin) const {
    const std::size_t head = hits_[begin].of(PhraseKind::body_head);
    if (head == 0) return begin;
    std::size_t end = begin + head;
    if (end == words_.size() || words_[end].before != Break::none) return begin;
    std::size_t size = field_at(end);
    if (size == 0) return begin;
    while (size > 0) {
      end += size;
      size = next_field(end);
    }
    return end;
  }

 private:
  // The words of a field that begins there.
  [[nodiscard]] std::size_t field_at(std::size_t at) const {
    if (at >= words_.size()) return 0;
    const PhraseHits& hit = hits_[at];
    const std::size_t size = hit.of(PhraseKind::field);
    const std::size_t verb =
        std::max(hit.of(PhraseKind::starter), hit.of(PhraseKind::group));
    return verb < size || (verb == size && is_capital(at)) ? size : 0;
  }
  // With what joins it to the field before.
  [[nodiscard]] std::size_t next_field(std::size_t at) const {
    if (at >= words_.size()) return 0;
    const Break before = words_[at].before;
    if (before == Break::comma) return field_at(at);
    if (before != Break::none || words_[at].id != and_) return 0;
    const std::size_t size = field_at(at + 1);
    return size == 0 ? 0 : size + 1;
  }
  [[nodiscard]] bool is_capital(std::size_t at) const {
    return !is_lower(decode_at(text_, words_[at].span.begin).value);
  }

  std::string_view text_;
  const std::vector<Word>& words_;
  const std::vector<PhraseHits>& hits_;
  WordId and_;
};

}  // namespace

std::vector<WordRange> body_names(std::string_view text,
                                  const std::vector<Word>& words,
                                  const std::vector<PhraseHits>& hits,
                                  const AuditWords& vocabulary) {
  const Names names(text, words, hits, vocabulary.lexicon().find("và"));
  std::vector<WordRange> found;
  for (std::size_t i = 0; i < words.size();) {
    const std::size_t end = names.end_of_name(i);
    if (end > i) found.push_back({i, end});
    i = std::max(end, i + 1);
  }
  return found;
}

}  // namespace kehoach
