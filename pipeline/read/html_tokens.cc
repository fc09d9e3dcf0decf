#include "read/html_tokens.h"

#include <algorithm>
#include <array>

#include "text/text.h"

namespace kehoach {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

char to_ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Elements whose content is raw text to the standard (`noscript` with scripts
// on), and none of it part of a document's text.
bool is_raw(std::string_view name) {
  static constexpr std::array<std::string_view, 9> kRaw = {
      "style",   "script",   "title",    "textarea", "iframe",
      "noembed", "noframes", "noscript", "xmp"};
  return std::any_of(kRaw.begin(), kRaw.end(), [&](std::string_view raw) {
    return is_same_name(name, raw);
  });
}

}  // namespace

bool is_same_name(std::string_view name, std::string_view lower) {
  return name.size() == lower.size() &&
         std::equal(name.begin(), name.end(), lower.begin(),
                    [](char a, char b) { return to_ascii_lower(a) == b; });
}

bool HtmlTokens::next(HtmlToken& token) {
  while (at_ < page_.size()) {
    const std::size_t markup = plain_ ? page_.size() : next_markup();
    if (markup > at_) {
      token.kind = HtmlToken::Kind::text;
      token.text = page_.substr(at_, markup - at_);
      at_ = markup;
      return true;
    }
    if (take_markup(token)) return true;
  }
  return false;
}

// A `<` that opens nothing is text.
std::size_t HtmlTokens::next_markup() const {
  for (std::size_t at = page_.find('<', at_); at != kNone;
       at = page_.find('<', at + 1)) {
    const char next = at + 1 < page_.size() ? page_[at + 1] : '\0';
    if (is_ascii_letter(next) || next == '/' || next == '!' || next == '?')
      return at;
  }
  return page_.size();
}

// True if a tag was read; else what stood at `at_` was passed over.
bool HtmlTokens::take_markup(HtmlToken& token) {
  const char mark = page_[at_ + 1];
  if (is_ascii_letter(mark)) return read_tag(at_ + 1, token);
  if (mark == '/') {
    const char next = at_ + 2 < page_.size() ? page_[at_ + 2] : '\0';
    if (is_ascii_letter(next)) return read_tag(at_ + 2, token);
    skip_past(">", at_ + 2);
  } else if (starts_with(page_.substr(at_), "<!--")) {
    skip_comment();
  } else {
    skip_past(">", at_ + 2);
  }
  return false;
}

void HtmlTokens::skip_past(std::string_view mark, std::size_t from) {
  const std::size_t found = page_.find(mark, from);
  at_ = found == kNone ? page_.size() : found + mark.size();
}

// `-->`, or `--!>`; `<!-->` and `<!--->` are whole comments.
void HtmlTokens::skip_comment() {
  for (std::size_t at = page_.find("--", at_ + 2); at != kNone;
       at = page_.find("--", at + 1)) {
    const std::string_view rest = page_.substr(at + 2);
    const bool bang = at >= at_ + 4 && starts_with(rest, "!>");
    if (!starts_with(rest, ">") && !bang) continue;
    at_ = at + (bang ? 4 : 3);
    return;
  }
  at_ = page_.size();
}

std::string_view HtmlToken::attribute(std::string_view lower) const {
  for (const HtmlAttribute& each : attributes) {
    if (is_same_name(each.name, lower)) return each.value;
  }
  return {};
}

bool HtmlTokens::read_tag(std::size_t at, HtmlToken& token) {
  const bool is_end = page_[at - 1] == '/';
  std::size_t end = at;
  while (end < page_.size() && !is_html_white(page_[end]) &&
         page_[end] != '/' && page_[end] != '>') {
    ++end;
  }
  token.kind = is_end ? HtmlToken::Kind::end : HtmlToken::Kind::start;
  token.text = page_.substr(at, end - at);
  token.attributes.clear();
  token.self_closing = false;
  for (at = end; at < page_.size() && page_[at] != '>';) {
    if (is_html_white(page_[at]) || page_[at] == '/') {
      token.self_closing = page_[at] == '/';
      ++at;
    } else {
      token.self_closing = false;
      at = read_attribute(at, token);
    }
  }
  at_ = std::min(at + 1, page_.size());
  if (at >= page_.size()) return false;
  const std::size_t content = at_;
  if (!is_end) skip_content(token);
  token.content = page_.substr(content, at_ - content);
  return true;
}

std::size_t HtmlTokens::read_attribute(std::size_t at, HtmlToken& token) {
  const auto find = [&](std::size_t from, auto stops) {
    while (from < page_.size() && !stops(page_[from])) ++from;
    return from;
  };
  const auto ends_value = [](char c) { return is_html_white(c) || c == '>'; };
  const auto is_text = [](char c) { return !is_html_white(c); };
  // A `=` in front belongs to the name.
  const std::size_t name_end = find(
      at + 1, [&](char c) { return ends_value(c) || c == '/' || c == '='; });
  HtmlAttribute attribute{page_.substr(at, name_end - at), {}};
  std::size_t next = find(name_end, is_text);
  if (next < page_.size() && page_[next] == '=') {
    next = find(next + 1, is_text);
    const char quote = next < page_.size() ? page_[next] : '\0';
    const bool quoted = quote == '"' || quote == '\'';
    const std::size_t begin = next + (quoted ? 1 : 0);
    next = quoted ? std::min(page_.find(quote, begin), page_.size())
                  : find(begin, ends_value);
    attribute.value = page_.substr(begin, next - begin);
    next += quoted ? 1 : 0;
  } else {
    next = name_end;
  }
  token.attributes.push_back(attribute);
  return next;
}

void HtmlTokens::skip_content(const HtmlToken& token) {
  if (token.self_closing && self_closing_closes_) return;
  if (is_same_name(token.text, "plaintext")) plain_ = true;
  if (!is_raw(token.text)) return;
  const bool script = is_same_name(token.text, "script");
  bool comment = false;  // `<!--` inside of a script
  bool nested = false;   // `<script>` inside of that: its end tag is not ours
  for (; at_ < page_.size(); ++at_) {
    if (script && !comment) {
      at_ = std::min(page_.find('<', at_), page_.size());
      comment = starts_with(page_.substr(at_), "<!--");
    } else if (!script) {
      at_ = std::min(page_.find('<', at_), page_.size());
    }
    if (comment && starts_with(page_.substr(at_), "-->"))
      comment = nested = false;
    if (comment && is_tag(at_, "<", token.text)) nested = true;
    if (!is_tag(at_, "</", token.text)) continue;
    if (!nested) return;  // the end tag is the next token
    nested = false;
  }
}

// The tag `open` + `name` at `at`, whatever follows in it.
bool HtmlTokens::is_tag(std::size_t at, std::string_view open,
                        std::string_view name) const {
  const std::string_view rest = page_.substr(std::min(at, page_.size()));
  if (!starts_with(rest, open)) return false;
  const std::size_t end = open.size() + name.size();
  if (rest.size() <= end) return false;
  const auto same = [](char a, char b) {
    return to_ascii_lower(a) == to_ascii_lower(b);
  };
  return std::equal(name.begin(), name.end(), rest.begin() + open.size(),
                    same) &&
         (is_html_white(rest[end]) || rest[end] == '/' || rest[end] == '>');
}

}  // namespace kehoach
