#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "review/review.h"
#include "text/text.h"

namespace kehoach {
namespace {

// How many words `a` and `b`, both sorted, have in common.
template <typename T>
std::size_t common(const std::vector<T>& a, const std::vector<T>& b) {
  std::size_t both = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) {
      ++both;
      ++x;
      ++y;
    } else if (*x < *y) {
      ++x;
    } else {
      ++y;
    }
  }
  return both;
}

template <typename T>
double likeness_of(const std::vector<T>& a, const std::vector<T>& b) {
  const std::size_t all = a.size() + b.size();
  return all == 0 ? 1
                  : 2.0 * static_cast<double>(common(a, b)) /
                        static_cast<double>(all);
}

// Numbers for words, so that whole documents are compared quickly.
class Vocabulary {
 public:
  // Sorted.
  std::vector<std::uint32_t> numbers(std::string_view folded) {
    std::vector<std::uint32_t> found;
    for (const std::string_view word : split(folded, ' ')) {
      const auto next = static_cast<std::uint32_t>(known_.size());
      found.push_back(known_.emplace(word, next).first->second);
    }
    std::sort(found.begin(), found.end());
    return found;
  }

 private:
  std::unordered_map<std::string_view, std::uint32_t> known_;
};

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
    values_.resize(facts_.size());
    corrected_.resize(reviews.size());
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
  [[nodiscard]] bool is_as_judged(std::size_t review, std::size_t fact);

  const Plan& plan_;
  std::vector<FactPlace> facts_;
  std::vector<std::uint32_t> begins_;
  std::vector<std::string> folded_;
  std::vector<char> taken_;
  std::vector<FactReview> found_;
  std::vector<std::string> quotes_;
  std::vector<std::optional<std::string>> values_;     // of facts, when asked
  std::vector<std::optional<std::string>> corrected_;  // of reviews, when asked
};

bool Matching::is_as_judged(std::size_t review, std::size_t fact) {
  std::optional<std::string>& now = values_[fact];
  if (!now) now = fact_values(plan_, facts_[fact]);
  const Review& judged = found_[review].review;
  if (*now == judged.reading) return true;
  if (judged.correction.empty()) return false;
  std::optional<std::string>& right = corrected_[review];
  if (!right) {
    right = corrected_values(judged.kind, judged.reading, judged.correction)
                .value_or("");
  }
  return *right == *now;
}

void Matching::take(std::size_t review, std::size_t fact, bool same_words) {
  if (taken_[fact] != 0 || found_[review].fact) return;
  taken_[fact] = 1;
  FactReview& match = found_[review];
  match.fact = facts_[fact];
  match.state = same_words && is_as_judged(review, fact) ? ReviewState::current
                                                         : ReviewState::suspect;
}

void Matching::equal_words() {
  std::multimap<std::pair<KindOfFact, std::string_view>, std::size_t> by_words;
  for (std::size_t i = 0; i < facts_.size(); ++i)
    by_words.emplace(std::pair(facts_[i].kind, std::string_view(folded_[i])),
                     i);
  std::vector<std::tuple<std::uint32_t, bool, std::size_t, std::size_t>> pairs;
  for (std::size_t i = 0; i < found_.size(); ++i) {
    const Review& review = found_[i].review;
    const auto [begin, end] =
        by_words.equal_range({review.kind, std::string_view(quotes_[i])});
    for (auto at = begin; at != end; ++at) {
      pairs.emplace_back(distance(review.begin, begins_[at->second]),
                         !is_as_judged(i, at->second), i, at->second);
    }
  }
  std::sort(pairs.begin(), pairs.end());
  for (const auto& [apart, differs, review, fact] : pairs)
    take(review, fact, true);
}

void Matching::like_words() {
  Vocabulary vocabulary;
  std::vector<std::pair<std::size_t, std::vector<std::uint32_t>>> left;
  for (std::size_t fact = 0; fact < facts_.size(); ++fact) {
    if (taken_[fact] == 0)
      left.emplace_back(fact, vocabulary.numbers(folded_[fact]));
  }
  std::vector<std::tuple<double, std::uint32_t, std::size_t, std::size_t>>
      pairs;
  for (std::size_t i = 0; i < found_.size(); ++i) {
    if (found_[i].fact) continue;
    const Review& review = found_[i].review;
    const auto words = vocabulary.numbers(quotes_[i]);
    for (const auto& [fact, others] : left) {
      if (facts_[fact].kind != review.kind) continue;
      const double alike = likeness_of(words, others);
      // A plan has one identity, whatever became of its title.
      if (alike < kChangedText && review.kind != KindOfFact::document) continue;
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
  const auto sorted_words = [](const std::string& folded) {
    const auto parts = split(folded, ' ');
    std::vector<std::string_view> words(parts.begin(), parts.end());
    std::sort(words.begin(), words.end());
    return words;
  };
  const std::string folded_a = fold_for_search(a);
  const std::string folded_b = fold_for_search(b);
  return likeness_of(sorted_words(folded_a), sorted_words(folded_b));
}

std::vector<FactReview> match_reviews(const Plan& plan,
                                      const std::vector<Review>& reviews) {
  return Matching(plan, reviews).run();
}

}  // namespace kehoach
