#include <algorithm>
#include <string>

#include "review/review.h"
#include "text/text.h"

namespace kehoach {
namespace {

bool same_words(std::string_view a, std::string_view b) {
  return fold_for_search(a) == fold_for_search(b);
}

// What `quote_of` makes of the candidate that has the words, else of the one
// that is most like them; null where none is.
template <typename T, typename F>
T* find_words(std::vector<T>& candidates, std::string_view words,
              F&& quote_of) {
  T* best = nullptr;
  double most = kChangedText;
  for (T& candidate : candidates) {
    if (same_words(quote_of(candidate), words)) return &candidate;
    const double alike = word_likeness(quote_of(candidate), words);
    if (alike < most) continue;
    // Of equals the first.
    if (best != nullptr && alike == most) continue;
    best = &candidate;
    most = alike;
  }
  return best;
}

bool has(const std::vector<std::string>& lines, const std::string& line) {
  return std::find(lines.begin(), lines.end(), line) != lines.end();
}

// Whether the child says beside the gap what it said then. Lines whose link was
// taken away by hand may have been among them or not.
bool same_lines(const AuditItem& item, const std::vector<std::string>& quotes) {
  std::vector<std::string> then;
  std::vector<std::string> now;
  std::vector<std::string> taken_away;
  for (const std::string& quote : quotes)
    then.push_back(fold_for_search(quote));
  for (const AuditLink& link : item.links)
    now.push_back(fold_for_search(link.child.quote));
  for (const AuditReview& review : item.review)
    taken_away.push_back(fold_for_search(review.child_quote));
  const auto is_then = [&](const std::string& line) { return has(then, line); };
  const auto is_now = [&](const std::string& line) {
    return has(now, line) || has(taken_away, line);
  };
  return std::all_of(now.begin(), now.end(), is_then) &&
         std::all_of(then.begin(), then.end(), is_now);
}

void mark_link(const CellReview& review, ReviewState state, AuditItem& item) {
  if (review.child_quotes.empty()) return;
  const std::string& words = review.child_quotes.front();
  AuditLink* const link = find_words(
      item.links, words,
      [](const AuditLink& l) -> const std::string& { return l.child.quote; });
  if (link == nullptr) return;
  if (!same_words(link->child.quote, words)) state = ReviewState::suspect;
  item.review.push_back({review.decision, state, link->child.quote});
  if (state != ReviewState::current) return;
  item.links.erase(item.links.begin() + (link - item.links.data()));
}

}  // namespace

void apply_reviews(const std::vector<CellReview>& reviews, Audit& audit) {
  const auto quote_of = [](const AuditItem& item) -> const std::string& {
    return item.parent.quote;
  };
  // Links first: what is left of them says whether a justification still holds.
  for (const ReviewVerdict verdict :
       {ReviewVerdict::link_wrong, ReviewVerdict::justified}) {
    for (const CellReview& review : reviews) {
      if (review.decision.verdict != verdict) continue;
      AuditItem* const item =
          find_words(audit.items, review.parent_quote, quote_of);
      if (item == nullptr) continue;
      const bool same = same_words(item->parent.quote, review.parent_quote);
      ReviewState state = same ? ReviewState::current : ReviewState::suspect;
      if (verdict == ReviewVerdict::link_wrong) {
        mark_link(review, state, *item);
        continue;
      }
      if (!same_lines(*item, review.child_quotes)) state = ReviewState::suspect;
      item->review.push_back({review.decision, state, ""});
    }
  }
}

}  // namespace kehoach
