// What rules do, for people who write them, and as `kehoach.rules/1`.

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "report/json_values.h"
#include "report/layout.h"
#include "report/report.h"

namespace kehoach {
namespace {

constexpr std::size_t kFigures = 30;  // columns of the four figures

// The beginning of an id that is wider than its column; ids are ASCII.
std::string in_column(const std::string& id, std::size_t width) {
  return id.size() <= width ? id : id.substr(0, width - 1) + "~";
}

double milliseconds(std::uint64_t nanoseconds) {
  return static_cast<double>(nanoseconds) / 1e6;
}

}  // namespace

std::string rule_use_text(const Rulebook& rules,
                          const std::vector<RuleUse>& uses,
                          std::uint64_t documents, const Style& style) {
  std::vector<std::size_t> order(uses.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) {
                     return uses[a].time > uses[b].time;
                   });
  const std::size_t room = std::min<std::size_t>(style.width - kFigures, 36);
  std::string out = fmt::format("{} documents\n", documents);
  out += fmt::format("{}{:>8}{:>7}{:>6}{:>9}\n", pad("", room), "hits", "kept",
                     "used", "ms");
  std::vector<std::string> never;
  for (const std::size_t i : order) {
    const Rule& rule = rules.rules()[i];
    if (uses[i].kept == 0) never.push_back(rule.id);
    if (uses[i].hits == 0) continue;
    out += fmt::format("{}{:>8}{:>7}{:>6}{:>9.3f}\n",
                       pad(in_column(rule.id, room), room), uses[i].hits,
                       uses[i].kept, uses[i].used, milliseconds(uses[i].time));
  }
  out += wrap("",
              fmt::format("{} of {} rules never matched{}", never.size(),
                          rules.rules().size(),
                          never.empty() ? "" : ": " + join(never, ", ")),
              2, style.width);
  return out;
}

std::string rules_json(const Rulebook& rules,
                       const std::vector<RuleFailure>& failures,
                       const std::vector<RuleUse>& uses,
                       std::uint64_t documents) {
  Json wrong = Json::array();
  for (const RuleFailure& f : failures) {
    wrong.push_back({{"file", f.file},
                     {"line", f.line},
                     {"rule", f.rule},
                     {"message", f.message}});
  }
  Json list = Json::array();
  for (std::size_t i = 0; i < rules.rules().size(); ++i) {
    const Rule& rule = rules.rules()[i];
    Json json = {{"id", rule.id},
                 {"family", name_of(rule.family)},
                 {"file", rule.file},
                 {"line", rule.line},
                 {"examples", rule.examples.size()},
                 {"counterexamples", rule.counterexamples.size()}};
    if (i < uses.size()) {
      json["hits"] = uses[i].hits;
      json["kept"] = uses[i].kept;
      json["used"] = uses[i].used;
      json["ms"] = milliseconds(uses[i].time);
    }
    list.push_back(std::move(json));
  }
  Json json = {{"schema", "kehoach.rules/1"},
               {"failures", std::move(wrong)},
               {"rules", std::move(list)}};
  if (!uses.empty()) json["documents"] = documents;
  return line_of(json);
}

}  // namespace kehoach
