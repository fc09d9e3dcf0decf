#include "ingest/member_name.h"

#include <iconv.h>

#include <array>
#include <cstdint>

#include "text/text.h"

namespace kehoach {
namespace {

using namespace std::string_view_literals;

constexpr auto kUnnamed = "unnamed"sv;
constexpr auto kReplacement = "\xEF\xBF\xBD"sv;  // U+FFFD

class Decoder {
 public:
  explicit Decoder(const char* charset)
      : state_(iconv_open("UTF-8", charset)) {}
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;
  ~Decoder() {
    if (is_open()) iconv_close(state_);
  }

  // Bytes that are no letter become U+FFFD, all of them if there is no such
  // charset.
  [[nodiscard]] std::string decode(std::string_view bytes) {
    std::string in(bytes);
    std::string out(bytes.size() * 4 + 16, '\0');
    char* from = in.data();
    char* to = out.data();
    std::size_t left = in.size();
    std::size_t room = out.size();
    while (left > 0) {
      if (is_open() && iconv(state_, &from, &left, &to, &room) != kFailed)
        break;
      to += kReplacement.copy(to, room);
      room = out.size() - static_cast<std::size_t>(to - out.data());
      ++from;
      --left;
    }
    // The letter that might have had a tone mark behind it.
    if (is_open()) iconv(state_, nullptr, nullptr, &to, &room);
    out.resize(static_cast<std::size_t>(to - out.data()));
    return out;
  }

 private:
  static constexpr auto kFailed = static_cast<std::size_t>(-1);
  [[nodiscard]] bool is_open() const {
    return reinterpret_cast<std::intptr_t>(state_) != -1;
  }

  iconv_t state_;
};

bool is_separator(char c) { return c == '/' || c == '\\'; }

// Calls `visit` with each part of a name until it is true; says if it was.
template <typename Visit>
bool any_part(std::string_view name, Visit visit) {
  for (std::size_t at = 0; at <= name.size();) {
    const std::size_t end =
        std::min(name.find_first_of("/\\", at), name.size());
    if (visit(name.substr(at, end - at))) return true;
    at = end + 1;
  }
  return false;
}

}  // namespace

std::string readable_name(std::string_view bytes) {
  if (is_valid_utf8(bytes)) return std::string(bytes);
  return Decoder("CP1258").decode(bytes);
}

bool leads_out(std::string_view name) {
  if (name.empty()) return false;
  if (is_separator(name[0])) return true;
  if (name.size() > 2 && is_ascii_letter(name[0]) && name[1] == ':' &&
      is_separator(name[2])) {
    return true;
  }
  return any_part(name, [](std::string_view part) { return part == ".."; });
}

bool is_hidden(std::string_view name) {
  return any_part(name, [](std::string_view part) {
    return part.size() > 1 && part[0] == '.' && part != "..";
  });
}

std::string tidy_name(std::string_view name) {
  std::string tidy;
  for (const std::string_view part : split(name, '/')) {
    if (part.empty() || part == ".") continue;
    if (!tidy.empty()) tidy += '/';
    tidy += part;
  }
  return tidy.empty() ? std::string(kUnnamed) : tidy;
}

std::string numbered_name(std::string_view name, std::size_t number) {
  const std::size_t dot = name.find_last_of("./");
  const bool has_ending = dot != std::string_view::npos && dot > 0 &&
                          name[dot] == '.' && name[dot - 1] != '/';
  const std::size_t stem = has_ending ? dot : name.size();
  std::string numbered(name.substr(0, stem));
  numbered += " (" + std::to_string(number) + ")";
  return numbered += name.substr(stem);
}

std::string name_inside(std::string_view path) {
  constexpr std::array kEndings = {".gz"sv, ".bz2"sv, ".xz"sv, ".zst"sv};
  const std::size_t slash = path.find_last_of("/!");
  std::string_view name =
      slash == std::string_view::npos ? path : path.substr(slash + 1);
  for (const std::string_view ending : kEndings) {
    if (ends_with(name, ending)) name.remove_suffix(ending.size());
  }
  return std::string(name);
}

}  // namespace kehoach
