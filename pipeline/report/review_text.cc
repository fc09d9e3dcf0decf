// Decisions of people, and what waits for one.

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "report/layout.h"
#include "report/review_words.h"
#include "report/words.h"

namespace kehoach {
namespace {

using Json = nlohmann::ordered_json;

std::string_view verdict_words(ReviewVerdict verdict, Language language) {
  const bool is_vi = language == Language::vi;
  switch (verdict) {
    case ReviewVerdict::accept:
      return is_vi ? "đúng" : "right";
    case ReviewVerdict::wrong:
      return is_vi ? "đọc sai, không có" : "wrong, there is none";
    case ReviewVerdict::correct:
      return is_vi ? "sửa lại" : "corrected";
    case ReviewVerdict::justified:
      return is_vi ? "Đã giải trình" : "Justified";
    case ReviewVerdict::link_wrong:
      break;
  }
  return is_vi ? "Liên kết sai" : "Wrong link";
}

// ` (Trần Thị Bình, 31/1/2026; cần soát lại)`
std::string who(const ReviewDecision& decision, ReviewState state,
                Language language) {
  std::string out = " (" + decision.reviewer;
  const std::string day = decision.reviewed_at.substr(0, 10);
  if (!day.empty()) out += ", " + date_words(day);
  const bool is_vi = language == Language::vi;
  if (state == ReviewState::suspect) {
    out += is_vi ? "; văn bản hoặc cách đọc đã đổi, cần soát lại"
                 : "; changed since, look again";
  }
  return out + ")";
}

std::string reading_of(const std::string& json) {
  return printable(shorten(json, 400));
}

Json parsed(const std::string& text) {
  return Json::parse(text, nullptr, false);
}

}  // namespace

std::string decision_words(const FactReview& match) {
  const ReviewDecision& decision = match.review.decision;
  std::string out = "Đã soát: ";
  out += verdict_words(decision.verdict, Language::vi);
  if (!match.review.correction.empty())
    out += " " + printable(match.review.correction);
  if (!decision.note.empty()) out += ", " + printable(decision.note);
  return out + who(decision, match.state, Language::vi);
}

std::string decision_words(const AuditReview& review, Language language) {
  std::string out(verdict_words(review.decision.verdict, language));
  if (!review.child_quote.empty())
    out += " \"" + printable(review.child_quote) + "\"";
  if (!review.decision.note.empty())
    out += ": " + printable(review.decision.note);
  return out + who(review.decision, review.state, language);
}

std::string judge_text(const FactToJudge& fact, const Style& style) {
  const std::string id = fact.id.empty() ? "(gone)" : fact.id;
  std::string out =
      paint(style, Colour::strong, id) + "  " + printable(fact.document);
  if (fact.evidence.page > 0)
    out += fmt::format(", page {}", fact.evidence.page);
  if (!fact.id.empty())
    out += fmt::format("  {}", name_of(fact.evidence.certainty));
  if (!fact.evidence.rule.empty()) out += "  " + fact.evidence.rule;
  out += "\n" + wrap("    ", printable(fact.evidence.quote), 4, style.width);
  if (!fact.values.empty())
    out += wrap("    ", reading_of(fact.values), 6, style.width);
  if (!fact.review) return out;
  const FactReview& match = *fact.review;
  const ReviewDecision& decision = match.review.decision;
  std::string decided = fmt::format("{}, {}: by {}, {}", name_of(match.state),
                                    name_of(decision.verdict),
                                    decision.reviewer, decision.reviewed_at);
  if (!match.review.correction.empty())
    decided += ", " + match.review.correction;
  if (!decision.note.empty()) decided += ", " + decision.note;
  out += wrap("    ", printable(decided), 6, style.width);
  if (match.state != ReviewState::current && !fact.id.empty()) {
    out += wrap("    judged: ", printable(match.review.quote), 6, style.width);
    out += wrap("    ", reading_of(match.review.reading), 6, style.width);
  }
  return out;
}

std::string judge_json(const FactToJudge& fact) {
  Json json = {{"id", fact.id.empty() ? Json(nullptr) : Json(fact.id)},
               {"document", fact.document}};
  if (!fact.fact.empty()) json["fact"] = parsed(fact.fact);
  if (fact.review) {
    const Review& review = fact.review->review;
    Json decision = {{"verdict", name_of(review.decision.verdict)},
                     {"state", name_of(fact.review->state)},
                     {"quote", review.quote},
                     {"reading", parsed(review.reading)}};
    if (!review.correction.empty())
      decision["value"] = parsed(review.correction);
    decision["note"] = review.decision.note;
    decision["by"] = review.decision.reviewer;
    decision["at"] = review.decision.reviewed_at;
    json["review"] = std::move(decision);
  }
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace kehoach
