#include "read/pdf_file.h"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <algorithm>
#include <limits>
#include <map>
#include <memory>
#include <optional>

#include "read/pdf_text.h"

namespace kehoach {
namespace {

// What Poppler complains about while one document is read. Poppler hands its
// messages to one function for the whole process, on the thread that reads.
struct Complaints {
  std::size_t count = 0;
  std::string first;
};
thread_local Complaints* listener = nullptr;

void listen(const std::string& message, void*) {
  if (listener == nullptr) return;
  if (listener->count++ == 0) listener->first = message;
}

// Collects complaints as long as it lives.
class Listening {
 public:
  explicit Listening(Complaints& complaints) {
    static const bool installed = [] {
      poppler::set_debug_error_function(listen, nullptr);
      return true;
    }();
    listener = installed ? &complaints : nullptr;
  }
  Listening(const Listening&) = delete;
  Listening& operator=(const Listening&) = delete;
  ~Listening() { listener = nullptr; }
};

Failure fail(Error::Kind kind, std::string_view path,
             const std::string& message) {
  return Failure({kind, std::string(path) + ": " + message});
}

// UTF-16 to UTF-8, without control characters. (`ustring::to_utf8` opens a
// converter for each word.)
std::string utf8(const poppler::ustring& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char32_t c = text[i];
    const bool high = c >= 0xD800 && c < 0xDC00;
    if (high && i + 1 < text.size() && text[i + 1] >= 0xDC00 &&
        text[i + 1] < 0xE000) {
      c = 0x10000 + ((c - 0xD800) << 10U) + (text[++i] - 0xDC00U);
    } else if (c >= 0xD800 && c < 0xE000) {
      c = 0xFFFD;
    }
    if (c >= 0x20) append_utf8(out, c);
  }
  return out;
}

// Numbers the names of fonts in the order in which they appear.
class FontNames {
 public:
  std::uint16_t index_of(const std::string& name) {
    const auto [entry, is_new] = indices_.try_emplace(name, names_.size());
    if (is_new) names_.push_back(name);
    return static_cast<std::uint16_t>(std::min<std::size_t>(
        entry->second, std::numeric_limits<std::uint16_t>::max()));
  }
  std::vector<std::string> take() { return std::move(names_); }

 private:
  std::map<std::string, std::size_t> indices_;
  std::vector<std::string> names_;
};

PdfPage words_of(const poppler::page& page, FontNames& fonts) {
  PdfPage out;
  const poppler::rectf rect = page.page_rect();
  out.width = static_cast<float>(rect.width());
  out.height = static_cast<float>(rect.height());
  const bool sideways = page.orientation() == poppler::page::landscape ||
                        page.orientation() == poppler::page::seascape;
  if (sideways) std::swap(out.width, out.height);
  for (const poppler::text_box& box :
       page.text_list(poppler::page::text_list_include_font)) {
    PdfWord word;
    word.text = utf8(box.text());
    if (trim(word.text).empty()) continue;
    const poppler::rectf at = box.bbox();
    word.box = {static_cast<float>(at.left()), static_cast<float>(at.top()),
                static_cast<float>(at.right()),
                static_cast<float>(at.bottom())};
    word.size = static_cast<float>(box.get_font_size());
    word.font = fonts.index_of(box.get_font_name());
    word.quarter_turns = static_cast<std::uint8_t>(box.rotation() & 3);
    word.space_after = box.has_space_after();
    out.words.push_back(std::move(word));
  }
  return out;
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

void add_diagnostics(std::string_view bytes, const std::vector<PdfPage>& pages,
                     const Complaints& complaints, SourceText& source) {
  const std::string empty = page_list(
      pages.size(), [&](std::size_t i) { return pages[i].words.empty(); });
  if (!empty.empty()) {
    warn(source, "page-without-text",
         "no text on pages " + empty + "; images there are not read");
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

Result<SourceText> read_pages(const poppler::document& document,
                              std::string_view bytes, std::string_view path,
                              const Complaints& complaints) {
  std::vector<PdfPage> pages(static_cast<std::size_t>(document.pages()));
  FontNames fonts;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const std::unique_ptr<poppler::page> page(
        document.create_page(static_cast<int>(i)));
    if (page != nullptr) pages[i] = words_of(*page, fonts);
  }
  const bool has_text =
      std::any_of(pages.begin(), pages.end(),
                  [](const PdfPage& page) { return !page.words.empty(); });
  if (!has_text) {
    return fail(Error::Kind::no_text, path,
                "no text on its " + std::to_string(pages.size()) +
                    (pages.size() == 1 ? " page" : " pages") +
                    ", it is probably a scan; run text recognition on it and "
                    "read the result");
  }
  SourceText source = paged_text(pages, fonts.take());
  add_diagnostics(bytes, pages, complaints, source);
  return source;
}

}  // namespace

Result<SourceText> read_pdf_file(std::string_view bytes,
                                 std::string_view path) {
  Complaints complaints;
  const Listening listening(complaints);
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(),
                                            static_cast<int>(bytes.size())));
  if (document != nullptr && document->is_locked()) {
    return fail(Error::Kind::encrypted, path,
                "this PDF needs a password; save a copy without one and read "
                "that");
  }
  if (document == nullptr || document->pages() <= 0) {
    return fail(Error::Kind::damaged, path,
                "this PDF is damaged and can't be opened; get it again from "
                "where it came from");
  }
  return read_pages(*document, bytes, path, complaints);
}

}  // namespace kehoach
