#include "extract/lexicon.h"

namespace kehoach {

Lexicon::Lexicon(const Rulebook& rules)
    : bodies(rules.phrases("bodies")),
      body_heads(rules.phrases("body_heads")),
      no_bodies(rules.phrases("no_bodies")),
      collective_nouns(rules.phrases("collective_nouns")),
      plurals(rules.phrases("plurals")),
      always_split(rules.phrases("always_split")),
      addresses(rules.phrases("addresses")),
      kinds_of_organisation(rules.phrases("kinds_of_organisation")),
      noun_heads(rules.phrases("noun_heads")),
      verbs(rules.phrases("verbs")),
      verb_nouns(rules.phrases("verb_nouns")),
      stop_words(rules.phrases("stop_words")),
      subject_openers(rules.phrases("subject_openers")),
      everybody(rules.phrases("everybody")),
      letterhead_bodies(rules.phrases("letterhead_bodies")),
      inner_bodies(rules.phrases("inner_bodies")),
      split_behind_names(rules.phrases("split_behind_names")),
      addressed(rules.phrases("addressed")),
      no_reach(rules.phrases("no_reach")),
      no_change(rules.phrases("no_change")),
      conditions(rules.phrases("conditions")),
      appositions(rules.phrases("appositions")),
      addressing_heads(rules.phrases("addressing_heads")),
      responsible_heads(rules.phrases("responsible_heads")),
      agency_names(rules.phrases("agencies.name")),
      at_least(rules.phrases("cmp_at_least")),
      above(rules.phrases("cmp_above")),
      at_most(rules.phrases("cmp_at_most")),
      below(rules.phrases("cmp_below")),
      about(rules.phrases("cmp_about")),
      reach(rules.phrases("reach")),
      prepositions(rules.phrases("prepositions")),
      unit_stops(rules.phrases("unit_stops")),
      no_units(rules.phrases("no_units")),
      type_words(rules.phrases("doctypes.words")) {}

}  // namespace kehoach
