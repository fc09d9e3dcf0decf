#include "report/audit_gaps.h"

#include <fmt/format.h>

#include "report/layout.h"
#include "report/page_parts.h"
#include "report/review_words.h"

namespace kehoach {
namespace {

constexpr std::size_t kMostQuoted = 40;   // children
constexpr std::size_t kShortQuote = 120;  // columns

std::string gap_html(const Audit& child, const AuditItem& item,
                     Language language) {
  const AuditLabels& labels = labels_of(language);
  std::string out = fmt::format(
      "<p class=\"gap\"><span class=\"state {}\">{}</span>{} {}",
      name_of(item.status), coverage_sign(item.status),
      judged_html(&item, language), escaped(plan_label(child.child)));
  if (!item.links.empty()) {
    out += fmt::format(
        "<q>{}</q>",
        escaped(shorten(item.links.front().child.quote, kShortQuote)));
  }
  for (const Finding& each : item.findings) {
    out += fmt::format(" <b>{}.</b> {}", escaped(kind_words(labels, each.kind)),
                       escaped(shorten(each.message, kShortQuote)));
  }
  for (const AuditReview& each : item.review) {
    out += fmt::format(" <span class=\"review\">{}</span>",
                       escaped(decision_words(each, language)));
  }
  return out + "</p>\n";
}

}  // namespace

bool is_large(const Matrix& matrix) {
  return matrix.children.size() > kMostQuoted;
}

std::string state_sign(const AuditItem* item) {
  if (item == nullptr) return "-";
  const Coverage judged = judged_status(*item);
  const bool settled = is_settled(*item);
  if (judged == item->status)
    return std::string(coverage_sign(judged, settled));
  return fmt::format("{}→{}", coverage_sign(item->status),
                     coverage_sign(judged, settled));
}

std::string_view state_class(const AuditItem* item) {
  if (item == nullptr) return "unknown";
  return is_settled(*item) ? "settled" : name_of(judged_status(*item));
}

std::string judged_html(const AuditItem* item, Language language) {
  if (item == nullptr) return "";
  const std::string words = judged_words(*item, language);
  if (words.empty()) return "";
  return fmt::format(" <span class=\"state {}\">{}</span>", state_class(item),
                     escaped(words));
}

std::string gaps_html(const Matrix& matrix, const MatrixRow& row,
                      Language language) {
  const AuditLabels& labels = labels_of(language);
  std::string out;
  for (std::size_t i = 0; i < kCoverages; ++i) {
    const auto status = static_cast<Coverage>(i);
    out +=
        fmt::format("<span class=\"state {}\">{}: {}</span> ", name_of(status),
                    escaped(status_words(labels, status)), row.count(status));
  }
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const AuditItem* const item = row.cells[i];
    if (item == nullptr) continue;
    if (item->status != Coverage::covered || !item->findings.empty() ||
        !item->review.empty())
      out += gap_html(*matrix.children[i], *item, language);
  }
  return out;
}

}  // namespace kehoach
