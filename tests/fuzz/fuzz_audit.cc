// Whatever two plans say: a plan carries out itself, links point into the
// child, shares are shares, and auditing again gives the same.
#include "audit/audit.h"
#include "fuzz/fuzz.h"

namespace kehoach {
namespace {

const AuditRules& rules() {
  static const Result<Rulebook> book = default_rulebook();
  FUZZ_CHECK(book.has_value());
  return book->audit();
}

// The lines of `text` as obligations.
Plan plan_of(std::string_view text) {
  constexpr std::size_t kMostLines = 200;
  constexpr std::size_t kLongestLine = 4000;
  Plan plan;
  for (const std::string_view line : split(text, '\n')) {
    if (trim(line).empty() || plan.obligations.size() == kMostLines) continue;
    Obligation& o = plan.obligations.emplace_back();
    o.id = "o" + std::to_string(plan.obligations.size());
    o.evidence.quote = std::string(line.substr(0, kLongestLine));
    o.evidence.span = {0, static_cast<std::uint32_t>(o.evidence.quote.size())};
  }
  return plan;
}

bool is_of(const Plan& plan, const AuditedObligation& shown) {
  for (const Obligation& o : plan.obligations) {
    if (o.id == shown.id) return o.evidence.quote == shown.quote;
  }
  return false;
}

void check(const Audit& audit, const Plan& parent, const Plan& child) {
  FUZZ_CHECK(audit.items.size() == parent.obligations.size());
  for (const AuditItem& item : audit.items) {
    FUZZ_CHECK(is_of(parent, item.parent));
    FUZZ_CHECK(item.score >= 0 && item.score <= 1);
    FUZZ_CHECK(item.status == Coverage::missing || !item.links.empty());
    for (const AuditLink& link : item.links) {
      FUZZ_CHECK(is_of(child, link.child));
      FUZZ_CHECK(link.score > 0 && link.score <= 1);
    }
  }
  for (const AuditedObligation& own : audit.own) FUZZ_CHECK(is_of(child, own));
}

bool has_word(const std::string& text) {
  return !fold_for_search(text).empty();
}

}  // namespace
}  // namespace kehoach

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using namespace kehoach;
  const std::string_view text = fuzz_text(data, size);
  const Plan parent = plan_of(text.substr(0, text.size() / 2));
  const Plan child = plan_of(text.substr(text.size() / 2));
  const Auditor auditor(parent, rules());
  const Audit once = auditor.audit(child);
  check(once, parent, child);
  FUZZ_CHECK(once == auditor.explain(child).audit);
  const Audit itself = auditor.audit(parent);
  check(itself, parent, parent);
  for (const AuditItem& item : itself.items) {
    if (has_word(item.parent.quote))
      FUZZ_CHECK(item.status == Coverage::covered);
  }
  return 0;
}
