// From TOML and TSV to a rule book, and what is wrong with them by file and
// line.

#include <algorithm>
#include <fstream>
#include <sstream>

#include "rulebook/audit_reader.h"
#include "rulebook/body_check.h"
#include "rulebook/compiled.h"
#include "rulebook/rule_reader.h"
#include "rulebook/table_lines.h"
#include "shipped_rules.h"
#include "text/text.h"

namespace kehoach {
namespace {

std::optional<Family> family_named(std::string_view name) {
  for (std::size_t i = 0; i < kFamilyCount; ++i) {
    if (name_of(static_cast<Family>(i)) == name) return static_cast<Family>(i);
  }
  return std::nullopt;
}

std::string stem(std::string_view file) {
  const std::size_t slash = file.rfind('/');
  if (slash != std::string_view::npos) file.remove_prefix(slash + 1);
  return std::string(file.substr(0, file.rfind('.')));
}

std::vector<Row> read_table(std::string_view content) {
  std::vector<Row> rows;
  for (TableLine& line : table_lines(content))
    rows.push_back(std::move(line.cells));
  return rows;
}

Result<std::vector<ParsedFile>> parse_files(
    const std::vector<RuleFile>& files) {
  std::vector<ParsedFile> parsed;
  for (const RuleFile& file : files) {
    if (!ends_with(file.name, ".toml")) continue;
    // The library reports by exception; none leaves this function.
    try {
      parsed.push_back(
          {&file, toml::parse(std::string_view(file.content), file.name)});
    } catch (const toml::parse_error& e) {
      return Failure(Error{Error::Kind::invalid,
                           file.name + ":" +
                               std::to_string(e.source().begin.line) + ": " +
                               std::string(e.description())});
    }
  }
  return parsed;
}

Failure wrong(const std::string& file, const toml::node& node,
              const std::string& what) {
  return Failure(Error{
      Error::Kind::invalid,
      file + ":" + std::to_string(node.source().begin.line) + ": " + what});
}

// What a message quotes from a file may hold line breaks.
Failure in_one_line(Error error) {
  const auto breaks = [](char c) { return c == '\n' || c == '\r'; };
  std::replace_if(error.message.begin(), error.message.end(), breaks, ' ');
  return Failure(std::move(error));
}

// An empty word would stand everywhere, a missing one nowhere: both are said.
Result<void> collect_list(const std::string& file, const std::string& name,
                          const toml::node& node, Vocabulary& vocabulary) {
  const toml::array* array = node.as_array();
  if (array == nullptr)
    return wrong(file, node, "list '" + name + "' must be [\"...\", ...]");
  std::vector<std::string> words;
  for (const toml::node& word : *array) {
    words.push_back(fold_for_match(word.value_or(std::string_view{})));
    if (trim(words.back()).empty())
      return wrong(file, word,
                   "list '" + name + "': each entry must be a text, not empty");
  }
  vocabulary.lists[name] = std::move(words);
  return {};
}

Result<void> collect_names(const std::vector<ParsedFile>& files,
                           Vocabulary& vocabulary) {
  for (const ParsedFile& parsed : files) {
    const std::string& file = parsed.file->name;
    if (const toml::table* lists = parsed.toml["lists"].as_table()) {
      for (const auto& [name, node] : *lists) {
        auto done =
            collect_list(file, std::string(name.str()), node, vocabulary);
        if (!done) return done;
      }
    }
    if (const toml::table* patterns = parsed.toml["patterns"].as_table()) {
      for (const auto& [name, node] : *patterns) {
        const auto text = node.value<std::string>();
        if (!text)
          return wrong(
              file, node,
              "sub-pattern {" + std::string(name.str()) + "} must be a string");
        vocabulary.patterns[std::string(name.str())] = {
            *text, file, static_cast<int>(node.source().begin.line)};
      }
    }
  }
  return {};
}

Phrases phrases_of(const std::vector<std::string>& words) {
  std::vector<Phrase> phrases;
  for (std::uint32_t i = 0; i < words.size(); ++i)
    phrases.push_back({words[i], i});
  return Phrases(std::move(phrases));
}

// Adds the columns of `rows`, by `table.column`.
void add_columns(const std::string& table, const std::vector<Row>& rows,
                 std::map<std::string, Phrases, std::less<>>& out) {
  std::map<std::string, std::vector<Phrase>, std::less<>> columns;
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    for (const auto& [column, cell] : rows[i]) {
      for (const std::string_view word : split(cell, '|'))
        columns[column].push_back({fold_for_match(word), i});
    }
  }
  for (auto& [column, phrases] : columns) {
    std::string name = table;
    name.append(".").append(column);
    out.emplace(std::move(name), Phrases(std::move(phrases)));
  }
}

Result<std::string> read_whole(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  // An empty file is one that gives nothing, and no failure.
  if (in.is_open() && in.peek() != std::ifstream::traits_type::eof())
    out << in.rdbuf();
  if (!in.is_open() || in.bad() || out.fail()) {
    return Failure(Error{Error::Kind::io,
                         path.string() + ": cannot read the rules; check that "
                                         "it is a file and may be read"});
  }
  return out.str();
}

// Of the digests of the files, each (name, content).
class RulesHash {
 public:
  void add(std::string_view name, std::string_view content) {
    all_ += stem(name) + '\0' + sha256_hex(content);
  }
  [[nodiscard]] std::string hex() const { return sha256_hex(all_); }

 private:
  std::string all_;
};

std::string hash_of(const std::vector<RuleFile>& files) {
  RulesHash hash;
  for (const RuleFile& file : files) hash.add(file.name, file.content);
  return hash.hex();
}

}  // namespace

void Rulebook::Impl::add(ReadRule rule) {
  const auto index = static_cast<std::uint32_t>(rules.size());
  for (const std::string& trigger : rule.triggers) {
    if (trigger == "^") {
      at_start.push_back(index);
    } else if (trigger == "\\d") {
      at_digit.push_back(index);
    } else {
      triggers.add(trigger, index);
    }
  }
  openings.add(rule.rule.pattern, rule.triggers);
  rules.push_back(std::move(rule.rule));
  compiled.push_back(std::move(rule.compiled));
}

Result<void> Rulebook::Impl::add_rules(const ParsedFile& parsed,
                                       const Vocabulary& vocabulary,
                                       Checks checks) {
  const toml::array* array = parsed.toml["rule"].as_array();
  if (array == nullptr) return {};
  const std::string& file = parsed.file->name;
  const auto family = family_named(stem(file));
  if (!family) {
    return Failure(Error{
        Error::Kind::invalid,
        file + ": nothing reads rules of this file (name it outline, identity, "
               "references, assignments, deadlines, targets or mend)"});
  }
  for (const toml::node& node : *array) {
    auto rule = read_rule(node, file, *family, vocabulary, checks);
    if (!rule) return Failure(rule.error());
    const std::string& id = rule->rule.id;
    if (std::any_of(rules.begin(), rules.end(),
                    [&](const Rule& other) { return other.id == id; })) {
      return wrong(file, node,
                   "rule '" + id + "': this id is taken (choose another)");
    }
    add(std::move(*rule));
  }
  return {};
}

Result<Rulebook> parse_rulebook(const std::vector<RuleFile>& files,
                                Checks checks) {
  auto impl = std::make_unique<Rulebook::Impl>();
  auto parsed = parse_files(files);
  if (!parsed) return in_one_line(parsed.error());
  if (auto bodies = check_bodies(files); !bodies)
    return in_one_line(bodies.error());
  Vocabulary vocabulary;
  if (auto named = collect_names(*parsed, vocabulary); !named)
    return in_one_line(named.error());
  for (const ParsedFile& file : *parsed) {
    if (stem(file.file->name) == "audit") {
      auto audit = read_audit_rules(file.toml, file.file->name);
      if (!audit) return in_one_line(audit.error());
      impl->audit = std::move(*audit);
      continue;
    }
    if (auto added = impl->add_rules(file, vocabulary, checks); !added)
      return in_one_line(added.error());
  }
  impl->triggers.build();
  impl->openings.build();
  impl->lists = std::move(vocabulary.lists);
  for (const RuleFile& file : files) {
    if (ends_with(file.name, ".tsv"))
      impl->tables[stem(file.name)] = read_table(file.content);
  }
  for (const auto& [name, words] : impl->lists)
    impl->phrases.emplace(name, phrases_of(words));
  for (const auto& [name, rows] : impl->tables)
    add_columns(name, rows, impl->phrases);
  impl->hash = hash_of(files);
  Rulebook book(std::move(impl));
  book.impl_->bodies = std::make_unique<const Bodies>(book);
  return book;
}

Result<Rulebook> load_rulebook(const std::filesystem::path& dir) {
  std::vector<RuleFile> files;
  std::error_code failed;
  std::filesystem::directory_iterator at(dir, failed);
  // Ends where it fails: the increment of a range-for would throw.
  for (; !failed && at != std::filesystem::directory_iterator();
       at.increment(failed)) {
    const auto ending = at->path().extension();
    if (ending != ".toml" && ending != ".tsv") continue;
    auto content = read_whole(at->path());
    if (!content) return Failure(std::move(content.error()));
    files.push_back({at->path().string(), std::move(*content)});
  }
  if (failed) {
    return Failure(
        Error{Error::Kind::io,
              dir.string() + ": cannot read the rules: " + failed.message()});
  }
  if (files.empty()) {
    return Failure(
        Error{Error::Kind::io,
              dir.string() +
                  ": no rules here (give a folder of .toml and .tsv files)"});
  }
  std::sort(
      files.begin(), files.end(),
      [](const RuleFile& a, const RuleFile& b) { return a.name < b.name; });
  return parse_rulebook(files);
}

namespace {

std::vector<RuleFile> shipped_files() {
  std::vector<RuleFile> files;
  for (const auto& [name, content] : shipped_rules()) {
    files.push_back({"rules/" + std::string(name), std::string(content)});
  }
  return files;
}

}  // namespace

// Tests load the same files with all checks.
Result<Rulebook> default_rulebook() {
  return parse_rulebook(shipped_files(), Checks::tables);
}

std::string default_rulebook_hash() {
  RulesHash hash;
  for (const auto& [name, content] : shipped_rules()) hash.add(name, content);
  return hash.hex();
}

}  // namespace kehoach
