#include "report/words.h"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <utility>

#include "text/text.h"

namespace kehoach {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

// Kinds of documents by decree 30/2020/NĐ-CP, appendix III, and of the party.
constexpr std::array kTypes = {
    Pair{"BC", "Báo cáo"},       Pair{"CT", "Chỉ thị"},
    Pair{"CTr", "Chương trình"}, Pair{"CV", "Công văn"},
    Pair{"HD", "Hướng dẫn"},     Pair{"KH", "Kế hoạch"},
    Pair{"KL", "Kết luận"},      Pair{"NĐ", "Nghị định"},
    Pair{"NQ", "Nghị quyết"},    Pair{"PA", "Phương án"},
    Pair{"QĐ", "Quyết định"},    Pair{"TB", "Thông báo"},
    Pair{"TT", "Thông tư"},      Pair{"TTr", "Tờ trình"},
    Pair{"ĐA", "Đề án"},
};

constexpr std::array kLevels = {
    Pair{"central", "cấp trung ương"},
    Pair{"province", "cấp tỉnh"},
    Pair{"district", "cấp huyện"},
    Pair{"commune", "cấp xã"},
    Pair{"unit", "đơn vị"},
};

constexpr std::array kRhythms = {
    Pair{"yearly", "hằng năm"},    Pair{"half-yearly", "6 tháng một lần"},
    Pair{"quarterly", "hằng quý"}, Pair{"monthly", "hằng tháng"},
    Pair{"weekly", "hằng tuần"},   Pair{"daily", "hằng ngày"},
};

constexpr std::array kBounds = {
    Pair{"before", "trước "},
    Pair{"by", "chậm nhất "},
};

constexpr std::array kQuarters = {Pair{"1", "I"}, Pair{"2", "II"},
                                  Pair{"3", "III"}, Pair{"4", "IV"}};

template <std::size_t N>
std::string_view look_up(const std::array<Pair, N>& pairs, std::string_view key,
                         std::string_view otherwise) {
  for (const auto& [name, words] : pairs) {
    if (name == key) return words;
  }
  return otherwise;
}

// `2024-08` cut at its dashes; empty if one part is no number.
std::vector<int> numbers(std::string_view text) {
  std::vector<int> out;
  for (const std::string_view part : split(text, '-')) {
    int value = 0;
    if (part.empty()) return {};
    for (const char c : part) {
      if (c < '0' || c > '9') return {};
      value = value * 10 + (c - '0');
    }
    out.push_back(value);
  }
  return out;
}

std::string rhythm_words(std::string_view value) {
  if (starts_with(value, "---"))
    return fmt::format("ngày {} hằng tháng", value.substr(3));
  if (starts_with(value, "--")) {
    const auto parts = numbers(value.substr(2));
    if (parts.size() == 2)
      return fmt::format("ngày {}/{} hằng năm", parts[1], parts[0]);
    if (parts.size() == 1) return fmt::format("tháng {} hằng năm", parts[0]);
  }
  return std::string(look_up(kRhythms, value, value));
}

// ISO durations of one part: P5D, PT48H.
std::string duration_words(std::string_view value) {
  const bool hours = starts_with(value, "PT") && ends_with(value, "H");
  const std::string_view count =
      hours ? value.substr(2, value.size() - 3)
            : value.substr(1, value.empty() ? 0 : value.size() - 2);
  if (hours) return fmt::format("trong {} giờ", count);
  switch (value.back()) {
    case 'D':
      return fmt::format("trong {} ngày", count);
    case 'W':
      return fmt::format("trong {} tuần", count);
    case 'M':
      return fmt::format("trong {} tháng", count);
    default:
      return std::string(value);
  }
}

std::string number_words(double value) {
  std::string text = fmt::format("{}", value);
  const std::size_t point = text.find('.');
  if (point != std::string::npos) text[point] = ',';
  // fmt prints whole doubles as `84.0`.
  if (ends_with(text, ",0")) text.resize(text.size() - 2);
  return text;
}

}  // namespace

std::string type_words(std::string_view type) {
  return std::string(look_up(kTypes, type, type));
}

std::string level_words(std::string_view level) {
  return std::string(look_up(kLevels, level, level));
}

std::string path_words(std::string_view path) {
  if (path.empty()) return "";
  const auto is_bullet = [](char c) { return c == '-' || c == '+'; };
  std::string_view labels = path;
  while (!labels.empty() && is_bullet(labels.back())) {
    labels.remove_suffix(1);
    if (!labels.empty() && labels.back() == '.') labels.remove_suffix(1);
  }
  const bool bullet = labels.size() < path.size();
  if (labels.empty()) return "gạch đầu dòng";
  std::string words = labels == "table" ? "bảng" : "mục " + std::string(labels);
  if (bullet) words += ", gạch đầu dòng";
  return words;
}

std::string date_words(std::string_view edtf) {
  const std::size_t slash = edtf.find('/');
  if (slash != std::string_view::npos) {
    const std::string from = date_words(edtf.substr(0, slash));
    const std::string_view to = edtf.substr(slash + 1);
    if (to == "..") return "từ " + from;
    return from + " - " + date_words(to);
  }
  if (edtf.size() == 7 && edtf.substr(4, 2) == "-Q") {
    return fmt::format("quý {}/{}",
                       look_up(kQuarters, edtf.substr(6), edtf.substr(6)),
                       edtf.substr(0, 4));
  }
  const auto parts = numbers(edtf);
  if (parts.size() == 3)
    return fmt::format("{}/{}/{}", parts[2], parts[1], parts[0]);
  if (parts.size() == 2) return fmt::format("{}/{}", parts[1], parts[0]);
  return std::string(edtf);
}

std::string deadline_words(const Deadline& deadline) {
  const std::string value = deadline.value.value_or("");
  if (deadline.kind == "relative")
    return value.empty() ? "theo sự kiện" : duration_words(value);
  const std::string bound(look_up(kBounds, deadline.bound, ""));
  if (deadline.kind == "recurring") return bound + rhythm_words(value);
  return bound + date_words(value);
}

std::string quantity_words(const Target& target) {
  std::string text;
  if (target.comparator != "=") text = target.comparator + " ";
  text += number_words(target.value);
  if (target.value_to) text += " - " + number_words(*target.value_to);
  return target.unit.empty() ? text : text + " " + target.unit;
}

std::string_view signature_words(const Signature& signature) {
  switch (signature.status) {
    case SignatureStatus::valid:
      return signature.whole_file
                 ? "hợp lệ với toàn bộ tệp"
                 : "hợp lệ với phần đã ký; tệp còn được bổ sung sau đó";
    case SignatureStatus::invalid:
      return "KHÔNG hợp lệ, nội dung khác với lúc ký";
    case SignatureStatus::unchecked:
      break;
  }
  return "không kiểm tra được, loại chữ ký này chưa được hỗ trợ";
}

std::string time_words(std::string_view time) {
  constexpr std::size_t kSeconds = 19;  // where they end
  if (time.size() < kSeconds || time[4] != '-' || time[10] != 'T') {
    return std::string(time);
  }
  std::string words = fmt::format("{} ngày {}", time.substr(11, 8),
                                  date_words(time.substr(0, 10)));
  if (time.size() > kSeconds) {
    const std::string_view zone = time.substr(kSeconds);
    words += fmt::format(" ({})", zone == "Z" ? "UTC" : zone);
  }
  return words;
}

}  // namespace kehoach
