// What Poppler complains about while one document is read.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kehoach {

struct Complaints {
  std::size_t count = 0;
  std::string first;
};

// Poppler hands its messages to one function for the whole process, on the
// thread that reads: while this lives, those of its thread go to `complaints`.
class Listening {
 public:
  explicit Listening(Complaints& complaints) { listener = &complaints; }
  Listening(const Listening&) = delete;
  Listening& operator=(const Listening&) = delete;
  ~Listening() { listener = nullptr; }

  // For that one function. Drops the message where nobody listens.
  static void hear(std::string_view message) {
    if (listener == nullptr) return;
    if (listener->count++ == 0) listener->first = message;
  }

 private:
  static inline thread_local Complaints* listener = nullptr;
};

}  // namespace kehoach
