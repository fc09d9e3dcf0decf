#include "audit/shared_words.h"

#include <algorithm>

namespace kehoach {
namespace {

// Words that follow each other and are all shared, or all lacking.
struct WordRun {
  Span span;
  double weight = 0;
  bool shared = false;
};

std::vector<std::string> printed(std::vector<WordRun> phrases,
                                 std::string_view quote, bool shared) {
  std::erase_if(phrases, [&](const WordRun& p) { return p.shared != shared; });
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

}  // namespace

SharedWords shared_words(const Matcher& matcher, const PreparedPlan& parent,
                         ActionPlace place, const PreparedPlan& child,
                         std::uint32_t obligation, std::string_view quote) {
  const MarkedText& text = parent.texts[place.obligation];
  const Action& action = text.actions[place.action];
  const MarkedText& answer = child.texts[obligation];
  const KeySet keys(answer, 0, static_cast<std::uint32_t>(answer.words.size()));
  constexpr double kWholly = 0.6;
  std::vector<WordRun> phrases;
  std::uint32_t last = ~0U;
  for (std::uint32_t i = action.begin; i < action.end; ++i) {
    const double weight = matcher.weight(parent, place.obligation, i);
    if (weight <= 0) continue;
    const bool shared = matcher.credit(keys_of(text, i), keys) >= kWholly;
    const Span span = text.words[i].word.span;
    if (!phrases.empty() && last + 1 == i && phrases.back().shared == shared &&
        text.words[i].word.before == Break::none) {
      phrases.back().span.end = span.end;
      phrases.back().weight += weight;
    } else {
      phrases.push_back({span, weight, shared});
    }
    last = i;
  }
  return {printed(phrases, quote, true), printed(phrases, quote, false)};
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
