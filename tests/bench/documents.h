// What all benchmarks read, and how they count it.
#pragma once

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>

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

// The plans of corpus/ that are there in a format and as text too.
struct Rendition {
  ArchiveFile file;
  ArchiveFile text;
};
inline std::vector<Rendition> renditions(const std::string& ending) {
  const std::filesystem::path corpus =
      std::filesystem::path(KEHOACH_SOURCE_DIR) / "corpus";
  const auto stem = [](const ArchiveFile& file) {
    return std::filesystem::path(file.name).stem();
  };
  std::vector<Rendition> out;
  const std::vector<ArchiveFile> texts = files_in(corpus, {".txt", ".md"});
  for (ArchiveFile& file : files_in(corpus, {ending})) {
    for (const ArchiveFile& text : texts) {
      if (stem(text) == stem(file)) out.push_back({std::move(file), text});
    }
  }
  return out;
}

// The web pages of corpus/, and beside them the texts that they were made from.
inline const std::vector<ArchiveFile>& pages() {
  static const std::vector<ArchiveFile> files = [] {
    std::vector<ArchiveFile> out;
    for (Rendition& page : renditions(".html"))
      out.push_back(std::move(page.file));
    return out;
  }();
  return files;
}
inline const std::vector<ArchiveFile>& texts_of_pages() {
  static const std::vector<ArchiveFile> files = [] {
    std::vector<ArchiveFile> out;
    for (Rendition& page : renditions(".html"))
      out.push_back(std::move(page.text));
    return out;
  }();
  return files;
}

// Runs `work` and `floor` in turns, for each of `count` documents, so that a
// noisy machine slows both: the counter `of_floor` says how many times the CPU
// of `floor` the other costs.
template <typename Work, typename Floor>
void beside(benchmark::State& state, std::size_t count, Work work,
            Floor floor) {
  if (count == 0) {
    state.SkipWithError("no such documents");
    return;
  }
  std::clock_t of_work = 0;
  std::clock_t of_floor = 0;
  std::size_t at = 0;
  for ([[maybe_unused]] auto _ : state) {
    const std::clock_t begin = std::clock();
    work(at);
    const std::clock_t middle = std::clock();
    floor(at);
    of_floor += std::clock() - middle;
    of_work += middle - begin;
    at = (at + 1) % count;
  }
  state.counters["of_floor"] =
      static_cast<double>(of_work) /
      static_cast<double>(std::max<std::clock_t>(of_floor, 1));
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
