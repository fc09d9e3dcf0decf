// Rows of audits, for the tests of what people decide about them.
#pragma once

#include <vector>

#include "review/review.h"

namespace kehoach {

inline constexpr const char* kParent = "Tổ chức quét dọn các chợ của huyện.";
inline constexpr const char* kLine = "Quét dọn chợ Mới.";

inline Audit audit_with(const char* parent,
                        const std::vector<const char*>& lines) {
  AuditItem item;
  item.parent.quote = parent;
  for (const char* line : lines) {
    AuditLink link;
    link.child.quote = line;
    item.links.push_back(std::move(link));
  }
  Audit audit;
  audit.items = {std::move(item)};
  return audit;
}

}  // namespace kehoach
