// Private to the room: what a title carries out without naming its act.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "extract/mentions.h"

namespace kehoach {

// The programmes that a title says the plan carries out: by kind and number,
// `Thực hiện Đề án số 08`, or by their names.
class TitleNames {
 public:
  explicit TitleNames(const Reading& reading) : reading_(reading) {}

  // A paragraph of the title that carries something out.
  void add(Span title);

  // True for the document that bears such a number, and for the basis that
  // issues the programme: `Căn cứ Quyết định số 5/QĐ-UBND ban hành Đề án phát
  // triển rừng trồng`.
  [[nodiscard]] bool hold(const Mention& mention) const;

 private:
  [[nodiscard]] bool has_number(const Mention& mention) const;
  [[nodiscard]] bool is_issued_by(const Mention& mention) const;
  [[nodiscard]] bool has_name(std::string_view text) const;

  const Reading& reading_;
  std::vector<std::pair<std::string, int>> numbers_;  // behind their kinds
  std::string text_;                                  // folded
};

}  // namespace kehoach
