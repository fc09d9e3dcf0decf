// Reading: text, web pages beside gumbo's parsing of them, and PDF beside
// Poppler's own plain text.
#include <gumbo.h>
#include <poppler-document.h>
#include <poppler-page.h>

#include <algorithm>
#include <ctime>
#include <memory>

#include "bench/documents.h"
#include "read/read.h"

namespace kehoach {
namespace {

const std::vector<ArchiveFile>& pdf_documents() {
  static const std::vector<ArchiveFile> all =
      files_in(std::filesystem::path(KEHOACH_SOURCE_DIR) / "corpus", {".pdf"});
  return all;
}

// Whether its pages have text of their own: recognising is measured elsewhere.
bool has_text(const ArchiveFile& file) {
  const auto source = read(file.bytes, file.name);
  return source &&
         std::none_of(source->diagnostics.begin(), source->diagnostics.end(),
                      [](const Diagnostic& diagnostic) {
                        return diagnostic.code == "text-recognised";
                      });
}

// Issued files, where KEHOACH_BENCH_PDFS names their folder.
const std::vector<ArchiveFile>& issued_documents() {
  static const std::vector<ArchiveFile> all = [] {
    std::vector<ArchiveFile> files;
    const char* folder = std::getenv("KEHOACH_BENCH_PDFS");
    if (folder == nullptr) return files;
    for (ArchiveFile& file : files_in(folder, {".pdf"})) {
      if (has_text(file)) files.push_back(std::move(file));
    }
    return files;
  }();
  return all;
}

// `text()` of every page, without words, boxes and fonts.
void read_plain_text(const std::string& bytes) {
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(),
                                            static_cast<int>(bytes.size())));
  for (int p = 0; p < document->pages(); ++p) {
    const std::unique_ptr<poppler::page> page(document->create_page(p));
    benchmark::DoNotOptimize(page->text().to_utf8());
  }
}

void sha256_of_text(benchmark::State& state) {
  for_each_document(state, documents(), [](std::size_t i) {
    benchmark::DoNotOptimize(sha256_hex(documents()[i].bytes));
  });
}
BENCHMARK(sha256_of_text);

void read_text(benchmark::State& state) {
  for_each_document(state, documents(), [](std::size_t i) {
    benchmark::DoNotOptimize(read(documents()[i].bytes, documents()[i].name));
  });
}
BENCHMARK(read_text);

void read_html(benchmark::State& state) {
  for_each_document(state, pages(), [](std::size_t i) {
    benchmark::DoNotOptimize(read(pages()[i].bytes, pages()[i].name));
  });
}
BENCHMARK(read_html);

// The floor: the parser alone, on the whole page.
void gumbo_alone(benchmark::State& state) {
  for_each_document(state, pages(), [](std::size_t i) {
    const std::string& page = pages()[i].bytes;
    GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions,
                                                   page.data(), page.size());
    benchmark::DoNotOptimize(output);
    gumbo_destroy_output(&kGumboDefaultOptions, output);
  });
}
BENCHMARK(gumbo_alone);

void read_pdf(benchmark::State& state) {
  for_each_document(state, pdf_documents(), [](std::size_t i) {
    benchmark::DoNotOptimize(
        read(pdf_documents()[i].bytes, pdf_documents()[i].name));
  });
}
BENCHMARK(read_pdf)->Unit(benchmark::kMillisecond);

// The floor.
void poppler_text_alone(benchmark::State& state) {
  for_each_document(state, pdf_documents(), [](std::size_t i) {
    read_plain_text(pdf_documents()[i].bytes);
  });
}
BENCHMARK(poppler_text_alone)->Unit(benchmark::kMillisecond);

void read_beside_poppler(benchmark::State& state,
                         const std::vector<ArchiveFile>& files) {
  beside(
      state, files.size(),
      [&](std::size_t i) {
        benchmark::DoNotOptimize(read(files[i].bytes, files[i].name));
      },
      [&](std::size_t i) { read_plain_text(files[i].bytes); });
}
void pdf_beside_poppler(benchmark::State& state) {
  read_beside_poppler(state, pdf_documents());
}
BENCHMARK(pdf_beside_poppler)->Unit(benchmark::kMillisecond);
void issued_pdf_beside_poppler(benchmark::State& state) {
  read_beside_poppler(state, issued_documents());
}
BENCHMARK(issued_pdf_beside_poppler)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace kehoach
