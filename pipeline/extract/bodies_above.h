// Whom headings and lead-in sentences above a leaf name.

#ifndef KEHOACH_EXTRACT_BODIES_ABOVE_H_
#define KEHOACH_EXTRACT_BODIES_ABOVE_H_

#include <optional>
#include <string>
#include <vector>

#include "extract/facts.h"

namespace kehoach {

// Remembers by node what was read there: each leaf asks all that stands above
// it, and many leaves share that.
class BodiesAbove {
 public:
  // `reading` must outlive it.
  explicit BodiesAbove(const Reading& reading) : r_(reading) {}

  // The bodies that the nearest heading or lead-in sentence above `node`
  // addresses; none if there is none. Sets `requested` if they are asked and
  // not told, `from` to where they stand.
  std::vector<std::string> lead(const Node& node, bool& requested,
                                NameOrigin& from);
  // True for `- Sở Y tế kiểm tra, cụ thể:` above bullets of its own kind: they
  // say what that is, and it is none of them.
  [[nodiscard]] bool opens_those_behind(const Node& node);
  // Whom the nearest one that names anybody tells to work with.
  std::vector<std::string> support(const Node& node, NameOrigin& from);

 private:
  struct Named {
    std::vector<std::string> names;
    bool requested = false;  // they are asked, not told
  };
  using Known = std::vector<std::optional<Named>>;

  const Named& once(Known& known, std::size_t node,
                    Named (BodiesAbove::*ask)(std::size_t));
  const Named& heading(std::size_t node);
  const Named& lead_in(std::size_t node);
  Named from_heading(std::size_t node);
  Named from_lead_in(std::size_t node);
  Named support_in(std::size_t node);
  const Named& opening();
  void find_openers();
  [[nodiscard]] bool opens_the_parts(const Node& node) const;
  [[nodiscard]] bool is_issuer_speaking(const Node& node,
                                        const Roles& roles) const;
  [[nodiscard]] bool issues_plan(const Node& node) const;
  [[nodiscard]] Roles read_opener(std::size_t node, bool headed) const;

  const Reading& r_;
  Known headings_, lead_ins_, supports_;
  std::optional<Named> opening_;
  // By node: the bullet that opens it, or -1.
  std::vector<std::int32_t> openers_;
  std::size_t opening_node_ = 0;
};

}  // namespace kehoach

#endif  // KEHOACH_EXTRACT_BODIES_ABOVE_H_
