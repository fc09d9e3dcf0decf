#include "rulebook/openings.h"

#include <algorithm>
#include <atomic>
#include <utility>

namespace kehoach {
namespace {

// What an entry of the table may be beside a state.
constexpr std::uint16_t kUnknown = 0;  // no text has led there yet
constexpr std::uint16_t kNowhere = 1;
constexpr std::uint16_t kFirstState = 2;
constexpr std::uint16_t kSays = 0x8000;  // rules may match, whatever follows

// How a walk may begin; these states are kept, however few there may be.
constexpr std::size_t kStarts = 4;

bool is_ascii_digit(unsigned char byte) { return byte >= '0' && byte <= '9'; }

std::uint16_t entry(std::uint16_t& at) {
  return std::atomic_ref(at).load(std::memory_order_acquire);
}

void keep_once(std::vector<std::uint32_t>& sorted) {
  std::sort(sorted.begin(), sorted.end());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
}

}  // namespace

static_assert(kFirstState + kStarts + Openings::kMostStates <= kSays);

Openings::Openings(std::size_t most_states)
    : most_states_(std::min(most_states, kMostStates)) {}
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
  group_bytes();
  // Memory is touched where a state is made.
  const std::size_t room = kFirstState + kStarts + most_states_;
  positions_ = std::make_unique_for_overwrite<const Position*[]>(room);
  table_ = std::make_unique_for_overwrite<State[]>(room * samples_.size());
  for (std::size_t i = 0; i < starts_.size(); ++i)
    starts_[i] = keep(start_at({(i & 1U) != 0, (i & 2U) != 0}));
  begins_ = live_bytes(start_at({false, true}));
}

// Bytes are told apart only by the sets that shapes wait for, by the letters of
// triggers, and as digits: each set parts those in it from the others.
void Openings::group_bytes() {
  std::array<std::uint32_t, 256> part{};
  std::uint32_t parts = 1;
  const auto tell_apart = [&](const ByteSet& set) {
    std::map<std::uint32_t, std::uint32_t> moved;
    for (std::size_t c = set._Find_first(); c < set.size();
         c = set._Find_next(c)) {
      const auto [to, is_new] = moved.try_emplace(part[c], parts);
      if (is_new) ++parts;
      part[c] = to->second;
    }
  };
  for (const ByteSet& set : shapes_.sets()) tell_apart(set);
  ByteSet digits;
  for (unsigned char c = '0'; c <= '9'; ++c) digits.set(c);
  tell_apart(digits);
  ByteSet letters;
  for (const Trigger& trigger : triggers_) {
    for (const char byte : trigger.text)
      letters.set(static_cast<unsigned char>(byte));
  }
  for (std::size_t c = 0; c < letters.size(); ++c) {
    if (letters.test(c)) tell_apart(ByteSet().set(c));
  }
  std::map<std::uint32_t, std::uint8_t> groups;
  for (std::size_t c = 0; c < part.size(); ++c) {
    const auto next = static_cast<std::uint8_t>(groups.size());
    const auto [at, is_new] = groups.try_emplace(part[c], next);
    group_[c] = at->second;
    if (is_new) samples_.push_back(static_cast<unsigned char>(c));
  }
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

Openings::State* Openings::row_of(State state) const {
  return &table_[static_cast<State>(state & ~kSays) * samples_.size()];
}

Openings::State Openings::keep(Position position) const {
  const auto number = static_cast<State>(states_.size() + kFirstState);
  const auto [at, is_new] = states_.try_emplace(std::move(position), number);
  if (!is_new) return at->second;
  const Position& kept = at->first;
  if (!kept.rules.empty()) at->second |= kSays;
  positions_[number] = &kept;
  const ByteSet live = live_bytes(kept);
  State* const row = row_of(number);
  for (std::size_t i = 0; i < samples_.size(); ++i)
    row[i] = live.test(samples_[i]) ? kUnknown : kNowhere;
  return at->second;
}

// Unknown where there are too many states already.
Openings::State Openings::grow(State from, unsigned char byte) const {
  const std::lock_guard<std::mutex> only_one(growing_);
  State& to = row_of(from)[group_[byte]];
  if (to != kUnknown || states_.size() >= most_states_) return to;
  const State next =
      keep(step(*positions_[static_cast<State>(from & ~kSays)], byte));
  std::atomic_ref(to).store(next, std::memory_order_release);
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
  const std::uint32_t stop = at + std::min(end - at, farthest_);
  State state = starts_[(start.paragraph ? 1U : 0U) + (start.number ? 2U : 0U)];
  const std::size_t groups = samples_.size();
  const auto position = [&]() -> const Position& {
    return *positions_[static_cast<State>(state & ~kSays)];
  };
  for (;; ++at) {
    if ((state & kSays) != 0) {
      const std::vector<std::uint32_t>& said = position().rules;
      rules.insert(rules.end(), said.begin(), said.end());
    }
    State next = kUnknown;
    // Most steps lead to a state that says nothing.
    for (State* row = row_of(state); at < stop; row = &table_[next * groups]) {
      next = entry(row[group_[static_cast<unsigned char>(folded[at])]]);
      if (next < kFirstState || next >= kSays) break;
      state = next;
      ++at;
    }
    if (at < stop && next == kUnknown)
      next = grow(state, static_cast<unsigned char>(folded[at]));
    if (at == end || next == kNowhere) break;
    if (at == stop || next == kUnknown) {
      give_up(position(), folded.substr(at, end - at),
              folded.substr(beginning, end - beginning), rules);
      break;
    }
    state = next;
  }
  if (rules.size() > 1) keep_once(rules);
}

}  // namespace kehoach
