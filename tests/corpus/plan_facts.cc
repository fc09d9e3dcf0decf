#include "corpus/plan_facts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

#include "rulebook/shipped.h"

namespace kehoach {
namespace {

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

}  // namespace

Plan plan_in(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(in), {});
  Result<Plan> plan = read_plan(bytes, path.string(), shipped());
  EXPECT_TRUE(plan.has_value()) << path << ": " << plan.error().message;
  return plan ? std::move(*plan) : Plan{};
}

std::string without_white(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' && c != '\n') out += c;
  }
  return out;
}

const std::vector<FactKind> kFactKinds = {
    {"document", document_of},       {"references", references_of},
    {"obligations", obligations_of}, {"deadlines", deadlines_of},
    {"targets", targets_of},
};

std::string differences(const Facts& have, const Facts& want) {
  std::string out;
  for (std::size_t i = 0; i < std::max(have.size(), want.size()); ++i) {
    const std::string a = i < have.size() ? have[i] : "(nothing)";
    const std::string b = i < want.size() ? want[i] : "(nothing)";
    if (a == b) continue;
    out.append("have: ").append(a).append("\nwant: ").append(b);
    out += '\n';
  }
  return out;
}

}  // namespace kehoach
