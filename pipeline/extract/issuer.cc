// From the letterhead to the name and the level of the body that issues a plan.

#include <algorithm>
#include <array>

#include "extract/identity.h"
#include "extract/misread_names.h"

namespace kehoach {
namespace {

constexpr std::size_t kLongestLine = 200;  // bytes of a letterhead's line
constexpr std::string_view kCommittee = "Ủy ban nhân dân";
constexpr std::array<std::string_view, 8> kPlaceUnits = {
    "tỉnh ",   "thành phố ", "huyện ",  "quận ",
    "thị xã ", "xã ",        "phường ", "thị trấn "};

template <typename Words>
bool is_one_of(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

template <typename Words>
bool has_any(std::string_view text, const Words& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

std::string_view field(const Row& row, const char* name) {
  const auto cell = row.find(name);
  return cell == row.end() ? std::string_view{} : cell->second;
}

// True if the bytes [at, at + size) of `text` are whole words behind `before`,
// which may be empty.
bool stands_behind(std::string_view text, std::size_t at, std::size_t size,
                   std::string_view before) {
  if (!is_word_boundary(text, at) || !is_word_boundary(text, at + size))
    return false;
  if (before.empty()) return true;
  const std::string above = lower(trim(text.substr(0, at)));
  return ends_with(above, before) &&
         is_word_boundary(above, above.size() - before.size());
}

// `name` with the abbreviations written out that `row` knows.
void write_out(const Row& row, std::string& name) {
  const std::string_view from = field(row, "short");
  const std::string_view to = field(row, "written");
  if (from.empty()) return;
  for (std::size_t at = name.find(from); at != std::string::npos;
       at = name.find(from, at + 1)) {
    if (!stands_behind(name, at, from.size(), field(row, "behind"))) continue;
    name.replace(at, from.size(), to);
    at += to.size() - 1;
  }
}

// The capitals of place names in `rest`: the words behind `tỉnh`, `huyện`, `xã`
// and their kin, up to a common noun. `name` tells whether the first word
// belongs to a name.
std::string with_places(std::string_view rest, bool name) {
  static constexpr std::array<std::string_view, 11> kUnits = {
      "tỉnh", "huyện", "quận", "xã", "phường", "trấn",
      "khu",  "ủy",    "học",  "sở", "non"};
  static constexpr std::array<std::string_view, 6> kCommon = {
      "thành", "thị", "đặc", "trung", "và", "cơ"};
  std::string out;
  std::string_view before;
  bool first = true;
  for (const std::string_view word : split(rest, ' ')) {
    if (!first) out += ' ';
    first = false;
    // `thành phố`, `phổ thông`: of `phố Bảng` and `thông tin` none is.
    const bool unit = is_one_of(kUnits, word) ||
                      (word == "phố" && before == "thành") ||
                      (word == "thông" && before == "phổ");
    before = word;
    const bool common = is_one_of(kCommon, word);
    out += name && !unit && !common ? sentence_case(word) : std::string(word);
    name = unit || (name && (word.empty() || !common));
  }
  return out;
}

class IssuerReader {
 public:
  IssuerReader(const Reading& reading, const FrameText& lines,
               const Document& document)
      : reading_(reading), lines_(lines), document_(document) {}

  // Empty where nothing names the issuer.
  [[nodiscard]] std::string name() const {
    std::string name = join_letterhead(letterhead());
    if (name.empty()) name = name_in_text();
    if (name.empty()) name = name_in_signature();
    if (name == kCommittee) return with_lost_place(name);
    // `Ủy ban nhân dân tỉnh` above `Căn cứ ...`
    for (const std::string_view unit : kPlaceUnits) {
      if (!ends_with(name, " " + std::string(trim(unit)))) continue;
      const std::string place = place_in_text(reading_, trim(unit));
      return place.empty() ? name : name + " " + place;
    }
    return with_known_marks(reading_, name);
  }

  [[nodiscard]] std::optional<std::string> level_of(
      std::string_view name) const {
    const std::string folded = fold_for_match(name);
    for (const Match& match :
         reading_.rules.scan(only(Family::identity), folded,
                             {0, static_cast<std::uint32_t>(folded.size())},
                             SectionRole::none, reading_.aside())) {
      const std::string_view level = match.rule->attribute("level");
      if (level.empty()) continue;
      if (level != "city") return std::string(level);
      if (ends_with(folded, "thành phố")) return std::nullopt;  // which?
      const bool central =
          has_any(std::string_view(folded).substr(match.span.end),
                  reading_.rules.list("central_cities"));
      return central ? "province" : "district";
    }
    return std::nullopt;
  }

 private:
  // A line of the letterhead. What stands `below` the number goes on with no
  // name.
  struct HeadLine {
    std::string text;
    bool below = false;
  };

  // The lines of the letterhead that name bodies.
  [[nodiscard]] std::vector<HeadLine> letterhead() const {
    std::vector<HeadLine> lines;
    bool below = false;
    bool numbered = false;
    for (const Node& node : reading_.outline.nodes) {
      if (!is_own(reading_, node)) continue;
      below = below || node.kind == NodeKind::place_date;
      numbered = numbered || node.kind == NodeKind::number;
      if (node.kind != NodeKind::letterhead) continue;
      const std::string whole = lines_(node.span);
      // `Source: https://...`, of who passed the text on.
      if (whole.find("://") != std::string::npos) continue;
      const std::string folded = fold_for_match(whole);
      // The right column of the youth union's letterhead.
      if (numbered && !lines.empty() &&
          (folded == "đoàn tncs hồ chí minh" ||
           folded == "đoàn thanh niên cộng sản hồ chí minh"))
        continue;
      std::string_view line = whole;
      for (const std::string_view motto :
           {"cộng hòa xã hội", "độc lập", "đảng cộng sản việt nam", "v/v "})
        line = line.substr(0, folded.find(motto));
      line = trim(line.substr(0, number_in_head(line)));
      while (!line.empty() && line.front() == '/') line.remove_prefix(1);
      if (has_word(line) && list_mark(line).kind == Marker::none &&
          line.size() < kLongestLine)
        add_bodies(line, below, lines);
    }
    return lines;
  }

  // One line for each body: `PHÒNG ... TRƯỜNG TIỂU HỌC ...` are two, and so are
  // `ĐẢNG BỘ TỈNH ... ĐẢNG ỦY XÃ ...`, but not `VĂN PHÒNG ĐẢNG ỦY`.
  void add_bodies(std::string_view line, bool below,
                  std::vector<HeadLine>& lines) const {
    const std::string folded = fold_for_match(line);
    const bool party = starts_with(folded, "đảng bộ ");
    for (std::size_t at = folded.find(' '); at != std::string::npos;
         at = folded.find(' ', at + 1)) {
      const std::string_view rest = std::string_view(folded).substr(at + 1);
      if (!(reading_.words.inner_bodies.stands_at(folded, at + 1) ||
            (party && starts_with(rest, "đảng ủy "))) ||
          ends_with(std::string_view(folded).substr(0, at), "môi"))
        continue;
      lines.push_back({std::string(trim(line.substr(0, at))), below});
      line.remove_prefix(at + 1);
      break;
    }
    lines.push_back({std::string(line), below});
  }

  // The lines, superior body first, to one name in sentence case. The superior
  // body stays only for its place.
  [[nodiscard]] std::string join_letterhead(
      const std::vector<HeadLine>& lines) const {
    std::vector<std::string> bodies;
    for (const auto& [line, below] : lines) {
      // A word alone is the end of a wrapped line: `BỘ ... VÀ MÔI` / `TRƯỜNG`.
      const bool word = line.find(' ') == std::string::npos;
      const bool fresh = !word && reading_.words.letterhead_bodies.stands_at(
                                      fold_for_match(line), 0);
      if (bodies.empty() || (fresh && !below)) {
        bodies.push_back(line);
      } else if (!below) {
        bodies.back().append(" ").append(line);
      }
    }
    if (bodies.empty() || !is_letterhead(bodies)) return "";
    std::string name = named_case(bodies.back());
    if (bodies.size() > 1 &&
        reading_.words.organs.exact(fold_for_match(name)) != nullptr)
      return organ_case(name) + " " + named_case(bodies[bodies.size() - 2]);
    // `BAN CHẤP HÀNH TRUNG ƯƠNG` / `BAN TỔ CHỨC`
    constexpr std::string_view kCentre = "ban chấp hành trung ương";
    if (bodies.size() > 1 &&
        fold_for_match(bodies[bodies.size() - 2]) == kCentre &&
        (starts_with(name, "Ban ") || starts_with(name, "Văn phòng")) &&
        fold_for_match(name).find("trung ương") == std::string::npos)
      return named_case(bodies.back() + " TRUNG ƯƠNG");
    if (bodies.size() > 1 && needs_place(fold_for_match(name)))
      name += place_in(named_case(bodies[bodies.size() - 2]));
    return name;
  }

  // Bodies stand there, or what they are was not recognised and a number or a
  // date stands with them: a running head that names none is no letterhead.
  [[nodiscard]] bool is_letterhead(
      const std::vector<std::string>& bodies) const {
    return document_.symbol || document_.issued_on ||
           std::any_of(bodies.begin(), bodies.end(), [&](const auto& body) {
             return reading_.words.letterhead_bodies.stands_at(
                 fold_for_match(body), 0);
           });
  }

  // `Ban thường trực` as it is written inside a name: `Ban Thường trực`.
  static std::string organ_case(const std::string& organ) {
    const std::size_t space = organ.find(' ');
    if (organ.substr(0, space) != "Ban") return organ;
    return "Ban " + sentence_case(organ.substr(space + 1));
  }

  // True for `Sở Y tế`: no place in it, and no name of its own as schools and
  // companies have.
  static bool needs_place(std::string_view folded) {
    static constexpr std::array<std::string_view, 5> kUnits = {
        "tỉnh ", "thành phố ", "huyện ", "xã ", "phường "};
    static constexpr std::array<std::string_view, 4> kNamed = {
        "bộ ", "trường", "công ty", "bệnh viện"};
    return !has_any(folded, kUnits) &&
           std::none_of(kNamed.begin(), kNamed.end(),
                        [&](auto word) { return starts_with(folded, word); });
  }

  // The place inside the name of a superior body, with a blank in front.
  static std::string place_in(const std::string& body) {
    const std::string folded = fold_for_match(body);
    for (const std::string_view unit : kPlaceUnits) {
      const std::size_t at = folded.find(unit);
      if (at != std::string::npos) return " " + body.substr(at);
    }
    return "";
  }

  // Sentence case, abbreviations written out, place names with capitals.
  [[nodiscard]] std::string named_case(std::string_view line) const {
    const bool capitals = is_all_upper(line);
    std::string name(line);
    for (const Row& row : reading_.rules.table("abbreviations"))
      write_out(row, name);
    if (capitals) name = with_codes(sentence_case(name), name);
    constexpr std::string_view kOldTone = "Uỷ";
    if (starts_with(name, kOldTone)) name.replace(0, kOldTone.size(), "Ủy");
    for (const std::string_view organ : {"Ban chấp hành ", "Ban thường vụ "}) {
      if (starts_with(name, organ))
        name = organ_case(std::string(trim(organ))) + " " +
               sentence_case(name.substr(organ.size()));
    }
    constexpr std::string_view kSteering = "Ban chỉ đạo";
    if (starts_with(name, kSteering))
      name.replace(0, kSteering.size(), "Ban Chỉ đạo");
    return capitals ? with_capitals(name) : name;
  }

  // `low` with the codes of `line` as they were printed: `150/QĐ-SCT`.
  static std::string with_codes(std::string low, std::string_view line) {
    std::size_t at = 0;
    for (const std::string_view word : split(line, ' ')) {
      if (word.find('/') != std::string_view::npos &&
          at + word.size() <= low.size())
        low.replace(at, word.size(), word);
      at += word.size() + 1;
    }
    return low;
  }

  // The capitals of names inside a line that was printed in capitals: bodies by
  // the gazetteer, places by the word in front.
  [[nodiscard]] std::string with_capitals(const std::string& low) const {
    const Phrase* known =
        reading_.words.agency_names.at(fold_for_match(low), 0);
    if (known == nullptr) return with_places(low, false);
    const Row& row = reading_.rules.table("agencies")[known->row];
    return row.at("name") +
           with_places(std::string_view(low).substr(known->text.size()), true);
  }

  // The committee's place, where the letterhead lost it: the one of the date
  // line, of the level that the text names, most often if it names several.
  [[nodiscard]] std::string with_lost_place(const std::string& name) const {
    const std::string told = issuer_in_text(reading_, document_);
    if (!told.empty()) return told;
    if (!document_.place) return name;
    const std::string_view text = reading_.text.folded;
    std::string found;
    std::size_t most = 0;
    for (const std::string_view unit : kPlaceUnits) {
      const std::string place =
          std::string(unit) + fold_for_match(*document_.place);
      std::size_t count = 0;
      for (std::size_t at = text.find(place); at != std::string_view::npos;
           at = text.find(place, at + 1)) {
        count += is_word_boundary(text, at + place.size()) ? 1 : 0;
      }
      if (count <= most) continue;
      most = count;
      found = name + " " + std::string(unit) + *document_.place;
    }
    return most > 0 ? found : name;
  }

  [[nodiscard]] std::string name_in_text() const {
    std::string name = named_case(issuer_in_text(reading_, document_));
    if (name.empty() || !needs_place(fold_for_match(name))) return name;
    const std::string province = place_in_text(reading_, "tỉnh");
    return province.empty() ? name : name + " tỉnh " + province;
  }

  // `TM. ỦY BAN NHÂN DÂN TỈNH CỬU HÀ`: in whose name somebody signs; the Prime
  // Minister signs as himself, or a deputy for him.
  [[nodiscard]] std::string name_in_signature() const {
    for (const Node& node : reading_.outline.nodes) {
      if (node.kind != NodeKind::signature || !is_own(reading_, node)) continue;
      const std::string_view line = reading_.printed(node.span);
      const std::string folded = fold_for_match(line);
      constexpr std::string_view kFor = "tm.";
      if (starts_with(folded, "thủ tướng") ||
          starts_with(folded, "kt. thủ tướng"))
        return "Thủ tướng Chính phủ";
      const bool body = starts_with(folded, kFor) && is_all_upper(line) &&
                        reading_.words.letterhead_bodies.stands_at(
                            fold_for_match(trim(line.substr(kFor.size()))), 0);
      if (body) return named_case(trim(line.substr(kFor.size())));
    }
    return "";
  }

  const Reading& reading_;
  const FrameText& lines_;
  const Document& document_;
};

}  // namespace

void read_issuer(const Reading& reading, const FrameText& lines,
                 Document& document) {
  const IssuerReader reader(reading, lines, document);
  std::string name = reader.name();
  if (name.empty()) name = document.issuer.value_or("");
  if (name.empty()) return;
  document.level = reader.level_of(name);
  document.issuer = std::move(name);
}

}  // namespace kehoach
