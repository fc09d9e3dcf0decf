#include "read/pdf_file.h"

#include <algorithm>

#include "read/pdf_document.h"
#include "read/pdf_stamps.h"
#include "read/pdf_text.h"

namespace kehoach {
namespace {

Failure fail(Error::Kind kind, std::string_view path,
             const std::string& message) {
  return Failure({kind, std::string(path) + ": " + message});
}

// `2, 4-6`: the numbers of the pages that `is_listed` picks.
template <typename IsListed>
std::string page_list(std::size_t pages, IsListed is_listed) {
  std::string list;
  for (std::size_t first = 0; first < pages; ++first) {
    if (!is_listed(first)) continue;
    std::size_t last = first;
    while (last + 1 < pages && is_listed(last + 1)) ++last;
    if (!list.empty()) list += ", ";
    list += std::to_string(first + 1);
    if (last > first) list.append("-").append(std::to_string(last + 1));
    first = last;
  }
  return list;
}

void warn(SourceText& source, std::string_view code, std::string message) {
  source.diagnostics.push_back(
      {Severity::warning, std::string(code), std::move(message), {}});
}

// Poppler mends a file that was cut off without a word. A whole one has its end
// mark within the last kilobyte (ISO 32000-1, annex H.3.4.2).
bool is_cut_off(std::string_view bytes) {
  constexpr std::size_t kWindow = 1024;
  return bytes.substr(bytes.size() - std::min(bytes.size(), kWindow))
             .find("%%EOF") == std::string_view::npos;
}

void add_diagnostics(std::string_view bytes, const std::vector<bool>& empty,
                     const Complaints& complaints, SourceText& source) {
  const std::string list =
      page_list(empty.size(), [&](std::size_t i) { return empty[i]; });
  if (!list.empty()) {
    warn(source, "page-without-text",
         "no text on pages " + list + "; images there are not read");
  }
  if (is_cut_off(bytes)) {
    warn(source, "pdf-damaged",
         "the PDF ends without its end mark, the end may be missing");
  } else if (complaints.count > 0) {
    warn(source, "pdf-damaged",
         "the PDF is damaged in " + std::to_string(complaints.count) +
             " places, text may be missing; the first: " + complaints.first);
  }
}

// One page at a time: only the text of those before is kept.
Result<SourceText> read_pages(PdfDocument& document, std::string_view bytes,
                              std::string_view path,
                              const Complaints& complaints) {
  PagedText text;
  std::vector<bool> empty(document.pages());
  for (std::size_t i = 0; i < empty.size(); ++i) {
    PdfPage page = document.page(i);
    const std::vector<Overprint> overprints = take_overprints(page);
    empty[i] = page.words.empty();
    text.add(page, overprints, document.fonts());
  }
  if (std::find(empty.begin(), empty.end(), false) == empty.end()) {
    return fail(Error::Kind::no_text, path,
                "no text on its " + std::to_string(empty.size()) +
                    (empty.size() == 1 ? " page" : " pages") +
                    ", it is probably a scan; run text recognition on it and "
                    "read the result");
  }
  SourceText source = text.finish(document.fonts());
  add_diagnostics(bytes, empty, complaints, source);
  return source;
}

}  // namespace

OpenedPdf open_pdf(std::string_view bytes, Complaints& complaints) {
#ifdef KEHOACH_POPPLER_CORE
  return open_with_poppler_core(bytes, complaints);
#else
  return open_with_poppler_cpp(bytes, complaints);
#endif
}

Result<SourceText> read_pdf_file(std::string_view bytes,
                                 std::string_view path) {
  Complaints complaints;
  const OpenedPdf pdf = open_pdf(bytes, complaints);
  if (pdf.encrypted) {
    return fail(Error::Kind::encrypted, path,
                "this PDF needs a password; save a copy without one and read "
                "that");
  }
  if (pdf.document == nullptr || pdf.document->pages() == 0) {
    return fail(Error::Kind::damaged, path,
                "this PDF is damaged and can't be opened; get it again from "
                "where it came from");
  }
  return read_pages(*pdf.document, bytes, path, complaints);
}

}  // namespace kehoach
