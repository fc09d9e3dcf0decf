// Bodies for a reader at a terminal.

#include <fmt/format.h>

#include "report/layout.h"
#include "report/words.h"

namespace kehoach {
namespace {

constexpr std::size_t kBodyIndent = 2;

std::string counts_words(const UseCounts& counts) {
  return fmt::format("{} chủ trì, {} phối hợp, {} văn bản", counts.lead,
                     counts.support, counts.documents);
}

std::string line(const std::string& text, const Style& style) {
  return wrap(std::string(kBodyIndent, ' '), text, kBodyIndent + 2,
              style.width);
}

// One line for each body, with all its fields of work.
template <typename Item, typename Words>
std::string joined_by_body(const std::vector<Item>& items, Words words,
                           const Bodies& bodies) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < items.size();) {
    std::vector<std::string> fields;
    std::size_t next = at;
    for (; next < items.size() && items[next].body.id == items[at].body.id;
         ++next) {
      if (!items[next].field.empty())
        fields.emplace_back(bodies.name_of_branch(items[next].field));
    }
    parts.push_back(words(items[at], join(fields, "; ")));
    at = next;
  }
  return join(parts, "\n");
}

std::string heading(const BodyReport& report, const Bodies& bodies,
                    const Style& style) {
  const BodyKind& kind = *report.kind;
  std::vector<std::string> branches;
  for (const std::string& branch : kind.branches)
    branches.emplace_back(bodies.name_of_branch(branch));
  std::string out =
      wrap("",
           fmt::format("{} [{}] - {}",
                       paint(style, Colour::strong,
                             report.name.empty() ? kind.name : report.name),
                       kind.id, level_words(kind.level)),
           kBodyIndent, style.width);
  out += line("Lĩnh vực: " + join(branches, "; "), style);
  if (!kind.from.empty()) out += line("Từ: " + date_words(kind.from), style);
  if (!kind.until.empty())
    out += line(fmt::format("Đến: {}{}", date_words(kind.until),
                            kind.source.empty() ? "" : " - " + kind.source),
                style);
  return out;
}

std::string listed(const char* label, const std::string& lines,
                   const Style& style) {
  if (lines.empty()) return {};
  std::string out = line(label, style);
  for (const std::string_view one : split(lines, '\n'))
    out += wrap(std::string(kBodyIndent + 2, ' '), one, kBodyIndent + 4,
                style.width);
  return out;
}

}  // namespace

std::string predecessors_text(const std::vector<Predecessor>& predecessors,
                              const Bodies& bodies) {
  std::string text = joined_by_body(
      predecessors,
      [](const Predecessor& old, const std::string& fields) {
        return old.body.name + (fields.empty() ? "" : " (" + fields + ")");
      },
      bodies);
  std::string out;
  for (const std::string_view part : split(text, '\n'))
    out.append(out.empty() ? "" : ", ").append(part);
  return out;
}

std::string body_text(const BodyReport& report, const Bodies& bodies,
                      const Style& style) {
  std::string out;
  if (report.kind != nullptr) out += heading(report, bodies, style);
  out += listed("Nhận việc của:",
                joined_by_body(
                    report.predecessors,
                    [](const Predecessor& old, const std::string& fields) {
                      std::string text = old.body.name;
                      if (!fields.empty()) text += ": " + fields;
                      if (!old.until.empty())
                        text += ", đến " + date_words(old.until);
                      if (!old.source.empty()) text += " - " + old.source;
                      return text;
                    },
                    bodies),
                style);
  out += listed("Việc nay thuộc:",
                joined_by_body(
                    report.successors,
                    [](const Successor& next, const std::string& fields) {
                      std::string text = next.body.name;
                      if (!fields.empty()) text += ": " + fields;
                      if (!next.source.empty()) text += " - " + next.source;
                      return text;
                    },
                    bodies),
                style);
  std::vector<std::string> uses, names;
  for (const BodyUse& use : report.uses)
    uses.push_back(fmt::format("{} [{}]: {}", use.body.name, use.body.id,
                               counts_words(use.counts)));
  for (const NameUse& use : report.names)
    names.push_back(use.name + ": " + counts_words(use.counts));
  out += listed("Trong kho:", join(uses, "\n"), style);
  out += listed("Viết là:", join(names, "\n"), style);
  return out;
}

std::string bodies_text(const std::vector<BodyUse>& uses, const Style& style) {
  std::string out;
  for (const BodyUse& use : uses) {
    out +=
        wrap("",
             fmt::format("{}: {}", paint(style, Colour::strong, use.body.name),
                         counts_words(use.counts)),
             kBodyIndent, style.width);
  }
  return out;
}

std::string names_text(const std::vector<NameUse>& names, const Style& style) {
  std::string out;
  for (const NameUse& use : names)
    out += wrap("", printable(use.name) + ": " + counts_words(use.counts),
                kBodyIndent, style.width);
  return out;
}

}  // namespace kehoach
