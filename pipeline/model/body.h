// A body (an office, a committee, a union) that a plan names, led to what it
// is.
#pragma once

#include <string>
#include <vector>

namespace kehoach {

struct Body {
  // `kind`, or `kind@place` where the place is known: `so-y-te@tinh-son-la`.
  std::string id;
  std::string kind;    // so-y-te: the same office of any place
  std::string branch;  // y-te: its main field of work; empty for mixed sets
  std::string level;   // central, province, district, commune; empty: any
  // `tỉnh Sơn La`, or with the unit above `huyện An Trạch, tỉnh Cửu Hà`. Empty
  // for central bodies, and where nothing tells which place is meant.
  std::string place;
  std::string name;  // Sở Y tế tỉnh Sơn La
  bool is_collective = false;
  std::vector<std::string> members;  // of a set: sở, ban, ngành
  bool place_inferred = false;  // the place, or a part of it, is not written
  friend bool operator==(const Body&, const Body&) = default;
};

// What a name of a plan means in that plan.
struct NamedBody {
  std::string name;  // as written
  Body body;
  friend bool operator==(const NamedBody&, const NamedBody&) = default;
};

}  // namespace kehoach
