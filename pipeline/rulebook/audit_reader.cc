// `audit.toml`: every field is required and known by name, so that a misspelt
// one is told and never silently ignored.

#include "rulebook/audit_reader.h"

#include <algorithm>
#include <functional>
#include <map>

#include "rulebook/toml_parts.h"
#include "text/text.h"

namespace kehoach {
namespace {

// How one field of a table is read.
using FieldReader = std::function<Result<void>(const toml::node&)>;
using Fields = std::map<std::string, FieldReader, std::less<>>;

struct AuditReader {
  const std::string& file;

  [[nodiscard]] Failure fail(const toml::node& node,
                             const std::string& what) const {
    return Failure(Error{
        Error::Kind::invalid,
        file + ":" + std::to_string(node.source().begin.line) + ": " + what});
  }

  [[nodiscard]] Result<void> read(const toml::node* node,
                                  const std::string& what,
                                  const Fields& fields) const;
  [[nodiscard]] Result<void> each(
      const toml::node& node, const std::string& what,
      const std::function<Result<void>(const toml::node&)>& read_one) const;

  [[nodiscard]] FieldReader number(const std::string& name, double& to,
                                   double most) const;
  [[nodiscard]] FieldReader text(const std::string& name,
                                 std::string& to) const;
  [[nodiscard]] FieldReader texts(const std::string& name,
                                  std::vector<std::string>& to) const;
  [[nodiscard]] FieldReader pairs(const std::string& name,
                                  std::vector<AuditExample>& to) const;
};

std::string hint(const Fields& fields, std::string_view wrong) {
  const std::string near = nearest(fields, wrong);
  return near.empty() ? "" : " (did you mean '" + near + "'?)";
}

Result<void> AuditReader::read(const toml::node* node, const std::string& what,
                               const Fields& fields) const {
  if (node == nullptr) {
    return Failure(
        Error{Error::Kind::invalid, file + ": has no " + what + " (add it)"});
  }
  const toml::table* table = node->as_table();
  if (table == nullptr) return fail(*node, what + " must be a table");
  for (const auto& [key, value] : *table) {
    const auto field = fields.find(key.str());
    if (field == fields.end()) {
      return fail(value, what + ": unknown '" + std::string(key.str()) + "'" +
                             hint(fields, key.str()));
    }
    if (auto done = field->second(value); !done) return done;
  }
  for (const auto& [name, reader] : fields) {
    if (table->get(name) == nullptr)
      return fail(*node, what + ": has no '" + name + "' (add it)");
  }
  return {};
}

Result<void> AuditReader::each(
    const toml::node& node, const std::string& what,
    const std::function<Result<void>(const toml::node&)>& read_one) const {
  const toml::array* array = node.as_array();
  if (array == nullptr) return fail(node, what + " must be a list");
  for (const toml::node& item : *array) {
    if (auto done = read_one(item); !done) return done;
  }
  return {};
}

FieldReader AuditReader::number(const std::string& name, double& to,
                                double most) const {
  return [=, this, &to](const toml::node& node) -> Result<void> {
    const auto value = node.value<double>();
    if (!value || *value < 0 || *value > most) {
      return fail(node, name + " must be a number from 0 to " +
                            std::to_string(static_cast<int>(most)));
    }
    to = *value;
    return {};
  };
}

FieldReader AuditReader::text(const std::string& name, std::string& to) const {
  return [=, this, &to](const toml::node& node) -> Result<void> {
    to = std::string(trim(node.value_or(std::string_view{})));
    if (to.empty()) return fail(node, name + " must be a text, not empty");
    return {};
  };
}

FieldReader AuditReader::texts(const std::string& name,
                               std::vector<std::string>& to) const {
  return [=, this, &to](const toml::node& node) -> Result<void> {
    return each(node, name, [&](const toml::node& item) -> Result<void> {
      std::string word;
      if (auto done = text("each entry of " + name, word)(item); !done)
        return done;
      to.push_back(std::move(word));
      return {};
    });
  };
}

FieldReader AuditReader::pairs(const std::string& name,
                               std::vector<AuditExample>& to) const {
  return [=, this, &to](const toml::node& node) -> Result<void> {
    return each(node, name, [&](const toml::node& item) -> Result<void> {
      std::vector<std::string> both;
      if (auto done = texts("each of " + name, both)(item); !done) return done;
      if (both.size() != 2)
        return fail(item, "each of " + name + " must be [parent, child]");
      to.push_back({both[0], both[1], line_of(item)});
      return {};
    });
  };
}

Result<void> read_group(const AuditReader& reader, const toml::node& node,
                        AuditRules& rules) {
  AuditGroup group;
  group.line = line_of(node);
  std::string kind;
  const auto done =
      reader.read(&node, "[[same]]",
                  {{"id", reader.text("id", group.id)},
                   {"kind", reader.text("kind", kind)},
                   {"words", reader.texts("words", group.words)},
                   {"examples", reader.pairs("examples", group.examples)},
                   {"counterexamples",
                    reader.pairs("counterexamples", group.counterexamples)}});
  if (!done) return done;
  if (kind == "action") {
    group.kind = AuditGroup::Kind::action;
  } else if (kind == "general") {
    group.kind = AuditGroup::Kind::general;
  } else if (kind != "thing") {
    return reader.fail(
        node, "'" + group.id + "': kind must be action, thing or general");
  }
  if (group.examples.empty()) {
    return reader.fail(
        node, "'" + group.id +
                  "': has no examples (name [parent, child] that it joins)");
  }
  for (const AuditGroup& other : rules.groups) {
    if (other.id == group.id)
      return reader.fail(node, "'" + group.id + "': this id is taken");
  }
  rules.groups.push_back(std::move(group));
  return {};
}

Result<void> read_branch(const AuditReader& reader, const toml::node& node,
                         AuditRules& rules) {
  AuditBranch branch;
  branch.line = line_of(node);
  const auto done =
      reader.read(&node, "[[branch]]",
                  {{"id", reader.text("id", branch.id)},
                   {"words", reader.texts("words", branch.words)},
                   {"examples", reader.texts("examples", branch.examples)},
                   {"counterexamples",
                    reader.texts("counterexamples", branch.counterexamples)}});
  if (!done) return done;
  if (branch.examples.empty()) {
    return reader.fail(
        node, "'" + branch.id + "': has no examples (name bodies of it)");
  }
  rules.branches.push_back(std::move(branch));
  return {};
}

// `text`, and what it `are`.
template <typename Example>
Result<void> read_example(const AuditReader& reader, const toml::node& node,
                          const char* table,
                          std::vector<std::string> Example::*are,
                          std::vector<Example>& examples) {
  Example example;
  example.line = line_of(node);
  auto done = reader.read(&node, table,
                          {{"text", reader.text("text", example.text)},
                           {"are", reader.texts("are", example.*are)}});
  if (!done) return done;
  examples.push_back(std::move(example));
  return {};
}

Result<void> read_actions(const AuditReader& reader, const toml::node& node,
                          AuditRules& rules) {
  return read_example(reader, node, "[[actions]]", &ActionsExample::actions,
                      rules.actions);
}

Result<void> read_bodies(const AuditReader& reader, const toml::node& node,
                         AuditRules& rules) {
  return read_example(reader, node, "[[bodies]]", &BodiesExample::names,
                      rules.bodies);
}

Result<void> read_verdict(const AuditReader& reader, const toml::node& node,
                          AuditRules& rules) {
  VerdictExample example;
  example.line = line_of(node);
  const auto links = [&](const toml::node& value) {
    return reader.each(value, "links",
                       [&](const toml::node& item) -> Result<void> {
                         example.links.push_back(item.value_or(0));
                         return {};
                       });
  };
  auto done = reader.read(&node, "[[verdict]]",
                          {{"parent", reader.text("parent", example.parent)},
                           {"child", reader.texts("child", example.child)},
                           {"status", reader.text("status", example.status)},
                           {"links", links}});
  if (!done) return done;
  rules.verdicts.push_back(std::move(example));
  return {};
}

Fields threshold_fields(const AuditReader& reader, AuditThresholds& t) {
  return {{"found", reader.number("found", t.found, 1)},
          {"literal", reader.number("literal", t.literal, 1)},
          {"link", reader.number("link", t.link, 1)},
          {"beside", reader.number("beside", t.beside, 1)},
          {"covered", reader.number("covered", t.covered, 1)},
          {"united", reader.number("united", t.united, 1)},
          {"own", reader.number("own", t.own, 1)}};
}

Fields weight_fields(const AuditReader& reader, AuditWeights& w) {
  constexpr double kMost = 10;
  return {{"qualifier", reader.number("qualifier", w.qualifier, 1)},
          {"addressee", reader.number("addressee", w.addressee, 1)},
          {"title", reader.number("title", w.title, 1)},
          {"action", reader.number("action", w.action, kMost)},
          {"synonym", reader.number("synonym", w.synonym, 1)},
          {"lone_word", reader.number("lone_word", w.lone_word, 1)},
          {"rarity", reader.number("rarity", w.rarity, kMost)},
          {"whole", reader.number("whole", w.whole, 1)},
          {"other_verb", reader.number("other_verb", w.other_verb, 1)},
          {"vague", reader.number("vague", w.vague, kMost)},
          {"general", reader.number("general", w.general, 1)},
          {"several", reader.number("several", w.several, 1)},
          {"precision", reader.number("precision", w.precision, kMost)},
          {"branch", reader.number("branch", w.branch, kMost)},
          {"likeness", reader.number("likeness", w.likeness, kMost)},
          {"heading", reader.number("heading", w.heading, kMost)}};
}

Fields word_fields(const AuditReader& reader, AuditRules& rules) {
  return {{"areas", reader.texts("areas", rules.areas)},
          {"level", reader.texts("level", rules.level_words)},
          {"bodies", reader.texts("bodies", rules.body_heads)},
          {"common", reader.texts("common", rules.common_words)},
          {"kept", reader.texts("kept", rules.kept)},
          {"qualifiers", reader.texts("qualifiers", rules.qualifiers)},
          {"starters", reader.texts("starters", rules.starters)},
          {"addressing", reader.texts("addressing", rules.addressing)},
          {"list_openers", reader.texts("list_openers", rules.list_openers)}};
}

}  // namespace

Result<AuditRules> read_audit_rules(const toml::table& table,
                                    const std::string& file) {
  AuditRules rules;
  rules.file = file;
  const AuditReader reader{file};
  const auto inside = [&](const char* what, Fields fields) -> FieldReader {
    return [&reader, what, fields = std::move(fields)](const toml::node& node) {
      return reader.read(&node, what, fields);
    };
  };
  const auto all = [&](const char* what, auto read_one) -> FieldReader {
    return [&, what, read_one](const toml::node& node) {
      return reader.each(node, what, [&](const toml::node& item) {
        return read_one(reader, item, rules);
      });
    };
  };
  const auto done = reader.read(
      &table, "the file",
      {{"thresholds",
        inside("[thresholds]", threshold_fields(reader, rules.thresholds))},
       {"weights", inside("[weights]", weight_fields(reader, rules.weights))},
       {"words", inside("[words]", word_fields(reader, rules))},
       {"same", all("[[same]]", read_group)},
       {"branch", all("[[branch]]", read_branch)},
       {"actions", all("[[actions]]", read_actions)},
       {"bodies", all("[[bodies]]", read_bodies)},
       {"verdict", all("[[verdict]]", read_verdict)}});
  if (!done) return Failure(done.error());
  return rules;
}

}  // namespace kehoach
