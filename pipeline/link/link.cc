#include "link/link.h"

#include "link/linker.h"

namespace kehoach {

Result<LinkSummary> link_archive(Store& store, const Rulebook& rules) {
  return Linker(store.links(), rules).run();
}

}  // namespace kehoach
