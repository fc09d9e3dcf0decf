// How audits are said, in Vietnamese and in English. Private to report/.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "model/model.h"
#include "report/layout.h"
#include "report/report.h"

namespace kehoach {

// The words around what plans say. What plans say, and why a verdict was given,
// is Vietnamese in both languages.
struct AuditLabels {
  std::string_view language;                         // BCP 47
  std::array<std::string_view, kCoverages> status;   // by Coverage
  std::array<std::string_view, kFindingKinds> kind;  // by FindingKind
  std::string_view title, unknown;
  std::string_view number, place, parent, child, parent_side, child_side;
  std::string_view lead, score, reason, state, quote, message, findings,
      finding, review, own, sources, role, code, issuer, issued_on, subject,
      file;
  std::string_view matrix, detail, of_parent, of_child, nothing, unlinked, near;
  std::string_view no_obligations, no_audits, no_findings, no_own;
  std::string_view judged, justified;  // beside what was found
  std::string_view dropped;            // above the numbers that a child drops
  std::string_view gaps_only;  // on a page that leaves out what is covered
  // Controls of the page.
  std::string_view show, all, only_gaps, only_missing, with_findings,
      with_reviews, search, search_hint, shown, none_shown, skip, heat;
};
[[nodiscard]] const AuditLabels& labels_of(Language language);

[[nodiscard]] std::string_view status_words(const AuditLabels& labels,
                                            Coverage status);
// `Chưa có` is `Chưa có (đã giải trình)`.
[[nodiscard]] std::string with_reason(const AuditLabels& labels,
                                      std::string_view status);
// `●`, `◐`, `○`: told apart without colours too. A gap that people justified is
// `◈` (in part) or `◇`.
[[nodiscard]] std::string_view coverage_sign(Coverage status,
                                             bool is_justified = false);
// On a terminal.
[[nodiscard]] Colour colour_of(Coverage status);
[[nodiscard]] std::string_view kind_words(const AuditLabels& labels,
                                          FindingKind kind);

// How a report names a plan, as decree 30/2020/NĐ-CP, appendix I, II.6.b wants
// a document cited:
//
//   plan_name({.code = "218/KH-UBND", .issuer = "Ủy ban nhân dân tỉnh Cửu Hà",
//              .issued_on = "2024-06-05"})
//     == "Kế hoạch số 218/KH-UBND ngày 05/6/2024 của Ủy ban nhân dân tỉnh Cửu
//     Hà"
[[nodiscard]] std::string plan_name(const AuditedPlan& plan, Language language);
// The shortest that tells plans of one matrix apart: `218/KH-UBND - Ủy ban nhân
// dân tỉnh Cửu Hà`, else the name of its file.
[[nodiscard]] std::string plan_label(const AuditedPlan& plan);
// `a/b/plan.pdf` is `plan.pdf`.
[[nodiscard]] std::string_view file_name(std::string_view path);
// `mục IV.1.h, tr. 3`, in English `IV.1.h, p. 3`; may be empty.
[[nodiscard]] std::string place_words(const AuditedObligation& obligation,
                                      Language language);
// What is wrong with several things that one check of a plan found.
[[nodiscard]] std::string_view lint_words(std::string_view check);
// `0,83`; in English with a point.
[[nodiscard]] std::string score_words(double score, Language language);
// Day and month with the zeros that the decree asks for: `05/6/2024`,
// `22/01/2024`.
[[nodiscard]] std::string formal_date(std::string_view iso);

}  // namespace kehoach
