// Private to the search for the document in a web page: what each node holds.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "read/html_text.h"
#include "read/html_tree.h"

namespace kehoach {

// Kinds of lines that administrative documents have, as bits.
enum FormMark : std::uint32_t {
  kMotto = 1U << 0U,
  kNumber = 1U << 1U,
  kPlaceDate = 1U << 2U,
  kDocumentType = 1U << 3U,
  kBasis = 1U << 4U,
  kPart = 1U << 5U,
  kRecipients = 1U << 6U,
  kSignature = 1U << 7U,
  kAppendix =
      1U << 8U,  // an appendix or a note; no mark of the document itself
};
constexpr std::uint32_t kDocumentMarks = kAppendix - 1;

// The marks of one line of text, its white space collapsed.
[[nodiscard]] std::uint32_t form_marks(std::string_view line);

// Sums over a node and all that stands in it.
struct HtmlEvidence {
  std::uint32_t marks = 0;
  std::uint32_t lines = 0;
  std::uint32_t letters = 0;       // bytes of text
  std::uint32_t link_letters = 0;  // of these in links
  std::uint32_t links = 0;
  [[nodiscard]] double link_share() const {
    return letters == 0 ? 0 : static_cast<double>(link_letters) / letters;
  }
};

// One for each node of the tree.
[[nodiscard]] std::vector<HtmlEvidence> gather_evidence(const HtmlTree& tree,
                                                        HtmlCharset charset);

}  // namespace kehoach
