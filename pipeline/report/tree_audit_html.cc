// The audit of a family as one page that needs nothing else: for each
// obligation of the root what share of the plans carries it out, shallow beside
// deep and level by level; then the plans, those that lack most first.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "report/audit_words.h"
#include "report/family.h"
#include "report/page_parts.h"
#include "report/report.h"
#include "report/review_words.h"
#include "report/tree_audit_parts.h"
#include "report/words.h"

namespace kehoach {
namespace {

// Up to so many plans stand side by side; a screen does not hold more.
constexpr std::size_t kMostColumns = 60;
// Of more plans only the first are in the table; the script makes the rows of
// the others when they are scrolled to.
constexpr std::size_t kMostRows = 200;

class TreePage {
 public:
  TreePage(const PlanFamily& family, const TreeAudit& audit)
      : family_(family),
        audit_(audit),
        columns_(tree_columns(audit)),
        gaps_(justified_gaps(audit)) {
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
    gaps();
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
    return family_label(family_.nodes[at].document);
  }

  void head() {
    const std::string root = name_of_plan(audit_.root);
    out_ = page_begin("vi", "Đối chiếu " + root);
    out_ += fmt::format(
        "<a class=\"skip\" href=\"#bang\">Đến bảng đối chiếu</a>\n<header><h1>"
        "Đối chiếu theo cấp</h1>\n<p class=\"summary\">{}: {} nhiệm vụ, {} kế "
        "hoạch cấp dưới.</p>\n<p class=\"why\">Tỷ lệ kế hoạch triển khai "
        "đầy đủ, một phần tính một nửa. “Trực tiếp”: các kế hoạch ngay dưới; "
        "“mọi cấp”: qua từng cấp đến cuối.</p>",
        escaped(root), audit_.rows.size(), audited_plans(audit_));
    const std::string corrected = corrected_words(audit_);
    if (!corrected.empty())
      out_ += fmt::format("<p class=\"why\">{}.</p>", corrected);
    out_ += "</header>\n";
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
             return open_of(row).has_value();
           }));
    choice("missing", "Chỉ nhiệm vụ chưa có", count([](const RollupRow& row) {
             return open_of(row) == Coverage::missing;
           }));
    if (!gaps_.empty()) {
      choice("judged", "Chỉ nhiệm vụ có giải trình",
             count([&](const RollupRow& row) { return is_judged(row); }));
    }
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
          "<tr id=\"n{}\" data-state=\"{}\" data-findings=\"0\"{}{}><th "
          "scope=\"row\"><span class=\"where\">{}. {}</span>{}{}</th>",
          i + 1, name_of(worst_of(row)), open_words(row),
          is_judged(row) ? " data-judged" : "", i + 1,
          escaped(path_words(row.obligation.path)),
          escaped(row.obligation.quote), settled_words(row));
      for (const TreeColumn& each : columns_) share(each.of(row));
      out_ += "</tr>\n";
    }
    out_ += "</tbody></table></div>\n";
  }

  [[nodiscard]] static std::string open_words(const RollupRow& row) {
    const auto open = open_of(row);
    return open ? fmt::format(" data-open=\"{}\"", name_of(*open)) : "";
  }
  [[nodiscard]] static std::string settled_words(const RollupRow& row) {
    if (row.justified == 0) return "";
    return fmt::format(
        " <span class=\"state settled\">◇ đã giải trình {}/{} chỗ thiếu"
        "</span>",
        row.justified, row.deep[1] + row.deep[2]);
  }
  // Whether people justified a gap of some plan in it.
  [[nodiscard]] bool is_judged(const RollupRow& row) const {
    const auto at = static_cast<std::uint32_t>(&row - audit_.rows.data());
    return std::any_of(gaps_.begin(), gaps_.end(), [&](const TreeGap& each) {
      const auto& rows = each.gap->rows;
      return std::find(rows.begin(), rows.end(), at) != rows.end();
    });
  }

  // What people said of a cell: links to their reasons, behind its sign.
  void cell(std::size_t node, std::size_t row) {
    const Coverage status = audit_.through[node][row];
    const bool is_settled = audit_.justified[node][row];
    std::string links, title;
    for (std::size_t i = 0; i < gaps_.size(); ++i) {
      const auto& [at, gap] = gaps_[i];
      if (at != node ||
          std::find(gap->rows.begin(), gap->rows.end(), row) == gap->rows.end())
        continue;
      links += fmt::format("<a href=\"#g{}\">*</a>", i + 1);
      title += (title.empty() ? "" : "; ") +
               decision_words(gap->review, Language::vi);
    }
    if (is_settled && title.empty()) title = "Đã giải trình ở kế hoạch trên";
    if (!title.empty()) title = " title=\"" + escaped(title) + "\"";
    out_ += fmt::format("<td class=\"{}{}\"{}>{}{}</td>", name_of(status),
                        is_settled ? " settled" : "", title,
                        coverage_sign(status, is_settled), links);
  }

  // Each plan a column, in the order of the family.
  void map() {
    heading("Theo kế hoạch", plans_.size());
    out_ +=
        "<p class=\"why\"><span class=\"state covered\">● Đầy đủ</span> <span "
        "class=\"state partial\">◐ Một phần</span> <span class=\"state "
        "missing\">○ Chưa có</span>";
    if (!gaps_.empty()) {
      out_ +=
          " <span class=\"state settled\">◈ Một phần, ◇ Chưa có: đã giải "
          "trình</span> * có chỗ đã giải trình";
    }
    out_ += "</p>\n";
    scroll("Theo kế hoạch", "heat map");
    column("Nhiệm vụ");
    for (const std::size_t at : plans_) column(name_of_plan(at));
    out_ += "</tr></thead>\n<tbody>\n";
    for (std::size_t i = 0; i < audit_.rows.size(); ++i) {
      out_ += fmt::format(
          "<tr data-of=\"n{0}\"><th scope=\"row\"><a href=\"#n{0}\">{0}. {1}"
          "</a></th>",
          i + 1, escaped(path_words(audit_.rows[i].obligation.path)));
      for (const std::size_t at : plans_) cell(at, i);
      out_ += "</tr>\n";
    }
    out_ += "</tbody></table></div>\n";
  }

  // Which gaps people justified, and why.
  void gaps() {
    if (gaps_.empty()) return;
    heading("Chỗ thiếu đã giải trình", gaps_.size());
    out_ += "<table class=\"stacked\"><thead><tr>";
    for (const std::string_view name :
         {"Kế hoạch", "Nhiệm vụ của kế hoạch trên", "Trạng thái", "Giải trình",
          "Nhiệm vụ số"})
      column(name);
    out_ += "</tr></thead>\n<tbody>\n";
    for (std::size_t i = 0; i < gaps_.size(); ++i) {
      const auto& [node, gap] = gaps_[i];
      const std::size_t above = audit_.edges[node].parent;
      std::string place = family_name(family_.nodes[above].document);
      const std::string path = path_words(gap->obligation.path);
      if (!path.empty()) place += ", " + path;
      out_ += fmt::format(
          "<tr id=\"g{}\"><td data-label=\"Kế hoạch\">{}</td><td "
          "data-label=\"Nhiệm vụ của kế hoạch trên\"><span class=\"where\">{}"
          "</span>{}</td><td data-label=\"Trạng thái\"><span class=\"state "
          "{}\">{}</span></td><td data-label=\"Giải trình\">{}</td><td "
          "data-label=\"Nhiệm vụ số\">",
          i + 1, escaped(name_of_plan(node)), escaped(place),
          escaped(gap->obligation.quote), name_of(gap->status),
          cell_words(gap->status, false),
          escaped(decision_words(gap->review, Language::vi)));
      for (const std::uint32_t row : gap->rows)
        out_ += fmt::format("<a href=\"#n{0}\">{0}</a> ", row + 1);
      out_ += "</td></tr>\n";
    }
    out_ += "</tbody></table>\n";
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

  // By the root's obligations: c(overed), p(artial), m(issing); in capitals
  // where it is justified.
  [[nodiscard]] std::string letters(std::size_t node) const {
    std::string all;
    for (std::size_t row = 0; row < audit_.rows.size(); ++row) {
      const char letter = name_of(audit_.through[node][row]).front();
      const bool is_settled = audit_.justified[node][row];
      all += is_settled ? static_cast<char>(letter - 'a' + 'A') : letter;
    }
    return all;
  }
  [[nodiscard]] std::string signs(std::size_t node) const {
    std::string all;
    for (std::size_t row = 0; row < audit_.rows.size(); ++row) {
      all +=
          coverage_sign(audit_.through[node][row], audit_.justified[node][row]);
    }
    return all;
  }

  // All plans, for the script.
  void plan_data(const std::vector<Line>& all) {
    using Json = nlohmann::json;
    Json levels = Json::array();
    Json rows = Json::array();
    std::map<std::string, std::size_t> known;
    for (const Line& line : all) {
      const auto [level, is_new] = known.emplace(
          level_words(family_.nodes[line.at].document.level), known.size());
      if (is_new) levels.push_back(level->first);
      rows.push_back({printable(name_of_plan(line.at)), level->second,
                      letters(line.at), audit_.edges[line.at].findings,
                      audit_.edges[line.at].justified.size()});
    }
    const Json data = {{"levels", levels}, {"plans", rows}};
    out_ += "<script type=\"application/json\" id=\"ke-hoach\">";
    // Nothing in it can end the element.
    for (const char c :
         data.dump(-1, ' ', false, Json::error_handler_t::replace)) {
      if (c == '<') {
        out_ += "\\u003c";
      } else {
        out_ += c;
      }
    }
    out_ += "</script>\n";
  }

  void find_plans() {
    out_ +=
        "<form class=\"find\" hidden><label>Tìm kế hoạch <input "
        "type=\"search\" placeholder=\"gõ có dấu hoặc không dấu\"></label> "
        "<output aria-live=\"polite\" data-unit=\"kế hoạch đang hiển thị\">"
        "</output></form>\n";
  }

  void more_plans(const std::vector<Line>& all) {
    out_ += fmt::format(
        "<p class=\"more\" hidden><button type=\"button\">Hiện thêm</button>"
        "</p>\n<p class=\"none\">Khi in chỉ có những kế hoạch đang hiển thị; "
        "bản XLSX, CSV hoặc JSON có tất cả {} kế hoạch.</p>\n",
        all.size());
    plan_data(all);
  }

  void plans() {
    const std::vector<Line> all = lines();
    const bool is_large = all.size() > kMostRows;
    heading("Kế hoạch, thiếu nhiều đứng trước", plans_.size());
    if (is_large) find_plans();
    scroll("Kế hoạch", "heat plans");
    for (const std::string_view name :
         {"Kế hoạch", "Cấp", "Tỷ lệ", "Đầy đủ", "Một phần", "Chưa có",
          "Phát hiện", "Đã giải trình", "Từng nhiệm vụ"})
      column(name);
    out_ += "</tr></thead>\n<tbody>\n";
    for (std::size_t i = 0; i < std::min(all.size(), kMostRows); ++i) {
      const Line& line = all[i];
      out_ += fmt::format(
          "<tr><th scope=\"row\">{}</th><td>{}</td>",
          escaped(name_of_plan(line.at)),
          escaped(level_words(family_.nodes[line.at].document.level)));
      share(line.counts);
      for (const std::uint64_t count : line.counts)
        out_ += fmt::format("<td>{}</td>", count);
      out_ += fmt::format(
          "<td>{}</td><td>{}</td><td class=\"signs\">{}</td></tr>\n",
          audit_.edges[line.at].findings,
          audit_.edges[line.at].justified.size(), signs(line.at));
    }
    out_ += "</tbody></table></div>\n";
    if (is_large) more_plans(all);
  }

  const PlanFamily& family_;
  const TreeAudit& audit_;
  std::vector<TreeColumn> columns_;
  std::vector<TreeGap> gaps_;
  std::vector<std::size_t> plans_;  // nodes that were audited
  std::string out_;
};

}  // namespace

std::string tree_audit_html(const PlanFamily& family, const TreeAudit& audit) {
  return TreePage(family, audit).write();
}

}  // namespace kehoach
