// How well plans were read, as tables.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "report/layout.h"
#include "report/report.h"

namespace kehoach {
namespace {

// Rows of one kind stand together: `references.parents`, `references strict`.
std::string_view kind_of(std::string_view row) {
  return row.substr(0, row.find_first_of(". "));
}

std::vector<std::string> rows_of(const Evaluation& run) {
  std::set<std::string> names(kHeadline.begin(), kHeadline.end());
  for (const auto& [name, count] : run.rows) names.insert(name);
  std::vector<std::string> rows(names.begin(), names.end());
  std::stable_sort(rows.begin(), rows.end(),
                   [](const std::string& a, const std::string& b) {
                     return kind_of(a) < kind_of(b);
                   });
  return rows;
}

// A row that no document had is no success.
double f1_of(const Evaluation& run, const std::string& row) {
  return run.rows.count(row) > 0 ? run.row(row).f1() : 0.0;
}

// The notes of `run` that `other` lacks; each as often as it stands.
std::string notes_besides(const Evaluation& run, const Evaluation& other,
                          std::string_view sign, const Style& style,
                          Colour colour) {
  std::string out;
  for (const auto& [name, notes] : run.misses) {
    std::multiset<std::string> known;
    if (const auto at = other.misses.find(name); at != other.misses.end())
      known.insert(at->second.begin(), at->second.end());
    for (const std::string& note : notes) {
      const auto same = known.find(note);
      if (same != known.end()) {
        known.erase(same);
        continue;
      }
      out += wrap(fmt::format("  {} ", paint(style, colour, sign)),
                  printable(name + ": " + note), 4, style.width);
    }
  }
  return out;
}

}  // namespace

std::string score_text(const Evaluation& run) {
  std::string out =
      fmt::format("{} documents, {} read\n", run.documents, run.read);
  out += fmt::format("{:44}{:>7}{:>7}{:>7}{:>7}{:>7}\n", "", "P", "R", "F1",
                     "gold", "found");
  for (const std::string& row : rows_of(run)) {
    const Count c = run.row(row);
    const bool any = run.rows.count(row) > 0;
    out += fmt::format("{:44}{:7.3f}{:7.3f}{:7.3f}{:7}{:7}\n", row,
                       any ? c.precision() : 0.0, any ? c.recall() : 0.0,
                       f1_of(run, row), c.gold, c.found);
  }
  return out + fmt::format("mean strict F1 of the five kinds: {:.3f}\n",
                           run.mean_strict_f1());
}

std::string certainty_text(const Evaluation& run) {
  constexpr std::array<Certainty, 3> kSure = {
      Certainty::high, Certainty::medium, Certainty::low};
  std::string out = fmt::format("{:14}", "right, found");
  for (const Certainty level : kSure)
    out += fmt::format("{:>16}", name_of(level));
  out += '\n';
  for (const std::string_view kind :
       {"references", "obligations", "deadlines", "targets", ""}) {
    out += fmt::format("{:14}", kind.empty() ? "all" : kind);
    for (const Certainty level : kSure) {
      const Count c = run.sure(kind, level);
      const std::string share =
          c.found == 0 ? "-" : fmt::format("{:.3f}", c.precision());
      out += fmt::format("{:>9}{:>7}", share, c.found);
    }
    out += '\n';
  }
  return out;
}

std::string misses_text(const Evaluation& run, const Style& style) {
  std::string out;
  for (const auto& [name, notes] : run.misses) {
    out += paint(style, Colour::strong, printable(name)) + "\n";
    for (const std::string& note : notes)
      out += wrap("  ", printable(note), 4, style.width);
  }
  return out;
}

std::string changes_text(const Evaluation& before, const Evaluation& now,
                         const Style& style) {
  std::string out;
  for (const std::string& row : rows_of(now)) {
    const double from = f1_of(before, row);
    const double to = f1_of(now, row);
    if (from == to) continue;
    out += fmt::format("  {:38}{:.3f} -> {:.3f}  {}\n", row, from, to,
                       paint(style, to > from ? Colour::good : Colour::bad,
                             fmt::format("{:+.3f}", to - from)));
  }
  if (!out.empty()) out.insert(0, "F1\n");
  const std::string gains =
      notes_besides(before, now, "+", style, Colour::good);
  const std::string losses =
      notes_besides(now, before, "-", style, Colour::bad);
  if (!gains.empty()) out += "gained: no longer wrong\n" + gains;
  if (!losses.empty()) out += "lost: wrong now\n" + losses;
  if (out.empty()) return "nothing changed\n";
  return out + fmt::format("mean strict F1: {:.3f} -> {:.3f}\n",
                           before.mean_strict_f1(), now.mean_strict_f1());
}

}  // namespace kehoach
