// Who signed the document, and the list under `Nơi nhận`.

#include "extract/identity.h"

namespace kehoach {
namespace {

constexpr std::size_t kLongestName = 60;  // bytes

// `CHÁNH VĂN PHÒNGTrần Văn Bình`: a name glued to the post begins at the letter
// before the first small one.
std::size_t glued_name(std::string_view line) {
  std::size_t word = 0;   // begin of the word at hand
  std::size_t upper = 0;  // begin of the letter before
  for (std::size_t at = 0; at < line.size();) {
    const Codepoint c = decode_at(line, at);
    if (is_lower(c.value)) {
      constexpr std::size_t kPost = 2;  // letters, at the least
      return upper >= word + kPost ? upper : 0;
    }
    if (c.value == ' ') word = at + 1;
    upper = at;
    at += c.size;
  }
  return 0;
}

// Where the words in small letters begin behind words in capitals; 0 where all
// or none are capitals.
std::size_t name_begin(std::string_view line) {
  if (const std::size_t glued = glued_name(line); glued > 0) return glued;
  std::size_t begin = line.size();
  while (begin > 0) {
    const std::size_t space = line.rfind(' ', begin - 1);
    const std::size_t word = space == std::string_view::npos ? 0 : space + 1;
    if (is_all_upper(line.substr(word, begin - word))) break;
    if (word == 0) return 0;
    begin = space;
  }
  return begin == line.size() ? 0 : begin + 1;
}

// `KT. CHỦ TỊCH PHÓ CHỦ TỊCH`, `TM. ỦY BAN NHÂN DÂN CHỦ TỊCH` in one line: the
// last post counts.
std::string_view post_of(const Reading& reading, std::string_view line) {
  for (const std::string_view post : {"PHÓ ", "THỨ TRƯỞNG"}) {
    const std::size_t at = line.rfind(post);
    if (at != std::string_view::npos && at > 0) return line.substr(at);
  }
  const std::size_t mark = line.find('.');
  constexpr std::size_t kLongestMark = 3;  // `TUQ.`
  if (mark == std::string_view::npos || mark > kLongestMark) return line;
  const Phrase* post =
      reading.rules.phrases("posts").ending(fold_for_match(line));
  if (post == nullptr) return line;
  const std::size_t at = line.size() - post->text.size();
  // `TL. GIÁM ĐỐC`: the mark belongs to the post.
  return ends_with(trim(line.substr(0, at)), ".") ? line : line.substr(at);
}

std::string_view without_degree(std::string_view name) {
  for (const std::string_view degree :
       {"TS. ", "ThS. ", "PGS.TS. ", "BS. ", "TS ", "ThS ", "Ths. "}) {
    if (starts_with(name, degree)) return name.substr(degree.size());
  }
  return name;
}

// True where the outline's rules know the line as a post: `KT. CHỦ TỊCH`.
bool is_post(const Reading& reading, std::string_view line) {
  const std::string folded = fold_for_match(line);
  const auto match = reading.rules.match_at(
      Family::outline, folded, {0, static_cast<std::uint32_t>(folded.size())},
      SectionRole::none, reading.aside());
  return match && match->rule->attribute("what") == "authority";
}

// `(Đã ký)`
bool is_signed_note(std::string_view line) {
  const std::string folded = fold_for_match(line);
  const Span inner =
      trim(folded, {0, static_cast<std::uint32_t>(folded.size())}, "()./");
  return slice(folded, inner) == "đã ký";
}

// True for the line of the signer's name: small letters, or at the very end
// three or four words in capitals.
bool holds_name(const Reading& reading, const std::vector<std::string>& lines,
                std::size_t i) {
  const std::string& line = lines[i];
  if (!is_all_upper(line)) {
    const std::size_t name = name_begin(line);
    return line.size() - name < kLongestName &&
           (name > 0 || !is_post(reading, line));
  }
  const std::size_t words = split(line, ' ').size();
  return i > 0 && i + 1 == lines.size() && words >= 3 && words <= 4 &&
         !is_post(reading, line);
}

// `PHÊ DUYỆT GIÁM ĐỐC SỞ Y TẾ` below the signer's name: who approves the
// document of another body does not issue it.
void drop_approval(const Reading& reading, std::vector<std::string>& lines) {
  bool named = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string folded = fold_for_match(lines[i]);
    if (named && is_all_upper(lines[i]) &&
        (starts_with(folded, "phê duyệt") || starts_with(folded, "duyệt"))) {
      lines.resize(i);
      return;
    }
    named = named || (!is_all_upper(lines[i]) && holds_name(reading, lines, i));
  }
}

void read_signature(const Reading& reading, const FrameText& text,
                    Document& document) {
  std::vector<std::string> lines;
  for (const Node& node : reading.outline.nodes) {
    if (node.kind != NodeKind::signature || !is_own(reading, node)) continue;
    std::string line = text(node.span);
    if (has_word(line) && !is_signed_note(line))
      lines.push_back(std::move(line));
  }
  drop_approval(reading, lines);
  for (std::size_t i = lines.size(); i-- > 0;) {
    if (!holds_name(reading, lines, i)) continue;
    // `KT. BỘ TRƯỞNG THỨ TRƯỞNG Lê Công Thành` in one line.
    const std::string_view line = lines[i];
    const std::size_t name = name_begin(line);
    document.signer = without_degree(line.substr(name));
    if (name > 0) {
      document.signer_title = post_of(reading, trim(line.substr(0, name)));
    } else if (i > 0) {
      document.signer_title = post_of(reading, lines[i - 1]);
    }
    return;
  }
  if (!lines.empty()) document.signer_title = post_of(reading, lines.back());
}

// Bytes of the note at `at` that a recipient gets the document to be informed:
// `(để b/c)`, `(báo cáo)`; 0 where none stands there.
std::size_t note_size(std::string_view folded, std::size_t at) {
  for (const std::string_view note :
       {"(b/c)", "(để b/c)", "(để báo cáo)", "(báo cáo)", " - để b/c",
        " - để báo cáo", " - b/c"}) {
    const std::string_view rest = folded.substr(at);
    const bool inside = note.front() == ' ';
    if (starts_with(rest, note) &&
        (!inside || starts_with(rest.substr(note.size()), ")")))
      return note.size();
  }
  return 0;
}

std::string without_notes(std::string_view text) {
  const std::string folded = fold_for_match(text);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t note = note_size(folded, at);
    if (note == 0) out += text[at];
    at += note == 0 ? 1 : note;
  }
  return out;
}

void add_recipient(std::string_view line, Document& document) {
  line = trim(line);
  line.remove_prefix(list_mark(line).size);
  const Span span =
      trim(line, {0, static_cast<std::uint32_t>(line.size())}, ";.,:-");
  const std::string name(slice(line, span));
  if (!name.empty() && !starts_with(fold_for_match(name), "lưu"))
    document.recipients.push_back(name);
}

// Where the next of several recipients in one paragraph begins, `; - Bộ Y tế`;
// npos where none does.
std::size_t next_recipient(std::string_view text) {
  for (std::size_t at = text.find(" -"); at != std::string_view::npos;
       at = text.find(" -", at + 1)) {
    const std::string_view before = trim(text.substr(0, at));
    const std::string_view behind = trim(text.substr(at + 2));
    if (ends_with(before, ";") || ends_with(before, ".") ||
        starts_with(behind, "Lưu:") || starts_with(behind, "Lưu VT"))
      return at + 1;
  }
  return std::string_view::npos;
}

void read_recipients(const Reading& reading, const FrameText& lines,
                     Document& document) {
  for (const Node& node : reading.outline.nodes) {
    if (node.kind != NodeKind::recipient || !is_own(reading, node)) continue;
    const std::string line = without_notes(lines(node.span));
    std::string_view text = line;
    const std::string folded = fold_for_match(line);
    if (starts_with(folded, "nơi nhận") || starts_with(folded, "nơi gửi")) {
      const std::size_t colon = text.find(':');
      if (colon == std::string_view::npos) continue;
      text.remove_prefix(colon + 1);
    }
    // Flattened lists hold several in one paragraph.
    while (!text.empty()) {
      const std::size_t next = next_recipient(text);
      add_recipient(text.substr(0, next), document);
      if (next == std::string_view::npos) break;
      text.remove_prefix(next);
    }
  }
}

}  // namespace

void read_back_matter(const Reading& reading, const FrameText& lines,
                      Document& document) {
  read_signature(reading, lines, document);
  read_recipients(reading, lines, document);
}

}  // namespace kehoach
