// Which rules are tried where: those that may match from a word's beginning, or
// all whose triggers stand somewhere.

#include <algorithm>
#include <array>

#include "rulebook/compiled.h"

namespace kehoach {
namespace {

using Hit = TriggerScanner::Hit;

bool number_begins(std::string_view folded, std::uint32_t at) {
  const auto digit = [&](std::uint32_t i) {
    return folded[i] >= '0' && folded[i] <= '9';
  };
  return digit(at) && (at == 0 || !digit(at - 1));
}

// Letters and digits of ASCII.
constexpr std::array<bool, 0x80> kWord = [] {
  std::array<bool, 0x80> word{};
  for (std::size_t c = '0'; c <= '9'; ++c) word[c] = true;
  for (std::size_t c = 'a'; c <= 'z'; ++c) word[c] = word[c - 'a' + 'A'] = true;
  return word;
}();

// Calls `found` with the places of `span`, one for each letter or mark, where
// no word goes on: there words and marks begin.
template <typename Found>
void each_beginning(std::string_view folded, Span span, const Found& found) {
  bool in_word = !is_word_boundary(folded, span.begin);
  for (std::uint32_t at = span.begin; at < span.end;) {
    const auto byte = static_cast<unsigned char>(folded[at]);
    const Codepoint c =
        byte < 0x80 ? Codepoint{byte, 1} : decode_at(folded, at);
    const bool is_word = byte < 0x80 ? kWord[byte] : is_letter(c.value);
    if (!in_word || !is_word) found(at);
    in_word = is_word;
    at += c.size;
  }
}

void add_openings(const std::vector<std::uint32_t>& at_start,
                  const std::vector<std::uint32_t>& at_digit,
                  std::string_view folded, Span span, std::vector<Hit>& hits) {
  for (const std::uint32_t id : at_start) hits.push_back({span.begin, id});
  if (span.empty() || !number_begins(folded, span.begin)) return;
  for (const std::uint32_t id : at_digit) hits.push_back({span.begin, id});
}

void sort_once(std::vector<Hit>& hits) {
  const auto order = [](const Hit& hit) {
    return std::pair(hit.begin, hit.id);
  };
  std::sort(hits.begin(), hits.end(),
            [&](const Hit& a, const Hit& b) { return order(a) < order(b); });
  const auto same = [&](const Hit& a, const Hit& b) {
    return order(a) == order(b);
  };
  hits.erase(std::unique(hits.begin(), hits.end(), same), hits.end());
}

}  // namespace

std::vector<Hit> Rulebook::Impl::find_at_start(std::string_view folded,
                                               Span span, bool all) const {
  std::vector<Hit> hits;
  if (all) {
    triggers.scan_start(folded, span, hits);
    add_openings(at_start, at_digit, folded, span, hits);
    return hits;
  }
  const bool number = !span.empty() && number_begins(folded, span.begin);
  std::vector<std::uint32_t> ids;
  openings.find(folded, span.begin, span.end, {true, number}, ids);
  for (const std::uint32_t id : ids) hits.push_back({span.begin, id});
  return hits;
}

std::vector<Hit> Rulebook::Impl::rivals(Families families,
                                        std::string_view folded, Span span,
                                        SectionRole role, bool all) const {
  const auto asked = [&](std::uint32_t id) {
    return (families & only(rules[id].family)) != 0 &&
           (all || rules[id].in_scope(role));
  };
  std::vector<Hit> hits;
  if (!all) {
    std::vector<std::uint32_t> ids;
    each_beginning(folded, span, [&](std::uint32_t at) {
      const bool opens = at == span.begin;
      if (!opens && !openings.may_begin(folded[at])) return;
      openings.find(folded, at, span.end, {opens, true}, ids);
      for (const std::uint32_t id : ids) {
        if (asked(id)) hits.push_back({at, id});
      }
    });
    return hits;
  }
  triggers.scan(folded, span, hits);
  add_openings(at_start, at_digit, folded, span, hits);
  for (std::uint32_t at = span.begin + 1; at < span.end; ++at) {
    if (!number_begins(folded, at)) continue;
    for (const std::uint32_t id : at_digit) hits.push_back({at, id});
  }
  std::erase_if(hits, [&](const Hit& hit) { return !asked(hit.id); });
  sort_once(hits);
  return hits;
}

}  // namespace kehoach
