// Judges what a page of a PDF says of itself.
#pragma once

#include "read/page_image.h"
#include "read/pdf_page.h"
#include "read/pdf_stamps.h"

namespace kehoach {

enum class TextLayer {
  good,
  none,     // no words on the page itself
  sparse,   // few words: a stamp on a picture, or a short page
  rubbish,  // words, but not what is printed
};

// Judges by the words alone. Notes don't count: they are stamps and numbers
// that signing software put onto a scan.
//
// Rubbish is what holds too few possible Vietnamese syllables: the reading of
// another language's recogniser (`CONG HOA xA HQI CilU`), letters with a broken
// map to Unicode (`6Ӣ CÔNG`), lost vowels (`thành phHà Nội`). Letters that are
// one for one another's (`ƣ` for `ư`) are mended before; they are no rubbish.
// Nor is what was typed without marks (`KE HOACH trien khai`), on a page
// without pictures: on one with pictures it is a reading of them.
[[nodiscard]] TextLayer judge_text_layer(const PdfPage& page);

// The share of the ink of `image` that stands under the words of `page`; 1 for
// a page without ink. Pictures and drawn lines are ink too.
[[nodiscard]] double covered_ink(const PageImage& image, const PdfPage& page);

// How coarse a page may be drawn for `covered_ink`.
inline constexpr float kInkDpi = 50;
// A page of which less ink is covered holds text that is no text.
inline constexpr double kLeastCovered = 0.2;

// The words that were `recognised` on a page, and with them those of its
// `layer` that are worth more: all notes, and the words themselves if they are
// not `rubbish`. Where both say something of one place, the layer is right;
// nothing is recognised under `overprints`, which were taken out of the layer.
[[nodiscard]] PdfPage merged(const PdfPage& layer, bool rubbish,
                             const std::vector<Overprint>& overprints,
                             PdfPage recognised);

// `box` of a page that was not turned, in the page turned by `page.tilt`, and
// the way back.
[[nodiscard]] Box tilted(const PdfPage& page, const Box& box);
[[nodiscard]] Box as_printed(const PdfPage& page, const Box& box);

}  // namespace kehoach
