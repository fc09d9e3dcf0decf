// A container and all that is in it, as a series of events: the same whether it
// is unpacked here or in a worker. Private to ingest/.
#pragma once

#include <string>
#include <string_view>

#include "ingest/container.h"
#include "ingest/ingest.h"

namespace kehoach {

// Where each function gives false, the walk ends there.
class ContainerVisitor {
 public:
  ContainerVisitor() = default;
  ContainerVisitor(const ContainerVisitor&) = delete;
  ContainerVisitor& operator=(const ContainerVisitor&) = delete;
  virtual ~ContainerVisitor() = default;

  // A member that is no container; or the reason why there are no bytes.
  [[nodiscard]] virtual bool document(const std::string& path,
                                      Result<std::string> bytes) = 0;
  // A member that is a container. If true, its members come next, and then
  // `leave`; if not, the next member.
  [[nodiscard]] virtual bool enter(const Source& container) = 0;
  // The end of the container that was entered last, or of the first.
  [[nodiscard]] virtual bool leave(const Unpacked& unpacked) = 0;
};

// Walks through `bytes`, which are a container. False where a visit ended it.
[[nodiscard]] bool walk_container(std::string_view bytes,
                                  const std::string& path,
                                  const ContainerLimits& limits,
                                  ContainerVisitor& visitor);

}  // namespace kehoach
