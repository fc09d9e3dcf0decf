#include "read/stamp_text.h"

#include <algorithm>
#include <array>

#include "text/text.h"

namespace kehoach {
namespace {

struct Label {
  std::string_view folded;
  StampPart part;
};

constexpr std::array<Label, 25> kLabels = {{
    {"ky boi", StampPart::signer},        {"duoc ky boi", StampPart::signer},
    {"ky so boi", StampPart::signer},     {"nguoi ky", StampPart::signer},
    {"nguoi ky so", StampPart::signer},   {"signed by", StampPart::signer},
    {"signer", StampPart::signer},        {"co quan", StampPart::organisation},
    {"to chuc", StampPart::organisation}, {"don vi", StampPart::organisation},
    {"email", StampPart::email},          {"e mail", StampPart::email},
    {"thu dien tu", StampPart::email},    {"thoi gian ky", StampPart::time},
    {"thoi gian ky so", StampPart::time}, {"ngay ky", StampPart::time},
    {"ngay ky so", StampPart::time},      {"ky ngay", StampPart::time},
    {"gio ky", StampPart::time},          {"signing time", StampPart::time},
    {"signed date", StampPart::time},     {"chuc vu", StampPart::other},
    {"chuc danh", StampPart::other},      {"ly do", StampPart::other},
    {"dia diem", StampPart::other},
}};

// Decree 30/2020/NĐ-CP, article 25: the three kinds of copies.
constexpr std::array<std::string_view, 3> kCopies = {"SAO Y", "SAO LỤC",
                                                     "TRÍCH SAO"};

bool is_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_digit(static_cast<unsigned char>(text[at]));
}

bool is_zone(std::string_view text) {
  return text.size() == 6 && (text[0] == '+' || text[0] == '-') &&
         is_digit_at(text, 1) && is_digit_at(text, 2) && text[3] == ':' &&
         is_digit_at(text, 4) && is_digit_at(text, 5);
}

bool is_address(std::string_view text) {
  const std::size_t at = text.find('@');
  return at != std::string_view::npos && at > 0 &&
         text.find('.', at) != std::string_view::npos &&
         text.find(' ') == std::string_view::npos;
}

void add(std::string& field, std::string_view value) {
  if (value.empty()) return;
  if (!field.empty()) field += ' ';
  field += value;
}

class StampReader {
 public:
  void read(std::string_view line) {
    for (const std::string_view piece : split(line, ';')) {
      const StampLine part = stamp_line(trim(piece));
      if (trim(piece).empty()) continue;
      // A bare line goes on with a value that was wrapped.
      const bool goes_on = part.part == StampPart::none;
      if (!goes_on) last_ = part.part;
      if (last_ == StampPart::none) last_ = StampPart::signer;
      if (std::string* field = field_of(last_)) add(*field, part.value);
      if (part.part == StampPart::kind) last_ = StampPart::signer;
    }
  }

  Stamp take() { return std::move(stamp_); }

 private:
  std::string* field_of(StampPart part) {
    switch (part) {
      case StampPart::kind:
        return &stamp_.kind;
      case StampPart::signer:
        return &stamp_.signer;
      case StampPart::organisation:
        return &stamp_.organisation;
      case StampPart::email:
        return &stamp_.email;
      case StampPart::time:
        return &stamp_.time;
      default:
        return nullptr;
    }
  }

  Stamp stamp_;
  StampPart last_ = StampPart::none;
};

}  // namespace

bool has_seconds(std::string_view word) {
  for (std::size_t at = 0; at + 5 < word.size(); ++at) {
    if (word[at] != ':' || word[at + 3] != ':') continue;
    if (at > 0 && is_digit_at(word, at - 1) && is_digit_at(word, at + 1) &&
        is_digit_at(word, at + 2) && is_digit_at(word, at + 4) &&
        is_digit_at(word, at + 5) && !is_digit_at(word, at + 6)) {
      return true;
    }
  }
  return false;
}

StampLine stamp_line(std::string_view line) {
  line = trim(line);
  for (const std::string_view kind : kCopies) {
    if (line == kind || starts_with(line, std::string(kind) + ";")) {
      return {StampPart::kind, false, line.substr(0, kind.size())};
    }
  }
  const std::size_t colon = line.find(':');
  if (colon != std::string_view::npos) {
    const std::string label = fold_for_search(line.substr(0, colon));
    const auto found =
        std::find_if(kLabels.begin(), kLabels.end(),
                     [&](const Label& l) { return l.folded == label; });
    if (found != kLabels.end()) {
      return {found->part, true, trim(line.substr(colon + 1))};
    }
  }
  if (has_seconds(line) || is_zone(line)) {
    return {StampPart::time, false, line};
  }
  if (is_address(line)) return {StampPart::email, false, line};
  return {StampPart::none, false, line};
}

Stamp stamp_of(const std::vector<std::string>& lines) {
  StampReader reader;
  for (const std::string& line : lines) reader.read(line);
  return reader.take();
}

}  // namespace kehoach
