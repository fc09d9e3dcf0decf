// What an operator sees: paths, imports, the state of the database.

#include <fmt/format.h>

#include "report/layout.h"

namespace kehoach {
namespace {

constexpr std::size_t kStatusWidth = 13;
constexpr std::size_t kMostProblems = 20;

Colour colour_of(SourceStatus status) {
  if (status == SourceStatus::loaded) return Colour::good;
  return is_failure(status) ? Colour::bad : Colour::dim;
}

// `24 loaded, 12 duplicate`; statuses without a path are left out.
std::string counts_words(const StatusCounts& counts) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < kSourceStatuses; ++i) {
    const auto status = static_cast<SourceStatus>(i);
    if (counts[status] > 0)
      parts.push_back(fmt::format("{} {}", counts[status], name_of(status)));
  }
  return join(parts, ", ");
}

std::string plural(std::uint64_t count, std::string_view one) {
  return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s");
}

}  // namespace

std::string source_line(const Source& source, const Style& style) {
  std::string status = pad(name_of(source.status), kStatusWidth);
  if (status.back() != ' ') status += ' ';
  std::string line =
      paint(style, colour_of(source.status), status) + printable(source.path);
  if (!source.reason.empty()) line += ": " + printable(source.reason);
  return line + "\n";
}

std::string ledger_line(const Source& source, const Style& style) {
  std::string line = source_line(source, style);
  std::string more;
  if (source.stage) more = name_of(*source.stage);
  if (source.milliseconds > 0) {
    more += fmt::format("{}{:.1f} s", more.empty() ? "" : ", ",
                        static_cast<double>(source.milliseconds) / 1000);
  }
  if (more.empty()) return line;
  line.pop_back();
  return line + " (" + more + ")\n";
}

std::string near_text(const NearPair& pair, const Style& style) {
  const std::string share =
      paint(style, Colour::strong, fmt::format("{:.2f}", pair.share));
  const std::string note =
      pair.one_plan ? paint(style, Colour::dim, " (versions of one plan)") : "";
  return share + note + "\n  " + document_line(pair.document) + "  " +
         document_line(pair.other);
}

std::string forecast_line(const Source& source, std::string_view forecast,
                          const Style& style) {
  std::string line = paint(style, Colour::dim, pad(forecast, kStatusWidth)) +
                     printable(source.path);
  if (!source.reason.empty()) line += ": " + printable(source.reason);
  return line + "\n";
}

std::string fixity_line(const FixityCheck& check, const Style& style) {
  return paint(style, Colour::bad, pad(name_of(check.fixity), kStatusWidth)) +
         printable(check.source.path) + ": " + printable(check.reason) + "\n";
}

std::string fixity_text(const FixityCounts& counts) {
  std::vector<std::string> parts;
  std::uint64_t total = 0;
  for (std::size_t i = 0; i < kFixities; ++i) {
    total += counts.by_fixity[i];
    if (counts.by_fixity[i] > 0) {
      parts.push_back(fmt::format("{} {}", counts.by_fixity[i],
                                  name_of(static_cast<Fixity>(i))));
    }
  }
  return fmt::format("{}{}{}{}\n", plural(total, "file"),
                     parts.empty() ? "" : ": ", join(parts, ", "),
                     counts.interrupted ? " (interrupted)" : "");
}

std::string import_text(const StatusCounts& counts, std::string_view database,
                        double seconds, const Style& style) {
  const std::uint64_t total = counts.total();
  std::string text;
  if (total > 0 && counts[SourceStatus::unchanged] == total) {
    text = fmt::format("{}, nothing to do: all are in {} already",
                       plural(total, "path"), printable(database));
  } else {
    text = fmt::format("{} into {}: {}", plural(total, "path"),
                       printable(database), counts_words(counts));
    if (total == 0) text += "nothing was found to import";
  }
  text += fmt::format(" ({:.1f} s)", seconds);
  return wrap("", text, 0, style.width);
}

std::string review_text(const ArchiveStatus& status, const Style& style) {
  std::string out;
  DocumentId document = 0;
  for (const FactToReview& fact : status.to_review) {
    if (fact.document != document) {
      document = fact.document;
      const std::string name =
          fact.code.empty() ? fmt::format("#{}", document) : fact.code;
      out += paint(style, Colour::strong, printable(name)) + "\n";
    }
    const std::string place =
        fact.page > 0 ? fmt::format(", page {}", fact.page) : "";
    out += wrap(fmt::format("  {}{}: ", fact.kind, place),
                printable(fact.quote), 4, style.width);
  }
  return out;
}

std::string status_text(const ArchiveStatus& status, std::string_view database,
                        const Style& style) {
  std::string out = paint(style, Colour::strong, printable(database)) + "\n";
  const auto row = [&](std::string_view label, const std::string& value) {
    out += wrap("  " + pad(label, kStatusWidth), value, kStatusWidth + 2,
                style.width);
  };
  row("documents",
      fmt::format("{}, of {}", status.documents, plural(status.plans, "plan")));
  row("obligations", std::to_string(status.obligations));
  row("deadlines", std::to_string(status.deadlines));
  row("targets", std::to_string(status.targets));
  row("references", std::to_string(status.references));
  row("agencies", std::to_string(status.agencies));
  row("diagnostics", std::to_string(status.diagnostics));
  row("to review",
      fmt::format("{} facts of low certainty", status.to_review.size()));
  if (status.fact_reviews + status.cell_reviews > 0) {
    row("verdicts", fmt::format("{} about facts, {} about cells of audits",
                                status.fact_reviews, status.cell_reviews));
  }
  row("paths", status.paths.total() == 0 ? "0" : counts_words(status.paths));
  if (status.last_reader) {
    const std::string when = status.last_finished_at.empty()
                                 ? "did not finish"
                                 : status.last_finished_at + " UTC";
    row("last import", fmt::format("{}, by kehoach {} with rules {}", when,
                                   status.last_reader->program,
                                   status.last_reader->rules.substr(0, 12)));
  }
  if (!status.problems.empty()) out += "\n";
  std::size_t shown = 0;
  for (const Source& problem : status.problems) {
    if (shown++ == kMostProblems) break;
    out += source_line(problem, style);
  }
  if (status.problems.size() > kMostProblems) {
    out += fmt::format("and {} more: kehoach status --failed\n",
                       status.problems.size() - kMostProblems);
  }
  return out;
}

}  // namespace kehoach
