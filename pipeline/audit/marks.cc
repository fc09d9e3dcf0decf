// What differs by level is taken out here, once, before anything is compared.

#include "audit/marks.h"

#include <algorithm>

#include "audit/body_names.h"

namespace kehoach {
namespace {

using NamesOfTitle = std::vector<std::vector<WordId>>;

std::uint64_t pair_of(WordId a, WordId b) {
  return (std::uint64_t{a} << 32U) | b;
}

class WordMarker {
 public:
  WordMarker(const AuditWords& vocabulary, const AuditWeights& weights,
             MarkedText& text)
      : vocabulary_(vocabulary), weights_(weights), text_(text) {
    for (const MarkedWord& word : text.words) ids_.push_back(word.word.id);
    in_title_.resize(ids_.size());
    hits_.reserve(ids_.size());
    for (std::size_t i = 0; i < ids_.size(); ++i)
      hits_.push_back(vocabulary.longest_at(ids_, i));
  }

  void count_all() {
    for (MarkedWord& word : text_.words)
      word.counts = !word.word.number || word.word.code;
  }

  void leave_out(const std::vector<WordId>& name) {
    if (name.empty()) return;
    for (auto at = ids_.begin();; ++at) {
      at = std::search(at, ids_.end(), name.begin(), name.end());
      if (at == ids_.end()) return;
      const auto first = static_cast<std::size_t>(at - ids_.begin());
      for (std::size_t i = first; i < first + name.size(); ++i) drop(i);
    }
  }

  void leave_out(Span span) {
    for (std::size_t i = 0; i < text_.words.size(); ++i) {
      if (span.overlaps(text_.words[i].word.span)) drop(i);
    }
  }

  // To whom is no work.
  void leave_out_bodies(std::string_view quote,
                        const std::vector<Word>& words) {
    for (const WordRange name : body_names(quote, words, hits_, vocabulary_)) {
      for (std::size_t i = name.begin; i < name.end; ++i) drop(i);
    }
  }

  // Of the phrases at one place the longest one counts.
  void find_phrases() {
    for (std::size_t i = 0; i < ids_.size();) {
      const PhraseHits& hit = hits_[i];
      text_.words[i].starts = hit.of(PhraseKind::starter) > 0;
      const std::uint8_t group = hit.of(PhraseKind::group);
      const std::uint8_t silent = hit.of(PhraseKind::silent);
      const std::uint8_t kept = hit.of(PhraseKind::kept);
      const std::size_t size = std::max<std::size_t>({group, silent, kept, 1});
      if (kept > std::max(group, silent)) {
        // Its words stay as they are.
      } else if (!dropped(i) && group > 0 && group >= silent) {
        add_unit(i, hit);
      } else if (silent > 0) {
        for (std::size_t k = i; k < i + silent; ++k) drop(k);
      }
      i += size;
    }
  }

  void weigh_title(const LevelNames& level) {
    if (level.title_pairs.empty()) return;
    for (std::size_t i = 0; i + 1 < ids_.size(); ++i) {
      if (level.title_pairs.count(pair_of(ids_[i], ids_[i + 1])) == 0) continue;
      in_title_[i] = in_title_[i + 1] = true;
    }
    for (std::size_t i = 0; i < ids_.size(); ++i) {
      if (in_title_[i])
        text_.words[i].factor *= static_cast<float>(weights_.title);
    }
  }

  // Behind `nhằm`, `nhất là` ... up to the end of the action.
  void weigh_qualifiers() {
    for (const Action& action : text_.actions) {
      bool behind = false;
      for (std::uint32_t i = action.begin; i < action.end; ++i) {
        behind = behind || (i > action.begin + 2 &&
                            hits_[i].of(PhraseKind::qualifier) > 0);
        if (behind)
          text_.words[i].factor *= static_cast<float>(weights_.qualifier);
      }
    }
  }

  // `Chỉ đạo các cơ quan báo chí đẩy mạnh ...`: who is told to do it.
  void weigh_addressees() {
    for (const Action& action : text_.actions) {
      std::uint32_t from = action.begin;
      std::uint8_t size = 0;
      while (from < action.end &&
             (size = hits_[from].of(PhraseKind::addressing)) > 0)
        from += size;
      if (from == action.begin) continue;
      const std::uint32_t to = next_starter(from + 1, action.end);
      for (std::uint32_t i = action.begin; i < to; ++i)
        text_.words[i].factor *= static_cast<float>(weights_.addressee);
    }
  }

  void find_general() {
    for (Action& action : text_.actions) {
      action.general = true;
      for (std::uint32_t i = action.begin; i < action.end; ++i) {
        const MarkedWord& word = text_.words[i];
        if (!word.counts || word.factor < 0.5F) continue;
        if (word.unit == kNoUnit || !text_.units[word.unit].general)
          action.general = false;
      }
    }
  }

  [[nodiscard]] bool any_counts() const {
    return std::any_of(text_.words.begin(), text_.words.end(),
                       [](const MarkedWord& word) { return word.counts; });
  }

 private:
  [[nodiscard]] bool dropped(std::size_t i) const {
    return !text_.words[i].counts && !text_.words[i].word.number;
  }
  void drop(std::size_t i) { text_.words[i].counts = false; }

  void add_unit(std::size_t at, const PhraseHits& hit) {
    Unit unit{static_cast<std::uint32_t>(at),
              hit.of(PhraseKind::group),
              hit.phrase,
              hit.groups,
              true,
              false};
    for (const std::uint16_t group : *hit.groups) {
      const AuditGroup::Kind kind = vocabulary_.kind_of(group);
      unit.action = unit.action && kind != AuditGroup::Kind::thing;
      unit.general = unit.general || kind == AuditGroup::Kind::general;
    }
    for (std::size_t i = at; i < at + unit.size; ++i) {
      text_.words[i].unit = static_cast<std::uint32_t>(text_.units.size());
      text_.words[i].counts = true;
    }
    text_.units.push_back(unit);
  }

  // Where the action that somebody is told to do begins; `from` where none
  // does within a name's length.
  [[nodiscard]] std::uint32_t next_starter(std::uint32_t from,
                                           std::uint32_t end) const {
    constexpr std::uint32_t kLongestName = 26;
    for (std::uint32_t i = from; i < std::min(end, from + kLongestName); ++i) {
      if (text_.words[i].starts && i + 2 < end) return i;
    }
    return 0;
  }

  const AuditWords& vocabulary_;
  const AuditWeights& weights_;
  MarkedText& text_;
  std::vector<WordId> ids_;
  std::vector<PhraseHits> hits_;
  std::vector<bool> in_title_;
};

// `Ủy ban nhân dân huyện An Trạch`: what stands behind the last word for an
// area.
std::vector<WordId> behind_area(std::string_view issuer,
                                const AuditWords& vocabulary,
                                WordNumbers& lexicon) {
  constexpr std::size_t kLongestName = 5;
  std::vector<WordId> ids = ids_of(words_of(issuer, lexicon));
  for (std::size_t i = ids.size(); i-- > 0;) {
    const std::uint8_t size =
        vocabulary.longest_at(ids, i).of(PhraseKind::area);
    if (size == 0) continue;
    ids.erase(ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(i + size));
    return ids.size() <= kLongestName ? ids : std::vector<WordId>();
  }
  return {};
}

}  // namespace

std::vector<std::vector<WordId>> place_names(const Document& document,
                                             const AuditWords& vocabulary,
                                             WordNumbers& lexicon) {
  NamesOfTitle names;
  if (document.place)
    names.push_back(ids_of(words_of(*document.place, lexicon)));
  if (document.issuer)
    names.push_back(behind_area(*document.issuer, vocabulary, lexicon));
  return names;
}

MarkedText mark(const Plan& plan, std::size_t index,
                const AuditWords& vocabulary, const AuditWeights& weights,
                const LevelNames& level, WordNumbers& lexicon) {
  const Obligation& obligation = plan.obligations[index];
  MarkedText text;
  const std::string& quote = obligation.evidence.quote;
  const std::vector<Word> words = words_of(quote, lexicon);
  for (const Word& word : words) text.words.push_back({word});
  WordMarker marker(vocabulary, weights, text);
  marker.count_all();
  for (const auto& name : level.names) marker.leave_out(name);
  for (const auto* bodies : {&obligation.lead, &obligation.support}) {
    for (const std::string& body : *bodies)
      marker.leave_out(ids_of(words_of(body, lexicon)));
  }
  const std::uint32_t begin = obligation.evidence.span.begin;
  for (const Deadline& deadline : plan.deadlines) {
    const Span span = deadline.evidence.span;
    if (deadline.obligation != obligation.id || span.begin < begin) continue;
    marker.leave_out(Span{span.begin - begin, span.end - begin});
  }
  marker.leave_out_bodies(quote, words);
  marker.find_phrases();
  // Nothing but common words: then these are what it says.
  if (!marker.any_counts()) marker.count_all();
  split_actions(vocabulary, text);
  marker.weigh_title(level);
  marker.weigh_qualifiers();
  marker.weigh_addressees();
  marker.find_general();
  return text;
}

}  // namespace kehoach
