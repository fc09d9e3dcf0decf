// Decisions about cells, led to the rows of an audit.

#include <algorithm>
#include <set>
#include <string>
#include <tuple>

#include "review/review.h"
#include "review/words.h"

namespace kehoach {
namespace {

// Verdicts of which a row has one at a time.
int slot_of(ReviewVerdict verdict) {
  if (verdict == ReviewVerdict::justified) return 1;
  return verdict == ReviewVerdict::link_wrong ? 2 : 0;
}

// Of a row there is one decision of each slot; of a row's link too.
using Seat = std::tuple<std::size_t, int, std::optional<std::size_t>>;
Seat seat_of(const CellReview& review, const CellPlace& place) {
  return {place.item, slot_of(review.decision.verdict), place.link};
}

// How well a decision fits a row; the better is less.
struct Candidate {
  double unlike = 0;  // 0: the same words
  std::uint32_t apart = 0;
  std::size_t review = 0;
  CellPlace place;
  [[nodiscard]] auto rank() const {
    return std::tie(unlike, apart, review, place.item);
  }
};

class CellMatching {
 public:
  CellMatching(const std::vector<CellReview>& reviews, const Audit& audit)
      : reviews_(reviews), audit_(audit) {
    for (const AuditItem& item : audit.items)
      folded_.push_back(fold_for_search(item.parent.quote));
  }

  [[nodiscard]] std::vector<std::optional<CellPlace>> run() {
    for (std::size_t i = 0; i < reviews_.size(); ++i) {
      // Words that stand there are meant, and no words like them.
      if (!add_equal(i)) add_like(i);
    }
    std::sort(candidates_.begin(), candidates_.end(),
              [](const Candidate& a, const Candidate& b) {
                return a.rank() < b.rank();
              });
    std::vector<std::optional<CellPlace>> found(reviews_.size());
    std::set<Seat> taken;
    for (const Candidate& each : candidates_) {
      if (found[each.review]) continue;
      if (taken.insert(seat_of(reviews_[each.review], each.place)).second)
        found[each.review] = each.place;
    }
    return found;
  }

 private:
  bool add_equal(std::size_t review) {
    const std::string words = fold_for_search(reviews_[review].parent_quote);
    bool any = false;
    for (std::size_t item = 0; item < folded_.size(); ++item) {
      if (folded_[item] != words) continue;
      any = true;
      add(review, item, 0);
    }
    return any;
  }

  void add_like(std::size_t review) {
    for (std::size_t item = 0; item < folded_.size(); ++item) {
      const double alike =
          word_likeness(folded_[item], reviews_[review].parent_quote);
      // A row that has the same words but for their order is another one.
      if (alike >= kChangedText) add(review, item, 2 - alike);
    }
  }

  // Of a wrong link only where the row has one like it.
  void add(std::size_t review, std::size_t item, double unlike) {
    const CellReview& judged = reviews_[review];
    const AuditItem& row = audit_.items[item];
    Candidate made{unlike, 0, review, {item, std::nullopt}};
    if (judged.begin) {
      const std::uint32_t now = row.parent.span.begin;
      made.apart = std::max(now, *judged.begin) - std::min(now, *judged.begin);
    }
    if (judged.decision.verdict == ReviewVerdict::link_wrong) {
      if (judged.child_quotes.empty()) return;
      made.place.link = link_like(row, judged.child_quotes.front());
      if (!made.place.link) return;
      const std::string& quote = row.links[*made.place.link].child.quote;
      if (!same_words(quote, judged.child_quotes.front()))
        made.unlike += 2 - word_likeness(quote, judged.child_quotes.front());
    }
    candidates_.push_back(made);
  }

  // The link that has the words, else the one that is most like them, of equals
  // the first.
  static std::optional<std::size_t> link_like(const AuditItem& row,
                                              const std::string& words) {
    std::optional<std::size_t> best;
    double most = 0;
    for (std::size_t i = 0; i < row.links.size(); ++i) {
      const std::string& quote = row.links[i].child.quote;
      if (same_words(quote, words)) return i;
      const double alike = word_likeness(quote, words);
      if (alike < kChangedText || alike <= most) continue;
      best = i;
      most = alike;
    }
    return best;
  }

  const std::vector<CellReview>& reviews_;
  const Audit& audit_;
  std::vector<std::string> folded_;
  std::vector<Candidate> candidates_;
};

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

AuditReview mark_of(const CellReview& review, const CellPlace& place,
                    const AuditItem& item) {
  AuditReview made{review.decision, ReviewState::current, "", review.value};
  bool same = same_words(item.parent.quote, review.parent_quote);
  if (place.link) {
    made.child_quote = item.links[*place.link].child.quote;
    same = same && same_words(made.child_quote, review.child_quotes.front());
  } else {
    same = same && same_lines(item, review.child_quotes) &&
           same_status(item, review);
  }
  if (!same) made.state = ReviewState::suspect;
  return made;
}

// Whether `parent` has one obligation of these words, so that their place says
// nothing.
bool stands_once(const Plan& parent, const std::string& words) {
  return std::count_if(parent.obligations.begin(), parent.obligations.end(),
                       [&](const Obligation& o) {
                         return same_words(o.evidence.quote, words);
                       }) == 1;
}

bool is_one(const CellReview& a, const CellReview& b, const Plan* parent) {
  const int slot = slot_of(a.decision.verdict);
  if (slot != slot_of(b.decision.verdict) ||
      !same_words(a.parent_quote, b.parent_quote))
    return false;
  if (a.decision.verdict == ReviewVerdict::link_wrong &&
      (a.child_quotes.empty() || b.child_quotes.empty() ||
       !same_words(a.child_quotes.front(), b.child_quotes.front())))
    return false;
  return a.begin == b.begin ||
         (parent != nullptr && stands_once(*parent, a.parent_quote));
}

}  // namespace

std::vector<std::optional<CellPlace>> match_cells(
    const std::vector<CellReview>& reviews, const Audit& audit) {
  return CellMatching(reviews, audit).run();
}

std::vector<CellReview> apply_reviews(const std::vector<CellReview>& reviews,
                                      Audit& audit) {
  const auto places = match_cells(reviews, audit);
  std::vector<CellReview> orphans;
  for (std::size_t i = 0; i < reviews.size(); ++i) {
    if (!places[i]) {
      orphans.push_back(reviews[i]);
      continue;
    }
    AuditItem& item = audit.items[places[i]->item];
    item.review.push_back(mark_of(reviews[i], *places[i], item));
  }
  return orphans;
}

std::optional<std::size_t> earlier_cell(const std::vector<CellReview>& reviews,
                                        const CellReview& now,
                                        const Audit& audit) {
  const auto place = match_cells({now}, audit).front();
  if (!place) return std::nullopt;
  const auto places = match_cells(reviews, audit);
  for (std::size_t i = 0; i < reviews.size(); ++i) {
    if (places[i] && seat_of(reviews[i], *places[i]) == seat_of(now, *place))
      return i;
  }
  return std::nullopt;
}

std::vector<CellReview> newer_cells(const Plan* parent,
                                    std::vector<CellReview> known,
                                    const std::vector<CellReview>& coming) {
  std::vector<char> is_new(known.size());
  for (const CellReview& review : coming) {
    const auto before = std::find_if(
        known.begin(), known.end(),
        [&](const CellReview& other) { return is_one(other, review, parent); });
    const auto at = static_cast<std::size_t>(before - known.begin());
    if (before == known.end()) {
      known.push_back(review);
      is_new.push_back(1);
    } else if (before->decision.reviewed_at < review.decision.reviewed_at) {
      const std::int64_t id = before->id;
      *before = review;
      before->id = id;
      is_new[at] = 1;
    }
  }
  std::vector<CellReview> news;
  for (std::size_t i = 0; i < known.size(); ++i) {
    if (is_new[i] != 0) news.push_back(std::move(known[i]));
  }
  return news;
}

}  // namespace kehoach
