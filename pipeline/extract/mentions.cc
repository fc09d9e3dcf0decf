// One entry for each document, however often it is named.

#include "extract/mentions.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace kehoach {
namespace {

std::string_view name_of_relation(Relation relation) {
  static constexpr std::array<std::string_view, 5> kNames = {
      "cites", "basis", "amends", "replaces", "implements"};
  return kNames[static_cast<std::size_t>(relation)];
}

// Letters and digits only, in lower case: what two spellings of a number share.
std::string key_of(std::string_view code) {
  std::string key;
  const std::string low = lower(code);
  for (std::size_t at = 0; at < low.size();) {
    const Codepoint c = decode_at(low, at);
    if (is_letter(c.value) || is_digit(c.value)) key += low.substr(at, c.size);
    at += c.size;
  }
  key.erase(0, std::min(key.find_first_not_of('0'), key.size()));
  return key;
}

class Merger {
 public:
  Merger(const Reading& reading, const Document& document,
         std::vector<Diagnostic>& diagnostics)
      : reading_(reading), document_(document), diagnostics_(diagnostics) {}

  std::vector<Reference> run(const std::vector<Mention>& mentions) {
    for (const Mention& mention : mentions) merge(mention);
    std::stable_sort(references_.begin(), references_.end(),
                     [](const Reference& a, const Reference& b) {
                       return a.evidence.span.begin < b.evidence.span.begin;
                     });
    return std::move(references_);
  }

 private:
  void merge(const Mention& mention) {
    const std::string key = key_of(mention.code.code);
    if (document_.code && key == key_of(*document_.code) && !is_other(mention))
      return reading_.remark(mention.span, mention.rule,
                             "no reference: the number of the plan itself");
    Reference* known = find(mention, key);
    if (known == nullptr) {
      with_key_[key].push_back(keys_.size());
      with_number_[mention.code.number].push_back(keys_.size());
      keys_.push_back(key);
      references_.push_back({reading_.evidence(mention.span, mention.rule),
                             mention.code.code, mention.type, mention.issued_on,
                             mention.issuer,
                             std::string(name_of_relation(mention.relation)),
                             false, stands_before_the_plan(mention)});
      relations_.push_back(mention.relation);
      titled_.push_back(mention.titled);
      symbols_.push_back(mention.code.symbol);
      return;
    }
    const auto at = static_cast<std::size_t>(known - references_.data());
    const std::string& year = mention.code.year;
    const bool agrees = !year.empty() && mention.issued_on &&
                        starts_with(*mention.issued_on, year);
    // The year inside a number tells which of two dates is misprinted.
    const bool later =
        agrees && known->issued_on && !starts_with(*known->issued_on, year);
    note_other_date(mention, *known, later);
    if (!known->issued_on || later) known->issued_on = mention.issued_on;
    if (mention.issuer && is_fuller(*mention.issuer, known->issuer)) {
      known->issuer = mention.issuer;
    }
    // A ground of the decision is none of the plan, which speaks for itself;
    // what the decision carries out the plan does, too.
    if (known->of_decision && !stands_before_the_plan(mention)) {
      known->of_decision = false;
      if (relations_[at] == Relation::basis) {
        relations_[at] = mention.relation;
        known->relation = name_of_relation(mention.relation);
      }
    }
    if (mention.relation > relations_[at]) {
      relations_[at] = mention.relation;
      known->relation = name_of_relation(mention.relation);
    }
    if (titled_[at] && !mention.titled) {
      known->code = mention.code.code;
      known->evidence = reading_.evidence(mention.span, mention.rule);
      titled_[at] = false;
    }
  }

  // In the decision that issues the plan.
  [[nodiscard]] bool stands_before_the_plan(const Mention& mention) const {
    return mention.span.begin < reading_.outline.plan_begin;
  }

  // Bodies count by themselves: `12/KH-UBND` of the province is carried out by
  // the district's own `12/KH-UBND`, and their dates tell them apart.
  [[nodiscard]] bool is_other(const Mention& mention) const {
    return mention.issued_on && document_.issued_on && mention.issuer &&
           mention.issued_on->size() == document_.issued_on->size() &&
           *mention.issued_on != *document_.issued_on;
  }

  void note_other_date(const Mention& mention, Reference& known,
                       bool later) const {
    if (!mention.issued_on || !known.issued_on ||
        *mention.issued_on == *known.issued_on)
      return;
    known.dates_differ = true;
    diagnostics_.push_back({Severity::warning, "reference-dates-differ",
                            known.code + " is of " + *known.issued_on +
                                " above and of " + *mention.issued_on +
                                " here; the " + (later ? "latter" : "first") +
                                " is kept",
                            mention.span});
  }

  // Capitals throughout have lost the case of the name.
  static bool is_fuller(const std::string& name,
                        const std::optional<std::string>& known) {
    if (!known || (is_all_upper(*known) && !is_all_upper(name))) return true;
    return name.size() > known->size() &&
           (!is_all_upper(name) || is_all_upper(*known));
  }

  // `16/KH-MTTQ-BTT` and `16/KH-BTT-MTTQ`: the parts of one symbol.
  static std::vector<std::string_view> sorted_parts(std::string_view symbol) {
    auto parts = split(symbol, '-');
    std::sort(parts.begin(), parts.end());
    return {parts.begin(), parts.end()};
  }

  // Numbers begin anew each year: `02/CT-UBND` of 4 July 2018 and of 15
  // November 2019 are two. One day of two years is one of them misprinted.
  static bool is_of_another_year(const Mention& mention,
                                 const Reference& known) {
    constexpr std::size_t kYear = 4;
    return mention.code.year.empty() && mention.issued_on && known.issued_on &&
           mention.issued_on->substr(0, kYear) !=
               known.issued_on->substr(0, kYear) &&
           mention.issued_on->substr(kYear) != known.issued_on->substr(kYear);
  }

  // The same number, or a short or misprinted form of it: `344/TU` for
  // `344-KH/TU`, `27/CTTg` for `27/CT-TTg`.
  [[nodiscard]] Reference* find(const Mention& mention,
                                const std::string& key) {
    bool of_another_year = false;
    for (const std::size_t i : with_key_[key]) {
      if (!is_of_another_year(mention, references_[i])) return &references_[i];
      of_another_year = true;
    }
    if (of_another_year) return nullptr;
    for (const std::size_t i : with_number_[mention.code.number]) {
      if (references_[i].type.empty()) continue;
      const bool same_kind = references_[i].type == mention.type;
      const bool short_form =
          mention.code.type.empty() &&
          ends_with(keys_[i], key.substr(std::min(key.size(),
                                                  mention.code.number.size())));
      // A decision of the year's own numbers is not the rule `5/2024/QĐ-TTg`.
      const bool turned =
          (symbols_[i] != mention.code.symbol ||
           (mention.issued_on &&
            references_[i].issued_on == mention.issued_on)) &&
          sorted_parts(symbols_[i]) == sorted_parts(mention.code.symbol);
      // `102/2025/NQLT` for `102/2025/NQLT-UBTVQH15-CP`.
      const bool cut = mention.code.type.empty() &&
                       !mention.code.year.empty() && starts_with(keys_[i], key);
      const bool misprint =
          mention.code.type.empty() && edit_distance(keys_[i], key) <= 1;
      if (same_kind && (short_form || cut || misprint || turned))
        return &references_[i];
    }
    return nullptr;
  }

  const Reading& reading_;
  const Document& document_;
  std::vector<Diagnostic>& diagnostics_;
  std::vector<Reference> references_;
  std::vector<std::string> keys_;
  std::unordered_map<std::string, std::vector<std::size_t>> with_key_;
  std::unordered_map<std::string, std::vector<std::size_t>> with_number_;
  std::vector<std::string> symbols_;
  std::vector<Relation> relations_;
  std::vector<bool> titled_;
};

}  // namespace

std::vector<Reference> merge_mentions(const Reading& reading,
                                      const Document& document,
                                      const std::vector<Mention>& mentions,
                                      std::vector<Diagnostic>& diagnostics) {
  return Merger(reading, document, diagnostics).run(mentions);
}

}  // namespace kehoach
