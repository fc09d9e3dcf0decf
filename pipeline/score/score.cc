#include "score/score.h"

#include <algorithm>
#include <cmath>

#include "score/likeness.h"
#include "score/matched.h"
#include "score/notes.h"
#include "text/text.h"

namespace kehoach {
namespace {

// Both empty, or enough words in common.
bool same_text(std::string_view a, std::string_view b, double least) {
  if (a.empty() || b.empty()) return a.empty() && b.empty();
  return least_overlap(words_of(a), words_of(b)) >= least;
}

template <typename T, typename F>
std::vector<Words> words_of_all(const std::vector<T>& items, F&& text) {
  std::vector<Words> out;
  out.reserve(items.size());
  for (const T& item : items) out.push_back(words_of(text(item)));
  return out;
}

template <typename T>
std::vector<Words> quotes_of(const std::vector<T>& items) {
  return words_of_all(items, [](const T& x) { return x.evidence.quote; });
}

class DocumentScore {
 public:
  DocumentScore(const std::string& name, const Gold& gold, const Plan& plan,
                Evaluation& run, std::vector<std::string>& notes)
      : name_(name),
        gold_(gold),
        g_(gold.plan),
        p_(plan),
        run_(run),
        notes_(notes) {}

  void add() {
    document();
    references();
    obligations();
    deadlines();
    targets();
  }

 private:
  void count(std::string_view row, std::size_t right, std::size_t gold,
             std::size_t found) {
    auto at = run_.rows.find(row);
    if (at == run_.rows.end()) at = run_.rows.emplace(row, Count{}).first;
    at->second.right += right;
    at->second.gold += gold;
    at->second.found += found;
  }

  // `right(i, j)`: whether fact `j` has the values of the gold item `i` that it
  // was matched with.
  template <typename T, typename F>
  void judge(std::string_view kind, const std::vector<T>& found,
             const Matched& m, F&& right) {
    const std::size_t first = run_.facts.size();
    for (std::size_t j = 0; j < found.size(); ++j)
      run_.facts.push_back(
          {name_, std::string(kind), j, found[j].evidence.certainty, false});
    for (const auto& [i, j] : m.pairs)
      run_.facts[first + j].right = right(i, j);
  }

  void note(std::string text) { notes_.push_back(std::move(text)); }

  template <typename T, typename F>
  void rest(std::string_view kind, const std::vector<T>& gold,
            const std::vector<T>& found, const Matched& m, F&& label) {
    for (std::size_t i = 0; i < gold.size(); ++i) {
      if (m.partner[i] == Matched::kNone)
        note(std::string(kind) + " missed: " + label(gold[i]));
    }
    for (std::size_t j = 0; j < found.size(); ++j) {
      if (!m.used[j])
        note(std::string(kind) + " wrongly found: " + label(found[j]));
    }
  }

  // ---- the document itself

  void field(std::string_view name, std::string_view gold,
             std::string_view found, double least = 0) {
    if (gold_.fields.find(name) == gold_.fields.end()) return;
    const bool right = least > 0
                           ? same_text(gold, found, least)
                           : fold_for_score(gold) == fold_for_score(found);
    count("document." + std::string(name), right ? 1 : 0, 1, 1);
    count("document (all fields)", right ? 1 : 0, 1, 1);
    if (!right)
      note("document." + std::string(name) + ": gold " + beginning(gold) +
           ", got " + beginning(found));
  }

  void document() {
    const Document& a = g_.document;
    const Document& b = p_.document;
    const std::string none;
    field("type", a.type, b.type);
    field("number", a.number.value_or(none), b.number.value_or(none));
    field("symbol", a.symbol.value_or(none), b.symbol.value_or(none));
    field("issued_on", a.issued_on.value_or(none), b.issued_on.value_or(none));
    field("place", a.place.value_or(none), b.place.value_or(none));
    field("issuer", a.issuer.value_or(none), b.issuer.value_or(none), 0.85);
    field("level", a.level.value_or(none), b.level.value_or(none));
    field("title", a.title, b.title, 0.9);
    field("signer", a.signer.value_or(none), b.signer.value_or(none));
    if (gold_.fields.count("recipients") == 0) return;
    const auto words = [](const std::vector<std::string>& lines) {
      return words_of_all(lines, without_brackets);
    };
    const auto x = words(a.recipients);
    const auto y = words(b.recipients);
    const Pairs pairs =
        pair_up(x.size(), y.size(), [&](std::size_t i, std::size_t j) {
          return least_overlap(x[i], y[j]) >= 0.7 ? 1.0 : 0.0;
        });
    count("document.recipients", pairs.size(), x.size(), y.size());
  }

  // ---- references

  // What the decision around the plan names is none of its references.
  static std::vector<Reference> of_plan(std::vector<Reference> all) {
    all.erase(std::remove_if(all.begin(), all.end(),
                             [](const Reference& r) { return r.of_decision; }),
              all.end());
    return all;
  }

  void references() {
    const auto a = of_plan(g_.references);
    const auto b = of_plan(p_.references);
    const auto keys = [](const std::vector<Reference>& all) {
      std::vector<std::string> out;
      for (const Reference& r : all) out.push_back(code_key(r.code));
      return out;
    };
    const auto x = keys(a);
    const auto y = keys(b);
    const Matched m = match(
        a.size(), b.size(),
        [&](std::size_t i, std::size_t j) { return x[i] == y[j] ? 1.0 : 0.0; });
    count("references relaxed (code)", m.pairs.size(), a.size(), b.size());
    std::size_t strict = 0;
    const auto same = [&](std::size_t i, std::size_t j) {
      return a[i].issued_on == b[j].issued_on && a[i].relation == b[j].relation;
    };
    judge("references", b, m, same);
    for (const auto& [i, j] : m.pairs) {
      const bool right = same(i, j);
      strict += right ? 1 : 0;
      if (!right)
        note("reference " + a[i].code + ": gold " + text_of(a[i].issued_on) +
             " " + a[i].relation + ", got " + text_of(b[j].issued_on) + " " +
             b[j].relation);
    }
    count("references strict (+date, relation)", strict, a.size(), b.size());
    parents(a, b, x, y);
    rest("reference", a, b, m, [](const Reference& r) { return r.code; });
  }

  void parents(const std::vector<Reference>& gold,
               const std::vector<Reference>& found,
               const std::vector<std::string>& x,
               const std::vector<std::string>& y) {
    const auto only = [](const std::vector<Reference>& all,
                         const std::vector<std::string>& keys) {
      std::set<std::string> out;
      for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].relation == "implements") out.insert(keys[i]);
      }
      return out;
    };
    const auto a = only(gold, x);
    const auto b = only(found, y);
    const auto both = std::count_if(
        a.begin(), a.end(), [&](const auto& key) { return b.count(key) > 0; });
    count("references.parents", static_cast<std::size_t>(both), a.size(),
          b.size());
  }

  // ---- obligations

  // How many names of a role are right, and whether all are.
  struct Names {
    std::size_t right = 0;
    bool all = false;
  };

  static Names names(const std::vector<std::string>& gold,
                     const std::vector<std::string>& found) {
    const auto words = [](const std::vector<std::string>& bodies) {
      std::vector<std::vector<std::string>> out;
      for (const std::string& body : bodies) out.push_back(agency_words(body));
      return out;
    };
    const auto x = words(gold);
    const auto y = words(found);
    const std::size_t right =
        pair_up(x.size(), y.size(), [&](std::size_t i, std::size_t j) {
          return same_agency(x[i], y[j]) ? 1.0 : 0.0;
        }).size();
    return {right, gold.size() == found.size() && right == gold.size()};
  }

  struct Role {
    std::string_view name;
    std::vector<std::string> Obligation::*list;
  };

  void obligations() {
    const auto& a = g_.obligations;
    const auto& b = p_.obligations;
    const auto x = quotes_of(a);
    const auto y = quotes_of(b);
    const Matched m =
        match(a.size(), b.size(), [&](std::size_t i, std::size_t j) {
          const double shared = least_overlap(x[i], y[j]);
          return shared >= 0.6 ? shared : 0.0;
        });
    count("obligations relaxed (place)", m.pairs.size(), a.size(), b.size());
    std::vector<bool> right(a.size(), true);
    for (const Role role : {Role{"lead", &Obligation::lead},
                            Role{"support", &Obligation::support}})
      assignments(role, m, right);
    std::size_t strict = 0;
    for (const auto& [i, j] : m.pairs) strict += right[i] ? 1 : 0;
    judge("obligations", b, m,
          [&](std::size_t i, std::size_t /*j*/) { return right[i]; });
    count("obligations strict (+lead, support)", strict, a.size(), b.size());
    rest("obligation", a, b, m,
         [](const Obligation& o) { return beginning(o.evidence.quote); });
  }

  void assignments(const Role& role, const Matched& m,
                   std::vector<bool>& right) {
    const std::string row = "assignments (" + std::string(role.name) + ")";
    for (std::size_t i = 0; i < g_.obligations.size(); ++i) {
      const Obligation& gold = g_.obligations[i];
      const std::size_t j = m.partner[i];
      const auto& want = gold.*role.list;
      const std::vector<std::string> none;
      const auto& have =
          j == Matched::kNone ? none : p_.obligations[j].*role.list;
      const Names found = names(want, have);
      count(row, found.right, want.size(), have.size());
      if (found.all || j == Matched::kNone) continue;
      right[i] = false;
      note("obligation " + beginning(gold.evidence.quote) + ": " +
           std::string(role.name) + " gold " + list_of(want) + ", got " +
           list_of(have));
    }
    for (std::size_t j = 0; j < p_.obligations.size(); ++j) {
      if (!m.used[j]) count(row, 0, 0, (p_.obligations[j].*role.list).size());
    }
  }

  // ---- deadlines

  static bool has_digit(const std::string& word) {
    return std::any_of(word.begin(), std::find(word.begin(), word.end(), '|'),
                       [](char c) { return c >= '0' && c <= '9'; });
  }

  static bool share_a_number(const Words& a, const Words& b) {
    return std::any_of(a.begin(), a.end(), [&](const std::string& word) {
      return has_digit(word) && std::binary_search(b.begin(), b.end(), word);
    });
  }

  void deadlines() {
    const auto& a = g_.deadlines;
    const auto& b = p_.deadlines;
    const auto x = quotes_of(a);
    const auto y = quotes_of(b);
    const auto same = [&](std::size_t i, std::size_t j) {
      return a[i].kind == b[j].kind && a[i].value == b[j].value;
    };
    const Matched m =
        match(a.size(), b.size(), [&](std::size_t i, std::size_t j) {
          const auto [of_gold, of_found] = overlap(x[i], y[j]);
          if (!share_a_number(x[i], y[j]) && std::max(of_gold, of_found) < 0.5)
            return 0.0;
          return 0.1 + std::min(of_gold, of_found) + (same(i, j) ? 2.0 : 0.0);
        });
    judge("deadlines", b, m, same);
    count("deadlines relaxed (place)", m.pairs.size(), a.size(), b.size());
    std::size_t strict = 0;
    for (const auto& [i, j] : m.pairs) {
      strict += same(i, j) ? 1 : 0;
      if (!same(i, j))
        note("deadline " + beginning(a[i].evidence.quote) + ": gold " +
             a[i].kind + " " + text_of(a[i].value) + ", got " + b[j].kind +
             " " + text_of(b[j].value) + " from " +
             beginning(b[j].evidence.quote));
    }
    count("deadlines strict (+kind, value)", strict, a.size(), b.size());
    rest("deadline", a, b, m,
         [](const Deadline& d) { return beginning(d.evidence.quote); });
  }

  // ---- targets

  static bool same_number(const std::optional<double>& a,
                          const std::optional<double>& b) {
    if (!a || !b) return !a && !b;
    return std::abs(*a - *b) < 1e-9;
  }

  static bool same_value(const Target& a, const Target& b) {
    return same_number(a.value, b.value) && same_number(a.value_to, b.value_to);
  }

  static bool same_unit(const Words& a, const Words& b) {
    Words both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(),
                          std::back_inserter(both));
    return a == b || !both.empty();
  }

  // The words of a target.
  struct TargetWords {
    Words quote, unit, indicator;
  };

  static std::vector<TargetWords> target_words(const std::vector<Target>& all) {
    std::vector<TargetWords> out;
    for (const Target& t : all) {
      out.push_back({words_of(t.evidence.quote), words_of(t.unit),
                     words_of(t.indicator)});
    }
    return out;
  }

  void targets() {
    const auto& a = g_.targets;
    const auto& b = p_.targets;
    const auto x = target_words(a);
    const auto y = target_words(b);
    const auto same = [&](std::size_t i, std::size_t j) {
      return same_value(a[i], b[j]) && same_unit(x[i].unit, y[j].unit) &&
             a[i].due == b[j].due && a[i].comparator == b[j].comparator &&
             most_overlap(x[i].indicator, y[j].indicator) >= 0.6;
    };
    const Matched m =
        match(a.size(), b.size(), [&](std::size_t i, std::size_t j) {
          if (!same_value(a[i], b[j])) return 0.0;
          const auto [of_gold, of_found] = overlap(x[i].quote, y[j].quote);
          if (std::max(of_gold, of_found) < 0.5) return 0.0;
          return 0.1 + std::min(of_gold, of_found) +
                 (a[i].due == b[j].due ? 1.0 : 0.0) + (same(i, j) ? 2.0 : 0.0);
        });
    judge("targets", b, m, same);
    count("targets relaxed (value, place)", m.pairs.size(), a.size(), b.size());
    std::size_t strict = 0;
    for (const auto& [i, j] : m.pairs) {
      strict += same(i, j) ? 1 : 0;
      if (!same(i, j))
        note("target gold " + target_of(a[i]) + ", got " + target_of(b[j]));
    }
    count("targets strict (all fields)", strict, a.size(), b.size());
    rest("target", a, b, m,
         [](const Target& t) { return beginning(t.evidence.quote); });
  }

  const std::string& name_;
  const Gold& gold_;
  const Plan& g_;
  const Plan& p_;
  Evaluation& run_;
  std::vector<std::string>& notes_;
};

}  // namespace

void add_score(const std::string& name, const Gold& gold,
               const std::optional<Plan>& reading, Evaluation& run) {
  std::vector<std::string> notes;
  ++run.documents;
  if (reading) {
    ++run.read;
  } else {
    notes.emplace_back("no reading of this document");
  }
  DocumentScore(name, gold, reading ? *reading : Plan{}, run, notes).add();
  if (!notes.empty()) run.misses[name] = std::move(notes);
}

}  // namespace kehoach
