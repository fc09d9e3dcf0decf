// A plan says nearly the same when it was scanned: corpus/scans beside the PDF
// files that they were made from.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "corpus/files.h"
#include "pipeline.h"
#include "rulebook/shipped.h"

namespace kehoach {
namespace {

namespace fs = std::filesystem;

const fs::path& corpus() {
  static const fs::path folder = fs::path(KEHOACH_SOURCE_DIR) / "corpus";
  return folder;
}

Plan plan_in(const fs::path& path, const ReadOptions& options = {}) {
  const Rulebook& rules = shipped();
  Result<Plan> plan = read_plan(bytes_of(path), path.string(), rules, options);
  EXPECT_TRUE(plan.has_value()) << path << ": " << plan.error().message;
  return plan ? std::move(*plan) : Plan{};
}

std::u32string letters(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const Codepoint c = decode_at(text, at);
    if (c.value > 0x20) out += c.value;
    at += c.size;
  }
  return out;
}

// Letters to insert, drop or replace, for each letter of `right`.
double error_rate(std::string_view read, std::string_view right) {
  const std::u32string a = letters(read);
  const std::u32string b = letters(right);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j < row.size(); ++j) row[j] = j;
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t corner = row[0]++;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = corner + (a[i] == b[j] ? 0 : 1);
      corner = row[j + 1];
      row[j + 1] = std::min({replaced, corner + 1, row[j] + 1});
    }
  }
  return static_cast<double>(row.back()) / static_cast<double>(b.size());
}

// A fact: where it stands, and what it says there.
struct Fact {
  std::string quote;
  std::string values;
};
using Facts = std::vector<Fact>;

std::string names(const std::vector<std::string>& list) {
  std::string out;
  for (const std::string& name : list) out += fold_for_match(name) + ", ";
  return out;
}

std::map<std::string, Facts> facts_of(const Plan& plan) {
  std::map<std::string, Facts> out;
  const Document& d = plan.document;
  const std::pair<const char*, std::string> fields[] = {
      {"type", d.type},
      {"number", d.number.value_or("")},
      {"symbol", d.symbol.value_or("")},
      {"issued on", d.issued_on.value_or("")},
      {"place", d.place.value_or("")},
      {"issuer", d.issuer.value_or("")},
      {"level", d.level.value_or("")},
      {"signer", d.signer.value_or("")}};
  for (const auto& [field, value] : fields) {
    out["document"].push_back({field, value});
  }
  for (const Reference& r : plan.references) {
    out["references"].push_back(
        {r.code, r.issued_on.value_or("") + r.relation});
  }
  for (const Obligation& o : plan.obligations) {
    out["obligations"].push_back(
        {o.evidence.quote, names(o.lead) + "| " + names(o.support)});
  }
  for (const Deadline& t : plan.deadlines) {
    out["deadlines"].push_back(
        {t.evidence.quote, t.kind + " " + t.value.value_or("")});
  }
  for (const Target& t : plan.targets) {
    std::ostringstream values;
    values << t.comparator << t.value << ' ' << t.value_to.value_or(0)
           << t.due.value_or("");
    out["targets"].push_back({t.evidence.quote, values.str()});
  }
  return out;
}

// The share of words that two quotes have in common, of the longer one.
double likeness(const Fact& a, const Fact& b) {
  const std::string left = fold_for_match(a.quote);
  const std::string right = fold_for_match(b.quote);
  const auto words = split(left, ' ');
  auto others = split(right, ' ');
  const std::size_t most = std::max(words.size(), others.size());
  std::size_t common = 0;
  for (const std::string_view word : words) {
    const auto at = std::find(others.begin(), others.end(), word);
    if (at == others.end()) continue;
    others.erase(at);
    ++common;
  }
  return static_cast<double>(common) / static_cast<double>(most);
}

// Harmonic mean of precision and recall of `read`: a fact is right if it stands
// in the right place and says the same.
double f1(const Facts& read, Facts right) {
  constexpr double kSamePlace = 0.6;
  const std::size_t all = read.size() + right.size();
  if (all == 0) return 1;
  std::size_t found = 0;
  for (const Fact& fact : read) {
    const auto at =
        std::find_if(right.begin(), right.end(), [&](const Fact& other) {
          return fact.values == other.values &&
                 likeness(fact, other) >= kSamePlace;
        });
    if (at == right.end()) continue;
    right.erase(at);
    ++found;
  }
  return 2 * static_cast<double>(found) / static_cast<double>(all);
}

struct Scan {
  const char* name;
  const char* ending;
  const char* media_type;
  std::uint32_t pages;
};

void expect_confidences(const Plan& plan) {
  ASSERT_FALSE(plan.obligations.empty());
  for (const Obligation& o : plan.obligations) {
    EXPECT_GE(o.evidence.confidence, 0) << o.evidence.quote;
    EXPECT_LT(o.evidence.confidence, 1) << o.evidence.quote;
    EXPECT_GE(o.evidence.page, 1U) << o.evidence.quote;
    EXPECT_FALSE(o.evidence.box.empty()) << o.evidence.quote;
  }
}

// Whole plans, in a PDF of pictures and in a TIFF.
TEST(CorpusScans, SayWhatTheirPlansSay) {
  const Scan scans[] = {
      {"10-ke-hoach-18-thi-tran-rach-gam", ".pdf", "application/pdf", 2},
      {"11-ke-hoach-dac-khu-hon-nhan", ".tiff", "image/tiff", 2},
  };
  double sum = 0;
  int kinds = 0;
  for (const Scan& scan : scans) {
    const Plan read =
        plan_in(corpus() / "scans" / (scan.name + std::string(scan.ending)));
    const Plan right = plan_in(corpus() / (std::string(scan.name) + ".pdf"));
    EXPECT_EQ(read.source.media_type, scan.media_type);
    EXPECT_EQ(read.source.pages, scan.pages);
    EXPECT_LE(error_rate(read.text, right.text), 0.015) << scan.name;
    expect_confidences(read);
    auto facts = facts_of(read);
    for (const auto& [kind, wanted] : facts_of(right)) {
      const double value = f1(facts[kind], wanted);
      RecordProperty(std::string(scan.name) + " " + kind,
                     std::to_string(value));
      sum += value;
      ++kinds;
    }
  }
  EXPECT_GE(sum / kinds, 0.90);
}

// One page in grey and one in black and white.
TEST(CorpusScans, AreReadFromPngAndJpeg) {
  const Scan scans[] = {
      {"13-ke-hoach-truong-thcs-phu-khe", ".png", "image/png", 1},
      {"12-ke-hoach-so-tnmt-cuu-ha", ".jpg", "image/jpeg", 1},
  };
  for (const Scan& scan : scans) {
    const std::string path =
        corpus() / "scans" / (scan.name + std::string(scan.ending));
    const auto read = kehoach::read(bytes_of(path), path);
    ASSERT_TRUE(read.has_value()) << read.error().message;
    EXPECT_EQ(read->media_type, scan.media_type);
    EXPECT_EQ(read->pages, scan.pages);
    const auto whole = kehoach::read(
        bytes_of(corpus() / (std::string(scan.name) + ".pdf")), "a.pdf");
    ASSERT_TRUE(whole.has_value());
    std::string first_page;
    for (const SourceLine& line : whole->lines) {
      if (line.page == 1) first_page += slice(whole->text, line.span);
    }
    EXPECT_LE(error_rate(read->text, first_page), 0.015) << scan.name;
  }
}

// The same in, the same out: on one thread or two, with an engine that has read
// before or a new one.
TEST(CorpusScans, AreReadTheSameOnTwoThreads) {
  const std::string bytes =
      bytes_of(corpus() / "scans" / "10-ke-hoach-18-thi-tran-rach-gam.pdf");
  OcrPool engines;
  const ReadOptions one{.engines = &engines};
  const ReadOptions two{.engines = &engines, .threads = 2};
  const auto first = read(bytes, "a.pdf", one);
  const auto second = read(bytes, "a.pdf", two);
  ASSERT_TRUE(first.has_value() && second.has_value());
  EXPECT_EQ(first->text, second->text);
  EXPECT_EQ(first->words, second->words);
  EXPECT_EQ(first->diagnostics, second->diagnostics);
}

// Boxes lie on the page as it was scanned, not as it was set straight.
TEST(CorpusScans, PutWordsWhereTheyArePrinted) {
  const auto scanned =
      read(bytes_of(corpus() / "scans" / "13-ke-hoach-truong-thcs-phu-khe.png"),
           "a.png");
  ASSERT_TRUE(scanned.has_value());
  const auto printed =
      read(bytes_of(corpus() / "13-ke-hoach-truong-thcs-phu-khe.pdf"), "a.pdf");
  ASSERT_TRUE(printed.has_value());
  // The page was turned by 0.3 degrees: no word is moved by more than this.
  constexpr float kMoved = 5;
  std::size_t near = 0;
  for (const SourceWord& word : scanned->words) {
    near +=
        std::any_of(printed->words.begin(), printed->words.end(),
                    [&](const SourceWord& other) {
                      return other.page == 1 &&
                             slice(printed->text, other.span) ==
                                 slice(scanned->text, word.span) &&
                             std::abs(other.box.x0 - word.box.x0) < kMoved &&
                             std::abs(other.box.y1 - word.box.y1) < kMoved;
                    });
  }
  EXPECT_GT(near * 10, scanned->words.size() * 9);
}

}  // namespace
}  // namespace kehoach
