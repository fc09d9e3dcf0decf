// The audit of a family as tables: a plan a line, an obligation of the root a
// column, and which gaps people justified.

#include <fmt/format.h>

#include "report/audit_words.h"
#include "report/family.h"
#include "report/layout.h"
#include "report/report.h"
#include "report/review_words.h"
#include "report/tree_audit_parts.h"
#include "report/words.h"
#include "report/workbook.h"

namespace kehoach {
namespace {

std::string percent(const CoverageCounts& counts) {
  return sum_of(counts) == 0 ? "-"
                             : fmt::format("{:.0f}%", heat_of(counts) * 100);
}

class TreeTables {
 public:
  TreeTables(const PlanFamily& family, const TreeAudit& audit)
      : family_(family), audit_(audit) {}

  [[nodiscard]] std::string csv() const {
    std::string out(kByteOrderMark);
    std::vector<std::string> heads;
    for (const Column& column : plan_columns()) heads.push_back(column.head);
    heads.emplace_back("Giải trình");
    out += csv_row(heads);
    std::size_t number = 0;
    for (std::size_t node = 0; node < audit_.edges.size(); ++node) {
      if (audit_.through[node].empty()) continue;
      std::vector<std::string> cells = plan_cells(node, ++number);
      cells.push_back(reasons(node));
      for (std::string& text : cells) text = printable_lines(text);
      out += csv_row(cells);
    }
    return out;
  }

  void fill(Workbook& book) const {
    obligations(book);
    plans(book);
    gaps(book);
  }

 private:
  [[nodiscard]] std::string name(std::size_t node) const {
    return family_label(family_.nodes[node].document);
  }

  [[nodiscard]] std::vector<Column> plan_columns() const {
    std::vector<Column> columns = {{"TT", 6, CellStyle::centred},
                                   {"Kế hoạch", 40},
                                   {"Cấp", 10},
                                   {"Kế hoạch trên", 24},
                                   {"Tỷ lệ", 8, CellStyle::centred},
                                   {"Đầy đủ", 8, CellStyle::centred},
                                   {"Một phần", 8, CellStyle::centred},
                                   {"Chưa có", 8, CellStyle::centred},
                                   {"Phát hiện", 9, CellStyle::centred},
                                   {"Đã giải trình", 9, CellStyle::centred}};
    for (std::size_t row = 0; row < audit_.rows.size(); ++row) {
      const std::string place = path_words(audit_.rows[row].obligation.path);
      columns.push_back(
          {fmt::format("{}.{}{}", row + 1, place.empty() ? "" : " ", place), 14,
           CellStyle::status});
    }
    return columns;
  }

  [[nodiscard]] std::vector<std::string> plan_cells(std::size_t node,
                                                    std::size_t number) const {
    const EdgeAudit& edge = audit_.edges[node];
    CoverageCounts counts{};
    for (const Coverage status : audit_.through[node])
      ++counts[static_cast<std::size_t>(status)];
    std::vector<std::string> cells = {
        std::to_string(number), name(node),
        level_words(family_.nodes[node].document.level),
        family_name(family_.nodes[edge.parent].document), percent(counts)};
    for (const std::uint64_t count : counts)
      cells.push_back(std::to_string(count));
    cells.push_back(std::to_string(edge.findings));
    cells.push_back(std::to_string(edge.justified.size()));
    for (std::size_t row = 0; row < audit_.rows.size(); ++row)
      cells.push_back(
          cell_words(audit_.through[node][row], audit_.justified[node][row]));
    return cells;
  }

  // `II.1 "Trồng cây." (nhiệm vụ 3), chưa có. Đã giải trình: ...`, by line.
  [[nodiscard]] std::string reasons(std::size_t node) const {
    std::vector<std::string> lines;
    for (const JustifiedGap& gap : audit_.edges[node].justified) {
      std::string line = path_words(gap.obligation.path);
      line += fmt::format("{}\"{}\"", line.empty() ? "" : " ",
                          gap.obligation.quote);
      if (!gap.rows.empty())
        line += fmt::format(" (nhiệm vụ {})", rows_words(gap));
      line += ": " + cell_words(gap.status, false) + ". ";
      lines.push_back(line + decision_words(gap.review, Language::vi));
    }
    return join(lines, "\n");
  }

  [[nodiscard]] std::string note() const {
    const std::string corrected = corrected_words(audit_);
    return fmt::format("{}: {} nhiệm vụ, {} kế hoạch cấp dưới.{}",
                       name(audit_.root), audit_.rows.size(),
                       audited_plans(audit_),
                       corrected.empty() ? "" : " " + corrected + ".");
  }

  void obligations(Workbook& book) const {
    Sheet& sheet = book.add("Nhiệm vụ");
    std::vector<Column> columns = {{"TT", 5, CellStyle::centred},
                                   {"Mục", 13},
                                   {"Nhiệm vụ", 60},
                                   {"Chủ trì", 20}};
    const std::vector<TreeColumn> shares = tree_columns(audit_);
    for (const TreeColumn& each : shares)
      columns.push_back({each.name, 14, CellStyle::centred});
    columns.push_back({"Thiếu, đã giải trình", 12, CellStyle::centred});
    sheet.begin("Đối chiếu theo cấp", note(), columns);
    for (std::size_t row = 0; row < audit_.rows.size(); ++row) {
      const RollupRow& counts = audit_.rows[row];
      std::vector<std::string> cells = {
          std::to_string(row + 1), path_words(counts.obligation.path),
          counts.obligation.quote, join(counts.obligation.lead, "; ")};
      for (const TreeColumn& each : shares) {
        const CoverageCounts& of = each.of(counts);
        cells.push_back(
            fmt::format("{} ({}/{})", percent(of), of[0], sum_of(of)));
      }
      cells.push_back(std::to_string(counts.justified));
      sheet.row(cells);
    }
    sheet.end(3, {});
  }

  void plans(Workbook& book) const {
    Sheet& sheet = book.add("Kế hoạch");
    sheet.begin("Theo kế hoạch", note(), plan_columns());
    std::size_t number = 0;
    for (std::size_t node = 0; node < audit_.edges.size(); ++node) {
      if (!audit_.through[node].empty()) sheet.row(plan_cells(node, ++number));
    }
    sheet.end(2, {{cell_words(Coverage::covered, false), CellColour::good},
                  {cell_words(Coverage::partial, false), CellColour::fair},
                  {cell_words(Coverage::missing, false), CellColour::bad},
                  {cell_words(Coverage::partial, true), CellColour::settled},
                  {cell_words(Coverage::missing, true), CellColour::settled}});
  }

  void gaps(Workbook& book) const {
    Sheet& sheet = book.add("Giải trình");
    const std::vector<TreeGap> all = justified_gaps(audit_);
    sheet.begin("Chỗ thiếu đã giải trình",
                all.empty() ? "Chưa có giải trình nào." : "",
                {{"TT", 5, CellStyle::centred},
                 {"Kế hoạch", 34},
                 {"Kế hoạch trên", 24},
                 {"Mục", 13},
                 {"Nhiệm vụ của kế hoạch trên", 50},
                 {"Trạng thái", 11, CellStyle::status},
                 {"Lý do", 40},
                 {"Người giải trình", 20},
                 {"Ngày", 12},
                 {"Nhiệm vụ số", 12, CellStyle::centred}});
    for (std::size_t i = 0; i < all.size(); ++i) {
      const auto& [node, gap] = all[i];
      const ReviewDecision& decision = gap->review.decision;
      sheet.row(
          {std::to_string(i + 1), name(node),
           family_name(family_.nodes[audit_.edges[node].parent].document),
           path_words(gap->obligation.path), gap->obligation.quote,
           cell_words(gap->status, false), decision.note, decision.reviewer,
           date_words(decision.reviewed_at.substr(0, 10)), rows_words(*gap)});
    }
    sheet.end(2, {{cell_words(Coverage::partial, false), CellColour::fair},
                  {cell_words(Coverage::missing, false), CellColour::bad}});
  }

  const PlanFamily& family_;
  const TreeAudit& audit_;
};

}  // namespace

std::string tree_audit_csv(const PlanFamily& family, const TreeAudit& audit) {
  return TreeTables(family, audit).csv();
}

Result<std::string> tree_audit_xlsx(const PlanFamily& family,
                                    const TreeAudit& audit) {
  Workbook book{"Đối chiếu theo cấp", {}};
  TreeTables(family, audit).fill(book);
  return file_of(book);
}

}  // namespace kehoach
