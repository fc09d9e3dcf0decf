// What a worker does with what it is asked. Private to ingest/.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>

#include "ingest/ingest.h"

namespace kehoach {

enum class Role : std::uint32_t {
  reader,    // makes plans of documents
  unpacker,  // brings the members of containers
  clerk,     // has DOCX made of documents, by LibreOffice
};

// What a worker and the program both see: how far its document has come.
struct Pulse {
  std::atomic<std::uint32_t> beats = 0;
  std::atomic<std::uint32_t> begun = 0;  // documents
  std::atomic<Stage> stage = Stage::read;
};
static_assert(std::atomic<std::uint32_t>::is_always_lock_free);

// All that the workers are given before they are started.
struct WorkPlan {
  ReaderMaker make_reader;
  ConverterMaker make_converter;
  WorkerOptions options;
  Pulse* pulses = nullptr;  // one for each number
};

// What a reader made of a document, and how long that took.
struct Reading {
  Result<ReadPlan> plan;
  std::uint64_t milliseconds = 0;
};
// Reads; what the reader throws is an error too, since a bug that one document
// uncovers must not lose the others.
[[nodiscard]] Reading read_safely(const PlanReader& read_plan,
                                  const ToRead& document);

// Answers what comes from `in`, until that ends. Nothing else is heard of it:
// what libraries write to standard error goes nowhere, but for the reports of
// sanitizers.
void work_as(Role role, const WorkPlan& plan, Pulse& pulse, int in, int out);

}  // namespace kehoach
