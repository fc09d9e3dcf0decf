// How plans are audited against their parents: `audit.toml`, as it was read.
#pragma once

#include <string>
#include <vector>

namespace kehoach {

// From which figure on something counts, each from 0 to 1.
struct AuditThresholds {
  double found = 0;    // an action is carried out
  double literal = 0;  // the same, where the child copies
  double link = 0;     // an obligation is named as carrying out an action
  double beside = 0;   // ... as a share of the best one's score
  double covered = 0;  // share of the actions above which all is covered
  double united = 0;   // found by several obligations together
  double own = 0;      // below: the obligation answers to nothing
};

// How much something counts in a comparison.
struct AuditWeights {
  double qualifier = 0;   // words behind `nhằm`, `nhất là`, ...
  double addressee = 0;   // who is told to do it
  double title = 0;       // words of the parent's title: its theme
  double action = 0;      // words for actions, against words for things
  double synonym = 0;     // another word of the same group
  double lone_word = 0;   // a syllable without its neighbours
  double rarity = 0;      // exponent: 0 all words alike
  double whole = 0;       // words strewn over an obligation's clauses
  double other_verb = 0;  // what is left where the verb differs
  double vague = 0;       // how much content makes a clause stand by itself
  double general = 0;     // one general line as an answer to another
  double several = 0;     // in the order of links: each action but the best
  double precision = 0;   // in the order of links
  double branch = 0;      // in the order of links
  double likeness = 0;    // in the order of links
  double heading = 0;     // in the order of links
};

// Two obligations: does the second carry out the first?
struct AuditExample {
  std::string parent;
  std::string child;
  int line = 0;
};

// Words that say the same.
struct AuditGroup {
  enum class Kind {
    action,   // what is done
    thing,    // what it is done to
    general,  // says little by itself: kế hoạch, nhiệm vụ, thực hiện
  };
  std::string id;
  Kind kind = Kind::thing;
  std::vector<std::string> words;
  std::vector<AuditExample> examples;         // carried out
  std::vector<AuditExample> counterexamples;  // not carried out
  int line = 0;
};

// A field of work, and the words of the names of its bodies at each level.
struct AuditBranch {
  std::string id;
  std::vector<std::string> words;
  std::vector<std::string> examples;         // names of its bodies
  std::vector<std::string> counterexamples;  // of others
  int line = 0;
};

// What the actions of a text are.
struct ActionsExample {
  std::string text;
  std::vector<std::string> actions;
  int line = 0;
};

// Which bodies a text names.
struct BodiesExample {
  std::string text;
  std::vector<std::string> names;
  int line = 0;
};

// What becomes of an obligation in a child.
struct VerdictExample {
  std::string parent;
  std::vector<std::string> child;
  std::string status;      // covered, partial, missing
  std::vector<int> links;  // which of `child`, from 1
  int line = 0;
};

struct AuditRules {
  std::string file;  // `rules/audit.toml`; empty where the book has none
  AuditThresholds thresholds;
  AuditWeights weights;
  std::vector<std::string> areas;  // `tỉnh`, `huyện`: names stand behind
  std::vector<std::string> level_words;   // `Sở`, `Phòng`
  std::vector<std::string> body_heads;    // `Sở`: fields of work stand behind
  std::vector<std::string> common_words;  // say nothing of the work
  std::vector<std::string> kept;          // begin like those and say something
  std::vector<std::string> qualifiers;    // open what only narrows the action
  std::vector<std::string> starters;      // begin another action behind a comma
  std::vector<std::string> addressing;    // behind these stands who does it
  std::vector<std::string> list_openers;  // behind these a colon is no end
  std::vector<AuditGroup> groups;
  std::vector<AuditBranch> branches;
  std::vector<ActionsExample> actions;
  std::vector<BodiesExample> bodies;
  std::vector<VerdictExample> verdicts;
};

}  // namespace kehoach
