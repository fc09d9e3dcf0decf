#include "score/likeness.h"

#include <gtest/gtest.h>

namespace kehoach {
namespace {

TEST(FoldForScore, KeepsLettersAndForgetsTheRest) {
  struct Case {
    const char* text;
    const char* folded;
  };
  for (const Case& c : {
           Case{"  Ủy   BAN\tnhân\u00A0dân ", "ủy ban nhân dân"},
           Case{"2021 – 2025", "2021 - 2025"},
           Case{"Quyết Ðịnh", "quyết định"},
           Case{"**đậm** `mã`\u200B", "đậm mã"},
           Case{"e\u0302\u0301 o\u031B\u0323", "ế ợ"},
           Case{"", ""},
       })
    EXPECT_EQ(fold_for_score(c.text), c.folded) << c.text;
}

TEST(WordsOf, AreRunsOfLettersAndDigits) {
  EXPECT_EQ(words_of("đạt 84,3% hoà"), (Words{"84,3%", "hoa|1", "đat|5"}));
  EXPECT_EQ(words_of("hòa bình"), words_of("hoà bình"));
  EXPECT_NE(words_of("hòa"), words_of("hóa"));
  EXPECT_EQ(words_of("5 ‰; 1.500/2 m²."), (Words{"1.500/2", "5", "m²", "‰"}));
  EXPECT_EQ(words_of("12.ba"), (Words{"12", "ba"}));
  EXPECT_EQ(words_of(" - ,."), Words{});
}

TEST(Overlap, IsTheShareOfEach) {
  const auto [a, b] = overlap(words_of("một hai hai"), words_of("hai ba"));
  EXPECT_DOUBLE_EQ(a, 1.0 / 3);
  EXPECT_DOUBLE_EQ(b, 0.5);
  EXPECT_EQ(least_overlap({}, words_of("một")), 0);
}

struct AgencyCase {
  const char* a;
  const char* b;
  bool same;
};

TEST(SameAgency, WritesAbbreviationsOut) {
  for (const AgencyCase& c : {
           AgencyCase{"UBND xã", "Ủy ban nhân dân xã", true},
           AgencyCase{"Sở GD&ĐT", "Sở Giáo dục và Đào tạo", true},
           AgencyCase{"Sở GD - ĐT", "sở giáo dục và đào tạo", true},
           AgencyCase{"Sở GDĐT", "Sở Giáo dục và Đào tạo", true},
           AgencyCase{"Sở LĐ-TB và XH", "Sở Lao động - Thương binh và Xã hội",
                      true},
           AgencyCase{"Sở VH,TT&DL", "Sở VHTTDL", true},
           AgencyCase{"Uỷ ban MTTQ VN tỉnh", "UBMTTQ tỉnh", true},
           AgencyCase{"UB MTTQ VN tỉnh", "Mặt trận Tổ quốc tỉnh", true},
           AgencyCase{"Đoàn TNCS HCM", "Đoàn Thanh niên Cộng sản Hồ Chí Minh",
                      true},
           AgencyCase{"Công an TP. Suối Mơ", "Công an thành phố Suối Mơ", true},
           // `gdđtx` is no abbreviation.
           AgencyCase{"Sở GDĐTX", "Sở Giáo dục và Đào tạo", false},
       })
    EXPECT_EQ(same_agency(agency_words(c.a), agency_words(c.b)), c.same)
        << c.a << " / " << c.b;
}

TEST(SameAgency, LooksAtTheNameAndNotAtThePlace) {
  for (const AgencyCase& c : {
           AgencyCase{"Sở Y tế tỉnh Cửu Hà", "Sở Y tế", true},
           AgencyCase{"Đề nghị Sở Y tế (cơ quan thường trực)", "Sở Y tế", true},
           AgencyCase{"Sở Y tế", "Phòng Y tế", false},
           AgencyCase{"Sở Y tế", "Sở Tài chính", false},
           AgencyCase{"UBND huyện An Trạch", "UBND tỉnh Cửu Hà", false},
           AgencyCase{"các sở, ban, ngành liên quan", "các sở, ban, ngành",
                      true},
           AgencyCase{"", "Sở Y tế", false},
           AgencyCase{"", "", false},
       })
    EXPECT_EQ(same_agency(agency_words(c.a), agency_words(c.b)), c.same)
        << c.a << " / " << c.b;
  // `xã hội` is no commune.
  EXPECT_EQ(agency_words("Bảo hiểm xã hội"),
            (std::vector<std::string>{"bao|3", "hiêm|3", "xa|4", "hôi|5"}));
}

TEST(CodeKey, IsLettersAndDigits) {
  EXPECT_EQ(code_key("0220/KH-UBND"), "220khubnd");
  EXPECT_EQ(code_key("57 - NQ/TW"), code_key("57-NQ/TW"));
  EXPECT_EQ(code_key("000"), "");
}

TEST(PairUp, TakesTheMostAlikeFirst) {
  const double alike[2][2] = {{0.6, 0.9}, {0, 0.8}};
  EXPECT_EQ(
      pair_up(2, 2, [&](std::size_t i, std::size_t j) { return alike[i][j]; }),
      (Pairs{{0, 1}}));
  EXPECT_EQ(pair_up(0, 3, [](std::size_t, std::size_t) { return 1.0; }),
            Pairs{});
}

TEST(WithoutBrackets, TakesThemWithWhatTheyHold) {
  EXPECT_EQ(without_brackets("a (b) c (d"), "a   c (d");
  EXPECT_EQ(without_brackets("a (b (c) d"), "a   d");
}

}  // namespace
}  // namespace kehoach
