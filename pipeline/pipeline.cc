#include "pipeline.h"

#include <algorithm>
#include <new>

#include "extract/extract.h"
#include "normalise/normalise.h"
#include "outline/outline.h"
#include "read/read.h"

namespace kehoach {
namespace {

// Page and box of a fact: those of its first word, the box grown over the words
// of that page. Its confidence is that of its least certain word: a fact is
// wrong as soon as one word is, and a mean over sixty words hides that.
class Placer {
 public:
  Placer(const SourceText& source, const NormalText& text)
      : source_(source), text_(text) {}

  void place(Evidence& evidence) const {
    if (source_.words.empty()) return;
    const Span origin = text_.source.source(evidence.span);
    auto word = std::lower_bound(
        source_.words.begin(), source_.words.end(), origin.begin,
        [](const SourceWord& w, std::uint32_t at) { return w.span.end <= at; });
    if (word == source_.words.end()) return;
    evidence.page = word->page;
    evidence.box = word->box;
    evidence.confidence = word->confidence;
    for (; word != source_.words.end() && word->span.begin < origin.end;
         ++word) {
      evidence.confidence = std::min(evidence.confidence, word->confidence);
      if (word->page != evidence.page) continue;
      evidence.box.x0 = std::min(evidence.box.x0, word->box.x0);
      evidence.box.y0 = std::min(evidence.box.y0, word->box.y0);
      evidence.box.x1 = std::max(evidence.box.x1, word->box.x1);
      evidence.box.y1 = std::max(evidence.box.y1, word->box.y1);
    }
    evidence.certainty = std::min(evidence.certainty, by_recognition(evidence));
  }

 private:
  // How sure a fact can be whose words were recognised in a picture.
  static Certainty by_recognition(const Evidence& evidence) {
    constexpr float kSure = 0.8F;
    constexpr float kDoubtful = 0.5F;
    if (evidence.confidence >= kSure) return Certainty::high;
    return evidence.confidence >= kDoubtful ? Certainty::medium
                                            : Certainty::low;
  }

  const SourceText& source_;
  const NormalText& text_;
};

void place_facts(const SourceText& source, const NormalText& text, Plan& plan) {
  const Placer placer(source, text);
  for (Reference& r : plan.references) placer.place(r.evidence);
  for (Obligation& o : plan.obligations) placer.place(o.evidence);
  for (Deadline& d : plan.deadlines) placer.place(d.evidence);
  for (Target& t : plan.targets) placer.place(t.evidence);
}

void begin(Stage stage, const ReadOptions& options) {
  if (options.on_step) options.on_step(stage);
}

// The text of a document, as it was kept where it was.
Result<SourceText> source_of(const ToRead& document,
                             const ReadOptions& options) {
  begin(Stage::read, options);
  if (document.kept.empty())
    return read(document.bytes, document.path, options);
  auto source = text_of_kept(document.kept);
  if (!source)
    source.error().message.insert(0, std::string(document.path) + ": ");
  return source;
}

// All stages behind reading, in order. `why` keeps what they pass on, where
// somebody asks.
Plan plan_of(const SourceText& source, const ToRead& document,
             const Rulebook& rules, const ReadOptions& options,
             Explanation* why) {
  begin(Stage::normalise, options);
  NormalText text = normalise(source);
  if (options.mend)
    text = mended(std::move(text), source, rules,
                  why == nullptr ? nullptr : &why->mending);
  raise_tables(text, rules);
  begin(Stage::outline, options);
  const Outline tree =
      outline(text, rules, why == nullptr ? nullptr : &why->outline);
  begin(Stage::extract, options);
  Plan plan =
      extract(text, tree, rules, why == nullptr ? nullptr : &why->extract);
  plan.bodies = rules.bodies().resolve(plan);
  place_facts(source, text, plan);
  plan.source = {std::string(document.path),
                 sha256_hex(document.bytes),
                 source.media_type,
                 document.bytes.size(),
                 source.pages,
                 source.stamps,
                 signatures(document.bytes)};
  if (options.keep) plan.sketch = sketch_of(plan.text);
  if (why != nullptr) why->text = std::move(text);
  return plan;
}

// What `read` gives of the document at `path`, or that memory ended before.
template <typename Read>
auto in_memory(std::string_view path, const Read& read) -> decltype(read()) {
  try {
    return read();
  } catch (const std::bad_alloc&) {
    return failure(Error::Kind::out_of_memory, path,
                   "needs more memory than there is; split it, or read it "
                   "where there is more");
  }
}

}  // namespace

Result<Plan> read_plan(std::string_view bytes, std::string_view path,
                       const Rulebook& rules, const ReadOptions& options) {
  return in_memory(path, [&]() -> Result<Plan> {
    const ToRead document{bytes, path, {}};
    const auto source = source_of(document, options);
    if (!source) return Failure(source.error());
    return plan_of(*source, document, rules, options, nullptr);
  });
}

Result<ReadPlan> read_keeping(const ToRead& document, const Rulebook& rules,
                              const ReadOptions& options) {
  return in_memory(document.path, [&]() -> Result<ReadPlan> {
    const auto source = source_of(document, options);
    if (!source) return Failure(source.error());
    Plan plan = plan_of(*source, document, rules, options, nullptr);
    const bool keep = options.keep && document.kept.empty() &&
                      (source->pages > 0 || document.converted);
    return ReadPlan(std::move(plan),
                    keep ? kept_text(*source, options) : std::string());
  });
}

Result<Explanation> explain_plan(std::string_view bytes, std::string_view path,
                                 const Rulebook& rules,
                                 const ReadOptions& options,
                                 const LookLog& log) {
  Explanation why;
  for (LookLog* each :
       {&why.mending, &why.outline, &why.extract.log, &why.extract.aside})
    each->clock = log.clock;
  return in_memory(path, [&]() -> Result<Explanation> {
    const ToRead document{bytes, path, {}};
    auto source = source_of(document, options);
    if (!source) return Failure(source.error());
    why.plan = plan_of(*source, document, rules, options, &why);
    why.source = std::move(*source);
    return std::move(why);
  });
}

}  // namespace kehoach
