// A plan of a few obligations, by place, words and lead.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "model/model.h"

namespace kehoach {

struct Fact {
  std::uint32_t begin = 0;
  const char* quote = "";
  const char* lead = "Đội vệ sinh";
};

inline Plan plan_of(const std::vector<Fact>& facts) {
  Plan plan;
  for (const Fact& fact : facts) {
    Obligation o;
    o.evidence.quote = fact.quote;
    o.evidence.span = {fact.begin, fact.begin + 5};
    o.lead = {fact.lead};
    plan.obligations.push_back(std::move(o));
  }
  return plan;
}

}  // namespace kehoach
