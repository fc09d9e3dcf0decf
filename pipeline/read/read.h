// Stage 1: from the bytes of a file to its text.
//
// The stage is a pure function. It opens no file and prints nothing, and it
// keeps nothing between calls, so any number of threads may call it at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/model.h"

namespace kehoach {

// Which pages are recognised in their pictures (OCR).
enum class OcrMode {
  automatic,  // those whose text layer is missing, covers little or is rubbish
  never,
  always,
};

// Recognisers of text, lent to one thread each and kept for the next document:
// loading one costs a tenth of a second and 15 MB. Any number of threads may
// share a pool.
class OcrPool {
 public:
  // `data`: the folder of `vie.traineddata`; empty means where Tesseract looks.
  explicit OcrPool(std::string data = {});
  OcrPool(const OcrPool&) = delete;
  OcrPool& operator=(const OcrPool&) = delete;
  ~OcrPool();

  // Loads a recogniser. Error: `unsupported`, with what is to be installed.
  [[nodiscard]] Result<bool> probe();

 private:
  friend class BorrowedEngine;
  struct Shelf;
  std::unique_ptr<Shelf> shelf_;
};

struct ReadOptions {
  OcrMode ocr = OcrMode::automatic;
  OcrPool* engines = nullptr;  // none: loaded for this document alone
  unsigned threads = 1;        // for the pages of one document
  bool mend = true;            // letters that fonts and recognisers confuse
  // For a database: the text, for a reading by other rules, and its sketch.
  bool keep = false;
  // Told when a stage begins, and before each page; tells those who wait
  // whether a document is slow or stuck. Called by all `threads`, at once. May
  // be empty.
  StepWatch on_step;
};

// Where reading ends, so that no file costs more than its share. What is beyond
// is refused, or left out with a diagnostic.
struct ReadLimits {
  // Of a file: Poppler counts them in an `int`, spans in 32 bits.
  std::uint64_t bytes = std::numeric_limits<std::int32_t>::max();
  std::size_t pdf_pages = 2'000;
  std::size_t page_letters = 200'000;
  std::size_t page_places = 10'000;  // words and lines that stand apart
  std::size_t page_forms = 50'000;   // drawings within the drawing
  int page_states = 10'000;          // saved at once
  std::size_t cut_pages = 10;        // behind so many a document ends
  std::size_t ocr_pages = 500;
  int ocr_seconds = 60;  // for one page
  // The most that are decoded or drawn for one page: A3 at 400 dpi. One costs a
  // byte, and some ten more while it is recognised.
  std::uint64_t pixels = 32'000'000;
  std::size_t docx_bytes = std::size_t{64} << 20U;  // unpacked
  std::size_t html_tags = 500'000;
};
inline constexpr ReadLimits kReadLimits;

// The text of a document, with its lines and, for paged formats, its words and
// their boxes.
//
// The format is told by the bytes: PDF, PNG, JPEG, TIFF, HTML, DOCX, else text.
// `path` is named in messages, and its ending (`.md`, `.markdown`) decides
// between the media types `text/markdown` and `text/plain`, nothing else.
//
// Text may be in UTF-8, UTF-16 or one of the encodings of old, and be misread
// and saved again in part: see `plain_text`. The byte order mark is dropped,
// CRLF and CR become LF, and bytes that are nothing become U+FFFD with one
// diagnostic, `utf8-repaired`, for all of them. Every line has its
// `SourceLine`, and so has the first of each run of empty ones.
//
// PDF: lines are put together from the places of the words. Two-column blocks
// (letterhead; recipients and signature) give the left column first, then the
// right; each cell of a table is a line of its own that knows its place, by the
// lines that are drawn, else by white. A table that goes on behind a page break
// is one table, its repeated head furniture; a cell that the break tore gives
// two lines of one place. Footnotes stand behind the text, their raised numbers
// read `[1]`. Running heads, page numbers and what was printed over the page
// later (stamps, comments) are marked `furniture`; stamps become data. A page
// without text gives the diagnostic `page-without-text`.
//
// HTML: read as browsers show it, with what they write by themselves (numbers
// of lists) and without what they hide. Each paragraph is a line; cells of
// tables know their place. UTF-8, UTF-16, windows-1252 and windows-1258 are
// told by the bytes; what a page says of its charset counts last.
//
// DOCX: a line is a paragraph, or a piece of one up to a line break; numbers
// and bullets that the word processor makes stand before their text. Hidden and
// deleted text is left out, as are headers and footers, but for the header of
// the first page where it holds the letterhead. Notes stand behind the text.
//
//   read("Số: 12/KH-UBND\r\n", "a.txt")->text == "Số: 12/KH-UBND\n"
//
// Error: `unsupported` for every other format (the message names it) and for
// text whose encoding stays unknown, `damaged` for an empty file or one that
// can't be opened, `encrypted` for one that needs a password, `no_text` where
// there is nothing to read. Linear in the size of a text; a page of a PDF costs
// about 1 ms.
[[nodiscard]] Result<SourceText> read(std::string_view bytes,
                                      std::string_view path,
                                      const ReadOptions& options = {});

// What tells two readings apart that may give other texts of the same bytes:
// the code of this room, its libraries, and the options that matter. No two
// lines.
[[nodiscard]] std::string reading_version(const ReadOptions& options);

// `source` as bytes to be kept, so that its file need not be read again for
// other rules. They begin with the `reading_version` of `options` and '\n', and
// are of use to that version alone. Packing ten pages takes a millisecond and
// gives some 60 KB. Empty where it is too large to be kept.
[[nodiscard]] std::string kept_text(const SourceText& source,
                                    const ReadOptions& options);

// What `kept_text` kept. Error: `damaged`, without a path.
[[nodiscard]] Result<SourceText> text_of_kept(std::string_view kept);

// The electronic signatures in a file, in the order in which they were made;
// none for formats other than PDF.
//
// A signature covers the bytes that the file had when it was made, so all but
// the last say nothing of what was added later (`Signature::whole_file`). The
// certificates themselves are not judged and nothing is fetched.
//
//   signatures(plan)[0] == Signature{.signer = "ỦY BAN NHÂN DÂN TỈNH CỬU HÀ",
//       .time = "2025-09-15T02:07:04Z", .status = SignatureStatus::valid,
//       .whole_file = true}
//
// Never fails: what can't be checked says so. Costs a digest of the file for
// each signature.
[[nodiscard]] std::vector<Signature> signatures(std::string_view bytes);

}  // namespace kehoach
