#include "audit/branches.h"

#include <algorithm>

#include "text/text.h"

namespace kehoach {
namespace {

bool stands_in(std::string_view word, std::string_view text) {
  for (std::size_t at = text.find(word); at != std::string_view::npos;
       at = text.find(word, at + 1)) {
    if (is_word_boundary(text, at) && is_word_boundary(text, at + word.size()))
      return true;
  }
  return false;
}

}  // namespace

Branches::Branches(const AuditRules& rules) {
  for (const AuditBranch& branch : rules.branches) {
    for (const std::string& word : branch.words)
      words_.push_back({fold_for_match(word), branch.id});
  }
  std::stable_sort(words_.begin(), words_.end(),
                   [](const Word& a, const Word& b) {
                     return a.folded.size() > b.folded.size();
                   });
}

std::string_view Branches::branch_of(std::string_view body) const {
  const std::string folded = fold_for_match(body);
  for (const Word& word : words_) {
    if (stands_in(word.folded, folded)) return word.branch;
  }
  return {};
}

std::vector<std::string_view> Branches::branches_of(
    const std::vector<std::string>& bodies) const {
  std::vector<std::string_view> found;
  for (const std::string& body : bodies) {
    const std::string_view branch = branch_of(body);
    if (!branch.empty()) found.push_back(branch);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace kehoach
