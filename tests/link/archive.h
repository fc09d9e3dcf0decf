// A small archive of plans made by hand, in a database of its own.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "link/link.h"
#include "rulebook/shipped.h"
#include "store/temp_dir.h"
#include "text/text.h"

namespace kehoach {

// `{"218/KH-UBND", "UBND tỉnh Cửu Hà", "2024-06-25", "implements"}`
struct CitedCode {
  const char* code;
  const char* issuer = "";
  const char* date = "";
  const char* relation = "implements";
};

// A plan by what matters to linking. A code without digits in front is a
// symbol: the number is blank.
struct PlanFacts {
  std::string code, issuer, date, level, title;
  std::vector<CitedCode> cites;
  std::string media_type = "text/plain";
};

inline std::optional<std::string> said(std::string_view text) {
  if (text.empty()) return std::nullopt;
  return std::string(text);
}

inline Plan plan_of(const PlanFacts& facts) {
  Plan plan;
  Document& d = plan.document;
  const bool numbered =
      !facts.code.empty() && facts.code[0] >= '0' && facts.code[0] <= '9';
  if (numbered) {
    d.code = facts.code;
  } else {
    d.symbol = said(facts.code);
  }
  d.type = facts.code.find("CT/") != std::string::npos ? "CT" : "KH";
  d.issuer = said(facts.issuer);
  d.issued_on = said(facts.date);
  d.level = said(facts.level);
  d.title = facts.title;
  plan.source.media_type = facts.media_type;
  plan.text = facts.title;
  for (const CitedCode& c : facts.cites) {
    Reference r;
    r.code = c.code;
    r.type = std::string_view(c.code).find("CT/") != std::string_view::npos
                 ? "CT"
                 : "KH";
    r.issuer = said(c.issuer);
    r.issued_on = said(c.date);
    r.relation = c.relation;
    r.evidence.quote = std::string("số ") + c.code;
    r.evidence.rule = "reference.number";
    plan.references.push_back(std::move(r));
  }
  return plan;
}

class LinkTest : public testing::Test {
 protected:
  // Imports plans under their names and links, as one run.
  void import(const std::map<std::string, PlanFacts>& plans) {
    begin();
    for (const auto& [name, facts] : plans) save(name, facts);
    finish();
  }
  void drop(const std::string& name) {
    begin();
    ASSERT_TRUE(store->drop_source(name));
    finish();
  }
  void begin() {
    if (!store) {
      auto opened = open_store(path, Access::write);
      ASSERT_TRUE(opened) << opened.error().message;
      store = std::move(*opened);
    }
    const auto begun = store->begin_run({"1", "r"}, 1);
    ASSERT_TRUE(begun) << begun.error().message;
  }
  void save(const std::string& name, const PlanFacts& facts) {
    const Source source = {name, SourceStatus::loaded, "", sha256_hex(name), 1};
    const auto saved = store->save_plan(source, plan_of(facts));
    ASSERT_TRUE(saved) << saved.error().message;
  }
  void finish() {
    const auto linked = link_archive(*store, shipped());
    ASSERT_TRUE(linked) << linked.error().message;
    summary = *linked;
    const auto done = store->finish_run({}, false);
    ASSERT_TRUE(done) << done.error().message;
  }
  std::string name_of_document(DocumentId id) {
    if (id == 0) return "-";
    const auto plan = store->load_plan(id);
    return plan ? plan->source.path : "?";
  }
  // Where the citations of a plan lead: `218/KH-UBND resolved a.txt`.
  std::string links_of(const std::string& name) {
    const auto known = store->find_by_sha256(sha256_hex(name));
    if (!known || !*known) return "no such plan\n";
    const auto edges = store->links().edges_of((*known)->id);
    std::string all;
    for (const FamilyEdge& edge : *edges) {
      all += edge.cited.code + " ";
      all += kehoach::name_of(edge.state);
      all += " " + name_of_document(edge.parent) + "\n";
    }
    return all;
  }

  TempDir dir;
  std::string path = dir / "plans.db";
  std::unique_ptr<Store> store;
  LinkSummary summary;
};

}  // namespace kehoach
