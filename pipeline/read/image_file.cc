#include "read/image_file.h"

#include <numeric>

#include "read/image_pages.h"
#include "read/page_list.h"
#include "read/pdf_text.h"
#include "read/recognise.h"
#include "read/recognition_notes.h"

namespace kehoach {
namespace {

std::string_view media_type(ImageFormat format) {
  switch (format) {
    case ImageFormat::png:
      return "image/png";
    case ImageFormat::jpeg:
      return "image/jpeg";
    case ImageFormat::tiff:
      break;
  }
  return "image/tiff";
}

constexpr auto kDamaged =
    "this image is damaged and can't be opened; get it again from where it "
    "came from";

// What stands in the way of decoding the pages, told by their headers.
std::optional<Failure> obstacle(std::string_view bytes, std::string_view path,
                                ImageFormat format) {
  const auto first = image_header(bytes, format, 0);
  if (!first) return failure(Error::Kind::damaged, path, kDamaged);
  if (std::uint64_t{first->width} * first->height > kReadLimits.pixels) {
    return failure(Error::Kind::unsupported, path,
                   "this image has " + std::to_string(first->width) + " x " +
                       std::to_string(first->height) +
                       " pixels; scan pages at 300 dpi, " +
                       std::to_string(kReadLimits.pixels / 1'000'000) +
                       " million pixels at most");
  }
  return std::nullopt;
}

Result<SourceText> read_pages(std::string_view bytes, std::string_view path,
                              ImageFormat format, const ReadOptions& options) {
  Recogniser recogniser(
      [bytes, format] {
        return [bytes, format](std::size_t page, float dpi) {
          return decode_page(bytes, format, page, dpi);
        };
      },
      options);
  const std::size_t most = kReadLimits.ocr_pages + 1;
  std::vector<std::size_t> pages(image_pages(bytes, format, most));
  std::iota(pages.begin(), pages.end(), std::size_t{0});
  const auto recognised = recogniser.read(pages);
  if (!recognised) {
    return failure(recognised.error().kind, path,
                   "this is a scan, and " + recognised.error().message);
  }
  PagedText text;
  RecognitionNotes notes;
  bool any = false;
  for (const std::size_t i : pages) {
    const Recognised& page = (*recognised)[i];
    any = any || !page.page.words.empty();
    notes.add(i, page);
    text.add(page.page, {}, {});
  }
  SourceText source = text.finish({});
  source.media_type = media_type(format);
  notes.tell(source);
  if (named_pages(bytes, format, most) > pages.size()) {
    source.diagnostics.push_back(
        {Severity::warning,
         "image-damaged",
         "the file breaks off behind page " + std::to_string(pages.size()) +
             ", text may be missing; get it again from where it came from",
         {}});
  }
  if (any) return source;
  // Of the first page the header promised nothing that is too large.
  if (!notes.no_picture.empty() && notes.no_picture.front() == 0)
    return failure(Error::Kind::damaged, path, kDamaged);
  for (const Diagnostic& said : source.diagnostics) {
    if (said.severity == Severity::warning)
      return failure(Error::Kind::damaged, path, said.message);
  }
  return failure(Error::Kind::no_text, path,
                 "no text is to be seen on its " + pages_named(pages));
}

}  // namespace

Result<SourceText> read_image_file(std::string_view bytes,
                                   std::string_view path,
                                   const ReadOptions& options) {
  const std::optional<ImageFormat> format = image_format(bytes);
  if (!format) return failure(Error::Kind::damaged, path, "this is no image");
  if (auto failure = obstacle(bytes, path, *format)) return *failure;
  if (options.ocr == OcrMode::never) {
    return failure(Error::Kind::no_text, path,
                   "this is an image; read it with --ocr auto");
  }
  return read_pages(bytes, path, *format, options);
}

}  // namespace kehoach
