#include "read/form_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/text.h"

namespace kehoach {

namespace {

constexpr std::array<std::string_view, 3> kMottos = {
    "cong hoa xa hoi chu nghia", "dang cong san viet nam",
    "doan tncs ho chi minh"};
constexpr std::string_view kRecipientsHead = "noi nhan";

}  // namespace

bool is_motto(std::string_view folded) {
  return std::any_of(
      kMottos.begin(), kMottos.end(),
      [&](std::string_view motto) { return starts_with(folded, motto); });
}

bool is_recipients_head(std::string_view folded) {
  return starts_with(folded, kRecipientsHead);
}

bool may_begin_form_words(std::string_view word) {
  const std::string folded = fold_for_search(word);
  if (folded.empty()) return true;
  return folded[0] == kRecipientsHead[0] ||
         std::any_of(
             kMottos.begin(), kMottos.end(),
             [&](std::string_view motto) { return folded[0] == motto[0]; });
}

}  // namespace kehoach
