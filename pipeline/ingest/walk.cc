#include "ingest/walk.h"

#include "text/text.h"

namespace kehoach {
namespace {

class Walk {
 public:
  Walk(UnpackBudget& budget, ContainerVisitor& visitor)
      : budget_(budget), visitor_(visitor) {}

  bool through(ContainerKind kind, std::string_view bytes,
               const std::string& path) {
    const Unpacked unpacked =
        unpack(kind, bytes, path, budget_,
               [this](const std::string& member, Result<std::string> inside) {
                 return take(member, std::move(inside));
               });
    return !unpacked.stopped && visitor_.leave(unpacked);
  }

 private:
  bool take(const std::string& path, Result<std::string> bytes) {
    const ContainerKind kind =
        bytes ? container_kind(*bytes) : ContainerKind::none;
    if (kind == ContainerKind::none)
      return visitor_.document(path, std::move(bytes));
    Source container;
    container.path = path;
    container.sha256 = sha256_hex(*bytes);
    container.bytes = bytes->size();
    return !visitor_.enter(container) || through(kind, *bytes, path);
  }

  UnpackBudget& budget_;
  ContainerVisitor& visitor_;
};

}  // namespace

bool walk_container(std::string_view bytes, const std::string& path,
                    const ContainerLimits& limits, ContainerVisitor& visitor) {
  UnpackBudget budget(limits, bytes.size());
  return Walk(budget, visitor).through(container_kind(bytes), bytes, path);
}

}  // namespace kehoach
