// `kehoach review set`, `cell` and `take`: verdicts that come in.

#include <CLI/CLI.hpp>
#include <array>
#include <ctime>
#include <filesystem>

#include "cli/commands.h"
#include "cli/named_plans.h"
#include "cli/review_desk.h"
#include "text/text.h"

namespace kehoach {
namespace {

std::string now_utc() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  std::array<char, 32> text{};
  const std::size_t size =
      std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return {text.data(), size};
}

// A database that is there; one that was made for the occasion would have
// nothing to judge.
Result<std::unique_ptr<Store>> open_to_judge(const std::string& database) {
  const auto path = database_or_default(database);
  if (!path) return Failure(path.error());
  std::error_code ignored;
  if (!std::filesystem::exists(*path, ignored))
    return open_store(*path, Access::read);
  auto store = open_store(*path, Access::write);
  if (!store) return store;
  if (auto locked = (*store)->reviews().lock(); !locked)
    return Failure(locked.error());
  return store;
}

// `o12@#3`, `o4 of 218/KH-UBND in 96/KH-UBND`
std::string line_name(const DecisionLine& line) {
  if (!line.id.empty()) return line.id;
  std::string name = line.obligation;
  return name.append(" of ")
      .append(line.parent)
      .append(" in ")
      .append(line.child);
}

// What commands that keep one verdict have in common.
class DecideCommand : public Command {
 public:
  int run(Console& console) override;

 protected:
  explicit DecideCommand(CLI::App* app) : Command(app) {}

  void add_decision(const std::vector<std::string>& verdicts) {
    add_choice(app(), "verdict", verdict_name, verdicts, "What it is");
    app().get_option("verdict")->required();
    app().add_option("--note", line.decision.note, "Why")->type_name("TEXT");
    app()
        .add_option("--by", line.decision.reviewer, "Who decides")
        ->required()
        ->type_name("NAME");
    add_database(app(), database);
  }
  // Brings what was typed into `line`.
  [[nodiscard]] virtual Result<void> fill() = 0;

  DecisionLine line;
  std::string verdict_name, database, rules_folder;
};

int DecideCommand::run(Console& console) {
  const auto verdict = review_verdict_named(verdict_name);
  if (!verdict)
    return console.refuse("there is no verdict '" + verdict_name + "'");
  line.decision.verdict = *verdict;
  line.decision.reviewed_at = now_utc();
  if (auto filled = fill(); !filled)
    return console.refuse(filled.error().message);
  const auto rules = rules_from(rules_folder);
  if (!rules) return console.refuse(rules.error().message);
  const auto store = open_to_judge(database);
  if (!store) return console.refuse(store.error().message);
  ReviewDesk desk(**store, rules->audit());
  if (const auto done = desk.decide(line); !done)
    return console.refuse(done.error().message);
  if (const auto done = (*store)->commit(); !done)
    return console.refuse(done.error().message);
  console.complain("verdict kept: " + line_name(line) + " " +
                   std::string(name_of(*verdict)) + ", by " +
                   line.decision.reviewer);
  return kOk;
}

class ReviewSetCommand final : public DecideCommand {
 public:
  explicit ReviewSetCommand(CLI::App& review)
      : DecideCommand(review.add_subcommand("set", "Judge a fact")) {
    app()
        .add_option("id", line.id,
                    "Its id as 'review list' prints it, such as o12@#3")
        ->required()
        ->type_name("ID");
    add_decision({"accept", "wrong", "correct"});
    app()
        .add_option("--value", line.value,
                    "What is right: a JSON object of the fields of "
                    "kehoach.plan/1 that change; null takes one away")
        ->type_name("JSON");
    app()
        .add_option("--lead", lead_, "Who leads; \"\" for nobody")
        ->type_name("NAME")
        ->excludes("--value");
    app()
        .add_option("--support", support_, "Who supports; \"\" for nobody")
        ->type_name("NAME")
        ->excludes("--value");
    app().footer(
        "'wrong' says that there is no such fact. The new verdict takes the\n"
        "place of an earlier one.\n\n"
        "Examples:\n"
        "  kehoach review set o12@#3 accept --by \"Trần Thị Bình\"\n"
        "  kehoach review set o13@218/KH-UBND correct --lead \"Sở Y tế\" \\\n"
        "    --lead \"Sở Nội vụ\" --note \"hai cơ quan\" --by \"Bình\"\n"
        "  kehoach review set t5@#3 correct --value '{\"value\": 98}' --by "
        "\"Bình\"\n"
        "  kehoach review set d2@#3 wrong --by \"Bình\"");
  }

 private:
  [[nodiscard]] Result<void> fill() override {
    const std::string names = names_correction(lead_, support_);
    if (!names.empty()) line.value = names;
    return {};
  }

  std::vector<std::string> lead_, support_;
};

class ReviewCellCommand final : public DecideCommand {
 public:
  explicit ReviewCellCommand(CLI::App& review)
      : DecideCommand(review.add_subcommand(
            "cell", "Judge what a plan makes of its parent's obligation")) {
    app()
        .add_option("parent", line.parent, "Code or #id of the upper plan")
        ->required()
        ->type_name("PARENT");
    app()
        .add_option("child", line.child, "Code or #id of the lower plan")
        ->required()
        ->type_name("CHILD");
    app()
        .add_option("obligation", line.obligation,
                    "The parent's obligation, such as o4")
        ->required()
        ->type_name("OBLIGATION");
    add_decision({"accept", "correct", "justify", "link-wrong"});
    add_choice(app(), "--status", status_, {"covered", "partial", "missing"},
               "What is right");
    app()
        .add_option("--link", links_,
                    "Obligations of the child: of 'link-wrong' the wrong one, "
                    "of 'correct' all that carry it out")
        ->type_name("OBLIGATION");
    add_rules(app(), rules_folder);
    app().footer(
        "'justify' says that there is a gap and that --note is the reason: it\n"
        "is a gap no longer for the exit status of 'kehoach audit'. Both\n"
        "plans must be in the database.\n\n"
        "Examples:\n"
        "  kehoach review cell 218/KH-UBND 96/KH-UBND o4 justify \\\n"
        "    --note \"huyện không có biển\" --by \"Trần Thị Bình\"\n"
        "  kehoach review cell '#1' '#2' o5 link-wrong --link o9 --by "
        "\"Bình\"\n"
        "  kehoach review cell '#1' '#2' o6 correct --status partial \\\n"
        "    --link o11 --by \"Bình\"");
  }

 private:
  [[nodiscard]] Result<void> fill() override {
    if (line.decision.verdict == ReviewVerdict::correct) {
      const auto status = coverage_named(status_);
      if (status) line.value = to_json(CoverageVerdict{*status, links_});
      return {};
    }
    if (!status_.empty())
      return Failure(
          Error{Error::Kind::invalid, "--status goes with 'correct' alone"});
    if (links_.size() > 1)
      return Failure(Error{Error::Kind::invalid, "give one --link at a time"});
    if (!links_.empty()) line.link = links_.front();
    return {};
  }

  std::string status_;
  std::vector<std::string> links_;
};

class ReviewTakeCommand final : public Command {
 public:
  explicit ReviewTakeCommand(CLI::App& review)
      : Command(review.add_subcommand(
            "take", "Keep verdicts from a file: all of them or none")) {
    app()
        .add_option("file", file_,
                    "A JSON object on each line; - is standard input")
        ->required()
        ->type_name("FILE");
    app()
        .add_option("--by", by_, "Who decides, where a line does not say it")
        ->type_name("NAME");
    add_database(app(), database_);
    add_rules(app(), rules_);
    app().footer(
        "Lines are those of 'review export', from this database or another:\n"
        "of two verdicts about one thing the later stays, and those of plans\n"
        "that are not here yet wait for them. Or lines with ids, as 'review\n"
        "list --format json' prints them, and a verdict:\n"
        "  {\"id\": \"o12@#3\", \"verdict\": \"correct\", \"value\": "
        "{\"lead\": "
        "[\"Sở Y tế\"]}}\n"
        "  {\"parent\": \"#1\", \"child\": \"#2\", \"obligation\": \"o4\",\n"
        "   \"verdict\": \"link-wrong\", \"link\": \"o7\", \"note\": \"...\", "
        "\"by\": \"...\"}\n\n"
        "Examples:\n"
        "  kehoach review take verdicts.jsonl -d out/plans.db\n"
        "  kehoach review list 218/KH-UBND --format json |\n"
        "    jq -c 'select(.id) | .verdict = \"accept\"' |\n"
        "    kehoach review take - --by \"Trần Thị Bình\"");
  }

  int run(Console& console) override;

 private:
  // Lines with ids are decided at once, others gathered.
  [[nodiscard]] Result<void> add(std::string_view line, ReviewDesk& desk);
  // Gives how many verdicts were new.
  [[nodiscard]] Result<std::size_t> take(std::string_view lines,
                                         ReviewDesk& desk);

  std::string file_, by_, database_, rules_, now_;
  std::size_t lines_ = 0, decided_ = 0;
  std::vector<Review> facts_;
  std::vector<CellReview> cells_;
};

Result<void> ReviewTakeCommand::add(std::string_view line, ReviewDesk& desk) {
  auto read = decision_from_json(line);
  if (!read) return Failure(read.error());
  ReviewDecision& decision = std::visit(
      [](auto& any) -> ReviewDecision& { return any.decision; }, *read);
  if (decision.reviewer.empty()) decision.reviewer = by_;
  if (decision.reviewed_at.empty()) decision.reviewed_at = now_;
  ++lines_;
  if (const auto* typed = std::get_if<DecisionLine>(&*read)) {
    ++decided_;
    return desk.decide(*typed);
  }
  if (decision.reviewer.empty()) {
    return Failure(
        Error{Error::Kind::invalid, "who decides? Give a name with --by"});
  }
  if (auto* fact = std::get_if<Review>(&*read))
    facts_.push_back(std::move(*fact));
  if (auto* cell = std::get_if<CellReview>(&*read))
    cells_.push_back(std::move(*cell));
  return {};
}

Result<std::size_t> ReviewTakeCommand::take(std::string_view lines,
                                            ReviewDesk& desk) {
  std::size_t number = 0;
  for (const std::string_view text : split(lines, '\n')) {
    ++number;
    if (trim(text).empty()) continue;
    const auto done = add(text, desk);
    if (done) continue;
    return Failure(Error{
        done.error().kind,
        file_ + ":" + std::to_string(number) + ": " + done.error().message});
  }
  auto facts = desk.keep(facts_);
  if (!facts) return facts;
  auto cells = desk.keep(cells_);
  if (!cells) return cells;
  return decided_ + *facts + *cells;
}

int ReviewTakeCommand::run(Console& console) {
  const auto bytes = bytes_of_file(file_);
  if (!bytes) return console.refuse(bytes.error().message);
  const auto rules = rules_from(rules_);
  if (!rules) return console.refuse(rules.error().message);
  const auto store = open_to_judge(database_);
  if (!store) return console.refuse(store.error().message);
  now_ = now_utc();
  ReviewDesk desk(**store, rules->audit());
  const auto kept = take(*bytes, desk);
  if (!kept) return console.refuse(kept.error().message + "; nothing was kept");
  if (const auto done = (*store)->commit(); !done)
    return console.refuse(done.error().message);
  console.complain(std::to_string(*kept) +
                   (*kept == 1 ? " verdict kept" : " verdicts kept") +
                   (*kept == lines_ ? ""
                                    : ", " + std::to_string(lines_ - *kept) +
                                          " known already"));
  return kOk;
}

}  // namespace

std::unique_ptr<Command> make_review_set(CLI::App& review) {
  return std::make_unique<ReviewSetCommand>(review);
}

std::unique_ptr<Command> make_review_cell(CLI::App& review) {
  return std::make_unique<ReviewCellCommand>(review);
}

std::unique_ptr<Command> make_review_take(CLI::App& review) {
  return std::make_unique<ReviewTakeCommand>(review);
}

}  // namespace kehoach
