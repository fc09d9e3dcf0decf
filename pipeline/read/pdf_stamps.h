// Tells what was printed onto a page after it was written: stamps of signing
// software, marks of archives, comments.
#pragma once

#include <vector>

#include "model/stamp.h"
#include "read/pdf_page.h"

namespace kehoach {

struct Overprint {
  std::vector<std::vector<PdfWord>> lines;  // from the top, never empty
  bool is_stamp = false;
  Stamp stamp;  // its page is not set
};

// Takes what was printed over the text of `page` out of it:
//
// - a stamp, by its labels (`Ký bởi:`, `Người ký:`, `Cơ quan:`, `Email:`,
//   `Thời gian ký:`), or by a name with an address or the second of signing
//   under it. In the text of a page two such things must stand together, as
//   plans ask for e-mail addresses too; in an annotation one is enough;
// - a comment: an annotation of more than a few words;
// - the mark of an archive: a time with seconds in the margin.
//
// An annotation of a few words is none of these but text: signing software
// writes the number and the day of a document so (`Số: [542] /TB-UBND`), and
// its place puts it into its line.
//
//   Người ký: Sở Y tế           Stamp{.signer = "Sở Y tế",
//   Cơ quan: Tỉnh Cửu Hà    ->        .organisation = "Tỉnh Cửu Hà",
//   Thời gian ký: 24.04.2018          .time = "24.04.2018 15:17:44 +07:00"}
//   15:17:44 +07:00
[[nodiscard]] std::vector<Overprint> take_overprints(PdfPage& page);

}  // namespace kehoach
