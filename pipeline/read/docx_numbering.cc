#include "read/docx_numbering.h"

#include <algorithm>

#include "read/docx_letters.h"
#include "read/docx_symbols.h"
#include "read/html_marks.h"

namespace kehoach {
namespace {

struct FormatName {
  std::string_view name;
  NumberFormat format;
};

constexpr std::array kFormats = {
    FormatName{"decimal", NumberFormat::decimal},
    FormatName{"decimalZero", NumberFormat::decimal_zero},
    FormatName{"upperRoman", NumberFormat::upper_roman},
    FormatName{"lowerRoman", NumberFormat::lower_roman},
    FormatName{"upperLetter", NumberFormat::upper_letter},
    FormatName{"lowerLetter", NumberFormat::lower_letter},
    FormatName{"bullet", NumberFormat::bullet},
    FormatName{"none", NumberFormat::none},
};

NumberFormat format_from(std::string_view name) {
  for (const FormatName& f : kFormats) {
    if (f.name == name) return f.format;
  }
  return NumberFormat::decimal;
}

// The letters of a level: no more than any mark has, as each item repeats them.
std::string level_text(std::string_view text) {
  constexpr std::size_t kLongest = 256;  // bytes
  const auto goes_on = [&](std::size_t at) {
    return (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
  };
  std::size_t end = std::min(text.size(), kLongest);
  while (end > 0 && end < text.size() && goes_on(end)) --end;
  return typed_letters(text.substr(0, end));
}

}  // namespace

std::string format_number(std::int64_t number, NumberFormat format) {
  constexpr std::int64_t kMostRoman = 3999;
  constexpr std::int64_t kLetters = 26;
  constexpr std::int64_t kMostLetters = kLetters * 30;
  const bool is_roman = format == NumberFormat::upper_roman ||
                        format == NumberFormat::lower_roman;
  const bool is_letter = format == NumberFormat::upper_letter ||
                         format == NumberFormat::lower_letter;
  if (is_roman && number >= 1 && number <= kMostRoman) {
    return item_number(static_cast<std::int32_t>(number),
                       format == NumberFormat::lower_roman ? 'i' : 'I');
  }
  if (is_letter && number >= 1 && number <= kMostLetters) {
    const char first = format == NumberFormat::lower_letter ? 'a' : 'A';
    const auto letter = static_cast<char>(first + (number - 1) % kLetters);
    return std::string(static_cast<std::size_t>((number - 1) / kLetters) + 1,
                       letter);
  }
  const std::string digits = std::to_string(number);
  const bool padded = format == NumberFormat::decimal_zero && number >= 0;
  return padded && digits.size() < 2 ? "0" + digits : digits;
}

void DocxNumbering::load() {
  is_loaded_ = true;
  auto part = open_();
  if (!part) return;
  part_ = std::move(*part);
  for (const pugi::xml_node node : part_.root().children()) {
    const Tag tag = part_.tag(node);
    if (tag == Tag::abstract_num) {
      definition_nodes_.emplace(attribute(node, "abstractNumId"), node);
    } else if (tag == Tag::num) {
      list_nodes_.emplace(number_in(attribute(node, "numId"), 0), node);
    }
  }
}

// The list of the style that a definition leaves its levels to; 0 if it has
// them itself.
std::int32_t DocxNumbering::list_behind(std::string_view definition) const {
  const auto node = definition_nodes_.find(definition);
  if (node == definition_nodes_.end()) return 0;
  const pugi::xml_node link = part_.child(node->second, Tag::num_style_link);
  return link ? styles_.named(value(link)).number.list.value_or(0) : 0;
}

DocxNumbering::List* DocxNumbering::find(std::int32_t id) {
  if (id == 0) return nullptr;
  const auto known = lists_.find(id);
  if (known != lists_.end()) return &known->second;
  if (!is_loaded_) load();
  const auto node = list_nodes_.find(id);
  if (node == list_nodes_.end()) return nullptr;
  List& list = lists_[id];
  std::string_view definition =
      value(part_.child(node->second, Tag::abstract_num_id));
  const auto other = list_nodes_.find(list_behind(definition));
  if (other != list_nodes_.end()) {
    definition = value(part_.child(other->second, Tag::abstract_num_id));
  }
  const auto levels = definition_nodes_.find(definition);
  if (levels != definition_nodes_.end())
    read_levels(levels->second, list.levels);
  list.counters = &counters_[definition];
  for (const pugi::xml_node change : node->second.children()) {
    if (part_.tag(change) != Tag::level_override) continue;
    read_levels(change, list.levels);
    const pugi::xml_node start = part_.child(change, Tag::start_override);
    const std::int32_t level = number_in(attribute(change, "ilvl"), -1);
    if (start && level >= 0 && level < static_cast<std::int32_t>(kLevels))
      list.starts[static_cast<std::size_t>(level)] = number(start, 0);
  }
  return &list;
}

void DocxNumbering::read_levels(pugi::xml_node parent, Levels& levels) const {
  for (const pugi::xml_node node : parent.children()) {
    if (part_.tag(node) != Tag::level) continue;
    const std::int32_t level = number_in(attribute(node, "ilvl"), -1);
    if (level < 0 || level >= static_cast<std::int32_t>(kLevels)) continue;
    levels[static_cast<std::size_t>(level)] = {};
    read_level(node, levels[static_cast<std::size_t>(level)]);
  }
}

void DocxNumbering::read_level(pugi::xml_node node, Level& level) const {
  for (const pugi::xml_node child : node.children()) {
    switch (part_.tag(child)) {
      case Tag::start:
        level.start = number(child, 0);
        break;
      case Tag::num_format:
        level.format = format_from(value(child));
        break;
      case Tag::alternate_content: {
        // A format of newer versions, and one that all know.
        const pugi::xml_node old = part_.child(child, Tag::fallback);
        level.format = format_from(value(part_.child(old, Tag::num_format)));
        break;
      }
      case Tag::level_text:
        level.text = level_text(value(child));
        break;
      case Tag::level_restart:
        level.restart = number(child, -1);
        break;
      case Tag::legal:
        level.is_legal = is_on(child);
        break;
      case Tag::suffix:
        level.is_glued = value(child) == "nothing";
        break;
      case Tag::picture_bullet:
        level.is_picture = true;
        break;
      case Tag::paragraph_style:
        level.style = value(child);
        break;
      case Tag::run_props:
        level.font = run_props(part_, child).font.value_or("");
        break;
      default:
        break;
    }
  }
}

std::string DocxNumbering::next(const NumberProps& props,
                                const DocxStyle& style) {
  List* list = find(props.list.value_or(0));
  if (list == nullptr) return {};
  std::size_t level = 0;
  if (props.level && *props.level >= 0) {
    level = std::min<std::size_t>(static_cast<std::size_t>(*props.level),
                                  kLevels - 1);
  }
  if (!props.level) level = level_of(*list, style);
  Counters& counters = *list->counters;
  if (!list->is_used) {
    list->is_used = true;
    for (std::size_t i = 0; i < kLevels; ++i) {
      if (list->starts[i]) counters[i].reset();
    }
  }
  const std::int32_t start =
      list->starts[level].value_or(list->levels[level].start);
  counters[level] = counters[level] ? *counters[level] + 1 : start;
  for (std::size_t below = level + 1; below < kLevels; ++below) {
    const std::int32_t restart = list->levels[below].restart;
    // A level begins anew after its own restart level and those above that.
    if (restart < 0 || static_cast<std::int32_t>(level) < restart)
      counters[below].reset();
  }
  const std::string mark = text_of(*list, level);
  if (list->levels[level].is_glued || trim(mark).empty()) return mark;
  return std::string(trim(mark)) + " ";
}

std::size_t DocxNumbering::level_of(const List& list, const DocxStyle& style) {
  for (const std::string_view id : style.number_styles) {
    for (std::size_t i = 0; i < kLevels; ++i) {
      if (list.levels[i].style == id) return i;
    }
  }
  return 0;
}

std::string DocxNumbering::text_of(const List& list, std::size_t level) {
  const Level& own = list.levels[level];
  if (own.is_picture) return bullet_text("\xEF\x82\xB7", "Symbol");
  if (own.format == NumberFormat::bullet)
    return bullet_text(own.text, own.font);
  std::string out;
  std::size_t numbers = 0;
  for (std::size_t at = 0; at < own.text.size(); ++at) {
    const char digit = at + 1 < own.text.size() ? own.text[at + 1] : '\0';
    if (own.text[at] != '%' || digit < '1' || digit > '9') {
      out += own.text[at];
      continue;
    }
    ++at;
    if (++numbers > kLevels) continue;
    const auto shown = static_cast<std::size_t>(digit - '1');
    const Level& other = list.levels[shown];
    if (other.format == NumberFormat::none) continue;
    const std::int64_t value = (*list.counters)[shown].value_or(
        list.starts[shown].value_or(other.start));
    out += format_number(value,
                         own.is_legal ? NumberFormat::decimal : other.format);
  }
  return out;
}

}  // namespace kehoach
