// The one way in which a stage says that it could not run.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace kehoach {

// Why no output is possible. `message` is one line for a person: it names the
// file and the place and says what to do.
struct Error {
  enum class Kind {
    unsupported,  // a format that is not read yet
    damaged,      // a file that claims a format and breaks it
    encrypted,    // needs a password
    no_text,      // a document without a text layer
    io,           // the system refused: gone, no permission
    busy,         // likewise, but it may pass: a full disk, a lock
    invalid,      // wrong rules, wrong arguments
    crashed,      // the process that worked at it died
    timeout,      // it took longer than it may
    out_of_memory,
  };
  Kind kind = Kind::invalid;
  std::string message;
  friend bool operator==(const Error&, const Error&) = default;
};

// A value, or the reason why there is none. What is wrong with the *content* of
// a document is no Error but a Diagnostic, and travels inside the value.
template <typename T>
using Result = tl::expected<T, Error>;

using Failure = tl::unexpected<Error>;

// What was given can't be used.
inline Failure invalid(std::string message) {
  return Failure({Error::Kind::invalid, std::move(message)});
}

// The file at `path` can't be read on.
inline Failure failure(Error::Kind kind, std::string_view path,
                       std::string_view message) {
  std::string line(path);
  line.append(": ").append(message);
  return Failure({kind, std::move(line)});
}

}  // namespace kehoach
