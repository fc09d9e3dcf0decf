// What stands in a workbook, by its XML.
#pragma once

#include <zip.h>

#include <string>
#include <string_view>

namespace kehoach {

// A member of the ZIP file `bytes`; empty if there is none.
inline std::string workbook_part(const std::string& bytes, const char* name) {
  zip_source_t* const source =
      zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  zip_t* const zip = zip_open_from_source(source, ZIP_RDONLY, nullptr);
  if (zip == nullptr) return "";
  std::string text;
  if (zip_file_t* const file = zip_fopen(zip, name, 0)) {
    char part[4096];
    for (zip_int64_t size = 0;
         (size = zip_fread(file, part, sizeof(part))) > 0;)
      text.append(part, static_cast<std::size_t>(size));
    zip_fclose(file);
  }
  zip_discard(zip);
  return text;
}

inline std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos;
       at = text.find(part, at + part.size()))
    ++count;
  return count;
}

}  // namespace kehoach
