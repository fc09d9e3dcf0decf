// Private to the room: an expression that is compiled when it is first needed.
//
// Compiling all rules takes several times what reading one short plan does, and
// a plan meets few of them.
#pragma once

#include <re2/re2.h>

#include <atomic>
#include <memory>
#include <mutex>
#include <string>

namespace kehoach {

class LazyPattern {
 public:
  LazyPattern() = default;  // no expression
  explicit LazyPattern(std::string expression);

  explicit operator bool() const { return state_ != nullptr; }
  [[nodiscard]] const std::string& expression() const {
    return state_->expression;
  }
  // Compiles at the first call; any number of threads may call at once. Where
  // the expression is wrong, the result is not `ok()` and matches nothing.
  [[nodiscard]] const re2::RE2& operator*() const {
    const re2::RE2* ready = state_->ready.load(std::memory_order_acquire);
    return ready != nullptr ? *ready : compile();
  }
  [[nodiscard]] const re2::RE2* operator->() const { return &**this; }

 private:
  struct State {
    std::string expression;
    std::mutex compiling;
    std::unique_ptr<re2::RE2> compiled;
    std::atomic<const re2::RE2*> ready{nullptr};  // `compiled`, once it is
  };
  [[nodiscard]] const re2::RE2& compile() const;

  std::unique_ptr<State> state_;
};

}  // namespace kehoach
