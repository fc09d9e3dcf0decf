#include "read/html_digest.h"

#include <gumbo.h>

#include <algorithm>
#include <charconv>

#include "read/html_fonts.h"
#include "read/html_open_tags.h"
#include "read/html_tokens.h"
#include "text/text.h"

namespace kehoach {
namespace {

// What becomes of the tags of an element.
enum class Fate { drop, keep, keep_if_styled };

Fate fate_of(GumboTag tag) {
  if (is_html_block(tag)) return Fate::keep;
  switch (tag) {
    case GUMBO_TAG_A:
    case GUMBO_TAG_B:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_I:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_BR:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_DATALIST:
    case GUMBO_TAG_MARQUEE:
      return Fate::keep;
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_LEGEND:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_MARK:
      return Fate::keep_if_styled;
    default:
      return is_html_formatting(tag) ? Fate::keep_if_styled : Fate::drop;
  }
}

bool is_white(std::string_view text) {
  return text.find_first_not_of(" \t\n\r\f") == std::string_view::npos;
}

std::uint32_t count_of(std::string_view value, std::uint32_t otherwise) {
  value = trim(value);
  std::uint32_t number = 0;
  const auto [end, error] =
      std::from_chars(value.data(), value.data() + value.size(), number);
  constexpr std::uint32_t kMost = 65534;  // the standard's limit of `rowspan`
  return error == std::errc() && number <= kMost ? number : otherwise;
}

// HTML tags that end a drawing whose end tag was forgotten.
bool breaks_out(GumboTag tag) {
  return is_html_block(tag) ? tag != GUMBO_TAG_FORM
                            : tag == GUMBO_TAG_B || tag == GUMBO_TAG_STRONG ||
                                  tag == GUMBO_TAG_I || tag == GUMBO_TAG_EM ||
                                  tag == GUMBO_TAG_SPAN ||
                                  tag == GUMBO_TAG_BR || tag == GUMBO_TAG_SUP;
}

bool begins_line(GumboTag tag) {
  return is_html_block(tag) || tag == GUMBO_TAG_BR || tag == GUMBO_TAG_WBR;
}

// Writes the digest, without what its reader would find out anyway: blanks
// beside the begin of a line, emphasis of nothing, and end tags that the next
// tag stands for by the rules of the standard (section 13.2.6.4.7 for `p`,
// 13.2.6.4.14 and 15 for cells and rows).
class DigestWriter {
 public:
  explicit DigestWriter(HtmlDigest& out) : out_(out) {}

  void blank() { blank_ = !line_begins_; }

  void text(std::string_view text) {
    settle(false, GUMBO_TAG_UNKNOWN, false);
    number(out_.texts.size());
    out_.markup += ';';
    out_.texts.push_back(text);
  }

  // `element` indexes HtmlDigest::elements; beyond them it is none.
  void start(GumboTag tag, std::size_t element) {
    line_began_ = line_begins_;
    settle(true, tag, begins_line(tag));
    start_begin_ = out_.markup.size();
    out_.markup += '<';
    out_.markup += gumbo_normalized_tagname(tag);
    if (element < out_.elements.size()) {
      out_.markup += " k=";
      number(element);
    }
    out_.markup += '>';
    start_end_ = out_.markup.size();
    start_tag_ = tag;
    ++out_.tags;
  }

  void end(GumboTag tag) {
    const bool empty = start_tag_ == tag && !begins_line(tag) && !blank_ &&
                       start_end_ == out_.markup.size();
    start_tag_ = GUMBO_TAG_UNKNOWN;
    if (empty) {
      out_.markup.resize(start_begin_);
      line_begins_ = line_began_;
      return;
    }
    settle(false, tag, begins_line(tag));
    if (tag == GUMBO_TAG_P || tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TR) {
      ended_ = tag;
    } else {
      write_end(tag);
    }
  }

 private:
  // Writes what was put off before the text or tag that comes now.
  void settle(bool starts, GumboTag tag, bool line) {
    if (ended_ != GUMBO_TAG_UNKNOWN && !implies_end(starts, tag))
      write_end(ended_);
    ended_ = GUMBO_TAG_UNKNOWN;
    if (blank_ && !line) out_.markup += ' ';
    blank_ = false;
    line_begins_ = line;
  }

  [[nodiscard]] bool implies_end(bool starts, GumboTag tag) const {
    switch (ended_) {
      case GUMBO_TAG_P:
        return starts && ends_html_paragraph(tag) && tag != GUMBO_TAG_FORM;
      case GUMBO_TAG_TD:
        return starts ? tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH
                      : tag == GUMBO_TAG_TR;
      default:
        return starts ? tag == GUMBO_TAG_TR : tag == GUMBO_TAG_TABLE;
    }
  }

  void write_end(GumboTag tag) {
    out_.markup += "</";
    out_.markup += gumbo_normalized_tagname(tag);
    out_.markup += '>';
    ++out_.tags;
  }

  void number(std::size_t value) {
    std::array<char, 20> digits{};
    const auto end =
        std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    out_.markup.append(digits.data(), end);
  }

  HtmlDigest& out_;
  bool blank_ = false;
  bool line_begins_ = true;
  bool line_began_ = true;  // before the last start tag
  GumboTag ended_ = GUMBO_TAG_UNKNOWN;
  GumboTag start_tag_ = GUMBO_TAG_UNKNOWN;
  std::size_t start_begin_ = 0;
  std::size_t start_end_ = 0;
};

class Digester {
 public:
  explicit Digester(std::string_view page)
      : tokens_(page), xml_(starts_with(trim(page.substr(0, 64)), "<?xml")) {
    tokens_.set_self_closing(xml_);
    out_.markup.reserve(page.size() / 8 + 64);
  }

  HtmlDigest run() {
    HtmlToken token;
    while (!out_.too_large() && tokens_.next(token)) {
      const GumboTag tag =
          token.kind == HtmlToken::Kind::text
              ? GUMBO_TAG_UNKNOWN
              : gumbo_tagn_enum(token.text.data(),
                                static_cast<unsigned>(token.text.size()));
      if (skips(token, tag)) continue;
      if (tag == GUMBO_TAG_STYLE) fonts_.add(token.content);
      switch (token.kind) {
        case HtmlToken::Kind::text:
          text(token.text);
          break;
        case HtmlToken::Kind::start:
          start(token, tag);
          break;
        case HtmlToken::Kind::end:
          end(tag);
          break;
      }
    }
    return std::move(out_);
  }

 private:
  // Drawings and templates are passed over, with all that stands in them.
  bool skips(const HtmlToken& token, GumboTag tag) {
    const bool starts = token.kind == HtmlToken::Kind::start;
    if (skipped_ == GUMBO_TAG_UNKNOWN) {
      const bool skippable = tag == GUMBO_TAG_SVG || tag == GUMBO_TAG_TEMPLATE;
      if (!starts || !skippable || (token.self_closing && tag == GUMBO_TAG_SVG))
        return false;
      skipped_ = tag;
      depth_ = 1;
      inner_ = 0;
    } else if (tag == skipped_) {
      if (token.kind == HtmlToken::Kind::end) {
        --depth_;
      } else if (!token.self_closing) {
        ++depth_;
      }
    } else if (tag == GUMBO_TAG_FOREIGNOBJECT || tag == GUMBO_TAG_DESC) {
      if (!token.self_closing) inner_ += starts ? 1 : inner_ > 0 ? -1 : 0;
    } else if (skipped_ == GUMBO_TAG_SVG && starts && inner_ == 0 &&
               breaks_out(tag)) {
      depth_ = 0;
      skipped_ = GUMBO_TAG_UNKNOWN;
      tokens_.set_self_closing(xml_);
      return false;
    }
    if (depth_ == 0) skipped_ = GUMBO_TAG_UNKNOWN;
    tokens_.set_self_closing(xml_ || skipped_ == GUMBO_TAG_SVG);
    return true;
  }

  void text(std::string_view text) {
    if (pre_begins_ && starts_with(text, "\n")) text.remove_prefix(1);
    pre_begins_ = false;
    if (text.empty()) return;
    if (preformatted_ == 0 && is_white(text)) {
      writer_.blank();
    } else {
      writer_.text(text);
    }
  }

  void start(const HtmlToken& token, GumboTag tag) {
    const Fate fate = fate_of(tag);
    if (fate == Fate::drop) return;
    HtmlElement element = read_attributes(token, tag);
    // Where nothing is emphasized, nothing can end.
    if (kept_ == 0 && bold_blocks_ == 0 && element.style.only_resets())
      element.style = {};
    const bool plain = element == HtmlElement{};
    if (is_bold_html_block(tag) ||
        (is_html_block(tag) && element.style.emphasizes()))
      ++bold_blocks_;
    const bool kept = fate == Fate::keep || !plain;
    if (!is_html_block(tag) && tag != GUMBO_TAG_BR) {
      inline_.push_back({tag, kept});
      kept_ += kept ? 1 : 0;
    }
    if (!kept) return;
    if (!open_.open(tag)) {
      if (is_html_block(tag)) writer_.start(GUMBO_TAG_WBR, kNoElement);
      return;
    }
    if (tag == GUMBO_TAG_PRE) {
      ++preformatted_;
      pre_begins_ = true;
    }
    writer_.start(
        tag, plain ? kNoElement : index_of(element, is_html_formatting(tag)));
    if (xml_ && token.self_closing && !is_html_void(tag)) end(tag);
  }

  void end(GumboTag tag) {
    const Fate fate = fate_of(tag);
    // `</br>` and a stray `</p>` begin lines; the parser knows.
    if (fate == Fate::drop || !leaves(tag)) return;
    if (tag == GUMBO_TAG_PRE && preformatted_ > 0) --preformatted_;
    if (is_bold_html_block(tag) && bold_blocks_ > 0) --bold_blocks_;
    if (open_.close(tag)) writer_.end(tag);
  }

  // Whether the start tag that an end tag of inline elements belongs to was
  // kept. True for blocks.
  bool leaves(GumboTag tag) {
    if (is_html_block(tag) || tag == GUMBO_TAG_BR) return true;
    constexpr std::size_t kFarthest = 64;
    for (std::size_t back = 1; back <= std::min(kFarthest, inline_.size());
         ++back) {
      const auto at = inline_.end() - static_cast<std::ptrdiff_t>(back);
      if (at->tag != tag) continue;
      const bool kept = at->kept;
      kept_ -= kept ? 1 : 0;
      inline_.erase(at);
      return kept;
    }
    return false;
  }

  // Formatting elements of the same attributes are opened anew three times at
  // most, so they must not differ by their number alone.
  std::size_t index_of(const HtmlElement& element, bool formatting) {
    constexpr std::size_t kMostStyles = 64;
    if (formatting) {
      const auto known = std::find_if(
          styles_.begin(), styles_.end(),
          [&](std::size_t i) { return out_.elements[i] == element; });
      if (known != styles_.end()) return *known;
      if (styles_.size() == kMostStyles) return kNoElement;
      styles_.push_back(out_.elements.size());
    }
    out_.elements.push_back(element);
    return out_.elements.size() - 1;
  }

  HtmlElement read_attributes(const HtmlToken& token, GumboTag tag) const {
    HtmlElement element;
    if (tag == GUMBO_TAG_BR) return element;
    if (!fonts_.empty()) {
      element.style.letters =
          fonts_.letters(token.text, token.attribute("class"));
    }
    for (const HtmlAttribute& attribute : token.attributes)
      read_attribute(attribute, tag, element);
    return element;
  }

  static void read_attribute(const HtmlAttribute& attribute, GumboTag tag,
                             HtmlElement& element) {
    const auto is = [&](std::string_view name) {
      return is_same_name(attribute.name, name);
    };
    const std::string_view value = attribute.value;
    const bool list = tag == GUMBO_TAG_OL || tag == GUMBO_TAG_LI;
    const bool cell = tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH;
    // Who a paragraph is tells nothing about the page.
    const bool part =
        is_html_block(tag) && tag != GUMBO_TAG_P && !cell && !list;
    if (is("style")) {
      add_css(value, element.style);
    } else if (is("hidden")) {
      element.style.hidden = true;
    } else if (part && is("class")) {
      element.classes = value;
    } else if (part && is("id")) {
      element.id = value;
    } else if (part && is("role")) {
      element.role = value;
    } else if (cell && is("colspan")) {
      element.columns = count_of(value, 1);
    } else if (cell && is("rowspan")) {
      element.rows = count_of(value, 1);
    } else if (list && (is("start") || is("value"))) {
      element.number = static_cast<std::int32_t>(count_of(value, 1));
      element.numbered = true;
    } else if (list && is("type") && value.size() == 1) {
      element.numbering = value.front();
    } else if (tag == GUMBO_TAG_A && is("href")) {
      element.link = true;
    } else if (tag == GUMBO_TAG_FONT && is("face")) {
      set_font(value, element.style);
    }
  }

  struct Inline {
    GumboTag tag;
    bool kept;
  };

  static constexpr std::size_t kNoElement = std::size_t(-1);

  HtmlTokens tokens_;
  HtmlFontRules fonts_;
  bool xml_;
  HtmlDigest out_;
  DigestWriter writer_{out_};
  HtmlOpenTags open_;
  std::vector<Inline> inline_;
  std::vector<std::size_t> styles_;
  GumboTag skipped_ = GUMBO_TAG_UNKNOWN;  // what we are passing over
  std::size_t depth_ = 0;
  int inner_ = 0;                // HTML inside of a drawing
  std::size_t kept_ = 0;         // how many of `inline_` were
  std::size_t bold_blocks_ = 0;  // open ones, or more
  int preformatted_ = 0;
  bool pre_begins_ = false;
};

}  // namespace

HtmlDigest digest_html(std::string_view page) { return Digester(page).run(); }

}  // namespace kehoach
