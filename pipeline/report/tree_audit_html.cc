// The audit of a family as one page that needs nothing else: for each
// obligation of the root what share of the plans carries it out, shallow beside
// deep and level by level; then the plans, those that lack most first.

#include <fmt/format.h>

#include <algorithm>

#include "report/family.h"
#include "report/page_parts.h"
#include "report/report.h"
#include "report/tree_audit_parts.h"
#include "report/words.h"

namespace kehoach {
namespace {

// Up to so many plans stand side by side; a screen does not hold more.
constexpr std::size_t kMostColumns = 60;

// What becomes of an obligation in all plans together.
Coverage worst_of(const RollupRow& row) {
  if (row.deep[1] + row.deep[2] == 0) return Coverage::covered;
  return row.deep[0] + row.deep[1] == 0 ? Coverage::missing : Coverage::partial;
}

std::string_view letter_of(Coverage status) {
  constexpr std::array<std::string_view, kCoverages> kLetters = {"●", "◐", "○"};
  return kLetters[static_cast<std::size_t>(status)];
}

class TreePage {
 public:
  TreePage(const PlanFamily& family, const TreeAudit& audit)
      : family_(family), audit_(audit), columns_(tree_columns(audit)) {
    for (std::size_t at = 0; at < family.nodes.size(); ++at) {
      if (!audit.through[at].empty()) plans_.push_back(at);
    }
  }

  [[nodiscard]] std::string write() {
    head();
    tools();
    out_ +=
        "<main id=\"bang\">\n<p class=\"no-rows none\" hidden>Không có "
        "nhiệm vụ nào phù hợp.</p>\n";
    shares();
    if (plans_.size() <= kMostColumns) map();
    plans();
    out_ += "</main>\n" + page_end();
    return std::move(out_);
  }

 private:
  void heading(std::string_view text, std::size_t count) {
    out_ += fmt::format("<h2>{} ({})</h2>\n", text, count);
  }
  void scroll(std::string_view label, std::string_view kind) {
    out_ += fmt::format(
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
        "aria-label=\"{}\">"
        "<table class=\"{}\"><thead><tr>",
        label, kind);
  }
  void column(std::string_view name) {
    out_ += fmt::format("<th scope=\"col\">{}</th>", escaped(name));
  }
  [[nodiscard]] std::string name_of_plan(std::size_t at) const {
    const FamilyDocument& d = family_.nodes[at].document;
    const std::string issue = family_issue(d);
    return family_name(d) + (issue.empty() ? "" : " - " + issue);
  }

  void head() {
    const std::string root = name_of_plan(audit_.root);
    out_ = page_begin("vi", "Đối chiếu " + root);
    out_ += fmt::format(
        "<a class=\"skip\" href=\"#bang\">Đến bảng đối chiếu</a>\n<header><h1>"
        "Đối chiếu theo cấp</h1>\n<p class=\"summary\">{}: {} nhiệm vụ, {} kế "
        "hoạch cấp dưới.</p>\n<p class=\"why\">Tỷ lệ kế hoạch triển khai "
        "đầy đủ, một phần tính một nửa. “Trực tiếp”: các kế hoạch ngay dưới; "
        "“mọi cấp”: qua từng cấp đến cuối.</p></header>\n",
        escaped(root), audit_.rows.size(), audited_plans(audit_));
  }

  void choice(std::string_view value, std::string_view label,
              std::size_t count) {
    out_ += fmt::format(
        "<label><input type=\"radio\" name=\"loc\" value=\"{}\"{}>{} ({})"
        "</label>\n",
        value, value == "all" ? " checked" : "", label, count);
  }

  void tools() {
    const auto count = [&](auto&& wanted) {
      return static_cast<std::size_t>(
          std::count_if(audit_.rows.begin(), audit_.rows.end(), wanted));
    };
    out_ +=
        "<form class=\"tools\" hidden><fieldset><legend>Hiển thị</legend>\n";
    choice("all", "Tất cả", audit_.rows.size());
    choice("gaps", "Chỉ các lỗ hổng", count([](const RollupRow& row) {
             return worst_of(row) != Coverage::covered;
           }));
    choice("missing", "Chỉ nhiệm vụ chưa có", count([](const RollupRow& row) {
             return worst_of(row) == Coverage::missing;
           }));
    out_ +=
        "</fieldset>\n<label>Tìm trong bảng <input type=\"search\" "
        "placeholder=\"gõ có dấu hoặc không dấu\"></label>\n<output "
        "aria-live=\"polite\" data-unit=\"nhiệm vụ đang hiển thị\"></output>"
        "</form>\n";
  }

  // The colour is never alone: the share and the counts stand in the cell.
  void share(const CoverageCounts& counts) {
    const std::uint64_t all = sum_of(counts);
    if (all == 0) {
      out_ += "<td class=\"unknown\">-</td>";
      return;
    }
    const double share = heat_of(counts);
    const int step = share >= 0.9    ? 4
                     : share >= 0.7  ? 3
                     : share >= 0.5  ? 2
                     : share >= 0.25 ? 1
                                     : 0;
    out_ += fmt::format(
        "<td class=\"h{}\" title=\"đầy đủ {}, một phần {}, chưa có {}\">{:.0f}%"
        "<small>{}/{}</small></td>",
        step, counts[0], counts[1], counts[2], share * 100, counts[0], all);
  }

  void shares() {
    heading("Nhiệm vụ", audit_.rows.size());
    scroll("Nhiệm vụ", "heat shares");
    column("Nhiệm vụ cấp trên");
    for (const TreeColumn& each : columns_) column(each.name);
    out_ += "</tr></thead>\n<tbody>\n";
    for (std::size_t i = 0; i < audit_.rows.size(); ++i) {
      const RollupRow& row = audit_.rows[i];
      out_ += fmt::format(
          "<tr id=\"n{}\" data-state=\"{}\" data-findings=\"0\"><th "
          "scope=\"row\"><span class=\"where\">{}. {}</span>{}</th>",
          i + 1, name_of(worst_of(row)), i + 1,
          escaped(path_words(row.obligation.path)),
          escaped(row.obligation.quote));
      for (const TreeColumn& each : columns_) share(each.of(row));
      out_ += "</tr>\n";
    }
    out_ += "</tbody></table></div>\n";
  }

  // Each plan a column, in the order of the family.
  void map() {
    heading("Theo kế hoạch", plans_.size());
    out_ +=
        "<p class=\"why\"><span class=\"state covered\">● Đầy đủ</span> <span "
        "class=\"state partial\">◐ Một phần</span> <span class=\"state "
        "missing\">○ Chưa có</span></p>\n";
    scroll("Theo kế hoạch", "heat map");
    column("Nhiệm vụ");
    for (const std::size_t at : plans_) column(name_of_plan(at));
    out_ += "</tr></thead>\n<tbody>\n";
    for (std::size_t i = 0; i < audit_.rows.size(); ++i) {
      out_ += fmt::format(
          "<tr data-of=\"n{0}\"><th scope=\"row\"><a href=\"#n{0}\">{0}. {1}"
          "</a></th>",
          i + 1, escaped(path_words(audit_.rows[i].obligation.path)));
      for (const std::size_t at : plans_) {
        const Coverage status = audit_.through[at][i];
        out_ += fmt::format("<td class=\"{}\">{}</td>", name_of(status),
                            letter_of(status));
      }
      out_ += "</tr>\n";
    }
    out_ += "</tbody></table></div>\n";
  }

  struct Line {
    std::size_t at = 0;
    CoverageCounts counts{};
  };

  [[nodiscard]] std::vector<Line> lines() const {
    std::vector<Line> all;
    for (const std::size_t at : plans_) {
      Line line{at};
      for (const Coverage status : audit_.through[at])
        ++line.counts[static_cast<std::size_t>(status)];
      all.push_back(line);
    }
    // Departments and schools carry out their share only: behind the others.
    const auto order = [&](const Line& line) {
      return std::tuple(family_.nodes[line.at].document.level == "unit",
                        heat_of(line.counts));
    };
    std::stable_sort(all.begin(), all.end(), [&](const Line& a, const Line& b) {
      return order(a) < order(b);
    });
    return all;
  }

  void plans() {
    heading("Kế hoạch, thiếu nhiều đứng trước", plans_.size());
    scroll("Kế hoạch", "heat plans");
    for (const std::string_view name :
         {"Kế hoạch", "Cấp", "Tỷ lệ", "Đầy đủ", "Một phần", "Chưa có",
          "Phát hiện", "Đã giải trình"})
      column(name);
    out_ += "</tr></thead>\n<tbody>\n";
    for (const Line& line : lines()) {
      out_ += fmt::format(
          "<tr><th scope=\"row\">{}</th><td>{}</td>",
          escaped(name_of_plan(line.at)),
          escaped(level_words(family_.nodes[line.at].document.level)));
      share(line.counts);
      for (const std::uint64_t count : line.counts)
        out_ += fmt::format("<td>{}</td>", count);
      out_ += fmt::format("<td>{}</td><td>{}</td></tr>\n",
                          audit_.edges[line.at].findings,
                          audit_.edges[line.at].justified);
    }
    out_ += "</tbody></table></div>\n";
  }

  const PlanFamily& family_;
  const TreeAudit& audit_;
  std::vector<TreeColumn> columns_;
  std::vector<std::size_t> plans_;  // nodes that were audited
  std::string out_;
};

}  // namespace

std::string tree_audit_html(const PlanFamily& family, const TreeAudit& audit) {
  return TreePage(family, audit).write();
}

}  // namespace kehoach
