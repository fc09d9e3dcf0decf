// The numbers and bullets that Word puts before paragraphs. They stand in no
// text of the file: they are counted anew each time the document is opened
// (ECMA-376, part 1, 17.9).
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "read/docx_styles.h"
#include "read/docx_xml.h"

namespace kehoach {

enum class NumberFormat : std::uint8_t {
  decimal,  // and all formats that are not below
  decimal_zero,
  upper_roman,
  lower_roman,
  upper_letter,
  lower_letter,
  bullet,
  none,
};

// `number` as its format writes it. What a format can't write stands in digits.
//
//   format_number(28, NumberFormat::lower_letter) == "bb"
[[nodiscard]] std::string format_number(std::int64_t number,
                                        NumberFormat format);

// Counts the items of the lists of one document.
class DocxNumbering {
 public:
  // Gives the part that defines the lists, if there is one.
  using Open = std::function<std::optional<XmlPart>()>;

  // `open` is called when the first item is met, which many documents never
  // have. `styles` must outlive it: lists may be defined by a style.
  DocxNumbering(Open open, const DocxStyles& styles)
      : open_(std::move(open)), styles_(styles) {}

  // The mark of the next paragraph that is an item of `props`, with the blank
  // that parts it from the text: `1.2. `. Empty for list 0, for lists that the
  // document does not have, and for levels that show nothing. `style`: of the
  // paragraph, as its level may be tied to that.
  //
  // Lists that share a definition count on from each other, but one that says
  // where it starts begins there when it is first used. An item begins the
  // levels below it anew.
  [[nodiscard]] std::string next(const NumberProps& props,
                                 const DocxStyle& style);

 private:
  static constexpr std::size_t kLevels = 9;

  struct Level {
    std::int32_t start = 0;
    NumberFormat format = NumberFormat::decimal;
    std::string text;           // `%1.%2.`
    std::string_view font;      // of a bullet
    std::string_view style;     // of paragraphs that are of this level
    std::int32_t restart = -1;  // 1-based level after which; 0 never
    bool is_legal = false;      // all numbers of the mark in digits
    bool is_picture = false;
    bool is_glued = false;  // nothing between mark and text
  };
  using Levels = std::array<Level, kLevels>;
  using Counters = std::array<std::optional<std::int64_t>, kLevels>;
  struct List {
    Levels levels;
    std::array<std::optional<std::int32_t>, kLevels> starts;
    Counters* counters = nullptr;
    bool is_used = false;
  };

  void load();
  List* find(std::int32_t id);
  [[nodiscard]] std::int32_t list_behind(std::string_view definition) const;
  void read_levels(pugi::xml_node parent, Levels& levels) const;
  void read_level(pugi::xml_node node, Level& level) const;
  static std::size_t level_of(const List& list, const DocxStyle& style);
  static std::string text_of(const List& list, std::size_t level);

  Open open_;
  const DocxStyles& styles_;
  bool is_loaded_ = false;
  XmlPart part_;
  std::unordered_map<std::int32_t, pugi::xml_node> list_nodes_;
  std::unordered_map<std::string_view, pugi::xml_node> definition_nodes_;
  std::unordered_map<std::int32_t, List> lists_;
  std::unordered_map<std::string_view, Counters> counters_;  // by definition
};

}  // namespace kehoach
