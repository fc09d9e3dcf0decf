#include "read/html_open_tags.h"

#include <algorithm>

namespace kehoach {
namespace {

template <std::size_t n>
constexpr std::array<bool, GUMBO_TAG_LAST> set_of(const GumboTag (&tags)[n]) {
  std::array<bool, GUMBO_TAG_LAST> set{};
  for (const GumboTag tag : tags) set[tag] = true;
  return set;
}

// Block elements whose start ends an open paragraph.
constexpr auto kBlocks =
    set_of({GUMBO_TAG_ADDRESS,    GUMBO_TAG_ARTICLE,    GUMBO_TAG_ASIDE,
            GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_CENTER,     GUMBO_TAG_DETAILS,
            GUMBO_TAG_DIR,        GUMBO_TAG_DIV,        GUMBO_TAG_DL,
            GUMBO_TAG_FIELDSET,   GUMBO_TAG_FIGCAPTION, GUMBO_TAG_FIGURE,
            GUMBO_TAG_FOOTER,     GUMBO_TAG_HEADER,     GUMBO_TAG_HGROUP,
            GUMBO_TAG_MAIN,       GUMBO_TAG_MENU,       GUMBO_TAG_NAV,
            GUMBO_TAG_OL,         GUMBO_TAG_P,          GUMBO_TAG_SECTION,
            GUMBO_TAG_SUMMARY,    GUMBO_TAG_UL,         GUMBO_TAG_H1,
            GUMBO_TAG_H2,         GUMBO_TAG_H3,         GUMBO_TAG_H4,
            GUMBO_TAG_H5,         GUMBO_TAG_H6,         GUMBO_TAG_PRE,
            GUMBO_TAG_LISTING,    GUMBO_TAG_FORM,       GUMBO_TAG_HR,
            GUMBO_TAG_LI,         GUMBO_TAG_DD,         GUMBO_TAG_DT});
constexpr auto kFormatting = set_of(
    {GUMBO_TAG_A, GUMBO_TAG_B, GUMBO_TAG_BIG, GUMBO_TAG_CODE, GUMBO_TAG_EM,
     GUMBO_TAG_FONT, GUMBO_TAG_I, GUMBO_TAG_NOBR, GUMBO_TAG_S, GUMBO_TAG_SMALL,
     GUMBO_TAG_STRIKE, GUMBO_TAG_STRONG, GUMBO_TAG_TT, GUMBO_TAG_U});
constexpr auto kVoid = set_of({GUMBO_TAG_BR, GUMBO_TAG_HR});
// Elements that an end tag does not reach out of.
constexpr auto kScopes =
    set_of({GUMBO_TAG_TABLE, GUMBO_TAG_TD, GUMBO_TAG_TH, GUMBO_TAG_CAPTION,
            GUMBO_TAG_OBJECT, GUMBO_TAG_APPLET, GUMBO_TAG_MARQUEE});
constexpr auto kTableParts =
    set_of({GUMBO_TAG_TABLE, GUMBO_TAG_TBODY, GUMBO_TAG_THEAD, GUMBO_TAG_TFOOT,
            GUMBO_TAG_TR, GUMBO_TAG_TD, GUMBO_TAG_TH, GUMBO_TAG_CAPTION});
constexpr auto kHeadings = set_of({GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3,
                                   GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6});

bool is_special(GumboTag tag) {
  return kBlocks[tag] || kTableParts[tag] || kScopes[tag] ||
         tag == GUMBO_TAG_BUTTON || tag == GUMBO_TAG_SELECT;
}

bool is_cell(GumboTag tag) {
  return tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH || tag == GUMBO_TAG_CAPTION;
}

bool is_row_group(GumboTag tag) {
  return tag == GUMBO_TAG_TBODY || tag == GUMBO_TAG_THEAD ||
         tag == GUMBO_TAG_TFOOT;
}

bool is_table(GumboTag tag) { return tag == GUMBO_TAG_TABLE; }

}  // namespace

bool is_html_formatting(GumboTag tag) { return kFormatting[tag]; }
bool is_html_void(GumboTag tag) { return kVoid[tag]; }
bool is_bold_html_block(GumboTag tag) {
  return kHeadings[tag] || tag == GUMBO_TAG_TH;
}
bool ends_html_paragraph(GumboTag tag) { return kBlocks[tag]; }
bool is_html_block(GumboTag tag) { return kBlocks[tag] || kTableParts[tag]; }

// Pops up to and including the nearest element that `is`, unless one that is a
// `stop` comes first.
template <typename Is, typename Stop>
void HtmlOpenTags::pop_to(Is is, Stop stop) {
  for (std::size_t at = open_.size(); at > 0; --at) {
    if (is(open_[at - 1])) {
      open_.resize(at - 1);
      return;
    }
    if (stop(open_[at - 1])) return;
  }
}

// The same, but the elements inside stay open.
template <typename Is, typename Stop>
void HtmlOpenTags::remove(Is is, Stop stop) {
  for (std::size_t at = open_.size(); at > 0; --at) {
    if (is(open_[at - 1])) {
      open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(at - 1));
      return;
    }
    if (stop(open_[at - 1])) return;
  }
}

// Elements that the start of `tag` ends.
void HtmlOpenTags::close_implied(GumboTag tag) {
  const auto same = [tag](GumboTag t) { return t == tag; };
  const auto scope = [](GumboTag t) { return kScopes[t]; };
  if (is_cell(tag)) {
    pop_to(is_cell, is_table);
  } else if (tag == GUMBO_TAG_TR) {
    pop_to(same, is_table);
  } else if (is_row_group(tag)) {
    pop_to(is_row_group, is_table);
  } else if (tag == GUMBO_TAG_LI || tag == GUMBO_TAG_DD ||
             tag == GUMBO_TAG_DT) {
    const bool item = tag == GUMBO_TAG_LI;
    pop_to(
        [&](GumboTag t) {
          return item ? t == GUMBO_TAG_LI
                      : t == GUMBO_TAG_DD || t == GUMBO_TAG_DT;
        },
        [](GumboTag t) {
          return is_special(t) && t != GUMBO_TAG_ADDRESS &&
                 t != GUMBO_TAG_DIV && t != GUMBO_TAG_P;
        });
  } else if (tag == GUMBO_TAG_A || tag == GUMBO_TAG_NOBR) {
    remove(same, scope);
  } else if (tag == GUMBO_TAG_OPTION) {
    if (!open_.empty() && open_.back() == tag) open_.pop_back();
  }
  if (kBlocks[tag]) {
    pop_to([](GumboTag t) { return t == GUMBO_TAG_P; },
           [](GumboTag t) { return kScopes[t] || t == GUMBO_TAG_BUTTON; });
  }
  if (kHeadings[tag] && !open_.empty() && kHeadings[open_.back()])
    open_.pop_back();
}

bool HtmlOpenTags::open(GumboTag tag) {
  close_implied(tag);
  if (kVoid[tag]) return true;
  if (open_.size() >= kDeepest) {
    ++left_out_[tag];
    return false;
  }
  open_.push_back(tag);
  return true;
}

bool HtmlOpenTags::close(GumboTag tag) {
  if (left_out_[tag] > 0) {
    --left_out_[tag];
    return false;
  }
  const auto same = [tag](GumboTag t) { return t == tag; };
  if (kFormatting[tag]) {
    remove(same, [](GumboTag t) { return kScopes[t]; });
  } else if (kTableParts[tag]) {
    pop_to(same, [tag](GumboTag t) { return t != tag && is_table(t); });
  } else if (kHeadings[tag]) {
    pop_to([](GumboTag t) { return kHeadings[t]; },
           [](GumboTag t) { return kScopes[t]; });
  } else if (is_special(tag)) {
    pop_to(same, [tag](GumboTag t) {
      return kScopes[t] ||
             (tag == GUMBO_TAG_LI && (t == GUMBO_TAG_OL || t == GUMBO_TAG_UL));
    });
  } else {
    pop_to(same, is_special);
  }
  return true;
}

}  // namespace kehoach
