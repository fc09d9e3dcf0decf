// Imports of made-up files, and what became of them as lines.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "ingest/ingest.h"
#include "store/sample_plan.h"
#include "store/temp_dir.h"

namespace kehoach {

// Stands in for read_plan: the text of the file is the code of its plan.
inline Result<ReadPlan> toy_reader(const ToRead& document) {
  const std::string_view bytes = document.bytes;
  const std::string name(document.path);
  if (bytes.find("binary") != std::string_view::npos) {
    return Failure(
        Error{Error::Kind::unsupported, name + ": not a format that is read"});
  }
  if (bytes.find("broken") != std::string_view::npos)
    return Failure(Error{Error::Kind::damaged, name + ": the file is cut"});
  if (bytes.find("bug") != std::string_view::npos)
    throw std::logic_error("unforeseen");
  return sample_plan(std::string(bytes) + "/KH-UBND");
}

class IngestTest : public testing::Test {
 protected:
  ImportSummary run(const std::vector<std::string>& paths) {
    statuses.clear();
    const auto store = open_store(db, Access::write);
    EXPECT_TRUE(store) << store.error().message;
    options.on_source = [this](const Source& source) {
      std::string path = source.path;
      const std::string root = dir.path() + "/";
      for (std::size_t at; (at = path.find(root)) != std::string::npos;)
        path.erase(at, root.size());
      statuses += path + " " + std::string(name_of(source.status)) + "\n";
      reasons[path] = source.reason;
    };
    const auto summary = import_files(paths, **store, reader, options);
    EXPECT_TRUE(summary) << summary.error().message;
    return summary ? *summary : ImportSummary();
  }
  ArchiveStatus archive() {
    const auto store = open_store(db, Access::read);
    EXPECT_TRUE(store);
    return *(*store)->status();
  }

  TempDir dir;
  std::string db = dir / "plans.db";
  std::string folder = dir / "in";
  PlanReader reader = toy_reader;
  ImportOptions options{{"1.0", "rules-a"}, false, db, {}, {}, nullptr};
  std::string statuses;  // one line for each path, in order
  std::map<std::string, std::string> reasons;
};

}  // namespace kehoach
