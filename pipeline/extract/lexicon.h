// Private to the room: the word lists of the rules that the readers ask, looked
// up by name once for each document.
#pragma once

#include "rulebook/rulebook.h"

namespace kehoach {

struct Lexicon {
  explicit Lexicon(const Rulebook& rules);

  // Names of bodies, and the words around them.
  const Phrases& bodies;
  const Phrases& body_heads;
  const Phrases& no_bodies;
  const Phrases& collective_nouns;
  const Phrases& plurals;
  const Phrases& always_split;
  const Phrases& name_heads;
  const Phrases& plan_openings;
  const Phrases& singling_out;
  const Phrases& joint_names;
  const Phrases& served_by_one;
  const Phrases& ranks;
  const Phrases& no_fillers;
  const Phrases& cell_openers;
  const Phrases& cell_notes;
  const Phrases& opening_phrases;
  const Phrases& no_openings;
  const Phrases& no_members;
  const Phrases& office_kinds;
  const Phrases& validity;
  const Phrases& arrangements;
  const Phrases& addresses;
  const Phrases& appositions;
  const Phrases& kinds_of_organisation;
  const Phrases& groups;
  const Phrases& group_tasks;
  const Phrases& office_tasks;
  const Phrases& persons;
  const Phrases& actors;
  const Phrases& fields;
  const Phrases& topics;
  const Phrases& titles;
  const Phrases& qualities;
  const Phrases& focuses;
  const Phrases& noun_heads;
  const Phrases& verbs;
  const Phrases& never_in_names;
  const Phrases& no_acts;
  const Phrases& orders;
  const Phrases& guides;
  const Phrases& inside_names;
  const Phrases& company_words;
  const Phrases& company_heads;
  const Phrases& behind_names;
  const Phrases& closed_names;
  const Phrases& name_ends;
  const Phrases& behind_name_ends;
  const Phrases& within_charge;
  const Phrases& person_titles;
  const Phrases& level_offices;
  const Phrases& clause_openers;
  const Phrases& condition_lists;
  const Phrases& list_openers;
  const Phrases& rhythms;
  const Phrases& made_by_year;
  const Phrases& done_by_year;
  const Phrases& pointed_at;
  const Phrases& assemblies;
  const Phrases& resolutions;
  const Phrases& heads_of_many;
  const Phrases& place_kinds;
  const Phrases& relatives;
  const Phrases& duties;
  const Phrases& verb_nouns;
  const Phrases& stop_words;
  const Phrases& name_tails;
  const Phrases& subject_openers;
  const Phrases& everybody;
  const Phrases& letterhead_bodies;
  const Phrases& inner_bodies;
  const Phrases& organs;
  const Phrases& split_behind_names;
  const Phrases& addressed;
  const Phrases& no_reach;
  const Phrases& no_change;
  const Phrases& conditions;
  const Phrases& addressing_heads;
  const Phrases& responsible_heads;
  const Phrases& attends;
  const Phrases& issuing;
  const Phrases& told_by_headings;
  const Phrases& time_heads;
  const Phrases& charges;
  const Phrases& charge_kinds;
  const Phrases& agency_names;  // by row of the table `agencies`

  // Words around the number of a target.
  const Phrases& at_least;
  const Phrases& above;
  const Phrases& at_most;
  const Phrases& below;
  const Phrases& about;
  const Phrases& reach;
  const Phrases& makes;
  const Phrases& measures;
  const Phrases& holds;
  const Phrases& courses;
  const Phrases& named_acts;
  const Phrases& money_units;
  const Phrases& prepositions;
  const Phrases& unit_stops;
  const Phrases& no_units;
  const Phrases& joined_words;

  // Tables of targets.
  const Phrases& ordinal_heads;
  const Phrases& indicator_heads;
  const Phrases& subject_heads;
  const Phrases& unit_heads;
  const Phrases& plan_heads;
  const Phrases& value_heads;
  const Phrases& result_heads;
  const Phrases& past_heads;
  const Phrases& no_value_heads;
  const Phrases& cost_heads;
  const Phrases& money_plans;
  const Phrases& money_plan_heads;
  const Phrases& no_target_tables;
  const Phrases& cost_tables;
  const Phrases& budget_tables;
  const Phrases& cost_rows;
  const Phrases& opening_rows;
  const Phrases& bare_measures;
  const Phrases& known_units;

  // Kinds of documents, by row of the table `doctypes`.
  const Phrases& type_words;
};

}  // namespace kehoach
