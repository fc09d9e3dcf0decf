// A plan says the same in print as in text: for each PDF of corpus/, the facts
// read from it beside those read from the text that it was printed from.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "pipeline.h"

namespace kehoach {
namespace {

namespace fs = std::filesystem;
using Facts = std::vector<std::string>;

const Rulebook& rules() {
  static const Rulebook book = std::move(*default_rulebook());
  return book;
}

Plan plan_in(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(in), {});
  Result<Plan> plan = read_plan(bytes, path.string(), rules());
  EXPECT_TRUE(plan.has_value()) << path << ": " << plan.error().message;
  return plan ? std::move(*plan) : Plan{};
}

// Lines are broken elsewhere in print, and a code at its dash.
std::string without_white(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' && c != '\n') out += c;
  }
  return out;
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += name + ", ";
  return out;
}

// Facts as lines, so that a failure shows them and what they lack.
Facts document_of(const Plan& plan) {
  const Document& d = plan.document;
  return {"type " + d.type,
          "code " + d.code.value_or("-"),
          "issued on " + d.issued_on.value_or("-"),
          "place " + d.place.value_or("-"),
          "issuer " + d.issuer.value_or("-"),
          "level " + d.level.value_or("-"),
          "title " + without_white(d.title),
          "signer " + d.signer.value_or("-"),
          "recipients " + joined(d.recipients)};
}

Facts references_of(const Plan& plan) {
  Facts out;
  for (const Reference& r : plan.references) {
    out.push_back(r.code + " " + r.relation + " " + r.issued_on.value_or("-"));
  }
  return out;
}

Facts obligations_of(const Plan& plan) {
  Facts out;
  for (const Obligation& o : plan.obligations) {
    out.push_back(o.id + " " + o.path + " [" + joined(o.lead) + "] [" +
                  joined(o.support) + "] " + without_white(o.evidence.quote));
  }
  return out;
}

Facts deadlines_of(const Plan& plan) {
  Facts out;
  for (const Deadline& d : plan.deadlines) {
    out.push_back(d.kind + " " + d.bound + " " + d.value.value_or("-") + " " +
                  d.rrule.value_or("-") + " " + d.obligation.value_or("-"));
  }
  return out;
}

Facts targets_of(const Plan& plan) {
  Facts out;
  for (const Target& t : plan.targets) {
    std::ostringstream line;
    line << t.comparator << ' ' << t.value << ' ' << t.value_to.value_or(0)
         << ' ' << t.unit << ' ' << t.due.value_or("-") << ' '
         << without_white(t.indicator);
    out.push_back(line.str());
  }
  return out;
}

struct Kind {
  const char* name;
  Facts (*facts)(const Plan&);
};

constexpr Kind kKinds[] = {
    {"document", document_of},       {"references", references_of},
    {"obligations", obligations_of}, {"deadlines", deadlines_of},
    {"targets", targets_of},
};

// The lines in which the two differ; empty if they are equal.
std::string differences(const Facts& printed, const Facts& written) {
  std::string out;
  for (std::size_t i = 0; i < std::max(printed.size(), written.size()); ++i) {
    const std::string a = i < printed.size() ? printed[i] : "(nothing)";
    const std::string b = i < written.size() ? written[i] : "(nothing)";
    if (a == b) continue;
    out.append("printed: ").append(a).append("\nwritten: ").append(b);
    out += '\n';
  }
  return out;
}

// The text that `pdf` was printed from.
fs::path twin_of(fs::path pdf) {
  for (const char* ending : {".txt", ".md"}) {
    pdf.replace_extension(ending);
    if (fs::exists(pdf)) return pdf;
  }
  return {};
}

TEST(CorpusPdf, SaysWhatItsTextSays) {
  int count = 0;
  for (const auto& entry :
       fs::directory_iterator(fs::path(KEHOACH_SOURCE_DIR) / "corpus")) {
    if (entry.path().extension() != ".pdf") continue;
    ++count;
    const fs::path twin = twin_of(entry.path());
    ASSERT_FALSE(twin.empty()) << entry.path() << " has no text beside it";
    const Plan printed = plan_in(entry.path());
    const Plan written = plan_in(twin);
    EXPECT_FALSE(written.obligations.empty()) << twin;
    for (const Kind& kind : kKinds) {
      EXPECT_EQ(differences(kind.facts(printed), kind.facts(written)), "")
          << entry.path().filename() << ", " << kind.name;
    }
  }
  EXPECT_GT(count, 0) << "no PDF in corpus/";
}

// Each fact of a PDF leads back to a page and a place on it.
TEST(CorpusPdf, PutsItsFactsOnPages) {
  for (const auto& entry :
       fs::directory_iterator(fs::path(KEHOACH_SOURCE_DIR) / "corpus")) {
    if (entry.path().extension() != ".pdf") continue;
    const Plan plan = plan_in(entry.path());
    for (const Obligation& o : plan.obligations) {
      EXPECT_GT(o.evidence.page, 0U) << entry.path() << " " << o.id;
      EXPECT_LE(o.evidence.page, plan.source.pages) << o.id;
      EXPECT_FALSE(o.evidence.box.empty()) << entry.path() << " " << o.id;
    }
  }
}

}  // namespace
}  // namespace kehoach
