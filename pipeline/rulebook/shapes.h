// Private to the room: what expressions may match, roughly and byte by byte.
//
// RE2 alone says whether a rule matches, and costs about the same whether it
// does or not. Most rules that are tried fail within a word or two, which a few
// steps here tell. A shape allows at least what its expression does: counted
// repetitions of many are taken for any number, letters beyond ASCII for one
// another in classes, assertions for true. An expression that is read in no
// other way allows everything.
#pragma once

#include <bitset>
#include <cstdint>
#include <string_view>
#include <vector>

namespace kehoach {

using ByteSet = std::bitset<256>;

// Places in shapes, each waiting for a byte; sorted, each once.
using ShapePlaces = std::vector<std::uint32_t>;

class Shapes {
 public:
  static constexpr std::uint32_t kNone = ~0U;

  // Adds the shape of `expression`; it is known by the number of those before.
  void add(std::string_view expression);

  [[nodiscard]] std::uint32_t size() const {
    return static_cast<std::uint32_t>(begins_.size());
  }

  // Where the shape begins. True if it holds already, whatever follows.
  bool begin(std::uint32_t shape, ShapePlaces& places) const;
  // Where it stands behind one more byte, given one of its places.
  bool step(std::uint32_t place, unsigned char byte, ShapePlaces& places) const;
  // The shape that a place is part of.
  [[nodiscard]] std::uint32_t shape_of(std::uint32_t place) const {
    return nodes_[place].shape;
  }
  // What places wait for, each once.
  [[nodiscard]] const std::vector<ByteSet>& sets() const { return sets_; }
  // What a place waits for.
  [[nodiscard]] const ByteSet& bytes_of(std::uint32_t place) const {
    return sets_[nodes_[place].set];
  }

 private:
  friend class ShapeBuilder;
  // Waits for a byte of the set, or goes on at both `next` and `other` where
  // it has none. The shape holds at the node `kNone`.
  struct Node {
    std::uint32_t set = kNone;
    std::uint32_t next = kNone;
    std::uint32_t other = kNone;
    std::uint32_t shape = 0;
  };
  bool enter(std::uint32_t node, ShapePlaces& places) const;

  std::vector<ByteSet> sets_;
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> begins_;  // by shape
};

}  // namespace kehoach
