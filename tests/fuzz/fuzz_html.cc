// Whatever a page is, the reader of pages makes lines of it, however the bytes
// begin. Its digest is no larger than a page and its numbers can make it, and
// the tree is one: every node ends within its parent.
#include "fuzz/source_checks.h"
#include "read/html_file.h"
#include "read/html_tree.h"

namespace kehoach {
namespace {

void check_tree(std::string_view page) {
  HtmlDigest digest = digest_html(page);
  FUZZ_CHECK(digest.texts.size() <= page.size());
  FUZZ_CHECK(digest.markup.size() <= 32 * page.size() + 64);
  const HtmlTree tree = parse_html(std::move(digest));
  FUZZ_CHECK(!tree.nodes.empty());
  for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
    const HtmlNode& node = tree.nodes[i];
    FUZZ_CHECK(node.end > i && node.end <= tree.nodes[node.parent].end);
    FUZZ_CHECK(node.parent < i || i == 0);
    FUZZ_CHECK(node.texts_begin <= node.texts_end);
    FUZZ_CHECK(node.texts_end <= tree.texts.size());
  }
}

}  // namespace
}  // namespace kehoach

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using namespace kehoach;
  const std::string_view page = fuzz_text(data, size);
  check_tree(page);
  check_readings(read_html_file(page, "a.html"),
                 read_html_file(page, "a.html"));
  return 0;
}
