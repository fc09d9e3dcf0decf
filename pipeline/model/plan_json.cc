// `kehoach.plan/1`, written and read.

#include <algorithm>
#include <cmath>

#include "model/json_parts.h"
#include "model/json_writer.h"
#include "model/plan.h"

namespace kehoach {
namespace {

// 0.93F is 0.9300000071525574.
double in_hundredths(float value) {
  return std::round(static_cast<double>(value) * 100) / 100;
}

void put_box(JsonWriter& json, const Box& box) {
  json.key("box").begin('[');
  for (const float edge : {box.x0, box.y0, box.x1, box.y1})
    json.value(static_cast<double>(edge));
  json.end(']');
}

// The fields that every fact has.
void put_evidence(JsonWriter& json, const Evidence& e) {
  json.field("quote", e.quote).field("span", e.span);
  if (e.page > 0) json.field("page", e.page);
  if (!e.box.empty()) put_box(json, e.box);
  json.field("rule", e.rule);
  if (e.confidence < 1) json.field("confidence", in_hundredths(e.confidence));
  json.field("certainty", name_of(e.certainty));
}

void put_document(JsonWriter& json, const Document& d) {
  json.key("document").begin('{').field("type", d.type);
  json.field("number", d.number).field("symbol", d.symbol);
  json.field("code", d.code).field("issued_on", d.issued_on);
  json.field("place", d.place).field("issuer", d.issuer);
  json.field("level", d.level).field("title", d.title);
  json.field("signer", d.signer).field("signer_title", d.signer_title);
  json.field("recipients", d.recipients).end('}');
}

void put_reference(JsonWriter& json, const Reference& r) {
  json.begin('{').field("code", r.code).field("type", r.type);
  json.field("issued_on", r.issued_on).field("issuer", r.issuer);
  json.field("relation", r.relation);
  put_evidence(json, r.evidence);
  json.end('}');
}

// Those of the plan, or those of the decision around it.
void put_references(JsonWriter& json, const Plan& plan, bool of_decision) {
  json.key("references").begin('[');
  for (const Reference& r : plan.references) {
    if (r.of_decision == of_decision) put_reference(json, r);
  }
  json.end(']');
}

void put_obligation(JsonWriter& json, const Obligation& o) {
  json.begin('{').field("id", o.id).field("path", o.path);
  put_evidence(json, o.evidence);
  json.field("section", name_of(o.section)).field("lead", o.lead);
  json.field("support", o.support).field("modality", o.modality).end('}');
}

void put_deadline(JsonWriter& json, const Deadline& d) {
  json.begin('{');
  put_evidence(json, d.evidence);
  json.field("kind", d.kind).field("value", d.value);
  if (d.rrule) json.field("rrule", d.rrule);
  json.field("bound", d.bound);
  if (d.year_inferred) json.field("year_inferred", true);
  json.field("obligation", d.obligation).end('}');
}

// 84.0 is printed as 84, as people write it.
void put_number(JsonWriter& json, std::string_view name, double value) {
  constexpr double kMostExact = 9007199254740992;  // 2^53
  if (std::abs(value) <= kMostExact && std::trunc(value) == value) {
    json.field(name, static_cast<std::int64_t>(value));
  } else {
    json.field(name, value);
  }
}

void put_target(JsonWriter& json, const Target& t) {
  json.begin('{');
  put_evidence(json, t.evidence);
  json.field("indicator", t.indicator).field("comparator", t.comparator);
  put_number(json, "value", t.value);
  if (t.value_to) put_number(json, "value_to", *t.value_to);
  json.field("unit", t.unit).field("due", t.due);
  json.field("obligation", t.obligation).end('}');
}

// What is not stated is left out.
void put_stated(JsonWriter& json, std::string_view name,
                const std::string& value) {
  if (!value.empty()) json.field(name, value);
}

void put_body(JsonWriter& json, const NamedBody& named) {
  const Body& b = named.body;
  json.begin('{').field("name", named.name).field("id", b.id);
  json.field("canonical", b.name);
  put_stated(json, "branch", b.branch);
  put_stated(json, "level", b.level);
  put_stated(json, "place", b.place);
  if (b.place_inferred) json.field("place_inferred", true);
  if (b.is_collective) json.field("members", b.members);
  json.end('}');
}

void put_diagnostic(JsonWriter& json, const Diagnostic& d) {
  json.begin('{').field("severity", name_of(d.severity)).field("code", d.code);
  json.field("message", d.message).field("span", d.span).end('}');
}

// Who signed, and when.
template <typename S>
void put_signer(JsonWriter& json, const S& s) {
  put_stated(json, "signer", s.signer);
  put_stated(json, "organisation", s.organisation);
  put_stated(json, "email", s.email);
  put_stated(json, "time", s.time);
}

void put_stamp(JsonWriter& json, const Stamp& s) {
  json.begin('{').field("page", s.page);
  put_box(json, s.box);
  put_stated(json, "kind", s.kind);
  put_signer(json, s);
  json.end('}');
}

void put_signature(JsonWriter& json, const Signature& s) {
  json.begin('{').field("status", name_of(s.status));
  json.field("whole_file", s.whole_file);
  put_signer(json, s);
  json.end('}');
}

void put_source(JsonWriter& json, const PlanSource& s) {
  json.key("source").begin('{').field("path", s.path);
  json.field("sha256", s.sha256).field("media_type", s.media_type);
  json.field("bytes", s.bytes);
  if (s.pages > 0) json.field("pages", s.pages);
  if (!s.stamps.empty()) json.list("stamps", s.stamps, put_stamp);
  if (!s.signatures.empty())
    json.list("signatures", s.signatures, put_signature);
  json.end('}');
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

// What the plan names, or the decision around it.
void read_references(const Json& json, bool of_decision, Plan& plan) {
  for (const Json& r : json.value("references", Json::array())) {
    plan.references.push_back(
        {read_evidence(r), r.value("code", ""), r.value("type", ""),
         optional_text(r, "issued_on"), optional_text(r, "issuer"),
         r.value("relation", ""), false, of_decision});
  }
}

// References, obligations and deadlines.
void read_facts(const Json& json, Plan& plan) {
  read_references(json, false, plan);
  read_references(json.value("decision", Json::object()), true, plan);
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
  std::string text;
  JsonWriter json(text);
  json.begin('{').field("schema", "kehoach.plan/1");
  put_source(json, plan.source);
  put_document(json, plan.document);
  put_references(json, plan, false);
  json.list("obligations", plan.obligations, put_obligation);
  json.list("deadlines", plan.deadlines, put_deadline);
  json.list("targets", plan.targets, put_target);
  json.list("bodies", plan.bodies, put_body);
  json.list("diagnostics", plan.diagnostics, put_diagnostic);
  const auto& named = plan.references;
  if (std::any_of(named.begin(), named.end(),
                  [](const Reference& r) { return r.of_decision; })) {
    json.key("decision").begin('{');
    put_references(json, plan, true);
    json.end('}');
  }
  json.end('}');
  return text;
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
    return Failure(Error{Error::Kind::invalid, said_by(e)});
  }
}

}  // namespace kehoach
