#include "rulebook/shapes.h"

#include <algorithm>

#include "rulebook/expression_parts.h"

namespace kehoach {
namespace {

// Repetitions of more than this are taken for any number.
constexpr std::uint32_t kMostCopies = 6;
// Larger shapes allow everything.
constexpr std::size_t kMostNodes = 20000;

}  // namespace

// Turns the parts of one expression into nodes, the last ones first.
class ShapeBuilder {
 public:
  ShapeBuilder(Shapes& shapes, std::uint32_t shape)
      : shapes_(shapes),
        shape_(shape),
        limit_(shapes.nodes_.size() + kMostNodes) {}

  // The first node; kNone where there would be too many.
  std::uint32_t run(const ExpressionPart& whole) {
    const std::size_t before = shapes_.nodes_.size();
    const std::uint32_t first = build(whole, Shapes::kNone);
    if (!failed_) return first;
    shapes_.nodes_.resize(before);
    return Shapes::kNone;
  }

 private:
  std::uint32_t put(std::uint32_t set, std::uint32_t next,
                    std::uint32_t other) {
    if (shapes_.nodes_.size() >= limit_) failed_ = true;
    shapes_.nodes_.push_back({set, next, other, shape_});
    return static_cast<std::uint32_t>(shapes_.nodes_.size() - 1);
  }
  std::uint32_t fork(std::uint32_t next, std::uint32_t other) {
    return put(Shapes::kNone, next, other);
  }
  std::uint32_t wait(const ByteSet& bytes, std::uint32_t next) {
    std::vector<ByteSet>& sets = shapes_.sets_;
    const auto known = std::find(sets.begin(), sets.end(), bytes);
    const auto set = static_cast<std::uint32_t>(known - sets.begin());
    if (known == sets.end()) sets.push_back(bytes);
    return put(set, next, Shapes::kNone);
  }

  // The first node of `part`, behind which comes `next`.
  std::uint32_t build(const ExpressionPart& part, std::uint32_t next) {
    if (failed_) return next;
    switch (part.kind) {
      case ExpressionPart::Kind::nothing:
        return next;
      case ExpressionPart::Kind::letter:
        return build_letter(part, next);
      case ExpressionPart::Kind::sequence:
        for (auto at = part.parts.rbegin(); at != part.parts.rend(); ++at)
          next = build(*at, next);
        return next;
      case ExpressionPart::Kind::choice: {
        std::uint32_t first = build(part.parts.back(), next);
        for (auto at = part.parts.rbegin() + 1; at != part.parts.rend(); ++at)
          first = fork(build(*at, next), first);
        return first;
      }
      case ExpressionPart::Kind::repeat:
        return build_repeat(part, next);
    }
    return next;
  }

  std::uint32_t build_letter(const ExpressionPart& part, std::uint32_t next) {
    for (std::size_t i = part.bytes.size(); i > 0; --i)
      next = wait(one(part.bytes[i - 1]), next);
    if (!part.bytes.empty()) return next;
    ByteSet ascii;
    for (std::size_t c = 0; c < part.letter.ascii.size(); ++c)
      ascii.set(c, part.letter.ascii.test(c));
    if (!part.letter.some) return wait(ascii, next);
    const ByteSet trail = range(0x80, 0xBF);
    const std::uint32_t last = wait(trail, next);
    const std::uint32_t middle = wait(trail, last);
    const std::uint32_t two = wait(range(0xC2, 0xDF), last);
    const std::uint32_t three = wait(range(0xE0, 0xEF), middle);
    const std::uint32_t four = wait(range(0xF0, 0xF4), wait(trail, middle));
    const std::uint32_t longer = fork(two, fork(three, four));
    return ascii.none() ? longer : fork(wait(ascii, next), longer);
  }

  std::uint32_t build_repeat(const ExpressionPart& part, std::uint32_t next) {
    const ExpressionPart& inside = part.parts.front();
    const bool endless =
        part.most == ExpressionPart::kAnyNumber || part.most > kMostCopies;
    const std::uint32_t least = std::min(part.least, kMostCopies);
    if (endless) {
      // The loop is known before what it goes through.
      const std::uint32_t loop = fork(next, next);
      const std::uint32_t body = build(inside, loop);
      if (failed_) return next;
      shapes_.nodes_[loop].next = body;
      next = loop;
    } else {
      const std::uint32_t end = next;
      for (std::uint32_t i = least; i < part.most; ++i)
        next = fork(build(inside, next), end);
    }
    for (std::uint32_t i = 0; i < least; ++i) next = build(inside, next);
    return next;
  }

  static ByteSet one(char c) {
    return ByteSet().set(static_cast<unsigned char>(c));
  }
  static ByteSet range(unsigned from, unsigned to) {
    ByteSet set;
    for (unsigned c = from; c <= to; ++c) set.set(c);
    return set;
  }

  Shapes& shapes_;
  std::uint32_t shape_;
  std::size_t limit_;
  bool failed_ = false;
};

void Shapes::add(std::string_view expression) {
  const auto shape = static_cast<std::uint32_t>(begins_.size());
  const auto parts = parts_of(expression);
  begins_.push_back(parts ? ShapeBuilder(*this, shape).run(*parts) : kNone);
}

bool Shapes::begin(std::uint32_t shape, ShapePlaces& places) const {
  return enter(begins_[shape], places);
}

bool Shapes::step(std::uint32_t place, unsigned char byte,
                  ShapePlaces& places) const {
  return sets_[nodes_[place].set].test(byte) &&
         enter(nodes_[place].next, places);
}

// Loops may lead back to where they come from: what is on its way is known by
// its place among `open`.
bool Shapes::enter(std::uint32_t node, ShapePlaces& places) const {
  std::vector<std::uint32_t> open{node};
  for (std::size_t i = 0; i < open.size(); ++i) {
    const std::uint32_t at = open[i];
    if (at == kNone) return true;
    const Node& n = nodes_[at];
    if (n.set != kNone) {
      const auto where = std::lower_bound(places.begin(), places.end(), at);
      if (where == places.end() || *where != at) places.insert(where, at);
      continue;
    }
    for (const std::uint32_t to : {n.next, n.other}) {
      if (std::find(open.begin(), open.end(), to) == open.end())
        open.push_back(to);
    }
  }
  return false;
}

}  // namespace kehoach
