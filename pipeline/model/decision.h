// A verdict of a person, and whether it still holds. What it is about stands in
// model/review.h and model/audit.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kehoach {

enum class ReviewVerdict : std::uint8_t {
  accept,      // the fact, or the state of the cell, is right
  wrong,       // there is no such fact
  correct,     // there is one, with other values; the cell has another state
  justified,   // of a cell: there is a gap, and a reason for it
  link_wrong,  // of a cell: that obligation does not carry out this one
};
inline constexpr std::size_t kReviewVerdicts = 5;
// `accept`, `wrong`, `correct`, `justified` (also read as `justify`),
// `link-wrong`
[[nodiscard]] std::string_view name_of(ReviewVerdict verdict);
[[nodiscard]] std::optional<ReviewVerdict> review_verdict_named(
    std::string_view name);
[[nodiscard]] bool is_of_facts(ReviewVerdict verdict);
[[nodiscard]] bool is_of_cells(ReviewVerdict verdict);

// Whether what a decision was about is still there.
enum class ReviewState : std::uint8_t {
  current,
  suspect,  // the words changed, or they are read differently now
  orphan,   // nothing is like it any more
};
[[nodiscard]] std::string_view name_of(ReviewState state);
[[nodiscard]] std::optional<ReviewState> review_state_named(
    std::string_view name);

// Who decided, and why.
struct ReviewDecision {
  ReviewVerdict verdict = ReviewVerdict::accept;
  std::string note;         // may be empty
  std::string reviewer;     // a name
  std::string reviewed_at;  // UTC: 2026-01-31T08:30:00Z
  friend bool operator==(const ReviewDecision&,
                         const ReviewDecision&) = default;
};

}  // namespace kehoach
