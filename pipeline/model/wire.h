// Values as bytes, as this build on this machine holds them. Private to model/.
//
// Each type has a function `fields` that names all it has, once for writing and
// once for reading: a field that is forgotten there does not compile. Each
// enumeration has `last_of`, the last value that is sent.
#pragma once

#include <algorithm>
#include <array>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "model/diagnostic.h"
#include "model/source_text.h"
#include "model/stamp.h"
#include "text/text.h"

namespace kehoach {

constexpr Severity last_of(Severity /*any*/) { return Severity::error; }

template <typename V, typename T>
concept Of = std::same_as<std::remove_const_t<V>, T>;

template <typename Io>
void fields(Io& io, Of<Span> auto& value) {
  auto& [begin, end] = value;
  io(begin, end);
}

template <typename Io>
void fields(Io& io, Of<Box> auto& value) {
  auto& [x0, y0, x1, y1] = value;
  io(x0, y0, x1, y1);
}

template <typename Io>
void fields(Io& io, Of<TablePlace> auto& value) {
  auto& [table, row, column, rows] = value;
  io(table, row, column, rows);
}

template <typename Io>
void fields(Io& io, Of<Diagnostic> auto& value) {
  auto& [severity, code, message, span] = value;
  io(severity, code, message, span);
}

template <typename Io>
void fields(Io& io, Of<Stamp> auto& value) {
  auto& [page, box, kind, signer, organisation, email, time] = value;
  io(page, box, kind, signer, organisation, email, time);
}

class WireWriter {
 public:
  explicit WireWriter(std::size_t expected) { bytes_.reserve(expected); }

  template <typename... T>
  void operator()(const T&... values) {
    (put(values), ...);
  }
  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  template <typename T>
  void put(const T& value) {
    if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) {
      std::array<char, sizeof(T)> raw{};
      std::memcpy(raw.data(), &value, sizeof(T));
      bytes_.append(raw.data(), raw.size());
    } else {
      fields(*this, value);
    }
  }
  void put(const std::string& value) {
    put(value.size());
    bytes_ += value;
  }
  template <typename T>
  void put(const std::optional<T>& value) {
    put(value.has_value());
    if (value) put(*value);
  }
  template <typename T>
  void put(const std::vector<T>& values) {
    put(values.size());
    for (const T& value : values) put(value);
  }

  std::string bytes_;
};

// After the first thing that cannot be, all else is left as it is.
class WireReader {
 public:
  explicit WireReader(std::string_view bytes) : rest_(bytes) {}

  template <typename... T>
  void operator()(T&... values) {
    (get(values), ...);
  }
  [[nodiscard]] bool ended_well() const { return ok_ && rest_.empty(); }

 private:
  template <typename T>
  void get(T& value) {
    if constexpr (std::is_same_v<T, bool>) {
      std::uint8_t byte = 0;
      get(byte);
      ok_ = ok_ && byte <= 1;
      value = byte == 1;
    } else if constexpr (std::is_enum_v<T>) {
      using Number = std::make_unsigned_t<std::underlying_type_t<T>>;
      Number number = 0;
      get(number);
      ok_ = ok_ && number <= static_cast<Number>(last_of(T{}));
      if (ok_) value = static_cast<T>(number);
    } else if constexpr (std::is_arithmetic_v<T>) {
      const std::string_view raw = cut(sizeof(T));
      if (ok_) std::memcpy(&value, raw.data(), sizeof(T));
    } else {
      fields(*this, value);
    }
  }
  void get(std::string& value) {
    std::size_t size = 0;
    get(size);
    value = cut(size);
  }
  template <typename T>
  void get(std::optional<T>& value) {
    bool there = false;
    get(there);
    if (ok_ && there) get(value.emplace());
  }
  // Grows with what is there, not with what is said to be there.
  template <typename T>
  void get(std::vector<T>& values) {
    std::size_t size = 0;
    get(size);
    ok_ = ok_ && size <= rest_.size();
    if (ok_) values.reserve(std::min<std::size_t>(size, kFirst));
    for (std::size_t i = 0; ok_ && i < size; ++i) get(values.emplace_back());
  }

  std::string_view cut(std::size_t size) {
    ok_ = ok_ && size <= rest_.size();
    if (!ok_) return {};
    const std::string_view piece = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return piece;
  }

  static constexpr std::size_t kFirst = 4096;
  std::string_view rest_;
  bool ok_ = true;
};

}  // namespace kehoach
