// Decisions that come from elsewhere, beside those that are known.

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "review/review.h"
#include "review/words.h"

namespace kehoach {
namespace {

bool is_one(const Review& a, const Review& b) {
  return a.kind == b.kind && a.begin == b.begin && a.reading == b.reading &&
         same_words(a.quote, b.quote);
}

// Splits `reviews` so that no two of a part judge the same words in the same
// place: a fact answers to one decision, and the other would be led to a fact
// that it is not about.
std::vector<std::vector<Review>> in_rounds(const std::vector<Review>& reviews) {
  std::vector<std::vector<Review>> rounds;
  std::map<std::tuple<KindOfFact, std::uint32_t, std::string>, std::size_t>
      seen;
  for (const Review& review : reviews) {
    const std::size_t round =
        seen[{review.kind, review.begin, fold_for_search(review.quote)}]++;
    if (round == rounds.size()) rounds.emplace_back();
    rounds[round].push_back(review);
  }
  return rounds;
}

std::vector<FactReview> led_to_facts(const Plan* plan,
                                     const std::vector<Review>& reviews) {
  if (plan != nullptr) return match_reviews(*plan, reviews);
  std::vector<FactReview> lost;
  lost.reserve(reviews.size());
  for (const Review& review : reviews)
    lost.push_back({review, ReviewState::orphan, std::nullopt});
  return lost;
}

// Whether the fact has the words that were judged, and not words like them.
bool is_sure(const Plan* plan, const FactReview& match) {
  if (!match.fact || plan == nullptr) return false;
  return match.fact->kind == KindOfFact::document ||
         same_words(evidence_of(*plan, *match.fact).quote, match.review.quote);
}

// Decisions about the facts of one plan.
class Keeping {
 public:
  Keeping(const Plan* plan, const std::vector<Review>& known)
      : plan_(plan), all_(led_to_facts(plan, known)) {
    is_new_.resize(all_.size());
  }

  void add(FactReview match) {
    const std::size_t at = find(match);
    if (at == all_.size()) {
      all_.push_back(std::move(match));
      is_new_.push_back(1);
      return;
    }
    Review& before = all_[at].review;
    if (match.review.decision.reviewed_at <= before.decision.reviewed_at)
      return;
    match.review.id = before.id;
    all_[at] = std::move(match);
    is_new_[at] = 1;
  }

  [[nodiscard]] std::vector<Review> news() const {
    std::vector<Review> reviews;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (is_new_[i] != 0) reviews.push_back(all_[i].review);
    }
    return reviews;
  }

 private:
  // The decision about the same thing; the end where there is none.
  [[nodiscard]] std::size_t find(const FactReview& match) const {
    const auto where = [&](const auto& is_it) {
      const auto at = std::find_if(all_.begin(), all_.end(), is_it);
      return static_cast<std::size_t>(at - all_.begin());
    };
    const std::size_t same = where([&](const FactReview& other) {
      return is_one(other.review, match.review);
    });
    if (same < all_.size() || !is_sure(plan_, match)) return same;
    return where(
        [&](const FactReview& other) { return other.fact == match.fact; });
  }

  const Plan* plan_;
  std::vector<FactReview> all_;
  std::vector<char> is_new_;
};

}  // namespace

std::vector<Review> newer_reviews(const Plan* plan,
                                  const std::vector<Review>& known,
                                  const std::vector<Review>& coming) {
  Keeping keeping(plan, known);
  for (const std::vector<Review>& round : in_rounds(coming)) {
    for (FactReview& match : led_to_facts(plan, round))
      keeping.add(std::move(match));
  }
  return keeping.news();
}

}  // namespace kehoach
