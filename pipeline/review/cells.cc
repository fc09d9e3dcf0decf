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
  double most = 0;
  for (T& candidate : candidates) {
    if (same_words(quote_of(candidate), words)) return &candidate;
    const double alike = word_likeness(quote_of(candidate), words);
    // Of equals the first.
    if (alike < kChangedText || alike <= most) continue;
    best = &candidate;
    most = alike;
  }
  return best;
}

// Whether the child says beside the row what it said then.
bool same_lines(const AuditItem& item, const std::vector<std::string>& quotes) {
  std::vector<std::string> then;
  std::vector<std::string> now;
  then.reserve(quotes.size());
  for (const std::string& quote : quotes)
    then.push_back(fold_for_search(quote));
  for (const AuditLink& link : item.links)
    now.push_back(fold_for_search(link.child.quote));
  std::sort(then.begin(), then.end());
  std::sort(now.begin(), now.end());
  return then == now;
}

// Whether the status is the one that was judged, or has become the right one.
bool same_status(const AuditItem& item, const CellReview& review) {
  return review.decision.verdict == ReviewVerdict::justified ||
         item.status == review.status ||
         (review.value && item.status == review.value->status);
}

// Whether the row was there to be marked.
bool mark(const CellReview& review, Audit& audit) {
  const auto quote_of = [](const AuditItem& item) -> const std::string& {
    return item.parent.quote;
  };
  AuditItem* const item =
      find_words(audit.items, review.parent_quote, quote_of);
  if (item == nullptr) return false;
  AuditReview made{review.decision, ReviewState::current, "", review.value};
  bool same = same_words(item->parent.quote, review.parent_quote);
  if (review.decision.verdict == ReviewVerdict::link_wrong) {
    if (review.child_quotes.empty()) return false;
    const std::string& words = review.child_quotes.front();
    const AuditLink* const link = find_words(
        item->links, words,
        [](const AuditLink& l) -> const std::string& { return l.child.quote; });
    if (link == nullptr) return false;
    made.child_quote = link->child.quote;
    same = same && same_words(made.child_quote, words);
  } else {
    same = same && same_lines(*item, review.child_quotes) &&
           same_status(*item, review);
  }
  if (!same) made.state = ReviewState::suspect;
  item->review.push_back(std::move(made));
  return true;
}

const AuditReview* current(const AuditItem& item, ReviewVerdict verdict) {
  const auto at = std::find_if(item.review.begin(), item.review.end(),
                               [&](const AuditReview& review) {
                                 return review.decision.verdict == verdict &&
                                        review.state == ReviewState::current;
                               });
  return at == item.review.end() ? nullptr : &*at;
}

}  // namespace

std::vector<CellReview> apply_reviews(const std::vector<CellReview>& reviews,
                                      Audit& audit) {
  std::vector<CellReview> orphans;
  for (const CellReview& review : reviews) {
    if (!mark(review, audit)) orphans.push_back(review);
  }
  return orphans;
}

bool has_verdict(const AuditItem& item, ReviewVerdict verdict) {
  return current(item, verdict) != nullptr;
}

bool is_rejected(const AuditItem& item, const AuditLink& link) {
  return std::any_of(
      item.review.begin(), item.review.end(), [&](const AuditReview& review) {
        return review.decision.verdict == ReviewVerdict::link_wrong &&
               review.state == ReviewState::current &&
               review.child_quote == link.child.quote;
      });
}

bool is_open(const AuditItem& item) {
  if (has_verdict(item, ReviewVerdict::justified)) return false;
  if (const AuditReview* corrected = current(item, ReviewVerdict::correct))
    return corrected->value && corrected->value->status != Coverage::covered;
  const bool none_holds =
      !item.links.empty() &&
      std::all_of(item.links.begin(), item.links.end(),
                  [&](const AuditLink& l) { return is_rejected(item, l); });
  return none_holds || item.status != Coverage::covered;
}

std::optional<std::vector<GoldCell>> gold_of(const Audit& audit) {
  std::vector<GoldCell> gold;
  for (const AuditItem& item : audit.items) {
    const AuditReview* const corrected = current(item, ReviewVerdict::correct);
    if (corrected == nullptr && !has_verdict(item, ReviewVerdict::accept) &&
        !has_verdict(item, ReviewVerdict::justified))
      return std::nullopt;
    GoldCell cell{item.parent.quote, {item.status, {}}, ""};
    for (const AuditLink& link : item.links) {
      if (!is_rejected(item, link))
        cell.value.links.push_back(link.child.quote);
    }
    if (corrected != nullptr && corrected->value)
      cell.value = *corrected->value;
    if (cell.value.status == Coverage::missing) cell.value.links.clear();
    for (const AuditReview& review : item.review) {
      const std::string& note = review.decision.note;
      if (note.empty() || review.state != ReviewState::current) continue;
      cell.why += (cell.why.empty() ? "" : "; ") + note;
    }
    gold.push_back(std::move(cell));
  }
  return gold;
}

}  // namespace kehoach
