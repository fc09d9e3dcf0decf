#include "read/docx_xml.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace kehoach {
namespace {

// A node takes 64 bytes, and the shortest element four of the file.
constexpr std::size_t kMostElements = std::size_t{1} << 22U;

struct Name {
  std::string_view local;
  Tag tag;
};

constexpr std::array kWordNames = {
    Name{"abstractNum", Tag::abstract_num},
    Name{"abstractNumId", Tag::abstract_num_id},
    Name{"altChunk", Tag::alt_chunk},
    Name{"b", Tag::bold},
    Name{"basedOn", Tag::based_on},
    Name{"bdo", Tag::character_sheet},
    Name{"body", Tag::body},
    Name{"br", Tag::br},
    Name{"caps", Tag::caps},
    Name{"cr", Tag::cr},
    Name{"customXml", Tag::custom_xml},
    Name{"del", Tag::del},
    Name{"dir", Tag::character_sheet},
    Name{"docDefaults", Tag::doc_defaults},
    Name{"drawing", Tag::drawing},
    Name{"endnote", Tag::endnote},
    Name{"endnoteReference", Tag::endnote_reference},
    Name{"fldChar", Tag::field_char},
    Name{"fldSimple", Tag::field_simple},
    Name{"footnote", Tag::footnote},
    Name{"footnoteReference", Tag::footnote_reference},
    Name{"gridBefore", Tag::grid_before},
    Name{"gridSpan", Tag::grid_span},
    Name{"hMerge", Tag::h_merge},
    Name{"headerReference", Tag::header_reference},
    Name{"hyperlink", Tag::hyperlink},
    Name{"i", Tag::italic},
    Name{"ilvl", Tag::level_index},
    Name{"ins", Tag::ins},
    Name{"instrText", Tag::instruction},
    Name{"isLgl", Tag::legal},
    Name{"lvl", Tag::level},
    Name{"lvlOverride", Tag::level_override},
    Name{"lvlPicBulletId", Tag::picture_bullet},
    Name{"lvlRestart", Tag::level_restart},
    Name{"lvlText", Tag::level_text},
    Name{"moveFrom", Tag::move_from},
    Name{"moveTo", Tag::move_to},
    Name{"name", Tag::name},
    Name{"noBreakHyphen", Tag::no_break_hyphen},
    Name{"num", Tag::num},
    Name{"numFmt", Tag::num_format},
    Name{"numId", Tag::num_id},
    Name{"numPr", Tag::num_props},
    Name{"numStyleLink", Tag::num_style_link},
    Name{"object", Tag::object},
    Name{"p", Tag::paragraph},
    Name{"pPr", Tag::paragraph_props},
    Name{"pStyle", Tag::paragraph_style},
    Name{"pict", Tag::pict},
    Name{"ptab", Tag::position_tab},
    Name{"r", Tag::run},
    Name{"rFonts", Tag::fonts},
    Name{"rPr", Tag::run_props},
    Name{"rPrDefault", Tag::run_default},
    Name{"rStyle", Tag::run_style},
    Name{"ruby", Tag::ruby},
    Name{"rubyBase", Tag::ruby_base},
    Name{"sdt", Tag::sdt},
    Name{"sdtContent", Tag::sdt_content},
    Name{"sdtPr", Tag::sdt_props},
    Name{"sectPr", Tag::section},
    Name{"showingPlcHdr", Tag::placeholder_shown},
    Name{"smartTag", Tag::smart_tag},
    Name{"start", Tag::start},
    Name{"startOverride", Tag::start_override},
    Name{"style", Tag::style},
    Name{"styleLink", Tag::style_link},
    Name{"subDoc", Tag::sub_document},
    Name{"suff", Tag::suffix},
    Name{"sym", Tag::symbol},
    Name{"t", Tag::text},
    Name{"tab", Tag::tab},
    Name{"tbl", Tag::table},
    Name{"tc", Tag::cell},
    Name{"tcPr", Tag::cell_props},
    Name{"titlePg", Tag::title_page},
    Name{"tr", Tag::row},
    Name{"trPr", Tag::row_props},
    Name{"txbxContent", Tag::text_box},
    Name{"vMerge", Tag::v_merge},
    Name{"vanish", Tag::vanish},
};

// Every element is looked up, so the names stand in a table found by their
// length and two of their letters.
class WordNames {
 public:
  constexpr WordNames() {
    for (const Name& name : kWordNames) {
      std::size_t at = slot(name.local);
      while (!slots_[at].local.empty()) at = (at + 1) % kSlots;
      slots_[at] = name;
    }
  }

  [[nodiscard]] constexpr Tag find(std::string_view local) const {
    if (local.empty()) return Tag::other;
    for (std::size_t at = slot(local); !slots_[at].local.empty();
         at = (at + 1) % kSlots) {
      if (slots_[at].local == local) return slots_[at].tag;
    }
    return Tag::other;
  }

 private:
  static constexpr std::size_t kSlots = 512;

  static constexpr std::size_t slot(std::string_view name) {
    const auto first = static_cast<unsigned char>(name.front());
    const auto last = static_cast<unsigned char>(name.back());
    const auto middle = static_cast<unsigned char>(name[name.size() / 2]);
    return (name.size() * 61U + first * 7U + last * 31U + middle * 11U) %
           kSlots;
  }

  std::array<Name, kSlots> slots_{};
};

constexpr WordNames kWords;

// Where the local name begins behind its prefix.
std::string_view local_name(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

Failure broken(std::string message) {
  return Failure({Error::Kind::damaged, std::move(message)});
}

}  // namespace

XmlPart::Space XmlPart::space_from(std::string_view uri) {
  // Transitional and strict (ISO/IEC 29500-1).
  if (uri == "http://schemas.openxmlformats.org/wordprocessingml/2006/main" ||
      uri == "http://purl.oclc.org/ooxml/wordprocessingml/main") {
    return Space::word;
  }
  if (uri == "http://schemas.openxmlformats.org/markup-compatibility/2006")
    return Space::compatibility;
  if (uri == "http://schemas.openxmlformats.org/officeDocument/2006/math" ||
      uri == "http://purl.oclc.org/ooxml/officeDocument/math") {
    return Space::math;
  }
  if (uri == "http://schemas.microsoft.com/office/2006/xmlPackage")
    return Space::flat;
  return Space::other;
}

Result<XmlPart> XmlPart::parse(std::string xml) {
  if (xml.size() / 4 > kMostElements &&
      static_cast<std::size_t>(std::count(xml.begin(), xml.end(), '<')) >
          kMostElements) {
    return broken("holds more than four million elements");
  }
  XmlPart part;
  part.xml_ = std::make_unique<std::string>(std::move(xml));
  part.document_ = std::make_unique<pugi::xml_document>();
  const pugi::xml_parse_result parsed = part.document_->load_buffer_inplace(
      part.xml_->data(), part.xml_->size(),
      pugi::parse_escapes | pugi::parse_cdata | pugi::parse_ws_pcdata_single);
  if (!parsed) {
    return broken("is broken at byte " + std::to_string(parsed.offset) + " (" +
                  parsed.description() + ")");
  }
  part.root_ = part.document_->document_element();
  return part;
}

XmlPart XmlPart::inside(pugi::xml_node root) {
  XmlPart part;
  part.root_ = root;
  return part;
}

std::string_view XmlPart::namespace_of(pugi::xml_node node,
                                       std::string_view prefix) {
  for (; node; node = node.parent()) {
    for (const pugi::xml_attribute a : node.attributes()) {
      std::string_view name = a.name();
      if (!starts_with(name, "xmlns")) continue;
      name.remove_prefix(5);
      if (!name.empty() && name.front() == ':') name.remove_prefix(1);
      if (name == prefix) return a.value();
    }
  }
  return {};
}

XmlPart::Space XmlPart::space_of(pugi::xml_node node,
                                 std::string_view prefix) const {
  for (const Prefix& known : prefixes_) {
    if (known.name == prefix) return known.space;
  }
  // Bounded, as each look-up passes over all of them.
  constexpr std::size_t kMostPrefixes = 64;
  if (prefixes_.size() >= kMostPrefixes) return Space::other;
  const Space space = space_from(namespace_of(node, prefix));
  prefixes_.push_back({prefix, space});
  return space;
}

Tag XmlPart::tag(pugi::xml_node node) const {
  if (node.type() != pugi::node_element) return Tag::other;
  const std::string_view name = node.name();
  if (!word_.empty() && starts_with(name, word_)) {
    return kWords.find(name.substr(word_.size()));
  }
  const std::string_view local = local_name(name);
  const std::string_view prefix = name.substr(
      0, name.size() - local.size() - (local.size() < name.size() ? 1 : 0));
  switch (space_of(node, prefix)) {
    case Space::word:
      word_ = name.substr(0, name.size() - local.size());
      return kWords.find(local);
    case Space::compatibility:
      if (local == "AlternateContent") return Tag::alternate_content;
      if (local == "Choice") return Tag::choice;
      return local == "Fallback" ? Tag::fallback : Tag::other;
    case Space::math:
      return local == "t" ? Tag::math_text : Tag::math;
    case Space::flat:
      if (local == "part") return Tag::flat_part;
      return local == "xmlData" ? Tag::flat_xml : Tag::other;
    case Space::other:
      return Tag::other;
  }
  return Tag::other;
}

pugi::xml_node XmlPart::child(pugi::xml_node node, Tag wanted) const {
  for (const pugi::xml_node child : node.children()) {
    if (tag(child) == wanted) return child;
  }
  return {};
}

std::string_view attribute(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_attribute a : node.attributes()) {
    const std::string_view full = a.name();
    if (full == name || (full.size() > name.size() && ends_with(full, name) &&
                         full[full.size() - name.size() - 1] == ':')) {
      return a.value();
    }
  }
  return {};
}

std::int32_t number_in(std::string_view text, std::int32_t otherwise) {
  std::int32_t result = otherwise;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), result);
  const bool all = end == text.data() + text.size();
  return error == std::errc() && all ? result : otherwise;
}

bool is_on(pugi::xml_node node) {
  const std::string_view text = value(node);
  return text != "0" && text != "false" && text != "off";
}

}  // namespace kehoach
