// Which documents of an archive are nearly the same text: the plans of corpus/
// in every format, copies of them that were changed, and plans of other bodies
// after the same model.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "bench/archive.h"
#include "corpus/files.h"
#include "link/link.h"
#include "pipeline.h"
#include "rulebook/shipped.h"
#include "store/temp_dir.h"

namespace kehoach {
namespace {

namespace fs = std::filesystem;

// Another number, and another day and month wherever there is one.
std::string redated(const std::string& text, std::mt19937& random) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool digit = text[at] >= '0' && text[at] <= '9';
    const bool alone = at == 0 || text[at - 1] < '0' || text[at - 1] > '9';
    const std::size_t end = text.find_first_not_of("0123456789", at);
    if (!digit || !alone || end == std::string::npos || end - at > 3 ||
        random() % 4 != 0) {
      out += text[at];
      continue;
    }
    out += std::to_string(1 + random() % 12);
    at = end - 1;
  }
  return out;
}

// One line of ten is one of another plan.
std::string rewritten_lines(const std::string& text,
                            const std::vector<std::string>& others,
                            std::mt19937& random) {
  constexpr std::size_t kSentence = 70;
  std::string out;
  for (const std::string_view line : split(text, '\n')) {
    const bool other = line.size() > kSentence && random() % 10 == 0;
    out.append(other ? others[random() % others.size()] : std::string(line))
        .append("\n");
  }
  return out;
}

// Of a hundred letters `percent` were recognised wrongly.
std::string misread(const std::string& text, unsigned percent,
                    std::mt19937& random) {
  constexpr std::string_view kWrong = "acdeiloumnrt";
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Codepoint c = decode_at(text, at);
    if (is_letter(c.value) && random() % 100 < percent) {
      const unsigned how = random() % 10;
      if (how > 1) out += kWrong[random() % kWrong.size()];
      if (how > 7) out += ' ';
    } else {
      append_utf8(out, c.value);
    }
    at += c.size;
  }
  return out;
}

// `11-ke-hoach-...` is one plan, whatever its ending.
std::string plan_of(const fs::path& path) {
  return path.filename().string().substr(0, 2);
}

class CorpusNear : public testing::Test {
 protected:
  void SetUp() override {
    auto opened = open_store(dir / "plans.db", Access::write);
    ASSERT_TRUE(opened);
    store = std::move(*opened);
    ASSERT_TRUE(store->begin_run({"1", "r"}, 1));
  }
  // `kind` says what it is, `plan` of which plan.
  void add(const std::string& kind, const std::string& plan,
           const std::string& name, const std::string& bytes) {
    auto read = read_plan(bytes, name, shipped(), {.keep = true});
    ASSERT_TRUE(read) << name << ": " << read.error().message;
    // Issuers that come out the same by chance are one.
    if (starts_with(kind, "model") && read->document.issuer) {
      if (!issuers.insert(plan_of(name) + *read->document.issuer).second)
        return;
    } else if (read->document.issuer) {
      issuers.insert(plan_of(name) + *read->document.issuer);
    }
    if (kind == "misread") {
      for (Obligation& o : read->obligations) o.evidence.confidence = 0.9F;
    }
    ASSERT_FALSE(read->sketch.empty()) << name;
    const std::string path = kind + "/" + name;
    ASSERT_TRUE(store->save_plan(
        {path, SourceStatus::loaded, "", sha256_hex(bytes), bytes.size()},
        *read));
    plans[path] = plan;
  }
  void link() {
    ASSERT_TRUE(link_archive(*store, shipped()));
    ASSERT_TRUE(store->finish_run({}, false));
  }
  // What was found of the pairs of one plan, and what else was found.
  struct Found {
    std::size_t right = 0, wrong = 0, missed = 0;
    std::size_t missed_misread = 0;  // of these
    std::string which;
  };
  Found judge() {
    Found found;
    std::set<std::pair<std::string, std::string>> pairs;
    const auto near = store->near_pairs();
    EXPECT_TRUE(near);
    for (const NearPair& pair : *near) {
      const std::string& a = pair.document.source_path;
      const std::string& b = pair.other.source_path;
      pairs.insert(std::minmax(a, b));
      const bool right = plans[a] == plans[b];
      ++(right ? found.right : found.wrong);
      if (!right)
        found.which +=
            "wrong " + a + " " + b + " " + std::to_string(pair.share) + "\n";
    }
    for (auto a = plans.begin(); a != plans.end(); ++a) {
      for (auto b = std::next(a); b != plans.end(); ++b) {
        if (a->second != b->second || pairs.count({a->first, b->first}) > 0)
          continue;
        ++found.missed;
        found.missed_misread +=
            starts_with(a->first, "misread") || starts_with(b->first, "misread")
                ? 1
                : 0;
        found.which += "missed " + a->first + " " + b->first + "\n";
      }
    }
    return found;
  }

  TempDir dir;
  std::unique_ptr<Store> store;
  std::map<std::string, std::string> plans;  // by path
  std::set<std::string> issuers;             // of each plan
};

TEST_F(CorpusNear, FindsCopiesAndNoPlansAfterOneModel) {
  const fs::path corpus = fs::path(KEHOACH_SOURCE_DIR) / "corpus";
  std::vector<fs::path> files;
  for (const auto& folder : {corpus, corpus / "scans"}) {
    for (const auto& entry : fs::directory_iterator(folder)) {
      const std::string end = entry.path().extension();
      for (const char* known :
           {".txt", ".md", ".html", ".docx", ".pdf", ".tiff"}) {
        if (end == known && entry.path().filename() != "README.md")
          files.push_back(entry.path());
      }
    }
  }
  std::sort(files.begin(), files.end());
  std::vector<std::string> sentences;
  for (const fs::path& path : corpus_texts()) {
    const std::string text = bytes_of(path);
    for (const std::string_view line : split(text, '\n'))
      if (line.size() > 70) sentences.emplace_back(line);
  }
  for (const fs::path& path : files) {
    const std::string folder = path.parent_path().filename();
    add(folder, plan_of(path), path.filename(), bytes_of(path));
  }
  std::mt19937 random(1);
  std::uint64_t seed = 0;
  for (const fs::path& path : corpus_texts()) {
    const std::string text = bytes_of(path);
    const std::string name = path.filename();
    const std::string plan = plan_of(path);
    add("redated", plan, name, redated(text, random));
    add("rewritten", plan, name, rewritten_lines(text, sentences, random));
    add("misread", plan, name, misread(text, 2, random));
    for (int i = 0; i < 4; ++i) {
      const std::string other = std::to_string(++seed);
      add("model-" + other, other + plan, name, varied(text, seed));
    }
  }
  link();
  const Found found = judge();
  const auto all = static_cast<double>(found.right + found.missed);
  const double recall = static_cast<double>(found.right) / all;
  const double precision = static_cast<double>(found.right) /
                           static_cast<double>(found.right + found.wrong);
  RecordProperty("pairs", std::to_string(found.right + found.missed));
  RecordProperty("precision", std::to_string(precision));
  RecordProperty("recall", std::to_string(recall));
  EXPECT_GE(precision, 0.99) << found.which;
  EXPECT_GE(recall, 0.93) << found.which;
  // Nothing but a letterhead that can't be made out keeps a copy from being
  // found.
  EXPECT_EQ(found.missed, found.missed_misread) << found.which;
}

}  // namespace
}  // namespace kehoach
