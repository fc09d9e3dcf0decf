// Plans made of a few lines, read whole.
#pragma once

#include <gtest/gtest.h>

#include <sstream>
#include <string>

#include "extract/extract.h"
#include "pipeline.h"
#include "rulebook/shipped.h"

namespace kehoach {

inline Plan read_text(const std::string& text) {
  auto plan = read_plan(text, "test.md", shipped());
  EXPECT_TRUE(plan) << plan.error().message;
  return plan ? std::move(*plan) : Plan{};
}

// A plan with `body` below its head; its issuer and date are given.
inline Plan plan_of(const std::string& body) {
  return read_text(
      "ỦY BAN NHÂN DÂN\nTỈNH KHÁNH HÒA\n\nSố: 8916/KH-UBND\n\nKhánh Hòa, ngày "
      "13 tháng 8 năm "
      "2024\n\nKẾ HOẠCH\n\nChăm sóc trẻ em\n\n" +
      body + "\n");
}

// The same with `line` as the one task.
inline Plan task_of(const std::string& line) {
  return plan_of("I. NHIỆM VỤ\n\n1. " + line + "\n\n2. Việc khác.");
}

inline std::string join(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names)
    out += (out.empty() ? "" : " | ") + name;
  return out;
}

// What the obligations quote.
// `indicator comparator value unit by due`, parted by semicolons.
inline std::string targets_of(const Plan& plan) {
  std::ostringstream out;
  for (const Target& t : plan.targets) {
    out << (out.tellp() > 0 ? "; " : "") << t.indicator << ' ' << t.comparator
        << ' ' << t.value;
    if (t.value_to) out << ".." << *t.value_to;
    out << ' ' << t.unit << (t.due ? " by " + *t.due : "");
  }
  return out.str();
}

inline std::string quotes_of(const Plan& plan) {
  std::vector<std::string> quotes;
  for (const Obligation& o : plan.obligations)
    quotes.push_back(o.evidence.quote);
  return join(quotes);
}

// `|` begins a cell, `/` a row, `^3` behind `|` merges three rows, `>2` two
// columns.
inline std::string table(std::string_view marks) {
  std::string out;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (marks[i] == '/') {
      out += "<tr>";
    } else if (marks[i] == '|') {
      out += "<td";
      while (i + 2 < marks.size() &&
             (marks[i + 1] == '^' || marks[i + 1] == '>')) {
        out += marks[i + 1] == '^' ? " rowspan=" : " colspan=";
        out += marks[i + 2];
        i += 2;
      }
      out += ">";
    } else {
      out += marks[i];
    }
  }
  return out;
}

}  // namespace kehoach
