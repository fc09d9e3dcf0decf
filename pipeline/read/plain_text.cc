#include "read/plain_text.h"

#include <algorithm>
#include <array>

#include "read/clean_text.h"
#include "read/decode.h"
#include "read/encoding.h"
#include "read/utf16.h"

namespace kehoach {
namespace {

// ---- findings: which lines were in which encoding

struct Finding {
  Reading reading;
  std::size_t lines = 0;
  std::size_t first = 0;  // 0-based
};

struct Name {
  Charset charset;
  std::string_view code;
  std::string_view name;
};

constexpr std::array kNames = {
    Name{Charset::utf8, "encoding-mojibake", "UTF-8"},
    Name{Charset::tcvn3, "encoding-tcvn3", "TCVN3 (ABC)"},
    Name{Charset::vni, "encoding-vni", "VNI"},
    Name{Charset::viscii, "encoding-viscii", "VISCII"},
    Name{Charset::windows_1258, "encoding-windows-1258", "windows-1258"},
    Name{Charset::viqr, "encoding-viqr", "VIQR"},
    Name{Charset::viqr_loose, "encoding-viqr", "VIQR"},
};

const Name& name_of(Charset charset) {
  return *std::find_if(kNames.begin(), kNames.end(), [&](const Name& name) {
    return name.charset == charset;
  });
}

std::string_view name_of(Carrier carrier) {
  return carrier == Carrier::windows_1252 ? "windows-1252" : "windows-1258";
}

void count(std::vector<Finding>& findings, const Reading& reading,
           std::size_t line) {
  for (Finding& finding : findings) {
    if (finding.reading == reading) {
      ++finding.lines;
      return;
    }
  }
  findings.push_back({reading, 1, line});
}

Diagnostic describe(const Finding& finding, std::string_view text,
                    const OffsetMap& bytes) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i < finding.first; ++i)
    begin = text.find('\n', begin) + 1;
  const Span line =
      span_from(begin, std::min(text.find('\n', begin), text.size()));
  const Name& name = name_of(finding.reading.charset);
  std::string message = std::to_string(finding.lines) +
                        (finding.lines == 1 ? " line was " : " lines were ") +
                        std::string(name.name);
  if (finding.reading.carrier != Carrier::none) {
    message += ", misread as " + std::string(name_of(finding.reading.carrier)) +
               " and saved again," + (finding.reading.twice ? " twice," : "");
  }
  message += " and " + std::string(finding.lines == 1 ? "is" : "are") +
             " decoded, the first is line " +
             std::to_string(finding.first + 1) + " (byte " +
             std::to_string(bytes.source(line).begin) + " of the file)";
  const bool damaged = finding.reading.charset == Charset::utf8;
  return {damaged ? Severity::warning : Severity::info, std::string(name.code),
          message, line};
}

// ---- decoding

struct Decoded {
  EditedText out;
  std::vector<Finding> findings;
  Repairs repairs;
};

void write_line(std::string_view bytes, const EncodedLine& line,
                std::size_t number, Decoded& decoded) {
  const std::uint32_t begin = decoded.out.size();
  decode_line(bytes, line.span, line.reading, decoded.out, decoded.repairs);
  if (line.reading == Reading{}) return;
  const auto now = std::string_view(decoded.out.text()).substr(begin);
  if (now != slice(bytes, line.span))
    count(decoded.findings, line.reading, number);
}

Decoded decode(std::string_view bytes) {
  const Span all = span_from(0, bytes.size());
  Decoded decoded;
  if (!may_be_encoded(bytes)) {
    decode_line(bytes, all, {}, decoded.out, decoded.repairs);
    return decoded;
  }
  const std::vector<EncodedLine> lines = read_lines(bytes);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    write_line(bytes, lines[i], i, decoded);
    const std::uint32_t next =
        i + 1 < lines.size() ? lines[i + 1].span.begin : all.end;
    decode_line(bytes, {lines[i].span.end, next}, {}, decoded.out,
                decoded.repairs);
  }
  return decoded;
}

// Letters of 8-bit encodings are single bytes above 7F, which are no UTF-8. A
// text that has plenty of them left and hardly one good letter is not a damaged
// UTF-8 text, and putting U+FFFD for each would leave nothing to read.
bool is_unreadable(std::string_view text, std::size_t repairs) {
  constexpr std::size_t kPlenty = 24;
  if (repairs < kPlenty) return false;
  std::size_t good = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Codepoint c = decode_at(text, at);
    if (c.size > 1 && c.value != 0xFFFD) ++good;
    at += c.size;
  }
  return good * 4 < repairs;
}

Diagnostic describe(const Repairs& repairs, const PlainText& plain,
                    std::uint32_t first) {
  std::size_t at = plain.text.find(kReplacement);
  Span span;
  for (; at != std::string::npos; at = plain.text.find(kReplacement, at + 1)) {
    span = span_from(at, at + kReplacement.size());
    if (plain.bytes.source(span).begin == first) break;
  }
  const auto line =
      1 + std::count(plain.text.begin(), plain.text.begin() + span.begin, '\n');
  return {Severity::warning, "utf8-repaired",
          std::to_string(repairs.count) +
              (repairs.count == 1 ? " byte is" : " bytes are") +
              " no UTF-8 and stand as U+FFFD, the first in line " +
              std::to_string(line) + " (byte " + std::to_string(first) +
              " of the file)",
          span};
}

// Decodes `plain.text`, which still is what the file holds, but for UTF-16;
// false if it can't be read.
bool decode(PlainText& plain) {
  Decoded decoded = decode(plain.text);
  const auto lost = static_cast<std::size_t>(
      std::count(plain.text.begin(), plain.text.end(), '\0'));
  if (is_unreadable(decoded.out.text(), decoded.repairs.count - lost))
    return false;
  const std::uint32_t first_bad =
      plain.bytes.source({decoded.repairs.first, decoded.repairs.first}).begin;
  plain.bytes = decoded.out.map().behind(plain.bytes);
  plain.text = decoded.out.take_text();
  for (const Finding& finding : decoded.findings)
    plain.diagnostics.push_back(describe(finding, plain.text, plain.bytes));
  if (decoded.repairs.count > 0)
    plain.diagnostics.push_back(describe(decoded.repairs, plain, first_bad));
  return true;
}

bool is_healthy(std::string_view bytes) {
  return is_clean_text(bytes) && !may_be_encoded(bytes);
}

}  // namespace

std::optional<PlainText> plain_text(std::string_view bytes) {
  PlainText plain;
  if (const auto order = utf16_order(bytes)) {
    EditedText text;
    decode_utf16(bytes, *order, text);
    plain.text = text.take_text();
    plain.bytes = text.take_map();
    plain.diagnostics.push_back(
        {Severity::info, "encoding-utf-16",
         std::string("the file is UTF-16, ") +
             (*order == ByteOrder::little ? "low" : "high") + " byte first",
         span_from(0, 0)});
    if (is_healthy(plain.text)) return plain;
  } else {
    const bool marked = starts_with(bytes, kByteOrderMark);
    const Span content =
        span_from(marked ? kByteOrderMark.size() : 0, bytes.size());
    plain.text = slice(bytes, content);
    if (marked && !content.empty())
      plain.bytes.add({0, content.begin, content.size(), true});
    if (is_healthy(plain.text)) return plain;
  }
  if (!decode(plain)) return std::nullopt;
  return plain;
}

}  // namespace kehoach
