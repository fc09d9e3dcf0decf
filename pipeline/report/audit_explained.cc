// How an audit came to its verdicts, for a terminal.

#include <fmt/format.h>

#include <algorithm>

#include "report/audit_words.h"
#include "report/layout.h"
#include "report/report.h"
#include "report/words.h"

namespace kehoach {
namespace {

std::string_view finding_words(FindingKind kind) {
  switch (kind) {
    case FindingKind::later_deadline:
      return "muộn hơn";
    case FindingKind::weaker_target:
      return "chỉ tiêu thấp hơn";
    case FindingKind::dropped_target:
      return "bỏ chỉ tiêu";
    case FindingKind::no_lead:
      return "không ai chủ trì";
    case FindingKind::other_branch:
      return "khác ngành";
    case FindingKind::outdated_parent:
      return "căn cứ đã cũ";
  }
  return "";
}

std::string plan_words(const AuditedPlan& plan) {
  std::string out = plan.code.value_or("không số");
  if (plan.issuer) out += ", " + *plan.issuer;
  if (plan.issued_on) out += ", " + date_words(*plan.issued_on);
  return printable(out + " (" + plan.path + ")");
}

// The beginning of a text, on one line.
std::string shortened(std::string_view text, std::size_t width) {
  std::string out;
  for (std::size_t at = 0, letters = 0; at < text.size(); ++letters) {
    if (letters + 1 >= width) return out + "…";
    const Codepoint c = decode_at(text, at);
    out += text.substr(at, c.size);
    at += c.size;
  }
  return printable(out);
}

std::string findings_text(const std::vector<Finding>& findings,
                          const Style& style) {
  std::string out;
  for (const Finding& finding : findings) {
    out += wrap("       ! ",
                fmt::format("{}: {}", finding_words(finding.kind),
                            printable(finding.message)),
                9, style.width);
  }
  return out;
}

std::string item_text(std::size_t number, const AuditItem& item,
                      const Style& style) {
  constexpr std::size_t kStatusColumns = 9;
  const std::string mark =
      pad(status_words(labels_of(Language::vi), item.status), kStatusColumns);
  std::string out =
      wrap(fmt::format("{:>4}  {} ", number,
                       paint(style, colour_of(item.status), mark)),
           fmt::format("{} {}", path_words(item.parent.path),
                       printable(item.parent.quote)),
           7, style.width);
  for (const AuditLink& link : item.links) {
    const std::string head =
        fmt::format("       → {} ({:.2f}) ", link.child.id, link.score);
    const std::size_t room =
        style.width - std::min(style.width - 20, columns(head));
    out += head + shortened(link.child.quote, room) + "\n";
  }
  return out + findings_text(item.findings, style);
}

std::string head_text(const Audit& audit, const Style& style) {
  return paint(style, Colour::strong, "Kế hoạch trên: ") +
         plan_words(audit.parent) + "\n" +
         paint(style, Colour::strong, "Kế hoạch dưới: ") +
         plan_words(audit.child) + "\n\n";
}

std::string foot_text(const Audit& audit, const Style& style) {
  std::string out = findings_text(audit.findings, style);
  if (!audit.own.empty()) {
    out += fmt::format("\nNhiệm vụ riêng của kế hoạch dưới: {}\n",
                       audit.own.size());
    for (const AuditedObligation& own : audit.own) {
      const std::string head = fmt::format("       {} ", own.id);
      out += head + shortened(own.quote, style.width - columns(head)) + "\n";
    }
  }
  const auto counts = audit.summary();
  return out + fmt::format("\n{} nhiệm vụ: {} đủ, {} một phần, {} thiếu\n",
                           audit.items.size(), counts[0], counts[1], counts[2]);
}

std::string trace_text(const ActionTrace& trace, const Style& style) {
  std::string out =
      wrap(fmt::format("       {} {:.2f} ",
                       paint(style, trace.found ? Colour::good : Colour::bad,
                             trace.found ? "có   " : "không"),
                       trace.score),
           printable(trace.action), 18, style.width);
  const auto line = [&](std::string_view label, const std::string& text) {
    if (!text.empty())
      out += wrap(fmt::format("         {} ", label), printable(text), 11,
                  style.width);
  };
  if (!trace.answer.empty())
    line(trace.united ? "cùng với các mục khác," : "gần nhất:",
         trace.answer + " " + trace.answer_quote);
  line("chung:", join(trace.shared, ", "));
  line("nói cách khác:", join(trace.alike, ", "));
  line("không có:", join(trace.lacking, ", "));
  return out;
}

}  // namespace

std::string explained_audit_text(const ExplainedAudit& explained,
                                 const Style& style) {
  const Audit& audit = explained.audit;
  std::string out = head_text(audit, style);
  for (std::size_t i = 0; i < audit.items.size(); ++i) {
    out += item_text(i + 1, audit.items[i], style);
    for (const ActionTrace& trace : explained.traces[i])
      out += trace_text(trace, style);
  }
  return out + foot_text(audit, style);
}

}  // namespace kehoach
