// What a printed line is by its letters.

#include "normalise/line_kinds.h"

#include <algorithm>
#include <array>

#include "text/text.h"

namespace kehoach {
bool ends_sentence(std::string_view text) {
  if (text.empty()) return false;
  while (!text.empty() && (text.back() == '"' || text.back() == ')'))
    text.remove_suffix(1);
  if (ends_with(text, "”")) text.remove_suffix(3);
  return !text.empty() &&
         std::string_view(".:!?").find(text.back()) != std::string_view::npos;
}

bool ends_open(std::string_view text) {
  static constexpr std::array<std::string_view, 14> kOpen = {
      "của", "và", "các", "những", "với",  "cho", "tại",
      "từ",  "do", "bởi", "về",    "theo", "Ban", "Ủy"};
  // `Hội Liên hiệp` / `Phụ nữ tỉnh`
  if (ends_with(text, " Liên hiệp")) return true;
  const std::size_t space = text.rfind(' ');
  return space != std::string_view::npos &&
         std::find(kOpen.begin(), kOpen.end(), text.substr(space + 1)) !=
             kOpen.end();
}

bool begins_lower(std::string_view text) {
  return !text.empty() && is_lower(decode_at(text, 0).value);
}

bool has_mark(std::string_view text) {
  return list_mark(text).kind != Marker::none;
}

bool is_only_mark(std::string_view text) {
  if (text.empty()) return false;
  // Only numbers may go on and on: `1.1.1.1`.
  constexpr std::size_t kLongestMark = 32;  // bytes
  if (text.size() > kLongestMark && text.back() != ' ' &&
      !is_digit(static_cast<unsigned char>(text.front())))
    return false;
  const ListMark mark = list_mark(std::string(text) + " x");
  if (mark.kind != Marker::none && mark.size == text.size() + 1) return true;
  // A footnote's number, or the word before a number that was torn off.
  return (text.front() == '[' && text.back() == ']' && text.size() <= 5) ||
         text == "Số:" || text == "Số";
}

bool is_note_head(std::string_view text) {
  const std::size_t end = text.find("] ");
  return text.size() > 1 && text[0] == '[' && end != std::string_view::npos &&
         end > 1 && end < 5 &&
         std::all_of(
             text.begin() + 1, text.begin() + static_cast<std::ptrdiff_t>(end),
             [](char c) { return is_digit(static_cast<unsigned char>(c)); });
}

bool is_page_mark(std::string_view text) {
  static constexpr std::array<std::string_view, 6> kWords = {
      "Trang", "TRANG", "trang", "Page", "PAGE", "page"};
  constexpr std::string_view kDrawn = " #-=*_[]<>!:";
  constexpr std::string_view kDigits = "0123456789";
  // Whether there was any of these letters.
  const auto drop = [&](std::string_view letters) {
    const std::size_t size =
        std::min(text.find_first_not_of(letters), text.size());
    text.remove_prefix(size);
    return size > 0;
  };
  const bool drawn = drop(kDrawn);
  for (const std::string_view turned : {"PAGE BREAK", "Page Break"}) {
    if (!drawn || !starts_with(text, turned)) continue;
    text.remove_prefix(turned.size());
    drop(kDrawn);
    return text.empty();
  }
  const auto* word =
      std::find_if(kWords.begin(), kWords.end(),
                   [&](std::string_view w) { return starts_with(text, w); });
  if (word == kWords.end()) return false;
  text.remove_prefix(word->size());
  if (!drop(kDrawn) || !drop(kDigits)) return false;
  drop(" /");
  if (starts_with(text, "of ")) text.remove_prefix(3);
  drop(kDigits);
  drop(kDrawn);
  return text.empty();
}

bool is_authority(std::string_view text) {
  static constexpr std::array<std::string_view, 13> kBegin = {
      "TM.", "KT.",      "TL.",  "TUQ.",     "Q.",        "T/M",       "K/T",
      "T/L", "CHỦ TỊCH", "PHÓ ", "GIÁM ĐỐC", "BỘ TRƯỞNG", "TRƯỞNG BAN"};
  return std::any_of(kBegin.begin(), kBegin.end(), [&](std::string_view w) {
    return !text.empty() && text.front() == w.front() && starts_with(text, w);
  });
}

bool opens_paragraph(std::string_view text) {
  return starts_with(text, "Nơi nhận:") || starts_with(text, "Trên đây là ");
}

std::string_view type_word_at(std::string_view text) {
  // Longer ones first.
  static constexpr std::array<std::string_view, 12> kTypes = {
      "KẾ HOẠCH",     "QUYẾT ĐỊNH", "CHỈ THỊ",   "CHƯƠNG TRÌNH HÀNH ĐỘNG",
      "CHƯƠNG TRÌNH", "NGHỊ QUYẾT", "HƯỚNG DẪN", "THÔNG BÁO",
      "CÔNG ĐIỆN",    "PHƯƠNG ÁN",  "ĐỀ ÁN",     "KẾT LUẬN"};
  const auto* found = std::find_if(
      kTypes.begin(), kTypes.end(),
      [&](std::string_view word) { return starts_with(text, word); });
  return found == kTypes.end() ? "" : *found;
}

bool is_type_word(std::string_view text) {
  return !text.empty() && type_word_at(text) == text;
}

namespace {

// `N-NH4+, N-NO2-, H2S, TSS`: most words hold a digit.
bool is_list_of_codes(std::string_view text) {
  const auto words = split(text, ' ');
  const auto codes =
      std::count_if(words.begin(), words.end(), [](std::string_view word) {
        return word.find_first_of("0123456789") != std::string_view::npos;
      });
  return 2 * static_cast<std::size_t>(codes) > words.size();
}

}  // namespace

bool is_capitals_line(std::string_view text) {
  return is_all_upper(text) && text.find(' ') != std::string_view::npos &&
         !is_digit(static_cast<unsigned char>(text.front())) &&
         !is_list_of_codes(text);
}

bool has_lower(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Codepoint c = decode_at(text, at);
    if (is_lower(c.value)) return true;
    at += c.size;
  }
  return false;
}

}  // namespace kehoach
