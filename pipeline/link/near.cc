#include "link/near.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "text/text.h"

namespace kehoach {
namespace {

// Two texts with a share s agree in a band with probability s^3, so that they
// are compared with 1 - (1 - s^3)^42: 0.98 at 0.45, 0.04 at 0.1.
constexpr std::size_t kRows = 3;
constexpr std::size_t kBands = kSketchSize / kRows;
constexpr std::size_t kNeighbours = 8;

// The years in a title: `Cải cách hành chính năm 2025`.
std::vector<std::string> years_in(std::string_view title) {
  std::vector<std::string> years;
  const std::string folded = fold_for_search(title);
  for (const std::string_view word : split(folded, ' ')) {
    const bool digits = std::all_of(
        word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (digits && word.size() == 4 &&
        (starts_with(word, "19") || starts_with(word, "20")))
      years.emplace_back(word);
  }
  return years;
}

bool differ(const std::string& a, const std::string& b) {
  return !a.empty() && !b.empty() && a != b;
}

// Whether one may be the other with some letters that were recognised wrongly,
// or with the motto beside it taken for a part of the name.
bool are_spelt_alike(const std::string& a, const std::string& b,
                     std::size_t wrong_bytes) {
  return !differ(a, b) || starts_with(a, b + " ") || starts_with(b, a + " ") ||
         edit_distance(a, b) <= wrong_bytes;
}

bool may_be_misread(const ComparedDocument& a, const ComparedDocument& b) {
  constexpr std::size_t kTwoLetters = 4;
  return are_spelt_alike(a.unit, b.unit, kTwoLetters) &&
         are_spelt_alike(a.organ, b.organ, 1);
}

struct Entry {
  ComparedDocument document;
  std::vector<std::string> years;
};

using Recognised = std::function<bool(DocumentId)>;

bool have_one_issuer(const ComparedDocument& a, const ComparedDocument& b,
                     const Recognised& recognised) {
  const bool dated = !a.issued_on.empty() && !b.issued_on.empty();
  const bool numbered = !a.number.empty() && !b.number.empty();
  const bool one_date = dated && a.issued_on == b.issued_on;
  const bool one_number = numbered && a.number == b.number;
  // Of an issuer that is not known, number and date must say which it is.
  if (a.unit.empty() || b.unit.empty())
    return one_date || one_number || (!dated && !numbered);
  if (!differ(a.unit, b.unit) && !differ(a.organ, b.organ)) return true;
  return may_be_misread(a, b) &&
         ((one_date && one_number) || recognised(a.id) || recognised(b.id));
}

// Whether nothing says that they are two plans.
bool may_be_one(const Entry& a, const Entry& b, const Recognised& recognised) {
  const bool one_year =
      a.years.empty() || b.years.empty() || a.years == b.years;
  return one_year && have_one_issuer(a.document, b.document, recognised);
}

using Pair = std::pair<std::size_t, std::size_t>;

class Comparison {
 public:
  Comparison(const std::vector<Entry>& entries, const Recognised& recognised)
      : entries_(entries), recognised_(recognised) {}

  void compare_band(std::size_t band) {
    std::vector<std::pair<Key, std::size_t>> order;
    order.reserve(entries_.size());
    for (std::size_t i = 0; i < entries_.size(); ++i)
      order.emplace_back(key(entries_[i].document.sketch, band), i);
    std::sort(order.begin(), order.end());
    for (std::size_t at = 1; at < order.size(); ++at) {
      const std::size_t first = at - std::min(at, kNeighbours);
      for (std::size_t before = at;
           before-- > first && order[before].first == order[at].first;)
        compare(order[before].second, order[at].second);
    }
  }
  [[nodiscard]] const std::map<Pair, double>& near() const { return near_; }

 private:
  using Key = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>;
  static Key key(const Sketch& sketch, std::size_t band) {
    const std::size_t at = band * kRows;
    return {sketch[at], sketch[at + 1], sketch[at + 2]};
  }

  // Two texts that are nearly one agree in most bands, and are judged once.
  void compare(std::size_t a, std::size_t b) {
    const double share = share_in_common(entries_[a].document.sketch,
                                         entries_[b].document.sketch);
    if (share >= kNearShare && judged_.emplace(a, b).second &&
        may_be_one(entries_[a], entries_[b], recognised_))
      near_.emplace(Pair{a, b}, share);
  }

  const std::vector<Entry>& entries_;
  const Recognised& recognised_;
  std::set<Pair> judged_;
  std::map<Pair, double> near_;
};

}  // namespace

std::vector<NearDuplicate> near_duplicates(
    std::vector<ComparedDocument> documents, const Recognised& recognised) {
  std::vector<Entry> entries;
  for (ComparedDocument& document : documents) {
    if (document.sketch.size() != kSketchSize) continue;
    auto years = years_in(document.title);
    entries.push_back({std::move(document), std::move(years)});
  }
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return std::tie(a.document.unit, a.document.sha256) <
           std::tie(b.document.unit, b.document.sha256);
  });
  Comparison comparison(entries, recognised);
  for (std::size_t band = 0; band < kBands; ++band)
    comparison.compare_band(band);
  std::vector<std::tuple<std::string, std::string, NearDuplicate>> found;
  for (const auto& [pair, share] : comparison.near()) {
    const ComparedDocument* a = &entries[pair.first].document;
    const ComparedDocument* b = &entries[pair.second].document;
    if (b->sha256 < a->sha256) std::swap(a, b);
    found.emplace_back(a->sha256, b->sha256,
                       NearDuplicate{a->id, b->id, share});
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return std::tie(std::get<0>(a), std::get<1>(a)) <
           std::tie(std::get<0>(b), std::get<1>(b));
  });
  std::vector<NearDuplicate> pairs;
  for (const auto& [first, second, pair] : found) pairs.push_back(pair);
  return pairs;
}

}  // namespace kehoach
