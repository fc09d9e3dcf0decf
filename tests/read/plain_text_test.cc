// Which encoding a text is in, told by the text.
#include "read/plain_text.h"

#include <gtest/gtest.h>

#include "read/encoder.h"
#include "read/encoding.h"
#include "read/utf16.h"

namespace kehoach {
namespace {

constexpr std::string_view kPlan =
    "ỦY BAN NHÂN DÂN HUYỆN AN TRẠCH\n"
    "Số: 12/KH-UBND\n"
    "KẾ HOẠCH\n"
    "Thu gom rác thải nhựa trên các tuyến kênh, rạch năm 2025\n"
    "\n"
    "Thực hiện Chỉ thị số 61-CT/TW, Ủy ban nhân dân huyện ban hành Kế hoạch.\n"
    "1. Phòng Tài nguyên và Môi trường chủ trì, phối hợp với các xã vớt rác.\n"
    "2. Các trường học dạy học sinh phân loại rác; mỗi lớp một thùng đựng.\n"
    "Nơi nhận:\n"
    "- Như trên;\n"
    "- Lưu: VT.\n";

std::string misread_twice(std::string_view text) {
  return misread(misread(text));
}

struct EncodingCase {
  const char* name;
  std::string bytes;
  std::string_view code;
};

std::vector<EncodingCase> encodings() {
  const std::string mark = "\xFF\xFE";
  return {
      {"VNI", vni(kPlan), "encoding-vni"},
      {"VNI saved as UTF-8", misread(vni(kPlan)), "encoding-vni"},
      {"VISCII", viscii(kPlan), "encoding-viscii"},
      {"VISCII saved as UTF-8", misread(viscii(kPlan)), "encoding-viscii"},
      {"windows-1258", windows_1258(kPlan), "encoding-windows-1258"},
      {"windows-1258 saved as UTF-8", misread(windows_1258(kPlan)),
       "encoding-windows-1258"},
      {"VIQR", viqr(kPlan), "encoding-viqr"},
      {"UTF-16LE", utf16(kPlan, false), "encoding-utf-16"},
      {"UTF-16BE", utf16(kPlan, true), "encoding-utf-16"},
      {"UTF-16LE with its mark", mark + utf16(kPlan, false), "encoding-utf-16"},
      {"mojibake", misread(kPlan), "encoding-mojibake"},
      {"mojibake of mojibake", misread_twice(kPlan), "encoding-mojibake"},
  };
}

TEST(PlainText, ReadsEachEncoding) {
  for (const EncodingCase& c : encodings()) {
    const auto plain = plain_text(c.bytes);
    ASSERT_TRUE(plain.has_value()) << c.name;
    EXPECT_EQ(plain->text, kPlan) << c.name;
    ASSERT_FALSE(plain->diagnostics.empty()) << c.name;
    EXPECT_EQ(plain->diagnostics[0].code, c.code) << c.name;
  }
}

// TCVN3 has no capitals with tones where a word has no other capital.
TEST(PlainText, ReadsTcvn3) {
  const std::string typed = tcvn3(kPlan);
  for (const std::string& bytes : {typed, misread(typed)}) {
    const auto plain = plain_text(bytes);
    ASSERT_TRUE(plain.has_value());
    EXPECT_EQ(lower(plain->text), lower(kPlan));
    EXPECT_NE(plain->text.find("HUYỆN AN TRẠCH"), std::string::npos);
    EXPECT_NE(plain->text.find("\nKẾ HOẠCH\n"), std::string::npos);
    EXPECT_NE(plain->text.find("\nSố: 12/KH-UBND\n"), std::string::npos);
    EXPECT_EQ(plain->diagnostics.at(0).code, "encoding-tcvn3");
  }
}

// Each letter leads back to the bytes that encode it, and to nothing else.
TEST(PlainText, LeadsBackToTheBytes) {
  for (const EncodingCase& c : encodings()) {
    const auto plain = plain_text(c.bytes);
    ASSERT_TRUE(plain.has_value());
    std::uint32_t before = c.bytes[0] == '\xFF' ? 2 : 0;
    for (std::size_t at = 0; at < plain->text.size();) {
      const auto begin = static_cast<std::uint32_t>(at);
      const auto size = decode_at(plain->text, at).size;
      const Span in = plain->bytes.source({begin, begin + size});
      ASSERT_EQ(in.begin, before) << c.name << ", byte " << at;
      ASSERT_LE(in.size(), 24U) << c.name;
      before = in.end;
      at += size;
    }
    EXPECT_EQ(before, c.bytes.size()) << c.name;
  }
}

std::string with_lines(std::string_view text, std::size_t first,
                       std::size_t last,
                       std::string (*encode)(std::string_view)) {
  std::string out;
  std::size_t number = 0;
  for (const std::string_view line : split(text, '\n')) {
    if (number > 0) out += '\n';
    ++number;
    out += number >= first && number <= last ? encode(line) : std::string(line);
  }
  return out;
}

TEST(PlainText, ReadsDocumentsOfSeveralEncodings) {
  for (const auto encode : {vni, viscii, windows_1258}) {
    const auto raw = plain_text(with_lines(kPlan, 6, 8, encode));
    ASSERT_TRUE(raw.has_value());
    EXPECT_EQ(raw->text, kPlan);
  }
  const auto some = plain_text(
      with_lines(kPlan, 7, 7, [](std::string_view s) { return misread(s); }));
  EXPECT_EQ(some->text, kPlan);
  EXPECT_EQ(some->diagnostics.at(0).message,
            "1 line was UTF-8, misread as windows-1252 and saved again, and is "
            "decoded, the first is line 7 (byte " +
                std::to_string(kPlan.find("1. Ph")) + " of the file)");
  EXPECT_EQ(some->diagnostics[0].severity, Severity::warning);
}

// Lines with a word or two are read as the rest is.
TEST(PlainText, ReadsShortLinesAsTheRest) {
  const std::string text = std::string(kPlan) + "Số\nKhóm\nBộ, HĐND\n";
  EXPECT_EQ(plain_text(misread(vni(text)))->text, text);
  EXPECT_EQ(plain_text(viscii(text))->text, text);
  // Many short lines convince together where none does alone.
  std::string words;
  for (const char* word : {"Kế hoạch", "Số", "Điều", "Nơi nhận", "Bộ", "trường",
                           "nhựa", "nước", "Sở", "xã"}) {
    words += std::string(word) + "\n";
  }
  EXPECT_EQ(plain_text(misread(vni(words)))->text, words);
  EXPECT_EQ(plain_text(tcvn3(words))->text, words);
}

TEST(PlainText, KeepsWindowsLineEnds) {
  std::string dos;
  for (const std::string_view line : split(kPlan, '\n'))
    dos += std::string(line) + "\r\n";
  EXPECT_EQ(plain_text(vni(dos))->text, std::string(kPlan) + "\n");
  EXPECT_EQ(plain_text(utf16(dos, true))->text, std::string(kPlan) + "\n");
}

// UTF-8 that has a reason for each of its signs.
constexpr std::string_view kHealthy[] = {
    "Kế hoạch “thu gom” – 5 m², 3 km², 20 °C, ½ số hộ, «Phú Khê» § 5 ±1",
    "Société Générale, Müller, El Niño, São Paulo, Ångström, naïve, Øresund",
    "· Một\n· hai\n· ba\n· bốn\n· tư\n· năm\n",
    "- 5 m²\n- 6 m²\n- 7 m²\n- 9 m³\n- 12 m²\n",
    "Copyright © 2024 ® ™ µg ¼ ¾ ¡ ¿ ¢ £ ¥ ¬ ¶",
    "HOÁ, TOÀ, KHOÁ, khoá, toà, hoà, thuý, quý, loè, hoạ",
    "Ke\u0302\u0301 hoa\u0323ch \u00D0a\u0300 Na\u0306\u0303ng",
    "x^2 + y^2; `code` ~5%; a` la carte; C++; who? me. no.",
    "Trường học (a+b) ở xã: e^x, o+ và u+",
    "Ñandú, fiancé, crème brûlée, façade, Zürich, Malmö, Tromsø",
};

TEST(PlainText, LeavesHealthyTextAlone) {
  for (const std::string_view text : kHealthy) {
    const auto plain = plain_text(text);
    ASSERT_TRUE(plain.has_value());
    EXPECT_EQ(plain->text, text);
    EXPECT_TRUE(plain->diagnostics.empty()) << text;
  }
  EXPECT_FALSE(may_be_encoded(kPlan));
}

// What no reading makes Vietnamese of stays what it is: damaged, or unreadable.
TEST(PlainText, InventsNothing) {
  const auto damaged = plain_text("Kế hoạch số 12\xFF của Ủy ban nhân dân xã");
  EXPECT_EQ(damaged->text, "Kế hoạch số 12\uFFFD của Ủy ban nhân dân xã");
  EXPECT_EQ(damaged->diagnostics.at(0).code, "utf8-repaired");
  std::string german;
  for (int i = 0; i < 10; ++i)
    german +=
        "F\xFCr gr\xF6\xDF"
        "ere M\xFCllbeh\xE4lter\n";
  EXPECT_FALSE(plain_text(german).has_value());
}

TEST(PlainText, SaysHowManyLinesAndWhere) {
  const auto plain = plain_text("12\n\n" + vni("Ủy ban nhân dân huyện") + "\n" +
                                vni("Kế hoạch thu gom rác thải") + "\n");
  ASSERT_EQ(plain->diagnostics.size(), 1U);
  const Diagnostic& d = plain->diagnostics[0];
  EXPECT_EQ(d.message,
            "2 lines were VNI and are decoded, the first is line 3 (byte 4 of "
            "the file)");
  EXPECT_EQ(d.severity, Severity::info);
  EXPECT_EQ(slice(plain->text, d.span), "Ủy ban nhân dân huyện");
}

// Half a surrogate pair and half a unit.
TEST(PlainText, RepairsUtf16) {
  using namespace std::string_view_literals;
  const auto plain = plain_text("\xFF\xFEK\0\x00\xD8h\0x"sv);
  ASSERT_TRUE(plain.has_value());
  EXPECT_EQ(plain->text, "K\uFFFDh\uFFFD");
  EXPECT_EQ(plain->diagnostics.back().code, "utf8-repaired");
  EXPECT_EQ(plain->bytes.source({1, 4}), (Span{4, 6}));
}

// Bytes that are no UTF-16, though every other one may be zero.
TEST(PlainText, TellsUtf16FromBinaryData) {
  using namespace std::string_view_literals;
  EXPECT_FALSE(utf16_order("K\0h\0"sv));
  EXPECT_FALSE(utf16_order("\1\0\2\0\3\0\4\0\5\0\6\0\7\0\x08\0\x0E\0"sv));
  EXPECT_EQ(utf16_order(utf16(kPlan, true)), ByteOrder::big);
  // Half a unit, as where a byte was cut off.
  EXPECT_EQ(utf16_order(utf16(kPlan, true) + "x"), ByteOrder::big);
  EXPECT_FALSE(utf16_order("K\0h\0\1\0\2\0\3\0\4\0\5\0\6\0\7\0\x08"sv));
}

}  // namespace
}  // namespace kehoach
