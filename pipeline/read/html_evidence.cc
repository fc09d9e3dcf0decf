#include "read/html_evidence.h"

#include <algorithm>
#include <array>

#include "read/form_words.h"
#include "read/html_marks.h"
#include "text/text.h"

namespace kehoach {
namespace {

constexpr std::size_t kLongestForm = 160;  // bytes of a line of the form
// As many bytes of a page hold the beginning of a line, references and all.
constexpr std::size_t kEnough = 8 * kLongestForm;

bool begins_with_any(std::string_view text,
                     const std::vector<std::string_view>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return starts_with(text, word);
  });
}

// `Số: 12/KH-UBND`, `Số:     /KH-UBND`
bool is_number(std::string_view line, std::string_view folded) {
  if (folded != "so" && !starts_with(folded, "so ")) return false;
  const std::size_t mark = line.find_first_of("/-");
  if (mark == std::string_view::npos || mark + 1 >= line.size()) return false;
  const std::string_view symbol = line.substr(mark + 1);
  return is_upper(decode_at(symbol, 0).value) ||
         is_digit(decode_at(symbol, 0).value);
}

bool is_place_date(std::string_view folded) {
  return folded.find(" ngay ") != std::string_view::npos &&
         folded.find(" thang ") != std::string_view::npos &&
         folded.find(" nam") != std::string_view::npos;
}

bool is_document_type(std::string_view line, std::string_view folded) {
  static constexpr std::array<std::string_view, 10> kTypes = {
      "ke hoach",     "quyet dinh", "chi thi",
      "chuong trinh", "nghi quyet", "thong bao",
      "huong dan",    "cong dien",  "chuong trinh hanh dong",
      "ket luan"};
  return is_all_upper(line) &&
         std::find(kTypes.begin(), kTypes.end(), folded) != kTypes.end();
}

bool is_signature(std::string_view line) {
  static const std::vector<std::string_view> kAuthority = {
      "TM.", "KT.", "TL.", "TUQ.", "T/M ", "K/T ", "T/L "};
  return begins_with_any(line, kAuthority);
}

bool is_part(std::string_view line) {
  const Marker kind = list_mark(line).kind;
  return (kind == Marker::roman && is_all_upper(line)) ||
         (kind == Marker::named && !starts_with(line, "Mục"));
}

bool is_appendix(std::string_view line, std::string_view folded) {
  static const std::vector<std::string_view> kWords = {
      "phu luc", "bieu mau", "bieu so", "mau so", "danh muc", "kem theo"};
  return begins_with_any(folded, kWords) || starts_with(line, "[1]");
}

bool ends_lines(HtmlName name) {
  switch (name) {
    case HtmlName::text:
    case HtmlName::phrase:
    case HtmlName::bold:
    case HtmlName::italic:
    case HtmlName::superscript:
    case HtmlName::link:
      return false;
    default:
      return true;
  }
}

class Gatherer {
 public:
  Gatherer(const HtmlTree& tree, HtmlCharset charset)
      : tree_(tree), letters_(charset), evidence_(tree.nodes.size()) {}

  std::vector<HtmlEvidence> run() {
    std::vector<std::uint32_t> ends;  // of the elements that end lines
    std::uint32_t link_end = 0;
    for (std::uint32_t at = 0; at < tree_.nodes.size();) {
      const HtmlNode& node = tree_.nodes[at];
      for (; !ends.empty() && ends.back() <= at; ends.pop_back()) end_line();
      if (node.name == HtmlName::unseen ||
          tree_.element_of(node).style.hidden) {
        at = node.end;
        continue;
      }
      if (ends_lines(node.name)) {
        end_line();
        ends.push_back(node.end);
      }
      if (node.name == HtmlName::link && tree_.element_of(node).link) {
        link_end = node.end;
        ++evidence_[at].links;
      }
      if (node.name == HtmlName::text) text(at, at < link_end);
      ++at;
    }
    end_line();
    sum_up();
    return std::move(evidence_);
  }

 private:
  void text(std::uint32_t at, bool linked) {
    const HtmlNode& node = tree_.nodes[at];
    std::uint32_t added = 0;
    for (std::uint32_t i = node.texts_begin; i < node.texts_end; ++i) {
      added += static_cast<std::uint32_t>(trim(tree_.texts[i]).size());
      // The beginning tells what a line is.
      if (line_.size() <= 2 * kLongestForm)
        letters_.append(tree_.texts[i].substr(0, kEnough), line_);
    }
    evidence_[at].letters = added;
    evidence_[at].link_letters = linked ? added : 0;
    if (added > 0 && letters_of_line_ == 0) first_ = at;
    letters_of_line_ += added;
    linked_ += linked ? added : 0;
  }

  // A line counts for its first text; the sums bring it to its element.
  void end_line() {
    const std::string line = fold_blanks(line_);
    if (!line.empty()) {
      ++evidence_[first_].lines;
      // What is a link names other documents.
      const bool marked = linked_ * 2 < letters_of_line_;
      if (marked) evidence_[first_].marks |= form_marks(line);
    }
    line_.clear();
    linked_ = letters_of_line_ = 0;
  }

  static bool is_white(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
  }

  static std::string fold_blanks(std::string_view text) {
    std::string out;
    text = trim_blanks(text);
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
      std::size_t end = at;
      while (end < text.size() && !is_white(text[end])) ++end;
      out.append(text.substr(at, end - at));
      if (end < text.size() && !out.empty() && out.back() != ' ') out += ' ';
      at = end + 1;
    }
    return out;
  }

  // Each node adds what it has to its parent, the last ones first.
  void sum_up() {
    for (std::size_t at = evidence_.size(); at > 1; --at) {
      const HtmlEvidence& own = evidence_[at - 1];
      HtmlEvidence& parent = evidence_[tree_.nodes[at - 1].parent];
      parent.marks |= own.marks;
      parent.lines += own.lines;
      parent.letters += own.letters;
      parent.link_letters += own.link_letters;
      parent.links += own.links;
    }
  }

  const HtmlTree& tree_;
  HtmlText letters_;
  std::vector<HtmlEvidence> evidence_;
  std::string line_;
  std::size_t letters_of_line_ = 0;
  std::size_t linked_ = 0;
  std::uint32_t first_ = 0;
};

}  // namespace

std::uint32_t form_marks(std::string_view line) {
  if (starts_with(line, "Căn cứ ")) return kBasis;
  if (line.size() > kLongestForm) return is_part(line) ? kPart : 0U;
  // A line of the form begins with a capital; blanks may stand for the place.
  const char32_t first = decode_at(line, 0).value;
  if (!is_upper(first) && first != '[' && first != '.') return 0U;
  const std::string folded = fold_for_search(line);
  if (is_motto(folded)) return kMotto;
  if (is_recipients_head(folded)) return kRecipients;
  if (is_number(line, folded)) return kNumber;
  if (is_document_type(line, folded)) return kDocumentType;
  if (is_signature(line)) return kSignature;
  if (is_part(line)) return kPart;
  if (is_appendix(line, folded)) return kAppendix;
  return is_place_date(folded) ? kPlaceDate : 0U;
}

std::vector<HtmlEvidence> gather_evidence(const HtmlTree& tree,
                                          HtmlCharset charset) {
  return Gatherer(tree, charset).run();
}

}  // namespace kehoach
