#include "rulebook/openings.h"

#include <algorithm>
#include <atomic>
#include <utility>

namespace kehoach {
namespace {

bool is_ascii_digit(unsigned char byte) { return byte >= '0' && byte <= '9'; }

void keep_once(std::vector<std::uint32_t>& sorted) {
  std::sort(sorted.begin(), sorted.end());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
}

}  // namespace

// Mostly one or two bytes lead on from a state, and all that a step asks stands
// in one line of the processor's cache.
struct alignas(64) Openings::State {
  using Next = std::atomic<State*>;
  static constexpr std::size_t kFirst = 2;
  static constexpr std::size_t kBytes = 256;

  State(const Position& where, const ByteSet& bytes)
      : says(!where.rules.empty()), live(bytes), position(&where) {}

  // Where `byte` leads; null where no text has led yet.
  [[nodiscard]] State* next(unsigned char byte) const {
    if (const Next* const wide = table.load(std::memory_order_acquire))
      return wide[byte].load(std::memory_order_acquire);
    for (std::size_t i = 0; i < kFirst; ++i) {
      State* const to = first[i].load(std::memory_order_acquire);
      if (to == nullptr) return nullptr;
      if (label[i] == byte) return to;
    }
    return nullptr;
  }

  // By one thread at a time.
  void lead(unsigned char byte, State* to) {
    for (std::size_t i = 0; i < kFirst; ++i) {
      if (first[i].load(std::memory_order_relaxed) != nullptr) continue;
      label[i] = byte;
      first[i].store(to, std::memory_order_release);
      return;
    }
    if (!all) {
      all = std::make_unique<Next[]>(kBytes);
      for (std::size_t i = 0; i < kFirst; ++i)
        all[label[i]].store(first[i].load(std::memory_order_relaxed));
    }
    all[byte].store(to, std::memory_order_release);
    table.store(all.get(), std::memory_order_release);
  }

  std::array<Next, kFirst> first{};  // by `label`
  std::array<unsigned char, kFirst> label{};
  const bool says;                    // rules may match, whatever follows
  const ByteSet live;                 // bytes that lead anywhere
  std::atomic<Next*> table{nullptr};  // `all`, where they are more
  const Position* position;           // a key of `states_`
  std::unique_ptr<Next[]> all;
};

Openings::Openings(std::size_t most_states) : most_states_(most_states) {}
Openings::~Openings() = default;

void Openings::add(std::string_view expression,
                   const std::vector<std::string>& triggers) {
  const std::uint32_t rule = shapes_.size();
  shapes_.add(expression);
  for (const std::string& trigger : triggers) {
    if (trigger == "^") {
      at_start_.push_back(rule);
    } else if (trigger == "\\d") {
      at_digit_.push_back(rule);
    } else {
      triggers_.push_back({trigger, rule});
    }
  }
}

void Openings::build() {
  std::sort(triggers_.begin(), triggers_.end());
  for (const Trigger& trigger : triggers_) {
    farthest_ = std::max(farthest_,
                         static_cast<std::uint32_t>(trigger.text.size()) + 1);
  }
  for (std::size_t i = 0; i < starts_.size(); ++i)
    starts_[i] = keep(start_at({(i & 1U) != 0, (i & 2U) != 0}));
  begins_ = live_bytes(start_at({false, true}));
}

Openings::Position Openings::start_at(Start start) const {
  Position position;
  position.end = static_cast<std::uint32_t>(triggers_.size());
  position.number = start.number;
  if (start.paragraph) {
    for (const std::uint32_t rule : at_start_) unlock(rule, "", position);
  }
  return position;
}

// A trigger of `rule` ends where `at` is, `read` being all of it.
void Openings::unlock(std::uint32_t rule, std::string_view read,
                      Position& at) const {
  ShapePlaces places;
  bool holds = shapes_.begin(rule, places);
  for (const char byte : read) {
    const ShapePlaces before = std::exchange(places, {});
    for (const std::uint32_t place : before) {
      if (shapes_.step(place, static_cast<unsigned char>(byte), places))
        holds = true;
    }
  }
  if (holds) {
    at.rules.push_back(rule);
  } else {
    at.places.insert(at.places.end(), places.begin(), places.end());
  }
}

ByteSet Openings::live_bytes(const Position& at) const {
  ByteSet live;
  for (const std::uint32_t place : at.places) live |= shapes_.bytes_of(place);
  for (std::uint32_t i = at.begin; i < at.end; ++i)
    live.set(static_cast<unsigned char>(triggers_[i].text[at.depth]));
  for (unsigned char c = '0'; at.number && c <= '9'; ++c) live.set(c);
  return live;
}

Openings::Position Openings::step(const Position& from,
                                  unsigned char byte) const {
  Position to;
  for (const std::uint32_t place : from.places) {
    if (shapes_.step(place, byte, to.places))
      to.rules.push_back(shapes_.shape_of(place));
  }
  const char read = static_cast<char>(byte);
  if (from.number && is_ascii_digit(byte)) {
    for (const std::uint32_t rule : at_digit_) unlock(rule, {&read, 1}, to);
  }
  to.begin = from.begin;
  to.depth = from.depth + 1;
  const auto byte_of = [&](std::uint32_t i) {
    return static_cast<unsigned char>(triggers_[i].text[from.depth]);
  };
  while (to.begin < from.end && byte_of(to.begin) != byte) ++to.begin;
  to.end = to.begin;
  while (to.end < from.end && byte_of(to.end) == byte) ++to.end;
  for (; to.begin < to.end; ++to.begin) {
    const Trigger& trigger = triggers_[to.begin];
    if (trigger.text.size() > to.depth) break;
    unlock(trigger.rule, trigger.text, to);
  }
  if (to.begin == to.end) to.begin = to.end = to.depth = 0;
  keep_once(to.rules);
  keep_once(to.places);
  std::erase_if(to.places, [&](std::uint32_t place) {
    return std::binary_search(to.rules.begin(), to.rules.end(),
                              shapes_.shape_of(place));
  });
  return to;
}

Openings::State* Openings::keep(Position position) const {
  const auto [at, is_new] = states_.try_emplace(std::move(position));
  if (is_new)
    at->second = std::make_unique<State>(at->first, live_bytes(at->first));
  return at->second.get();
}

// Null where there are too many states already.
Openings::State* Openings::grow(State& from, unsigned char byte) const {
  const std::lock_guard<std::mutex> only_one(growing_);
  State* next = from.next(byte);  // of another thread
  if (next != nullptr || states_.size() >= most_states_) return next;
  next = keep(step(*from.position, byte));
  from.lead(byte, next);
  return next;
}

// Adds the rules that may go on from `position`, before `rest`: those whose
// places wait, and those whose triggers stand `from_beginning`.
void Openings::give_up(const Position& position, std::string_view rest,
                       std::string_view from_beginning,
                       std::vector<std::uint32_t>& rules) const {
  for (const std::uint32_t place : position.places)
    rules.push_back(shapes_.shape_of(place));
  for (std::uint32_t i = position.begin; i < position.end; ++i) {
    if (starts_with(from_beginning, triggers_[i].text))
      rules.push_back(triggers_[i].rule);
  }
  if (position.number && !rest.empty() &&
      is_ascii_digit(static_cast<unsigned char>(rest.front())))
    rules.insert(rules.end(), at_digit_.begin(), at_digit_.end());
}

void Openings::find(std::string_view folded, std::uint32_t at,
                    std::uint32_t end, Start start,
                    std::vector<std::uint32_t>& rules) const {
  rules.clear();
  const std::uint32_t beginning = at;
  State* state =
      starts_[(start.paragraph ? 1U : 0U) + (start.number ? 2U : 0U)];
  for (;; ++at) {
    if (state->says) {
      const std::vector<std::uint32_t>& said = state->position->rules;
      rules.insert(rules.end(), said.begin(), said.end());
    }
    if (at == end) break;
    const auto byte = static_cast<unsigned char>(folded[at]);
    State* next = state->next(byte);
    if (next == nullptr && !state->live.test(byte)) break;
    if (next == nullptr) next = grow(*state, byte);
    if (next == nullptr || at - beginning == farthest_) {
      give_up(*state->position, folded.substr(at, end - at),
              folded.substr(beginning, end - beginning), rules);
      break;
    }
    state = next;
  }
  if (rules.size() > 1) keep_once(rules);
}

}  // namespace kehoach
