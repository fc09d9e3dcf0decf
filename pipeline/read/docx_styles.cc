#include "read/docx_styles.h"

namespace kehoach {
namespace {

// Chains of styles are short; a ring would have no end.
constexpr int kLongestChain = 32;

// Takes from the style below what the one above leaves open.
template <typename T>
void inherit(std::optional<T>& own, const std::optional<T>& base) {
  if (!own) own = base;
}

void inherit(RunProps& own, const RunProps& base) {
  inherit(own.bold, base.bold);
  inherit(own.italic, base.italic);
  inherit(own.caps, base.caps);
  inherit(own.hidden, base.hidden);
  inherit(own.font, base.font);
}

bool toggled(const std::optional<bool>& defaults,
             const std::optional<bool>& paragraph,
             const std::optional<bool>& character,
             const std::optional<bool>& run) {
  if (run) return *run;
  if (defaults.value_or(false)) return true;
  return paragraph.value_or(false) != character.value_or(false);
}

// `toc 1`: the names of built-in styles are English in every Word.
bool is_contents(std::string_view name) {
  return starts_with(lower(name), "toc ") && name.size() == 5;
}

}  // namespace

RunProps run_props(const XmlPart& part, pugi::xml_node props) {
  RunProps out;
  for (const pugi::xml_node node : props.children()) {
    switch (part.tag(node)) {
      case Tag::bold:
        out.bold = is_on(node);
        break;
      case Tag::italic:
        out.italic = is_on(node);
        break;
      case Tag::caps:
        out.caps = is_on(node);
        break;
      case Tag::vanish:
        out.hidden = is_on(node);
        break;
      case Tag::run_style:
        out.style = value(node);
        break;
      case Tag::fonts: {
        std::string_view font = attribute(node, "hAnsi");
        if (font.empty()) font = attribute(node, "ascii");
        if (!attribute(node, "hAnsiTheme").empty()) font = {};
        const bool says = !font.empty() ||
                          !attribute(node, "hAnsiTheme").empty() ||
                          !attribute(node, "asciiTheme").empty();
        if (says) out.font = font;
        break;
      }
      default:
        break;
    }
  }
  return out;
}

NumberProps number_props(const XmlPart& part, pugi::xml_node props) {
  NumberProps out;
  for (const pugi::xml_node node : props.children()) {
    const Tag tag = part.tag(node);
    if (tag == Tag::num_id) out.list = number(node, 0);
    if (tag == Tag::level_index) out.level = number(node, 0);
  }
  return out;
}

DocxStyles::DocxStyles(XmlPart part) : part_(std::move(part)) {
  for (const pugi::xml_node node : part_.root().children()) {
    const Tag tag = part_.tag(node);
    if (tag == Tag::doc_defaults) {
      const pugi::xml_node run = part_.child(node, Tag::run_default);
      defaults_ = run_props(part_, part_.child(run, Tag::run_props));
    }
    if (tag != Tag::style) continue;
    const std::string_view id = attribute(node, "styleId");
    nodes_.emplace(id, node);
    const std::string_view is_default = attribute(node, "default");
    if (attribute(node, "type") == "paragraph" && !is_default.empty() &&
        is_default != "0" && is_default != "false") {
      default_paragraph_ = id;
    }
  }
}

const DocxStyle& DocxStyles::paragraph(std::string_view id) const {
  return named(nodes_.count(id) > 0 ? id : default_paragraph_);
}

const DocxStyle& DocxStyles::named(std::string_view id) const {
  static const DocxStyle none;
  if (id.empty()) return none;
  const auto known = styles_.find(id);
  if (known != styles_.end()) return known->second;
  const auto node = nodes_.find(id);
  if (node == nodes_.end()) return none;
  // The key must outlive the caller's.
  return styles_.emplace(node->first, build(id)).first->second;
}

DocxStyle DocxStyles::build(std::string_view id) const {
  DocxStyle out;
  for (int step = 0; step < kLongestChain; ++step) {
    const auto found = nodes_.find(id);
    if (found == nodes_.end()) break;
    if (!out.number.list) out.number_styles.push_back(found->first);
    std::string_view base;
    for (const pugi::xml_node node : found->second.children()) {
      switch (part_.tag(node)) {
        case Tag::based_on:
          base = value(node);
          break;
        case Tag::name:
          if (step == 0) out.contents = is_contents(value(node));
          break;
        case Tag::run_props:
          inherit(out.run, run_props(part_, node));
          break;
        case Tag::paragraph_props:
          if (!out.number.list) {
            const NumberProps number =
                number_props(part_, part_.child(node, Tag::num_props));
            inherit(out.number.level, number.level);
            out.number.list = number.list;
          }
          break;
        default:
          break;
      }
    }
    id = base;
  }
  return out;
}

RunLook DocxStyles::look(const DocxStyle& paragraph,
                         const RunProps& run) const {
  const RunProps& p = paragraph.run;
  const RunProps& c = named(run.style).run;
  RunLook out;
  out.bold = toggled(defaults_.bold, p.bold, c.bold, run.bold);
  out.italic = toggled(defaults_.italic, p.italic, c.italic, run.italic);
  out.caps = toggled(defaults_.caps, p.caps, c.caps, run.caps);
  out.hidden = toggled(defaults_.hidden, p.hidden, c.hidden, run.hidden);
  for (const auto* font : {&run.font, &c.font, &p.font, &defaults_.font}) {
    if (!font->has_value()) continue;
    out.font = **font;
    break;
  }
  return out;
}

}  // namespace kehoach
