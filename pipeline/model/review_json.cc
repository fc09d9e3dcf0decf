// Facts one by one, as JSON: how they are shown, judged and corrected.

#include <array>
#include <charconv>

#include "model/json_parts.h"
#include "model/review.h"

namespace kehoach {
namespace {

// Keys of kehoach.plan/1.
constexpr std::array<const char*, kKindsOfFact> kLists = {
    "document", "references", "obligations", "deadlines", "targets"};
constexpr std::array<std::string_view, kKindsOfFact> kKinds = {
    "document", "reference", "obligation", "deadline", "target"};
constexpr std::string_view kLetters("-rodt");

const char* list_of(KindOfFact kind) {
  return kLists[static_cast<std::size_t>(kind)];
}

// Fields that place a fact or hang on one reading of the document.
bool is_of_the_reading(std::string_view field) {
  for (const std::string_view other :
       {"quote", "span", "page", "box", "path", "section", "rule", "confidence",
        "certainty", "id", "obligation"}) {
    if (field == other) return true;
  }
  return false;
}

// Fields that are printed only where they say something.
bool may_be_absent(KindOfFact kind, std::string_view field) {
  if (field == "quote") return kind != KindOfFact::document;
  if (kind == KindOfFact::target) return field == "value_to";
  return kind == KindOfFact::deadline &&
         (field == "rrule" || field == "year_inferred");
}

Json one_fact(const Plan& plan, FactPlace place) {
  Plan one;
  switch (place.kind) {
    case KindOfFact::document:
      one.document = plan.document;
      break;
    case KindOfFact::reference:
      one.references.push_back(plan.references.at(place.index));
      one.references.back().of_decision = false;
      break;
    case KindOfFact::obligation:
      one.obligations.push_back(plan.obligations.at(place.index));
      break;
    case KindOfFact::deadline:
      one.deadlines.push_back(plan.deadlines.at(place.index));
      break;
    case KindOfFact::target:
      one.targets.push_back(plan.targets.at(place.index));
      break;
  }
  Json list = Json::parse(to_json(one)).at(list_of(place.kind));
  return list.is_array() ? list.at(0) : list;
}

// A plan that holds this fact alone.
Result<Plan> plan_with(KindOfFact kind, const Json& fact) {
  Json json = {{"schema", "kehoach.plan/1"}};
  json[list_of(kind)] =
      kind == KindOfFact::document ? fact : Json::array({fact});
  auto plan = plan_from_json(printed(json));
  if (plan) return plan;
  return invalid("the value fits no " + std::string(name_of(kind)) + ": " +
                 plan.error().message);
}

}  // namespace

std::string_view name_of(KindOfFact kind) {
  return kKinds[static_cast<std::size_t>(kind)];
}

std::optional<KindOfFact> kind_of_fact_named(std::string_view name) {
  for (std::size_t i = 0; i < kKindsOfFact; ++i) {
    if (kKinds[i] == name) return static_cast<KindOfFact>(i);
  }
  return std::nullopt;
}

std::string name_of(FactPlace place) {
  if (place.kind == KindOfFact::document) return "doc";
  return kLetters[static_cast<std::size_t>(place.kind)] +
         std::to_string(place.index + 1);
}

std::optional<FactPlace> fact_named(std::string_view name) {
  if (name == "doc") return FactPlace{};
  if (name.size() < 2) return std::nullopt;
  const std::size_t kind = kLetters.find(name.front(), 1);
  std::size_t number = 0;
  const char* const end = name.data() + name.size();
  const auto read = std::from_chars(name.data() + 1, end, number);
  if (kind == std::string_view::npos || read.ec != std::errc() ||
      read.ptr != end || number == 0)
    return std::nullopt;
  return FactPlace{static_cast<KindOfFact>(kind), number - 1};
}

std::vector<FactPlace> all_facts(const Plan& plan) {
  std::vector<FactPlace> facts = {FactPlace{}};
  const auto add = [&](KindOfFact kind, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) facts.push_back({kind, i});
  };
  add(KindOfFact::reference, plan.references.size());
  add(KindOfFact::obligation, plan.obligations.size());
  add(KindOfFact::deadline, plan.deadlines.size());
  add(KindOfFact::target, plan.targets.size());
  return facts;
}

Evidence evidence_of(const Plan& plan, FactPlace place) {
  switch (place.kind) {
    case KindOfFact::document:
      break;
    case KindOfFact::reference:
      return plan.references.at(place.index).evidence;
    case KindOfFact::obligation:
      return plan.obligations.at(place.index).evidence;
    case KindOfFact::deadline:
      return plan.deadlines.at(place.index).evidence;
    case KindOfFact::target:
      return plan.targets.at(place.index).evidence;
  }
  Evidence title;
  title.quote = plan.document.title;
  return title;
}

std::string fact_json(const Plan& plan, FactPlace place) {
  return printed(one_fact(plan, place));
}

std::string fact_values(const Plan& plan, FactPlace place) {
  const Json fact = one_fact(plan, place);
  Json values = Json::object();
  for (const auto& [field, value] : fact.items()) {
    if (!is_of_the_reading(field)) values[field] = value;
  }
  return printed(values);
}

Result<std::string> corrected_values(KindOfFact kind, std::string_view values,
                                     std::string_view correction) {
  Json all = Json::parse(values, nullptr, false);
  const Json changes = Json::parse(correction, nullptr, false);
  if (!all.is_object() || !changes.is_object() || changes.empty()) {
    return invalid(
        "a correction is a JSON object of the fields that change, such as "
        "{\"lead\": [\"Sở Y tế\"]}");
  }
  for (const auto& [field, value] : changes.items()) {
    if (all.contains(field) || may_be_absent(kind, field)) continue;
    return invalid("a " + std::string(name_of(kind)) + " has no field '" +
                   field + "' that can be corrected");
  }
  all.merge_patch(changes);
  auto read = plan_with(kind, all);
  if (!read) return Failure(std::move(read.error()));
  return fact_values(*read, {kind, 0});
}

Result<void> correct_fact(Plan& plan, FactPlace place,
                          std::string_view correction) {
  const Json changes = Json::parse(correction, nullptr, false);
  if (!changes.is_object()) return invalid("a correction is a JSON object");
  Json fact = one_fact(plan, place);
  fact.merge_patch(changes);
  // They are those of the words that were read.
  if (changes.contains("quote")) {
    for (const char* field : {"span", "page", "box"}) fact.erase(field);
  }
  auto read = plan_with(place.kind, fact);
  if (!read) return Failure(std::move(read.error()));
  switch (place.kind) {
    case KindOfFact::document:
      plan.document = std::move(read->document);
      break;
    case KindOfFact::reference:
      read->references.at(0).of_decision =
          plan.references.at(place.index).of_decision;
      plan.references.at(place.index) = std::move(read->references.at(0));
      break;
    case KindOfFact::obligation:
      plan.obligations.at(place.index) = std::move(read->obligations.at(0));
      break;
    case KindOfFact::deadline:
      plan.deadlines.at(place.index) = std::move(read->deadlines.at(0));
      break;
    case KindOfFact::target:
      plan.targets.at(place.index) = std::move(read->targets.at(0));
      break;
  }
  return {};
}

}  // namespace kehoach
