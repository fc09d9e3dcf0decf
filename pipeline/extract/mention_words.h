// Private to the room: date and issuer in the words around a number.
#pragma once

#include "extract/mentions.h"

namespace kehoach {

// A boundary of letters at or behind byte `at` of the text.
[[nodiscard]] std::uint32_t align(const Reading& reading, std::uint32_t at);

class MentionWords {
 public:
  explicit MentionWords(const Reading& reading) : reading_(reading) {}

  // `, ngày 25/12/2023 của Bộ Chính trị` behind the number, or the date last.
  void read_behind(const Node& node, Mention& mention) const;

  // What is still not known, from the words before: `theo đề nghị của Sở Y tế
  // tại Tờ trình số ...`, `Ngày 05/3/2024, Sở Y tế đã ban hành Kế hoạch số
  // ...`. `last` is where the number before ends, if any.
  void read_before(const Node& node, std::uint32_t last,
                   Mention& mention) const;

 private:
  void read_date(const Node& node, Mention& mention) const;
  void read_issuer(const Node& node, Mention& mention) const;
  void add_place(Span behind, Mention& mention) const;
  void read_proposer(const Node& node, Mention& mention) const;
  void read_clause(Span clause, bool opens, Mention& mention) const;
  [[nodiscard]] std::size_t issuing_verb_at(std::string_view clause) const;
  [[nodiscard]] Span skip_marks(Span span) const;
  [[nodiscard]] std::uint32_t abbreviation_at(Span span) const;
  [[nodiscard]] std::size_t issuer_end(std::string_view folded) const;
  [[nodiscard]] std::size_t known_issuer(std::string_view folded) const;

  const Reading& reading_;
};

}  // namespace kehoach
