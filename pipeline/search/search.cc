#include "search/search.h"

#include <unordered_set>

#include "search/query.h"
#include "search/snippet.h"

namespace kehoach {
namespace {

constexpr std::size_t kSnippetLetters = 160;

// One way of asking; the better ones are asked first.
struct Attempt {
  std::vector<std::string> phrases;
  TextForm form = TextForm::folded;
};

std::vector<Attempt> attempts_for(const Query& query) {
  const bool several = query.folded.size() > 1;
  const Query whole = as_one_phrase(query);
  std::vector<Attempt> attempts;
  if (several) attempts.push_back({whole.printed, TextForm::printed});
  attempts.push_back({query.printed, TextForm::printed});
  if (several) attempts.push_back({whole.folded, TextForm::folded});
  attempts.push_back({query.folded, TextForm::folded});
  return attempts;
}

// Two sources of one plan say the same at the same place; it is shown once.
std::string identity(const DocumentSummary& document) {
  return document.plan_key.empty() ? "#" + std::to_string(document.id)
                                   : document.plan_key;
}

std::string identity(const ObligationHit& hit) {
  return identity(hit.document) + "\n" + hit.path + "\n" +
         fold_for_search(hit.quote);
}

// The hits of all attempts, each once, up to `limit`. Rows that were seen
// already come again, so more is asked for until enough are new.
template <typename Row, typename Ask, typename Keep>
Result<void> collect(const std::vector<Attempt>& attempts, TextQuery query,
                     std::size_t limit, Ask ask, Keep keep) {
  std::unordered_set<std::string> seen;
  for (const Attempt& attempt : attempts) {
    query.phrases = attempt.phrases;
    query.form = attempt.form;
    bool more = true;
    for (query.limit = 2 * limit; more && seen.size() < limit;
         query.limit *= 4) {
      Result<std::vector<Row>> rows = ask(query);
      if (!rows) return Failure(std::move(rows.error()));
      more = rows->size() == query.limit;
      for (Row& row : *rows) {
        if (seen.size() >= limit || !seen.insert(identity(row)).second)
          continue;
        keep(std::move(row), attempt.form == TextForm::printed);
      }
    }
  }
  return {};
}

}  // namespace

Result<SearchResult> search(Store& store, std::string_view text,
                            const SearchOptions& options) {
  const Query query = parse_query(text);
  if (query.folded.empty()) {
    return Failure(Error{Error::Kind::invalid,
                         "the question has no words; try: kehoach search "
                         "\"tre em\""});
  }
  TextQuery asked;
  asked.agency = fold_for_search(options.agency);
  asked.bodies = options.bodies;
  asked.level = options.level;
  asked.type = options.type;
  const auto attempts = attempts_for(query);
  SearchResult result;
  auto done = collect<ObligationHit>(
      attempts, asked, options.limit,
      [&](const TextQuery& q) { return store.search_obligations(q); },
      [&](ObligationHit hit, bool as_typed) {
        Snippet snippet =
            make_snippet(hit.quote, query.folded, kSnippetLetters);
        result.obligations.push_back(
            {std::move(hit), as_typed, std::move(snippet)});
      });
  if (!done) return Failure(std::move(done.error()));
  if (!asked.agency.empty() || !asked.bodies.empty()) return result;
  done = collect<DocumentSummary>(
      attempts, asked, options.limit - result.obligations.size(),
      [&](const TextQuery& q) { return store.search_titles(q); },
      [&](DocumentSummary document, bool as_typed) {
        Snippet title =
            make_snippet(document.title, query.folded, document.title.size());
        result.titles.push_back(
            {std::move(document), as_typed, std::move(title)});
      });
  if (!done) return Failure(std::move(done.error()));
  return result;
}

}  // namespace kehoach
