// Audits as one page that needs nothing else: no network, and without its
// script a plain table.

#include <fmt/format.h>

#include "report/audit_gaps.h"
#include "report/audit_writers.h"
#include "report/layout.h"
#include "report/page_parts.h"
#include "report/review_words.h"

namespace kehoach {
namespace {

constexpr std::string_view kUnknown = "unknown";

class AuditPage {
 public:
  AuditPage(const std::vector<Matrix>& all, Language language)
      : all_(all), language_(language), labels_(labels_of(language)) {}

  [[nodiscard]] std::string write();

 private:
  void head();
  void tools();
  void choice(std::string_view value, std::string_view label,
              std::size_t count);
  void matrix(std::size_t index);
  void heat_map(std::size_t index);
  void row(std::size_t index, const MatrixRow& row);
  void cells(const Matrix& matrix, const MatrixRow& row);
  void about(const Audit& audit, const std::string& name);
  void links(const AuditItem& item);
  void finding(const Finding& finding);
  void dropped(const std::vector<const Finding*>& findings);
  void about_children(const Matrix& matrix);
  void sources();

  void add(std::string_view html) { out_ += html; }
  // `<tag class="kind">text</tag>`; nothing for an empty text.
  void element(std::string_view tag, std::string_view kind,
               std::string_view text) {
    if (text.empty()) return;
    out_ +=
        fmt::format("<{} class=\"{}\">{}</{}>", tag, kind, escaped(text), tag);
  }
  void heading(std::string_view text, std::size_t count) {
    out_ += fmt::format("<h2>{} ({})</h2>\n", escaped(text), count);
  }
  // `<td data-label="label">`: what stands above a cell on a phone.
  void cell(std::string_view label, std::string_view text) {
    out_ += fmt::format("<td data-label=\"{}\">{}</td>", escaped(label),
                        escaped(text));
  }
  void heads(std::initializer_list<std::string_view> labels) {
    out_ += "<thead><tr>";
    for (const std::string_view label : labels)
      out_ += fmt::format("<th scope=\"col\">{}</th>", escaped(label));
    out_ += "</tr></thead>\n";
  }
  [[nodiscard]] static std::string row_id(std::size_t matrix,
                                          const MatrixRow& row) {
    return fmt::format("p{}-{}", matrix + 1, row.number);
  }
  [[nodiscard]] std::string_view words(const AuditItem* item) const {
    return item == nullptr ? labels_.unknown
                           : status_words(labels_, item->status);
  }
  [[nodiscard]] static std::string_view kind(const AuditItem* item) {
    return item == nullptr ? kUnknown : name_of(item->status);
  }

  const std::vector<Matrix>& all_;
  Language language_;
  const AuditLabels& labels_;
  std::string out_;
};

void AuditPage::head() {
  add(page_begin(labels_.language, labels_.title));
  out_ += fmt::format(
      "<a class=\"skip\" href=\"#bang\">{}</a>\n<header><h1>{}</h1>\n",
      escaped(labels_.skip), escaped(labels_.title));
  for (const Matrix& matrix : all_) {
    const auto lines = summary_lines(matrix, language_);
    element("p", "summary", lines.front());
    if (is_large(matrix)) {
      out_ += fmt::format("<details><summary>{} ({})</summary>\n",
                          escaped(labels_.child_side), matrix.children.size());
    }
    if (lines.size() > 1) add("<ol>\n");
    for (std::size_t i = 1; i < lines.size(); ++i)
      element("li", "summary", lines[i]);
    if (lines.size() > 1) add("</ol>\n");
    if (is_large(matrix)) add("</details>\n");
  }
  add("</header>\n");
}

void AuditPage::choice(std::string_view value, std::string_view label,
                       std::size_t count) {
  out_ += fmt::format(
      "<label><input type=\"radio\" name=\"loc\" value=\"{}\"{}>{} "
      "({})</label>\n",
      value, value == "all" ? " checked" : "", escaped(label), count);
}

// Hidden until the script shows them: without it they could do nothing.
void AuditPage::tools() {
  std::size_t rows = 0;
  std::size_t gaps = 0;
  std::size_t missing = 0;
  std::size_t found = 0;
  std::size_t judged = 0;
  for (const Matrix& matrix : all_) {
    for (const MatrixRow& row : matrix.rows) {
      ++rows;
      if (row.open()) ++gaps;
      if (row.open() == Coverage::missing) ++missing;
      if (row.is_judged()) ++judged;
      if (row.findings() > 0) ++found;
    }
  }
  out_ += fmt::format(
      "<form class=\"tools\" hidden><fieldset><legend>{}"
      "</legend>\n",
      escaped(labels_.show));
  choice("all", labels_.all, rows);
  choice("gaps", labels_.only_gaps, gaps);
  choice("missing", labels_.only_missing, missing);
  choice("findings", labels_.with_findings, found);
  if (judged > 0) choice("judged", labels_.with_reviews, judged);
  out_ += fmt::format(
      "</fieldset>\n<label>{} <input type=\"search\" placeholder=\"{}\">"
      "</label>\n<output aria-live=\"polite\" data-unit=\"{}\"></output>"
      "</form>\n",
      escaped(labels_.search), escaped(labels_.search_hint),
      escaped(labels_.shown));
}

// Several children: the states of all on one look, each a link to its row.
void AuditPage::heat_map(std::size_t index) {
  const Matrix& matrix = all_[index];
  heading(labels_.heat, matrix.children.size());
  out_ += fmt::format(
      "<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
      "aria-label=\"{}\"><table class=\"heat{}\"><thead><tr><th "
      "scope=\"col\">{}</th>",
      escaped(labels_.heat), is_large(matrix) ? " dense" : "",
      escaped(labels_.parent));
  for (std::size_t i = 0; i < matrix.children.size(); ++i) {
    const std::string label = escaped(plan_label(matrix.children[i]->child));
    out_ += is_large(matrix)
                ? fmt::format("<th scope=\"col\" title=\"{}\">{}</th>", label,
                              i + 1)
                : fmt::format("<th scope=\"col\">{}</th>", label);
  }
  add("</tr></thead>\n<tbody>\n");
  constexpr std::size_t kHeadWidth = 60;
  for (const MatrixRow& row : matrix.rows) {
    out_ += fmt::format(
        "<tr data-of=\"{0}\"><th scope=\"row\"><a href=\"#{0}\">{1}. "
        "{2}</a></th>",
        row_id(index, row), row.number,
        escaped(shorten(row.parent->quote, kHeadWidth)));
    for (const AuditItem* item : row.cells) {
      const std::string said = review_lines(item, language_, "; ");
      out_ += fmt::format(
          "<td class=\"{}\"{}>{}</td>", state_class(item),
          said.empty() ? "" : fmt::format(" title=\"{}\"", escaped(said)),
          is_large(matrix)  ? state_sign(item)
          : item == nullptr ? escaped(labels_.unknown)
                            : escaped(state_words(*item, language_)));
    }
    add("</tr>\n");
  }
  add("</tbody></table></div>\n");
}

void AuditPage::matrix(std::size_t index) {
  const Matrix& matrix = all_[index];
  if (is_large(matrix)) element("p", "none", labels_.gaps_only);
  if (matrix.children.size() > 1) heat_map(index);
  heading(labels_.matrix, matrix.rows.size());
  out_ += fmt::format(
      "<table class=\"matrix stacked\"><thead><tr><th scope=\"col\" "
      "class=\"n\">{}</th><th scope=\"col\">{}</th>",
      escaped(labels_.number), escaped(labels_.parent));
  if (matrix.children.size() == 1) {
    out_ += fmt::format("<th scope=\"col\" class=\"s\">{}</th>",
                        escaped(labels_.state));
  }
  out_ += fmt::format("<th scope=\"col\">{}</th></tr></thead>\n<tbody>\n",
                      escaped(labels_.child));
  for (const MatrixRow& each : matrix.rows) row(index, each);
  add("</tbody></table>\n");
  if (matrix.rows.empty()) element("p", "none", labels_.no_obligations);
  about_children(matrix);
}

void AuditPage::row(std::size_t index, const MatrixRow& row) {
  const Matrix& matrix = all_[index];
  const auto open = row.open();
  out_ += fmt::format(
      "<tr id=\"{}\" data-state=\"{}\" data-findings=\"{}\"{}{}><td "
      "class=\"n\">{}</td><td data-label=\"{}\">",
      row_id(index, row), name_of(row.worst()), row.findings(),
      open ? fmt::format(" data-open=\"{}\"", name_of(*open)) : "",
      row.is_judged() ? " data-judged" : "", row.number,
      escaped(labels_.parent));
  element("span", "where", place_words(*row.parent, language_));
  element("p", "quote", row.parent->quote);
  if (!row.parent->lead.empty()) {
    element("span", "who",
            fmt::format("{}: {}", labels_.lead, join(row.parent->lead, "; ")));
  }
  add("</td>");
  if (is_large(matrix)) {
    out_ += fmt::format("<td data-label=\"{}\">{}</td>", escaped(labels_.child),
                        gaps_html(matrix, row, language_));
  } else {
    cells(matrix, row);
  }
  add("</tr>\n");
}

void AuditPage::cells(const Matrix& matrix, const MatrixRow& row) {
  const auto state = [&](const AuditItem* item) {
    element("span", fmt::format("state {}", kind(item)), words(item));
    add(judged_html(item, language_));
    if (item != nullptr && !item->links.empty())
      element("span", "why", " " + score_words(item->score, language_));
  };
  const bool is_single = matrix.children.size() == 1;
  if (is_single) {
    out_ += fmt::format("<td data-label=\"{}\">", escaped(labels_.state));
    state(row.cells[0]);
    add("</td>");
  }
  out_ += fmt::format("<td data-label=\"{}\">", escaped(labels_.child));
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    add("<div class=\"cell\">");
    if (!is_single) {
      state(row.cells[i]);
      element("span", "name", " " + plan_label(matrix.children[i]->child));
    }
    if (row.cells[i] != nullptr) links(*row.cells[i]);
    add("</div>");
  }
  add("</td>");
}

void AuditPage::links(const AuditItem& item) {
  // A part may be found in several, none of which answers by itself.
  const bool is_missing = item.status == Coverage::missing;
  if (item.links.empty())
    element("p", "none", is_missing ? labels_.nothing : labels_.unlinked);
  for (const AuditLink& link : item.links) {
    add(is_rejected(item, link) ? "<div class=\"link rejected\">"
                                : "<div class=\"link\">");
    if (item.status == Coverage::missing)
      element("p", "none", fmt::format("{}:", labels_.near));
    element("span", "where", place_words(link.child, language_));
    element("p", "quote", link.child.quote);
    if (!link.child.lead.empty()) {
      element(
          "span", "who",
          fmt::format("{}: {}. ", labels_.lead, join(link.child.lead, "; ")));
    }
    if (!link.reason.empty()) {
      element("span", "why",
              fmt::format("{}: {} ({})", labels_.reason, link.reason,
                          score_words(link.score, language_)));
    }
    add("</div>");
  }
  for (const Finding& each : item.findings) finding(each);
  for (const AuditReview& each : item.review)
    element("p", "review", decision_words(each, language_));
}

void AuditPage::finding(const Finding& finding) {
  out_ += fmt::format("<p class=\"finding\"><b>{}.</b> {}",
                      escaped(kind_words(labels_, finding.kind)),
                      escaped(finding.message));
  const auto quote = [&](std::string_view side, const std::string& text) {
    if (text.empty()) return;
    out_ += fmt::format("<br>{}: <q>{}</q>", escaped(side), escaped(text));
  };
  quote(labels_.parent_side, finding.parent_quote);
  quote(labels_.child_side, finding.child_quote);
  add("</p>");
}

void AuditPage::dropped(const std::vector<const Finding*>& findings) {
  if (findings.empty()) return;
  out_ += fmt::format("<div class=\"finding\"><b>{} ({}).</b> {}<ul>",
                      escaped(kind_words(labels_, FindingKind::dropped_target)),
                      findings.size(), escaped(labels_.dropped));
  for (const Finding* each : findings)
    out_ += fmt::format("<li><q>{}</q></li>", escaped(each->parent_quote));
  add("</ul></div>");
}

void AuditPage::about_children(const Matrix& matrix) {
  for (const Audit* audit : matrix.children) {
    const std::string name = matrix.children.size() > 1
                                 ? " - " + plan_label(audit->child)
                                 : std::string();
    if (!is_large(matrix)) about(*audit, name);
  }
}

void AuditPage::about(const Audit& audit, const std::string& name) {
  if (!audit.findings.empty()) {
    heading(std::string(labels_.findings) + name, audit.findings.size());
    const FindingGroups groups = grouped(audit.findings);
    for (const Finding* each : groups.single) finding(*each);
    dropped(groups.dropped);
  }
  if (audit.own.empty()) return;
  heading(std::string(labels_.own) + name, audit.own.size());
  add("<table class=\"stacked\">");
  heads({labels_.place, labels_.quote, labels_.lead});
  add("<tbody>\n");
  for (const AuditedObligation& o : audit.own) {
    add("<tr>");
    cell(labels_.place, place_words(o, language_));
    cell(labels_.quote, o.quote);
    cell(labels_.lead, join(o.lead, "; "));
    add("</tr>\n");
  }
  add("</tbody></table>\n");
}

void AuditPage::sources() {
  out_ += fmt::format("<footer><h2>{}</h2>\n<table class=\"stacked\">",
                      escaped(labels_.sources));
  heads({labels_.role, labels_.code, labels_.issuer, labels_.issued_on,
         labels_.subject, labels_.file});
  add("<tbody>\n");
  const auto source = [&](std::string_view role, const AuditedPlan& plan) {
    add("<tr>");
    cell(labels_.role, role);
    cell(labels_.code, plan.code.value_or(""));
    cell(labels_.issuer, plan.issuer.value_or(""));
    cell(labels_.issued_on, formal_date(plan.issued_on.value_or("")));
    cell(labels_.subject, plan.title);
    cell(labels_.file, plan.path);
    add("</tr>\n");
  };
  for (const Matrix& matrix : all_) {
    source(labels_.parent_side, *matrix.parent);
    for (const Audit* audit : matrix.children)
      source(labels_.child_side, audit->child);
  }
  add("</tbody></table></footer>\n");
}

std::string AuditPage::write() {
  head();
  tools();
  add("<main id=\"bang\">\n");
  out_ += fmt::format("<p class=\"no-rows none\" hidden>{}</p>\n",
                      escaped(labels_.none_shown));
  for (std::size_t i = 0; i < all_.size(); ++i) matrix(i);
  if (all_.empty()) element("p", "none", labels_.no_audits);
  add("</main>\n");
  if (!all_.empty()) sources();
  add(page_end());
  return std::move(out_);
}

}  // namespace

std::string audit_html(const std::vector<Matrix>& all, Language language) {
  return AuditPage(all, language).write();
}

}  // namespace kehoach
