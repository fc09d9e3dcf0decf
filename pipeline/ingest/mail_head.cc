#include <algorithm>
#include <array>

#include "ingest/mail_reader.h"
#include "text/text.h"

namespace kehoach {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kMostHead = 1U << 16;

// `Subject: ...` is true, ` folded` too where a field stands before it.
bool is_field(std::string_view line, bool first) {
  if (!first && !line.empty() && (line[0] == ' ' || line[0] == '\t'))
    return true;
  const std::size_t colon = line.find(':');
  if (colon == 0 || colon == std::string_view::npos) return false;
  return std::all_of(line.begin(), line.begin() + colon,
                     [](char c) { return c > ' ' && c < 0x7F; });
}

}  // namespace

bool is_mail(std::string_view bytes) {
  constexpr std::array kOthers = {"date:"sv,         "message-id:"sv,
                                  "mime-version:"sv, "received:"sv,
                                  "to:"sv,           "return-path:"sv};
  bool has_from = false;
  bool has_other = false;
  bool first = true;
  bytes = bytes.substr(0, kMostHead);
  for (const std::string_view ended : split(bytes, '\n')) {
    const std::string_view line =
        ends_with(ended, "\r") ? ended.substr(0, ended.size() - 1) : ended;
    if (line.empty()) break;
    if (!is_field(line, first)) return false;
    first = false;
    const std::string name = lower(line.substr(0, 16));
    has_from = has_from || starts_with(name, "from:");
    has_other = has_other || std::any_of(kOthers.begin(), kOthers.end(),
                                         [&](std::string_view other) {
                                           return starts_with(name, other);
                                         });
  }
  return has_from && has_other;
}

}  // namespace kehoach
