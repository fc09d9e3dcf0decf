// What linking costs: a whole archive anew, and one plan more. Plans of
// provinces, districts and communes, each carrying out the one above it and
// citing others.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <memory>
#include <string>

#include "link/link.h"
#include "store/temp_dir.h"
#include "text/text.h"

namespace kehoach {
namespace {

Reference cites(const std::string& code, const std::string& issuer,
                const std::string& date, const char* relation) {
  Reference r;
  r.evidence.quote = "số " + code;
  r.evidence.rule = "reference.number";
  r.code = code;
  r.type = code.find("CT/") != std::string::npos ? "CT" : "KH";
  if (!issuer.empty()) r.issuer = issuer;
  if (!date.empty()) r.issued_on = date;
  r.relation = relation;
  return r;
}

struct Issued {
  std::string code, issuer, date;
};

Issued issued(const char* unit, std::size_t number) {
  const std::string day = std::to_string(10 + number % 18);
  return {
      std::to_string(1 + number * 7 % 300) + "/KH-UBND",
      std::string("Ủy ban nhân dân ") + unit + " Thứ " + std::to_string(number),
      "2024-0" + std::to_string(1 + number % 9) + "-" + day};
}

Plan plan_of(const Issued& self, const char* level) {
  Plan plan;
  plan.document.type = "KH";
  plan.document.code = self.code;
  plan.document.issuer = self.issuer;
  plan.document.issued_on = self.date;
  plan.document.level = level;
  plan.document.title = "Làm sạch sông, kênh, rạch của " + self.issuer;
  plan.source.media_type = "text/plain";
  plan.text = plan.document.title;
  plan.references.push_back(
      cites("61-CT/TW", "Ban Bí thư", "2024-01-05", "implements"));
  return plan;
}

// One province in 160 plans, eleven districts, the others communes.
Plan nth_plan(std::size_t n) {
  const std::size_t province = n / 160, place = n % 160;
  const Issued top = issued("tỉnh", province);
  if (place == 0) return plan_of(top, "province");
  const std::size_t district = province * 11 + place % 11;
  const Issued middle = issued("huyện", district);
  Plan plan = plan_of(place < 12 ? middle : issued("xã", n),
                      place < 12 ? "district" : "commune");
  auto& refs = plan.references;
  if (place >= 12)
    refs.push_back(
        cites(middle.code, middle.issuer, middle.date, "implements"));
  // Now with the name of the province, now without.
  refs.push_back(cites(top.code, place % 2 == 0 ? top.issuer : "UBND tỉnh",
                       top.date, "implements"));
  refs.push_back(cites("14/2023/QĐ-UBND", "UBND tỉnh", "2023-05-08", "cites"));
  refs.push_back(cites(std::to_string(n % 400) + "/KH-UBND", "", "", "cites"));
  return plan;
}

class Archive {
 public:
  explicit Archive(std::size_t plans)
      : store_(std::move(*open_store(dir_ / "plans.db", Access::write))) {
    must(store_->begin_run({"1", "r"}, plans));
    for (std::size_t n = 0; n < plans; ++n) add(n);
  }
  void add(std::size_t n) {
    const std::string name = "plan " + std::to_string(n);
    must(store_->save_plan(
        {name, SourceStatus::loaded, "", sha256_hex(name), 1}, nth_plan(n)));
  }
  void drop(std::size_t n) {
    must(store_->drop_source("plan " + std::to_string(n)));
  }
  // Gives the number of citations that were decided.
  std::uint64_t link() {
    const auto linked = link_archive(*store_, rules());
    if (!linked) std::abort();
    return linked->looked_at;
  }
  void forget() { must(store_->links().set_rules("")); }

 private:
  static void must(const Result<void>& result) {
    if (!result) std::abort();
  }
  static const Rulebook& rules() {
    static const Rulebook book = std::move(*default_rulebook());
    return book;
  }
  TempDir dir_;
  std::unique_ptr<Store> store_;
};

void link_all(benchmark::State& state) {
  Archive archive(static_cast<std::size_t>(state.range(0)));
  std::uint64_t citations = 0;
  for (auto _ : state) {
    archive.forget();
    citations += archive.link();
  }
  state.SetComplexityN(state.range(0));
  state.counters["citations/s"] = benchmark::Counter(
      static_cast<double>(citations), benchmark::Counter::kIsRate);
}
BENCHMARK(link_all)
    ->Unit(benchmark::kMillisecond)
    ->RangeMultiplier(2)
    ->Range(1250, 20000)
    ->Complexity();

// Linking after one plan came and after it went.
void link_one_more(benchmark::State& state) {
  const auto plans = static_cast<std::size_t>(state.range(0));
  Archive archive(plans);
  archive.link();
  bool there = false;
  for (auto _ : state) {
    state.PauseTiming();
    there ? archive.drop(plans) : archive.add(plans);
    there = !there;
    state.ResumeTiming();
    benchmark::DoNotOptimize(archive.link());
  }
}
BENCHMARK(link_one_more)->Unit(benchmark::kMillisecond)->Arg(1250)->Arg(10000);

}  // namespace
}  // namespace kehoach
