// Archives made in memory, hostile ones too.
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace kehoach {

struct Entry {
  std::string name;
  std::string content;
  unsigned type = AE_IFREG;
  std::string link;  // where a link leads
};

struct ArchiveShape {
  int format = ARCHIVE_FORMAT_ZIP;
  int filter = ARCHIVE_FILTER_NONE;
  const char* options = nullptr;   // libarchive's
  const char* password = nullptr;  // for an option that encrypts
};

inline void need(bool good) {
  if (!good) std::abort();
}

inline std::string make_archive(const std::vector<Entry>& entries,
                                const ArchiveShape& shape = {}) {
  std::string bytes;
  archive* const out = archive_write_new();
  need(archive_write_set_format(out, shape.format) == ARCHIVE_OK);
  need(archive_write_add_filter(out, shape.filter) == ARCHIVE_OK);
  need(archive_write_set_bytes_in_last_block(out, 1) == ARCHIVE_OK);
  if (shape.options != nullptr)
    need(archive_write_set_options(out, shape.options) == ARCHIVE_OK);
  if (shape.password != nullptr)
    need(archive_write_set_passphrase(out, shape.password) == ARCHIVE_OK);
  const auto append = [](archive*, void* to, const void* data,
                         std::size_t size) -> la_ssize_t {
    static_cast<std::string*>(to)->append(static_cast<const char*>(data), size);
    return static_cast<la_ssize_t>(size);
  };
  need(archive_write_open(out, &bytes, nullptr, append, nullptr) == ARCHIVE_OK);
  for (const Entry& entry : entries) {
    archive_entry* const e = archive_entry_new();
    archive_entry_set_pathname(e, entry.name.c_str());
    archive_entry_set_filetype(e, entry.type);
    archive_entry_set_perm(e, 0644);
    archive_entry_set_size(e, static_cast<la_int64_t>(entry.content.size()));
    if (entry.type == AE_IFLNK)
      archive_entry_set_symlink(e, entry.link.c_str());
    need(archive_write_header(out, e) >= ARCHIVE_WARN);
    archive_write_data(out, entry.content.data(), entry.content.size());
    archive_entry_free(e);
  }
  need(archive_write_close(out) == ARCHIVE_OK);
  archive_write_free(out);
  return bytes;
}

inline std::string make_zip(const std::vector<Entry>& entries) {
  return make_archive(entries);
}

// What a ZIP holds under `name`; empty for nothing.
inline std::string member_of(const std::string& zip, std::string_view name) {
  std::string content;
  archive* const in = archive_read_new();
  archive_read_support_format_zip(in);
  archive_entry* entry = nullptr;
  if (archive_read_open_memory(in, zip.data(), zip.size()) == ARCHIVE_OK) {
    while (archive_read_next_header(in, &entry) == ARCHIVE_OK) {
      if (archive_entry_pathname(entry) != name) continue;
      std::array<char, 4096> block{};
      la_ssize_t got = 0;
      while ((got = archive_read_data(in, block.data(), block.size())) > 0)
        content.append(block.data(), static_cast<std::size_t>(got));
    }
  }
  archive_read_free(in);
  return content;
}

// `bytes` alone in a compressed file.
inline std::string compress(const std::string& bytes, int filter) {
  return make_archive({{"x", bytes}}, {ARCHIVE_FORMAT_RAW, filter});
}

inline std::string replace_all(std::string bytes, std::string_view from,
                               std::string_view to) {
  for (std::size_t at = bytes.find(from); at != std::string::npos;
       at = bytes.find(from, at + to.size())) {
    bytes.replace(at, from.size(), to);
  }
  return bytes;
}

inline std::uint32_t crc32_of(std::string_view bytes) {
  std::uint32_t crc = ~std::uint32_t{0};
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit)
      crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320U : 0U);
  }
  return ~crc;
}

inline std::string little_endian(std::uint32_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i)
    out += static_cast<char>(value >> (8 * i) & 0xFF);
  return out;
}

// A RAR 4 archive with one stored file: libarchive writes none.
inline std::string make_rar(const Entry& entry) {
  const auto block = [](const std::string& rest) {
    return little_endian(crc32_of(rest) & 0xFFFF, 2) + rest;
  };
  const auto size = static_cast<std::uint32_t>(entry.content.size());
  const auto name = static_cast<std::uint32_t>(entry.name.size());
  std::string file = "\x74" + little_endian(0x8000, 2);
  file += little_endian(32 + name, 2);
  file += little_endian(size, 4) + little_endian(size, 4) + '\3';
  file += little_endian(crc32_of(entry.content), 4) + little_endian(0, 4);
  file += '\x14';  // version needed
  file += '\x30';  // stored
  file += little_endian(name, 2) + little_endian(0100644, 4) + entry.name;
  const std::string head = "\x73" + little_endian(0, 2) + little_endian(13, 2) +
                           std::string(6, '\0');
  const std::string end =
      "\x7B" + little_endian(0x4000, 2) + little_endian(7, 2);
  return std::string("Rar!\x1A\x07\0", 7) + block(head) + block(file) +
         entry.content + block(end);
}

}  // namespace kehoach
