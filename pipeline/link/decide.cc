#include "link/decide.h"

#include <algorithm>

#include "link/full_date.h"
#include "text/text.h"

namespace kehoach {
namespace {

constexpr std::size_t kMostCandidates = 20;
// A plan without a number has to share this part of its title with what stands
// around the citation.
constexpr double kTitleShare = 0.5;

int number_in(const std::string& text, std::size_t at, std::size_t size) {
  int value = 0;
  for (const char c : text.substr(at, size)) {
    if (c >= '0' && c <= '9') value = value * 10 + (c - '0');
  }
  return value;
}

// Terms of party committees: the numbers of each begin anew with the congress,
// in the centre about February, in the provinces the October before.
int term_of(const std::string& date, bool central) {
  constexpr int kFirst = 1991;  // the seventh congress
  const int year = number_in(date, 0, 4);
  const int month = date.size() >= 7 ? number_in(date, 5, 2) : 7;
  const int months = (year - kFirst) * 12 + month - (central ? 2 : -2);
  return (months + 1200) / 60;
}

enum class Issuer : std::uint8_t {
  agrees,
  chain,    // agrees, its place being that of the citing document
  open,     // too little is said
  differs,  // another body of a place that agrees or is not known
  other,    // of another place
};

Issuer compare_names(const Cited& cited, const AdminUnit& meant,
                     const Candidate& candidate, const Places& places) {
  const AdminUnit& unit = candidate.body.unit;
  const bool chained = cited.body.unit.name.empty();
  if (meant.name.empty() || unit.name.empty()) return Issuer::open;
  if (meant.name == unit.name) return chained ? Issuer::chain : Issuer::agrees;
  // The province of today may have been another one then.
  if (chained && places.went_into(unit.name, meant.name)) return Issuer::open;
  return Issuer::other;
}

// No issuer is written: who in the chain of the citing document may it be?
Issuer compare_chain(const Cited& cited, const Candidate& candidate) {
  const AdminUnit& unit = candidate.body.unit;
  if (unit.name.empty()) return Issuer::open;
  const std::string& known = cited.chain.at(unit.tiers);
  if (known.empty()) return Issuer::open;
  return known == unit.name ? Issuer::chain : Issuer::other;
}

bool classes_differ(BodyClass a, BodyClass b) {
  return a != BodyClass::unknown && b != BodyClass::unknown && a != b;
}

bool tiers_differ(std::uint8_t a, std::uint8_t b) {
  return a != kNoTier && b != kNoTier && (a & b) == 0;
}

Issuer compare_issuers(const Cited& cited, const AdminUnit& meant,
                       const Candidate& candidate, const Places& places) {
  const bool national = places.is_national(candidate.code.organ);
  if (!cited.has_issuer)
    return national ? Issuer::agrees : compare_chain(cited, candidate);
  const bool wrong_tier = tiers_differ(meant.tiers, candidate.body.unit.tiers);
  if (national)
    return wrong_tier && meant.tiers != kCentral ? Issuer::differs
                                                 : Issuer::agrees;
  const bool wrong =
      wrong_tier || classes_differ(cited.body.cls, candidate.body.cls);
  const Issuer names = compare_names(cited, meant, candidate, places);
  if (!wrong) return names;
  // Where the place is not sure, two bodies of one number are no slip.
  return names == Issuer::agrees || names == Issuer::chain ? Issuer::differs
                                                           : Issuer::other;
}

// Kinds of documents that are told apart by one of them only.
bool same_kind(const CodeParts& a, const CodeParts& b) {
  return a.type.empty() || b.type.empty() || a.type == b.type;
}

bool same_number(const CodeParts& cited, const CodeParts& known) {
  return cited.number == known.number &&
         (cited.organ.empty() || cited.organ == known.organ) &&
         (cited.year.empty() || known.year.empty() ||
          cited.year == known.year) &&
         same_kind(cited, known);
}

// No document names one that is not there yet, unless by its very date.
bool is_too_late(const Cited& cited, const Candidate& candidate, Dates dates) {
  return dates != Dates::equal && is_full(cited.by_issued_on) &&
         candidate.issued_on.substr(0, kFullDate) > cited.by_issued_on;
}

// Departments of districts end with these.
bool has_districts(const Cited& cited) {
  const std::string& day =
      cited.issued_on.size() >= 4 ? cited.issued_on : cited.by_issued_on;
  return !day.empty() && day < kTwoTiersFrom;
}

// What speaks for a candidate, the best first.
enum class Weight : std::uint8_t {
  certain,   // issuer and date
  likely,    // issuer, the date not against it; or date, the issuer likewise
  by_title,  // a plan without number: issuer, date, its title near by
  conflict,  // its own, but for date or issuer
  number,    // the number alone
  none,
};

struct Weighed {
  Weight weight = Weight::none;
  std::string_view grounds;
};

Weighed weigh_numbered(const Cited& cited, const AdminUnit& meant,
                       const Candidate& c, const Places& places) {
  if (!same_number(cited.code, c.code)) return {};
  const Dates dates =
      compare_dates(c.code, cited.issued_on, c.issued_on, places);
  if (dates == Dates::another || is_too_late(cited, c, dates)) return {};
  const bool equal = dates == Dates::equal;
  switch (compare_issuers(cited, meant, c, places)) {
    case Issuer::agrees:
      if (equal) return {Weight::certain, "issuer date"};
      return dates == Dates::open ? Weighed{Weight::likely, "issuer"}
                                  : Weighed{Weight::conflict, "other-date"};
    case Issuer::chain:
      if (equal) return {Weight::certain, "chain date"};
      return dates == Dates::open ? Weighed{Weight::likely, "chain"}
                                  : Weighed{Weight::conflict, "other-date"};
    case Issuer::open:
      if (equal) return {Weight::likely, "date"};
      return dates == Dates::open ? Weighed{Weight::number, "number"}
                                  : Weighed{};
    case Issuer::differs:
      return equal ? Weighed{Weight::conflict, "other-issuer"} : Weighed{};
    case Issuer::other:
      return {};
  }
  return {};
}

// A plan whose number is blank is known by issuer, date and title.
Weighed weigh_blank(const Cited& cited, const AdminUnit& meant,
                    const Candidate& c, const Places& places) {
  if (!same_kind(cited.code, c.code)) return {};
  if (!c.code.organ.empty() && c.code.organ != cited.code.organ) return {};
  const Dates dates =
      compare_dates(cited.code, cited.issued_on, c.issued_on, places);
  if (dates != Dates::equal && dates != Dates::open) return {};
  if (is_too_late(cited, c, dates)) return {};
  const bool year_known =
      cited.issued_on.size() >= 4 && c.issued_on.size() >= 4;
  if (dates == Dates::open && !year_known) return {};
  const Issuer issuer = compare_issuers(cited, meant, c, places);
  if (issuer != Issuer::agrees && issuer != Issuer::chain) return {};
  if (title_share(c.title, cited.context, places) < kTitleShare) return {};
  return {Weight::by_title,
          issuer == Issuer::agrees ? "issuer date title" : "chain date title"};
}

}  // namespace

Dates compare_dates(const CodeParts& code, const std::string& a,
                    const std::string& b, const Places& places) {
  if (a.size() < 4 || b.size() < 4) return Dates::open;
  if (a == b) return is_full(a) ? Dates::equal : Dates::open;
  if (starts_with(a, b) || starts_with(b, a)) return Dates::open;
  if (!code.year.empty()) return Dates::differ;
  if (places.is_party(code.organ)) {
    const bool central = places.is_national(code.organ);
    return term_of(a, central) == term_of(b, central) ? Dates::differ
                                                      : Dates::another;
  }
  const bool same_year = a.compare(0, 4, b, 0, 4) == 0;
  // The same day of another year is a slip of the pen.
  const bool same_day = is_full(a) && is_full(b) && a.substr(4) == b.substr(4);
  return same_year || same_day ? Dates::differ : Dates::another;
}

double title_share(std::string_view title, std::string_view text,
                   const Places& places) {
  const auto words = places.telling_words(title);
  if (words.empty()) return 0;
  const auto there = places.telling_words(text);
  const auto shared =
      std::count_if(words.begin(), words.end(),
                    [&](const std::string& w) { return there.count(w) > 0; });
  return static_cast<double>(shared) / static_cast<double>(words.size());
}

AdminUnit meant_unit(const Cited& cited, const Places& places) {
  AdminUnit unit = cited.body.unit;
  if (places.is_national(cited.code.organ) && unit.tiers == kNoTier)
    unit.tiers = kCentral;
  if (!unit.name.empty() || unit.tiers == kCentral) return unit;
  // `UBND thành phố` of a commune is that of the city above it, of a province
  // without districts the province's: the nearest in the chain.
  if (unit.tiers == (kDistrict | kCommune) && has_districts(cited))
    unit.tiers = kDistrict;
  for (const Tier tier : {kCommune, kDistrict, kProvince}) {
    if ((unit.tiers & tier) == 0 || cited.chain.at(tier).empty()) continue;
    unit.tiers = tier;
    unit.name = cited.chain.at(tier);
    break;
  }
  return unit;
}

Decision decide(const Cited& cited,
                const std::vector<const Candidate*>& candidates,
                const Places& places) {
  const AdminUnit meant = meant_unit(cited, places);
  Weight best = Weight::none;
  std::string_view grounds;
  std::vector<DocumentId> plans;
  for (const Candidate* candidate : candidates) {
    const Candidate& c = *candidate;
    const Weighed weighed = c.code.number.empty()
                                ? weigh_blank(cited, meant, c, places)
                                : weigh_numbered(cited, meant, c, places);
    if (weighed.weight == Weight::none || weighed.weight > best) continue;
    if (c.plan == cited.by_plan && weighed.weight >= Weight::by_title) continue;
    if (weighed.weight < best) {
      plans.clear();
      grounds = weighed.grounds;
    }
    best = weighed.weight;
    grounds = std::max(grounds, weighed.grounds);
    plans.push_back(c.plan);
  }
  std::sort(plans.begin(), plans.end());
  plans.erase(std::unique(plans.begin(), plans.end()), plans.end());
  Decision decision;
  if (plans.empty()) return decision;
  decision.grounds = std::string(grounds);
  const bool one = plans.size() == 1;
  if (!one || best == Weight::number) {
    decision.state = LinkState::ambiguous;
    // Which of more to keep would hang on the order in which they came.
    if (plans.size() <= kMostCandidates) decision.candidates = std::move(plans);
    return decision;
  }
  decision.target = plans.front();
  decision.state = best == Weight::conflict         ? LinkState::conflicting
                   : plans.front() == cited.by_plan ? LinkState::self
                                                    : LinkState::resolved;
  return decision;
}

}  // namespace kehoach
