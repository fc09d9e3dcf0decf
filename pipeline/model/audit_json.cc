// `kehoach.audit/1`, written and read.

#include <cmath>
#include <stdexcept>

#include "model/audit.h"
#include "model/json_parts.h"

namespace kehoach {
namespace {

double in_thousandths(double value) { return std::round(value * 1000) / 1000; }

Json plan_json(const AuditedPlan& plan) {
  return {{"path", plan.path},
          {"sha256", plan.sha256.empty() ? Json(nullptr) : Json(plan.sha256)},
          {"code", or_null(plan.code)},
          {"issuer", or_null(plan.issuer)},
          {"issued_on", or_null(plan.issued_on)},
          {"title", plan.title}};
}

Json obligation_json(const AuditedObligation& o) {
  Json json = {{"id", o.id},
               {"path", o.path},
               {"quote", o.quote},
               {"span", span_json(o.span)}};
  if (o.page > 0) json["page"] = o.page;
  json["lead"] = o.lead;
  return json;
}

Json finding_json(const Finding& finding) {
  return {{"kind", name_of(finding.kind)},
          {"parent_quote", finding.parent_quote},
          {"child_quote", finding.child_quote},
          {"message", finding.message}};
}

Json link_json(const AuditLink& link) {
  Json json = obligation_json(link.child);
  json["score"] = in_thousandths(link.score);
  json["reason"] = link.reason;
  return json;
}

Json review_json(const AuditReview& review) {
  const ReviewDecision& decision = review.decision;
  Json json = {{"verdict", name_of(decision.verdict)},
               {"state", name_of(review.state)}};
  if (!review.child_quote.empty()) json["child_quote"] = review.child_quote;
  if (review.value) json["value"] = Json::parse(to_json(*review.value));
  json["note"] = decision.note;
  json["by"] = decision.reviewer;
  json["at"] = decision.reviewed_at;
  return json;
}

Json item_json(const AuditItem& item) {
  Json json = {{"parent", obligation_json(item.parent)},
               {"status", name_of(item.status)},
               {"score", in_thousandths(item.score)},
               {"links", array_of(item.links, link_json)},
               {"findings", array_of(item.findings, finding_json)}};
  if (!item.review.empty()) json["review"] = array_of(item.review, review_json);
  return json;
}

AuditedPlan read_plan_side(const Json& json) {
  return {json.at("path").get<std::string>(),
          optional_text(json, "code"),
          optional_text(json, "issuer"),
          optional_text(json, "issued_on"),
          json.value("title", ""),
          optional_text(json, "sha256").value_or("")};
}

AuditedObligation read_obligation(const Json& json) {
  AuditedObligation o;
  o.id = json.at("id").get<std::string>();
  o.path = json.value("path", "");
  o.quote = json.at("quote").get<std::string>();
  o.span = read_span(json);
  o.page = json.value("page", 0U);
  o.lead = json.value("lead", std::vector<std::string>());
  return o;
}

template <typename T>
T known(const std::optional<T>& value, const char* what) {
  if (value) return *value;
  throw std::invalid_argument(what);
}

Finding read_finding(const Json& json) {
  return {known(finding_named(json.at("kind").get<std::string>()),
                "unknown kind of finding"),
          json.value("parent_quote", ""), json.value("child_quote", ""),
          json.value("message", "")};
}

template <typename F>
auto read_array(const Json& json, const char* key, F&& read) {
  std::vector<decltype(read(json))> values;
  const auto at = json.find(key);
  if (at == json.end()) return values;
  for (const Json& value : *at) values.push_back(read(value));
  return values;
}

AuditLink read_link(const Json& json) {
  return {read_obligation(json), json.value("score", 0.0),
          json.value("reason", "")};
}

CoverageVerdict read_value(const Json& json) {
  return {known(coverage_named(json.at("status").get<std::string>()),
                "a status is covered, partial or missing"),
          json.value("links", std::vector<std::string>())};
}

AuditReview read_review(const Json& json) {
  AuditReview review;
  review.decision = {
      known(review_verdict_named(json.at("verdict").get<std::string>()),
            "unknown verdict"),
      json.value("note", ""), json.value("by", ""), json.value("at", "")};
  review.state = known(review_state_named(json.value("state", "current")),
                       "unknown state of a review");
  review.child_quote = json.value("child_quote", "");
  if (const auto value = json.find("value"); value != json.end())
    review.value = read_value(*value);
  return review;
}

AuditItem read_item(const Json& json) {
  AuditItem item;
  item.parent = read_obligation(json.at("parent"));
  item.status = known(coverage_named(json.at("status").get<std::string>()),
                      "unknown status");
  item.score = json.value("score", 0.0);
  item.links = read_array(json, "links", read_link);
  item.findings = read_array(json, "findings", read_finding);
  item.review = read_array(json, "review", read_review);
  return item;
}

}  // namespace

std::string_view name_of(Coverage coverage) {
  constexpr std::array<std::string_view, kCoverages> kNames = {
      "covered", "partial", "missing"};
  return kNames[static_cast<std::size_t>(coverage)];
}

std::string to_json(const CoverageVerdict& value) {
  const Json json = {{"status", name_of(value.status)}, {"links", value.links}};
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<CoverageVerdict> coverage_verdict_from_json(std::string_view json) {
  // The library reports by exception; none leaves this function.
  try {
    return read_value(Json::parse(json));
  } catch (const std::exception& error) {
    return Failure(Error{Error::Kind::invalid, said_by(error)});
  }
}

std::optional<Coverage> coverage_named(std::string_view name) {
  for (const auto coverage :
       {Coverage::covered, Coverage::partial, Coverage::missing}) {
    if (name_of(coverage) == name) return coverage;
  }
  return std::nullopt;
}

std::string_view name_of(FindingKind kind) {
  constexpr std::array<std::string_view, kFindingKinds> kNames = {
      "later-deadline", "weaker-target", "dropped-target",
      "no-lead",        "other-branch",  "outdated-parent"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::optional<FindingKind> finding_named(std::string_view name) {
  for (std::size_t i = 0; i < kFindingKinds; ++i) {
    const auto kind = static_cast<FindingKind>(i);
    if (name_of(kind) == name) return kind;
  }
  return std::nullopt;
}

std::array<std::uint64_t, kCoverages> Audit::summary() const {
  std::array<std::uint64_t, kCoverages> counts{};
  for (const AuditItem& item : items)
    ++counts[static_cast<std::size_t>(item.status)];
  return counts;
}

std::string to_json(const Audit& audit) {
  Json summary;
  const auto counts = audit.summary();
  for (std::size_t i = 0; i < kCoverages; ++i)
    summary[std::string(name_of(static_cast<Coverage>(i)))] = counts[i];
  const Json json = {{"schema", "kehoach.audit/1"},
                     {"parent", plan_json(audit.parent)},
                     {"child", plan_json(audit.child)},
                     {"items", array_of(audit.items, item_json)},
                     {"own", array_of(audit.own, obligation_json)},
                     {"findings", array_of(audit.findings, finding_json)},
                     {"summary", summary}};
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<Audit> audit_from_json(std::string_view text) {
  try {
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object()) throw std::invalid_argument("it is no JSON object");
    if (json.value("schema", "") != "kehoach.audit/1")
      throw std::invalid_argument("its schema is not kehoach.audit/1");
    Audit audit;
    audit.parent = read_plan_side(json.at("parent"));
    audit.child = read_plan_side(json.at("child"));
    audit.items = read_array(json, "items", read_item);
    audit.own = read_array(json, "own", read_obligation);
    audit.findings = read_array(json, "findings", read_finding);
    return audit;
  } catch (const std::exception& error) {
    return Failure(Error{Error::Kind::invalid, "no audit: " + said_by(error)});
  }
}

}  // namespace kehoach
