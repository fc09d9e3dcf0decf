// Audits for a reader at a terminal: gaps first.

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "report/audit_writers.h"
#include "report/layout.h"
#include "report/review_words.h"

namespace kehoach {
namespace {

constexpr std::string_view kNoSign = "·";
constexpr std::size_t kPlaceWidth = 12;

class AuditText {
 public:
  explicit AuditText(const AuditReport& how)
      : how_(how), style_(how.style), labels_(labels_of(how.language)) {}

  void add(const Matrix& matrix);
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void children(const Matrix& matrix);
  void table(const Matrix& matrix);
  void details(const Matrix& matrix, Coverage status);
  void row(const Matrix& matrix, const MatrixRow& row);
  void bare_cells(const Matrix& matrix, const MatrixRow& row);
  void cell(const Matrix& matrix, std::size_t child, const AuditItem& item);
  void link(const AuditLink& link);
  void finding(const Finding& finding, std::size_t indent);
  void dropped(const std::vector<const Finding*>& findings);
  void about_children(const Matrix& matrix);
  void sources(const Matrix& matrix);

  void heading(std::string_view text, std::size_t count) {
    out_ += fmt::format("\n{}\n", paint(style_, Colour::strong,
                                        fmt::format("{} ({})", text, count)));
  }
  void line(std::string_view first, std::string_view text, std::size_t indent) {
    out_ += wrap(first, printable(text), indent, style_.width);
  }
  [[nodiscard]] std::string sign(const AuditItem* item) const {
    if (item == nullptr) return paint(style_, Colour::dim, kNoSign);
    return paint(style_, colour_of(item->status),
                 coverage_sign(item->status, is_settled(*item)));
  }
  // `○ Chưa có`
  [[nodiscard]] std::string state(const AuditItem* item) const {
    const std::string words(item == nullptr
                                ? labels_.unknown
                                : status_words(labels_, item->status));
    return sign(item) + " " +
           paint(style_,
                 item == nullptr ? Colour::dim : colour_of(item->status),
                 words);
  }
  [[nodiscard]] static bool is_bare(const AuditItem& item) {
    return item.links.empty() && item.findings.empty() && item.review.empty();
  }
  // `[2] ` before what is said of a child where there are several.
  [[nodiscard]] static std::string tag(const Matrix& matrix,
                                       std::size_t child) {
    return matrix.children.size() > 1 ? fmt::format("[{}] ", child + 1) : "";
  }

  const AuditReport& how_;
  const Style& style_;
  const AuditLabels& labels_;
  std::string out_;
};

void AuditText::add(const Matrix& matrix) {
  if (!out_.empty()) out_ += "\n";
  children(matrix);
  table(matrix);
  for (const Coverage status :
       {Coverage::missing, Coverage::partial, Coverage::covered})
    details(matrix, status);
  about_children(matrix);
  sources(matrix);
}

void AuditText::children(const Matrix& matrix) {
  const auto lines = summary_lines(matrix, how_.language);
  line("", lines.front(), 0);
  for (std::size_t i = 1; i < lines.size(); ++i)
    line("  " + tag(matrix, i - 1), lines[i], 6);
}

// `●◐○ IV.1.h      Rà soát, cập nhật ...`: a line for each obligation. Signs
// that would leave no room for its words stand on lines of their own.
void AuditText::table(const Matrix& matrix) {
  heading(labels_.matrix, matrix.rows.size());
  std::string legend = "  ";
  for (std::size_t i = 0; i < kCoverages; ++i) {
    legend += paint(style_, colour_of(static_cast<Coverage>(i)),
                    coverage_sign(static_cast<Coverage>(i)));
    legend += fmt::format(" {}  ", labels_.status[i]);
  }
  const bool any = std::any_of(
      matrix.rows.begin(), matrix.rows.end(), [](const MatrixRow& row) {
        return std::any_of(row.cells.begin(), row.cells.end(),
                           [](const AuditItem* cell) {
                             return cell != nullptr && is_settled(*cell);
                           });
      });
  if (any) legend += fmt::format("◈ ◇ {}  ", labels_.justified);
  out_ += legend.substr(0, legend.size() - 2) + "\n";
  if (matrix.rows.empty()) line("  ", labels_.no_obligations, 2);
  const std::size_t room = style_.width / 3;
  const bool beside = matrix.children.size() <= room;
  for (const MatrixRow& row : matrix.rows) {
    std::string signs;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (!beside && i > 0 && i % (style_.width - 4) == 0) signs += "\n    ";
      signs += sign(row.cells[i]);
    }
    std::string text = "  ";
    if (beside) text += signs + " ";
    text += pad(shorten(printable(row.parent->path), kPlaceWidth), kPlaceWidth);
    text += " ";
    text += shorten(printable(row.parent->quote),
                    style_.width - std::min(columns(text), style_.width - 10));
    out_ += text + "\n";
    if (!beside) out_ += "    " + signs + "\n";
  }
}

void AuditText::details(const Matrix& matrix, Coverage status) {
  std::vector<const MatrixRow*> rows;
  for (const MatrixRow& row : matrix.rows) {
    if (row.worst() == status) rows.push_back(&row);
  }
  if (rows.empty()) return;
  heading(status_words(labels_, status), rows.size());
  for (const MatrixRow* each : rows) row(matrix, *each);
}

void AuditText::row(const Matrix& matrix, const MatrixRow& row) {
  std::string where = place_words(*row.parent, how_.language);
  if (!row.parent->lead.empty())
    where += (where.empty() ? "" : " - ") + join(row.parent->lead, "; ");
  const std::string number = fmt::format("\n{:>3}. ", row.number);
  if (where.empty()) {
    line(number, row.parent->quote, 5);
  } else {
    line(number, where, 5);
    line("     ", row.parent->quote, 5);
  }
  bare_cells(matrix, row);
  for (std::size_t child = 0; child < row.cells.size(); ++child) {
    if (row.cells[child] != nullptr && !is_bare(*row.cells[child]))
      cell(matrix, child, *row.cells[child]);
  }
}

// A line for all children of which there is no more to say than their state.
void AuditText::bare_cells(const Matrix& matrix, const MatrixRow& row) {
  std::map<std::string, std::string> tags;  // by what is said of them
  for (std::size_t child = 0; child < row.cells.size(); ++child) {
    const AuditItem* const item = row.cells[child];
    if (item == nullptr || is_bare(*item))
      tags[state(item)] += " " + tag(matrix, child);
  }
  const std::string colon = matrix.children.size() == 1 ? "" : ": ";
  for (const auto& [words, children] : tags)
    line("     " + words + colon, children, 7);
}

void AuditText::cell(const Matrix& matrix, std::size_t child,
                     const AuditItem& item) {
  out_ += "     " + tag(matrix, child) + state(&item);
  if (!item.links.empty())
    out_ += " (" + score_words(item.score, how_.language) + ")";
  out_ += "\n";
  if (item.status == Coverage::missing && !item.links.empty())
    line("       ", fmt::format("{}:", labels_.near), 7);
  for (const AuditLink& each : item.links) link(each);
  for (const Finding& each : item.findings) finding(each, 7);
  for (const AuditReview& each : item.review)
    line("       ", decision_words(each, how_.language), 9);
}

void AuditText::link(const AuditLink& link) {
  std::string where = place_words(link.child, how_.language);
  if (!where.empty()) where += ": ";
  line("       → ", where + link.child.quote, 9);
  if (link.reason.empty()) return;
  const std::string reason =
      link.reason + " (" + score_words(link.score, how_.language) + ")";
  std::string lines = wrap("         ", printable(reason), 9, style_.width);
  lines.pop_back();
  out_ += paint(style_, Colour::dim, lines) + "\n";
}

void AuditText::finding(const Finding& finding, std::size_t indent) {
  const std::string blanks(indent, ' ');
  const std::string mark =
      blanks + paint(style_, Colour::bad,
                     fmt::format("! {}:", kind_words(labels_, finding.kind)));
  line(mark + " ", finding.message, indent + 2);
  const auto quote = [&](std::string_view side, const std::string& words) {
    if (words.empty()) return;
    line(fmt::format("{}  {}: ", blanks, side), "\"" + words + "\"",
         indent + 4);
  };
  quote(labels_.parent_side, finding.parent_quote);
  quote(labels_.child_side, finding.child_quote);
}

void AuditText::dropped(const std::vector<const Finding*>& findings) {
  if (findings.empty()) return;
  const std::string_view kind =
      kind_words(labels_, FindingKind::dropped_target);
  line("  " + paint(style_, Colour::bad,
                    fmt::format("! {} ({}): ", kind, findings.size())),
       labels_.dropped, 4);
  for (const Finding* each : findings)
    line("    - ", "\"" + each->parent_quote + "\"", 6);
}

// What is wrong with a child as a whole, and what it adds.
void AuditText::about_children(const Matrix& matrix) {
  std::size_t found = 0;
  std::size_t own = 0;
  for (const Audit* audit : matrix.children) {
    found += audit->findings.size();
    own += audit->own.size();
  }
  if (found > 0) heading(labels_.findings, found);
  for (std::size_t i = 0; i < matrix.children.size() && found > 0; ++i) {
    const auto& findings = matrix.children[i]->findings;
    if (!findings.empty() && matrix.children.size() > 1)
      line("  " + tag(matrix, i), plan_label(matrix.children[i]->child), 6);
    const FindingGroups groups = grouped(findings);
    for (const Finding* each : groups.single) finding(*each, 2);
    dropped(groups.dropped);
  }
  if (how_.gaps || own == 0) return;
  heading(labels_.own, own);
  for (std::size_t i = 0; i < matrix.children.size(); ++i) {
    for (const AuditedObligation& o : matrix.children[i]->own) {
      std::string where = place_words(o, how_.language);
      if (!where.empty()) where += ": ";
      line("  " + tag(matrix, i), where + o.quote, 4);
    }
  }
}

void AuditText::sources(const Matrix& matrix) {
  heading(labels_.sources, matrix.children.size() + 1);
  const auto source = [&](const std::string& first, const AuditedPlan& plan) {
    line("  " + first, plan_name(plan, how_.language), 4);
    if (!plan.title.empty()) line("    ", plan.title, 4);
    line("    ", plan.path, 4);
  };
  source(fmt::format("{}: ", labels_.parent_side), *matrix.parent);
  for (std::size_t i = 0; i < matrix.children.size(); ++i) {
    source(fmt::format("{}{}: ", tag(matrix, i), labels_.child_side),
           matrix.children[i]->child);
  }
}

}  // namespace

std::string matrix_text(const std::vector<Matrix>& all,
                        const AuditReport& how) {
  AuditText text(how);
  for (const Matrix& matrix : all) text.add(matrix);
  std::string out = text.take();
  return out.empty() ? std::string(labels_of(how.language).no_audits) + "\n"
                     : out;
}

}  // namespace kehoach
