#include "read/html_body.h"

#include <algorithm>
#include <array>
#include <bit>

#include "read/html_evidence.h"
#include "text/text.h"

namespace kehoach {
namespace {

// A page with fewer links has no menus.
constexpr std::uint32_t kFewLinks = 6;
// So many kinds of marks make a form.
constexpr int kForm = 3;
// Text outside of the document that is no footer and no advertisement.
constexpr std::uint32_t kLongText = 1200;  // bytes
constexpr std::uint32_t kShortText = 600;
// A part that has more of its text in links is a list of links; a single line
// must hardly have anything else.
constexpr std::uint32_t kMenuLinks = 3;
constexpr double kLinkList = 0.5;
constexpr double kLinkLine = 0.8;
constexpr std::uint32_t kTitle = 80;  // bytes
constexpr double kLinkText = 0.2;     // a text has less

bool is_part(HtmlName name) {
  switch (name) {
    case HtmlName::block:
    case HtmlName::paragraph:
    case HtmlName::heading:
    case HtmlName::ordered_list:
    case HtmlName::unordered_list:
    case HtmlName::list_item:
    case HtmlName::table:
    case HtmlName::row:
    case HtmlName::cell:
    case HtmlName::head_cell:
    case HtmlName::chrome:
      return true;
    default:
      return false;
  }
}

// Words that web designers of all countries give to what is not the text.
bool says_chrome(std::string_view names) {
  static constexpr std::array<std::string_view, 24> kWords = {
      "nav",     "menu",    "breadcrumb", "sidebar",  "footer",    "share",
      "social",  "related", "comment",    "banner",   "advert",    "ads",
      "toolbar", "paging",  "pagination", "widget",   "copyright", "search",
      "rating",  "tags",    "login",      "quangcao", "lienquan",  "chiase"};
  // A word begins where the letters begin, or at a capital: `newsRelated`.
  for (std::size_t at = 0; at < names.size(); ++at) {
    const auto lower = [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    };
    const auto letter = [&](char c) {
      return lower(c) >= 'a' && lower(c) <= 'z';
    };
    const bool begins =
        letter(names[at]) && (at == 0 || !letter(names[at - 1]) ||
                              (names[at] < 'a' && names[at - 1] >= 'a'));
    if (!begins) continue;
    for (const std::string_view word : kWords) {
      if (at + word.size() > names.size()) continue;
      const bool same =
          std::equal(word.begin(), word.end(),
                     names.begin() + static_cast<std::ptrdiff_t>(at),
                     [&](char a, char b) { return a == lower(b); });
      // `ads` is no beginning of `address`.
      const std::size_t end = at + word.size();
      const bool whole = word.size() > 4 || end == names.size() ||
                         !(names[end] >= 'a' && names[end] <= 'z') ||
                         starts_with(names.substr(end), "bar");
      if (same && whole) return true;
    }
  }
  return false;
}

bool has_chrome_role(std::string_view role) {
  return role == "navigation" || role == "banner" || role == "contentinfo" ||
         role == "complementary" || role == "search";
}

class BodyFinder {
 public:
  BodyFinder(const HtmlTree& tree, HtmlCharset charset)
      : tree_(tree), evidence_(gather_evidence(tree, charset)) {
    out_.cut.resize(tree.nodes.size());
  }

  HtmlBody run() {
    const std::uint32_t body = find_body();
    for (std::uint32_t at = 0; at < tree_.nodes.size();) {
      const HtmlNode& node = tree_.nodes[at];
      const bool around = at <= body && body < node.end;
      const bool inside = at > body && at < tree_.nodes[body].end;
      const bool chrome = is_part(node.name) && is_chrome(at);
      const bool goes =
          !around && (chrome || (!inside && !is_kept_outside(at, body)));
      if (goes) cut(at);
      at = goes || (!around && !inside) ? node.end : at + 1;
    }
    return std::move(out_);
  }

 private:
  void cut(std::uint32_t at) {
    out_.cut[at] = true;
    out_.lines += evidence_[at].lines;
    if (evidence_[at].links < kMenuLinks) return;
    const std::uint32_t title = part_before(at);
    if (title == 0 || out_.cut[title] || !is_title(title)) return;
    out_.cut[title] = true;
    out_.lines += evidence_[title].lines;
  }

  // The part that stands before `at` in the same element; 0 for none.
  [[nodiscard]] std::uint32_t part_before(std::uint32_t at) const {
    const std::uint32_t parent = tree_.nodes[at].parent;
    for (std::uint32_t before = at - 1; before > parent; --before) {
      const HtmlNode& node = tree_.nodes[before];
      if (node.parent != parent) continue;
      if (is_part(node.name)) return before;
      if (evidence_[before].letters > 0) return 0;
    }
    return 0;
  }

  // `Tin liên quan` above a list of links.
  [[nodiscard]] bool is_title(std::uint32_t at) const {
    const HtmlEvidence& e = evidence_[at];
    const bool short_line = e.lines == 1 && e.letters < kTitle;
    return (e.marks & kDocumentMarks) == 0 && short_line &&
           tree_.nodes[at].name == HtmlName::heading;
  }

  static int kinds(const HtmlEvidence& evidence) {
    return std::popcount(evidence.marks & kDocumentMarks);
  }

  // The smallest element that holds the document; the root where none does.
  std::uint32_t find_body() {
    if (kinds(evidence_[0]) >= kForm) {
      return smallest([&](const HtmlEvidence& e) {
        return (e.marks & kDocumentMarks) ==
               (evidence_[0].marks & kDocumentMarks);
      });
    }
    const auto text = [](const HtmlEvidence& e) {
      return e.letters - e.link_letters;
    };
    const std::uint32_t most = smallest([&](const HtmlEvidence& e) {
      return text(e) * 10 >= text(evidence_[0]) * 8;
    });
    out_.unsure = evidence_[most].link_share() > kLinkText;
    return out_.unsure ? 0 : most;
  }

  // Goes down from the root as long as one child has all that is asked for.
  template <typename Has>
  std::uint32_t smallest(Has has) const {
    std::uint32_t found = 0;
    for (std::uint32_t at = 1; at < tree_.nodes[found].end;) {
      const HtmlNode& node = tree_.nodes[at];
      const bool holds = node.name != HtmlName::text && has(evidence_[at]);
      if (holds) found = at;
      at = holds ? at + 1 : node.end;
    }
    return found;
  }

  // Menus, lists of links, parts that say so.
  [[nodiscard]] bool is_chrome(std::uint32_t at) const {
    const HtmlNode& node = tree_.nodes[at];
    const HtmlEvidence& e = evidence_[at];
    const HtmlElement& element = tree_.element_of(node);
    // Most of a page is what the page is about.
    if ((e.marks & kDocumentMarks) != 0 || e.letters * 2 > evidence_[0].letters)
      return false;
    if (node.name == HtmlName::chrome || has_chrome_role(element.role))
      return true;
    const double least = e.lines >= kMenuLinks ? kLinkList : kLinkLine;
    const bool list = e.links >= kMenuLinks && e.link_share() > least;
    const bool one_link = e.links > 0 && e.letters < kTitle &&
                          e.link_share() > kLinkLine && e.lines == 1 &&
                          node.name != HtmlName::cell;
    const bool named = says_chrome(element.classes) || says_chrome(element.id);
    return list || one_link ||
           (named && (e.letters < kShortText || e.link_share() > kLinkText));
  }

  // Appendices, notes and long texts beside the document are part of it.
  [[nodiscard]] bool is_kept_outside(std::uint32_t at,
                                     std::uint32_t body) const {
    const HtmlEvidence& e = evidence_[at];
    const bool behind = at >= tree_.nodes[body].end;
    if (behind && (e.marks & kAppendix) != 0 && e.link_share() < kLinkText)
      return true;
    return e.letters - e.link_letters >= kLongText &&
           e.link_share() < kLinkText;
  }

  const HtmlTree& tree_;
  std::vector<HtmlEvidence> evidence_;
  HtmlBody out_;
};

bool may_have_chrome(const HtmlTree& tree) {
  std::uint32_t links = 0;
  for (const HtmlNode& node : tree.nodes) {
    if (node.name == HtmlName::chrome) return true;
    links += node.name == HtmlName::link && tree.element_of(node).link ? 1 : 0;
  }
  return links >= kFewLinks;
}

}  // namespace

HtmlBody find_html_body(const HtmlTree& tree, HtmlCharset charset) {
  if (may_have_chrome(tree)) return BodyFinder(tree, charset).run();
  HtmlBody all;
  all.cut.resize(tree.nodes.size());
  return all;
}

}  // namespace kehoach
