// A family of plans for a reader at a terminal.

#include <fmt/format.h>

#include <algorithm>

#include "report/family.h"
#include "report/layout.h"
#include "report/words.h"
#include "text/text.h"

namespace kehoach {
namespace {

constexpr std::size_t kFamilyIndent = 2;
// Deeper plans stand no further to the right, so that narrow pages hold them.
constexpr std::size_t kDeepest = 8;

std::string replaced(std::string text, std::string_view from,
                     std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

class FamilyText {
 public:
  FamilyText(const PlanFamily& family, const Style& style)
      : family_(family), style_(style) {}

  [[nodiscard]] std::string write() {
    for (const FamilyNode& node : family_.nodes) line(node);
    gaps();
    open();
    return std::move(out_);
  }

 private:
  void line(const FamilyNode& node) {
    const std::size_t indent = kFamilyIndent * std::min(node.depth, kDeepest);
    const bool absent = node.document.id == 0;
    std::string text = paint_words(family_name(node.document),
                                   absent ? Colour::dim : Colour::strong);
    const std::string issue = family_issue(node.document);
    if (!issue.empty()) text += "  " + issue;
    const std::string remark = family_remark(node);
    if (!remark.empty())
      text += " " + paint_words("(" + remark + ")", Colour::dim);
    out_ += wrap(std::string(indent, ' '), text, indent + 2 * kFamilyIndent,
                 style_.width);
    if (node.depth == 0 && !node.document.title.empty())
      out_ +=
          wrap("    ", node.document.title, 2 * kFamilyIndent, style_.width);
    if (node.hidden > 0) {
      out_ +=
          fmt::format("{}… {} kế hoạch bên dưới\n",
                      std::string(indent + kFamilyIndent, ' '), node.hidden);
    }
  }

  // Word by word, so that it can be wrapped.
  [[nodiscard]] std::string paint_words(const std::string& text,
                                        Colour colour) const {
    std::string painted;
    for (const std::string_view word : split(text, ' ')) {
      if (!painted.empty()) painted += ' ';
      painted += paint(style_, colour, word);
    }
    return painted;
  }

  void heading(std::string_view text) {
    out_ += fmt::format("\n{}\n", paint(style_, Colour::strong, text));
  }

  void gaps() {
    if (family_.gaps.empty()) return;
    heading("Đơn vị chưa có kế hoạch");
    for (const FamilyGap& gap : family_.gaps) {
      std::string first = "  C" + level_words(gap.level).substr(1);
      if (!gap.within.empty()) first += " thuộc " + gap.within;
      first += ": ";
      if (gap.units.empty() && gap.present == 0) {
        out_ += wrap(first, "chưa có kế hoạch nào", 4, style_.width);
        continue;
      }
      std::string text =
          fmt::format("{} đã có, {} chưa có", gap.present, gap.units.size());
      if (!gap.units.empty()) text += ": " + join(gap.units, ", ");
      out_ += wrap(first, text, 4, style_.width);
    }
  }

  void open() {
    if (family_.open.empty()) return;
    heading(fmt::format("Dẫn chiếu chưa tìm thấy văn bản ({})",
                        family_.open.size()));
    for (const OpenReference& reference : family_.open) {
      const FamilyDocument& cited = reference.edge.cited;
      const FamilyDocument& by = family_.nodes[reference.node].document;
      std::string text = family_name(cited);
      const std::string issue = family_issue(cited);
      if (!issue.empty()) text += "  " + issue;
      text +=
          fmt::format(": {}; nêu trong {}",
                      link_state_words(reference.edge.state), family_name(by));
      out_ += wrap("  ", text, 4, style_.width);
    }
  }

  const PlanFamily& family_;
  const Style& style_;
  std::string out_;
};

}  // namespace

std::string family_name(const FamilyDocument& document) {
  if (!document.code.empty()) return document.code;
  const std::string type = document.type.empty() ? std::string("Văn bản")
                                                 : type_words(document.type);
  return fmt::format("{} (chưa có số) #{}", type, document.id);
}

std::string family_issue(const FamilyDocument& document) {
  std::string issue = replaced(document.issuer, "Ủy ban nhân dân", "UBND");
  issue = replaced(std::move(issue), "Uỷ ban nhân dân", "UBND");
  if (!document.issued_on.empty()) {
    if (!issue.empty()) issue += ", ";
    issue += date_words(document.issued_on);
  }
  return printable(issue);
}

std::string family_label(const FamilyDocument& document) {
  const std::string issue = family_issue(document);
  return family_name(document) + (issue.empty() ? "" : " - " + issue);
}

std::string_view link_state_words(LinkState state) {
  switch (state) {
    case LinkState::resolved:
      return "có trong kho";
    case LinkState::ambiguous:
      return "chưa rõ là văn bản nào";
    case LinkState::not_in_archive:
      return "chưa có trong kho";
    case LinkState::conflicting:
      return "ngày hoặc cơ quan không khớp";
    case LinkState::self:
      return "chính văn bản này";
  }
  return "";
}

std::string family_remark(const FamilyNode& node) {
  std::vector<std::string> remarks;
  if (node.relation == "basis") remarks.emplace_back("căn cứ");
  if (node.relation == "cites") remarks.emplace_back("có nêu");
  if (node.document.id == 0) {
    remarks.emplace_back(link_state_words(node.state));
    if (node.inferred) remarks.emplace_back("vị trí suy ra");
  } else if (node.document.replaced_by != 0) {
    remarks.emplace_back("đã được thay thế");
  }
  return join(remarks, ", ");
}

std::string family_text(const PlanFamily& family, const Style& style) {
  return FamilyText(family, style).write();
}

std::string family_line(const FamilyDocument& document) {
  std::string line;
  if (document.id != 0) line = fmt::format("#{}  ", document.id);
  line += family_name(document);
  const std::string issue = family_issue(document);
  return line + (issue.empty() ? "" : "  " + issue) + "\n";
}

std::string parents_text(const std::vector<FamilyEdge>& edges,
                         const Style& style) {
  std::string out;
  for (const FamilyEdge& edge : edges) {
    if (edge.relation != "implements" && edge.relation != "basis") continue;
    std::string text = fmt::format("  {}: ", family_name(edge.cited));
    text += link_state_words(edge.state);
    if (edge.parent != 0) text += fmt::format(", #{}", edge.parent);
    out += wrap("", text, 4, style.width);
  }
  if (out.empty()) return out;
  return fmt::format("\n{}\n{}",
                     paint(style, Colour::strong, "Văn bản cấp trên trong kho"),
                     out);
}

}  // namespace kehoach
