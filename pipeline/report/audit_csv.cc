// Audits as a table that any program reads.

#include <fmt/format.h>

#include "report/audit_writers.h"
#include "report/layout.h"
#include "report/review_words.h"
#include "text/text.h"

namespace kehoach {
namespace {

// What `say` makes of each link, one below the other.
template <typename F>
std::string of_links(const AuditItem& item, F&& say) {
  std::vector<std::string> lines;
  for (const AuditLink& link : item.links) lines.push_back(say(link));
  return join(lines, "\n");
}

class Csv {
 public:
  explicit Csv(Language language)
      : language_(language), labels_(labels_of(language)) {}

  [[nodiscard]] std::string head() const;
  [[nodiscard]] std::string cell(const Matrix& matrix, const MatrixRow& row,
                                 std::size_t child) const;

 private:
  [[nodiscard]] std::string findings(const AuditItem& item) const;

  Language language_;
  const AuditLabels& labels_;
};

std::string Csv::head() const {
  const auto of = [](std::string_view side, std::string_view what) {
    return fmt::format("{}: {}", side, what);
  };
  const AuditLabels& l = labels_;
  return csv_row({of(l.parent_side, l.code), of(l.parent_side, l.file),
                  std::string(l.number), of(l.parent_side, l.place),
                  of(l.parent_side, l.lead), of(l.parent_side, l.quote),
                  of(l.child_side, l.code), of(l.child_side, l.issuer),
                  of(l.child_side, l.file), std::string(l.state),
                  std::string(l.score), of(l.child_side, l.place),
                  of(l.child_side, l.lead), of(l.child_side, l.quote),
                  std::string(l.reason), std::string(l.findings),
                  std::string(l.review)});
}

std::string Csv::findings(const AuditItem& item) const {
  std::vector<std::string> lines;
  for (const Finding& finding : item.findings) {
    lines.push_back(fmt::format("{}: {}", kind_words(labels_, finding.kind),
                                finding.message));
  }
  return join(lines, "\n");
}

std::string Csv::cell(const Matrix& matrix, const MatrixRow& row,
                      std::size_t child) const {
  const AuditItem* const item = row.cells[child];
  const AuditItem nothing;
  const AuditItem& it = item == nullptr ? nothing : *item;
  const AuditedPlan& plan = matrix.children[child]->child;
  const auto place = [&](const AuditLink& link) {
    return place_words(link.child, language_);
  };
  std::vector<std::string> cells = {
      matrix.parent->code.value_or(""),
      printable(matrix.parent->path),
      std::to_string(row.number),
      place_words(*row.parent, language_),
      join(row.parent->lead, "; "),
      row.parent->quote,
      plan.code.value_or(""),
      plan.issuer.value_or(""),
      printable(plan.path),
      std::string(item == nullptr ? labels_.unknown
                                  : status_words(labels_, it.status)),
      item == nullptr ? "" : score_words(it.score, language_),
      of_links(it, place),
      of_links(it, [](const AuditLink& l) { return join(l.child.lead, "; "); }),
      of_links(it, [](const AuditLink& l) { return l.child.quote; }),
      of_links(it, [](const AuditLink& l) { return l.reason; }),
      findings(it),
      review_lines(item, language_)};
  for (std::string& text : cells) text = printable_lines(text);
  return csv_row(cells);
}

}  // namespace

std::string audit_csv(const std::vector<Matrix>& all, Language language) {
  const Csv csv(language);
  std::string out(kByteOrderMark);
  out += csv.head();
  for (const Matrix& matrix : all) {
    for (const MatrixRow& row : matrix.rows) {
      for (std::size_t child = 0; child < row.cells.size(); ++child)
        out += csv.cell(matrix, row, child);
    }
  }
  return out;
}

}  // namespace kehoach
