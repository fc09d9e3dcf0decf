#include "read/html_tree.h"

#include <gumbo.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <memory>

namespace kehoach {
namespace {

HtmlName name_of(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_P:
      return HtmlName::paragraph;
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_LISTING:
      return HtmlName::preformatted;
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
      return HtmlName::heading;
    case GUMBO_TAG_BR:
      return HtmlName::line_break;
    case GUMBO_TAG_WBR:
      return HtmlName::line_end;
    case GUMBO_TAG_HR:
      return HtmlName::ruled_line;
    case GUMBO_TAG_OL:
      return HtmlName::ordered_list;
    case GUMBO_TAG_UL:
    case GUMBO_TAG_DIR:
      return HtmlName::unordered_list;
    case GUMBO_TAG_LI:
      return HtmlName::list_item;
    case GUMBO_TAG_TABLE:
      return HtmlName::table;
    case GUMBO_TAG_CAPTION:
      return HtmlName::caption;
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TFOOT:
      return HtmlName::row_group;
    case GUMBO_TAG_TR:
      return HtmlName::row;
    case GUMBO_TAG_TD:
      return HtmlName::cell;
    case GUMBO_TAG_TH:
      return HtmlName::head_cell;
    case GUMBO_TAG_B:
    case GUMBO_TAG_STRONG:
      return HtmlName::bold;
    case GUMBO_TAG_I:
    case GUMBO_TAG_EM:
      return HtmlName::italic;
    case GUMBO_TAG_SUP:
      return HtmlName::superscript;
    case GUMBO_TAG_A:
      return HtmlName::link;
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_MARQUEE:
      return HtmlName::chrome;
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_DATALIST:
    case GUMBO_TAG_DEL:
      return HtmlName::unseen;
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_HGROUP:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_SUMMARY:
      return HtmlName::block;
    default:
      return HtmlName::phrase;
  }
}

// Memory for a parser that is given back at once, so that nobody walks the
// tree to free it.
class Arena {
 public:
  static void* take(void* arena, std::size_t size) {
    return static_cast<Arena*>(arena)->take(size);
  }
  static void give_back(void* /*arena*/, void* /*memory*/) {}

 private:
  void* take(std::size_t size) {
    constexpr std::size_t kChunk = std::size_t{1} << 18U;
    constexpr std::size_t kAlign = alignof(std::max_align_t);
    size = (size + kAlign - 1) / kAlign * kAlign;
    if (size > left_) {
      left_ = std::max(size, kChunk);
      chunks_.push_back(std::make_unique_for_overwrite<std::byte[]>(left_));
      next_ = chunks_.back().get();
    }
    std::byte* const memory = next_;
    next_ += size;
    left_ -= size;
    return memory;
  }

  std::vector<std::unique_ptr<std::byte[]>> chunks_;
  std::byte* next_ = nullptr;
  std::size_t left_ = 0;
};

class Flattener {
 public:
  explicit Flattener(HtmlDigest digest) : texts_(std::move(digest.texts)) {
    tree_.elements = std::move(digest.elements);
    tree_.nodes.reserve(digest.tags + texts_.size());
    tree_.texts.reserve(2 * texts_.size());
  }

  // Goes down and up by the parents' links, for trees are as deep as they are.
  HtmlTree run(const GumboNode* root) {
    const GumboNode* node = root;
    std::uint32_t parent = 0;
    while (true) {
      const std::uint32_t index = size();
      add(*node, parent);
      if (is_element(*node) && node->v.element.children.length > 0) {
        parent = index;
        node = child(*node, 0);
        continue;
      }
      tree_.nodes[index].end = size();
      while (node != root && !has_next(*node)) {
        node = node->parent;
        tree_.nodes[parent].end = size();
        parent = tree_.nodes[parent].parent;
      }
      if (node == root) break;
      node = child(*node->parent, node->index_within_parent + 1);
    }
    return std::move(tree_);
  }

 private:
  static bool is_element(const GumboNode& node) {
    return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
  }
  static const GumboNode* child(const GumboNode& node, std::size_t index) {
    return static_cast<const GumboNode*>(node.v.element.children.data[index]);
  }
  static bool has_next(const GumboNode& node) {
    return node.index_within_parent + 1 <
           node.parent->v.element.children.length;
  }
  [[nodiscard]] std::uint32_t size() const {
    return static_cast<std::uint32_t>(tree_.nodes.size());
  }

  void add(const GumboNode& node, std::uint32_t parent) {
    HtmlNode out;
    out.parent = parent;
    if (is_element(node)) {
      out.name = name_of(node.v.element.tag);
      if (node.v.element.attributes.length > 0) {
        const auto* attribute = static_cast<const GumboAttribute*>(
            node.v.element.attributes.data[0]);
        const std::string_view value = attribute->value;
        std::from_chars(value.data(), value.data() + value.size(), out.element);
        out.has_element = out.element < tree_.elements.size();
      }
    } else {
      out.name = HtmlName::text;
      out.texts_begin = static_cast<std::uint32_t>(tree_.texts.size());
      add_texts(node.v.text.text);
      out.texts_end = static_cast<std::uint32_t>(tree_.texts.size());
    }
    tree_.nodes.push_back(out);
  }

  // `12;13; 14;`
  void add_texts(std::string_view digest) {
    for (std::size_t at = 0; at < digest.size();) {
      std::size_t index = 0;
      const auto [end, error] = std::from_chars(
          digest.data() + at, digest.data() + digest.size(), index);
      if (error != std::errc()) {
        tree_.texts.push_back(" ");
        ++at;
        continue;
      }
      at = static_cast<std::size_t>(end - digest.data()) + 1;
      if (index < texts_.size()) tree_.texts.push_back(texts_[index]);
    }
  }

  std::vector<std::string_view> texts_;
  HtmlTree tree_;
};

}  // namespace

HtmlTree parse_html(HtmlDigest digest) {
  Arena arena;
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = Arena::take;
  options.deallocator = Arena::give_back;
  options.userdata = &arena;
  options.max_errors = 0;
  const std::string markup = std::move(digest.markup);
  const GumboOutput* output =
      gumbo_parse_with_options(&options, markup.data(), markup.size());
  return Flattener(std::move(digest)).run(output->root);
}

}  // namespace kehoach
