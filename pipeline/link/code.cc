#include "link/code.h"

#include <algorithm>
#include <vector>

#include "text/text.h"

namespace kehoach {
namespace {

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_ascii_digit);
}

// Runs of letters, digits and `&`; a point counts between digits (`66.2`).
std::vector<std::string> groups_of(std::string_view code) {
  const std::string text = lower(code);
  std::vector<std::string> groups;
  std::string group;
  for (std::size_t at = 0; at < text.size();) {
    const Codepoint c = decode_at(text, at);
    const bool point = c.value == U'.' && groups.empty() && all_digits(group) &&
                       at + 1 < text.size() && is_ascii_digit(text[at + 1]);
    if (is_letter(c.value) || is_digit(c.value) || point || c.value == U'&') {
      group += text.substr(at, c.size);
    } else if (!group.empty()) {
      groups.push_back(std::move(group));
      group.clear();
    }
    at += c.size;
  }
  if (!group.empty()) groups.push_back(std::move(group));
  return groups;
}

std::string without_zeros(const std::string& number) {
  const std::size_t first = number.find_first_not_of('0');
  return first == std::string::npos ? "0" : number.substr(first);
}

bool is_year(std::string_view group) {
  return group.size() == 4 && all_digits(group) &&
         (starts_with(group, "19") || starts_with(group, "20"));
}

}  // namespace

std::string CodeParts::key() const {
  return number.empty() ? std::string() : number + " " + organ;
}

CodeParts code_parts(std::string_view code, std::string_view type,
                     const Rulebook& rules) {
  CodeParts parts;
  std::vector<std::string> groups = groups_of(code);
  std::size_t at = 0;
  if (at < groups.size() && is_ascii_digit(groups[at].front()))
    parts.number = without_zeros(groups[at++]);
  if (at + 1 < groups.size() && is_year(groups[at])) parts.year = groups[at++];
  const bool more = at + 1 < groups.size() || parts.number.empty();
  if (at < groups.size() && more &&
      rules.phrases("doctypes.code").exact(groups[at]) != nullptr) {
    parts.type = groups[at++];
  }
  for (; at < groups.size(); ++at) {
    if (!parts.organ.empty()) parts.organ += ' ';
    // The party writes both.
    parts.organ += groups[at] == "tư" ? "tw" : groups[at];
  }
  // What has no type is taken for a letter, short forms too.
  if (parts.type.empty() && type != "CV") parts.type = lower(type);
  return parts;
}

}  // namespace kehoach
