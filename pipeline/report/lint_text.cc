// What a plan by itself leaves open, for people and for programs.

#include <fmt/format.h>

#include <algorithm>

#include "report/audit_words.h"
#include "report/json_values.h"
#include "report/layout.h"

namespace kehoach {
namespace {

// Enough to find them; all stand in the JSON.
constexpr std::size_t kPlaces = 8;
constexpr std::size_t kLintQuoteWidth = 200;

AuditedPlan plan_of(const Plan& plan) {
  const Document& d = plan.document;
  return {plan.source.path, d.code, d.issuer, d.issued_on, d.title};
}

std::string place_of(const LintFinding& finding) {
  AuditedObligation o;
  o.path = finding.path;
  o.page = finding.page;
  return place_words(o, Language::vi);
}

std::size_t warnings_in(const std::vector<LintFinding>& findings) {
  return static_cast<std::size_t>(std::count_if(
      findings.begin(), findings.end(),
      [](const LintFinding& f) { return f.severity != Severity::info; }));
}

std::string lint_line(const LintFinding& finding, const Style& style) {
  const bool is_weak = finding.severity == Severity::info;
  std::string text = place_of(finding);
  if (!text.empty()) text += ": ";
  text += finding.message;
  std::string out =
      wrap(is_weak ? "  · " : paint(style, Colour::bad, "  ! "),
           printable(text) + " " +
               paint(style, Colour::dim, "[" + finding.check + "]"),
           4, style.width);
  if (finding.quote.empty()) return out;
  return out +
         wrap("    ",
              "\"" + shorten(printable(finding.quote), kLintQuoteWidth) + "\"",
              4, style.width);
}

// Where it stands, without the bullets: `III.2`.
std::string short_place(const LintFinding& finding) {
  std::string place = finding.path.substr(0, finding.path.find_first_of("-+"));
  if (ends_with(place, ".")) place.pop_back();
  return place;
}

// `· Nhiệm vụ không nêu ... (31): III.1; III.2; ... [no-lead]`
std::string weak_lines(const std::vector<LintFinding>& findings,
                       const Style& style) {
  std::vector<std::string> checks;
  for (const LintFinding& f : findings) {
    const bool is_new =
        std::find(checks.begin(), checks.end(), f.check) == checks.end();
    if (f.severity == Severity::info && is_new) checks.push_back(f.check);
  }
  std::string out;
  for (const std::string& check : checks) {
    std::vector<const LintFinding*> found;
    for (const LintFinding& f : findings) {
      if (f.severity == Severity::info && f.check == check) found.push_back(&f);
    }
    std::vector<std::string> places;
    for (const LintFinding* f : found) {
      std::string place = short_place(*f);
      if (place.empty()) place = f->quote;
      if (std::find(places.begin(), places.end(), place) != places.end())
        continue;
      if (places.size() == kPlaces) {
        places.emplace_back("…");
        break;
      }
      places.push_back(std::move(place));
    }
    out += wrap("  · ",
                printable(fmt::format("{} ({}): {} ", lint_words(check),
                                      found.size(), join(places, "; "))) +
                    paint(style, Colour::dim, "[" + check + "]"),
                4, style.width);
  }
  return out;
}

}  // namespace

std::string_view lint_words(std::string_view check) {
  if (check == "no-lead") return "Nhiệm vụ không nêu cơ quan chủ trì";
  if (check == "no-deadline")
    return "Nhiệm vụ không nêu thời hạn hay chế độ định kỳ";
  if (check == "target-without-task")
    return "Chỉ tiêu mà không nhiệm vụ nào nói đến";
  if (check == "two-leads") return "Nhiệm vụ giao cho nhiều cơ quan";
  return "Nên xem lại";
}

std::string lint_text(const Plan& plan,
                      const std::vector<LintFinding>& findings,
                      const LintReport& how) {
  const Style& style = how.style;
  const std::size_t warnings = warnings_in(findings);
  std::string counts = "không có gì cần xem lại";
  if (!findings.empty()) {
    counts = fmt::format("{} cảnh báo, {} điểm nên xem", warnings,
                         findings.size() - warnings);
  }
  std::string out =
      wrap("",
           paint(style, Colour::strong,
                 printable(plan_name(plan_of(plan), Language::vi))) +
               ": " + counts,
           2, style.width);
  out += wrap("  ", printable(plan.source.path), 2, style.width);
  for (const LintFinding& finding : findings) {
    if (finding.severity != Severity::info || how.all)
      out += lint_line(finding, style);
  }
  return how.all ? out : out + weak_lines(findings, style);
}

std::string lint_json(const Plan& plan,
                      const std::vector<LintFinding>& findings) {
  const auto or_null = [](const std::optional<std::string>& value) {
    return value ? Json(*value) : Json(nullptr);
  };
  Json list = Json::array();
  for (const LintFinding& f : findings) {
    Json json = {{"check", f.check},
                 {"severity", name_of(f.severity)},
                 {"message", f.message}};
    if (!f.path.empty()) json["path"] = f.path;
    if (!f.quote.empty()) {
      json["quote"] = f.quote;
      json["span"] = {f.span.begin, f.span.end};
    }
    if (f.page > 0) json["page"] = f.page;
    list.push_back(std::move(json));
  }
  const std::size_t warnings = warnings_in(findings);
  const Json json = {
      {"schema", "kehoach.lint/1"},
      {"plan",
       {{"path", plan.source.path},
        {"code", or_null(plan.document.code)},
        {"issuer", or_null(plan.document.issuer)},
        {"issued_on", or_null(plan.document.issued_on)}}},
      {"findings", std::move(list)},
      {"summary",
       {{"warning", warnings}, {"info", findings.size() - warnings}}}};
  return line_of(json);
}

}  // namespace kehoach
