// Decisions of people, and what waits for one.

#include <fmt/format.h>

#include "report/audit_words.h"
#include "report/json_values.h"
#include "report/layout.h"
#include "report/matrix.h"
#include "report/review_words.h"
#include "report/words.h"

namespace kehoach {
namespace {

// ` (Trần Thị Bình, 31/1/2026; cần soát lại)`
std::string who(const ReviewDecision& decision, ReviewState state,
                Language language) {
  std::string out = " (" + printable(decision.reviewer);
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

// `suspect, accept: by Trần Thị Bình, 2026-01-31T08:30:00Z, a note`
std::string decided(const ReviewDecision& decision, ReviewState state,
                    const std::string& value) {
  std::string out = fmt::format("{}, {}: by {}, {}", name_of(state),
                                name_of(decision.verdict), decision.reviewer,
                                decision.reviewed_at);
  if (!value.empty()) out += ", " + value;
  if (!decision.note.empty()) out += ", " + decision.note;
  return out;
}

}  // namespace

std::string decision_words(const FactReview& match) {
  const ReviewDecision& decision = match.review.decision;
  std::string out = "Đã soát: ";
  switch (decision.verdict) {
    case ReviewVerdict::wrong:
      out += "đọc sai, không có";
      break;
    case ReviewVerdict::correct:
      out += "sửa lại " + printable(match.review.correction);
      break;
    default:
      out += "đúng";
  }
  if (!decision.note.empty()) out += ", " + printable(decision.note);
  return out + who(decision, match.state, Language::vi);
}

std::string decision_words(const AuditReview& review, Language language) {
  const bool is_vi = language == Language::vi;
  std::string out;
  switch (review.decision.verdict) {
    case ReviewVerdict::justified:
      out = is_vi ? "Đã giải trình" : "Justified";
      break;
    case ReviewVerdict::link_wrong:
      out = is_vi ? "Dẫn sai" : "Wrong link";
      out += " \"" + printable(review.child_quote) + "\"";
      break;
    case ReviewVerdict::correct:
      out = is_vi ? "Người soát đánh giá: " : "Judged to be: ";
      if (review.value)
        out += status_words(labels_of(language), review.value->status);
      break;
    default:
      out = is_vi ? "Đã soát, đúng" : "Judged to be right";
  }
  if (!review.decision.note.empty())
    out += ": " + printable(review.decision.note);
  return out + who(review.decision, review.state, language);
}

std::string state_words(const AuditItem& item, Language language) {
  const AuditLabels& labels = labels_of(language);
  std::string out(status_words(labels, item.status));
  const Coverage judged = judged_status(item);
  if (judged != item.status)
    out += fmt::format(" → {}", status_words(labels, judged));
  return is_settled(item) ? with_reason(labels, out) : out;
}

std::string judged_words(const AuditItem& item, Language language) {
  const AuditLabels& labels = labels_of(language);
  const Coverage judged = judged_status(item);
  std::string out;
  if (judged != item.status)
    out = fmt::format("{}: {}", labels.judged, status_words(labels, judged));
  if (is_settled(item))
    out += (out.empty() ? "" : ", ") + std::string(labels.justified);
  return out;
}

std::string review_lines(const AuditItem* item, Language language,
                         std::string_view between) {
  std::vector<std::string> lines;
  if (item == nullptr) return "";
  for (const AuditReview& review : item->review)
    lines.push_back(decision_words(review, language));
  return join(lines, between);
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
  out += wrap("    ",
              printable(decided(match.review.decision, match.state,
                                match.review.correction)),
              6, style.width);
  if (match.state != ReviewState::current && !fact.id.empty()) {
    out += wrap("    judged: ", printable(match.review.quote), 6, style.width);
    out += wrap("    ", reading_of(match.review.reading), 6, style.width);
  }
  return out;
}

std::string judge_text(const CellToJudge& cell, const Style& style) {
  const auto name = [](const std::string& plan) {
    return plan.empty() ? std::string("(gone)") : printable(plan);
  };
  std::string out =
      paint(style, Colour::strong, cell.item ? cell.item->parent.id : "(gone)");
  out += "  " + name(cell.parent) + " -> " + name(cell.child);
  if (cell.orphan) {
    const CellReview& review = *cell.orphan;
    out += "\n" + wrap("    ", printable(review.parent_quote), 4, style.width);
    return out +
           wrap("    ",
                printable(decided(review.decision, ReviewState::orphan, "")), 6,
                style.width);
  }
  if (!cell.item) return out + "\n";
  const AuditItem& item = *cell.item;
  out += fmt::format("  {}\n", name_of(item.status));
  out += wrap("    ", printable(item.parent.quote), 4, style.width);
  for (const AuditLink& link : item.links) {
    out += wrap("    -> " + link.child.id + "  ", printable(link.child.quote),
                7, style.width);
  }
  for (const AuditReview& review : item.review) {
    std::string value = review.value ? to_json(*review.value) : "";
    if (!review.child_quote.empty()) value = "\"" + review.child_quote + "\"";
    out +=
        wrap("    ", printable(decided(review.decision, review.state, value)),
             6, style.width);
  }
  return out;
}

std::string judge_json(const FactToJudge& fact) {
  Json json = {{"id", fact.id.empty() ? Json(nullptr) : Json(fact.id)},
               {"document", fact.document}};
  if (!fact.fact.empty()) json["fact"] = parsed(fact.fact);
  if (fact.review) {
    const Review& review = fact.review->review;
    Json decision = parsed(to_json(review));
    decision["state"] = name_of(fact.review->state);
    json["review"] = std::move(decision);
  }
  return line_of(json);
}

std::string judge_json(const CellToJudge& cell) {
  const auto name = [](const std::string& plan) {
    return plan.empty() ? Json(nullptr) : Json(plan);
  };
  Json json = {{"parent", name(cell.parent)}, {"child", name(cell.child)}};
  if (cell.item) {
    Audit one;
    one.items = {*cell.item};
    json["obligation"] = cell.item->parent.id;
    json["cell"] = parsed(to_json(one)).at("items").at(0);
  }
  if (cell.orphan) {
    Json decision = parsed(to_json(*cell.orphan));
    decision["state"] = name_of(ReviewState::orphan);
    json["review"] = std::move(decision);
  }
  return line_of(json);
}

std::string coverage_json(const std::string& parent, const std::string& child,
                          const std::vector<GoldCell>& gold) {
  Json items = Json::array();
  for (const GoldCell& cell : gold) {
    items.push_back({{"parent", cell.parent},
                     {"status", name_of(cell.value.status)},
                     {"links", cell.value.links},
                     {"why", cell.why}});
  }
  const Json json = {
      {"parent", parent}, {"child", child}, {"items", std::move(items)}};
  return line_of(json);
}

}  // namespace kehoach
