// What people say of a row, once it is marked.

#include <algorithm>
#include <string>

#include "review/review.h"

namespace kehoach {
namespace {

const AuditReview* current(const AuditItem& item, ReviewVerdict verdict) {
  const auto at = std::find_if(item.review.begin(), item.review.end(),
                               [&](const AuditReview& review) {
                                 return review.decision.verdict == verdict &&
                                        review.state == ReviewState::current;
                               });
  return at == item.review.end() ? nullptr : &*at;
}

}  // namespace

bool has_verdict(const AuditItem& item, ReviewVerdict verdict) {
  return current(item, verdict) != nullptr;
}

bool is_rejected(const AuditItem& item, const AuditLink& link) {
  return std::any_of(
      item.review.begin(), item.review.end(), [&](const AuditReview& review) {
        return review.decision.verdict == ReviewVerdict::link_wrong &&
               review.state == ReviewState::current &&
               review.child_quote == link.child.quote;
      });
}

const CoverageVerdict* correction(const AuditItem& item) {
  const AuditReview* const corrected = current(item, ReviewVerdict::correct);
  return corrected != nullptr && corrected->value ? &*corrected->value
                                                  : nullptr;
}

Coverage judged_status(const AuditItem& item) {
  if (const CoverageVerdict* corrected = correction(item))
    return corrected->status;
  const bool none_holds =
      !item.links.empty() &&
      std::all_of(item.links.begin(), item.links.end(),
                  [&](const AuditLink& l) { return is_rejected(item, l); });
  return none_holds ? Coverage::missing : item.status;
}

const AuditReview* justification(const AuditItem& item) {
  return judged_status(item) == Coverage::covered
             ? nullptr
             : current(item, ReviewVerdict::justified);
}

bool is_settled(const AuditItem& item) {
  return justification(item) != nullptr;
}

bool is_open(const AuditItem& item) {
  return judged_status(item) != Coverage::covered && !is_settled(item);
}

std::optional<std::vector<GoldCell>> gold_of(const Audit& audit) {
  std::vector<GoldCell> gold;
  for (const AuditItem& item : audit.items) {
    if (!has_verdict(item, ReviewVerdict::correct) &&
        !has_verdict(item, ReviewVerdict::accept) &&
        !has_verdict(item, ReviewVerdict::justified))
      return std::nullopt;
    GoldCell cell{item.parent.quote, {item.status, {}}, ""};
    for (const AuditLink& link : item.links) {
      if (!is_rejected(item, link))
        cell.value.links.push_back(link.child.quote);
    }
    if (const CoverageVerdict* corrected = correction(item))
      cell.value = *corrected;
    if (cell.value.status == Coverage::missing) cell.value.links.clear();
    for (const AuditReview& review : item.review) {
      const std::string& note = review.decision.note;
      if (note.empty() || review.state != ReviewState::current) continue;
      cell.why += (cell.why.empty() ? "" : "; ") + note;
    }
    gold.push_back(std::move(cell));
  }
  return gold;
}

}  // namespace kehoach
