#include "outline/back.h"

#include <algorithm>
#include <array>

namespace kehoach {
namespace {

constexpr std::size_t kLongestSignatureLine = 120;

// Authority, post and name in one line: `KT. BỘ TRƯỞNG, CHỦ NHIỆM PHÓ CHỦ NHIỆM
// Đào Văn Bình`.
bool is_signed_line(const Line& line) {
  static constexpr std::array<std::string_view, 6> kAuthorities = {
      "tm", "kt", "tl", "tuq", "q", "t/m"};
  const std::size_t stop = line.folded.find_first_of(". ");
  if (stop == std::string_view::npos || line.folded[stop] != '.' ||
      std::find(kAuthorities.begin(), kAuthorities.end(),
                line.folded.substr(0, stop)) == kAuthorities.end())
    return false;
  std::size_t name = line.text.size();
  while (name > 0) {
    const std::size_t space = line.text.rfind(' ', name - 1);
    if (space == std::string_view::npos) return false;
    if (is_all_upper(line.text.substr(space + 1, name - space - 1))) break;
    name = space;
  }
  return name < line.text.size() && is_all_upper(line.text.substr(0, name)) &&
         is_person_name(line.text.substr(name + 1));
}

bool is_signature_line(const Line& line) {
  if (line.text.size() > kLongestSignatureLine ||
      line.mark.kind == Marker::dash)
    return false;
  if (line.what == "authority") return true;
  return is_all_upper(line.text) || is_person_name(line.text) ||
         is_signed_line(line);
}

bool holds_archive(const Line& line) {
  return line.folded.find("lưu:") != std::string_view::npos;
}

}  // namespace

std::size_t find_back(const std::vector<Line>& lines, std::size_t body,
                      std::size_t until) {
  for (std::size_t i = body; i < until; ++i) {
    if (lines[i].what == "recipients") {
      // The signature may stand before the recipients.
      std::size_t first = i;
      while (first > body && is_signature_line(lines[first - 1]) &&
             lines[first - 1].what != "appendix")
        --first;
      const bool signs =
          first < i &&
          std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(first),
                      lines.begin() + static_cast<std::ptrdiff_t>(i),
                      [](const Line& l) { return l.what == "authority"; });
      return signs ? first : i;
    }
    // The head of a decision names its author in capitals above `Căn cứ ...`.
    const bool goes_on =
        i + 1 < until &&
        (lines[i + 1].what == "preamble" || lines[i + 1].what == "type" ||
         lines[i + 1].text.size() > kLongestSignatureLine ||
         starts_with(lines[i + 1].folded, "căn cứ"));
    if (!goes_on && lines[i].what == "authority" &&
        is_all_upper(lines[i].text) &&
        lines[i].text.size() < kLongestSignatureLine)
      return i;
  }
  return until;
}

std::size_t BackMatter::name_nodes(std::size_t i, std::size_t until) const {
  bool recipients = false;
  bool archive_seen = false;
  bool signed_by = false;
  bool electronic = false;
  for (; i < until; ++i) {
    const Line& line = lines[i];
    if (signed_by && archive_seen && line.what != "authority") break;
    if (line.what == "appendix" || line.what == "footnote" ||
        is_type_line(line))
      break;
    // The letterhead of what follows.
    if (opens_letterhead(line.folded)) {
      set_kind(nodes[i], NodeKind::letterhead, Because::rule);
      continue;
    }
    if (line.what == "recipients") {
      recipients = true;
      // All of them in one paragraph.
      archive_seen = archive_seen || holds_archive(line);
      set_kind(nodes[i], NodeKind::recipient, Because::rule);
      continue;
    }
    // `Bản điện tử:` behind `- Lưu: VT.`: who else received it.
    if (archive_seen && starts_with(line.folded, "bản điện tử")) {
      electronic = true;
      set_kind(nodes[i], NodeKind::signature, Because::back);
      continue;
    }
    if (electronic && line.mark.kind == Marker::dash) {
      set_kind(nodes[i], NodeKind::recipient, Because::back);
      continue;
    }
    if (is_signature_line(line) &&
        !(recipients && !archive_seen && line.mark.kind != Marker::none)) {
      set_kind(nodes[i], NodeKind::signature,
               line.what == "authority" ? Because::rule : Because::back);
      signed_by =
          signed_by || (!is_all_upper(line.text) &&
                        (is_person_name(line.text) || is_signed_line(line)));
      continue;
    }
    const bool listed = line.mark.kind == Marker::dash ||
                        line.mark.kind == Marker::plus ||
                        ends_with(line.text, ";") || line.what == "archive";
    if (recipients && !archive_seen &&
        (listed || line.text.size() < kLongestSignatureLine)) {
      set_kind(nodes[i], NodeKind::recipient,
               line.what == "archive" ? Because::rule : Because::back);
      archive_seen = line.what == "archive" || holds_archive(line);
      continue;
    }
    if (line.text.size() > kLongestSignatureLine) break;
    set_kind(nodes[i], NodeKind::signature, Because::back);
  }
  return i;
}

bool is_person_name(std::string_view text) {
  int words = 0;
  for (const std::string_view word : split(text, ' ')) {
    if (word.empty()) continue;
    const Codepoint c = decode_at(word, 0);
    if (!is_upper(c.value)) return false;
    for (std::size_t at = c.size; at < word.size();) {
      const Codepoint next = decode_at(word, at);
      if (!is_letter(next.value)) return false;
      at += next.size;
    }
    ++words;
  }
  return words >= 2 && words <= 6;
}

}  // namespace kehoach
