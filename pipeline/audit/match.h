// Private to the room: how well an action of the parent is found in a child.
#pragma once

#include <cstdint>
#include <vector>

#include "audit/index.h"
#include "rulebook/rulebook.h"

namespace kehoach {

// A plan, prepared for comparing.
struct PreparedPlan {
  std::vector<MarkedText> texts;  // of its obligations
  PlanIndex index;
};

// An obligation of the child, as an answer to one action of the parent.
struct Answer {
  std::uint32_t obligation = 0;
  std::uint32_t action = 0;  // the one of its actions that fits best
  double score = 0;
  double precision = 0;  // how much of that action the parent's says too
};

// What was found of one action.
struct ActionAnswers {
  double weight = 0;            // of its words; 0: none can be looked for
  double score = 0;             // the best answer's, or of several together
  bool united = false;          // several together
  std::vector<Answer> answers;  // the best first
};

class Matcher {
 public:
  // All must live as long.
  Matcher(const AuditRules& rules, const PreparedPlan& parent,
          const PreparedPlan& child);

  // For one of the parent's actions, by its number in the parent's index.
  // Looks only at obligations that share a key with it.
  [[nodiscard]] ActionAnswers answers(std::uint32_t action);

  // How far two whole obligations say the same, from 0 to 1: the geometric mean
  // of the shares of either's weight that stand in the other.
  [[nodiscard]] double likeness(std::uint32_t parent_obligation,
                                std::uint32_t child_obligation) const;

  // How much the word `at` of an obligation of the parent weighs, and how much
  // of it stands in `keys`, from 0 to 1.
  [[nodiscard]] double weight(const PreparedPlan& plan,
                              std::uint32_t obligation, std::uint32_t at) const;
  [[nodiscard]] double credit(const WordKeys& word, const KeySet& keys) const;

 private:
  struct Weighed {
    WordKeys keys;
    double weight = 0;
  };
  // An obligation over all its actions.
  struct Whole {
    KeySet keys;
    std::vector<Weighed> words;
  };
  // Of an action: what its words weigh together, and how far a share of them
  // says nothing by itself.
  struct Weights {
    double all = 0;
    double vague = 0;
    bool general = false;
  };

  [[nodiscard]] double rarity(Key key) const;
  // The words of each action of `plan` that weigh something.
  [[nodiscard]] std::vector<std::vector<Weighed>> weigh_all(
      const PreparedPlan& plan) const;
  [[nodiscard]] std::vector<Weighed> weigh(const PreparedPlan& plan,
                                           ActionPlace place) const;
  void gather(const std::vector<Weighed>& words);
  void gather_word(const Weighed& word);
  void raise(std::uint32_t action, double credit);
  [[nodiscard]] static std::vector<Whole> wholes_of(
      const PreparedPlan& plan, const std::vector<std::vector<Weighed>>& words);
  // How much of the weight of `words` stands in `keys`.
  [[nodiscard]] double share(const std::vector<Weighed>& words,
                             const KeySet& keys) const;
  [[nodiscard]] double precision(std::uint32_t child_action,
                                 const KeySet& parent) const;
  [[nodiscard]] bool is_general(std::uint32_t child_action) const;
  [[nodiscard]] bool same_verb(std::uint32_t parent_action,
                               std::uint32_t obligation) const;
  [[nodiscard]] Answer answer_of(std::uint32_t obligation, std::uint32_t action,
                                 const Weights& heavy) const;
  [[nodiscard]] double together(const std::vector<Weighed>& words,
                                const std::vector<Answer>& answers) const;

  const AuditRules& rules_;
  const PreparedPlan& parent_;
  const PreparedPlan& child_;
  double least_recall_;  // an obligation that shares less is no candidate
  std::vector<double> rarity_;  // by the number of obligations that have it
  std::vector<std::uint32_t> first_action_;  // of each obligation of the child
  std::vector<std::vector<Weighed>> parent_words_, child_words_;  // by action
  std::vector<Whole> parent_wholes_, child_wholes_;  // by obligation
  // Sums over the words of an action, by the child's actions and obligations.
  std::vector<double> by_action_, by_obligation_;
  std::vector<double> word_action_, word_obligation_;  // of one word
  std::vector<std::uint32_t> touched_, word_touched_;
};

}  // namespace kehoach
