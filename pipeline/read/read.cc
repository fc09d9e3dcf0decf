#include "read/read.h"

#include "read/file_type.h"
#include "read/html_file.h"
#include "read/page_readers.h"
#include "read/text_file.h"
#include "read/word_reader.h"

namespace kehoach {
namespace {

Result<SourceText> read_pages(PageReaders::Reader PageReaders::*kind,
                              std::string_view bytes, std::string_view path,
                              const ReadOptions& options) {
  const auto readers = page_readers();
  if (!readers)
    return failure(readers.error().kind, path, readers.error().message);
  return ((*readers)->*kind)(bytes, path, options);
}

Result<SourceText> read_word(std::string_view bytes, std::string_view path) {
  const auto reader = word_reader();
  if (!reader)
    return failure(reader.error().kind, path, reader.error().message);
  return (*reader)(bytes, path);
}

}  // namespace

Result<SourceText> read(std::string_view bytes, std::string_view path,
                        const ReadOptions& options) {
  const FileType type = file_type(bytes, path);
  if (type.kind == FileType::Kind::empty) {
    return failure(
        Error::Kind::damaged, path,
        "empty file; get the document again from where it came from");
  }
  if (type.kind == FileType::Kind::locked) {
    return failure(Error::Kind::encrypted, path,
                   "locked by a password; open it in its program, take the "
                   "password away, and save it again");
  }
  if (type.kind == FileType::Kind::cut) {
    return failure(Error::Kind::damaged, path,
                   "this is " + std::string(type.name) +
                       " whose end is missing; get it again from where it "
                       "came from");
  }
  if (type.kind == FileType::Kind::other) {
    return failure(
        Error::Kind::unsupported, path,
        "this is " + std::string(type.name) + "; " + std::string(type.advice));
  }
  if (bytes.size() > kReadLimits.bytes) {
    return failure(Error::Kind::unsupported, path,
                   "larger than 2 GiB; split it into its documents");
  }
  switch (type.kind) {
    case FileType::Kind::pdf:
      return read_pages(&PageReaders::pdf, bytes, path, options);
    case FileType::Kind::html:
      return read_html_file(bytes, path);
    case FileType::Kind::office:
      return read_word(bytes, path);
    case FileType::Kind::image:
      return read_pages(&PageReaders::image, bytes, path, options);
    default:
      return read_text_file(bytes, path);
  }
}

std::vector<Signature> signatures(std::string_view bytes) {
  if (file_type(bytes, "").kind != FileType::Kind::pdf) return {};
  const auto readers = page_readers();
  if (!readers) return {};  // then `read` has said why
  return (*readers)->signatures(bytes);
}

}  // namespace kehoach
