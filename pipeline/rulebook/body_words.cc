#include "rulebook/body_words.h"

namespace kehoach {
namespace {

constexpr std::size_t kLongest = 400;  // bytes of a name

}  // namespace

NameWords::NameWords(std::string_view name, Accents accents)
    : text_(name.substr(0, kLongest)), folded_(fold_for_match(text_)) {
  const std::string_view text = text_;
  const std::string_view folded = folded_;
  too_many_ = text.size() < name.size();
  letters_.reserve(text.size());
  bool comma = false;
  for (std::size_t at = 0; at < text.size();) {
    Codepoint c = decode_at(text, at);
    if (!is_letter(c.value) && !is_digit(c.value)) {
      comma = comma || c.value == U',' || c.value == U';';
      at += c.size;
      continue;
    }
    if (size_ == kMost) {
      too_many_ = true;
      return;
    }
    const std::size_t begin = at;
    const bool capital = is_upper(c.value) || is_digit(c.value);
    do {
      at += c.size;
      if (at < text.size()) c = decode_at(text, at);
    } while (at < text.size() && (is_letter(c.value) || is_digit(c.value)));
    const std::string_view word = folded.substr(begin, at - begin);
    words_[size_++] = {word, text.substr(begin, at - begin), capital, comma};
    const std::string bare =
        accents == Accents::dropped ? fold_for_search(word) : std::string();
    if (accents == Accents::kept ? word != "và" : bare != "va")
      letters_ += accents == Accents::kept ? word : std::string_view(bare);
    ends_[size_] = static_cast<std::uint16_t>(letters_.size());
    comma = false;
  }
}

bool NameWords::stand_at(std::size_t at, std::string_view words) const {
  while (!words.empty()) {
    const std::size_t end = words.find(' ');
    if (at >= size_ || words_[at].folded != words.substr(0, end)) return false;
    ++at;
    words.remove_prefix(end == std::string_view::npos ? words.size() : end + 1);
  }
  return true;
}

std::string NameWords::written(std::size_t from, std::size_t to) const {
  std::string out;
  for (std::size_t at = from; at < to; ++at) {
    if (!out.empty()) out += ' ';
    out += words_[at].text;
  }
  return out;
}

}  // namespace kehoach
