// Private to the room: the subjects of a leaf's sentences.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/facts.h"

namespace kehoach {

// Adds `names` to `to`, each once.
void add_all(std::vector<std::string>& to, std::vector<std::string> names);

// Finds who does what the leaf `body` says, and writes it into `roles`. All
// that is given must outlive it.
class Subjects {
 public:
  Subjects(const Reading& reading, Span body, const std::vector<Match>& matches,
           Roles& roles)
      : r_(reading), body_(body), matches_(matches), roles_(roles) {}

  // A body as the subject of the first verb, at the start or behind an opening
  // phrase: `Căn cứ Kế hoạch này, các sở ...`.
  void first();
  // `... . Ngân hàng hướng dẫn quy trình; từng xã phải báo cáo`: the bodies of
  // further sentences, each right before its verb.
  void later();
  // A proper name or a list that opens with `các`: common nouns in the opening
  // phrase's own lists are none.
  [[nodiscard]] bool names_a_body(std::uint32_t at) const;
  // `Cơ quan chủ trì lập Kế hoạch: Sở Y tế` says who leads; `Cơ quan chủ trì,
  // thành phần và thời gian` nobody. True where `list` is such a label.
  bool take_label(Span list, std::vector<std::string>& leads) const;
  // `Các đơn vị được giao chủ trì nhiệm vụ`, and not everybody.
  [[nodiscard]] Span with_relative(Span list) const;
  // A verb that its subject does, at `at`.
  [[nodiscard]] bool acts_at(std::uint32_t at) const;

 private:
  // Between the case and who acts in it: `Trường hợp ... thì Công an xã ...`.
  static constexpr std::string_view kThen = " thì ";

  [[nodiscard]] std::uint32_t behind_number(std::uint32_t at) const;
  bool take_acting_person(std::uint32_t at, std::uint32_t begin);
  [[nodiscard]] std::uint32_t behind_opening(std::uint32_t at) const;
  [[nodiscard]] bool is_shared_act(std::uint32_t at) const;
  [[nodiscard]] bool ends_in_those_told(std::uint32_t at) const;
  [[nodiscard]] std::string_view folded() const { return r_.text.folded; }
  [[nodiscard]] std::string_view text() const { return r_.text.text; }
  bool take_person(std::uint32_t at);
  bool take_assembly(std::uint32_t at);
  bool take_concerned(std::uint32_t at);
  bool take_actor(std::uint32_t at);
  bool subject_behind_case(std::uint32_t at);
  [[nodiscard]] std::uint32_t next_duty(Span list) const;
  bool subject_behind_opening(std::uint32_t at);
  [[nodiscard]] bool goes_on_with_nouns(std::uint32_t at) const;
  bool subject_behind_head();
  [[nodiscard]] bool has_opening_phrase(std::uint32_t at) const;
  [[nodiscard]] std::size_t sentence_end() const;
  bool take_subject(std::uint32_t at, bool needs_verb);
  void take_doer();
  void take_doer_behind();
  [[nodiscard]] bool names_an_act(std::string_view words) const;
  bool take_ordered(Span list, std::vector<std::string>& leads);
  [[nodiscard]] bool opens_list() const;
  [[nodiscard]] Span with_rest_of_name(Span list) const;
  [[nodiscard]] std::uint32_t before_duty(Span list) const;

  const Reading& r_;
  Span body_;
  const std::vector<Match>& matches_;
  Roles& roles_;
};

}  // namespace kehoach
