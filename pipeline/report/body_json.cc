// Bodies for other programs.

#include "report/json_values.h"
#include "report/report.h"

namespace kehoach {
namespace {

void put_counts(Json& json, const UseCounts& counts) {
  json["lead"] = counts.lead;
  json["support"] = counts.support;
  json["documents"] = counts.documents;
}

Json use_json(const BodyUse& use) {
  Json json = {{"id", use.body.id},
               {"kind", use.body.kind},
               {"name", use.body.name},
               {"branch", or_null(use.body.branch)},
               {"level", or_null(use.body.level)},
               {"place", or_null(use.body.place)},
               {"collective", use.body.is_collective}};
  put_counts(json, use.counts);
  return json;
}

Json name_json(const NameUse& use) {
  Json json = {{"name", use.name}};
  put_counts(json, use.counts);
  return json;
}

template <typename T, typename F>
Json array_of(const std::vector<T>& values, F print) {
  Json json = Json::array();
  for (const T& value : values) json.push_back(print(value));
  return json;
}

}  // namespace

std::string body_json(const BodyReport& report) {
  Json json = Json::object();
  if (report.kind != nullptr) {
    const BodyKind& kind = *report.kind;
    json = {{"kind", kind.id},
            {"name", report.name.empty() ? kind.name : report.name},
            {"level", kind.level},
            {"branches", kind.branches},
            {"from", or_null(kind.from)},
            {"until", or_null(kind.until)},
            {"source", or_null(kind.source)}};
  }
  json["predecessors"] =
      array_of(report.predecessors, [](const Predecessor& old) {
        return Json{{"id", old.body.id},
                    {"name", old.body.name},
                    {"field", or_null(old.field)},
                    {"until", or_null(old.until)},
                    {"source", or_null(old.source)}};
      });
  json["successors"] = array_of(report.successors, [](const Successor& next) {
    return Json{{"id", next.body.id},
                {"name", next.body.name},
                {"field", or_null(next.field)},
                {"since", or_null(next.since)},
                {"source", or_null(next.source)}};
  });
  json["bodies"] = array_of(report.uses, use_json);
  json["names"] = array_of(report.names, name_json);
  return line_of(json);
}

std::string bodies_json(const std::vector<BodyUse>& uses) {
  return line_of({{"bodies", array_of(uses, use_json)}});
}

std::string names_json(const std::vector<NameUse>& names) {
  return line_of({{"unknown", array_of(names, name_json)}});
}

}  // namespace kehoach
