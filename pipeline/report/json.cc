// JSON for other programs.

#include <cmath>

#include "report/json_values.h"
#include "report/report.h"

namespace kehoach {
namespace {

Json document_json(const DocumentSummary& d) {
  return {{"id", d.id},
          {"type", or_null(d.type)},
          {"code", or_null(d.code)},
          {"title", d.title},
          {"issuer", or_null(d.issuer)},
          {"level", or_null(d.level)},
          {"issued_on", or_null(d.issued_on)},
          {"source", or_null(d.source_path)}};
}

Json source_object(const Source& s) {
  return {{"path", s.path},
          {"status", name_of(s.status)},
          {"reason", or_null(s.reason)},
          {"sha256", or_null(s.sha256)},
          {"bytes", s.sha256.empty() ? Json(nullptr) : Json(s.bytes)}};
}

Json ledger_object(const Source& source) {
  Json json = source_object(source);
  json["stage"] = source.stage ? Json(name_of(*source.stage)) : Json(nullptr);
  json["milliseconds"] = source.milliseconds;
  return json;
}

Json counts_object(const StatusCounts& counts) {
  Json paths = Json::object();
  for (std::size_t i = 0; i < kSourceStatuses; ++i) {
    const auto status = static_cast<SourceStatus>(i);
    paths[std::string(name_of(status))] = counts[status];
  }
  return paths;
}

std::string fields_of_event(const Json& json) {
  const std::string line = line_of(json);
  return line.substr(1, line.size() - 2);
}

}  // namespace

std::string source_json(const Source& source) {
  return line_of(source_object(source));
}

std::string ledger_json(const Source& source) {
  return line_of(ledger_object(source));
}

std::string near_json(const NearPair& pair) {
  constexpr double kHundredths = 100;
  return line_of({{"schema", "kehoach.near-duplicate/1"},
                  {"share", std::round(pair.share * kHundredths) / kHundredths},
                  {"one_plan", pair.one_plan},
                  {"documents", Json::array({document_json(pair.document),
                                             document_json(pair.other)})}});
}

std::string forecast_json(const Source& source, std::string_view forecast) {
  Json json = source_object(source);
  json["status"] = forecast;
  return line_of(json);
}

std::string progress_json(const ProgressReport& p) {
  return line_of({{"schema", "kehoach.progress/1"},
                  {"done", p.done},
                  {"found", p.found},
                  {"failed", p.failed},
                  {"path", or_null(p.path)},
                  {"slowest", or_null(p.slowest)},
                  {"slowest_seconds", p.slowest_seconds},
                  {"seconds", p.seconds}});
}

std::string begin_event(const ReaderVersion& reader,
                        std::string_view database) {
  return fields_of_event({{"event", "begin"},
                          {"program", reader.program},
                          {"rules", reader.rules},
                          {"database", database}});
}

std::string path_event(const Source& source) {
  Json json = {{"event", "path"}};
  json.update(ledger_object(source));
  return fields_of_event(json);
}

std::string end_event(const StatusCounts& counts, std::uint64_t left,
                      bool interrupted, double seconds) {
  return fields_of_event({{"event", "end"},
                          {"paths", counts_object(counts)},
                          {"left", left},
                          {"interrupted", interrupted},
                          {"seconds", seconds}});
}

std::string watch_event(std::uint64_t folders) {
  return fields_of_event({{"event", "watch"}, {"folders", folders}});
}

std::string batch_event(const StatusCounts& counts, std::uint64_t left) {
  return fields_of_event(
      {{"event", "batch"}, {"paths", counts_object(counts)}, {"left", left}});
}

std::string death_event(const Source& document, std::string_view worker,
                        bool again) {
  return fields_of_event({{"event", "death"},
                          {"worker", worker},
                          {"path", or_null(document.path)},
                          {"status", name_of(document.status)},
                          {"reason", document.reason},
                          {"stage", name_of(*document.stage)},
                          {"milliseconds", document.milliseconds},
                          {"again", again}});
}

std::string error_event(std::string_view message) {
  return fields_of_event({{"event", "error"}, {"message", message}});
}

std::string relief_event(std::string_view message) {
  return fields_of_event({{"event", "relief"}, {"message", message}});
}

std::string run_json(const StatusCounts& counts, std::uint64_t bytes,
                     std::uint64_t left, double seconds) {
  return line_of({{"schema", "kehoach.run/1"},
                  {"paths", counts_object(counts)},
                  {"bytes", bytes},
                  {"left", left},
                  {"seconds", seconds}});
}

std::string stored_source_json(const Source& source) {
  Json json = {{"schema", "kehoach.source/1"}};
  json.update(source_object(source));
  return line_of(json);
}

std::string fixity_json(const FixityCheck& check) {
  return line_of({{"path", check.source.path},
                  {"fixity", name_of(check.fixity)},
                  {"reason", or_null(check.reason)},
                  {"sha256", check.source.sha256}});
}

std::string hit_json(const SearchHit& hit) {
  const ObligationHit& o = hit.obligation;
  return line_of({{"kind", "obligation"},
                  {"document", document_json(o.document)},
                  {"obligation", o.obligation},
                  {"path", o.path},
                  {"page", o.page > 0 ? Json(o.page) : Json(nullptr)},
                  {"lead", o.lead},
                  {"support", o.support},
                  {"quote", o.quote},
                  {"snippet", hit.snippet.text},
                  {"as_typed", hit.as_typed},
                  {"score", o.score}});
}

std::string hit_json(const TitleHit& hit) {
  return line_of({{"kind", "title"},
                  {"document", document_json(hit.document)},
                  {"as_typed", hit.as_typed}});
}

std::string status_json(const ArchiveStatus& s) {
  Json paths = Json::object();
  for (std::size_t i = 0; i < kSourceStatuses; ++i) {
    const auto status = static_cast<SourceStatus>(i);
    if (status != SourceStatus::unchanged)
      paths[std::string(name_of(status))] = s.paths[status];
  }
  Json problems = Json::array();
  for (const Source& problem : s.problems)
    problems.push_back(source_object(problem));
  Json to_review = Json::array();
  for (const FactToReview& fact : s.to_review) {
    to_review.push_back({{"kind", fact.kind},
                         {"document", fact.document},
                         {"code", or_null(fact.code)},
                         {"page", fact.page > 0 ? Json(fact.page) : Json()},
                         {"quote", fact.quote},
                         {"rule", or_null(fact.rule)}});
  }
  Json json = {{"documents", s.documents},
               {"plans", s.plans},
               {"obligations", s.obligations},
               {"deadlines", s.deadlines},
               {"targets", s.targets},
               {"references", s.references},
               {"agencies", s.agencies},
               {"diagnostics", s.diagnostics},
               {"paths", std::move(paths)},
               {"problems", std::move(problems)},
               {"to_review", std::move(to_review)}};
  json["verdicts"] = {{"facts", s.fact_reviews}, {"cells", s.cell_reviews}};
  if (s.last_reader) {
    json["last_import"] = {{"program", s.last_reader->program},
                           {"rules", s.last_reader->rules},
                           {"finished_at", or_null(s.last_finished_at)}};
  }
  return line_of(json);
}

std::string indent_json(std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) return std::string(text);
  return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace kehoach
