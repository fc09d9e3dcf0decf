// Syllables that a converter wrote together.
#include "normalise/glued_words.h"

#include <gtest/gtest.h>

#include "normalise/plain_source.h"

namespace kehoach {
namespace {

// Five words that lost their space: enough to know that the text loses them.
constexpr std::string_view kGlued = "Kếhoạch vềlãnh bộxã đểtiếp nghĩavụ.";
constexpr std::string_view kParted = "Kế hoạch về lãnh bộ xã để tiếp nghĩa vụ.";

struct GluedCase {
  std::string_view read;
  std::string_view meant;
};

const GluedCase kCases[] = {
    {"chủtrì", "chủ trì"},
    {"CHỦTRÌ", "CHỦ TRÌ"},
    {"vụĐảng uỷ", "vụ Đảng uỷ"},
    {"toànthể", "toàn thể"},
    // The second syllable is the longer one.
    {"nhiệm vụtrọng tâm", "nhiệm vụ trọng tâm"},
    // With the words of the text.
    {"BANHÀNH, ban hành", "BAN HÀNH, ban hành"},
    {"ởcác, sởbám", "ở các, sở bám"},
    {"thựchiệntốt, thực hiện", "thực hiện tốt, thực hiện"},
    // Beside numbers.
    {"Chỉ thịsố46-CT/TW", "Chỉ thị số 46-CT/TW"},
    {"23tháng 02năm", "23 tháng 02 năm"},
    // Beside short forms and numerals.
    {"uỷUBND xã, xãHĐND, UBNDxã", "uỷ UBND xã, xã HĐND, UBND xã"},
    {"lần thứI, thứIV", "lần thứ I, thứ IV"},
    {"TTg, GDĐT, KHCN, ThS, iOS, 5G", "TTg, GDĐT, KHCN, ThS, iOS, 5G"},
    {"Điều 1, Ấp 2, Ủy ban, Ở xã", "Điều 1, Ấp 2, Ủy ban, Ở xã"},
    // What may be meant stays.
    {"5kg, m2, 100ha, Q1, T12", "5kg, m2, 100ha, Q1, T12"},
    {"quyết, nghiêng, giữa, khuỷu", "quyết, nghiêng, giữa, khuỷu"},
    {"UBND, HĐND, VNeID, online, PCTNLPTC",
     "UBND, HĐND, VNeID, online, PCTNLPTC"},
    {"145/KH-UBND, NĐ-CP", "145/KH-UBND, NĐ-CP"},
    {"Krông, Pleiku, Đăk Glei", "Krông, Pleiku, Đăk Glei"},
};

std::string mended_text(const std::string& text) {
  const SourceText source = source_of(text);
  const auto rules = default_rulebook();
  if (!rules) return rules.error().message;
  return mended(normalise(source), source, *rules).text;
}

TEST(GluedWords, ArePartedIntoSyllables) {
  for (const GluedCase& c : kCases) {
    EXPECT_EQ(mended_text(std::string(kGlued) + "\n\n" + std::string(c.read)),
              std::string(kParted) + "\n" + std::string(c.meant) + "\n");
  }
}

// A few may be names, or misprints.
TEST(GluedWords, StayWhereTheTextLosesNoSpaces) {
  for (const char* text : {"người Êđê ở Đắklắk", "Kếhoạch vềlãnh bộxã đểtiếp",
                           "Kếhoạch Kếhoạch Kếhoạch Kếhoạch Kếhoạch"})
    EXPECT_EQ(mended_text(text), std::string(text) + "\n");
  std::string once(kGlued);
  for (int i = 0; i < 1200; ++i) once += " rà";
  EXPECT_TRUE(lost_spaces(once).empty());
}

// Linear, whatever a word is made of.
TEST(GluedWords, EndlessWordsAreNone) {
  std::string text(kGlued);
  for (int i = 0; i < 200'000; ++i) text += "ếch";
  EXPECT_EQ(lost_spaces(text).size(), 5U);
}

TEST(GluedWords, LeadBackToTheirSource) {
  const SourceText source =
      source_of(std::string(kGlued) + "\n\nSố: 5/KH-UBND\n\nSở Y tếchủtrì.");
  const auto rules = default_rulebook();
  ASSERT_TRUE(rules);
  const NormalText text = mended(normalise(source), source, *rules);
  const std::string_view last = "chủ trì";
  const std::size_t at = text.text.find(last);
  ASSERT_NE(at, std::string::npos);
  const Span origin =
      text.source.source({static_cast<std::uint32_t>(at),
                          static_cast<std::uint32_t>(at + last.size())});
  EXPECT_EQ(slice(source.text, origin), "chủtrì");
  ASSERT_EQ(text.paragraphs.size(), 3U);
  EXPECT_EQ(slice(text.text, text.paragraphs[2].span), "Sở Y tế chủ trì.");
  ASSERT_FALSE(text.diagnostics.empty());
  EXPECT_EQ(text.diagnostics.back().code, "spaces-lost");
}

}  // namespace
}  // namespace kehoach
