// One `[[rule]]`: its fields, its pattern with the sub-patterns filled in, and
// what is wrong with it.

#include "rulebook/rule_reader.h"

#include <algorithm>

#include "rulebook/toml_parts.h"
#include "text/text.h"

namespace kehoach {
namespace {

// A pattern larger than this holds a repetition that was meant to be small.
constexpr int kMostInstructions = 20000;
constexpr int kDeepestRule = 12;

// The fields that are not handed on as attributes.
constexpr std::string_view kKnown[] = {
    "id",       "scope",      "priority", "pattern",
    "triggers", "skip",       "after",    "not_after",
    "before",   "not_before", "examples", "counterexamples"};

struct Reader {
  const std::string& file;
  const Vocabulary& vocabulary;
  Checks checks;
  std::string id;

  [[nodiscard]] Failure fail(int line, const std::string& what) const {
    return Failure(Error{
        Error::Kind::invalid,
        file + ":" + std::to_string(line) + ": rule '" + id + "': " + what});
  }
};

std::string alternation(std::vector<std::string> words) {
  std::stable_sort(words.begin(), words.end(),
                   [](const std::string& a, const std::string& b) {
                     return a.size() > b.size();
                   });
  std::string out = "(?:";
  for (const std::string& word : words) {
    if (out.size() > 3) out += '|';
    out += re2::RE2::QuoteMeta(word);
  }
  return out + ")";
}

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == ':';
  }) && !is_digit(static_cast<unsigned char>(text[0]));
}

// Fills in `{name}` and `{list:name}`. Counted repetitions (`{2,4}`) begin with
// a digit and are left alone.
Result<std::string> expand(const Reader& reader, std::string_view pattern,
                           int line, int depth) {
  if (depth > kDeepestRule)
    return reader.fail(line,
                       "sub-patterns name each other in a circle (break it)");
  std::string out;
  while (!pattern.empty()) {
    const std::size_t open = pattern.find('{');
    const std::size_t close =
        open == std::string_view::npos ? open : pattern.find('}', open);
    if (close == std::string_view::npos) break;
    const std::string_view name = pattern.substr(open + 1, close - open - 1);
    out += pattern.substr(0, open);
    if (!is_name(name)) {
      out += pattern.substr(open, close + 1 - open);
    } else if (starts_with(name, "list:")) {
      const auto list = reader.vocabulary.lists.find(name.substr(5));
      if (list == reader.vocabulary.lists.end()) {
        return reader.fail(line, "unknown list {" + std::string(name) + "}");
      }
      out += alternation(list->second);
    } else {
      const auto sub = reader.vocabulary.patterns.find(name);
      if (sub == reader.vocabulary.patterns.end()) {
        const std::string near = nearest(reader.vocabulary.patterns, name);
        return reader.fail(
            line, "unknown sub-pattern {" + std::string(name) + "}" +
                      (near.empty() ? "" : " (did you mean {" + near + "}?)"));
      }
      auto inner = expand(reader, sub->second.text, line, depth + 1);
      if (!inner) return inner;
      out += "(?:" + *inner + ")";
    }
    pattern.remove_prefix(close + 1);
  }
  return out + std::string(pattern);
}

// Text is folded before it is matched, so a capital or `hoà` never matches.
bool is_folded(std::string_view pattern) {
  std::string plain;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '\\') {
      ++i;
    } else if (pattern.substr(i, 3) == "?P<") {
      i += 2;
    } else {
      plain += pattern[i];
    }
  }
  return fold_for_match(plain) == plain;
}

// What is wrong with `pattern`, the field `key` of a rule.
Result<void> check(const Reader& reader, int line, const std::string& key,
                   const LazyPattern& pattern) {
  if (!is_folded(pattern.expression())) {
    return reader.fail(line, key +
                                 " is matched against folded text (write it in "
                                 "lower case, 'hòa' not 'hoà')");
  }
  if (!pattern->ok()) return reader.fail(line, key + ": " + pattern->error());
  if (pattern->ProgramSize() > kMostInstructions)
    return reader.fail(line, key + " is too large (bound its repetitions)");
  return {};
}

Result<LazyPattern> read_pattern(const Reader& reader, const toml::table& table,
                                 std::string_view key) {
  const toml::node* node = table.get(key);
  if (node == nullptr) return LazyPattern();
  const int line = line_of(*node);
  const auto text = node->value<std::string>();
  if (!text) return reader.fail(line, std::string(key) + " must be a string");
  auto expanded = expand(reader, *text, line, 0);
  if (!expanded) return Failure(expanded.error());
  if (key == "after" || key == "not_after")
    *expanded = "(?:" + *expanded + ")\\z";
  LazyPattern pattern(std::move(*expanded));
  if (reader.checks == Checks::all) {
    if (auto right = check(reader, line, std::string(key), pattern); !right)
      return Failure(right.error());
  }
  return pattern;
}

// `[` and `]` draw the expected match; a backslash in front writes them.
RuleExample read_example(std::string_view drawn, int line) {
  RuleExample example;
  example.line = line;
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    const auto at = static_cast<std::uint32_t>(example.text.size());
    if (drawn[i] == '\\' && i + 1 < drawn.size()) {
      example.text += drawn[++i];
    } else if (drawn[i] == '[') {
      example.match = {at, at};
    } else if (drawn[i] == ']') {
      example.match.end = at;
    } else {
      example.text += drawn[i];
    }
  }
  return example;
}

Result<std::vector<RuleExample>> read_examples(const Reader& reader,
                                               const toml::table& table,
                                               std::string_view key) {
  std::vector<RuleExample> out;
  const toml::array* array = table[key].as_array();
  if (array == nullptr || array->empty()) {
    const int line = line_of(table);
    return reader.fail(line, "has no " + std::string(key) +
                                 " (a rule needs texts that it must match and "
                                 "texts that it must not)");
  }
  for (const toml::node& node : *array) {
    const int line = line_of(node);
    if (const auto text = node.value<std::string>()) {
      out.push_back(read_example(*text, line));
    } else if (const toml::table* pair = node.as_table()) {
      out.push_back(
          read_example((*pair)["text"].value_or(std::string_view{}), line));
      out.back().value = (*pair)["value"].value_or(std::string_view{});
    } else {
      return reader.fail(
          line, std::string(key) + " holds strings or {text, value} tables");
    }
  }
  return out;
}

Result<std::uint32_t> read_scope(const Reader& reader,
                                 const toml::table& table) {
  const toml::node* scope = table.get("scope");
  if (scope == nullptr) return ~0U;
  const toml::array* array = scope->as_array();
  if (array == nullptr)
    return reader.fail(line_of(*scope), "scope must be [\"...\", ...]");
  std::uint32_t sections = 0;
  for (const toml::node& node : *array) {
    const auto name = node.value_or(std::string_view{});
    const auto section = section_named(name);
    if (!section)
      return reader.fail(line_of(node),
                         "unknown scope '" + std::string(name) + "'");
    sections |= 1U << static_cast<unsigned>(*section);
  }
  return sections;
}

Result<std::vector<std::string>> read_triggers(const Reader& reader,
                                               const toml::table& table) {
  std::vector<std::string> out;
  const toml::array* array = table["triggers"].as_array();
  if (array == nullptr || array->empty()) {
    return reader.fail(
        line_of(table),
        R"(has no triggers (name the words that its matches begin with, "\\d" for a number, "^" for the start of a paragraph))");
  }
  for (const toml::node& node : *array) {
    const std::string trigger = node.value_or(std::string());
    if (trigger.empty() ||
        (trigger != "\\d" && fold_for_match(trigger) != trigger)) {
      return reader.fail(line_of(node),
                         "trigger '" + trigger + "' must be folded text");
    }
    out.push_back(trigger);
  }
  return out;
}

void read_attributes(const toml::table& table, Rule& rule) {
  for (const auto& [key, node] : table) {
    if (std::find(std::begin(kKnown), std::end(kKnown), key.str()) !=
        std::end(kKnown))
      continue;
    if (const auto text = node.value<std::string>())
      rule.attributes.emplace(key.str(), *text);
  }
}

}  // namespace

Result<ReadRule> read_rule(const toml::node& node, const std::string& file,
                           Family family, const Vocabulary& vocabulary,
                           Checks checks) {
  const toml::table* table = node.as_table();
  Reader reader{file, vocabulary, checks, ""};
  if (table == nullptr)
    return reader.fail(line_of(node), "[[rule]] must be a table");
  reader.id = (*table)["id"].value_or(std::string());
  if (reader.id.empty()) return reader.fail(line_of(node), "has no id");

  ReadRule out;
  out.rule.id = reader.id;
  out.rule.family = family;
  out.rule.file = file;
  out.rule.line = line_of(node);
  out.rule.priority = (*table)["priority"].value_or(0);
  out.rule.skip = (*table)["skip"].value_or(false);
  read_attributes(*table, out.rule);

  const auto put = [](auto result, auto& target) -> Result<void> {
    if (!result) return Failure(result.error());
    target = std::move(*result);
    return {};
  };
  if (table->get("pattern") == nullptr)
    return reader.fail(out.rule.line, "has no pattern");
  Result<void> done =
      put(read_pattern(reader, *table, "pattern"), out.compiled.pattern);
  if (done)
    done = put(read_pattern(reader, *table, "after"), out.compiled.after);
  if (done)
    done =
        put(read_pattern(reader, *table, "not_after"), out.compiled.not_after);
  if (done)
    done = put(read_pattern(reader, *table, "before"), out.compiled.before);
  if (done)
    done = put(read_pattern(reader, *table, "not_before"),
               out.compiled.not_before);
  if (done) done = put(read_triggers(reader, *table), out.triggers);
  if (done) done = put(read_scope(reader, *table), out.rule.scope);
  if (done)
    done = put(read_examples(reader, *table, "examples"), out.rule.examples);
  if (done)
    done = put(read_examples(reader, *table, "counterexamples"),
               out.rule.counterexamples);
  if (!done) return Failure(done.error());
  out.rule.pattern = out.compiled.pattern.expression();
  return out;
}

}  // namespace kehoach
