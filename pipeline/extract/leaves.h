// Private to the room: which nodes of the outline direct somebody.
#pragma once

#include "extract/bodies_above.h"

namespace kehoach {

class LeafTest {
 public:
  LeafTest(const Reading& reading, BodiesAbove& above);

  // Why a node is no obligation; empty if it is one.
  [[nodiscard]] std::string_view why_none(const Node& node);

 private:
  [[nodiscard]] bool opens_task_table(const Node& node) const;
  [[nodiscard]] bool is_slogan(const Node& node) const;
  [[nodiscard]] bool is_head_alone(const Node& node) const;
  [[nodiscard]] bool is_condition(const Node& node) const;
  [[nodiscard]] bool is_asked_in_letter(const Node& node) const;
  [[nodiscard]] bool is_arranged(const Node& node) const;
  [[nodiscard]] bool is_only_there(std::uint32_t at) const;
  [[nodiscard]] bool is_person_listed(const Node& node) const;
  [[nodiscard]] bool is_telephone(const Node& node) const;
  [[nodiscard]] bool is_note(const Node& node) const;
  [[nodiscard]] bool is_caption(const Node& node) const;
  [[nodiscard]] bool names_bodies_alone(const Node& node) const;

  const Reading& r_;
  BodiesAbove& above_;
  bool is_letter_;  // it has no parts, and no items
};

}  // namespace kehoach
