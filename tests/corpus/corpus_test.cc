// The plans written for this project against their expected readings: a fact
// that is missing and a fact that is extra both fail.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "corpus/files.h"
#include "pipeline.h"
#include "rulebook/shipped.h"

namespace kehoach {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> readings() {
  std::vector<fs::path> out;
  for (const auto& entry :
       fs::directory_iterator(fs::path(KEHOACH_SOURCE_DIR) / "corpus")) {
    if (entry.path().string().ends_with(".gold.json"))
      out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

fs::path document_of(const fs::path& reading) {
  std::string stem = reading.string();
  stem.resize(stem.size() - std::string_view(".gold.json").size());
  return fs::exists(stem + ".txt") ? stem + ".txt" : stem + ".md";
}

std::string text(const std::optional<std::string>& value) {
  return value.value_or("(none)");
}

std::string joined(std::vector<std::string> names) {
  std::sort(names.begin(), names.end());
  std::string out;
  for (const std::string& name : names) out += "[" + fold_for_match(name) + "]";
  return out;
}

// Words that both indicators share; the boundary of an indicator is a matter of
// taste, its words are not.
bool share_words(const std::string& a, const std::string& b) {
  std::set<std::string> words;
  std::istringstream in(fold_for_search(a));
  for (std::string word; in >> word;) words.insert(word);
  std::istringstream other(fold_for_search(b));
  std::size_t all = 0;
  std::size_t shared = 0;
  for (std::string word; other >> word;) ++all, shared += words.count(word);
  const std::size_t least = std::min(all, words.size());
  return least > 0 && shared * 10 >= least * 8;
}

using Facts = std::multiset<std::string>;

Facts facts_of(const Plan& plan) {
  Facts out;
  const Document& d = plan.document;
  out.insert("type " + d.type);
  out.insert("number " + text(d.number) + " symbol " + text(d.symbol) +
             " code " + text(d.code));
  out.insert("issued " + text(d.issued_on) + " at " + text(d.place));
  out.insert("issuer " + fold_for_match(text(d.issuer)) + " level " +
             text(d.level));
  out.insert("title " + d.title);
  out.insert("signer " + text(d.signer) + ", " + text(d.signer_title));
  for (const std::string& r : d.recipients) out.insert("recipient " + r);
  for (const Reference& r : plan.references) {
    out.insert("reference " + r.code + " " + r.type + " " + text(r.issued_on) +
               " " + r.relation);
  }
  for (const Obligation& o : plan.obligations) {
    out.insert("obligation " + o.evidence.quote + " lead " + joined(o.lead) +
               " support " + joined(o.support) + " " + o.modality);
  }
  for (const Deadline& d2 : plan.deadlines) {
    out.insert("deadline " + d2.evidence.quote + " " + d2.kind + " " +
               text(d2.value) + " " + text(d2.rrule));
  }
  for (const Target& t : plan.targets) {
    std::ostringstream line;
    line << "target " << t.comparator << ' ' << t.value << ".."
         << t.value_to.value_or(t.value) << ' ' << text(t.due)
         << (t.unit == "%" ? " %" : "");
    out.insert(line.str());
  }
  return out;
}

class CorpusTest : public ::testing::TestWithParam<fs::path> {};

TEST_P(CorpusTest, IsReadAsExpected) {
  const Rulebook& rules = shipped();
  const fs::path path = document_of(GetParam());
  const auto expected = plan_from_json(bytes_of(GetParam()));
  ASSERT_TRUE(expected) << expected.error().message;
  const auto plan = read_plan(bytes_of(path), path.filename().string(), rules);
  ASSERT_TRUE(plan) << plan.error().message;
  const Facts want = facts_of(*expected);
  const Facts have = facts_of(*plan);
  Facts missing;
  Facts extra;
  std::set_difference(want.begin(), want.end(), have.begin(), have.end(),
                      std::inserter(missing, missing.end()));
  std::set_difference(have.begin(), have.end(), want.begin(), want.end(),
                      std::inserter(extra, extra.end()));
  for (const std::string& fact : missing)
    ADD_FAILURE() << path.filename() << " misses: " << fact;
  for (const std::string& fact : extra)
    ADD_FAILURE() << path.filename() << " has besides: " << fact;
}

// Each expected target has a reading whose indicator and unit speak of the
// same.
TEST_P(CorpusTest, MeasuresTheSameThings) {
  const Rulebook& rules = shipped();
  const fs::path path = document_of(GetParam());
  const auto expected = plan_from_json(bytes_of(GetParam()));
  const auto plan = read_plan(bytes_of(path), path.filename().string(), rules);
  ASSERT_TRUE(expected && plan);
  for (const Target& want : expected->targets) {
    const bool found = std::any_of(
        plan->targets.begin(), plan->targets.end(), [&](const Target& t) {
          const bool same_unit =
              t.unit == want.unit || share_words(t.unit, want.unit);
          return t.value == want.value && t.due == want.due && same_unit &&
                 share_words(t.indicator, want.indicator);
        });
    EXPECT_TRUE(found) << path.filename() << ": " << want.evidence.quote;
  }
}

// Quotes are what stands under their spans, and spans stand inside the text.
TEST_P(CorpusTest, ShowsItsEvidence) {
  const Rulebook& rules = shipped();
  const fs::path path = document_of(GetParam());
  const auto plan = read_plan(bytes_of(path), path.filename().string(), rules);
  ASSERT_TRUE(plan);
  const auto check = [&](const Evidence& e) {
    std::string under(slice(plan->text, e.span));
    std::replace(under.begin(), under.end(), '\n', ' ');
    EXPECT_EQ(e.quote, under);
    EXPECT_FALSE(e.rule.empty());
  };
  for (const Reference& r : plan->references) check(r.evidence);
  for (const Obligation& o : plan->obligations) check(o.evidence);
  for (const Deadline& d : plan->deadlines) check(d.evidence);
  for (const Target& t : plan->targets) check(t.evidence);
}

std::string name_of_case(const ::testing::TestParamInfo<fs::path>& info) {
  std::string name = info.param.filename().string();
  for (char& c : name)
    c = std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
  return name;
}

INSTANTIATE_TEST_SUITE_P(Written, CorpusTest, ::testing::ValuesIn(readings()),
                         name_of_case);

TEST(Corpus, HoldsAtLeastTwelvePlans) { EXPECT_GE(readings().size(), 12U); }

}  // namespace
}  // namespace kehoach
