// `kehoach.plan/1`, written and read.

#include <cmath>

#include "model/json_parts.h"
#include "model/plan.h"

namespace kehoach {
namespace {

Json box_json(const Box& box) {
  return Json::array({box.x0, box.y0, box.x1, box.y1});
}

// 0.93F is 0.9300000071525574.
double in_hundredths(float value) {
  return std::round(static_cast<double>(value) * 100) / 100;
}

// The fields that every fact has. `front` keeps the order of the guide.
void put_evidence(Json& json, const Evidence& e) {
  json["quote"] = e.quote;
  json["span"] = span_json(e.span);
  if (e.page > 0) json["page"] = e.page;
  if (!e.box.empty()) json["box"] = box_json(e.box);
  json["rule"] = e.rule;
  if (e.confidence < 1) json["confidence"] = in_hundredths(e.confidence);
  json["certainty"] = name_of(e.certainty);
}

Json document_json(const Document& d) {
  return {{"type", d.type},
          {"number", or_null(d.number)},
          {"symbol", or_null(d.symbol)},
          {"code", or_null(d.code)},
          {"issued_on", or_null(d.issued_on)},
          {"place", or_null(d.place)},
          {"issuer", or_null(d.issuer)},
          {"level", or_null(d.level)},
          {"title", d.title},
          {"signer", or_null(d.signer)},
          {"signer_title", or_null(d.signer_title)},
          {"recipients", d.recipients}};
}

Json reference_json(const Reference& r) {
  Json json = {{"code", r.code},
               {"type", r.type},
               {"issued_on", or_null(r.issued_on)},
               {"issuer", or_null(r.issuer)},
               {"relation", r.relation}};
  put_evidence(json, r.evidence);
  return json;
}

Json obligation_json(const Obligation& o) {
  Json json = {{"id", o.id}, {"path", o.path}};
  put_evidence(json, o.evidence);
  json["section"] = name_of(o.section);
  json["lead"] = o.lead;
  json["support"] = o.support;
  json["modality"] = o.modality;
  return json;
}

Json deadline_json(const Deadline& d) {
  Json json;
  put_evidence(json, d.evidence);
  json["kind"] = d.kind;
  json["value"] = or_null(d.value);
  if (d.rrule) json["rrule"] = *d.rrule;
  json["bound"] = d.bound;
  if (d.year_inferred) json["year_inferred"] = true;
  json["obligation"] = or_null(d.obligation);
  return json;
}

// 84.0 is printed as 84, as people write it.
Json number_json(double value) {
  const auto whole = static_cast<std::int64_t>(value);
  return static_cast<double>(whole) == value ? Json(whole) : Json(value);
}

Json target_json(const Target& t) {
  Json json;
  put_evidence(json, t.evidence);
  json["indicator"] = t.indicator;
  json["comparator"] = t.comparator;
  json["value"] = number_json(t.value);
  if (t.value_to) json["value_to"] = number_json(*t.value_to);
  json["unit"] = t.unit;
  json["due"] = or_null(t.due);
  json["obligation"] = or_null(t.obligation);
  return json;
}

Json body_json(const NamedBody& named) {
  const Body& b = named.body;
  Json json = {{"name", named.name}, {"id", b.id}, {"canonical", b.name}};
  if (!b.branch.empty()) json["branch"] = b.branch;
  if (!b.level.empty()) json["level"] = b.level;
  if (!b.place.empty()) json["place"] = b.place;
  if (b.place_inferred) json["place_inferred"] = true;
  if (b.is_collective) json["members"] = b.members;
  return json;
}

Box read_box(const Json& json) {
  const auto box = json.find("box");
  if (box == json.end()) return {};
  return {box->at(0).get<float>(), box->at(1).get<float>(),
          box->at(2).get<float>(), box->at(3).get<float>()};
}

Evidence read_evidence(const Json& json) {
  Evidence e;
  e.quote = json.value("quote", "");
  e.span = read_span(json);
  e.page = json.value("page", 0U);
  e.box = read_box(json);
  e.rule = json.value("rule", "");
  e.confidence = json.value("confidence", 1.0F);
  e.certainty = certainty_named(json.value("certainty", "high"))
                    .value_or(Certainty::high);
  return e;
}

Document read_document(const Json& json) {
  Document d;
  d.type = json.value("type", "");
  d.number = optional_text(json, "number");
  d.symbol = optional_text(json, "symbol");
  d.code = optional_text(json, "code");
  d.issued_on = optional_text(json, "issued_on");
  d.place = optional_text(json, "place");
  d.issuer = optional_text(json, "issuer");
  d.level = optional_text(json, "level");
  d.title = optional_text(json, "title").value_or("");
  d.signer = optional_text(json, "signer");
  d.signer_title = optional_text(json, "signer_title");
  d.recipients = json.value("recipients", std::vector<std::string>());
  return d;
}

void read_targets(const Json& json, Plan& plan) {
  for (const Json& t : json.value("targets", Json::array())) {
    Target target{read_evidence(t),
                  t.value("indicator", ""),
                  t.value("comparator", "="),
                  t.value("value", 0.0),
                  std::nullopt,
                  optional_text(t, "unit").value_or(""),
                  optional_text(t, "due"),
                  optional_text(t, "obligation")};
    if (const auto to = t.find("value_to"); to != t.end() && to->is_number()) {
      target.value_to = to->get<double>();
    }
    plan.targets.push_back(std::move(target));
  }
}

void read_diagnostics(const Json& json, Plan& plan) {
  for (const Json& d : json.value("diagnostics", Json::array())) {
    const std::string severity = d.value("severity", "warning");
    const Evidence place = read_evidence(d);
    plan.diagnostics.push_back({severity == "info"    ? Severity::info
                                : severity == "error" ? Severity::error
                                                      : Severity::warning,
                                d.value("code", ""), d.value("message", ""),
                                place.span});
  }
}

void read_bodies(const Json& json, Plan& plan) {
  for (const Json& b : json.value("bodies", Json::array())) {
    Body body;
    body.id = b.value("id", "");
    body.kind = body.id.substr(0, body.id.find('@'));
    body.branch = b.value("branch", "");
    body.level = b.value("level", "");
    body.place = b.value("place", "");
    body.name = b.value("canonical", "");
    body.is_collective = b.contains("members");
    body.members = b.value("members", std::vector<std::string>());
    body.place_inferred = b.value("place_inferred", false);
    plan.bodies.push_back({b.value("name", ""), std::move(body)});
  }
}

// References, obligations and deadlines.
void read_facts(const Json& json, Plan& plan) {
  for (const Json& r : json.value("references", Json::array())) {
    plan.references.push_back(
        {read_evidence(r), r.value("code", ""), r.value("type", ""),
         optional_text(r, "issued_on"), optional_text(r, "issuer"),
         r.value("relation", "")});
  }
  for (const Json& o : json.value("obligations", Json::array())) {
    plan.obligations.push_back(
        {read_evidence(o), o.value("id", ""), o.value("path", ""),
         section_named(o.value("section", "none")).value_or(SectionRole::none),
         o.value("lead", std::vector<std::string>()),
         o.value("support", std::vector<std::string>()),
         o.value("modality", "must")});
  }
  for (const Json& d : json.value("deadlines", Json::array())) {
    plan.deadlines.push_back(
        {read_evidence(d), d.value("kind", ""), optional_text(d, "value"),
         optional_text(d, "rrule"), d.value("bound", ""),
         d.value("year_inferred", false), optional_text(d, "obligation")});
  }
}

// What is not stated is left out.
void put(Json& json, const char* key, const std::string& value) {
  if (!value.empty()) json[key] = value;
}

Json stamp_json(const Stamp& s) {
  Json json = {{"page", s.page}, {"box", box_json(s.box)}};
  put(json, "kind", s.kind);
  put(json, "signer", s.signer);
  put(json, "organisation", s.organisation);
  put(json, "email", s.email);
  put(json, "time", s.time);
  return json;
}

Json signature_json(const Signature& s) {
  Json json = {{"status", name_of(s.status)}, {"whole_file", s.whole_file}};
  put(json, "signer", s.signer);
  put(json, "organisation", s.organisation);
  put(json, "email", s.email);
  put(json, "time", s.time);
  return json;
}

Json source_json(const PlanSource& s) {
  Json json = {{"path", s.path},
               {"sha256", s.sha256},
               {"media_type", s.media_type},
               {"bytes", s.bytes}};
  if (s.pages > 0) json["pages"] = s.pages;
  if (!s.stamps.empty()) json["stamps"] = array_of(s.stamps, stamp_json);
  if (!s.signatures.empty()) {
    json["signatures"] = array_of(s.signatures, signature_json);
  }
  return json;
}

PlanSource read_source(const Json& json) {
  PlanSource out{json.value("path", ""), json.value("sha256", ""),
                 json.value("media_type", ""),
                 json.value("bytes", std::uint64_t{0}),
                 json.value("pages", 0U)};
  for (const Json& s : json.value("stamps", Json::array())) {
    out.stamps.push_back({s.value("page", 0U), read_box(s), s.value("kind", ""),
                          s.value("signer", ""), s.value("organisation", ""),
                          s.value("email", ""), s.value("time", "")});
  }
  for (const Json& s : json.value("signatures", Json::array())) {
    out.signatures.push_back({s.value("signer", ""),
                              s.value("organisation", ""), s.value("email", ""),
                              s.value("time", ""),
                              signature_status_named(s.value("status", ""))
                                  .value_or(SignatureStatus::unchecked),
                              s.value("whole_file", false)});
  }
  return out;
}

}  // namespace

std::string to_json(const Plan& plan) {
  Json diagnostics = array_of(plan.diagnostics, [](const Diagnostic& d) {
    return Json{{"severity", name_of(d.severity)},
                {"code", d.code},
                {"message", d.message},
                {"span", span_json(d.span)}};
  });
  const Json json = {
      {"schema", "kehoach.plan/1"},
      {"source", source_json(plan.source)},
      {"document", document_json(plan.document)},
      {"references", array_of(plan.references, reference_json)},
      {"obligations", array_of(plan.obligations, obligation_json)},
      {"deadlines", array_of(plan.deadlines, deadline_json)},
      {"targets", array_of(plan.targets, target_json)},
      {"bodies", array_of(plan.bodies, body_json)},
      {"diagnostics", std::move(diagnostics)}};
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<Plan> plan_from_json(std::string_view text) {
  // The library reports by exception; none leaves this function.
  try {
    const Json json = Json::parse(text);
    if (json.value("schema", "") != "kehoach.plan/1") {
      return Failure(
          Error{Error::Kind::invalid, "not a kehoach.plan/1 object"});
    }
    Plan plan;
    plan.source = read_source(json.value("source", Json::object()));
    plan.document = read_document(json.value("document", Json::object()));
    read_facts(json, plan);
    read_targets(json, plan);
    read_bodies(json, plan);
    read_diagnostics(json, plan);
    return plan;
  } catch (const nlohmann::json::exception& e) {
    return Failure(Error{Error::Kind::invalid, e.what()});
  }
}

}  // namespace kehoach
