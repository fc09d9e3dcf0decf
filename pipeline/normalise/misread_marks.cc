#include "normalise/misread_marks.h"

#include <algorithm>

#include "text/text.h"

namespace kehoach {
namespace {

// The runs of letters in `part`.
std::vector<Span> syllables(std::string_view text, Span part) {
  std::vector<Span> out;
  bool inside = false;
  for (std::uint32_t at = part.begin; at < part.end;) {
    const Codepoint c = decode_at(text, at);
    const auto next =
        std::min(part.end, at + static_cast<std::uint32_t>(c.size));
    if (is_letter(c.value)) {
      if (!inside) out.push_back({at, at});
      out.back().end = next;
    }
    inside = is_letter(c.value);
    at = next;
  }
  return out;
}

// The syllables before and at `k` with the space between them; empty where
// something else parts them.
Span pair_at(std::string_view text, const std::vector<Span>& words,
             std::size_t k) {
  if (k == 0 || k >= words.size()) return {};
  const Span pair{words[k - 1].begin, words[k].end};
  const bool side_by_side =
      words[k].begin == words[k - 1].end + 1 && text[words[k - 1].end] == ' ';
  return side_by_side ? pair : Span{};
}

// `Văn Đồng`, `tại Nguyên`
bool looks_like_a_name(std::string_view text, Span pair, Span second) {
  return is_upper(decode_at(text, second.begin).value) &&
         !is_all_upper(slice(text, pair));
}

}  // namespace

MisreadMarks::MisreadMarks(const std::vector<std::string>& pairs,
                           const std::vector<std::string>& others) {
  for (const std::string& pair : pairs) {
    spelled_.emplace(fold_for_search(pair), fold_for_match(pair));
    known_.insert(fold_for_match(pair));
  }
  for (const std::string& pair : others) known_.insert(fold_for_match(pair));
}

bool MisreadMarks::is_known(std::string_view pair) const {
  return known_.find(fold_for_match(pair)) != known_.end();
}

std::vector<MisreadPair> MisreadMarks::in(std::string_view text,
                                          Span part) const {
  std::vector<MisreadPair> found;
  const std::vector<Span> words = syllables(text, part);
  const auto known_at = [&](std::size_t k) {
    const Span pair = pair_at(text, words, k);
    return !pair.empty() && is_known(slice(text, pair));
  };
  for (std::size_t k = 1; k < words.size(); ++k) {
    const Span pair = pair_at(text, words, k);
    if (pair.empty()) continue;
    const std::string letters = fold_for_search(slice(text, pair));
    const auto meant = spelled_.find(letters);
    if (meant == spelled_.end()) continue;
    const std::string read = fold_for_match(slice(text, pair));
    if (read == meant->second || read == letters || known_at(k - 1) ||
        known_at(k + 1) || looks_like_a_name(text, pair, words[k]))
      continue;
    found.push_back({pair, meant->second});
    ++k;
  }
  return found;
}

}  // namespace kehoach
