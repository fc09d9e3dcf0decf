// The score of an action of the parent in an obligation of the child is the
// share of its weight that stands there: each word weighs by how rare it is in
// the two plans, and counts wholly where its neighbour or its phrase stands
// there too, less where only another word of its group or it alone does.

#include "audit/match.h"

#include <algorithm>
#include <cmath>

namespace kehoach {
namespace {

// How many obligations may carry out one action together.
constexpr std::size_t kMostTogether = 3;
// A phrase is read as one word of this many syllables.
constexpr double kPhraseSyllables = 1.5;

// A word that has no neighbour to be recognised by.
bool stands_alone(const WordKeys& word) {
  return word.phrase == 0 && word.left == 0 && word.right == 0;
}

}  // namespace

Matcher::Matcher(const AuditRules& rules, const PreparedPlan& parent,
                 const PreparedPlan& child)
    : rules_(rules),
      parent_(parent),
      child_(child),
      least_recall_(std::min({rules.thresholds.own, rules.thresholds.link,
                              rules.thresholds.found})) {
  const std::size_t count = parent.texts.size() + child.texts.size();
  const auto all = static_cast<double>(std::max<std::size_t>(count, 1));
  rarity_.resize(count + 2);
  for (std::size_t df = 0; df < rarity_.size(); ++df) {
    const double seen = static_cast<double>(std::max<std::size_t>(df, 1));
    rarity_[df] = std::pow(std::log1p(all / seen) / std::log1p(all),
                           rules.weights.rarity);
  }
  parent_words_ = weigh_all(parent);
  child_words_ = weigh_all(child);
  parent_wholes_ = wholes_of(parent, parent_words_);
  child_wholes_ = wholes_of(child, child_words_);
  by_action_.resize(child.index.actions().size());
  word_action_.resize(by_action_.size());
  by_obligation_.resize(child.texts.size());
  word_obligation_.resize(by_obligation_.size());
  first_action_.resize(child.texts.size() + 1);
  for (const ActionPlace& place : child.index.actions())
    ++first_action_[place.obligation + 1];
  for (std::size_t o = 1; o < first_action_.size(); ++o)
    first_action_[o] += first_action_[o - 1];
}

double Matcher::rarity(Key key) const {
  return rarity_[parent_.index.obligations_with(key) +
                 child_.index.obligations_with(key)];
}

double Matcher::weight(const PreparedPlan& plan, std::uint32_t obligation,
                       std::uint32_t at) const {
  const MarkedText& text = plan.texts[obligation];
  const MarkedWord& word = text.words[at];
  if (!word.counts) return 0;
  const WordKeys keys = keys_of(text, at);
  if (word.word.code) {
    // Documents that only one side names differ by level.
    const PreparedPlan& other = &plan == &parent_ ? child_ : parent_;
    if (other.index.obligations_with(keys.word) == 0) return 0;
  }
  if (word.unit != kNoUnit) {
    const Unit& unit = text.units[word.unit];
    double rare = 1;
    for (const std::uint16_t group : *unit.groups)
      rare = std::min(rare, rarity(group_key(group)));
    if (unit.action) rare *= rules_.weights.action;
    return rare * word.factor * kPhraseSyllables / unit.size;
  }
  double rare = rarity(keys.word);
  double pair = 2;
  for (const Key key : {keys.left, keys.right}) {
    if (key != 0) pair = std::min(pair, rarity(key));
  }
  if (pair <= 1) rare = (rare + pair) / 2;
  return rare * word.factor;
}

double Matcher::credit(const WordKeys& word, const KeySet& keys) const {
  if (keys.has(word.phrase) || keys.has(word.left) || keys.has(word.right))
    return 1;
  const AuditWeights& weights = rules_.weights;
  if (word.groups != nullptr && keys.has_group(*word.groups))
    return weights.synonym;
  if (!keys.has(word.word)) return 0;
  return stands_alone(word) ? 1 : weights.lone_word;
}

std::vector<Matcher::Weighed> Matcher::weigh(const PreparedPlan& plan,
                                             ActionPlace place) const {
  std::vector<Weighed> words;
  const Action& action = plan.texts[place.obligation].actions[place.action];
  for (std::uint32_t i = action.begin; i < action.end; ++i) {
    const double heavy = weight(plan, place.obligation, i);
    if (heavy > 0)
      words.push_back({keys_of(plan.texts[place.obligation], i), heavy});
  }
  return words;
}

std::vector<std::vector<Matcher::Weighed>> Matcher::weigh_all(
    const PreparedPlan& plan) const {
  std::vector<std::vector<Weighed>> all;
  all.reserve(plan.index.actions().size());
  for (const ActionPlace& place : plan.index.actions())
    all.push_back(weigh(plan, place));
  return all;
}

std::vector<Matcher::Whole> Matcher::wholes_of(
    const PreparedPlan& plan, const std::vector<std::vector<Weighed>>& words) {
  std::vector<Whole> wholes;
  wholes.reserve(plan.texts.size());
  for (const MarkedText& text : plan.texts) {
    const auto size = static_cast<std::uint32_t>(text.words.size());
    wholes.push_back({KeySet(text, 0, size), {}});
  }
  for (std::size_t a = 0; a < words.size(); ++a) {
    auto& whole = wholes[plan.index.actions()[a].obligation].words;
    whole.insert(whole.end(), words[a].begin(), words[a].end());
  }
  return wholes;
}

void Matcher::raise(std::uint32_t action, double credit) {
  if (word_action_[action] == 0) word_touched_.push_back(action);
  word_action_[action] = std::max(word_action_[action], credit);
}

void Matcher::gather_word(const Weighed& word) {
  const PlanIndex& index = child_.index;
  for (const Key key : {word.keys.phrase, word.keys.left, word.keys.right}) {
    for (const std::uint32_t action : index.with(key)) raise(action, 1);
  }
  if (word.keys.groups != nullptr) {
    for (const std::uint16_t group : *word.keys.groups) {
      for (const std::uint32_t action : index.with(group_key(group)))
        raise(action, rules_.weights.synonym);
    }
  }
  const double alone = stands_alone(word.keys) ? 1 : rules_.weights.lone_word;
  for (const std::uint32_t action : index.with(word.keys.word))
    raise(action, alone);
  for (const std::uint32_t action : word_touched_) {
    const std::uint32_t obligation = index.actions()[action].obligation;
    const double credit = word_action_[action];
    if (by_obligation_[obligation] == 0 && word_obligation_[obligation] == 0)
      touched_.push_back(obligation);
    by_action_[action] += credit * word.weight;
    word_obligation_[obligation] =
        std::max(word_obligation_[obligation], credit);
  }
  for (const std::uint32_t action : word_touched_) {
    const std::uint32_t obligation = index.actions()[action].obligation;
    by_obligation_[obligation] += word_obligation_[obligation] * word.weight;
    word_obligation_[obligation] = 0;
    word_action_[action] = 0;
  }
  word_touched_.clear();
}

void Matcher::gather(const std::vector<Weighed>& words) {
  std::fill(by_action_.begin(), by_action_.end(), 0);
  std::fill(by_obligation_.begin(), by_obligation_.end(), 0);
  touched_.clear();
  for (const Weighed& word : words) gather_word(word);
  std::sort(touched_.begin(), touched_.end());
  touched_.erase(std::unique(touched_.begin(), touched_.end()), touched_.end());
}

double Matcher::precision(std::uint32_t child_action,
                          const KeySet& parent) const {
  double shared = 0;
  double all = 0;
  for (const Weighed& word : child_words_[child_action]) {
    all += word.weight;
    shared += word.weight * credit(word.keys, parent);
  }
  return all > 0 ? shared / all : 0;
}

// The first verb that says what is done must stand in the obligation, or
// another one of its group.
bool Matcher::same_verb(std::uint32_t parent_action,
                        std::uint32_t obligation) const {
  const ActionPlace place = parent_.index.actions()[parent_action];
  const MarkedText& text = parent_.texts[place.obligation];
  const Action& action = text.actions[place.action];
  for (std::uint32_t i = action.begin; i < action.end; ++i) {
    const MarkedWord& word = text.words[i];
    if (word.unit == kNoUnit || word.factor < 0.5F) continue;
    const Unit& unit = text.units[word.unit];
    if (!unit.action || unit.general) continue;
    for (std::uint32_t a = first_action_[obligation];
         a < first_action_[obligation + 1]; ++a) {
      if (child_.index.keys(a).has_group(*unit.groups)) return true;
    }
    return false;
  }
  return true;
}

double Matcher::together(const std::vector<Weighed>& words,
                         const std::vector<Answer>& answers) const {
  double found = 0;
  double all = 0;
  const std::size_t most = std::min(answers.size(), kMostTogether);
  for (const Weighed& word : words) {
    double best = 0;
    for (std::size_t i = 0; i < most; ++i) {
      for (std::uint32_t a = first_action_[answers[i].obligation];
           a < first_action_[answers[i].obligation + 1]; ++a)
        best = std::max(best, credit(word.keys, child_.index.keys(a)));
    }
    all += word.weight;
    found += word.weight * best;
  }
  return all > 0 ? rules_.thresholds.united * found / all : 0;
}

bool Matcher::is_general(std::uint32_t child_action) const {
  const ActionPlace place = child_.index.actions()[child_action];
  return child_.texts[place.obligation].actions[place.action].general;
}

// The best of the obligation's actions; words strewn over the others count for
// less. `Thực hiện nhiệm vụ của Kế hoạch` is all that `triển khai Kế hoạch`
// says, so one general line answers another.
Answer Matcher::answer_of(std::uint32_t obligation, std::uint32_t action,
                          const Weights& heavy) const {
  const AuditWeights& weights = rules_.weights;
  const double strewn = weights.whole * by_obligation_[obligation] / heavy.all;
  const std::uint32_t first = first_action_[obligation];
  const std::uint32_t end = first_action_[obligation + 1];
  const double most =
      *std::max_element(by_action_.begin() + first, by_action_.begin() + end);
  Answer best{obligation, 0, 0, 0};
  for (std::uint32_t a = first; a < end; ++a) {
    if (by_action_[a] <= 0) continue;
    double recall = by_action_[a] / heavy.all;
    if (by_action_[a] >= most) recall = std::max(recall, strewn);
    if (heavy.general && is_general(a))
      recall = std::max(recall, weights.general);
    if (recall < least_recall_) continue;
    const double exact = precision(a, parent_.index.keys(action));
    const double score = recall * (1 - heavy.vague + heavy.vague * exact);
    if (score > best.score)
      best = {obligation, child_.index.actions()[a].action, score, exact};
  }
  if (!same_verb(action, obligation)) best.score *= weights.other_verb;
  return best;
}

double Matcher::share(const std::vector<Weighed>& words,
                      const KeySet& keys) const {
  double shared = 0;
  double all = 0;
  for (const Weighed& word : words) {
    all += word.weight;
    shared += word.weight * credit(word.keys, keys);
  }
  return all > 0 ? shared / all : 0;
}

double Matcher::likeness(std::uint32_t parent_obligation,
                         std::uint32_t child_obligation) const {
  const Whole& wanted = parent_wholes_[parent_obligation];
  const Whole& given = child_wholes_[child_obligation];
  return std::sqrt(share(wanted.words, given.keys) *
                   share(given.words, wanted.keys));
}

ActionAnswers Matcher::answers(std::uint32_t action) {
  const ActionPlace place = parent_.index.actions()[action];
  const std::vector<Weighed>& words = parent_words_[action];
  Weights heavy;
  for (const Weighed& word : words) heavy.all += word.weight;
  ActionAnswers found;
  if (heavy.all <= 0) return found;
  found.weight = heavy.all;
  const double vague = rules_.weights.vague;
  heavy.general = parent_.texts[place.obligation].actions[place.action].general;
  heavy.vague = heavy.general ? 1 : vague / (vague + heavy.all);
  gather(words);
  for (const std::uint32_t obligation : touched_) {
    const Answer answer = answer_of(obligation, action, heavy);
    if (answer.score > 0) found.answers.push_back(answer);
  }
  std::stable_sort(
      found.answers.begin(), found.answers.end(),
      [](const Answer& a, const Answer& b) { return a.score > b.score; });
  if (found.answers.empty()) return found;
  found.score = found.answers.front().score;
  const double several = together(words, found.answers);
  if (found.answers.size() > 1 && several > found.score) {
    found.united = true;
    found.score = several;
  }
  return found;
}

}  // namespace kehoach
