// Private to the room: a number as the words beside it state it.
#pragma once

#include "extract/facts.h"
#include "extract/quantities.h"
#include "extract/quantity_words.h"
#include "extract/target_due.h"

namespace kehoach {

// A quantity and what the words beside it say.
struct Statement {
  const Quantity* quantity = nullptr;
  Span unit;
  std::uint32_t end = 0;  // of number and unit
  Span prefix;            // all that stands before the number in its clause
  Span subject;           // what is measured, where that stands before
  Span phase;  // ` giai đoạn 2026 - 2030` behind that: when it is reached
  Span act;    // `quan trắc vi nhựa` of `around`
  std::string_view comparator = "=";
  std::uint32_t said = 0;  // where comparator and number begin
  bool reached = false;    // a comparator or a verb of reaching is there
  bool around = false;     // measured on both sides of the number
  bool served = false;     // `hỗ trợ cho 7.000 hộ`
  bool made = false;       // the object of an act, which measures nothing else
};

// Reads what the words around the numbers of one paragraph say.
class Statements {
 public:
  // `product`: the cell of what a task is to yield, where bounds are aims.
  Statements(const Reading& reading, const TargetDue& due, const Node& node,
             bool product)
      : r_(reading),
        words_(reading),
        due_(due),
        node_(node),
        product_(product) {}

  // What stands beside `q`; nothing where it counts what is no target, or what
  // its clause tells of the past. `q` must outlive it.
  [[nodiscard]] std::optional<Statement> read(const Quantity& q) const;

  // True where the number is to be reached or kept, not only told. `before`:
  // the number in front of it in the paragraph, or null.
  [[nodiscard]] bool is_aim(const Statement& s, const Quantity* before) const;

  // `Đề án “Đầu tư 01 triệu căn hộ”`: whether `number` stands in such a name.
  [[nodiscard]] bool is_in_a_name(Span number) const;

 private:
  [[nodiscard]] bool read_unit(Statement& s) const;
  [[nodiscard]] bool is_past(const Quantity& q) const;
  [[nodiscard]] bool tells_how_things_are(const Quantity& q) const;
  [[nodiscard]] bool says(Span span, std::string_view list) const;
  void read_prefix(Statement& s) const;
  void look_behind(Statement& s) const;
  [[nodiscard]] bool is_level(const Statement& s) const;
  void take_phase(Statement& s) const;
  void find_served(Statement& s) const;
  [[nodiscard]] bool is_made(const Statement& s) const;
  [[nodiscard]] bool is_held(const Statement& s) const;
  [[nodiscard]] bool is_nobody(std::string_view doer) const;
  [[nodiscard]] bool take_making(Span& span) const;
  [[nodiscard]] bool take_verb_noun(Span& span) const;
  [[nodiscard]] bool is_kept(const Quantity& q) const;
  [[nodiscard]] bool is_cost(const Statement& s) const;
  [[nodiscard]] bool is_aimed_count(const Statement& s,
                                    const Quantity* before) const;

  [[nodiscard]] std::string_view text() const { return r_.text.text; }
  [[nodiscard]] std::string_view folded() const { return r_.text.folded; }

  const Reading& r_;
  QuantityWords words_;
  const TargetDue& due_;
  const Node& node_;
  bool product_;
};

}  // namespace kehoach
