// Whatever the bytes are: each document of a container has a path of its own
// below that of the file, valid UTF-8; each failure is one line that begins
// with its path; no more is unpacked than the limits allow; and it is the same
// again.
#include <set>
#include <string>
#include <vector>

#include "fuzz/fuzz.h"
#include "ingest/ingest.h"
#include "text/text.h"

namespace kehoach {
namespace {

constexpr ContainerLimits kLimits = {.depth = 3,
                                     .members = 200,
                                     .member_bytes = 1 << 20,
                                     .total_bytes = 4 << 20};

struct Visit {
  std::string path;
  Result<std::string> content;
  friend bool operator==(const Visit&, const Visit&) = default;
};

std::vector<Visit> visits(std::string_view bytes) {
  std::vector<Visit> all;
  visit_documents(
      bytes, "input", kLimits,
      [&](const std::string& path, const Result<std::string_view>& content) {
        if (content) {
          all.push_back({path, std::string(*content)});
        } else {
          all.push_back({path, Failure(content.error())});
        }
        return true;
      });
  return all;
}

void check(const std::vector<Visit>& all) {
  std::set<std::string> paths;
  std::size_t unpacked = 0;
  for (const Visit& visit : all) {
    FUZZ_CHECK(starts_with(visit.path, "input"));
    FUZZ_CHECK(is_valid_utf8(visit.path));
    FUZZ_CHECK(paths.insert(visit.path).second);
    if (visit.content) {
      unpacked += visit.path == "input" ? 0 : visit.content->size();
      continue;
    }
    const std::string& message = visit.content.error().message;
    FUZZ_CHECK(starts_with(message, visit.path + ": "));
    const std::string reason = message.substr(visit.path.size());
    FUZZ_CHECK(is_valid_utf8(reason));
    FUZZ_CHECK(reason.find('\n') == std::string::npos);
  }
  FUZZ_CHECK(unpacked <= kLimits.total_bytes);
  FUZZ_CHECK(all.size() <= kLimits.members * 2 + 1);
}

}  // namespace
}  // namespace kehoach

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using namespace kehoach;
  const std::string_view bytes = fuzz_text(data, size);
  const std::vector<Visit> once = visits(bytes);
  check(once);
  FUZZ_CHECK(once == visits(bytes));
  if (!is_container(bytes)) {
    FUZZ_CHECK(once.size() == 1 && once.front().path == "input");
  }
  return 0;
}
