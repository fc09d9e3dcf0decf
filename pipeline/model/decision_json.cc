// Decisions, as they are named, written and read.

#include <array>

#include "model/json_parts.h"
#include "model/review.h"

namespace kehoach {
namespace {

constexpr const char* kSchema = "kehoach.review/1";
constexpr const char* kCell = "cell";

Json document_json(const ReviewedDocument& document) {
  return {{"sha256", document.sha256}, {"plan", document.plan}};
}

void add_decision(const ReviewDecision& decision, const Json& value,
                  Json& json) {
  json["verdict"] = name_of(decision.verdict);
  if (!value.is_null()) json["value"] = value;
  json["note"] = decision.note;
  json["by"] = decision.reviewer;
  json["at"] = decision.reviewed_at;
}

// ---- reading: what is no such object is an exception here ----

template <typename T>
T known(const std::optional<T>& value, const std::string& what) {
  if (!value) throw std::invalid_argument(what);
  return *value;
}

std::string text_of(const Json& json, const char* field) {
  return json.at(field).get<std::string>();
}

ReviewDecision read_decision(const Json& json) {
  const auto verdict = json.find("verdict");
  if (verdict == json.end()) throw std::invalid_argument("it has no verdict");
  const auto name = verdict->get<std::string>();
  return {
      known(review_verdict_named(name), "there is no verdict '" + name + "'"),
      json.value("note", ""), json.value("by", ""), json.value("at", "")};
}

ReviewedDocument read_reviewed(const Json& json) {
  return {text_of(json, "sha256"), json.value("plan", "")};
}

// The field as JSON; empty where it is none.
std::string printed_field(const Json& json, const char* field) {
  const auto value = json.find(field);
  return value == json.end() || value->is_null() ? "" : printed(*value);
}

void check_value(ReviewVerdict verdict, bool has_value) {
  if ((verdict == ReviewVerdict::correct) == has_value) return;
  throw std::invalid_argument(has_value ? "a value goes with 'correct' alone"
                                        : "what is right? It has no value");
}

Review read_review(const Json& json, KindOfFact kind) {
  Review review{0,
                read_decision(json),
                kind,
                read_reviewed(json.at("document")),
                text_of(json, "quote"),
                json.at("begin").get<std::uint32_t>(),
                printed(json.at("reading")),
                printed_field(json, "value")};
  if (!is_of_facts(review.decision.verdict))
    throw std::invalid_argument("a fact is accept, wrong or correct");
  check_value(review.decision.verdict, !review.correction.empty());
  if (!json.at("reading").is_object())
    throw std::invalid_argument("its reading is no JSON object");
  if (!review.correction.empty()) {
    const auto corrected =
        corrected_values(kind, review.reading, review.correction);
    if (!corrected) throw std::invalid_argument(corrected.error().message);
  }
  return review;
}

CellReview read_cell(const Json& json) {
  CellReview review{0,
                    read_decision(json),
                    read_reviewed(json.at("parent")),
                    read_reviewed(json.at("child")),
                    text_of(json, "quote"),
                    known(coverage_named(text_of(json, "status")),
                          "a status is covered, partial or missing"),
                    json.at("links").get<std::vector<std::string>>(),
                    std::nullopt};
  if (const auto begin = json.find("begin"); begin != json.end())
    review.begin = begin->get<std::uint32_t>();
  if (!is_of_cells(review.decision.verdict)) {
    throw std::invalid_argument(
        "a cell is accept, correct, justified or link-wrong");
  }
  check_value(review.decision.verdict, json.contains("value"));
  if (const auto value = json.find("value"); value != json.end()) {
    const auto read = coverage_verdict_from_json(printed(*value));
    if (!read) throw std::invalid_argument(read.error().message);
    review.value = *read;
  }
  if (review.decision.verdict == ReviewVerdict::link_wrong &&
      review.child_quotes.size() != 1)
    throw std::invalid_argument("a wrong link is one of links");
  return review;
}

AnyDecision read_kept(const Json& json) {
  const std::string about = text_of(json, "about");
  if (about == kCell) return read_cell(json);
  return read_review(json, known(kind_of_fact_named(about),
                                 "nothing is decided about '" + about + "'"));
}

DecisionLine read_line(const Json& json) {
  DecisionLine line;
  line.id = json.value("id", "");
  line.parent = json.value("parent", "");
  line.child = json.value("child", "");
  line.obligation = json.value("obligation", "");
  line.link = json.value("link", "");
  line.value = printed_field(json, "value");
  line.decision = read_decision(json);
  return line;
}

}  // namespace

std::string_view name_of(ReviewVerdict verdict) {
  constexpr std::array<std::string_view, kReviewVerdicts> kNames = {
      "accept", "wrong", "correct", "justified", "link-wrong"};
  return kNames[static_cast<std::size_t>(verdict)];
}

std::optional<ReviewVerdict> review_verdict_named(std::string_view name) {
  if (name == "justify") return ReviewVerdict::justified;
  for (std::size_t i = 0; i < kReviewVerdicts; ++i) {
    const auto verdict = static_cast<ReviewVerdict>(i);
    if (name_of(verdict) == name) return verdict;
  }
  return std::nullopt;
}

std::string_view name_of(ReviewState state) {
  switch (state) {
    case ReviewState::current:
      return "current";
    case ReviewState::suspect:
      return "suspect";
    case ReviewState::orphan:
      break;
  }
  return "orphan";
}

std::optional<ReviewState> review_state_named(std::string_view name) {
  for (const auto state :
       {ReviewState::current, ReviewState::suspect, ReviewState::orphan}) {
    if (name_of(state) == name) return state;
  }
  return std::nullopt;
}

bool is_of_facts(ReviewVerdict verdict) {
  return verdict == ReviewVerdict::accept || verdict == ReviewVerdict::wrong ||
         verdict == ReviewVerdict::correct;
}

bool is_of_cells(ReviewVerdict verdict) {
  return verdict != ReviewVerdict::wrong;
}

std::string names_correction(const std::vector<std::string>& lead,
                             const std::vector<std::string>& support) {
  Json json = Json::object();
  const auto add = [&](const char* field,
                       const std::vector<std::string>& names) {
    if (names.empty()) return;
    json[field] = names == std::vector<std::string>{""}
                      ? Json(std::vector<std::string>())
                      : Json(names);
  };
  add("lead", lead);
  add("support", support);
  return json.empty() ? std::string() : printed(json);
}

std::string to_json(const Review& review) {
  Json json = {{"schema", kSchema},
               {"about", name_of(review.kind)},
               {"document", document_json(review.document)},
               {"quote", review.quote},
               {"begin", review.begin},
               {"reading", Json::parse(review.reading, nullptr, false)}};
  add_decision(review.decision,
               review.correction.empty()
                   ? Json()
                   : Json::parse(review.correction, nullptr, false),
               json);
  return printed(json);
}

std::string to_json(const CellReview& review) {
  Json json = {{"schema", kSchema},
               {"about", kCell},
               {"parent", document_json(review.parent)},
               {"child", document_json(review.child)},
               {"quote", review.parent_quote}};
  if (review.begin) json["begin"] = *review.begin;
  json["status"] = name_of(review.status);
  json["links"] = review.child_quotes;
  add_decision(review.decision,
               review.value ? Json::parse(to_json(*review.value)) : Json(),
               json);
  return printed(json);
}

Result<AnyDecision> decision_from_json(std::string_view line) {
  // The library reports by exception; none leaves this function.
  try {
    const Json json = Json::parse(line, nullptr, false);
    if (!json.is_object()) return invalid("it is no JSON object");
    if (json.contains("schema")) {
      if (text_of(json, "schema") == kSchema) return read_kept(json);
      return invalid("it is no " + std::string(kSchema));
    }
    return AnyDecision(read_line(json));
  } catch (const nlohmann::json::exception& e) {
    return invalid("it is no decision: " + said_by(e));
  } catch (const std::invalid_argument& e) {
    return invalid(e.what());
  }
}

}  // namespace kehoach
