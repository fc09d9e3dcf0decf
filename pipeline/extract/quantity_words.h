// Private to the room: the words around the number of a target.
//
// `đến năm 2030 phấn đấu đạt ít nhất 80% hộ gia đình`: the comparator, the verb
// of reaching and the year stand between what is measured and the number. Each
// function takes one kind of them off a span, or tells where it ends.
#pragma once

#include <initializer_list>

#include "extract/facts.h"

namespace kehoach {

class QuantityWords {
 public:
  explicit QuantityWords(const Reading& reading) : r_(reading) {}

  // ---- before the number

  // Takes the longest of `words` off the end of `span`; false if none is there.
  bool take_off(Span& span, const Phrases& words) const;
  bool take_off(Span& span,
                std::initializer_list<std::string_view> words) const;
  // Takes `ít nhất`, `trên`, `khoảng` off: `>=`, `>`, `<=`, `<`, or empty.
  std::string_view take_comparator(Span& span) const;
  // Takes `giảm`, `tăng thêm` off: `-`, `+`, or empty. With `xuống`, `lên`,
  // `còn` or `đạt` in between the number is a level and no change.
  std::string_view take_change(Span& span) const;
  // `Mỗi xã`: whom the number is told.
  [[nodiscard]] bool is_each(Span subject) const {
    return starts_with(r_.folded(subject), "mỗi ");
  }
  // What the fillers in front of `subject` say, as in `Giảm tỷ lệ hộ nghèo bình
  // quân 1,5%`: `-`, `+`, or empty. Takes `bình quân` off the subject.
  std::string_view opening_change(Span opening, Span& subject) const;
  // Takes verbs of reaching off; true if there was one.
  bool take_verbs(Span& span) const;
  // Takes `đến năm 2030`, `vào năm 2025` off.
  bool take_year(Span& span) const;
  // Without `Phấn đấu`, `Đến năm 2030,`, `(1)` in front.
  [[nodiscard]] Span without_fillers(Span span) const;
  // `Vận động hộ dân để đạt mục tiêu tỷ lệ đấu nối`: what is aimed at.
  [[nodiscard]] Span behind_purpose(Span span) const;
  // `Tỷ lệ rác thải giảm từ 18%`: where it stands today is not measured.
  [[nodiscard]] Span without_baseline(Span span) const;

  // `tăng bình quân hằng năm đạt`: `+` or `-` where all of `prefix` says how
  // something changes and nothing says what; else empty.
  [[nodiscard]] std::string_view change_alone(Span prefix) const;
  // `Xây dựng lộ trình, bảo đảm ít nhất`, `đạt mục tiêu`: what is measured has
  // not been named yet.
  [[nodiscard]] bool opens_count(Span prefix) const;

  // `Tỷ lệ hộ nghèo`, `Sản lượng lúa`: a number behind needs no verb.
  [[nodiscard]] bool is_measure(Span prefix) const;
  // `Đối với thôn có dưới 100 cử tri`: for whom, not how much.
  [[nodiscard]] bool is_case(Span prefix) const;
  // `Mức giảm tỷ lệ hộ nghèo`: by how much, and no level.
  [[nodiscard]] bool is_fall(Span measure) const;
  // `tỉnh Hà Nam có ít nhất 20 trạm`: the stations are counted, not the
  // province.
  [[nodiscard]] bool is_place_that_has(Span prefix, Span subject) const;

  // ---- behind the number

  // True where `behind` begins with a noun: `70% hộ dân`, not `70% vào năm
  // 2030`.
  [[nodiscard]] bool is_counted(Span behind) const;

  // The noun that is counted, up to a word that can't belong to it.
  [[nodiscard]] Span counted_noun(Span unit) const;
  // True for nouns that make no target: `ngày`, `lần thứ`.
  [[nodiscard]] bool is_no_unit(Span unit) const;
  // What is measured, without its comparator, its year and the time in which
  // it is done: `học sinh trở lên mang bình nước, hoàn thành năm 2025`.
  [[nodiscard]] Span measured_behind(Span span) const;

 private:
  void take_bytes_off(Span& span, std::size_t size) const;
  bool take_act(Span& span) const;
  [[nodiscard]] std::uint32_t end_of_long_noun(Span unit) const;
  [[nodiscard]] std::uint32_t leading_filler(Span span) const;
  [[nodiscard]] Span without_time(Span span) const;
  [[nodiscard]] Span without_opening_year(Span span) const;

  const Reading& r_;
};

}  // namespace kehoach
