#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <set>

#include "cli/commands.h"
#include "cli/review_desk.h"

namespace kehoach {
namespace {

namespace fs = std::filesystem;

std::string now_utc() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  std::array<char, 32> text{};
  const std::size_t size =
      std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return {text.data(), size};
}

class ReviewCommand final : public Command {
 public:
  explicit ReviewCommand(CLI::App& parent)
      : Command(parent.add_subcommand(
            "review", "List what a person should judge, and keep verdicts")) {
    add_list();
    add_set();
    add_cell();
    add_take();
    add_export();
  }

  int run(Console& console) override;

 private:
  void add_list();
  void add_set();
  void add_cell();
  void add_take();
  void add_export();
  // What all commands that decide have.
  void add_decision(CLI::App& command);
  CLI::App* add_command(const char* name, const char* about) {
    CLI::App* const command = app().add_subcommand(name, about);
    command->fallthrough();
    return command;
  }

  int list(ReviewDesk& desk, Store& store, Console& console);
  int decide(ReviewDesk& desk, Store& store, Console& console);
  int take(ReviewDesk& desk, Store& store, Console& console);
  int write_gold(ReviewDesk& desk, Store& store, Console& console);
  [[nodiscard]] bool is_wanted(const FactToJudge& fact) const;

  CLI::App *set_ = nullptr, *cell_ = nullptr, *take_ = nullptr,
           *export_ = nullptr;
  std::string database_, rules_, format_, document_, verdict_, file_, folder_;
  std::vector<std::string> lead_, support_;
  bool suspect_ = false, all_ = false;
  DecisionLine line_;
};

void ReviewCommand::add_list() {
  add_database(app(), database_);
  add_rules(app(), rules_);
  app().add_flag("--suspect", suspect_,
                 "Only what changed since it was judged, or is gone");
  app().add_flag("--all", all_,
                 "Also what is certain, and what was judged already");
  app()
      .add_option("--document", document_, "Only this plan")
      ->type_name("CODE|#ID");
  add_format(app(), format_, {"text", "json"});
  app().footer(
      "Lists the facts that wait for a verdict, those of low certainty first,\n"
      "each with its id; json prints one object a line. Verdicts are kept\n"
      "beside what was read: they outlive imports and other rules, and become\n"
      "suspect when the words or the values of the fact change.\n\n"
      "Examples:\n"
      "  kehoach review -d out/plans.db\n"
      "  kehoach review set o12@#3 accept --by \"Trần Thị Bình\"\n"
      "  kehoach review set o13@#3 correct --lead \"Sở Y tế\" --by \"Bình\"\n"
      "  kehoach review cell 218/KH-UBND 96/KH-UBND o4 justify \\\n"
      "    --note \"huyện không có biển\" --by \"Bình\"\n"
      "  kehoach review --suspect --format json\n"
      "  kehoach review export -o out/gold");
}

void ReviewCommand::add_decision(CLI::App& command) {
  command.add_option("--note", line_.decision.note, "Why")->type_name("TEXT");
  command.add_option("--by", line_.decision.reviewer, "Who decides")
      ->required()
      ->type_name("NAME");
}

void ReviewCommand::add_set() {
  set_ = add_command("set", "Judge a fact");
  set_->add_option("id", line_.id, "Its id, such as o12@#3")
      ->required()
      ->type_name("ID");
  add_choice(*set_, "verdict", verdict_, {"accept", "wrong", "correct"},
             "What it is");
  set_->get_option("verdict")->required();
  set_->add_option("--value", line_.value,
                   "What is right: a JSON object of the fields of "
                   "kehoach.plan/1 that change")
      ->type_name("JSON");
  set_->add_option("--lead", lead_, "Who leads; \"\" for nobody")
      ->type_name("NAME");
  set_->add_option("--support", support_, "Who supports; \"\" for nobody")
      ->type_name("NAME");
  add_decision(*set_);
}

void ReviewCommand::add_cell() {
  cell_ = add_command("cell", "Justify a gap of an audit, or reject a link");
  cell_->add_option("parent", line_.parent, "Code or #id of the upper plan")
      ->required()
      ->type_name("PARENT");
  cell_->add_option("child", line_.child, "Code or #id of the lower plan")
      ->required()
      ->type_name("CHILD");
  cell_
      ->add_option("obligation", line_.obligation,
                   "The parent's obligation, such as o4")
      ->required()
      ->type_name("OBLIGATION");
  add_choice(*cell_, "verdict", verdict_, {"justify", "link-wrong"},
             "What it is");
  cell_->get_option("verdict")->required();
  cell_
      ->add_option("--link", line_.link,
                   "The child's obligation of the wrong link")
      ->type_name("OBLIGATION");
  add_decision(*cell_);
}

void ReviewCommand::add_take() {
  take_ = add_command("take", "Keep verdicts from a file, all or none");
  take_->add_option("file", file_, "A JSON object a line; - is standard input")
      ->required()
      ->type_name("FILE");
  take_
      ->add_option("--by", line_.decision.reviewer,
                   "Who decides, where a line does not say it")
      ->type_name("NAME");
  take_->footer(
      "A line:\n"
      "  {\"id\": \"o12@#3\", \"verdict\": \"correct\", \"value\": {\"lead\": "
      "[\"Sở Y tế\"]}}\n"
      "  {\"parent\": \"218/KH-UBND\", \"child\": \"96/KH-UBND\", "
      "\"obligation\": \"o4\",\n"
      "   \"verdict\": \"link-wrong\", \"link\": \"o7\", \"note\": \"...\", "
      "\"by\": \"...\"}");
}

void ReviewCommand::add_export() {
  export_ = add_command(
      "export", "Write the plans that were judged whole for 'kehoach eval'");
  export_->add_option("-o,--output", folder_, "The folder of the gold files")
      ->required()
      ->type_name("DIR");
  export_->footer(
      "A plan is written when each of its facts, and the document itself\n"
      "(doc@#3), has a verdict that is not suspect: NAME.gold.json, named\n"
      "after its file. What the reader missed is not among its facts: add it\n"
      "to the file by hand.");
}

bool ReviewCommand::is_wanted(const FactToJudge& fact) const {
  const bool changed =
      fact.review && fact.review->state != ReviewState::current;
  if (suspect_) return changed;
  if (all_ || changed) return true;
  return !fact.review && fact.evidence.certainty != Certainty::high;
}

int ReviewCommand::list(ReviewDesk& desk, Store& store, Console& console) {
  std::vector<FactToJudge> wanted;
  const auto keep = [&](const ReviewedPlan& reviewed) {
    for (FactToJudge& fact : facts_to_judge(reviewed)) {
      if (is_wanted(fact)) wanted.push_back(std::move(fact));
    }
  };
  if (!document_.empty()) {
    const auto found = desk.find(document_);
    if (!found) return console.refuse(found.error().message);
    keep(**found);
  } else {
    const auto documents = store.reviews().documents(all_);
    if (!documents) return console.refuse(documents.error().message);
    for (const DocumentToReview& document : *documents) {
      const auto reviewed = desk.load(document);
      if (!reviewed) return console.refuse(reviewed.error().message);
      keep(*reviewed);
    }
  }
  std::stable_sort(wanted.begin(), wanted.end(),
                   [](const FactToJudge& a, const FactToJudge& b) {
                     return a.evidence.certainty < b.evidence.certainty;
                   });
  for (const FactToJudge& fact : wanted) {
    if (!console.print(format_ == "json" ? judge_json(fact) + "\n"
                                         : judge_text(fact, console.style())))
      return kOk;
  }
  if (wanted.empty() && format_ != "json")
    console.complain("nothing waits for a verdict");
  return kOk;
}

int ReviewCommand::decide(ReviewDesk& desk, Store& store, Console& console) {
  const auto verdict = review_verdict_named(verdict_);
  if (!verdict) return console.refuse("there is no verdict '" + verdict_ + "'");
  line_.decision.verdict = *verdict;
  line_.decision.reviewed_at = now_utc();
  const std::string names = names_correction(lead_, support_);
  if (!names.empty() && !line_.value.empty()) {
    return console.refuse("give --value or --lead and --support, not both");
  }
  if (!names.empty()) line_.value = names;
  if (const auto done = desk.decide(line_); !done)
    return console.refuse(done.error().message);
  if (const auto done = store.commit(); !done)
    return console.refuse(done.error().message);
  return kOk;
}

int ReviewCommand::take(ReviewDesk& desk, Store& store, Console& console) {
  const auto bytes =
      read_file(file_ == "-" ? "/dev/stdin" : file_, kMaxFileBytes);
  if (!bytes) return console.refuse(bytes.error().message);
  const std::string now = now_utc();
  std::size_t number = 0;
  std::size_t kept = 0;
  for (const std::string_view text : split(*bytes, '\n')) {
    ++number;
    if (trim(text).empty()) continue;
    auto line = decision_from_json(text);
    Result<void> done;
    if (!line) {
      done = Failure(line.error());
    } else {
      ReviewDecision& decision = line->decision;
      if (decision.reviewer.empty())
        decision.reviewer = line_.decision.reviewer;
      if (decision.reviewed_at.empty()) decision.reviewed_at = now;
      done = desk.decide(*line);
    }
    if (!done) {
      return console.refuse(file_ + ":" + std::to_string(number) + ": " +
                            done.error().message + "; nothing was kept");
    }
    ++kept;
  }
  if (const auto done = store.commit(); !done)
    return console.refuse(done.error().message);
  console.complain(std::to_string(kept) + " verdicts kept");
  return kOk;
}

int ReviewCommand::write_gold(ReviewDesk& desk, Store& store,
                              Console& console) {
  const auto documents = store.reviews().documents(true);
  if (!documents) return console.refuse(documents.error().message);
  std::error_code failed;
  fs::create_directories(folder_, failed);
  std::set<std::string> names;
  for (const DocumentToReview& document : *documents) {
    const auto reviewed = desk.load(document);
    if (!reviewed) return console.refuse(reviewed.error().message);
    const auto gold = gold_of(reviewed->plan, reviewed->reviews);
    if (!gold) continue;
    const std::string name = fs::path(document.path).stem().string();
    const std::string path = (fs::path(folder_) / name).string() + ".gold.json";
    if (!names.insert(name).second) {
      console.complain(document.path + ": left out, since another plan gave " +
                       path);
      continue;
    }
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out << indent_json(to_json(*gold)) << '\n';
    out.close();
    if (!out) {
      return console.refuse(path +
                            ": cannot be written; check the path and "
                            "the room on the disk");
    }
    (void)console.print(path + "\n");
  }
  console.complain(std::to_string(names.size()) + " of " +
                   std::to_string(documents->size()) +
                   " plans were judged whole");
  return names.empty() ? kNothingFound : kOk;
}

int ReviewCommand::run(Console& console) {
  const auto database = database_or_default(database_);
  if (!database) return console.refuse(database.error().message);
  const bool writes = set_->parsed() || cell_->parsed() || take_->parsed();
  std::error_code ignored;
  // Nothing can be judged in a database that is made for the occasion.
  const bool is_new = !fs::exists(*database, ignored);
  const auto store =
      open_store(*database, writes && !is_new ? Access::write : Access::read);
  if (!store) return console.refuse(store.error().message);
  const auto rules = rules_from(rules_);
  if (!rules) return console.refuse(rules.error().message);
  ReviewDesk desk(**store, *rules);
  if (take_->parsed()) return take(desk, **store, console);
  if (writes) return decide(desk, **store, console);
  if (export_->parsed()) return write_gold(desk, **store, console);
  return list(desk, **store, console);
}

}  // namespace

std::unique_ptr<Command> make_review(CLI::App& parent) {
  return std::make_unique<ReviewCommand>(parent);
}

}  // namespace kehoach
