// The audit of a family for a reader at a terminal.

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "report/audit_words.h"
#include "report/family.h"
#include "report/layout.h"
#include "report/report.h"
#include "report/review_words.h"
#include "report/tree_audit_parts.h"
#include "report/words.h"
#include "text/text.h"

namespace kehoach {
namespace {

constexpr std::size_t kCell = 10;
constexpr std::size_t kMostListed = 10;
constexpr std::size_t kQuote = 120;

// At most `most` letters, the last an ellipsis where some were cut.
std::string cut(std::string_view text, std::size_t most) {
  std::string out;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size(); ++letters) {
    if (letters + 1 >= most) return out + "…";
    const Codepoint c = decode_at(text, at);
    append_utf8(out, c.value);
    at += c.size;
  }
  return out;
}

class TreeAuditText {
 public:
  TreeAuditText(const PlanFamily& family, const TreeAudit& audit,
                const Style& style)
      : family_(family),
        audit_(audit),
        style_(style),
        columns_(tree_columns(audit)) {
    // Narrow pages leave out the levels.
    constexpr std::size_t kText = 34;
    while (columns_.size() > 2 && kText + columns_.size() * kCell > style.width)
      columns_.pop_back();
    text_width_ = style.width - columns_.size() * kCell;
  }

  [[nodiscard]] std::string write() {
    head();
    for (const RollupRow& row : audit_.rows) line(row);
    worst();
    reasons();
    return std::move(out_);
  }

 private:
  void head() {
    const FamilyDocument& root = family_.nodes[audit_.root].document;
    out_ += wrap("",
                 paint(style_, Colour::strong, family_name(root)) + " " +
                     family_issue(root),
                 4, style_.width);
    out_ += wrap("",
                 fmt::format("{} nhiệm vụ, {} kế hoạch cấp dưới",
                             audit_.rows.size(), audited_plans(audit_)),
                 4, style_.width);
    if (const std::string corrected = corrected_words(audit_);
        !corrected.empty())
      out_ += wrap("", corrected, 4, style_.width);
    const std::size_t justified = justified_gaps(audit_).size();
    if (justified > 0) {
      const bool any =
          std::any_of(audit_.rows.begin(), audit_.rows.end(),
                      [](const RollupRow& row) { return row.justified > 0; });
      out_ += wrap("",
                   fmt::format("{} chỗ thiếu so với kế hoạch trên đã được giải "
                               "trình{}",
                               justified,
                               any ? " (◇: nhiệm vụ có kế hoạch còn thiếu mà "
                                     "mọi chỗ thiếu đều đã được giải trình)"
                                   : ""),
                   4, style_.width);
    }
    out_ += "\n" + std::string(text_width_, ' ');
    for (const TreeColumn& column : columns_) {
      const std::size_t width = columns(column.name);
      out_ += std::string(kCell - std::min(kCell, width), ' ') + column.name;
    }
    out_ += "\n";
  }

  [[nodiscard]] std::string cell(const CoverageCounts& counts) const {
    static constexpr std::array<std::string_view, 5> kBlocks = {"▁", "▃", "▅",
                                                                "▆", "█"};
    if (sum_of(counts) == 0) return std::string(kCell - 1, ' ') + "-";
    const double share = heat_of(counts);
    const auto block = static_cast<std::size_t>(share * 4.999);
    const std::string text =
        fmt::format("{} {:3.0f}%", kBlocks[block], share * 100);
    const Colour colour = share >= 0.9   ? Colour::good
                          : share >= 0.5 ? Colour::found
                                         : Colour::bad;
    return std::string(kCell - columns(text), ' ') +
           paint(style_, colour, text);
  }

  void line(const RollupRow& row) {
    std::string text = row.justified > 0 ? "◇ " : "";
    text += printable(row.obligation.path);
    if (!row.obligation.path.empty()) text += "  ";
    text += printable(row.obligation.quote);
    out_ += pad(cut(text, text_width_), text_width_);
    for (const TreeColumn& column : columns_) out_ += cell(column.of(row));
    out_ += "\n";
  }

  [[nodiscard]] std::string justified_words(std::size_t at) const {
    const std::size_t count = audit_.edges[at].justified.size();
    return count == 0 ? "" : fmt::format(" (đã giải trình {})", count);
  }

  // The plans that carry out least of what reaches them from the root.
  void worst() {
    std::vector<std::pair<std::size_t, std::size_t>> missing;
    for (std::size_t at = 0; at < family_.nodes.size(); ++at) {
      const auto& through = audit_.through[at];
      if (family_.nodes[at].document.level == "unit") continue;
      const auto count =
          std::count(through.begin(), through.end(), Coverage::missing);
      if (count > 0) missing.emplace_back(count, at);
    }
    if (missing.empty()) return;
    std::stable_sort(
        missing.begin(), missing.end(),
        [](const auto& a, const auto& b) { return a.first > b.first; });
    out_ += fmt::format("\n{}\n",
                        paint(style_, Colour::strong, "Thiếu nhiều nhất"));
    for (std::size_t i = 0; i < std::min(kMostListed, missing.size()); ++i) {
      const auto& [count, at] = missing[i];
      const FamilyDocument& d = family_.nodes[at].document;
      out_ += wrap("  ",
                   fmt::format("{} {}: thiếu {} trong {} nhiệm vụ{}",
                               family_name(d), family_issue(d), count,
                               audit_.rows.size(), justified_words(at)),
                   4, style_.width);
    }
  }

  // Which gaps people justified, and why.
  void reasons() {
    const std::vector<TreeGap> gaps = justified_gaps(audit_);
    if (gaps.empty()) return;
    out_ += fmt::format("\n{}\n",
                        paint(style_, Colour::strong,
                              fmt::format("Đã giải trình ({})", gaps.size())));
    for (std::size_t i = 0; i < std::min(kMostListed, gaps.size()); ++i) {
      const auto& [node, gap] = gaps[i];
      const FamilyDocument& d = family_.nodes[node].document;
      std::string text = fmt::format("{} {}: {}", family_name(d),
                                     family_issue(d), reason_place(*gap));
      out_ += wrap(fmt::format("  {} ", coverage_sign(gap->status, true)),
                   printable(text), 4, style_.width);
      out_ += wrap("    ", decision_words(gap->review, Language::vi), 4,
                   style_.width);
    }
    if (gaps.size() > kMostListed) {
      out_ += wrap("  ",
                   fmt::format("… và {} chỗ khác; --format html, csv, xlsx, "
                               "json có đủ",
                               gaps.size() - kMostListed),
                   4, style_.width);
    }
  }
  // `mục II.1 của kế hoạch trên "Trồng cây." (nhiệm vụ 1, 3)`
  [[nodiscard]] static std::string reason_place(const JustifiedGap& gap) {
    const std::string place = path_words(gap.obligation.path);
    std::string text = place.empty() ? "" : place + " của kế hoạch trên ";
    text += fmt::format("\"{}\"", cut(gap.obligation.quote, kQuote));
    if (!gap.rows.empty())
      text += fmt::format(" (nhiệm vụ {})", rows_words(gap));
    return text;
  }

  const PlanFamily& family_;
  const TreeAudit& audit_;
  const Style& style_;
  std::vector<TreeColumn> columns_;
  std::size_t text_width_ = 0;
  std::string out_;
};

}  // namespace

std::string tree_audit_text(const PlanFamily& family, const TreeAudit& audit,
                            const Style& style) {
  return TreeAuditText(family, audit, style).write();
}

}  // namespace kehoach
