#include "read/html_flow.h"

#include <algorithm>
#include <array>
#include <string>

#include "read/flow_text.h"
#include "read/html_marks.h"
#include "read/html_tokens.h"
#include "text/text.h"

namespace kehoach {
namespace {

using Switch = HtmlStyle::Switch;

bool begins_line(HtmlName name) {
  switch (name) {
    case HtmlName::block:
    case HtmlName::preformatted:
    case HtmlName::paragraph:
    case HtmlName::heading:
    case HtmlName::ordered_list:
    case HtmlName::unordered_list:
    case HtmlName::list_item:
    case HtmlName::line_end:
    case HtmlName::caption:
    case HtmlName::chrome:
      return true;
    default:
      return false;
  }
}

class Flow {
 public:
  Flow(const HtmlTree& tree, const std::vector<bool>& cut, HtmlText& letters)
      : tree_(tree), cut_(cut), letters_(letters), ahead_(letters) {}

  SourceText run() {
    for (std::uint32_t at = 0; at < tree_.nodes.size();) {
      while (!open_.empty() && tree_.nodes[open_.back().node].end <= at)
        leave();
      const HtmlNode& node = tree_.nodes[at];
      if (cut_[at] || is_unseen(node)) {
        at = node.end;
      } else if (node.name == HtmlName::text) {
        text(node);
        ++at;
      } else {
        at = enter(at) ? at + 1 : node.end;
      }
    }
    while (!open_.empty()) leave();
    return flow_.take("text/html");
  }

 private:
  struct State {
    RunStyle style;
    bool preformatted = false;
    bool symbols = false;  // a font of drawings, not of letters
    FontLetters letters = FontLetters::unicode;
  };
  struct Open {
    std::uint32_t node = 0;
    State before;
  };
  struct List {
    bool ordered = false;
    bool bare = false;  // no numbers, no bullets
    char numbering = '1';
    std::int32_t next = 1;
  };

  [[nodiscard]] bool is_unseen(const HtmlNode& node) const {
    return node.name == HtmlName::unseen || tree_.element_of(node).style.hidden;
  }

  // False where the node was dealt with, and all that stands in it.
  bool enter(std::uint32_t at) {
    const HtmlNode& node = tree_.nodes[at];
    const HtmlElement& element = tree_.element_of(node);
    if (node.name == HtmlName::line_break) return break_line();
    if (node.name == HtmlName::ruled_line) {
      end_line();
      return break_line();
    }
    if (element.style.list_mark) return list_mark_of(node);
    if ((node.name == HtmlName::superscript || element.style.superscript) &&
        footnote_mark(node))
      return false;
    open_.push_back({at, state_});
    restyle(node.name, element.style);
    if (begins_line(node.name)) end_line();
    begin(node, element);
    return true;
  }

  void begin(const HtmlNode& node, const HtmlElement& element) {
    switch (node.name) {
      case HtmlName::ordered_list:
      case HtmlName::unordered_list:
        lists_.push_back({node.name == HtmlName::ordered_list,
                          element.style.no_bullets, element.numbering,
                          element.number});
        break;
      case HtmlName::list_item:
        begin_item(node, element);
        break;
      case HtmlName::table:
        end_line();
        flow_.begin_table();
        break;
      case HtmlName::row:
        end_line();
        flow_.begin_row();
        break;
      case HtmlName::cell:
      case HtmlName::head_cell:
        end_line();
        flow_.begin_cell({element.columns, element.rows});
        break;
      default:
        break;
    }
  }

  void leave() {
    const Open open = open_.back();
    open_.pop_back();
    const HtmlName name = tree_.nodes[open.node].name;
    state_ = open.before;
    if (begins_line(name)) end_line();
    if (name == HtmlName::table) {
      end_line();
      flow_.end_table();
    } else if (name == HtmlName::cell || name == HtmlName::head_cell) {
      end_line();
    } else if (name == HtmlName::ordered_list ||
               name == HtmlName::unordered_list) {
      lists_.pop_back();
    } else if (name == HtmlName::list_item) {
      mark_.clear();
    }
  }

  void restyle(HtmlName name, const HtmlStyle& style) {
    if (name == HtmlName::bold || name == HtmlName::heading ||
        name == HtmlName::head_cell)
      state_.style.bold = true;
    if (name == HtmlName::italic) state_.style.italic = true;
    if (name == HtmlName::preformatted) state_.preformatted = true;
    const auto set = [](bool& value, Switch by) {
      if (by != Switch::unset) value = by == Switch::on;
    };
    set(state_.style.bold, style.bold);
    set(state_.style.italic, style.italic);
    set(state_.preformatted, style.preformatted);
    set(state_.symbols, style.symbols);
    state_.letters = style.letters.value_or(state_.letters);
  }

  // ---- lines

  bool break_line() {
    pending_space_ = false;
    flow_.break_line();
    return false;
  }

  void end_line() {
    pending_space_ = false;
    if (!flow_.at_line_begin()) flow_.end_paragraph();
  }

  void add(std::string_view text, RunStyle style) {
    if (text.empty()) return;
    if (!mark_.empty()) {
      // Whether the line is bold is for its text to say.
      flow_.add(mark_, {true, true});
      mark_.clear();
    }
    if (pending_space_ && !flow_.at_line_begin()) flow_.add(" ", style);
    pending_space_ = false;
    flow_.add(text, style);
    const std::size_t kept = std::min<std::size_t>(text.size(), 8);
    tail_.assign(text.substr(text.size() - kept));
  }

  void text(const HtmlNode& node) {
    const bool unicode = state_.letters == FontLetters::unicode;
    buffer_.clear();
    for (std::uint32_t i = node.texts_begin; i < node.texts_end; ++i)
      (unicode ? letters_ : encoded_).append(tree_.texts[i], buffer_);
    if (!unicode) buffer_ = decode_run(buffer_, state_.letters);
    if (state_.preformatted) return preformatted(buffer_);
    if (state_.symbols && flow_.at_line_begin() && is_bullet(buffer_)) {
      add("-", state_.style);
      pending_space_ = true;
      return;
    }
    collapse(buffer_);
  }

  // Runs of white space are one blank, none where a line begins or ends. Of
  // no-break spaces each stays, as a blank.
  void collapse(std::string& text) {
    const bool begins_white = !text.empty() && is_html_white(text.front());
    if (begins_white) pending_space_ = true;
    std::size_t size = 0;
    bool white = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
      const char c = text[at];
      if (is_html_white(c)) {
        white = size > 0;
        continue;
      }
      if (white) text[size++] = ' ';
      white = false;
      const bool no_break = c == kNoBreakSpace[0] && at + 1 < text.size() &&
                            text[at + 1] == kNoBreakSpace[1];
      at += no_break ? 1 : 0;
      text[size++] = no_break ? ' ' : c;
    }
    text.resize(size);
    add(text, state_.style);
    if (white) pending_space_ = true;
  }

  void preformatted(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end =
          std::min(text.find_first_of("\r\n", at), text.size());
      add(text.substr(at, end - at), state_.style);
      if (end < text.size()) break_line();
      at = end + (starts_with(text.substr(end), "\r\n") ? 2 : 1);
    }
  }

  // ---- marks

  void begin_item(const HtmlNode& node, const HtmlElement& element) {
    mark_.clear();
    if (lists_.empty()) return;
    List& list = lists_.back();
    if (element.numbered) list.next = element.number;
    const std::int32_t number = list.next;
    if (list.next < kMostItems) ++list.next;
    if (list.bare || element.style.no_bullets ||
        list_mark(begin_of(node)).kind != Marker::none)
      return;
    mark_ = list.ordered ? item_number(number, list.numbering) + ". " : "- ";
  }

  // The text of a node, or the beginning of it.
  std::string begin_of(const HtmlNode& node) {
    constexpr std::size_t kEnough = 200;  // bytes
    std::string out;
    const auto index = static_cast<std::uint32_t>(&node - tree_.nodes.data());
    for (std::uint32_t at = index; at < node.end && out.size() < kEnough;) {
      const HtmlNode& inner = tree_.nodes[at];
      if (cut_[at] || is_unseen(inner)) {
        at = inner.end;
        continue;
      }
      for (std::uint32_t i = inner.texts_begin; i < inner.texts_end; ++i)
        ahead_.append(tree_.texts[i], out);
      ++at;
    }
    return std::string(trim_blanks(out));
  }

  bool list_mark_of(const HtmlNode& node) {
    std::string mark = begin_of(node);
    if (mark.empty()) return false;
    std::replace_if(mark.begin(), mark.end(), is_html_white, ' ');
    add(is_bullet(mark) ? "-" : mark, state_.style);
    pending_space_ = true;
    return false;
  }

  // `m<sup>2</sup>` is an area, `hiệu quả<sup>1</sup>` has a note, and a link
  // leads to one.
  bool footnote_mark(const HtmlNode& node) {
    const std::string number = footnote_number(begin_of(node));
    if (number.empty()) return false;
    const bool may_be_power =
        !flow_.at_line_begin() && !pending_space_ && !is_link(node);
    if (may_be_power && ends_in_unit(tail_)) return false;
    add("[" + number + "]", state_.style);
    return true;
  }

  [[nodiscard]] bool is_link(const HtmlNode& node) const {
    const auto begin = tree_.nodes.begin() + (&node - tree_.nodes.data());
    const auto end = tree_.nodes.begin() + node.end;
    return tree_.nodes[node.parent].name == HtmlName::link ||
           std::any_of(begin, end, [](const HtmlNode& inner) {
             return inner.name == HtmlName::link;
           });
  }

  static constexpr std::int32_t kMostItems = 100'000;

  const HtmlTree& tree_;
  const std::vector<bool>& cut_;
  HtmlText& letters_;
  HtmlText ahead_;  // for looking ahead, so that nothing is counted twice
  // For fonts with letters of their own, whose bytes are never windows-1258.
  HtmlText encoded_{letters_.charset() == HtmlCharset::utf8
                        ? HtmlCharset::utf8
                        : HtmlCharset::windows_1252};
  FlowText flow_;
  std::vector<Open> open_;
  std::vector<List> lists_;
  State state_;
  std::string mark_;  // of the list item that has no text yet
  std::string tail_;  // the last letters added
  std::string buffer_;
  bool pending_space_ = false;
};

}  // namespace

SourceText flow_html(const HtmlTree& tree, const std::vector<bool>& cut,
                     HtmlText& letters) {
  return Flow(tree, cut, letters).run();
}

}  // namespace kehoach
