#include "outline/appendices.h"

#include <algorithm>

namespace kehoach {
namespace {

constexpr std::size_t kHeadLines = 4;    // that say what an appendix is about
constexpr std::size_t kBlankLines = 3;   // to be filled in, at the least
constexpr std::size_t kBlankShare = 12;  // one line in so many
constexpr std::size_t kDots = 4;         // that stand for a word

// `Họ và tên: ........`, `ngày …… tháng ……`
bool has_blank(std::string_view text) {
  constexpr std::string_view kEllipsis = "…";
  std::size_t run = 0;
  for (std::size_t at = 0; at < text.size() && run < kDots;) {
    if (text.compare(at, kEllipsis.size(), kEllipsis) == 0) {
      run += 3;
      at += kEllipsis.size();
      continue;
    }
    run = text[at] == '.' || text[at] == '_' ? run + 1 : 0;
    ++at;
  }
  return run >= kDots;
}

class Appendices {
 public:
  Appendices(const std::vector<Line>& lines, const Rulebook& rules,
             std::vector<Node>& nodes)
      : lines_(lines),
        forms_(rules.phrases("form_heads")),
        tasks_(rules.list("appendix_tasks")),
        nodes_(nodes) {}

  std::vector<Diagnostic> settle(std::size_t begin) {
    while (begin < lines_.size()) {
      std::size_t end = begin + 1;
      while (end < lines_.size() && !begins(end)) ++end;
      if (is_form({begin, end})) {
        pass_over({begin, end});
      } else {
        give_role({begin, end}, is_about_tasks({begin, end}));
      }
      begin = end;
    }
    return std::move(diagnostics_);
  }

 private:
  struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  static void set_role(Node& node, SectionRole role) {
    if (node.role == role) return;
    node.role = role;
    node.role_by = Because::appendix;
    node.role_rule = -1;
  }

  void give_role(Range appendix, bool tasks) {
    if (tasks) settle_title(appendix);
    for (std::size_t i = appendix.begin; i < appendix.end; ++i) {
      Node& node = nodes_[i];
      if (node.kind == NodeKind::cell) continue;
      if (!tasks) {
        set_role(node, SectionRole::none);
      } else if (node.role == SectionRole::none) {
        set_role(node, SectionRole::tasks);
      } else if (node.role_by == Because::first_level) {
        node.role_by = Because::appendix;  // no longer unsure
      }
    }
  }

  // `ĐÁNH GIÁ` above `KẾT QUẢ THỰC HIỆN`: a title of several lines names no
  // part, whatever one of them says.
  void settle_title(Range appendix) {
    const auto is_heading = [&](std::size_t i) {
      return i < appendix.end && nodes_[i].kind == NodeKind::heading;
    };
    const auto is_title = [&](std::size_t i) {
      return is_heading(i) && nodes_[i].marker == Marker::none &&
             is_all_upper(lines_[i].text);
    };
    std::size_t end = appendix.begin;
    while (is_title(end)) ++end;
    if (end < appendix.begin + 3) return;  // the appendix, and one line
    for (; end < appendix.end && !is_heading(end); ++end) {
    }
    for (std::size_t i = appendix.begin; i < end; ++i)
      set_role(nodes_[i], SectionRole::tasks);
  }

  void pass_over(Range form) {
    for (std::size_t i = form.begin; i < form.end; ++i) {
      set_role(nodes_[i], SectionRole::none);
      if (nodes_[i].kind != NodeKind::cell) continue;
      nodes_[i].kind = NodeKind::paragraph;
      nodes_[i].kind_by = Because::appendix;
      nodes_[i].rule = -1;
    }
    diagnostics_.push_back(
        {Severity::info,
         "appendix-form",
         "an appendix that is a form to be filled in; nothing was read in it",
         {lines_[form.begin].span.begin, lines_[form.end - 1].span.end}});
  }

  [[nodiscard]] bool is_form_head(const Line& line) const {
    return is_all_upper(line.text) && forms_.stands_at(line.folded, 0);
  }

  // A letterhead is several such lines: it begins with the first.
  [[nodiscard]] bool begins(std::size_t i) const {
    const Line& line = lines_[i];
    if (line.what == "appendix" || is_form_head(line)) return true;
    const auto is_head = [](const Line& l) {
      return l.what == "head" && is_all_upper(l.text);
    };
    return is_head(line) && !is_all_upper(lines_[i - 1].text);
  }

  [[nodiscard]] bool is_form(Range range) const {
    if (is_form_head(lines_[range.begin])) return true;
    std::size_t blanks = 0;
    for (std::size_t i = range.begin; i < range.end; ++i) {
      if (opens_letterhead(lines_[i].folded)) return true;
      blanks += has_blank(lines_[i].text) ? 1 : 0;
    }
    return blanks >= kBlankLines &&
           blanks * kBlankShare >= range.end - range.begin;
  }

  [[nodiscard]] bool is_about_tasks(Range range) const {
    const std::size_t head = std::min(range.begin + kHeadLines, range.end);
    for (std::size_t i = range.begin; i < range.end; ++i) {
      const Line& line = lines_[i];
      if (nodes_[i].kind == NodeKind::cell) continue;
      if (i < head && std::any_of(tasks_.begin(), tasks_.end(), [&](auto& w) {
            return line.folded.find(w) != std::string_view::npos;
          }))
        return true;
      const std::string_view role =
          nodes_[i].kind == NodeKind::heading && line.rule != nullptr
              ? line.rule->attribute("role")
              : std::string_view{};
      if (role == "tasks" || role == "organisation") return true;
    }
    return false;
  }

  const std::vector<Line>& lines_;
  const Phrases& forms_;
  const std::vector<std::string>& tasks_;
  std::vector<Node>& nodes_;
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace

std::vector<Diagnostic> settle_appendices(const std::vector<Line>& lines,
                                          const Rulebook& rules,
                                          std::size_t begin,
                                          std::vector<Node>& nodes) {
  return Appendices(lines, rules, nodes).settle(begin);
}

}  // namespace kehoach
