#include "read/html_file.h"

#include "read/html_body.h"
#include "read/html_charset.h"
#include "read/html_flow.h"
#include "read/html_text.h"
#include "read/html_tree.h"
#include "read/plain_text.h"
#include "read/utf16.h"

namespace kehoach {
namespace {

// White space and the two bytes of the no-break space, which no other letter is
// made of.
constexpr std::string_view kBlanks = " \t\n\xC2\xA0";

void describe(const HtmlBody& body, const HtmlText& letters,
              SourceText& source) {
  const auto say = [&](Severity severity, const char* code,
                       std::string message) {
    source.diagnostics.push_back({severity, code, std::move(message), {}});
  };
  if (body.lines > 0) {
    say(Severity::info, "page-parts-left-out",
        std::to_string(body.lines) +
            " lines of the page are no part of the document (menus, lists of "
            "links, footers) and were left out");
  }
  if (body.unsure) {
    say(Severity::warning, "page-body-unsure",
        "nothing tells where in this page the document is; it was read with "
        "what stands around it");
  }
  if (letters.repairs() > 0) {
    say(Severity::warning, "utf8-repaired",
        std::to_string(letters.repairs()) +
            " bytes are no UTF-8 and stand as U+FFFD");
  }
}

}  // namespace

Result<SourceText> read_html_file(std::string_view bytes,
                                  std::string_view path) {
  EditedText converted;
  const auto order = utf16_order(bytes);
  if (order) decode_utf16(bytes, *order, converted);
  std::string_view page = order ? converted.text() : bytes;
  if (starts_with(page, kByteOrderMark))
    page.remove_prefix(kByteOrderMark.size());
  HtmlDigest digest = digest_html(page);
  if (digest.too_large()) {
    return failure(
        Error::Kind::unsupported, path,
        "more tags than any plan has; save the plan alone as a page or "
        "as text");
  }
  const HtmlTree tree = parse_html(std::move(digest));
  const HtmlCharset charset = charset_of(tree.texts, declared_charset(page));
  const HtmlBody body = find_html_body(tree, charset);
  HtmlText letters(charset);
  SourceText source = flow_html(tree, body.cut, letters);
  if (source.text.find_first_not_of(kBlanks) == std::string::npos) {
    return failure(Error::Kind::no_text, path,
                   "no text in this page; nothing to read");
  }
  describe(body, letters, source);
  return source;
}

}  // namespace kehoach
