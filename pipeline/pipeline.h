// The left half of the house in one call: from the bytes of a file to its
// facts.
#pragma once

#include <string_view>

#include "extract/extract.h"
#include "model/model.h"
#include "model/to_read.h"
#include "read/read.h"
#include "rulebook/rulebook.h"

namespace kehoach {

// Reads one document. Pure: the result depends on the bytes, the rules and the
// program alone; `path` is only copied into the plan (and its ending helps to
// tell Markdown from text).
//
// Error: the format is not read yet, the file is damaged, encrypted, or has no
// text, or memory did not suffice. What is odd about a readable document is in
// `Plan::diagnostics`.
[[nodiscard]] Result<Plan> read_plan(std::string_view bytes,
                                     std::string_view path,
                                     const Rulebook& rules,
                                     const ReadOptions& options = {});

// The same, with the text that is to be kept if `options.keep`: that of
// documents with pages, and of those that LibreOffice converted. Of a text that
// was kept, the bytes are looked at only for their SHA-256 and signatures.
// Error: also `damaged` where the text that was kept is.
[[nodiscard]] Result<ReadPlan> read_keeping(const ToRead& document,
                                            const Rulebook& rules,
                                            const ReadOptions& options);

// How a document was read: what the stages passed on, what they asked the
// rules, and what they made of the answers.
struct Explanation {
  SourceText source;
  NormalText text;
  // Questions to the rules; `extract.log` has the others.
  LookLog mending;
  LookLog outline;
  ExtractTrace extract;
  Plan plan;
};

// The same reading by the same stages, and how it came about. Costs some times
// as much. `log` may bring a clock, by which rules are timed. Error: as
// `read_plan`.
[[nodiscard]] Result<Explanation> explain_plan(std::string_view bytes,
                                               std::string_view path,
                                               const Rulebook& rules,
                                               const ReadOptions& options = {},
                                               const LookLog& log = {});

}  // namespace kehoach
