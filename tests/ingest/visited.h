// What visit_documents finds, as lines that a test can state.
#pragma once

#include <string>

#include "ingest/ingest.h"

namespace kehoach {

// `path = content` for a document, the message of an error otherwise.
inline std::string visited(const std::string& bytes, const std::string& path,
                           const ContainerLimits& limits = {}) {
  std::string lines;
  visit_documents(bytes, path, limits,
                  [&](const std::string& document,
                      const Result<std::string_view>& content) {
                    if (content) {
                      lines += document + " = " + std::string(*content) + "\n";
                    } else {
                      lines += content.error().message + "\n";
                    }
                    return true;
                  });
  return lines;
}

}  // namespace kehoach
