#include "rulebook/lazy_pattern.h"

namespace kehoach {

LazyPattern::LazyPattern(std::string expression)
    : state_(std::make_unique<State>()) {
  state_->expression = std::move(expression);
}

const re2::RE2& LazyPattern::compile() const {
  const std::lock_guard<std::mutex> only_one(state_->compiling);
  if (!state_->compiled) {
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(16 << 20);
    state_->compiled = std::make_unique<re2::RE2>(state_->expression, options);
    state_->ready.store(state_->compiled.get(), std::memory_order_release);
  }
  return *state_->compiled;
}

}  // namespace kehoach
