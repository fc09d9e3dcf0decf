// What all benchmarks read, and how they count it.
#pragma once

#include <benchmark/benchmark.h>

#include <cstdlib>

#include "bench/archive.h"

namespace kehoach {

// Some plans in text and Markdown: enough not to fit into the first caches.
// KEHOACH_BENCH_BYTES says how long each is at least.
inline const std::vector<ArchiveFile>& documents() {
  const char* bytes = std::getenv("KEHOACH_BENCH_BYTES");
  static const std::vector<ArchiveFile> files = make_archive(
      files_in(std::filesystem::path(KEHOACH_SOURCE_DIR) / "corpus",
               {".txt", ".md"}),
      200, bytes == nullptr ? 0 : std::strtoul(bytes, nullptr, 10));
  return files;
}

// The web pages of corpus/, and beside them the texts that they were made from.
inline const std::vector<ArchiveFile>& pages() {
  static const std::vector<ArchiveFile> files =
      files_in(std::filesystem::path(KEHOACH_SOURCE_DIR) / "corpus", {".html"});
  return files;
}
inline const std::vector<ArchiveFile>& texts_of_pages() {
  static const std::vector<ArchiveFile> files = [] {
    std::vector<ArchiveFile> texts;
    for (ArchiveFile& text :
         files_in(std::filesystem::path(KEHOACH_SOURCE_DIR) / "corpus",
                  {".txt", ".md"})) {
      const std::filesystem::path stem =
          std::filesystem::path(text.name).stem();
      for (const ArchiveFile& page : pages()) {
        if (std::filesystem::path(page.name).stem() == stem)
          texts.push_back(std::move(text));
      }
    }
    return texts;
  }();
  return files;
}

// Runs `work(i)` for each of `files` in turn and counts documents and bytes.
// Says so where there are none.
template <typename Work>
void for_each_document(benchmark::State& state,
                       const std::vector<ArchiveFile>& files, Work work) {
  if (files.empty()) {
    state.SkipWithError("no such documents in corpus/");
    return;
  }
  std::size_t at = 0;
  std::size_t bytes = 0;
  for ([[maybe_unused]] auto _ : state) {
    work(at);
    bytes += files[at].bytes.size();
    at = (at + 1) % files.size();
  }
  state.SetItemsProcessed(state.iterations());
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

}  // namespace kehoach
