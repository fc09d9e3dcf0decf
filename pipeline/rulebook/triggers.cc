#include "rulebook/triggers.h"

#include <queue>

namespace kehoach {

void TriggerScanner::add(std::string_view literal, std::uint32_t id) {
  literals_.push_back({std::string(literal), id});
}

void TriggerScanner::build() {
  for (const Literal& literal : literals_) {
    for (const char c : literal.text) {
      std::uint8_t& cls = class_of_[static_cast<unsigned char>(c)];
      if (cls == 0) cls = static_cast<std::uint8_t>(classes_++);
    }
  }
  edges_.assign(classes_, kNone);
  first_output_.assign(1, kNone);
  depth_.assign(1, 0);
  for (std::uint32_t i = 0; i < literals_.size(); ++i) insert(i);
  link();
  point_to_rows();
}

void TriggerScanner::insert(std::uint32_t literal) {
  std::uint32_t state = 0;
  for (const char c : literals_[literal].text) {
    const std::uint8_t cls = class_of_[static_cast<unsigned char>(c)];
    if (edge(state, cls) == kNone) {
      const auto fresh = static_cast<std::uint32_t>(first_output_.size());
      edge(state, cls) = fresh;
      edges_.resize(edges_.size() + classes_, kNone);
      first_output_.push_back(kNone);
      depth_.push_back(depth_[state] + 1);
    }
    state = edge(state, cls);
  }
  outputs_.push_back({literal, first_output_[state]});
  first_output_[state] = static_cast<std::uint32_t>(outputs_.size() - 1);
}

// Turns the trie into an automaton: missing edges follow the longest suffix
// that is a state, and outputs of suffixes are chained behind a state's own.
void TriggerScanner::link() {
  std::vector<std::uint32_t> suffix(first_output_.size(), 0);
  std::queue<std::uint32_t> open;
  for (std::uint32_t cls = 0; cls < classes_; ++cls) {
    std::uint32_t& next = edge(0, static_cast<std::uint8_t>(cls));
    if (next == kNone) {
      next = 0;
    } else {
      open.push(next);
    }
  }
  while (!open.empty()) {
    const std::uint32_t state = open.front();
    open.pop();
    const std::uint32_t back = suffix[state];
    if (first_output_[state] == kNone) {
      first_output_[state] = first_output_[back];
    } else {
      std::uint32_t last = first_output_[state];
      while (outputs_[last].next != kNone) last = outputs_[last].next;
      outputs_[last].next = first_output_[back];
    }
    for (std::uint32_t cls = 0; cls < classes_; ++cls) {
      const auto c = static_cast<std::uint8_t>(cls);
      std::uint32_t& next = edge(state, c);
      if (next == kNone) {
        next = edge(back, c);
      } else {
        suffix[next] = edge(back, c);
        open.push(next);
      }
    }
  }
}

void TriggerScanner::point_to_rows() {
  for (std::uint32_t& to : edges_)
    to = to * classes_ | (first_output_[to] == kNone ? 0 : kOutput);
}

void TriggerScanner::scan(std::string_view text, Span span,
                          std::vector<Hit>& hits) const {
  if (literals_.empty()) return;
  const std::uint32_t* const edges = edges_.data();
  std::uint32_t row = 0;
  for (std::uint32_t at = span.begin; at < span.end; ++at) {
    const std::uint32_t to =
        edges[row + class_of_[static_cast<unsigned char>(text[at])]];
    row = to & ~kOutput;
    if ((to & kOutput) == 0) continue;
    for (std::uint32_t out = first_output_[row / classes_]; out != kNone;
         out = outputs_[out].next) {
      const Literal& literal = literals_[outputs_[out].literal];
      const auto size = static_cast<std::uint32_t>(literal.text.size());
      hits.push_back({at + 1 - size, literal.id});
    }
  }
}

void TriggerScanner::scan_start(std::string_view text, Span span,
                                std::vector<Hit>& hits) const {
  if (literals_.empty()) return;
  std::uint32_t row = 0;
  for (std::uint32_t size = 1; size <= span.size(); ++size) {
    const char byte = text[span.begin + size - 1];
    const std::uint32_t to =
        edges_[row + class_of_[static_cast<unsigned char>(byte)]];
    row = to & ~kOutput;
    const std::uint32_t state = row / classes_;
    // A shorter state stands for what begins later.
    if (depth_[state] != size) return;
    if ((to & kOutput) == 0) continue;
    for (std::uint32_t out = first_output_[state]; out != kNone;
         out = outputs_[out].next) {
      const Literal& literal = literals_[outputs_[out].literal];
      if (literal.text.size() == size) hits.push_back({span.begin, literal.id});
    }
  }
}

}  // namespace kehoach
