#include "text/text.h"

#include <gtest/gtest.h>

#include <string>

namespace kehoach {
namespace {

struct FoldCase {
  std::string_view text;
  std::string_view folded;
};

// Rules are matched against the left column written as the right one.
constexpr FoldCase kMatchFolds[] = {
    {"Ủy ban NHÂN DÂN", "ủy ban nhân dân"},
    {"Uỷ ban", "ủy ban"},
    {"HOÀ BÌNH", "hòa bình"},
    {"khoẻ", "khỏe"},
    {"Đắk Lắk", "đắk lắk"},
    // The rime goes on, or the u belongs to q: nothing moves.
    {"hoàn thuyền", "hoàn thuyền"},
    {"Quý", "quý"},
    // The two forms differ in length: the letters stay.
    {"tuỳ", "tuỳ"},
    // A grave mark on a consonant is an `à` without its letter.
    {"h\u0300ng năm, Đ\u0300i", "hàng năm, đài"},
    {"ng\u0300y", "ngày"},
    {"e\u0300", "e\u0300"},
};

TEST(FoldForMatch, LowersAndMovesTonesWithoutMovingOffsets) {
  for (const FoldCase& c : kMatchFolds) {
    EXPECT_EQ(fold_for_match(c.text), c.folded);
    EXPECT_EQ(fold_for_match(c.text).size(), c.text.size()) << c.text;
  }
}

constexpr FoldCase kSearchFolds[] = {
    {"Trẻ em bị xâm hại; Đắk Lắk", "tre em bi xam hai dak lak"},
    {"  Số: 12/KH-UBND. ", "so 12 kh ubnd"},
    {"uỷ ỦY", "uy uy"},
    {"thuỳ thùy", "thuy thuy"},
    {"tre\xCC\x89", "tre"},  // a combining mark is dropped
    {"", ""},
    {"…", ""},
};

TEST(FoldForSearch, KeepsLettersAndDigitsOnly) {
  for (const FoldCase& c : kSearchFolds)
    EXPECT_EQ(fold_for_search(c.text), c.folded);
}

TEST(Utf8, BadBytesDecodeToReplacementOfOneByte) {
  for (const std::string_view bad :
       {"\xC0\xAF", "\xED\xA0\x80", "\xE1\xBB", "\xFF", "\xF5\x80\x80\x80"}) {
    EXPECT_EQ(decode_at(bad, 0).value, 0xFFFDU);
    EXPECT_EQ(decode_at(bad, 0).size, 1);
    EXPECT_FALSE(is_valid_utf8(bad));
  }
  EXPECT_TRUE(is_valid_utf8("Kế hoạch"));
}

TEST(Utf8, WalksBackAsItWalksForth) {
  const std::string text = "Đườ1𝄞";
  std::vector<char32_t> forth;
  std::vector<char32_t> back;
  for (std::size_t at = 0; at < text.size();) {
    const Codepoint c = decode_at(text, at);
    forth.push_back(c.value);
    at += c.size;
  }
  for (std::size_t at = text.size(); at > 0;) {
    const Codepoint c = decode_before(text, at);
    back.insert(back.begin(), c.value);
    at -= c.size;
  }
  EXPECT_EQ(forth, back);
}

TEST(Letters, EveryVowelWithEveryToneHasBothCases) {
  const std::u32string_view low = U"aáằậđêỡựỵ";
  const std::u32string_view up = U"AÁẰẬĐÊỠỰỴ";
  for (std::size_t i = 0; i < low.size(); ++i) {
    EXPECT_EQ(to_upper(low[i]), up[i]);
    EXPECT_EQ(to_lower(up[i]), low[i]);
    EXPECT_TRUE(is_lower(low[i]));
    EXPECT_TRUE(is_upper(up[i]));
  }
  EXPECT_FALSE(is_letter(U'-'));
  EXPECT_FALSE(is_letter(U'7'));
}

TEST(Cases, CapitalsBecomeASentence) {
  EXPECT_EQ(sentence_case("ỦY BAN NHÂN DÂN"), "Ủy ban nhân dân");
  EXPECT_TRUE(is_all_upper("KẾ HOẠCH 5"));
  EXPECT_FALSE(is_all_upper("KẾ HOẠCh"));
  EXPECT_FALSE(is_all_upper("12"));
}

TEST(WordBoundary, LettersOfAllKindsHoldTogether) {
  const std::string text = "ngày 10/12";
  EXPECT_TRUE(is_word_boundary(text, 0));
  EXPECT_FALSE(is_word_boundary(text, 2));
  EXPECT_TRUE(is_word_boundary(text, text.find(' ')));
  EXPECT_TRUE(is_word_boundary(text, text.find('/')));
}

TEST(EditedText, LeadsEverySpanBackToItsSource) {
  const std::string source =
      "Ke\xCC\x82\xCC\x81  hoạch";  // KE + circumflex + acute
  EditedText edit;
  edit.copy(source, {0, 1});  // K
  edit.replace("ế", {1, 6});  // composed
  edit.replace(" ", {6, 8});  // two spaces
  edit.copy(source, {8, static_cast<std::uint32_t>(source.size())});
  EXPECT_EQ(edit.text(), "Kế hoạch");
  const OffsetMap& map = edit.map();
  EXPECT_EQ(map.source({0, 4}), (Span{0, 6}));  // Kế
  EXPECT_EQ(map.source({1, 4}), (Span{1, 6}));  // ế
  EXPECT_EQ(map.source({2, 3}), (Span{1, 6}));  // inside ế: the whole piece
  EXPECT_EQ(map.source({4, 5}), (Span{6, 8}));  // the space
  EXPECT_EQ(map.source({5, 6}), (Span{8, 9}));  // h
  EXPECT_EQ(map.source({5, 5}), (Span{8, 8}));  // empty
}

TEST(OffsetMap, TwoEditsLeadBackThroughBoth) {
  const std::string source =
      "ab  cd\xC2\xAD"
      "ef";
  EditedText first;  // "ab cdef"
  first.copy(source, {0, 2});
  first.replace(" ", {2, 4});
  first.copy(source, {4, 6});
  first.copy(source, {8, 10});
  EditedText second;  // "b cd-ef"
  second.copy(first.text(), {1, 5});
  second.replace("-", {5, 5});
  second.copy(first.text(), {5, 7});
  ASSERT_EQ(second.text(), "b cd-ef");
  const OffsetMap both = second.map().behind(first.map());
  EXPECT_EQ(both.source({0, 1}), (Span{1, 2}));
  EXPECT_EQ(both.source({1, 2}), (Span{2, 4}));
  EXPECT_EQ(both.source({0, 4}), (Span{1, 6}));
  EXPECT_EQ(both.source({5, 7}), (Span{8, 10}));
}

TEST(OffsetMap, NeighbouringCopiesAreOnePiece) {
  EditedText edit;
  edit.copy("abcdef", {0, 2});
  edit.copy("abcdef", {2, 4});
  EXPECT_EQ(edit.map().pieces().size(), 1U);
  EXPECT_EQ(OffsetMap().source({3, 5}), (Span{3, 5}));  // no edit: one to one
}

struct MarkCase {
  std::string_view line;
  ListMark mark;
};

const MarkCase kMarks[] = {
    {"I. MỤC ĐÍCH", {Marker::roman, "I", 3}},
    {"IV- Tổ chức", {Marker::roman, "IV", 4}},
    {"IV-TỔ CHỨC", {Marker::none, "", 0}},  // no space: may be a code
    {"II.1", {Marker::none, "", 0}},
    {"1. Sở Y tế", {Marker::arabic, "1", 3}},
    {"1.Sở Y tế", {Marker::arabic, "1", 2}},
    {"12", {Marker::none, "", 0}},
    {"2025. Đến", {Marker::none, "", 0}},
    {"1.500 con", {Marker::none, "", 0}},
    {"2.1. Đến năm 2025", {Marker::decimal, "2.1", 5}},
    {"2.1 Đến", {Marker::decimal, "2.1", 4}},
    {"1.1- Các huyện ủy", {Marker::decimal, "1.1", 5}},
    {"30/6/2025", {Marker::none, "", 0}},
    {"1/ Sở Y tế", {Marker::arabic, "1", 3}},
    {"I - Mục tiêu", {Marker::roman, "I", 4}},
    {"1 - Mục tiêu", {Marker::arabic, "1", 4}},
    {"1 - 2 ngày", {}},
    {"1 - mục tiêu", {}},
    {"1); cập nhật", {}},  // what a line before it opened
    {"(1). 84,3% xã", {Marker::bracket, "1", 5}},
    {"(1) xã", {Marker::bracket, "1", 4}},
    {"(2025) xã", {Marker::none, "", 0}},
    {"3) xã", {Marker::bracket, "3", 3}},
    {"a) Chủ trì", {Marker::letter, "a", 3}},
    {"đ) Chủ trì", {Marker::letter, "đ", 4}},
    {"đ ) Chủ trì", {Marker::letter, "đ", 5}},
    {"2 ) Chủ trì", {Marker::bracket, "2", 4}},
    {"a )", {}},
    {"ba ) Chủ trì", {}},
    {"a. Nhiệm vụ", {Marker::letter, "a", 3}},
    {"ở) không", {Marker::none, "", 0}},
    {"A. MỤC TIÊU", {Marker::named, "A", 3}},
    {"- Bộ Y tế", {Marker::dash, "-", 2}},
    {"-Bộ Y tế", {Marker::dash, "-", 1}},
    {"-2030", {Marker::none, "", 0}},
    {"---", {Marker::none, "", 0}},
    {"_ Rà soát", {Marker::dash, "-", 2}},
    {"____ ngày", {Marker::none, "", 0}},
    {"_tên", {Marker::none, "", 0}},
    {"• Bộ", {Marker::dash, "-", 4}},
    {"+ Bộ", {Marker::plus, "+", 2}},
    {"o   Bộ", {Marker::plus, "-", 4}},
    {"o ép", {}},
    {"oBộ", {}},
    {"Điều 1. Ban hành", {Marker::named, "Điều 1", 0}},
    {"Phần II", {Marker::named, "Phần II", 0}},
    {"Mục II Kế hoạch này", {Marker::none, "", 0}},
    {"Sở Y tế", {Marker::none, "", 0}},
    {"", {Marker::none, "", 0}},
};

TEST(ListMark, ReadsNumbersAndBulletsAndNothingElse) {
  for (const MarkCase& c : kMarks) {
    const ListMark mark = list_mark(c.line);
    EXPECT_EQ(mark.kind, c.mark.kind) << c.line;
    EXPECT_EQ(mark.label, c.mark.label) << c.line;
    if (c.mark.size > 0) {
      EXPECT_EQ(mark.size, c.mark.size) << c.line;
    }
  }
}

TEST(Sha256, NamesBytes) {
  EXPECT_EQ(sha256_hex("abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Trim, TakesWhiteSpaceAndWhatIsNamed) {
  const std::string text = "  - Sở Y tế; ";
  EXPECT_EQ(slice(text, trim(text, {0, static_cast<std::uint32_t>(text.size())},
                             "-;")),
            "Sở Y tế");
  EXPECT_EQ(trim(std::string_view("\t a \n")), "a");
}

TEST(EditDistance, CountsEdits) {
  EXPECT_EQ(edit_distance("dya", "day"), 2U);
  EXPECT_EQ(edit_distance("agency", "agency"), 0U);
  EXPECT_EQ(edit_distance("", "abc"), 3U);
}

}  // namespace
}  // namespace kehoach
