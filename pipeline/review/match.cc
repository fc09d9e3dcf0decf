#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "review/review.h"
#include "text/text.h"

namespace kehoach {
namespace {

using Words = std::multiset<std::string_view>;

Words words_of(std::string_view folded) {
  const auto parts = split(folded, ' ');
  return {parts.begin(), parts.end()};
}

double likeness_of(const Words& a, const Words& b) {
  std::vector<std::string_view> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(),
                        std::back_inserter(both));
  const std::size_t all = a.size() + b.size();
  return all == 0 ? 1
                  : 2.0 * static_cast<double>(both.size()) /
                        static_cast<double>(all);
}

std::uint32_t distance(std::uint32_t a, std::uint32_t b) {
  return a < b ? b - a : a - b;
}

class Matching {
 public:
  Matching(const Plan& plan, const std::vector<Review>& reviews)
      : plan_(plan), facts_(all_facts(plan)) {
    for (const FactPlace place : facts_) {
      const Evidence evidence = evidence_of(plan, place);
      begins_.push_back(evidence.span.begin);
      folded_.push_back(fold_for_search(evidence.quote));
    }
    taken_.resize(facts_.size());
    for (const Review& review : reviews) {
      found_.push_back({review, ReviewState::orphan, std::nullopt});
      quotes_.push_back(fold_for_search(review.quote));
    }
  }

  [[nodiscard]] std::vector<FactReview> run() {
    equal_words();
    like_words();
    return std::move(found_);
  }

 private:
  void equal_words();
  void like_words();
  void take(std::size_t review, std::size_t fact, bool same_words);
  [[nodiscard]] bool is_as_judged(const Review& review, FactPlace fact) const;

  const Plan& plan_;
  std::vector<FactPlace> facts_;
  std::vector<std::uint32_t> begins_;
  std::vector<std::string> folded_;
  std::vector<char> taken_;
  std::vector<FactReview> found_;
  std::vector<std::string> quotes_;
};

bool Matching::is_as_judged(const Review& review, FactPlace fact) const {
  const std::string now = fact_values(plan_, fact);
  if (now == review.reading) return true;
  if (review.correction.empty()) return false;
  const auto corrected =
      corrected_values(fact.kind, review.reading, review.correction);
  return corrected && *corrected == now;
}

void Matching::take(std::size_t review, std::size_t fact, bool same_words) {
  if (taken_[fact] != 0 || found_[review].fact) return;
  taken_[fact] = 1;
  FactReview& match = found_[review];
  match.fact = facts_[fact];
  match.state = same_words && is_as_judged(match.review, facts_[fact])
                    ? ReviewState::current
                    : ReviewState::suspect;
}

void Matching::equal_words() {
  std::multimap<std::pair<FactKind, std::string_view>, std::size_t> by_words;
  for (std::size_t i = 0; i < facts_.size(); ++i)
    by_words.emplace(std::pair(facts_[i].kind, std::string_view(folded_[i])),
                     i);
  std::vector<std::tuple<std::uint32_t, std::size_t, std::size_t>> pairs;
  for (std::size_t i = 0; i < found_.size(); ++i) {
    const Review& review = found_[i].review;
    const auto [begin, end] =
        by_words.equal_range({review.kind, std::string_view(quotes_[i])});
    for (auto at = begin; at != end; ++at) {
      pairs.emplace_back(distance(review.begin, begins_[at->second]), i,
                         at->second);
    }
  }
  std::sort(pairs.begin(), pairs.end());
  for (const auto& [apart, review, fact] : pairs) take(review, fact, true);
}

void Matching::like_words() {
  std::vector<std::tuple<double, std::uint32_t, std::size_t, std::size_t>>
      pairs;
  for (std::size_t i = 0; i < found_.size(); ++i) {
    if (found_[i].fact) continue;
    const Review& review = found_[i].review;
    const Words words = words_of(quotes_[i]);
    for (std::size_t fact = 0; fact < facts_.size(); ++fact) {
      if (taken_[fact] != 0 || facts_[fact].kind != review.kind) continue;
      const double alike = likeness_of(words, words_of(folded_[fact]));
      // A plan has one identity, whatever became of its title.
      if (alike < kChangedText && review.kind != FactKind::document) continue;
      pairs.emplace_back(-alike, distance(review.begin, begins_[fact]), i,
                         fact);
    }
  }
  std::sort(pairs.begin(), pairs.end());
  for (const auto& [unlike, apart, review, fact] : pairs)
    take(review, fact, false);
}

}  // namespace

double word_likeness(std::string_view a, std::string_view b) {
  const std::string folded_a = fold_for_search(a);
  const std::string folded_b = fold_for_search(b);
  return likeness_of(words_of(folded_a), words_of(folded_b));
}

std::vector<FactReview> match_reviews(const Plan& plan,
                                      const std::vector<Review>& reviews) {
  return Matching(plan, reviews).run();
}

}  // namespace kehoach
