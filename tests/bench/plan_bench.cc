// The stages behind reading, each on what the one before it gives, and the
// whole way.
#include <cstdlib>

#include "bench/documents.h"
#include "extract/extract.h"
#include "normalise/normalise.h"
#include "outline/outline.h"
#include "pipeline.h"
#include "read/read.h"

namespace kehoach {
namespace {

const Rulebook& rules() {
  static const Result<Rulebook> book = default_rulebook();
  if (!book.has_value()) std::abort();
  return *book;
}

// Each document as it arrives at each stage.
struct Stages {
  std::vector<SourceText> sources;
  std::vector<NormalText> texts;
  std::vector<Outline> outlines;
};

const Stages& stages() {
  static const Stages all = [] {
    Stages out;
    for (const ArchiveFile& file : documents()) {
      Result<SourceText> source = read(file.bytes, file.name);
      if (!source.has_value()) std::abort();
      out.sources.push_back(std::move(*source));
      out.texts.push_back(normalise(out.sources.back()));
      out.outlines.push_back(outline(out.texts.back(), rules()));
    }
    return out;
  }();
  return all;
}

void normalise_text(benchmark::State& state) {
  stages();
  for_each_document(state, documents(), [](std::size_t i) {
    benchmark::DoNotOptimize(normalise(stages().sources[i]));
  });
}
BENCHMARK(normalise_text);

void outline_text(benchmark::State& state) {
  stages();
  for_each_document(state, documents(), [](std::size_t i) {
    benchmark::DoNotOptimize(outline(stages().texts[i], rules()));
  });
}
BENCHMARK(outline_text);

void extract_facts(benchmark::State& state) {
  stages();
  for_each_document(state, documents(), [](std::size_t i) {
    benchmark::DoNotOptimize(
        extract(stages().texts[i], stages().outlines[i], rules()));
  });
}
BENCHMARK(extract_facts);

void whole_way(benchmark::State& state) {
  for_each_document(state, documents(), [](std::size_t i) {
    benchmark::DoNotOptimize(
        read_plan(documents()[i].bytes, documents()[i].name, rules()));
  });
}
BENCHMARK(whole_way);

void whole_way_of_web_pages(benchmark::State& state) {
  for_each_document(state, pages(), [](std::size_t i) {
    benchmark::DoNotOptimize(
        read_plan(pages()[i].bytes, pages()[i].name, rules()));
  });
}
BENCHMARK(whole_way_of_web_pages);

// The same plans as text: the floor for pages.
void whole_way_of_their_texts(benchmark::State& state) {
  for_each_document(state, texts_of_pages(), [](std::size_t i) {
    benchmark::DoNotOptimize(read_plan(texts_of_pages()[i].bytes,
                                       texts_of_pages()[i].name, rules()));
  });
}
BENCHMARK(whole_way_of_their_texts);

// The whole way of the plans in one format, beside the same plans as text.
void beside_text(benchmark::State& state, const std::string& ending) {
  const std::vector<Rendition> plans = renditions(ending);
  const auto whole_way_of = [](const ArchiveFile& file) {
    benchmark::DoNotOptimize(read_plan(file.bytes, file.name, rules()));
  };
  beside(
      state, plans.size(), [&](std::size_t i) { whole_way_of(plans[i].file); },
      [&](std::size_t i) { whole_way_of(plans[i].text); });
}
void docx_beside_text(benchmark::State& state) { beside_text(state, ".docx"); }
BENCHMARK(docx_beside_text);
void html_beside_text(benchmark::State& state) { beside_text(state, ".html"); }
BENCHMARK(html_beside_text);

void load_rules(benchmark::State& state) {
  for ([[maybe_unused]] auto _ : state)
    benchmark::DoNotOptimize(default_rulebook());
}
BENCHMARK(load_rules)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace kehoach
