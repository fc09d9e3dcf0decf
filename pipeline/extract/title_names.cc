#include "extract/title_names.h"

#include <algorithm>

namespace kehoach {

namespace {

std::string without_quotes(std::string_view text) {
  std::string out(text);
  for (const std::string_view quote : {"“", "”", "\""}) {
    for (std::size_t at = out.find(quote); at != std::string::npos;
         at = out.find(quote, at))
      out.erase(at, quote.size());
  }
  return out;
}

}  // namespace

void TitleNames::add(Span title) {
  constexpr std::string_view kNumber = " số ";
  const std::string_view f = reading_.folded(title);
  text_ += without_quotes(f);
  text_ += ' ';
  for (std::size_t at = f.find(kNumber); at != std::string_view::npos;
       at = f.find(kNumber, at + 1)) {
    const std::string type = type_of_words(f.substr(0, at), reading_.rules);
    std::size_t end = at + kNumber.size();
    while (end < f.size() && is_digit(static_cast<unsigned char>(f[end])))
      ++end;
    const int number = to_int(f.substr(at + kNumber.size(), end - at));
    const bool bare = end == f.size() || f[end] == ' ' || f[end] == ',';
    if (!type.empty() && number > 0 && bare)
      numbers_.emplace_back(type, number);
  }
}

bool TitleNames::hold(const Mention& mention) const {
  return has_number(mention) || is_issued_by(mention);
}

bool TitleNames::has_number(const Mention& mention) const {
  return std::any_of(numbers_.begin(), numbers_.end(), [&](const auto& name) {
    return name.first == mention.type &&
           name.second == to_int(mention.code.number);
  });
}

bool TitleNames::is_issued_by(const Mention& mention) const {
  if (mention.relation != Relation::basis || text_.empty()) return false;
  const std::string_view all = reading_.text.folded;
  const std::string_view behind = trim(all.substr(
      mention.span.end, all.find('\n', mention.span.end) - mention.span.end));
  for (const std::string& verb : reading_.rules.list("issuing_verbs")) {
    for (const std::string_view about : {"", "về việc ", "về "}) {
      const std::string opening = std::string(about) + verb + " ";
      if (starts_with(behind, opening) &&
          has_name(behind.substr(opening.size())))
        return true;
    }
  }
  return false;
}

// True where a programme's name begins `text`, and the title names it too.
bool TitleNames::has_name(std::string_view text) const {
  text = text.substr(0, text.find_first_of(",;.:()[]"));
  for (const std::string& stop : reading_.rules.list("programme_stops"))
    text = text.substr(0, text.find(stop));
  const std::size_t kind = text.find(' ', text.find(' ') + 1);
  if (type_of_words(text.substr(0, kind), reading_.rules).empty()) return false;
  const std::string name = without_quotes(text);
  constexpr std::size_t kFewestWords = 5;
  return split(name, ' ').size() >= kFewestWords &&
         text_.find(trim(std::string_view(name))) != std::string::npos;
}

}  // namespace kehoach
