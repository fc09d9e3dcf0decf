#include "score/notes.h"

#include "text/text.h"

namespace kehoach {
namespace {

std::string number_of(double value) {
  std::string text = std::to_string(value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

}  // namespace

std::string text_of(const std::optional<std::string>& value) {
  return value.value_or("(none)");
}

std::string list_of(const std::vector<std::string>& items) {
  std::string out;
  for (const std::string& item : items)
    out.append(out.empty() ? "" : "; ").append(item);
  return "[" + out + "]";
}

std::string beginning(std::string_view text) {
  constexpr std::size_t kMost = 90;  // letters
  std::size_t at = 0;
  for (std::size_t letters = 0; at < text.size() && letters < kMost; ++letters)
    at += decode_at(text, at).size;
  std::string out = "\"" + std::string(text.substr(0, at));
  return out.append(at < text.size() ? "...\"" : "\"");
}

std::string target_of(const Target& t) {
  return "[" + t.indicator + " " + t.comparator + " " + number_of(t.value) +
         " " + t.unit + ", " + text_of(t.due) + "]";
}

}  // namespace kehoach
