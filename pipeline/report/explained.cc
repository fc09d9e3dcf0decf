#include "report/explained.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "report/layout.h"
#include "text/text.h"

namespace kehoach {
namespace {

template <typename Facts>
void add_facts(const Facts& facts, std::string_view kind,
               std::vector<NamedFact>& out) {
  for (std::size_t i = 0; i < facts.size(); ++i) {
    out.push_back({fmt::format("{}{}", kind.front(), i + 1), std::string(kind),
                   &facts[i].evidence, i});
  }
}

// The words of a text by their folded letters.
struct Word {
  Span span;
  std::string folded;
};

bool is_word_letter(std::string_view text, std::size_t at) {
  const char32_t c = decode_at(text, at).value;
  return is_letter(c) || is_digit(c);
}

std::vector<Word> words_in(std::string_view text, Span span) {
  std::vector<Word> words;
  for (std::uint32_t at = span.begin; at < span.end;) {
    if (!is_word_letter(text, at)) {
      at += decode_at(text, at).size;
      continue;
    }
    Word word{{at, at}, ""};
    while (at < span.end && is_word_letter(text, at))
      at += decode_at(text, at).size;
    word.span.end = at;
    word.folded = fold_for_search(slice(text, word.span));
    words.push_back(std::move(word));
  }
  return words;
}

// The first place of the words `sought` in `span`; empty if there is none.
Span find_words(std::string_view text, Span span,
                const std::vector<Word>& sought) {
  const std::vector<Word> words = words_in(text, span);
  const auto same = [](const Word& a, const Word& b) {
    return a.folded == b.folded;
  };
  const auto at = std::search(words.begin(), words.end(), sought.begin(),
                              sought.end(), same);
  if (at == words.end() || sought.empty()) return {};
  return {at->span.begin,
          (at + static_cast<std::ptrdiff_t>(sought.size()) - 1)->span.end};
}

// What is nearest to a match first.
int rank_of(Verdict verdict) {
  static constexpr std::array<int, kVerdicts> kRanks = {0, 1, 2, 3, 9, 8,
                                                        5, 4, 4, 4, 4};
  return kRanks[static_cast<std::size_t>(verdict)];
}

bool in_vain(Verdict verdict) {
  return verdict == Verdict::no_match || verdict == Verdict::inside_word;
}

bool touches(Span span, const Attempt& attempt) {
  return attempt.span.empty()
             ? span.begin <= attempt.span.begin && attempt.span.begin < span.end
             : span.overlaps(attempt.span);
}

template <typename F>
void each_look(const Explanation& why, F&& use) {
  for (const Look& look : why.outline.looks) use(look);
  for (const Look& look : why.extract.log.looks) use(look);
}

void add_try(const Attempt& attempt, SectionRole role,
             std::vector<Try>& tries) {
  for (Try& known : tries) {
    const bool same = known.attempt.rule == attempt.rule &&
                      known.attempt.verdict == attempt.verdict;
    if (!same) continue;
    if (known.attempt.span == attempt.span) return;
    if (in_vain(attempt.verdict)) {
      ++known.more;
      return;
    }
  }
  tries.push_back({attempt, role, 0});
}

std::string scope_words(const Rule& rule) {
  std::vector<std::string> names;
  for (unsigned r = 0; r <= static_cast<unsigned>(SectionRole::closing); ++r) {
    const auto role = static_cast<SectionRole>(r);
    if (rule.in_scope(role)) names.emplace_back(name_of(role));
  }
  return join(names, ", ");
}

std::string names_words(const std::vector<std::string>& names) {
  return "[" + join(names, "; ") + "]";
}

}  // namespace

std::vector<NamedFact> facts_of(const Plan& plan) {
  std::vector<NamedFact> out;
  add_facts(plan.references, "reference", out);
  add_facts(plan.obligations, "obligation", out);
  add_facts(plan.deadlines, "deadline", out);
  add_facts(plan.targets, "target", out);
  for (NamedFact& fact : out) {
    if (fact.kind == "obligation") fact.id = plan.obligations[fact.at].id;
  }
  return out;
}

bool stands_in(const NamedFact& fact, const Node& node) {
  return fact.evidence->span.overlaps(node.span);
}

std::size_t node_at(const Outline& outline, std::uint32_t at) {
  const auto node =
      std::find_if(outline.nodes.begin(), outline.nodes.end(),
                   [&](const Node& n) { return at < n.span.end; });
  return static_cast<std::size_t>(node - outline.nodes.begin());
}

std::vector<Asked> asked_for(const Explanation& why,
                             const ExplainQuery& query) {
  const auto& nodes = why.plan.outline.nodes;
  const std::vector<Word> sought =
      words_in(query.find, {0, static_cast<std::uint32_t>(query.find.size())});
  std::vector<Asked> out;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (query.line > 0 && query.line != i + 1) continue;
    if (query.find.empty()) {
      out.push_back({i, nodes[i].span});
      continue;
    }
    const Span place = find_words(why.text.text, nodes[i].span, sought);
    if (!place.empty()) out.push_back({i, place});
  }
  return out;
}

std::vector<Try> tries_in(const Explanation& why, Family family, Span span) {
  std::vector<Try> tries;
  each_look(why, [&](const Look& look) {
    if ((look.families & only(family)) == 0) return;
    for (const Attempt& attempt : look.attempts) {
      if (attempt.rule->family == family && touches(span, attempt))
        add_try(attempt, look.role, tries);
    }
  });
  std::stable_sort(tries.begin(), tries.end(), [](const Try& a, const Try& b) {
    return rank_of(a.attempt.verdict) < rank_of(b.attempt.verdict);
  });
  return tries;
}

const Attempt* match_of(const Explanation& why, const NamedFact& fact) {
  const Attempt* first = nullptr;
  const Attempt* exact = nullptr;
  each_look(why, [&](const Look& look) {
    for (const Attempt& attempt : look.attempts) {
      if (attempt.verdict != Verdict::won ||
          attempt.rule->id != fact.evidence->rule ||
          !attempt.span.overlaps(fact.evidence->span))
        continue;
      if (first == nullptr) first = &attempt;
      // Of several numbers in one quote the target is about one.
      if (fact.kind != "target" || exact != nullptr) continue;
      const double value = why.plan.targets[fact.at].value;
      for (const auto& [name, span] : attempt.groups) {
        std::string number(slice(why.text.text, span));
        std::replace(number.begin(), number.end(), ',', '.');
        if (name == "value" && number == fmt::format("{}", value))
          exact = &attempt;
      }
    }
  });
  return exact != nullptr ? exact : first;
}

std::vector<Remark> remarks_in(const Explanation& why, Span span) {
  std::vector<Remark> out;
  for (const Remark& remark : why.extract.remarks) {
    if (!remark.span.overlaps(span)) continue;
    const bool known =
        std::any_of(out.begin(), out.end(), [&](const Remark& other) {
          return other.span == remark.span && other.text == remark.text;
        });
    if (!known) out.push_back(remark);
  }
  return out;
}

std::string place_in_file(const Explanation& why, Span span) {
  const SourceText& source = why.source;
  const Span origin = why.text.source.source(span);
  if (!source.words.empty()) {
    for (const SourceWord& word : source.words) {
      if (word.span.end <= origin.begin) continue;
      return fmt::format("page {}, from {:.0f}, {:.0f} (points, or pixels)",
                         word.page, word.box.x0, word.box.y0);
    }
  }
  if (source.styled)
    return fmt::format("no one place: {} keeps text in pieces",
                       source.media_type);
  const Span bytes =
      source.bytes.pieces().empty() ? origin : source.bytes.source(origin);
  return fmt::format("bytes {}-{}", bytes.begin, bytes.end);
}

std::string verdict_words(const Try& tried) {
  const Attempt& a = tried.attempt;
  switch (a.verdict) {
    case Verdict::won:
      return a.rule->skip ? "won: it skips these words, no fact" : "won";
    case Verdict::lost:
      return fmt::format("lost to {}: {}", a.rival->id,
                         a.rival->priority > a.rule->priority
                             ? fmt::format("priority {} over {}",
                                           a.rival->priority, a.rule->priority)
                             : "longer, or it stands first");
    case Verdict::covered:
      return fmt::format("lost to {}, which begins before it", a.rival->id);
    case Verdict::out_of_scope:
      return fmt::format("not in section '{}', only in {}", name_of(tried.role),
                         scope_words(*a.rule));
    case Verdict::inside_word:
      return "its trigger stands inside a word";
    case Verdict::no_match:
      return "its pattern does not match from its trigger";
    case Verdict::torn_word:
      return "its match would end inside a word";
    case Verdict::after:
      return "what 'after' asks for does not stand in front of it";
    case Verdict::not_after:
      return "what 'not_after' forbids stands in front of it";
    case Verdict::before:
      return "what 'before' asks for does not stand behind it";
    case Verdict::not_before:
      return "what 'not_before' forbids stands behind it";
  }
  return "";
}

std::string value_words(const Plan& plan, const NamedFact& fact) {
  if (fact.kind == "reference") {
    const Reference& r = plan.references[fact.at];
    return fmt::format("{} {}, of {}, by {}", r.relation, r.code,
                       r.issued_on.value_or("no date"),
                       r.issuer.value_or("nobody named"));
  }
  if (fact.kind == "obligation") {
    const Obligation& o = plan.obligations[fact.at];
    return fmt::format("lead {}, support {}, {}", names_words(o.lead),
                       names_words(o.support), o.modality);
  }
  if (fact.kind == "deadline") {
    const Deadline& d = plan.deadlines[fact.at];
    return fmt::format("{} {}, {}{}{}", d.kind, d.value.value_or("(none)"),
                       d.bound, d.year_inferred ? ", year inferred" : "",
                       d.obligation ? ", of " + *d.obligation : "");
  }
  const Target& t = plan.targets[fact.at];
  return fmt::format(
      "{} {} {}{} {}, due {}", t.indicator, t.comparator, t.value,
      t.value_to ? fmt::format(" to {}", *t.value_to) : "", t.unit,
      t.due ? fmt::format("{} (by {})", *t.due, name_of(t.due_by)) : "unknown");
}

}  // namespace kehoach
