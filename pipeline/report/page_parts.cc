#include "report/page_parts.h"

#include <fmt/format.h>

#include "report/layout.h"
#include "report_page.h"
#include "text/text.h"

namespace kehoach {
namespace {

std::string_view part(std::string_view name) {
  for (const auto& [file, bytes] : report_page()) {
    if (file == name) return bytes;
  }
  return "";
}

unsigned char from_hex(char c) {
  return static_cast<unsigned char>(c <= '9' ? c - '0' : c - 'a' + 10);
}

// 'sha256-...', by which a policy allows one script or style sheet.
std::string digest(std::string_view text) {
  const std::string hex = sha256_hex(text);
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    bytes += static_cast<char>(from_hex(hex[i]) << 4 | from_hex(hex[i + 1]));
  }
  return fmt::format("'sha256-{}'", base64(bytes));
}

}  // namespace

std::string base64(std::string_view bytes) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t group = 0;
    for (std::size_t j = 0; j < 3; ++j) {
      group <<= 8;
      if (i + j < bytes.size())
        group |= static_cast<unsigned char>(bytes[i + j]);
    }
    for (std::size_t j = 0; j < 4; ++j) {
      const bool is_padding = i + j > bytes.size();
      out += is_padding ? '=' : kDigits[group >> (18 - 6 * j) & 0x3F];
    }
  }
  return out;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : printable(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string page_begin(std::string_view language, std::string_view title) {
  const std::string_view css = part("audit.css");
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, "
      "initial-scale=1\">\n<meta http-equiv=\"Content-Security-Policy\" "
      "content=\"default-src 'none'; style-src {}; script-src {}; base-uri "
      "'none'; form-action 'none'\">\n<title>{}</title>\n<style>{}</style>\n"
      "</head>\n<body>\n",
      language, digest(css), digest(part("audit.js")), escaped(title), css);
}

std::string page_end() {
  return fmt::format("<script>{}</script>\n</body>\n</html>\n",
                     part("audit.js"));
}

}  // namespace kehoach
