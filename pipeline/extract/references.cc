// Every other document that is named by number, once each.

#include <algorithm>
#include <array>
#include <utility>

#include "extract/identity.h"
#include "extract/mentions.h"

namespace kehoach {
namespace {

// How much before a number is read for the words that introduce it.
constexpr std::uint32_t kWordsBefore = 60;
constexpr std::uint32_t kLongestIssuer = 220;

class ReferenceReader {
 public:
  ReferenceReader(const Reading& reading, const Document& document,
                  std::vector<Diagnostic>& diagnostics)
      : reading_(reading), document_(document), diagnostics_(diagnostics) {}

  std::vector<Reference> read() {
    const auto& nodes = reading_.outline.nodes;
    for (std::size_t i = 0; i < nodes.size(); ++i) read_node(i);
    for (Mention& mention : mentions_) {
      if (is_named_in_title(mention) || issues_title_programme(mention))
        mention.relation = Relation::implements;
    }
    return merge_mentions(reading_, document_, mentions_, diagnostics_);
  }

 private:
  void read_node(std::size_t i) {
    const Node& node = reading_.outline.nodes[i];
    const auto& matches = reading_.matches[i];
    Relation mode = Relation::cites;
    // A title may be broken into paragraphs.
    if (i > 0 && node.kind == NodeKind::title &&
        reading_.outline.nodes[i - 1].kind == NodeKind::title)
      mode = title_mode_;
    // `(Ban hành kèm theo Nghị quyết số ...)` says where to find what the title
    // carries out.
    if (is_source_of_title(reading_, document_, i)) mode = title_mode_;
    for (const Match& match : matches) {
      if (match.rule->family != Family::references) continue;
      const std::string_view what = match.rule->attribute("what");
      if (what == "number") {
        read_number(node, match, mode);
      } else if (what == "mode") {
        change_mode(node, match, mode);
      }
    }
    title_mode_ = mode;
    if (mode == Relation::implements &&
        (node.kind == NodeKind::title || node.kind == NodeKind::doc_type)) {
      name_numbered(node);
      title_programmes_ += reading_.folded(node.span);
      title_programmes_ += ' ';
    }
  }

  // `Căn cứ Quyết định số 5/QĐ-UBND ban hành Đề án phát triển rừng trồng`,
  // where the title carries out that programme by its name.
  [[nodiscard]] bool issues_title_programme(const Mention& mention) const {
    if (mention.relation != Relation::basis || title_programmes_.empty())
      return false;
    const std::string_view behind = trim(reading_.folded(
        {mention.span.end, end_of_paragraph(mention.span.end)}));
    for (const std::string& verb : reading_.rules.list("issuing_verbs")) {
      for (const std::string_view about : {"", "về việc ", "về "}) {
        const std::string opening = std::string(about) + verb + " ";
        if (starts_with(behind, opening) &&
            names_title_programme(behind.substr(opening.size())))
          return true;
      }
    }
    return false;
  }

  // True where a programme's name begins `text`, and the title names it too.
  [[nodiscard]] bool names_title_programme(std::string_view text) const {
    std::size_t end = text.find_first_of(",;.:()[]");
    for (const std::string& stop : reading_.rules.list("programme_stops"))
      end = std::min(end, text.find(stop));
    std::string name(text.substr(0, end));
    for (const std::string_view quote : {"“", "”", "\""}) {
      for (std::size_t at = name.find(quote); at != std::string::npos;
           at = name.find(quote))
        name.erase(at, quote.size());
    }
    constexpr std::size_t kFewestWords = 5;
    return split(name, ' ').size() >= kFewestWords &&
           !type_of_words(text.substr(0, text.find(' ', text.find(' ') + 1)),
                          reading_.rules)
                .empty() &&
           title_programmes_.find(trim(name)) != std::string::npos;
  }

  [[nodiscard]] std::uint32_t end_of_paragraph(std::uint32_t at) const {
    const std::size_t end = reading_.text.text.find('\n', at);
    return static_cast<std::uint32_t>(std::min(end, reading_.text.text.size()));
  }

  // `Thực hiện Đề án số 08`: what the title names by kind and number alone.
  void name_numbered(const Node& node) {
    constexpr std::string_view kNumber = " số ";
    const std::string_view f = reading_.folded(node.span);
    for (std::size_t at = f.find(kNumber); at != std::string_view::npos;
         at = f.find(kNumber, at + 1)) {
      const std::string type = type_of_words(f.substr(0, at), reading_.rules);
      std::size_t end = at + kNumber.size();
      while (end < f.size() && is_digit(static_cast<unsigned char>(f[end])))
        ++end;
      const int number = to_int(f.substr(at + kNumber.size(), end - at));
      const bool bare = end == f.size() || f[end] == ' ' || f[end] == ',';
      if (!type.empty() && number > 0 && bare)
        title_names_.emplace_back(type, number);
    }
  }

  [[nodiscard]] bool is_named_in_title(const Mention& mention) const {
    return std::any_of(title_names_.begin(), title_names_.end(),
                       [&](const auto& name) {
                         return name.first == mention.type &&
                                name.second == to_int(mention.code.number);
                       });
  }

  // `Thực hiện`, `Căn cứ`, `Xét đề nghị` at the start of a preamble's sentence;
  // `thực hiện` in the title.
  void change_mode(const Node& node, const Match& match, Relation& mode) const {
    const std::string_view relation = match.rule->attribute("relation");
    const bool title =
        node.kind == NodeKind::title || node.kind == NodeKind::doc_type;
    const bool preamble =
        node.role == SectionRole::preamble && node.kind != NodeKind::footnote;
    const bool anywhere = match.rule->attribute("where") == "anywhere";
    if (!title && !preamble && !anywhere) return;
    if (relation == "implements" && !title &&
        !begins_clause(node, match.span.begin))
      return;
    if (relation == "basis" &&
        (title || !begins_clause(node, match.span.begin)))
      return;
    mode = relation == "implements" ? Relation::implements
           : relation == "basis"    ? Relation::basis
           : relation == "replaces" ? Relation::replaces
           : relation == "amends"   ? Relation::amends
                                    : Relation::cites;
  }

  [[nodiscard]] bool begins_clause(const Node& node, std::uint32_t at) const {
    if (at == node.body.begin) return true;
    const std::string_view before =
        trim(reading_.folded({node.body.begin, at}));
    return ends_with(before, ";");
  }

  void read_number(const Node& node, const Match& match, Relation mode) {
    auto code = read_code(reading_.text.text, {match.span.begin, node.body.end},
                          reading_.rules);
    if (!code || code->number.empty())
      return reading_.remark(match, "no reference: it is no complete number");
    const std::uint32_t from = std::max(
        node.body.begin,
        match.span.begin > kWordsBefore ? match.span.begin - kWordsBefore : 0);
    std::string_view before =
        trim(reading_.folded({align(from), match.span.begin}));
    const bool numbered = ends_with(before, "số");
    if (numbered)
      before =
          trim(before.substr(0, before.size() - std::string_view("số").size()));
    std::string word_type = type_of_words(before, reading_.rules);
    const bool joined = goes_on_with_list(match.span.begin, *code);
    if (joined) word_type = mentions_.back().type;
    const bool lone = word_type.empty() || split(code->symbol, '-').size() < 2;
    if (code->type.empty() && !numbered && lone)
      return reading_.remark(
          match,
          "no reference: neither its symbol nor the words before it "
          "say what kind of document it is");
    Mention mention;
    mention.type = !code->type.empty() ? code->type
                   : word_type.empty() ? (code->year.empty() ? "CV" : "")
                                       : word_type;
    mention.relation = mode;
    mention.rule = match.rule->id;
    mention.titled = node.kind == NodeKind::title ||
                     node.kind == NodeKind::doc_type ||
                     is_all_upper(reading_.printed(node.body));
    mention.span = {code->span.begin, code->span.end};
    widen_to_type(node, numbered, mention);
    if ((starts_with(code->symbol, "QH") ||
         starts_with(code->symbol, "UBTVQH")) &&
        mention.type.empty()) {
      mention.type = type_of_law(before);
    }
    read_tail(node, mention);
    if (!mention.issuer) read_proposer(node, mention);
    mention.code = std::move(*code);
    if (!mention.issued_on) read_clause_before(node, mention);
    share_tail(mention);
    mentions_.push_back(std::move(mention));
  }

  // `văn bản số 15/SYT-NVY và 16/SYT-NVY`: one type word for both.
  [[nodiscard]] bool goes_on_with_list(std::uint32_t at,
                                       const Code& code) const {
    if (mentions_.empty() || mentions_.back().span.end > at ||
        split(code.symbol, '-').size() < 2)
      return false;
    const std::string_view between =
        trim(reading_.folded({mentions_.back().span.end, at}));
    return between == "và" || between == ",";
  }

  // `Công điện số 2/CĐ-UBND và số 3/CĐ-UBND ngày 04/5/2024 của ...`: two
  // numbers under one type word share what stands behind.
  void share_tail(const Mention& mention) {
    if (mentions_.empty()) return;
    Mention& first = mentions_.back();
    if (first.issued_on || first.issuer ||
        first.span.end > mention.span.begin ||
        first.code.symbol != mention.code.symbol ||
        trim(reading_.folded({first.span.end, mention.span.begin})) != "và")
      return;
    const std::string_view second = reading_.folded(mention.span);
    if (!starts_with(second, "số ") &&
        !is_digit(static_cast<unsigned char>(second.front())))
      return;
    first.issued_on = mention.issued_on;
    first.issuer = mention.issuer;
  }

  // `Luật Bảo vệ môi trường số 72/2020/QH14`: the kind stands before the name.
  static std::string type_of_law(std::string_view before) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>,
                                4>
        kKinds = {{{"luật ", "Luật"},
                   {"nghị quyết", "NQ"},
                   {"bộ luật", "Luật"},
                   {"pháp lệnh", "PL"}}};
    std::string best;
    std::size_t last = 0;
    for (const auto& [word, type] : kKinds) {
      const std::size_t at = before.rfind(word);
      if (at != std::string_view::npos && at + 1 > last)
        last = at + 1, best = type;
    }
    return best;
  }

  // `theo đề nghị của Sở Y tế tại Tờ trình số ...`, `Xét đề nghị của Sở Y tế
  // (Tờ trình số ...)`
  void read_proposer(const Node& node, Mention& mention) const {
    const std::string_view before =
        reading_.folded({node.body.begin, mention.span.begin});
    constexpr std::string_view kOf = "của ";
    for (const std::string_view at : {" tại ", " ("}) {
      if (!ends_with(before, at)) continue;
      const std::size_t of = before.rfind(kOf);
      if (of == std::string_view::npos || before.size() - of > kLongestIssuer)
        return;
      std::string_view name = before.substr(
          of + kOf.size(), before.size() - at.size() - of - kOf.size());
      // `Sở Xây dựng (Thường trực Ban Chỉ đạo)`
      if (ends_with(name, ")")) name = trim(name.substr(0, name.find('(')));
      if (name.find_first_of(";.()") != std::string_view::npos ||
          issuer_end(name) < name.size())
        return;
      const auto begin =
          node.body.begin + static_cast<std::uint32_t>(of + kOf.size());
      mention.issuer = std::string(reading_.printed(
          {begin, begin + static_cast<std::uint32_t>(name.size())}));
      return;
    }
  }

  // `Ngày 05/3/2024, Sở Y tế đã ban hành Kế hoạch số ...`: date and issuer
  // stand in the words before.
  void read_clause_before(const Node& node, Mention& mention) const {
    std::uint32_t from = node.body.begin;
    if (!mentions_.empty() && mentions_.back().span.end > from &&
        mentions_.back().span.end <= mention.span.begin)
      from = mentions_.back().span.end;
    const std::string_view clause =
        trim(reading_.folded({from, mention.span.begin}));
    const auto begin =
        static_cast<std::uint32_t>(clause.data() - reading_.text.folded.data());
    const std::size_t issuing = issuing_verb_at(clause);
    if (issuing == std::string_view::npos) return;
    const std::size_t day = clause.rfind("ngày ", issuing);
    if (day == std::string_view::npos) return;
    const std::string_view above = trim(clause.substr(0, day));
    const bool opens = above.empty()
                           ? from == node.body.begin
                           : std::string_view(",;.").find(above.back()) !=
                                 std::string_view::npos;
    if (!opens) return;
    const auto date = reading_.rules.match_at(
        Family::references, reading_.text.folded,
        {begin + static_cast<std::uint32_t>(day), mention.span.begin},
        SectionRole::none, reading_.log());
    if (!date || date->rule->attribute("what") != "date") return;
    const Span body = trim(
        reading_.text.text,
        {date->span.end, begin + static_cast<std::uint32_t>(issuing)}, ",");
    const std::string_view name = reading_.folded(body);
    if (name.empty() || body.size() > kLongestIssuer ||
        name.find_first_of(",;.:()0123456789") != std::string_view::npos)
      return;
    const auto issued_on = date_of(*date);
    if (!issued_on || (!mention.code.year.empty() &&
                       !starts_with(*issued_on, mention.code.year)))
      return;
    mention.issued_on = issued_on;
    if (!mention.issuer) mention.issuer = std::string(reading_.printed(body));
  }

  // Where the verb that ends `clause` begins, `đã ban hành`; npos for none.
  [[nodiscard]] std::size_t issuing_verb_at(std::string_view clause) const {
    constexpr std::string_view kDone = "đã";
    for (const std::string& verb : reading_.rules.list("issuing_verbs")) {
      if (!ends_with(clause, verb) ||
          !is_word_boundary(clause, clause.size() - verb.size()))
        continue;
      const std::string_view before =
          trim(clause.substr(0, clause.size() - verb.size()));
      return before.size() - (ends_with(before, kDone) ? kDone.size() : 0);
    }
    return std::string_view::npos;
  }

  // A boundary of letters at or behind byte `at`.
  [[nodiscard]] std::uint32_t align(std::uint32_t at) const {
    const std::string& text = reading_.text.folded;
    while (at < text.size() &&
           (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U)
      ++at;
    return at;
  }

  // The quote begins with the type word.
  void widen_to_type(const Node& node, bool numbered, Mention& mention) const {
    const std::uint32_t from =
        align(std::max(node.body.begin, mention.span.begin > kWordsBefore
                                            ? mention.span.begin - kWordsBefore
                                            : 0));
    std::string_view before = reading_.folded({from, mention.span.begin});
    std::size_t end = before.size();
    while (end > 0 && before[end - 1] == ' ') --end;
    if (numbered) {
      end -= std::string_view("số").size();
      while (end > 0 && before[end - 1] == ' ') --end;
    }
    std::size_t begin = numbered ? end : before.size();
    if (const Phrase* type =
            reading_.words.type_words.ending(before.substr(0, end)))
      begin = std::min(begin, end - type->text.size());
    if (begin < before.size())
      mention.span.begin = from + static_cast<std::uint32_t>(begin);
    while (mention.span.begin < node.body.end &&
           reading_.text.text[mention.span.begin] == ' ')
      ++mention.span.begin;
  }

  // `, ngày 25/12/2023 của Bộ Chính trị` behind the number, or the date last.
  void read_tail(const Node& node, Mention& mention) const {
    read_date(node, mention);
    read_issuer(node, mention);
    if (!mention.issued_on && mention.issuer) read_date(node, mention);
  }

  void read_date(const Node& node, Mention& mention) const {
    const Span rest{mention.span.end, node.body.end};
    if (rest.empty()) return;
    const auto tail = reading_.rules.match_at(
        Family::references, reading_.text.folded, skip_marks(rest),
        SectionRole::none, reading_.log());
    if (tail && tail->rule->attribute("what") == "date") {
      if (const auto date = date_of(*tail)) mention.issued_on = date;
      mention.span.end = tail->span.end;
    }
  }

  [[nodiscard]] std::optional<std::string> date_of(const Match& match) const {
    const auto part = [&](std::string_view a, std::string_view b) {
      auto span = match.group(a);
      if (!span) span = match.group(b);
      return span ? to_int(reading_.folded(*span)) : 0;
    };
    const int year = part("year", "year_b");
    const int month = part("month", "month_b");
    const int day = part("day", "day_b");
    if (!is_date(year, month, day)) return std::nullopt;
    return std::to_string(year) + "-" + two_digits(month) + "-" +
           two_digits(day);
  }

  [[nodiscard]] Span skip_marks(Span span) const {
    // `[Thông tư số 5/2024/TT-BYT](https://...)`: a link in Markdown.
    const std::string_view text = reading_.printed(span);
    if (starts_with(text, "](") && text.find(')') != std::string_view::npos)
      span.begin += static_cast<std::uint32_t>(text.find(')')) + 1;
    while (!span.empty() && (reading_.text.text[span.begin] == ' ' ||
                             reading_.text.text[span.begin] == ',' ||
                             reading_.text.text[span.begin] == '('))
      ++span.begin;
    return span;
  }

  // Bytes of `folded` up to the first words that belong to no name.
  [[nodiscard]] std::size_t issuer_end(std::string_view folded) const {
    std::size_t end = folded.size();
    for (const std::string& stop : reading_.rules.list("issuer_stops"))
      end = std::min(end, folded.find(stop));
    return end;
  }

  // The words behind `của`, up to the first that belongs to no name.
  void read_issuer(const Node& node, Mention& mention) const {
    Span rest = skip_marks(
        {mention.span.end,
         std::min(node.body.end, align(mention.span.end + kLongestIssuer))});
    const std::string_view folded = reading_.folded(rest);
    constexpr std::string_view kOf = "của ";
    if (!starts_with(folded, kOf)) return;
    const std::size_t end = kOf.size() + issuer_end(folded.substr(kOf.size()));
    Span name = trim(reading_.text.text,
                     {rest.begin + static_cast<std::uint32_t>(kOf.size()),
                      rest.begin + static_cast<std::uint32_t>(end)},
                     ",.;:");
    constexpr std::string_view kAnd = " và";
    if (ends_with(reading_.folded(name), kAnd))
      name.end -= static_cast<std::uint32_t>(kAnd.size());
    if (name.empty()) return;
    mention.issuer = std::string(reading_.printed(name));
    mention.span.end = name.end;
  }

  const Reading& reading_;
  const Document& document_;
  std::vector<Diagnostic>& diagnostics_;
  std::vector<Mention> mentions_;
  Relation title_mode_ = Relation::cites;  // at the end of the last paragraph
  std::vector<std::pair<std::string, int>> title_names_;  // kind and number
  std::string title_programmes_;  // the folded titles that carry something out
};

}  // namespace

std::vector<Reference> read_references(const Reading& reading,
                                       const Document& document,
                                       std::vector<Diagnostic>& diagnostics) {
  return ReferenceReader(reading, document, diagnostics).read();
}

}  // namespace kehoach
