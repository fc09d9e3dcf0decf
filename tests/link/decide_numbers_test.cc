// Which plan a citation means, by its number, or by the title where that is
// blank.
#include "link/decide_case.h"

namespace kehoach {
namespace {

const ArchivePlan kDirective = {10, "61-CT/TW", "Ban Bí thư", "2024-03-12",
                                "central"};

const std::vector<DecideCase>& numbers() {
  static const std::vector<DecideCase> cases = {
      {.name = "letters of one body in the country need no issuer",
       .code = "61-CT/TW",
       .archive = {kDirective},
       .state = kResolved,
       .target = 10,
       .grounds = "issuer",
       .type = "CT"},
      {.name = "signs of the other system",
       .code = "61/CT-TW",
       .issuer = "Bộ Chính trị",
       .date = "2024-03-12",
       .archive = {kDirective},
       .state = kResolved,
       .target = 10,
       .grounds = "issuer date",
       .type = "CT"},
      {.name = "a directive of the centre, named as the province's",
       .code = "61-CT/TW",
       .issuer = "Tỉnh ủy Cửu Hà",
       .date = "2024-03-12",
       .archive = {kDirective},
       .state = kConflicting,
       .target = 10,
       .grounds = "other-issuer",
       .type = "CT"},
      {.name = "a party number runs for its term",
       .code = "61-CT/TW",
       .date = "2022-03-11",
       .archive = {kDirective},
       .state = kConflicting,
       .target = 10,
       .grounds = "other-date",
       .type = "CT"},
      {.name = "a party number of the term before",
       .code = "61-CT/TW",
       .date = "2020-03-11",
       .archive = {kDirective},
       .state = kMissing,
       .type = "CT"},
      {.name = "another kind of document",
       .code = "61-NQ/TW",
       .date = "2024-03-12",
       .archive = {kDirective},
       .state = kMissing,
       .type = "NQ"},
      {.name = "leading zeros do not count",
       .code = "147/KH-UBND",
       .issuer = "UBND tỉnh Thanh Lam",
       .archive = {{18, "0147/KH-UBND", "UBND tỉnh Thanh Lam", "2024-07-30"}},
       .state = kResolved,
       .target = 18,
       .grounds = "issuer"},
      {.name = "a letter behind the number does",
       .code = "147a/KH-UBND",
       .issuer = "UBND tỉnh Thanh Lam",
       .archive = {{18, "0147/KH-UBND", "UBND tỉnh Thanh Lam", "2024-07-30"}},
       .state = kMissing},
      {.name = "the year inside a number",
       .code = "14/2023/QĐ-UBND",
       .issuer = "UBND tỉnh Cửu Hà",
       .archive = {{19, "14/2022/QĐ-UBND", "UBND tỉnh Cửu Hà", "2022-05-08"},
                   {20, "14/2023/QĐ-UBND", "UBND tỉnh Cửu Hà", "2023-05-08"}},
       .state = kResolved,
       .target = 20,
       .grounds = "issuer",
       .type = "QĐ"},
      {.name = "an official letter",
       .code = "3127/BTNMT-CTR",
       .issuer = "Bộ Tài nguyên và Môi trường",
       .date = "2024-05-02",
       .archive = {{21, "3127/BTNMT-CTR", "Bộ Tài nguyên và Môi trường",
                    "2024-05-02", "central"}},
       .state = kResolved,
       .target = 21,
       .grounds = "issuer date",
       .type = ""},
      {.name = "the same number of other letters",
       .code = "3127/BTNMT-CTR",
       .archive = {{21, "3127/BTNMT-TCCB", "Bộ Tài nguyên và Môi trường",
                    "2024-05-02", "central"}},
       .state = kMissing,
       .type = ""},
      {.name = "an empty archive", .code = "1/KH-UBND", .archive = {}},
  };
  return cases;
}

constexpr const char* kTitle =
    "Giảm thiểu rác thải nhựa, giữ gìn sông, kênh, rạch sạch, đẹp";
const ArchivePlan kBlank = {30,           "KH-UBND",  "UBND huyện An Trạch",
                            "2024-08-12", "district", kTitle};

const std::vector<DecideCase>& blanks() {
  static const std::vector<DecideCase> cases = {
      {.name = "a blank number: issuer, date and title agree",
       .code = "96/KH-UBND",
       .issuer = "UBND huyện An Trạch",
       .date = "2024-08-12",
       .archive = {kBlank},
       .state = kResolved,
       .target = 30,
       .grounds = "issuer date title",
       .context = "về giảm thiểu rác thải nhựa, giữ gìn sông, kênh, rạch"},
      {.name = "a blank number: by the chain",
       .code = "96/KH-UBND",
       .issuer = "UBND huyện",
       .date = "2024-08-12",
       .chain = kAnTrach,
       .archive = {kBlank},
       .state = kResolved,
       .target = 30,
       .grounds = "chain date title",
       .context = kTitle},
      {.name = "a blank number: another subject",
       .code = "96/KH-UBND",
       .issuer = "UBND huyện An Trạch",
       .date = "2024-08-12",
       .archive = {kBlank},
       .state = kMissing,
       .context = "về phòng, chống dịch sốt xuất huyết"},
      {.name = "a blank number: another day",
       .code = "96/KH-UBND",
       .issuer = "UBND huyện An Trạch",
       .date = "2024-10-01",
       .archive = {kBlank},
       .state = kMissing,
       .context = kTitle},
      {.name = "a blank number: no place said",
       .code = "96/KH-UBND",
       .date = "2024-08-12",
       .archive = {kBlank},
       .state = kMissing,
       .context = kTitle},
      {.name = "a blank number: another kind",
       .code = "96/QĐ-UBND",
       .issuer = "UBND huyện An Trạch",
       .date = "2024-08-12",
       .archive = {kBlank},
       .state = kMissing,
       .type = "QĐ",
       .context = kTitle},
      {.name = "the number wins over a blank one",
       .code = "96/KH-UBND",
       .issuer = "UBND huyện An Trạch",
       .date = "2024-08-12",
       .archive = {kBlank,
                   {31, "96/KH-UBND", "UBND huyện An Trạch", "2024-08-12"}},
       .state = kResolved,
       .target = 31,
       .grounds = "issuer date",
       .context = kTitle},
  };
  return cases;
}

TEST(Decide, ByTheNumber) { check(numbers()); }
TEST(Decide, PlansWithoutANumber) { check(blanks()); }

TEST(Decide, NamesTwentyCandidatesAtMost) {
  DecideCase c = {.name = "many", .code = "5/KH-UBND"};
  std::vector<std::string> names;
  for (int i = 0; i < 21; ++i)
    names.push_back("UBND xã Thôn " + std::to_string(i));
  for (const std::string& name : names) {
    const auto id = static_cast<DocumentId>(c.archive.size() + 1);
    c.archive.push_back({id, "5/KH-UBND", name.c_str()});
    const std::vector<Candidate> archive = candidates_in(c);
    const Decision decision = decide(cited_in(c), pointers(archive), places());
    EXPECT_EQ(decision.state, LinkState::ambiguous);
    EXPECT_EQ(decision.candidates.size(), id <= 20 ? id : 0);
  }
}

}  // namespace
}  // namespace kehoach
