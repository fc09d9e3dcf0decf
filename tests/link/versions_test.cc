// Which documents are one plan, and which of them is to be read.
#include "link/versions.h"

#include "link/archive.h"

namespace kehoach {

void PrintTo(const VersionRow& row, std::ostream* out) {
  *out << row.plan << " " << name_of(row.version);
}

namespace {

constexpr auto kMain = PlanVersion::main;
constexpr auto kCopy = PlanVersion::copy;
constexpr auto kDraft = PlanVersion::draft;
constexpr const char* kWord =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

struct Given {
  const char* code;
  const char* who;
  const char* date;
  const char* title = "Làm sạch kênh, rạch năm 2024";
  const char* media_type = "text/plain";
  bool recognised = false;
};

struct VersionCase {
  const char* name;
  std::vector<Given> documents;  // with ids from 1
  std::vector<VersionRow> rows;
};

const std::vector<VersionCase>& cases() {
  static const std::vector<VersionCase> all = {
      {"a scan and its Word document",
       {{"218/KH-UBND", "cửu hà", "2024-06-25", "Làm sạch kênh, rạch",
         "application/pdf", true},
        {"218/KH-UBND", "cửu hà", "2024-06-25", "LÀM SẠCH KÊNH, RẠCH", kWord}},
       {{2, kCopy}, {2, kMain}}},
      {"text is read before a scan, whatever the format",
       {{"218/KH-UBND", "cửu hà", "2024-06-25", "a", kWord, true},
        {"218/KH-UBND", "cửu hà", "2024-06-25", "a", "application/pdf"}},
       {{2, kCopy}, {2, kMain}}},
      {"two provinces",
       {{"218/KH-UBND", "cửu hà", "2024-06-25"},
        {"218/KH-UBND", "thanh lam", "2024-06-25"}},
       {{1, kMain}, {2, kMain}}},
      {"two years",
       {{"218/KH-UBND", "cửu hà", "2024-06-25"},
        {"218/KH-UBND", "cửu hà", "2023-06-20"}},
       {{1, kMain}, {2, kMain}}},
      {"a part of the date was lost",
       {{"218/KH-UBND", "cửu hà", "2024-06"},
        {"218/KH-UBND", "cửu hà", "2024-06-25"}},
       {{2, kCopy}, {2, kMain}}},
      {"a part of the date that fits two",
       {{"218/KH-UBND", "cửu hà", ""},
        {"218/KH-UBND", "cửu hà", "2024-06-25"},
        {"218/KH-UBND", "cửu hà", "2023-06-20"}},
       {{1, kMain}, {2, kMain}, {3, kMain}}},
      {"the issuer was lost",
       {{"218/KH-UBND", "", "2024-06-25"},
        {"218/KH-UBND", "cửu hà", "2024-06-25"}},
       {{2, kCopy}, {2, kMain}}},
      {"the issuer was lost, another subject",
       {{"218/KH-UBND", "", "2024-06-25", "Phòng, chống dịch bệnh mùa hè"},
        {"218/KH-UBND", "cửu hà", "2024-06-25"}},
       {{1, kMain}, {2, kMain}}},
      {"the issuer was lost, and two could be it",
       {{"218/KH-UBND", "", "2024-06-25"},
        {"218/KH-UBND", "cửu hà", "2024-06-25"},
        {"218/KH-UBND", "thanh lam", "2024-06-25"}},
       {{1, kMain}, {2, kMain}, {3, kMain}}},
      {"draft and issued",
       {{"KH-UBND", "cửu hà", "2024"}, {"218/KH-UBND", "cửu hà", "2024-06-25"}},
       {{2, kDraft}, {2, kMain}}},
      {"a draft of an earlier day",
       {{"KH-UBND", "cửu hà", "2024-06-01"},
        {"218/KH-UBND", "cửu hà", "2024-06-25"}},
       {{2, kDraft}, {2, kMain}}},
      {"a draft is not younger than what was issued",
       {{"KH-UBND", "cửu hà", "2024-07-01"},
        {"218/KH-UBND", "cửu hà", "2024-06-25"}},
       {{1, kMain}, {2, kMain}}},
      {"a draft of another title",
       {{"KH-UBND", "cửu hà", "2024", "Trồng cây ven sông, ven kênh"},
        {"218/KH-UBND", "cửu hà", "2024-06-25"}},
       {{1, kMain}, {2, kMain}}},
      {"a draft that two plans could be",
       {{"KH-UBND", "cửu hà", "2024"},
        {"218/KH-UBND", "cửu hà", "2024-06-25"},
        {"300/KH-UBND", "cửu hà", "2024-09-25"}},
       {{1, kMain}, {2, kMain}, {3, kMain}}},
      {"two drafts of one day",
       {{"KH-UBND", "cửu hà", "2024-06", "Làm sạch kênh, rạch", kWord},
        {"KH-UBND", "cửu hà", "2024-06", "Làm sạch kênh, rạch",
         "application/pdf"}},
       {{1, kMain}, {1, kCopy}}},
      {"draft, scan and text of what was issued",
       {{"KH-UBND", "cửu hà", "2024-06"},
        {"218/KH-UBND", "cửu hà", "2024-06-25", "Làm sạch kênh, rạch năm 2024",
         "application/pdf", true},
        {"218/KH-UBND", "cửu hà", "2024-06-25"}},
       {{3, kDraft}, {3, kCopy}, {3, kMain}}},
      {"nothing known",
       {{"", "", "", ""}, {"", "", "", ""}},
       {{1, kMain}, {2, kMain}}},
  };
  return all;
}

std::vector<VersionRow> rows_of(const VersionCase& c,
                                const std::vector<int>& order) {
  std::vector<VersionedDocument> documents;
  for (const int id : order) {
    const Given& g = c.documents[static_cast<std::size_t>(id - 1)];
    documents.push_back({id, code_parts(g.code, "", shipped()), g.who, g.who,
                         g.date, g.title, g.media_type,
                         "sha " + std::to_string(id)});
  }
  const auto rows = group_versions(documents, [&](DocumentId id) {
    return c.documents[static_cast<std::size_t>(id - 1)].recognised;
  });
  std::vector<VersionRow> by_id(rows.size());
  for (std::size_t i = 0; i < order.size(); ++i)
    by_id[static_cast<std::size_t>(order[i] - 1)] = rows[i];
  return by_id;
}

TEST(GroupVersions, InWhateverOrderTheyCome) {
  for (const VersionCase& c : cases()) {
    std::vector<int> order;
    for (std::size_t i = 1; i <= c.documents.size(); ++i)
      order.push_back(static_cast<int>(i));
    do {
      EXPECT_EQ(rows_of(c, order), c.rows) << c.name;
    } while (std::next_permutation(order.begin(), order.end()));
  }
}

class Versions : public LinkTest {};

TEST_F(Versions, OfOnePlanShareTheirCitations) {
  const PlanFacts scan = {"218/KH-UBND",    "Ủy ban nhân dân tỉnh Cửu Hà",
                          "2024-06-25",     "province",
                          "Làm sạch kênh",  {},
                          "application/pdf"};
  PlanFacts word = scan;
  word.media_type = kWord;
  import({{"scan", scan},
          { "child",
            { "9/KH-UBND",
              "UBND huyện An Trạch",
              "2024-08-01",
              "district",
              "Khác",
              {
                { "218/KH-UBND",
                  "UBND tỉnh Cửu Hà",
                  "2024-06-25" }
              } } }});
  EXPECT_EQ(links_of("child"), "218/KH-UBND resolved scan\n");
  import({{ "word", word }});
  EXPECT_EQ(links_of("child"), "218/KH-UBND resolved word\n");
  drop("word");
  EXPECT_EQ(links_of("child"), "218/KH-UBND resolved scan\n");
}

TEST_F(Versions, AreInForceUntilReplaced) {
  const PlanFacts old = {"45/KH-UBND", "UBND huyện An Trạch", "2022-03-10",
                         "district",   "Làm sạch kênh",       {}};
  import({{"old", old},
          {"new",
           { "96/KH-UBND",
             "UBND huyện An Trạch",
             "2024-08-12",
             "district",
             "Làm sạch kênh",
             {
               { "45/KH-UBND",
                 "UBND huyện",
                 "2022-03-10",
                 "replaces" }
             } }},
          { "more",
            { "97/KH-UBND",
              "UBND huyện An Trạch",
              "2024-09-12",
              "district",
              "Bổ sung",
              {
                { "96/KH-UBND",
                  "UBND huyện",
                  "2024-08-12",
                  "amends" }
              } } }});
  const auto of = [this](const char* name) {
    const auto known = store->find_by_sha256(sha256_hex(name));
    return **store->links().family_document((*known)->id);
  };
  EXPECT_FALSE(of("old").in_force);
  EXPECT_EQ(name_of_document(of("old").replaced_by), "new");
  EXPECT_TRUE(of("new").in_force);
  EXPECT_TRUE(of("more").in_force);
  drop("new");
  EXPECT_TRUE(of("old").in_force);
}

}  // namespace
}  // namespace kehoach
