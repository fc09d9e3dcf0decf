#include "audit/shared_words.h"

#include <algorithm>

namespace kehoach {
namespace {

enum class Found { word, likeness, nothing };

// Words that follow each other and are all found in one way.
struct WordRun {
  Span span;
  double weight = 0;
  Found found = Found::nothing;
};

std::vector<std::string> printed(std::vector<WordRun> phrases,
                                 std::string_view quote, Found found) {
  std::erase_if(phrases, [&](const WordRun& p) { return p.found != found; });
  std::stable_sort(
      phrases.begin(), phrases.end(),
      [](const WordRun& a, const WordRun& b) { return a.weight > b.weight; });
  std::vector<std::string> out;
  for (const WordRun& phrase : phrases) {
    std::string text(slice(quote, phrase.span));
    if (std::find(out.begin(), out.end(), text) == out.end())
      out.push_back(std::move(text));
  }
  return out;
}

// How the answer, which has `keys`, says what `word` says.
Found found_in(const KeySet& keys, const WordKeys& word, double credit) {
  constexpr double kWholly = 0.6;
  if (credit < kWholly) return Found::nothing;
  const bool itself = keys.has(word.phrase) || keys.has(word.left) ||
                      keys.has(word.right) || word.groups == nullptr ||
                      !keys.has_group(*word.groups);
  return itself ? Found::word : Found::likeness;
}

}  // namespace

SharedWords shared_words(const Matcher& matcher, const PreparedPlan& parent,
                         ActionPlace place, const PreparedPlan& child,
                         std::uint32_t obligation, std::string_view quote) {
  const MarkedText& text = parent.texts[place.obligation];
  const Action& action = text.actions[place.action];
  const MarkedText& answer = child.texts[obligation];
  const KeySet keys(answer, 0, static_cast<std::uint32_t>(answer.words.size()));
  std::vector<WordRun> phrases;
  std::uint32_t last = ~0U;
  for (std::uint32_t i = action.begin; i < action.end; ++i) {
    const double weight = matcher.weight(parent, place.obligation, i);
    if (weight <= 0) continue;
    const WordKeys word = keys_of(text, i);
    const Found found = found_in(keys, word, matcher.credit(word, keys));
    const Span span = text.words[i].word.span;
    if (!phrases.empty() && last + 1 == i && phrases.back().found == found &&
        text.words[i].word.before == Break::none) {
      phrases.back().span.end = span.end;
      phrases.back().weight += weight;
    } else {
      phrases.push_back({span, weight, found});
    }
    last = i;
  }
  return {printed(phrases, quote, Found::word),
          printed(phrases, quote, Found::likeness),
          printed(phrases, quote, Found::nothing)};
}

Span span_of(const MarkedText& text, std::uint32_t action) {
  const Action& words = text.actions[action];
  return {text.words[words.begin].word.span.begin,
          text.words[words.end - 1].word.span.end};
}

std::string action_text(const MarkedText& text, std::uint32_t action,
                        std::string_view quote) {
  return std::string(slice(quote, span_of(text, action)));
}

}  // namespace kehoach
