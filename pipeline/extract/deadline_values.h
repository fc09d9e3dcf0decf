// Private to the room: from a match of the deadline rules to the times it
// names.
#pragma once

#include "extract/facts.h"

namespace kehoach {

class DeadlineValues {
 public:
  DeadlineValues(const Reading& reading, const Document& document,
                 std::vector<Diagnostic>& diagnostics)
      : r_(reading), document_(document), diagnostics_(diagnostics) {}

  // The deadlines of one match in the paragraph or cell `body`; one for each
  // rhythm. `obligation` is left open. Times that the calendar does not have
  // become diagnostics.
  [[nodiscard]] std::vector<Deadline> read(const Match& match, Span body);

 private:
  // A time of which parts may be missing (0).
  struct Parts;

  [[nodiscard]] std::string_view group(const Match& match,
                                       std::string_view name) const;
  [[nodiscard]] std::string_view any_group(const Match& match,
                                           const std::string& name) const;
  [[nodiscard]] Parts parts(const Match& match,
                            const std::string& ending) const;
  [[nodiscard]] Span said_by(const Match& match) const;
  Deadline& add(const Match& match, std::string_view kind);
  void impossible(const Match& match);
  void read_date(const Match& match);
  void read_recurring(const Match& match);
  void read_season(const Match& match);
  void read_fixed_day(const Match& match, const std::string& ending);
  void read_period(const Match& match);
  void read_relative(const Match& match);
  [[nodiscard]] bool is_rhythmic(Span span) const;
  [[nodiscard]] static bool is_of_plan(const Match& match);
  [[nodiscard]] static bool is_next(const Parts& a, const Parts& b);
  [[nodiscard]] std::optional<int> year_of_next(const Parts& p) const;
  [[nodiscard]] std::optional<int> year_of_plan(const Parts& p) const;

  const Reading& r_;
  const Document& document_;
  std::vector<Diagnostic>& diagnostics_;
  Span body_;
  std::vector<Deadline> found_;
};

// The sentence around `span` inside `body`, some 4,000 bytes on each side at
// the most.
[[nodiscard]] Span sentence_around(std::string_view text, Span span, Span body);

}  // namespace kehoach
