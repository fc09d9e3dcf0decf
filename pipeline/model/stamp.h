// What signing software prints on a page.
#pragma once

#include <cstdint>
#include <string>

namespace kehoach {

// A rectangle on a page in PDF points (1/72 inch), origin at the top left.
struct Box {
  float x0 = 0;
  float y0 = 0;
  float x1 = 0;
  float y1 = 0;
  [[nodiscard]] bool empty() const { return x1 <= x0 || y1 <= y0; }
  friend bool operator==(const Box&, const Box&) = default;
};

// `Ký bởi: ...`, `Thời gian ký: ...`: who signed a document or certified a copy
// of it, as printed. It proves nothing; whoever prints a page can print it.
// What the stamp does not say is empty.
struct Stamp {
  std::uint32_t page = 0;  // 1-based
  Box box;
  std::string kind;    // `SAO Y`, `SAO LỤC`, `TRÍCH SAO`
  std::string signer;  // a person or a body
  std::string organisation;
  std::string email;
  std::string time;
  friend bool operator==(const Stamp&, const Stamp&) = default;
};

}  // namespace kehoach
