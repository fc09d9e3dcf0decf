#include "ingest/archive_reader.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <optional>

#include "ingest/gzip_stream.h"
#include "ingest/member_name.h"
#include "text/text.h"

namespace kehoach {
namespace {

using namespace std::string_view_literals;

constexpr auto kEncrypted = "is encrypted; unpack it with its password"sv;
constexpr auto kCutGzip = "gzip: it is cut";
// Blocks without a byte that one member may have before it counts as damaged.
constexpr int kMostEmptyBlocks = 1000;

struct Free {
  void operator()(archive* reader) const { archive_read_free(reader); }
};
using Reader = std::unique_ptr<archive, Free>;

// libarchive gives names in the charset of the locale: let that be UTF-8,
// wherever the program runs.
class Utf8Locale {
 public:
  Utf8Locale() : own_(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {}
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;
  ~Utf8Locale() {
    if (own_ != nullptr) freelocale(own_);
  }

  // Does `work` under it; no other thread sees that.
  template <typename Work>
  auto during(Work work) const {
    if (own_ == nullptr) return work();
    const locale_t before = uselocale(own_);
    auto result = work();
    uselocale(before);
    return result;
  }

 private:
  locale_t own_;
};

// In a compressed file stands a TAR, or a file of any kind, documents that are
// ZIP files among them.
Reader make_reader(bool compressed) {
  Reader reader(archive_read_new());
  archive* const a = reader.get();
  archive_read_support_format_tar(a);
  archive_read_support_format_empty(a);
  if (compressed) {
    // Only what is compiled in: for others libarchive would start programs.
    archive_read_support_filter_bzip2(a);
    archive_read_support_filter_xz(a);
    archive_read_support_filter_zstd(a);
    archive_read_support_format_raw(a);
  } else {
    archive_read_support_format_zip(a);
    archive_read_support_format_7zip(a);
    archive_read_support_format_rar(a);
    archive_read_support_format_rar5(a);
  }
  return reader;
}

bool open_reader(archive* reader, std::string_view bytes) {
  return archive_read_open_memory(reader, bytes.data(), bytes.size()) ==
         ARCHIVE_OK;
}

std::string damage_of(archive* reader) {
  const char* said = archive_error_string(reader);
  return damage(said == nullptr ? "unreadable" : said);
}

// ---- gzip

// How it ends: a wrong check sum is known there only, and then nothing before
// it is to be trusted. `block` where the end is beyond a limit.
GzipStream::Next check_gzip(std::string_view bytes, MemberSink& sink) {
  GzipStream gzip(bytes);
  GzipStream::Next next = gzip.next();
  for (; next == GzipStream::Next::block; next = gzip.next()) {
    if (sink.budget().spend_bytes(gzip.block().size())) continue;
    sink.fail(sink.budget().problem());
    return next;
  }
  if (next == GzipStream::Next::broken)
    sink.fail(damage("gzip: " + std::string(gzip.problem())));
  return next;
}

la_ssize_t give_block(archive* reader, void* stream, const void** block) {
  auto& gzip = *static_cast<GzipStream*>(stream);
  const GzipStream::Next next = gzip.next();
  if (next == GzipStream::Next::end) return 0;
  if (next != GzipStream::Next::block) {
    archive_set_error(reader, EIO, "%s", kCutGzip);
    return ARCHIVE_FATAL;
  }
  *block = gzip.block().data();
  return static_cast<la_ssize_t>(gzip.block().size());
}

// ---- members

// The content of the entry that the reader stands at.
class Content {
 public:
  // `paid`: what is unpacked was taken off the budget before.
  Content(archive* reader, UnpackBudget& budget, bool paid)
      : reader_(reader), budget_(budget), paid_(paid) {}

  // Error: damaged, or beyond a limit.
  [[nodiscard]] Result<std::string> read();
  // Reads to the end what nobody has read: left to libarchive, a bomb would be
  // unpacked for hours.
  void pass_over();
  // Nothing is to be read.
  void refuse() { begun_ = true; }
  // Why nothing behind it can be read; empty where that is possible.
  [[nodiscard]] const std::string& end_of_all() const { return end_of_all_; }

 private:
  enum class Next : std::uint8_t { block, end, broken };
  [[nodiscard]] Next next();
  // Appends the block, unless the content is too large for memory.
  [[nodiscard]] bool keep();

  archive* reader_;
  UnpackBudget& budget_;
  bool paid_, begun_ = false, too_large_ = false;
  int empty_blocks_ = 0;
  std::string_view block_;
  std::uint64_t begin_ = 0;  // of the block
  std::string bytes_, problem_, end_of_all_;
};

Content::Next Content::next() {
  const void* block = nullptr;
  std::size_t size = 0;
  la_int64_t offset = 0;
  const int code = archive_read_data_block(reader_, &block, &size, &offset);
  if (code == ARCHIVE_EOF) return Next::end;
  empty_blocks_ = size == 0 ? empty_blocks_ + 1 : 0;
  if (empty_blocks_ > kMostEmptyBlocks) {
    problem_ = end_of_all_ = damage("no data");
    return Next::broken;
  }
  if (code != ARCHIVE_OK && code != ARCHIVE_RETRY) {
    problem_ = damage_of(reader_);
    if (code == ARCHIVE_FATAL) end_of_all_ = problem_;
    return Next::broken;
  }
  block_ = {static_cast<const char*>(block), size};
  begin_ = static_cast<std::uint64_t>(std::max<la_int64_t>(offset, 0));
  return Next::block;
}

bool Content::keep() {
  // Files with holes leave bytes out.
  const std::uint64_t begin = std::max<std::uint64_t>(begin_, bytes_.size());
  const std::uint64_t most = budget_.limits().member_bytes;
  if (begin > most || block_.size() > most - begin) too_large_ = true;
  const std::uint64_t hole = too_large_ ? 0 : begin - bytes_.size();
  if (!budget_.spend_bytes(hole + (paid_ ? 0 : block_.size()))) {
    problem_ = end_of_all_ = budget_.problem();
    return false;
  }
  if (too_large_) {
    std::string().swap(bytes_);
    return true;
  }
  bytes_.resize(begin);
  bytes_ += block_;
  return true;
}

Result<std::string> Content::read() {
  begun_ = true;
  while (next() == Next::block && keep()) {
  }
  if (problem_.empty() && too_large_) {
    problem_ = "is larger than the limit of " +
               std::to_string(budget_.limits().member_bytes >> 20) +
               " MB; unpack and split it";
  }
  if (!problem_.empty()) return Failure(Error{Error::Kind::damaged, problem_});
  return std::move(bytes_);
}

void Content::pass_over() {
  if (begun_) return;
  too_large_ = true;
  (void)read();
}

// What stands next in an archive.
struct Header {
  int code = ARCHIVE_OK;
  archive_entry* entry = nullptr;
  std::string name;

  // Else the end, or a damage behind which libarchive may find another header
  // (ARCHIVE_RETRY) or not.
  [[nodiscard]] bool is_entry() const {
    return code == ARCHIVE_OK || code == ARCHIVE_WARN;
  }
};

Header next_header(archive* reader, const Utf8Locale& locale) {
  return locale.during([&] {
    Header header;
    header.code = archive_read_next_header(reader, &header.entry);
    if (!header.is_entry()) return header;
    const char* name = archive_entry_pathname(header.entry);
    if (name != nullptr) header.name = readable_name(name);
    return header;
  });
}

Result<std::string> read_entry(archive_entry* entry, Content& content) {
  if (archive_entry_filetype(entry) != AE_IFREG ||
      archive_entry_hardlink(entry) != nullptr) {
    return Failure(
        Error{Error::Kind::unsupported, "neither a file nor a folder"});
  }
  if (archive_entry_is_data_encrypted(entry) != 0) {
    content.refuse();
    return Failure(Error{Error::Kind::encrypted, std::string(kEncrypted)});
  }
  return content.read();
}

// False when the walk is over.
bool take_entry(archive* reader, const Header& header, bool paid,
                MemberSink& sink) {
  if (!sink.budget().spend_entry()) {
    sink.fail(sink.budget().problem());
    return false;
  }
  Content content(reader, sink.budget(), paid);
  const bool wanted = archive_entry_filetype(header.entry) != AE_IFDIR &&
                      (leads_out(header.name) || !is_hidden(header.name));
  if (wanted && !sink.take(header.name,
                           [&] { return read_entry(header.entry, content); })) {
    return false;
  }
  content.pass_over();
  if (content.end_of_all().empty()) return true;
  sink.fail(content.end_of_all());
  return false;
}

// The name of the first file in a ZIP; empty if it has none.
std::string_view first_zip_name(std::string_view zip) {
  constexpr std::size_t kHeader = 30;
  if (zip.size() < kHeader) return {};
  const auto byte = [&](std::size_t at) {
    return static_cast<std::size_t>(static_cast<unsigned char>(zip[at]));
  };
  return zip.substr(kHeader, byte(26) | byte(27) << 8);
}

// Office Open XML must have the one file, OpenDocument and EPUB the other.
bool makes_document(std::string_view name) {
  return name == "[Content_Types].xml" || name == "mimetype";
}

}  // namespace

bool is_office_document(std::string_view zip) {
  if (makes_document(first_zip_name(zip))) return true;
  const Reader reader(archive_read_new());
  archive_read_support_format_zip_seekable(reader.get());
  if (!open_reader(reader.get(), zip)) return false;
  archive_entry* entry = nullptr;
  while (archive_read_next_header(reader.get(), &entry) >= ARCHIVE_WARN) {
    const char* name = archive_entry_pathname(entry);
    if (name != nullptr && makes_document(name)) return true;
  }
  return false;
}

void read_archive(std::string_view bytes, MemberSink& sink) {
  std::optional<GzipStream> gzip;
  bool cut = false;
  if (is_gzip(bytes)) {
    const GzipStream::Next end = check_gzip(bytes, sink);
    cut = end == GzipStream::Next::cut;
    if (!cut && end != GzipStream::Next::end) return;
    gzip.emplace(bytes);
  }
  const Reader reader = make_reader(is_compressed(bytes));
  const Utf8Locale locale;
  const bool opened = gzip
                          ? archive_read_open(reader.get(), &*gzip, nullptr,
                                              give_block, nullptr) == ARCHIVE_OK
                          : open_reader(reader.get(), bytes);
  if (!opened) return sink.fail(damage_of(reader.get()));
  bool first = true;
  while (true) {
    Header header = next_header(reader.get(), locale);
    // A TAR may end before the gzip does.
    if (header.code == ARCHIVE_EOF && cut) return sink.fail(damage(kCutGzip));
    if (header.code == ARCHIVE_EOF) return;
    if (!header.is_entry()) {
      const bool encrypted =
          first && archive_read_has_encrypted_entries(reader.get()) == 1;
      return sink.fail(encrypted ? std::string(kEncrypted)
                                 : damage_of(reader.get()));
    }
    first = false;
    if (archive_format(reader.get()) == ARCHIVE_FORMAT_RAW) {
      // Nothing was taken off: the signature alone makes no compressed file.
      if (!gzip && archive_filter_count(reader.get()) < 2)
        return sink.fail(damage("no compressed data"));
      header.name = name_inside(sink.container());
    }
    if (!take_entry(reader.get(), header, gzip.has_value(), sink)) return;
  }
}

}  // namespace kehoach
