#include <gtest/gtest.h>

#include "model/review.h"

namespace kehoach {
namespace {

Plan sample_reviewed() {
  Plan plan;
  plan.document.title = "Giữ sạch dòng suối";
  Obligation o;
  o.evidence = {"Quét dọn chợ.", {10, 26}, 2, {}, "obligation.leaf"};
  o.id = "o1";
  o.path = "II.1";
  o.lead = {"Đội vệ sinh"};
  o.modality = "must";
  plan.obligations = {o};
  Deadline d;
  d.evidence.quote = "trước ngày 10/12";
  d.kind = "date";
  d.value = "2024-12-10";
  d.bound = "before";
  plan.deadlines = {d};
  return plan;
}

struct NameCase {
  const char* text;
  std::optional<FactPlace> place;
};
const NameCase kNames[] = {
    {"doc", FactPlace{KindOfFact::document, 0}},
    {"r1", FactPlace{KindOfFact::reference, 0}},
    {"o12", FactPlace{KindOfFact::obligation, 11}},
    {"d3", FactPlace{KindOfFact::deadline, 2}},
    {"t5", FactPlace{KindOfFact::target, 4}},
    {"o0", std::nullopt},
    {"o", std::nullopt},
    {"", std::nullopt},
    {"x1", std::nullopt},
    {"-1", std::nullopt},
    {"o1a", std::nullopt},
    {"o-1", std::nullopt},
    {"docs", std::nullopt},
};

TEST(FactNames, AreReadAsTheyAreWritten) {
  for (const NameCase& c : kNames) {
    EXPECT_EQ(fact_named(c.text), c.place) << c.text;
    if (c.place) {
      EXPECT_EQ(name_of(*c.place), c.text);
    }
  }
}

// Whatever another reading moves is no part of what a person judges.
TEST(FactValues, LeaveOutPlacesAndIds) {
  const Plan plan = sample_reviewed();
  const FactPlace place{KindOfFact::obligation, 0};
  EXPECT_EQ(fact_values(plan, place),
            R"({"lead":["Đội vệ sinh"],"support":[],"modality":"must"})");
  Plan moved = plan;
  moved.obligations[0].id = "o9";
  moved.obligations[0].path = "II.2";
  moved.obligations[0].evidence.span = {90, 106};
  moved.obligations[0].evidence.certainty = Certainty::low;
  EXPECT_EQ(fact_values(moved, place), fact_values(plan, place));
  moved.obligations[0].lead.clear();
  EXPECT_NE(fact_values(moved, place), fact_values(plan, place));
}

struct CorrectionCase {
  const char* name;
  KindOfFact kind;
  const char* correction;
  bool fits;
};
const CorrectionCase kCorrections[] = {
    {"a list", KindOfFact::obligation, R"({"lead":["Sở Y tế"]})", true},
    {"none", KindOfFact::obligation, R"({"support":[]})", true},
    {"words", KindOfFact::obligation, R"({"quote":"Quét chợ."})", true},
    {"a field that is seldom printed", KindOfFact::deadline,
     R"({"rrule":"FREQ=YEARLY"})", true},
    {"null takes away", KindOfFact::deadline, R"({"value":null})", true},
    {"no such field", KindOfFact::obligation, R"({"leads":["Sở Y tế"]})",
     false},
    {"a field of another kind", KindOfFact::deadline, R"({"lead":[]})", false},
    {"a place", KindOfFact::obligation, R"({"path":"II.2"})", false},
    {"an id", KindOfFact::obligation, R"({"id":"o7"})", false},
    {"nothing", KindOfFact::obligation, "{}", false},
    {"a list of facts", KindOfFact::obligation, "[]", false},
    {"no JSON", KindOfFact::obligation, "lead", false},
    {"another type", KindOfFact::obligation, R"({"lead":"Sở Y tế"})", false},
};

TEST(Corrections, FitTheFact) {
  for (const CorrectionCase& c : kCorrections) {
    Plan plan = sample_reviewed();
    const FactPlace place{c.kind, 0};
    const bool known =
        corrected_values(c.kind, fact_values(plan, place), c.correction)
            .has_value();
    const bool fits =
        known && correct_fact(plan, place, c.correction).has_value();
    EXPECT_EQ(fits, c.fits) << c.name;
  }
}

TEST(Corrections, ChangeWhatTheyName) {
  Plan plan = sample_reviewed();
  const FactPlace place{KindOfFact::obligation, 0};
  ASSERT_TRUE(correct_fact(plan, place, R"({"lead":["Sở Y tế"]})"));
  Plan expected = sample_reviewed();
  expected.obligations[0].lead = {"Sở Y tế"};
  EXPECT_EQ(plan.obligations, expected.obligations);
  // The place is that of the words which were read.
  ASSERT_TRUE(correct_fact(plan, place, R"({"quote":"Quét chợ."})"));
  EXPECT_EQ(plan.obligations[0].evidence.quote, "Quét chợ.");
  EXPECT_EQ(plan.obligations[0].evidence.span, Span());
}

struct CorrectedCase {
  const char* name;
  KindOfFact kind;
  const char* correction;
};
const CorrectedCase kCorrected[] = {
    {"a list", KindOfFact::obligation, R"({"lead":["Sở Y tế"]})"},
    {"words", KindOfFact::obligation, R"({"quote":"Quét chợ."})"},
    {"words and a list", KindOfFact::obligation,
     R"({"quote":"Quét chợ.","support":["Công an"]})"},
    {"a value taken away", KindOfFact::deadline, R"({"value":null})"},
    {"a field that is seldom printed", KindOfFact::deadline,
     R"({"rrule":"FREQ=YEARLY","year_inferred":true})"},
    {"what is not printed", KindOfFact::deadline, R"({"year_inferred":false})"},
    {"a number", KindOfFact::target, R"({"value":98.0,"value_to":99.5})"},
    {"no unit", KindOfFact::target, R"({"unit":null,"value_to":null})"},
    {"the document", KindOfFact::document, R"({"code":null,"number":"15"})"},
};

// A fact that is later read as it was corrected has the same values.
TEST(Corrections, GiveTheValuesOfTheFactThatIsMeant) {
  for (const CorrectedCase& c : kCorrected) {
    Plan plan = sample_reviewed();
    plan.document.code = "15/KH-UBND";
    Target target;
    target.indicator = "hộ phân loại rác";
    target.value = 80;
    target.value_to = 90;
    target.unit = "%";
    plan.targets = {target};
    const FactPlace place{c.kind, 0};
    const auto values =
        corrected_values(c.kind, fact_values(plan, place), c.correction);
    ASSERT_TRUE(correct_fact(plan, place, c.correction)) << c.name;
    ASSERT_TRUE(values) << c.name;
    EXPECT_EQ(*values, fact_values(plan, place)) << c.name;
  }
}

TEST(DecisionLines, AreRead) {
  const auto read = decision_from_json(
      R"({"id":"o1@#2","verdict":"correct","value":{"lead":[]},"by":"Bình"})");
  ASSERT_TRUE(read.has_value()) << read.error().message;
  const auto* line = std::get_if<DecisionLine>(&*read);
  ASSERT_NE(line, nullptr);
  EXPECT_EQ(line->id, "o1@#2");
  EXPECT_EQ(line->value, R"({"lead":[]})");
  EXPECT_EQ(line->decision.verdict, ReviewVerdict::correct);
  EXPECT_EQ(line->decision.reviewer, "Bình");
}

Review kept_fact() {
  return {0,
          {ReviewVerdict::correct, "Sai \"tên\".", "Bình", "2026-01-31"},
          KindOfFact::obligation,
          {"a1b2", "15/kh ubnd||2024"},
          "Quét dọn chợ.",
          10,
          fact_values(sample_reviewed(), {KindOfFact::obligation, 0}),
          R"({"lead":["Sở Y tế"]})"};
}

CellReview kept_cell() {
  return {0,
          {ReviewVerdict::correct, "", "Bình", "2026-01-31"},
          {"a1b2", ""},
          {"c3d4", "96/kh ubnd||2024"},
          "Quét dọn chợ.",
          Coverage::missing,
          {"Trồng cây."},
          CoverageVerdict{Coverage::partial, {"Quét chợ Mới."}},
          120};
}

TEST(KeptDecisions, AreReadAsTheyAreWritten) {
  const auto fact = decision_from_json(to_json(kept_fact()));
  ASSERT_TRUE(fact.has_value()) << fact.error().message;
  EXPECT_EQ(std::get<Review>(*fact), kept_fact());
  const auto cell = decision_from_json(to_json(kept_cell()));
  ASSERT_TRUE(cell.has_value()) << cell.error().message;
  EXPECT_EQ(std::get<CellReview>(*cell), kept_cell());
  EXPECT_EQ(to_json(kept_fact()).find('\n'), std::string::npos);
  // Older files do not say where the parent's words stood.
  CellReview older = kept_cell();
  older.begin.reset();
  EXPECT_EQ(to_json(older).find("begin"), std::string::npos);
  const auto read = decision_from_json(to_json(older));
  ASSERT_TRUE(read.has_value()) << read.error().message;
  EXPECT_EQ(std::get<CellReview>(*read), older);
}

std::string replaced(std::string text, const std::string& from,
                     const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

TEST(Decisions, ThatAreNoneAreRefused) {
  const std::string fact = to_json(kept_fact());
  const std::string cell = to_json(kept_cell());
  const std::string wrong[] = {
      "",
      "[]",
      "{}",
      R"({"verdict":"maybe"})",
      R"({"verdict":"accept","id":3})",
      replaced(fact, "kehoach.review/1", "kehoach.review/2"),
      replaced(fact, R"("about":"obligation")", R"("about":"comma")"),
      replaced(fact, R"("verdict":"correct")", R"("verdict":"justified")"),
      // A value goes with `correct`, and names fields of the fact.
      replaced(fact, R"("verdict":"correct")", R"("verdict":"accept")"),
      replaced(fact, R"("value":{"lead")", R"("value":{"boss")"),
      replaced(fact, R"("begin":10)", R"("begin":"x")"),
      replaced(cell, R"("verdict":"correct")", R"("verdict":"wrong")"),
      replaced(cell, R"("status":"partial")", R"("status":"half")"),
      replaced(cell, R"("links":["Trồng cây."])", R"("links":"x")"),
  };
  for (const std::string& line : wrong)
    EXPECT_FALSE(decision_from_json(line).has_value()) << line;
}

TEST(NamesCorrection, TellsNobodyFromNotSaid) {
  EXPECT_EQ(names_correction({}, {}), "");
  EXPECT_EQ(names_correction({""}, {}), R"({"lead":[]})");
  EXPECT_EQ(names_correction({"A"}, {"B", "C"}),
            R"({"lead":["A"],"support":["B","C"]})");
}

TEST(CellValues, AreReadAsTheyAreWritten) {
  const CoverageVerdict value{Coverage::partial, {"Quét \"chợ\"."}};
  const auto read = coverage_verdict_from_json(to_json(value));
  ASSERT_TRUE(read.has_value()) << read.error().message;
  EXPECT_EQ(*read, value);
  for (const char* wrong : {"", "3", "{}", R"({"status":"half"})",
                            R"({"status":"partial","links":3})"})
    EXPECT_FALSE(coverage_verdict_from_json(wrong).has_value()) << wrong;
}

TEST(ReviewVerdicts, HaveNamesThatReadBack) {
  for (std::size_t i = 0; i < kReviewVerdicts; ++i) {
    const auto verdict = static_cast<ReviewVerdict>(i);
    EXPECT_EQ(review_verdict_named(name_of(verdict)), verdict);
  }
  EXPECT_EQ(review_verdict_named("justify"), ReviewVerdict::justified);
  EXPECT_EQ(review_verdict_named(""), std::nullopt);
}

}  // namespace
}  // namespace kehoach
