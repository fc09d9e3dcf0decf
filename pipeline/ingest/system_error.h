// What the system refused. Private to ingest/.
#pragma once

#include <cerrno>
#include <cstring>
#include <string>

#include "model/model.h"

namespace kehoach {

// `what` could not be done, for the reason that errno tells.
inline Failure refused(const char* what) {
  return Failure(
      {Error::Kind::io, std::string(what) + " (" + std::strerror(errno) + ")"});
}

}  // namespace kehoach
