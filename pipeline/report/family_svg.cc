// A family of plans as a picture: levels in columns from left to right, the
// plans of one parent below each other.

#include <fmt/format.h>

#include <algorithm>

#include "report/family.h"
#include "report/layout.h"
#include "report/page_parts.h"
#include "report/report.h"
#include "text/text.h"

namespace kehoach {
namespace {

constexpr double kBoxWidth = 264, kBoxHeight = 58;
constexpr double kGapX = 44, kGapY = 12, kMargin = 16;
// Letters of 12 pixels that a box holds.
constexpr std::size_t kMostLetters = 42;

std::string_view fill_of(const FamilyNode& node) {
  if (node.document.id == 0) return "#ffffff";
  const std::string& level = node.document.level;
  if (level == "central") return "#f6d5d5";
  if (level == "province") return "#fbe7c6";
  if (level == "district") return "#dcefd9";
  return level == "commune" ? "#d9e8f6" : "#eeeeee";
}

// The lines of a title, which may have several.
std::string escaped_lines(std::string_view text) {
  std::string out;
  for (const std::string_view line : split(text, '\n'))
    out += escaped(line) + '\n';
  out.pop_back();
  return out;
}

// At most `most` letters, the last an ellipsis where some were cut.
std::string cut(std::string_view text, std::size_t most) {
  if (columns(text) <= most) return std::string(text);
  std::string out;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size() && letters + 1 < most; ++letters) {
    const Codepoint c = decode_at(text, at);
    append_utf8(out, c.value);
    at += c.size;
  }
  return std::string(trim(out)) + "…";
}

class FamilySvg {
 public:
  explicit FamilySvg(const PlanFamily& family)
      : nodes_(family.nodes), y_(nodes_.size()) {}

  [[nodiscard]] std::string write() {
    place();
    std::size_t deepest = 0;
    for (const FamilyNode& node : nodes_)
      deepest = std::max(deepest, node.depth);
    const double width =
        2 * kMargin + static_cast<double>(deepest + 1) * (kBoxWidth + kGapX) -
        kGapX;
    const double height = 2 * kMargin + std::max(bottom_ - kGapY, kBoxHeight);
    std::string out = fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0:g}\""
        " height=\"{1:g}\" viewBox=\"0 0 {0:g} {1:g}\""
        " font-family=\"'Liberation Sans',Arial,sans-serif\">\n"
        "<title>{2}</title>\n"
        "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n",
        width, height,
        nodes_.empty() ? "" : escaped(family_name(nodes_[0].document)));
    for (std::size_t at = 0; at < nodes_.size(); ++at) out += line_to(at);
    for (std::size_t at = 0; at < nodes_.size(); ++at) out += box(at);
    return out + "</svg>\n";
  }

 private:
  // Leaves stand below each other; a parent in the middle of its children.
  void place() {
    std::vector<double> first(nodes_.size(), -1), last(nodes_.size(), -1);
    for (std::size_t at = 0; at < nodes_.size(); ++at) {
      const bool leaf =
          at + 1 == nodes_.size() || nodes_[at + 1].depth <= nodes_[at].depth;
      if (!leaf) continue;
      y_[at] = bottom_;
      bottom_ += kBoxHeight + kGapY;
    }
    for (std::size_t at = nodes_.size(); at-- > 0;) {
      if (last[at] >= 0) y_[at] = (first[at] + last[at]) / 2;
      if (nodes_[at].parent < 0) continue;
      const auto parent = static_cast<std::size_t>(nodes_[at].parent);
      first[parent] = y_[at];
      last[parent] = std::max(last[parent], y_[at]);
    }
  }

  [[nodiscard]] double left(std::size_t at) const {
    return kMargin +
           static_cast<double>(nodes_[at].depth) * (kBoxWidth + kGapX);
  }
  [[nodiscard]] double top(std::size_t at) const { return kMargin + y_[at]; }

  [[nodiscard]] std::string line_to(std::size_t at) const {
    const FamilyNode& node = nodes_[at];
    if (node.parent < 0) return {};
    const auto parent = static_cast<std::size_t>(node.parent);
    const double x = left(parent) + kBoxWidth;
    const bool sure = !node.inferred && node.relation == "implements";
    return fmt::format(
        "<path d=\"M{:g} {:g}h{:g}V{:g}h{:g}\" fill=\"none\""
        " stroke=\"#777777\"{}/>\n",
        x, top(parent) + kBoxHeight / 2, kGapX / 2, top(at) + kBoxHeight / 2,
        kGapX / 2, sure ? "" : " stroke-dasharray=\"4 3\"");
  }

  [[nodiscard]] std::string box(std::size_t at) const {
    const FamilyNode& node = nodes_[at];
    const std::string name = family_name(node.document);
    const std::string issue = family_issue(node.document);
    std::string remark = family_remark(node);
    if (node.hidden > 0) {
      if (!remark.empty()) remark += ", ";
      remark += fmt::format("còn {} bên dưới", node.hidden);
    }
    std::string all = name + "\n" + issue;
    if (!node.document.title.empty()) all += "\n" + node.document.title;
    if (!remark.empty()) all += "\n" + remark;
    const double x = left(at), y = top(at);
    return fmt::format(
        "<g><title>{}</title>"
        "<rect x=\"{:g}\" y=\"{:g}\" width=\"{:g}\" height=\"{:g}\" rx=\"4\""
        " fill=\"{}\" stroke=\"#555555\"{}/>"
        "<text x=\"{:g}\" y=\"{:g}\" font-size=\"13\""
        " font-weight=\"bold\">{}</text>"
        "<text x=\"{:g}\" y=\"{:g}\" font-size=\"12\">{}</text>"
        "<text x=\"{:g}\" y=\"{:g}\" font-size=\"11\" font-style=\"italic\""
        " fill=\"#555555\">{}</text></g>\n",
        escaped_lines(all), x, y, kBoxWidth, kBoxHeight, fill_of(node),
        node.document.id == 0 ? " stroke-dasharray=\"4 3\"" : "", x + 8, y + 19,
        escaped(cut(name, kMostLetters - 7)), x + 8, y + 36,
        escaped(cut(issue, kMostLetters)), x + 8, y + 51,
        escaped(cut(remark, kMostLetters)));
  }

  const std::vector<FamilyNode>& nodes_;
  std::vector<double> y_;
  double bottom_ = 0;
};

}  // namespace

std::string family_svg(const PlanFamily& family) {
  return FamilySvg(family).write();
}

}  // namespace kehoach
