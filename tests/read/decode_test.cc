// Every letter of the alphabet, in every encoding, there and back.
#include "read/decode.h"

#include <gtest/gtest.h>

#include "read/encoder.h"
#include "read/font_text.h"

namespace kehoach {
namespace {

std::string decoded(std::string_view bytes, Reading reading) {
  EditedText out;
  Repairs repairs;
  decode_line(bytes, {0, static_cast<std::uint32_t>(bytes.size())}, reading,
              out, repairs);
  return out.take_text();
}

// All letters, a blank between them.
std::string alphabet(std::u32string_view letters) {
  std::string out;
  for (const char32_t c : letters) {
    append_utf8(out, c);
    out += ' ';
  }
  return out;
}

struct DecodedCase {
  const char* name;
  std::string (*encode)(std::string_view);
  Charset charset;
};

const DecodedCase kEncodings[] = {
    {"TCVN3", tcvn3, Charset::tcvn3},
    {"VNI", vni, Charset::vni},
    {"VISCII", viscii, Charset::viscii},
    {"windows-1258", windows_1258, Charset::windows_1258},
};

// Capitals with tones are all that an encoding lacks, and only TCVN3 does.
std::string letters_in(Charset charset) {
  if (charset != Charset::tcvn3) return alphabet(kVowels) + "đ Đ";
  return alphabet(kVowels.substr(0, 72)) + "đ Đ Ă Â Ê Ô Ơ Ư";
}

TEST(DecodeLine, ReadsEveryLetterOfEveryEncoding) {
  for (const DecodedCase& c : kEncodings) {
    const std::string text = letters_in(c.charset);
    const std::string bytes = c.encode(text);
    EXPECT_NE(bytes, text) << c.name;
    EXPECT_EQ(decoded(bytes, {c.charset, Carrier::none}), text) << c.name;
    EXPECT_EQ(decoded(misread(bytes), {c.charset, Carrier::windows_1252}), text)
        << c.name << ", saved as UTF-8";
  }
}

TEST(DecodeLine, ReadsEveryLetterOfMojibake) {
  const std::string text = alphabet(kVowels) + "đ Đ “ ” – …";
  EXPECT_EQ(decoded(misread(text), {Charset::utf8, Carrier::windows_1252}),
            text);
}

// VIQR looks at whole words, so each vowel gets company.
TEST(DecodeLine, ReadsEveryLetterOfViqr) {
  for (const char32_t c : kVowels) {
    std::string word = "t";
    append_utf8(word, c);
    word += "n";
    if (parts_of(to_lower(c)).base == 'y') word.pop_back();
    EXPECT_EQ(decoded(viqr(word), {Charset::viqr}), word);
  }
  EXPECT_EQ(decoded(viqr("đắp, đẫm, ĐẶC, Ấm"), {Charset::viqr}),
            "đắp, đẫm, ĐẶC, Ấm");
}

struct LineCase {
  const char* name;
  std::string_view line;
  Reading reading;
  std::string_view text;
};

constexpr Reading kTcvn3{Charset::tcvn3, Carrier::windows_1252};
constexpr Reading kVni{Charset::vni, Carrier::windows_1252};
constexpr Reading kMojibake{Charset::utf8, Carrier::windows_1252};
constexpr Reading kViqr{Charset::viqr};
constexpr Reading kLoose{Charset::viqr_loose};

const LineCase kLines[] = {
    {"capitals of TCVN3", "KÕ HO¹CH", kTcvn3, "KẾ HOẠCH"},
    {"a capital before a tone", "Uû BAN NH¢N D¢N X· HéI", kTcvn3,
     "UỶ BAN NHÂN DÂN XÃ HỘI"},
    {"neighbours of neighbours", "C¸C Dù ¸N, Tõ ®ã", kTcvn3,
     "CÁC DỰ ÁN, Từ đó"},
    {"acronyms are no neighbours", "Tõ UBND, Sè: 12/KH-UBND, ñy ban", kTcvn3,
     "Từ UBND, Số: 12/KH-UBND, ủy ban"},
    {"no capitals", "KÕ ho¹ch, kÕ ho¹ch", kTcvn3, "Kế hoạch, kế hoạch"},
    {"soft hyphen and what PDF files make of it", "n\u00ADíc n−íc −u x∙",
     kTcvn3, "nước nước ưu xã"},
    {"a minus", "−5 và 2 − 1", kTcvn3, "−5 và 2 − 1"},
    {"signs that TCVN3 does not have", "“5 m³” – 20%…", kTcvn3,
     "“5 m³” – 20%…"},
    {"marks of the other case", "Uûy ban, ÑAÂY, Ñieàu", kVni,
     "Ủy ban, ĐÂY, Điều"},
    {"marks behind nothing", "naøo, n\u00F8, \u00F8", kVni, "nào, nø, ø"},
    {"a lost no-break space", "lÃ  mÃ  Ä‘á»ƒ", kMojibake, "là mà để"},
    {"its blank lost, too", "lÃ má»™t, XÃ mÃ ", kMojibake, "là một, XÃ mà "},
    {"what is no sequence stays", "café Káº¿ »", kMojibake, "café Kế »"},
    {"VIQR of the standard", "Ke^' hoa.ch na`y\\. Thu+. hie^.n\\?", kViqr,
     "Kế hoạch này. Thự hiện?"},
    {"a second tone is punctuation", "cu?a xa~. Nha`?", kViqr, "của xã. Nhà?"},
    {"dots of the standard", "vu. ta. DDa(.c", kViqr, "vụ tạ Đặc"},
    {"dots of everyone else", "Theo. Sau. Va` vu. mu`a", kLoose,
     "Theo. Sau. Và vụ mùa"},
    {"no syllables", "www.example.vn/a.b, add (a+b) DD/MM", kViqr,
     "www.example.vn/a.b, add (a+b) DD/MM"},
    {"acronyms, letters of lists, names", "HDDND, QDD-UBND, dd) Kro^ng", kViqr,
     "HĐND, QĐ-UBND, đ) Krông"},
    {"as it is", "K\xFF\r\nh\ro\0", {}, "K\uFFFD\nh\no"},
};

TEST(DecodeLine, KnowsHowPeopleTyped) {
  for (const LineCase& c : kLines)
    EXPECT_EQ(decoded(c.line, c.reading), c.text) << c.name;
}

TEST(DecodeLine, CountsWhatIsNothing) {
  using namespace std::string_view_literals;
  EditedText out;
  Repairs repairs;
  decode_line("a\x81\0"sv, {0, 3}, {Charset::tcvn3}, out, repairs);
  EXPECT_EQ(out.text(), "a\uFFFD\uFFFD");
  EXPECT_EQ(repairs.count, 2U);
  EXPECT_EQ(repairs.first, 1U);
}

struct RunCase {
  std::string_view text;
  std::string_view font;
  std::string_view shown;
};

constexpr RunCase kRuns[] = {
    {"KÕ ho¹ch", ".VnTime", "Kế hoạch"},
    {"KÕ ho¹ch", ".VnTimeH", "KẾ HOẠCH"},
    {"K\xD5 ho\xB9"
     "ch",
     ".VnTimeH", "KẾ HOẠCH"},
    {"Keá hoaïch", "VNI-Times", "Kế hoạch"},
    {"kÕ ho¹ch so 5", "ABCDEF+.VnArialH,Bold", "KẾ HOẠCH SO 5"},
    {"kÕ ho¹ch", ".VnTimeH-BoldItalic", "KẾ HOẠCH"},
    {"kÕ ho¹ch", ".VnArial Narrow", "kế hoạch"},
    {"Keá hoaïch", "VNI-Helve-Condense", "Kế hoạch"},
    // Text of Unicode, or in other fonts.
    {"Kế hoạch à", ".VnTimeH", "Kế hoạch à"},
    {"KÕ ho¹ch", "Times New Roman", "KÕ ho¹ch"},
    {"KÕ ho¹ch", "", "KÕ ho¹ch"},
    {"KÕ", "VNTimes", "KÕ"},
};

TEST(DecodeRun, ShowsWhatTheFontShows) {
  for (const RunCase& c : kRuns)
    EXPECT_EQ(decode_run(c.text, c.font), c.shown) << c.text << ", " << c.font;
}

}  // namespace
}  // namespace kehoach
