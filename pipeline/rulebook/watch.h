// Private to the room: who is told what becomes of each rule while matching.
//
// Matching is written once, for a watch: the one that sees nothing costs
// nothing, the other keeps all that it is told.
#pragma once

#include "rulebook/rulebook.h"

namespace kehoach {

struct NoWatch {
  static constexpr bool kSees = false;
  void begin() {}
  void tried(const Rule& /*rule*/, Verdict /*verdict*/, const Match& /*match*/,
             const Rule* /*rival*/) {}
  void beaten(const Rule& /*rule*/, const Rule& /*by*/) {}
};

class Recorder {
 public:
  static constexpr bool kSees = true;

  Recorder(Look look, const LookLog& log)
      : look_(std::move(look)), clock_(log.clock) {}

  // A rule is about to be tried.
  void begin() { begun_ = clock_ != nullptr ? clock_() : 0; }
  void tried(const Rule& rule, Verdict verdict, const Match& match,
             const Rule* rival) {
    const std::uint64_t time = clock_ != nullptr ? clock_() - begun_ : 0;
    look_.attempts.push_back(
        {&rule, verdict, match.span, rival, match.groups, time});
  }
  // The match of `rule` that had won so far is not as good as the newest one.
  void beaten(const Rule& rule, const Rule& by) {
    for (auto at = look_.attempts.rbegin(); at != look_.attempts.rend(); ++at) {
      if (at->rule != &rule || at->verdict != Verdict::won) continue;
      at->verdict = Verdict::lost;
      at->rival = &by;
      return;
    }
  }

  [[nodiscard]] Look take() { return std::move(look_); }

 private:
  Look look_;
  std::uint64_t (*clock_)();
  std::uint64_t begun_ = 0;
};

}  // namespace kehoach
