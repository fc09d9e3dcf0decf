// Private to the room: which paragraphs name what follows.
#pragma once

#include <vector>

#include "model/model.h"
#include "outline/zones.h"

namespace kehoach {

inline constexpr std::size_t kShortHeading = 120;  // bytes

// True where `text` ends in one of `marks`, behind it blanks and brackets only.
[[nodiscard]] bool ends_in(std::string_view text, std::string_view marks);

// `... các chỉ tiêu cụ thể như sau:`, which ends in one of the `lead_ins`, and
// `3. Mục tiêu của Chương trình:`, which begins with one of the `names`.
[[nodiscard]] bool opens_aims(const Line& line, const Phrases& lead_ins,
                              const Phrases& names);

// Asks the paragraphs before `end`; the values given must outlive it.
class Headings {
 public:
  Headings(const NormalText& text, const std::vector<Line>& lines,
           const Rulebook& rules);

  void stop_at(std::size_t end) { end_ = end; }

  // The paragraph behind `i`, if there is one.
  [[nodiscard]] const Line* next(std::size_t i) const {
    return i + 1 < end_ ? &lines_[i + 1] : nullptr;
  }

  // A numbered paragraph that names what follows instead of ordering it.
  // `next_is_open`: an item of the next one's kind is open.
  [[nodiscard]] bool is_numbered(std::size_t i, bool next_is_open) const;

  // `Cơ quan chủ trì` alone, above lines that name bodies and order nothing.
  [[nodiscard]] bool is_label(std::size_t i) const;

  // A line that a rule takes for one about the items before it is one here.
  [[nodiscard]] bool is_note(std::size_t i) const;

  // Bold, capitals or a Markdown heading, short, without an end mark.
  [[nodiscard]] bool is_bare(std::size_t i) const;

 private:
  [[nodiscard]] bool names_bare_lines(std::size_t i,
                                      std::string_view text) const;
  [[nodiscard]] bool begins_with_verb(std::string_view text) const;
  [[nodiscard]] bool begins_with_body(const Line& line) const;
  [[nodiscard]] bool holds_verb(const Line& line) const;
  [[nodiscard]] bool names_many(const Line& line) const;
  [[nodiscard]] bool is_led_below(const Line& line, const Line& below) const;
  [[nodiscard]] bool is_author(std::size_t i) const;
  [[nodiscard]] bool is_note_below_item(std::size_t i) const;

  const NormalText& text_;
  const std::vector<Line>& lines_;
  const Phrases& verbs_;
  const Phrases& note_verbs_;
  const Phrases& plurals_;
  const Phrases& bodies_;
  const Phrases& body_heads_;
  std::size_t end_ = 0;
};

// True where a body is told to see to what others do: `Sở Y tế theo dõi, đôn
// đốc việc thực hiện Chỉ thị này`.
[[nodiscard]] bool sees_to_it(std::string_view folded, const Rulebook& rules);

// True where the last paragraph asks for something of its own: `... cử đầu mối
// gửi Sở Văn hóa để phối hợp triển khai thực hiện`.
[[nodiscard]] bool asks_for_more(std::string_view folded,
                                 const Rulebook& rules);

// True for a paragraph behind the numbers of a directive that orders more:
// `Giao Sở Y tế theo dõi ...`; `Các sở chịu trách nhiệm thi hành Chỉ thị này`
// and `Sở Y tế đề nghị các xã ...` only close it.
[[nodiscard]] bool is_further_order(std::string_view folded,
                                    const Rulebook& rules);

}  // namespace kehoach
