// Audits as a workbook: matrix, findings, own obligations, sources.

#include <fmt/format.h>

#include "report/audit_writers.h"
#include "report/layout.h"
#include "report/review_words.h"
#include "report/workbook.h"

namespace kehoach {
namespace {

class AuditBook {
 public:
  AuditBook(Workbook& book, const std::vector<Matrix>& all, Language language)
      : book_(book),
        all_(all),
        language_(language),
        labels_(labels_of(language)) {}

  void write();

 private:
  void matrix(std::size_t index);
  void whole_matrix(Sheet& sheet, const Matrix& matrix);
  void heat_map(Sheet& sheet, const Matrix& matrix);
  void details(const std::string& name, const Matrix& matrix);
  void findings();
  void own();
  void sources();

  [[nodiscard]] std::string note(const Matrix& matrix) const;
  [[nodiscard]] std::string status(const AuditItem* item) const {
    return std::string(item == nullptr ? labels_.unknown
                                       : status_words(labels_, item->status));
  }
  [[nodiscard]] std::string score(const AuditItem* item) const {
    return item == nullptr ? "" : score_words(item->score, language_);
  }
  [[nodiscard]] std::string links(const AuditItem* item) const;
  [[nodiscard]] static std::string reasons(const AuditItem* item);
  [[nodiscard]] std::string finding_lines(const AuditItem* item) const;
  [[nodiscard]] std::vector<ColouredText> colours() const;
  // The same, and what `state_words` says beside.
  [[nodiscard]] std::vector<ColouredText> judged_colours() const;
  // The columns that say which obligation of the parent a row is about.
  [[nodiscard]] std::vector<Column> row_columns(double width) const;
  [[nodiscard]] std::vector<std::string> row_cells(const MatrixRow& row) const;
  // The name of a child where several parents are reported, of both.
  [[nodiscard]] std::string child_label(const Matrix& matrix,
                                        const Audit& audit) const;
  [[nodiscard]] static std::string text(std::string_view label) {
    return std::string(label);
  }

  Workbook& book_;
  const std::vector<Matrix>& all_;
  Language language_;
  const AuditLabels& labels_;
};

std::string AuditBook::links(const AuditItem* item) const {
  if (item == nullptr) return "";
  std::vector<std::string> lines;
  for (const AuditLink& link : item->links) {
    std::string where = place_words(link.child, language_);
    if (!where.empty()) where += ": ";
    lines.push_back(where + link.child.quote);
  }
  const bool is_missing = item->status == Coverage::missing;
  if (lines.empty())
    return text(is_missing ? labels_.nothing : labels_.unlinked);
  if (is_missing) lines.insert(lines.begin(), text(labels_.near) + ":");
  return join(lines, "\n");
}

std::string AuditBook::reasons(const AuditItem* item) {
  std::vector<std::string> lines;
  if (item != nullptr) {
    for (const AuditLink& link : item->links) {
      if (!link.reason.empty()) lines.push_back(link.reason);
    }
  }
  return join(lines, "\n");
}

std::string AuditBook::finding_lines(const AuditItem* item) const {
  std::vector<std::string> lines;
  if (item != nullptr) {
    for (const Finding& finding : item->findings) {
      lines.push_back(fmt::format("{}: {}", kind_words(labels_, finding.kind),
                                  finding.message));
    }
  }
  return join(lines, "\n");
}

std::vector<ColouredText> AuditBook::colours() const {
  constexpr std::array<CellColour, kCoverages> kColours = {
      CellColour::good, CellColour::fair, CellColour::bad};
  std::vector<ColouredText> all;
  for (std::size_t i = 0; i < kCoverages; ++i)
    all.push_back({text(labels_.status[i]), kColours[i]});
  return all;
}

std::vector<ColouredText> AuditBook::judged_colours() const {
  std::vector<ColouredText> all = colours();
  for (const std::string_view found : labels_.status) {
    for (std::size_t i = 0; i < kCoverages; ++i) {
      const std::string_view judged = labels_.status[i];
      std::string words = text(judged);
      if (found != judged) {
        words = fmt::format("{} → {}", found, judged);
        all.push_back({words, all[i].colour});
      }
      if (i > 0) {
        all.push_back({with_reason(labels_, words), CellColour::settled});
      }
    }
  }
  return all;
}

std::vector<Column> AuditBook::row_columns(double width) const {
  return {{text(labels_.number), 5, CellStyle::centred},
          {text(labels_.place), 13},
          {text(labels_.parent), width},
          {text(labels_.lead), 16}};
}

std::vector<std::string> AuditBook::row_cells(const MatrixRow& row) const {
  return {std::to_string(row.number), place_words(*row.parent, language_),
          row.parent->quote, join(row.parent->lead, "; ")};
}

std::string AuditBook::child_label(const Matrix& matrix,
                                   const Audit& audit) const {
  std::string label = plan_label(audit.child);
  if (all_.size() > 1) label += " ← " + plan_label(*matrix.parent);
  return label;
}

std::string AuditBook::note(const Matrix& matrix) const {
  return summary_lines(matrix, language_).front();
}

// One child: all about a row stands in it.
void AuditBook::whole_matrix(Sheet& sheet, const Matrix& matrix) {
  std::vector<Column> columns = row_columns(42);
  columns.insert(columns.end(), {{text(labels_.state), 11, CellStyle::status},
                                 {text(labels_.score), 8, CellStyle::centred},
                                 {text(labels_.child), 42},
                                 {text(labels_.reason), 24},
                                 {text(labels_.findings), 24},
                                 {text(labels_.review), 24}});
  sheet.begin(labels_.title, note(matrix), columns);
  for (const MatrixRow& row : matrix.rows) {
    const AuditItem* const item = row.cells[0];
    std::vector<std::string> cells = row_cells(row);
    cells.insert(cells.end(),
                 {status(item), score(item), links(item), reasons(item),
                  finding_lines(item), review_lines(item, language_)});
    sheet.row(cells);
  }
}

// Several: a column of states for each.
void AuditBook::heat_map(Sheet& sheet, const Matrix& matrix) {
  std::vector<Column> columns = row_columns(60);
  for (const Audit* audit : matrix.children)
    columns.push_back({plan_label(audit->child), 15, CellStyle::status});
  sheet.begin(labels_.title, note(matrix), columns);
  for (const MatrixRow& row : matrix.rows) {
    std::vector<std::string> cells = row_cells(row);
    for (const AuditItem* item : row.cells)
      cells.push_back(item == nullptr ? text(labels_.unknown)
                                      : state_words(*item, language_));
    sheet.row(cells);
  }
}

void AuditBook::details(const std::string& name, const Matrix& matrix) {
  Sheet& sheet = book_.add(name);
  std::vector<Column> columns = row_columns(40);
  columns.insert(columns.end(), {{text(labels_.child_side), 22},
                                 {text(labels_.state), 11, CellStyle::status},
                                 {text(labels_.score), 8, CellStyle::centred},
                                 {text(labels_.child), 40},
                                 {text(labels_.reason), 24},
                                 {text(labels_.findings), 24},
                                 {text(labels_.review), 24}});
  sheet.begin(labels_.detail, note(matrix), columns);
  for (const MatrixRow& row : matrix.rows) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const AuditItem* const item = row.cells[i];
      std::vector<std::string> cells = row_cells(row);
      cells.insert(cells.end(),
                   {plan_label(matrix.children[i]->child), status(item),
                    score(item), links(item), reasons(item),
                    finding_lines(item), review_lines(item, language_)});
      sheet.row(cells);
    }
  }
  sheet.end(3, colours());
}

void AuditBook::matrix(std::size_t index) {
  const Matrix& matrix = all_[index];
  const std::string number = index == 0 ? "" : fmt::format(" {}", index + 1);
  Sheet& sheet = book_.add(text(labels_.matrix) + number);
  const bool is_single = matrix.children.size() == 1;
  if (is_single) {
    whole_matrix(sheet, matrix);
  } else {
    heat_map(sheet, matrix);
  }
  sheet.end(3, is_single ? colours() : judged_colours());
  if (!is_single) details(text(labels_.detail) + number, matrix);
}

void AuditBook::findings() {
  Sheet& sheet = book_.add(text(labels_.findings));
  std::vector<std::vector<std::string>> rows;
  const auto add = [&](const Matrix& matrix, const Audit& audit,
                       const AuditedObligation* parent,
                       const Finding& finding) {
    rows.push_back({std::to_string(rows.size() + 1), child_label(matrix, audit),
                    text(kind_words(labels_, finding.kind)), finding.message,
                    parent == nullptr ? "" : place_words(*parent, language_),
                    finding.parent_quote, finding.child_quote,
                    parent == nullptr ? "" : parent->quote});
  };
  for (const Matrix& matrix : all_) {
    for (const Audit* audit : matrix.children) {
      for (const Finding& finding : audit->findings)
        add(matrix, *audit, nullptr, finding);
      for (const AuditItem& item : audit->items) {
        for (const Finding& finding : item.findings)
          add(matrix, *audit, &item.parent, finding);
      }
    }
  }
  sheet.begin(labels_.findings, rows.empty() ? labels_.no_findings : "",
              {{text(labels_.number), 5, CellStyle::centred},
               {text(labels_.child_side), 24},
               {text(labels_.finding), 18},
               {text(labels_.message), 32},
               {text(labels_.place), 13},
               {text(labels_.of_parent), 24},
               {text(labels_.of_child), 24},
               {text(labels_.parent), 42}});
  for (const auto& row : rows) sheet.row(row);
  sheet.end(0, {});
}

void AuditBook::own() {
  Sheet& sheet = book_.add(text(labels_.own));
  std::vector<std::vector<std::string>> rows;
  for (const Matrix& matrix : all_) {
    for (const Audit* audit : matrix.children) {
      for (const AuditedObligation& o : audit->own) {
        rows.push_back({std::to_string(rows.size() + 1),
                        child_label(matrix, *audit), place_words(o, language_),
                        o.quote, join(o.lead, "; ")});
      }
    }
  }
  sheet.begin(labels_.own, rows.empty() ? labels_.no_own : "",
              {{text(labels_.number), 5, CellStyle::centred},
               {text(labels_.child_side), 28},
               {text(labels_.place), 13},
               {text(labels_.quote), 80},
               {text(labels_.lead), 28}});
  for (const auto& row : rows) sheet.row(row);
  sheet.end(0, {});
}

void AuditBook::sources() {
  Sheet& sheet = book_.add(text(labels_.sources));
  std::vector<Column> columns = {
      {text(labels_.role), 12},    {text(labels_.code), 18},
      {text(labels_.issuer), 32},  {text(labels_.issued_on), 13},
      {text(labels_.subject), 50}, {text(labels_.file), 40}};
  for (const std::string_view status : labels_.status)
    columns.push_back({text(status), 10, CellStyle::centred});
  sheet.begin(labels_.sources, "", columns);
  const auto add = [&](std::string_view role, const AuditedPlan& plan,
                       const Audit* audit) {
    std::vector<std::string> cells = {text(role),
                                      plan.code.value_or(""),
                                      plan.issuer.value_or(""),
                                      formal_date(plan.issued_on.value_or("")),
                                      plan.title,
                                      printable(plan.path)};
    for (std::size_t i = 0; i < kCoverages; ++i) {
      cells.push_back(audit == nullptr ? ""
                                       : std::to_string(audit->summary()[i]));
    }
    sheet.row(cells);
  };
  for (const Matrix& matrix : all_) {
    add(labels_.parent_side, *matrix.parent, nullptr);
    for (const Audit* audit : matrix.children)
      add(labels_.child_side, audit->child, audit);
  }
  sheet.end(0, {});
}

void AuditBook::write() {
  for (std::size_t i = 0; i < all_.size(); ++i) matrix(i);
  if (all_.empty()) {
    Sheet& sheet = book_.add(text(labels_.matrix));
    sheet.begin(labels_.title, labels_.no_audits, row_columns(60));
    sheet.end(3, {});
  }
  findings();
  own();
  sources();
}

}  // namespace

Result<std::string> audit_xlsx(const std::vector<Matrix>& all,
                               Language language) {
  Workbook book{std::string(labels_of(language).title), {}};
  AuditBook(book, all, language).write();
  return file_of(book);
}

}  // namespace kehoach
