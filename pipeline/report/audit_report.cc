// Which writer makes which format.

#include <array>

#include "report/audit_writers.h"

namespace kehoach {
namespace {

std::string json_lines(const std::vector<Audit>& audits) {
  std::string lines;
  for (const Audit& audit : audits) lines += to_json(audit) + "\n";
  return lines;
}

}  // namespace

std::string_view name_of(AuditFormat format) {
  constexpr std::array<std::string_view, kAuditFormats> kNames = {
      "text", "csv", "xlsx", "html", "summary", "json"};
  return kNames[static_cast<std::size_t>(format)];
}

std::optional<AuditFormat> audit_format_named(std::string_view name) {
  for (std::size_t i = 0; i < kAuditFormats; ++i) {
    const auto format = static_cast<AuditFormat>(i);
    if (name_of(format) == name) return format;
  }
  return std::nullopt;
}

Result<std::string> audit_report(const std::vector<Audit>& audits,
                                 const AuditReport& how) {
  if (how.format == AuditFormat::json) return json_lines(audits);
  const std::vector<Matrix> all = matrices(audits, how.gaps);
  switch (how.format) {
    case AuditFormat::csv:
      return audit_csv(all, how.language);
    case AuditFormat::xlsx:
      return audit_xlsx(all, how.language);
    case AuditFormat::html:
      return audit_html(all, how.language);
    case AuditFormat::summary:
      return audit_summary(all, how.language);
    case AuditFormat::text:
    case AuditFormat::json:
      break;
  }
  return matrix_text(all, how);
}

}  // namespace kehoach
