// The document itself: number, date, place, issuer, title, signer, recipients.

#include <algorithm>
#include <array>

#include "extract/facts.h"

namespace kehoach {
namespace {

// Nodes that speak for the document: those of the decision that issues it, else
// all.
bool is_own(const Reading& reading, const Node& node) {
  const std::uint32_t inside = reading.outline.plan_begin;
  return inside == 0 || node.span.begin < inside;
}

std::string date_of(const Reading& reading, const Match& match) {
  const auto digits = [&](std::string_view name) {
    const auto span = match.group(name);
    return span ? to_int(reading.folded(*span)) : 0;
  };
  const int year = digits("year");
  const int month = digits("month");
  const int day = digits("day");
  std::string out = std::to_string(year);
  if (month == 0) return out;
  out += "-" + two_digits(month);
  return day == 0 || !is_date(year, month, day) ? out
                                                : out + "-" + two_digits(day);
}

class IdentityReader {
 public:
  IdentityReader(const Reading& reading, std::vector<Diagnostic>& diagnostics)
      : reading_(reading), diagnostics_(diagnostics) {}

  Document read() {
    for (const Node& node : reading_.outline.nodes) {
      if (is_own(reading_, node)) head_line(node);
    }
    if (!document_.symbol) portal();
    title();
    issuer();
    signature();
    recipients();
    if (document_.type.empty()) type_from_heading();
    return std::move(document_);
  }

 private:
  void head_line(const Node& node) {
    if (node.kind == NodeKind::number || node.kind == NodeKind::letterhead)
      number(node);
    const bool dated = node.kind == NodeKind::number ||
                       node.kind == NodeKind::letterhead ||
                       node.kind == NodeKind::place_date;
    if (dated && !document_.issued_on) place_and_date(node);
  }

  // `Số: 1515/KH-UBND`, `Số: /KH-UBND`, `Số:     -KH/TU`
  void number(const Node& node) {
    if (document_.symbol) return;
    const std::string_view text = reading_.printed(node.span);
    const std::string_view folded = reading_.folded(node.span);
    if (!starts_with(folded, "số")) return;
    std::size_t at = std::string_view("số").size();
    while (at < text.size() &&
           (text[at] == ' ' || text[at] == ':' || text[at] == '.' ||
            text[at] == '_' || starts_with(text.substr(at), "…"))) {
      at += starts_with(text.substr(at), "…") ? 3 : 1;
    }
    const Span span{node.span.begin + static_cast<std::uint32_t>(at),
                    node.span.end};
    const auto code = read_code(reading_.text.text, span, reading_.rules);
    if (!code) return;
    document_.symbol = code->symbol;
    document_.type =
        code->type.empty() ? (code->year.empty() ? "CV" : "") : code->type;
    if (code->number.empty()) {
      diagnostics_.push_back({Severity::warning, "number-blank",
                              "the number of the document was left blank",
                              node.span});
      return;
    }
    document_.number = code->number;
    document_.code = code->code;
  }

  void place_and_date(const Node& node) {
    for (const Match& match :
         reading_.rules.scan(only(Family::identity), reading_.text.folded,
                             node.span, SectionRole::none)) {
      if (match.rule->attribute("what") != "date") continue;
      document_.issued_on = date_of(reading_, match);
      if (document_.issued_on->size() < 10) {
        diagnostics_.push_back({Severity::warning, "date-blank",
                                "day or month of the date was left blank",
                                match.span});
      }
      const std::string_view before =
          trim(reading_.printed({node.span.begin, match.span.begin}));
      place(before);
      return;
    }
  }

  // The words before `, ngày`; a number may stand before them on the same line.
  void place(std::string_view before) {
    while (!before.empty() && (before.back() == ',' || before.back() == ' ' ||
                               before.back() == '.'))
      before.remove_suffix(1);
    std::size_t begin = before.size();
    while (begin > 0) {
      const std::size_t space = before.substr(0, begin).rfind(' ');
      const std::size_t word = space == std::string_view::npos ? 0 : space + 1;
      const Codepoint c = decode_at(before, word);
      const bool name = is_upper(c.value) || before.substr(word, 1) == "-";
      if (!name || before.substr(word).find('/') != std::string_view::npos)
        break;
      begin = word == 0 ? 0 : word - 1;
      if (word == 0) break;
    }
    const std::string_view name = trim(before.substr(begin));
    if (!name.empty() && name.size() < 60) document_.place = std::string(name);
  }

  // A portal's header gives number and date where the letterhead lost them.
  void portal() {
    const auto& nodes = reading_.outline.nodes;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      if (nodes[i].kind != NodeKind::portal) continue;
      const std::string_view folded = reading_.folded(nodes[i].span);
      const std::size_t colon = folded.find(':');
      const Span value =
          colon != std::string_view::npos && colon + 1 < folded.size()
              ? trim(reading_.text.text,
                     {nodes[i].span.begin + static_cast<std::uint32_t>(colon) +
                          1,
                      nodes[i].span.end})
              : (i + 1 < nodes.size() ? nodes[i + 1].span : Span{});
      if (starts_with(folded, "số hiệu") || starts_with(folded, "số ký hiệu")) {
        if (const auto code =
                read_code(reading_.text.text, value, reading_.rules)) {
          document_.symbol = code->symbol;
          document_.number = code->number;
          document_.code = code->code;
          document_.type = code->type;
        }
      } else if (starts_with(folded, "ngày ban hành") && !document_.issued_on) {
        const auto parts = split(reading_.printed(value), '/');
        if (parts.size() == 3 &&
            is_date(to_int(parts[2]), to_int(parts[1]), to_int(parts[0]))) {
          document_.issued_on = std::string(parts[2]) + "-" +
                                two_digits(to_int(parts[1])) + "-" +
                                two_digits(to_int(parts[0]));
        }
      }
    }
  }

  // The words behind KẾ HOẠCH in its own paragraph, and the paragraphs below.
  void title() {
    std::string title;
    const auto add = [&](std::string_view part) {
      part = trim(part);
      if (part.empty()) return;
      if (!title.empty()) title += ' ';
      title += part;
    };
    for (const Node& node : reading_.outline.nodes) {
      if (node.span.begin < reading_.outline.plan_begin) continue;
      if (node.kind == NodeKind::doc_type) {
        const auto match =
            reading_.rules.match_at(Family::outline, reading_.text.folded,
                                    node.span, SectionRole::none);
        if (match) add(reading_.printed({match->span.end, node.span.end}));
      }
      if (node.kind == NodeKind::title) add(reading_.printed(node.span));
    }
    document_.title = std::move(title);
  }

  void type_from_heading() {
    for (const Node& node : reading_.outline.nodes) {
      if (node.kind != NodeKind::doc_type || !is_own(reading_, node)) continue;
      const auto match = reading_.rules.match_at(
          Family::outline, reading_.text.folded, node.span, SectionRole::none);
      if (match)
        document_.type =
            type_of_words(reading_.folded(match->span), reading_.rules);
      return;
    }
  }

  // ---- issuer ---------------------------------------------------------------

  void issuer() {
    std::vector<std::string> lines;
    for (const Node& node : reading_.outline.nodes) {
      if (node.kind != NodeKind::letterhead || !is_own(reading_, node))
        continue;
      std::string_view line = reading_.printed(node.span);
      const std::string_view folded = reading_.folded(node.span);
      for (const std::string_view motto :
           {"cộng hòa xã hội", "độc lập", "đảng cộng sản việt nam", "v/v "}) {
        if (const std::size_t at = folded.find(motto);
            at != std::string_view::npos)
          line = line.substr(0, std::min(line.size(), at));
      }
      line = trim(line);
      if (!line.empty() && list_mark(line).kind == Marker::none &&
          line.size() < 200)
        lines.emplace_back(line);
    }
    std::string name = join_letterhead(lines);
    if (name.empty()) name = issuer_from_text();
    if (name.empty()) return;
    document_.level = level_of(name);
    document_.issuer = std::move(name);
  }

  // The lines of the letterhead, superior body first, to one name in sentence
  // case. The superior body stays only for its place.
  [[nodiscard]] std::string join_letterhead(
      const std::vector<std::string>& lines) const {
    std::vector<std::string> bodies;
    for (const std::string& line : lines) {
      const std::string folded = fold_for_match(line);
      // A word alone is the end of a wrapped line: `BỘ ... VÀ MÔI` / `TRƯỜNG`.
      const bool word = folded.find(' ') == std::string::npos;
      const bool fresh = bodies.empty() || (!word && begins_body(folded));
      if (fresh) {
        bodies.push_back(line);
      } else {
        bodies.back() += " " + line;
      }
    }
    if (bodies.empty()) return "";
    std::string name = named_case(bodies.back());
    const std::string folded = fold_for_match(name);
    const bool placed = folded.find("tỉnh ") != std::string::npos ||
                        folded.find("thành phố ") != std::string::npos ||
                        folded.find("huyện ") != std::string::npos ||
                        folded.find("xã ") != std::string::npos ||
                        folded.find("phường ") != std::string::npos ||
                        starts_with(folded, "bộ ");
    // Schools and companies have names of their own.
    const bool named = starts_with(folded, "trường") || starts_with(folded, "công ty") || starts_with(folded, "bệnh viện");
    if (bodies.size() > 1 && !placed && !named) {
      const std::string above = named_case(bodies[bodies.size() - 2]);
      const std::string above_folded = fold_for_match(above);
      for (const std::string_view unit :
           {"tỉnh ", "thành phố ", "huyện ", "quận ", "thị xã ", "xã ",
            "phường ", "thị trấn "}) {
        const std::size_t at = above_folded.find(unit);
        if (at != std::string::npos) return name + " " + above.substr(at);
      }
    }
    return name;
  }

  [[nodiscard]] bool begins_body(std::string_view folded) const {
    for (const std::string& head : reading_.rules.list("letterhead_bodies")) {
      if (starts_with(folded, head) && is_word_boundary(folded, head.size()))
        return true;
    }
    return false;
  }

  // Sentence case, abbreviations written out, place names with capitals.
  [[nodiscard]] std::string named_case(std::string_view line) const {
    std::string out;
    std::string low =
        is_all_upper(line) ? sentence_case(line) : std::string(line);
    for (const auto& [from, to] :
         {std::pair<std::string_view, std::string_view>{"UBND",
                                                        "Ủy ban nhân dân"},
          {"Ubnd", "Ủy ban nhân dân"},
          {"Uỷ ban", "Ủy ban"},
          {"HĐND", "Hội đồng nhân dân"}}) {
      for (std::size_t at = low.find(from); at != std::string::npos;
           at = low.find(from, at + to.size()))
        low.replace(at, from.size(), to);
    }
    return is_all_upper(line) ? with_capitals(low) : low;
  }

  // The capitals of names inside a line that was printed in capitals: bodies by
  // the gazetteer, places behind `tỉnh`, `huyện`, `xã` and their kin.
  [[nodiscard]] std::string with_capitals(const std::string& low) const {
    const std::string folded = fold_for_match(low);
    std::string out = low;
    std::size_t from = 0;
    for (const Row& row : reading_.rules.table("agencies")) {
      const std::string& name = row.at("name");
      if (name.size() <= from || !starts_with(folded, fold_for_match(name)) ||
          !is_word_boundary(folded, name.size())) {
        continue;
      }
      from = name.size();
      out = name + low.substr(name.size());
    }
    return out.substr(0, from) + with_places(out.substr(from), from > 0);
  }

  static std::string with_places(std::string_view rest, bool name) {
    static constexpr std::array<std::string_view, 13> kUnits = {
        "tỉnh", "phố", "huyện", "quận", "xã", "phường", "trấn", "khu", "ủy", "học",
        "sở", "thông", "non"};
    static constexpr std::array<std::string_view, 6> kCommon = {
        "thành", "thị", "đặc", "trung", "và", "cơ"};
    const auto is_in = [](const auto& words, std::string_view word) {
      return std::find(words.begin(), words.end(), word) != words.end();
    };
    std::string out;
    bool first = true;
    for (const std::string_view word : split(rest, ' ')) {
      if (!first) out += ' ';
      first = false;
      const bool unit = is_in(kUnits, word);
      out += name && !unit && !is_in(kCommon, word) ? sentence_case(word) : std::string(word);
      name = unit || word.empty() ? name || unit : name && !is_in(kCommon, word);
    }
    return out;
  }

  // `UBND tỉnh ban hành Kế hoạch` with the place of the date line, where the
  // letterhead is lost.
  [[nodiscard]] std::string issuer_from_text() const {
    std::string found;
    for (const Node& node : reading_.outline.nodes) {
      const bool opening = node.role == SectionRole::preamble ||
                           node.role == SectionRole::closing;
      if (!opening ||
          (node.kind != NodeKind::paragraph && node.kind != NodeKind::lead_in))
        continue;
      for (const Match& match :
           reading_.rules.scan(only(Family::identity), reading_.text.folded,
                               node.span, node.role)) {
        if (match.rule->attribute("what") != "issuer") continue;
        const auto level = match.group("level");
        if (!level) continue;
        std::string name =
            "Ủy ban nhân dân " + std::string(reading_.folded(*level));
        const std::string own = name_behind({level->end, node.span.end});
        if (!own.empty()) return name + " " + own;
        if (found.empty() && document_.place)
          found = name + " " + *document_.place;
      }
    }
    return found;
  }

  // The capitalised words right behind.
  [[nodiscard]] std::string name_behind(Span rest) const {
    std::string out;
    std::string_view text = reading_.printed(rest);
    while (starts_with(text, " ")) {
      const std::string_view word = text.substr(1, text.find(' ', 1) - 1);
      if (word.empty() || !is_upper(decode_at(word, 0).value) ||
          is_all_upper(word))
        break;
      const bool last =
          word.back() == ',' || word.back() == ';' || word.back() == '.';
      if (!out.empty()) out += ' ';
      out += last ? word.substr(0, word.size() - 1) : word;
      if (last) break;
      text.remove_prefix(1 + word.size());
    }
    return out;
  }

  [[nodiscard]] std::optional<std::string> level_of(
      std::string_view name) const {
    const std::string folded = fold_for_match(name);
    for (const Match& match :
         reading_.rules.scan(only(Family::identity), folded,
                             {0, static_cast<std::uint32_t>(folded.size())},
                             SectionRole::none)) {
      const std::string_view level = match.rule->attribute("level");
      if (level.empty()) continue;
      if (level != "city") return std::string(level);
      const std::string rest = folded.substr(match.span.end);
      for (const std::string& city : reading_.rules.list("central_cities")) {
        if (rest.find(city) != std::string::npos) return "province";
      }
      return "district";
    }
    return std::nullopt;
  }

  // ---- back matter
  // ------------------------------------------------------------

  void signature() {
    std::vector<std::string> lines;
    const auto is_name = [](const std::string& line) {
      return !is_all_upper(line) && line.size() < 60;
    };
    for (const Node& node : reading_.outline.nodes) {
      if (node.kind != NodeKind::signature || !is_own(reading_, node)) continue;
      lines.emplace_back(reading_.printed(node.span));
    }
    for (std::size_t i = lines.size(); i > 0; --i) {
      const std::string& line = lines[i - 1];
      const bool capitals_name = is_all_upper(line) && i > 1 &&
                                 split(line, ' ').size() >= 3 &&
                                 split(line, ' ').size() <= 4;
      if (!is_name(line) && !(capitals_name && lines.size() > 1 &&
                              i == lines.size() && !is_post(line)))
        continue;
      if (name_begin(line) == 0 && is_post(line)) continue;
      // `KT. BỘ TRƯỞNG THỨ TRƯỞNG Lê Công Thành` in one line.
      const std::size_t name = name_begin(line);
      document_.signer = strip_degree(line.substr(name));
      if (name > 0) {
        document_.signer_title = post_of(std::string(trim(line.substr(0, name))));
        return;
      }
      if (i > 1) document_.signer_title = post_of(lines[i - 2]);
      return;
    }
    if (!lines.empty()) document_.signer_title = post_of(lines.back());
  }

  [[nodiscard]] bool is_post(std::string_view line) const {
    const std::string folded = fold_for_match(line);
    const auto match = reading_.rules.match_at(
        Family::outline, folded, {0, static_cast<std::uint32_t>(folded.size())},
        SectionRole::none);
    return match && match->rule->attribute("what") == "authority";
  }

  // Where the words in small letters begin behind words in capitals.
  static std::size_t name_begin(const std::string& line) {
    std::size_t begin = line.size();
    while (begin > 0) {
      const std::size_t space = line.rfind(' ', begin - 1);
      const std::size_t word = space == std::string::npos ? 0 : space + 1;
      if (is_all_upper(std::string_view(line).substr(word, begin - word))) break;
      if (word == 0) return 0;
      begin = space;
    }
    return begin == line.size() ? 0 : begin + 1;
  }

  // `KT. CHỦ TỊCH PHÓ CHỦ TỊCH` in one line: the last post counts.
  static std::string post_of(const std::string& line) {
    for (const std::string_view post : {"PHÓ ", "THỨ TRƯỞNG"}) {
      const std::size_t at = line.rfind(post);
      if (at != std::string::npos && at > 0) return line.substr(at);
    }
    return line;
  }

  static std::string strip_degree(const std::string& name) {
    for (const std::string_view degree :
         {"TS. ", "ThS. ", "PGS.TS. ", "BS. ", "TS ", "ThS ", "Ths. "}) {
      if (starts_with(name, degree)) return name.substr(degree.size());
    }
    return name;
  }

  void recipients() {
    for (const Node& node : reading_.outline.nodes) {
      if (node.kind != NodeKind::recipient || !is_own(reading_, node)) continue;
      std::string_view text = reading_.printed(node.span);
      std::string_view folded = reading_.folded(node.span);
      if (starts_with(folded, "nơi nhận") || starts_with(folded, "nơi gửi")) {
        const std::size_t colon = text.find(':');
        if (colon == std::string_view::npos) continue;
        text.remove_prefix(colon + 1);
      }
      // Flattened lists hold several in one paragraph.
      while (!text.empty()) {
        const std::size_t next = text.find("; -");
        recipient(text.substr(0, next));
        if (next == std::string_view::npos) break;
        text.remove_prefix(next + 2);
      }
    }
  }

  void recipient(std::string_view line) {
    line = trim(line);
    line.remove_prefix(
        std::min<std::size_t>(line.size(), list_mark(line).size));
    std::string text(line);
    for (const std::string_view note :
         {"(b/c)", "(B/c)", "(để b/c)", "(để báo cáo)", "(để B/c)", "(B/C)",
          "(báo cáo)"}) {
      const std::size_t at = text.find(note);
      if (at != std::string::npos) text.erase(at, note.size());
    }
    Span span =
        trim(text, {0, static_cast<std::uint32_t>(text.size())}, ";.,:-");
    std::string name(slice(text, span));
    const std::string folded = fold_for_match(name);
    if (name.empty() || starts_with(folded, "lưu")) return;
    document_.recipients.push_back(std::move(name));
  }

  const Reading& reading_;
  std::vector<Diagnostic>& diagnostics_;
  Document document_;
};

}  // namespace

Document read_document(const Reading& reading,
                       std::vector<Diagnostic>& diagnostics) {
  return IdentityReader(reading, diagnostics).read();
}

}  // namespace kehoach
