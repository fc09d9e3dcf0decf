// The figures of a run, and the run as `kehoach.eval/1`.

#include <nlohmann/json.hpp>

#include "score/score.h"

namespace kehoach {
namespace {

using Json = nlohmann::ordered_json;

// A share of nothing is all of it, unless something was there after all.
double share(std::uint64_t part, std::uint64_t whole, std::uint64_t other) {
  if (whole > 0) return static_cast<double>(part) / static_cast<double>(whole);
  return other == 0 ? 1.0 : 0.0;
}

Failure no_run(std::string_view why) {
  return Failure(
      Error{Error::Kind::invalid, "no saved run: " + std::string(why) +
                                      "; give a file that --save has written"});
}

}  // namespace

double Count::precision() const { return share(right, found, gold); }
double Count::recall() const { return share(right, gold, found); }
double Count::f1() const {
  const double p = precision();
  const double r = recall();
  return p + r > 0 ? 2 * p * r / (p + r) : 0.0;
}

Count Evaluation::row(std::string_view name) const {
  const auto at = rows.find(name);
  return at == rows.end() ? Count{} : at->second;
}

Count Evaluation::sure(std::string_view kind, Certainty certainty) const {
  Count count;
  for (const JudgedFact& fact : facts) {
    if (fact.certainty != certainty || (!kind.empty() && fact.kind != kind))
      continue;
    ++count.found;
    count.right += fact.right ? 1 : 0;
  }
  return count;
}

double Evaluation::mean_strict_f1() const {
  double sum = 0;
  for (const std::string_view name : kHeadline)
    sum += rows.find(name) == rows.end() ? 0.0 : row(name).f1();
  return sum / static_cast<double>(kHeadline.size());
}

std::string to_json(const Evaluation& run) {
  Json rows = Json::object();
  for (const auto& [name, count] : run.rows) {
    rows[name] = {{"precision", count.precision()},
                  {"recall", count.recall()},
                  {"f1", count.f1()},
                  {"gold", count.gold},
                  {"found", count.found},
                  {"right", count.right}};
  }
  Json misses = Json::object();
  for (const auto& [name, notes] : run.misses) misses[name] = notes;
  Json sure = Json::object();
  for (const char* kind :
       {"references", "obligations", "deadlines", "targets"}) {
    for (const Certainty level :
         {Certainty::high, Certainty::medium, Certainty::low}) {
      const Count count = run.sure(kind, level);
      sure[kind][std::string(name_of(level))] = {{"right", count.right},
                                                 {"found", count.found}};
    }
  }
  const Json json = {
      {"schema", "kehoach.eval/1"}, {"documents", run.documents},
      {"read", run.read},           {"mean_strict_f1", run.mean_strict_f1()},
      {"rows", std::move(rows)},    {"certainty", std::move(sure)},
      {"misses", std::move(misses)}};
  return json.dump(1, ' ', false, Json::error_handler_t::replace);
}

Result<Evaluation> run_from_json(std::string_view text) {
  // The library reports by exception; none leaves this function.
  try {
    const Json json = Json::parse(text);
    if (json.value("schema", "") != "kehoach.eval/1")
      return no_run("not a kehoach.eval/1 object");
    Evaluation run;
    run.documents = json.value("documents", std::uint64_t{0});
    run.read = json.value("read", std::uint64_t{0});
    for (const auto& [name, row] : json.at("rows").items()) {
      run.rows[name] = {row.at("right").get<std::uint64_t>(),
                        row.at("gold").get<std::uint64_t>(),
                        row.at("found").get<std::uint64_t>()};
    }
    for (const auto& [name, notes] : json.at("misses").items())
      run.misses[name] = notes.get<std::vector<std::string>>();
    return run;
  } catch (const nlohmann::json::exception& e) {
    return no_run(e.what());
  }
}

}  // namespace kehoach
