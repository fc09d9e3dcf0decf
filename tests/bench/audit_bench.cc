// An audit of one pair, after loading: the parent prepared anew, and once for
// many children.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "audit/audit.h"
#include "pipeline.h"

namespace kehoach {
namespace {

const Rulebook& rules() {
  static const Result<Rulebook> book = default_rulebook();
  if (!book.has_value()) std::abort();
  return *book;
}

Plan plan(const char* name) {
  std::ifstream in(std::string(KEHOACH_SOURCE_DIR) + "/corpus/" + name,
                   std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  auto read = read_plan(bytes, name, rules());
  if (!read.has_value()) std::abort();
  return std::move(*read);
}

const Plan& parent() {
  static const Plan one = plan("03-ke-hoach-218-tinh-cuu-ha.txt");
  return one;
}

const Plan& child() {
  static const Plan one = plan("05-ke-hoach-96-huyen-an-trach.txt");
  return one;
}

void audit_one_pair(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(audit(parent(), child(), rules().audit()));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(audit_one_pair);

void audit_another_child(benchmark::State& state) {
  const Auditor auditor(parent(), rules().audit());
  for (auto _ : state) benchmark::DoNotOptimize(auditor.audit(child()));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(audit_another_child);

// The longest pair that the corpus has.
void audit_itself(benchmark::State& state) {
  const Auditor auditor(parent(), rules().audit());
  for (auto _ : state) benchmark::DoNotOptimize(auditor.audit(parent()));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(audit_itself);

}  // namespace
}  // namespace kehoach
