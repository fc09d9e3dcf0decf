// Private to the room: who issued a document, who signed it, who receives it.
#pragma once

#include "extract/facts.h"

namespace kehoach {

// True for the nodes that speak for the document: those of the decision that
// issues the plan, where there is one, else all.
[[nodiscard]] inline bool is_own(const Reading& reading, const Node& node) {
  const std::uint32_t inside = reading.outline.plan_begin;
  return inside == 0 || node.span.begin < inside;
}

// True for `(Ban hành kèm theo Nghị quyết số 35-NQ/TU ...)` right below the
// title: it says where the programme that the title names comes from, and is
// part of the title. A plan without a number of its own has the one in the
// bracket, which then is no such source.
[[nodiscard]] bool is_source_of_title(const Reading& reading,
                                      const Document& document,
                                      std::size_t node);

// Where `Số: 12/...` begins in a letterhead's line, which may name a body in
// capitals before it; npos if nowhere.
[[nodiscard]] std::size_t number_in_head(std::string_view line);

// The lines around a plan as their readers take them: what a converter tore
// into letters is one word again, and a diagnostic says so.
class FrameText {
 public:
  FrameText(const Reading& reading, std::vector<Diagnostic>& diagnostics)
      : reading_(reading), diagnostics_(diagnostics) {}

  [[nodiscard]] std::string operator()(Span line) const;

 private:
  const Reading& reading_;
  std::vector<Diagnostic>& diagnostics_;
};

// The text under KẾ HOẠCH without that word, or what stands behind `V/v` of a
// letter. Empty where there is none.
[[nodiscard]] std::string read_title(const Reading& reading,
                                     const FrameText& lines,
                                     const Document& document);

// Whom the opening names as the author, as written but for `Ủy ban nhân dân`:
// `UBND tỉnh ban hành Kế hoạch`, `Trường THPT Phú Khê xây dựng Kế hoạch`. Empty
// where it names nobody.
[[nodiscard]] std::string issuer_in_text(const Reading& reading,
                                         const Document& document);

// `Cửu Hà`, the place of that unit that the text speaks of as its own: `trên
// địa bàn tỉnh Cửu Hà`. Empty where it speaks of none.
[[nodiscard]] std::string place_in_text(const Reading& reading,
                                        std::string_view unit);

// Sets issuer and level: the letterhead's lines as one name, `Ủy ban nhân dân
// tỉnh Vĩnh Long`, or, where the letterhead is lost, what the opening says. A
// place that only the date line gives is taken from `document`, and so is an
// issuer that another line gave, where neither names one.
void read_issuer(const Reading& reading, const FrameText& lines,
                 Document& document);

// Sets signer, signer's title and recipients.
void read_back_matter(const Reading& reading, const FrameText& lines,
                      Document& document);

}  // namespace kehoach
