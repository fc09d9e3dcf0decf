// Stage 2: from what a file holds to one clean string in paragraphs.
//
// Letters become NFC (ICU); spaces of all kinds one blank; dashes of all kinds
// '-'; soft hyphens, zero-width and control characters go; `Ð`, `ð` become `Đ`,
// `đ`, and Cyrillic look-alikes inside Latin words their Latin twins. Markdown
// marks go, its tables and the one-cell-a-line tables of web crawls become
// cells. Running heads go. Lines that only the width of the page broke are
// joined, across page breaks too. Tone placement and spelling stay as printed.
#pragma once

#include "model/model.h"
#include "rulebook/rulebook.h"

namespace kehoach {

// Pure and total. Every byte of the result leads back to `source.text` through
// `NormalText::source`. Normalising a normalised text changes nothing.
//
//   normalise("Ke\u0302\u0301  hoạch\nsố 5").text == "Kế hoạch số 5\n"
//
// Linear in the length of the text.
[[nodiscard]] NormalText normalise(const SourceText& source);

// `text` with the words mended that were recognised wrongly, by the rules of
// `mend.toml`; a diagnostic, `text-mended`, for each rule tells what was read,
// what it became and how often. Rules for text layers apply to these too; text
// without pages is mended in one way alone: where a converter lost many spaces
// between syllables they stand again, and `spaces-lost` says how many.
//
//   "MỤC TIỂU NĂM 2025" -> "MỤC TIÊU NĂM 2025"
//
// Every byte leads back to the source as before. With a `log` the questions to
// the rules are kept there, their spans in the text before.
[[nodiscard]] NormalText mended(NormalText text, const SourceText& source,
                                const Rulebook& rules, LookLog* log = nullptr);

// Makes cells of the paragraphs of tables whose source gives each cell as a
// line and no more, where `rules` know their heads and the rows fit them: a
// number, then a cell below each head, or below those that it may stand under.
//
//   "TT\nNhiệm vụ\nChủ trì\nThời gian\n1\nRà soát\nSở Y tế\nQuý I\n2\n..."
//
// The text stays as it is. Linear in its paragraphs.
void raise_tables(NormalText& text, const Rulebook& rules);

}  // namespace kehoach
