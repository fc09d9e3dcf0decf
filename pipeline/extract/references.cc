// Every other document that is named by number, once each.

#include <algorithm>
#include <array>
#include <utility>

#include "extract/agency_words.h"
#include "extract/identity.h"
#include "extract/mention_words.h"
#include "extract/mentions.h"
#include "extract/title_names.h"

namespace kehoach {
namespace {

// How much before a number is read for the words that introduce it.
constexpr std::uint32_t kWordsBefore = 60;

class ReferenceReader {
 public:
  ReferenceReader(const Reading& reading, const Document& document,
                  std::vector<Diagnostic>& diagnostics)
      : reading_(reading),
        document_(document),
        diagnostics_(diagnostics),
        title_names_(reading),
        words_(reading) {}

  std::vector<Reference> read() {
    const auto& nodes = reading_.outline.nodes;
    for (std::size_t i = 0; i < nodes.size(); ++i) read_node(i);
    for (Mention& mention : mentions_) {
      if (title_names_.hold(mention)) mention.relation = Relation::implements;
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
    if (goes_on_above(i)) mode = title_mode_;
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
        (node.kind == NodeKind::title || node.kind == NodeKind::doc_type))
      title_names_.add(node.span);
  }

  // `Công văn số ...;` below `Căn cứ Quyết định số ...;`, and what a line that
  // was broken goes on with: the words above hold for it too.
  [[nodiscard]] bool goes_on_above(std::size_t i) const {
    if (i == 0) return false;
    const Node& node = reading_.outline.nodes[i];
    const Node& above = reading_.outline.nodes[i - 1];
    const auto opens = [](const Node& n) {
      return n.role == SectionRole::preamble && n.kind != NodeKind::footnote;
    };
    if (!opens(node) || !opens(above) || node.marker != above.marker)
      return false;
    const std::string_view printed = trim(reading_.printed(above.body));
    if (printed.empty()) return false;
    constexpr std::string_view kEnds = ".:!?";
    if (printed.back() == ';' || printed.back() == ',')
      return names_type_at(node.body.begin, node.body.end);
    return kEnds.find(printed.back()) == std::string_view::npos;
  }

  // A kind of document stands there, and a number soon behind it.
  [[nodiscard]] bool names_type_at(std::uint32_t at, std::uint32_t end) const {
    const Phrase* type = reading_.words.type_words.at(reading_.text.folded, at);
    if (type == nullptr) return false;
    const Span rest =
        trim(reading_.text.text,
             {at + static_cast<std::uint32_t>(type->text.size()), end});
    return starts_with(reading_.folded(rest), "số");
  }

  // `Thực hiện`, `Căn cứ`, `Xét đề nghị` at the start of a preamble's sentence;
  // `thực hiện` in the title.
  void change_mode(const Node& node, const Match& match, Relation& mode) const {
    const std::string_view relation = match.rule->attribute("relation");
    const bool title =
        node.kind == NodeKind::title || node.kind == NodeKind::doc_type;
    const bool preamble = node.role == SectionRole::preamble &&
                          node.kind != NodeKind::footnote &&
                          node.kind != NodeKind::cell;
    const bool anywhere = match.rule->attribute("where") == "anywhere";
    if (!title && !preamble && !anywhere) return;
    if (relation == "implements" && !title &&
        !begins_clause(node, match.span.begin) &&
        !begins_sentence_of_issue(node, match.span.begin))
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
    return ends_with(before, ";") || before == "để" || before == "nhằm";
  }

  // `Luật ... được thông qua. Triển khai Quyết định số ..., UBND tỉnh ban hành
  // Kế hoạch như sau:`: a later sentence of the paragraph that opens the plan.
  [[nodiscard]] bool begins_sentence_of_issue(const Node& node,
                                              std::uint32_t at) const {
    const std::string_view before =
        trim(reading_.folded({node.body.begin, at}));
    return ends_with(before, ".") && is_capital(reading_.text.text, at) &&
           ends_with(trim(reading_.printed(node.body)), ":");
  }

  void read_number(const Node& node, const Match& match, Relation mode) {
    constexpr std::string_view kGlued = "số";
    std::uint32_t begin = match.span.begin;
    if (starts_with(reading_.folded(match.span), kGlued))
      begin += static_cast<std::uint32_t>(kGlued.size());
    auto code =
        read_code(reading_.text.text, {begin, node.body.end}, reading_.rules);
    if (!code || code->number.empty())
      return reading_.remark(match, "no reference: it is no complete number");
    const std::uint32_t from = std::max(
        node.body.begin, begin > kWordsBefore ? begin - kWordsBefore : 0);
    std::string_view before =
        trim(reading_.folded({align(reading_, from), begin}));
    const bool numbered = ends_with(before, "số");
    if (numbered)
      before =
          trim(before.substr(0, before.size() - std::string_view("số").size()));
    std::string word_type = type_of_words(before, reading_.rules);
    if (goes_on_with_list(begin, *code)) word_type = mentions_.back().type;
    const bool lone = word_type.empty() || split(code->symbol, '-').size() < 2;
    if (code->type.empty() && !numbered && lone)
      return reading_.remark(
          match,
          "no reference: neither its symbol nor the words before it "
          "say what kind of document it is");
    Mention mention;
    mention.type = type_of(*code, word_type, law_before(node, begin));
    mention.relation = mode;
    mention.rule = match.rule->id;
    mention.titled = node.kind == NodeKind::title ||
                     node.kind == NodeKind::doc_type || is_in_capitals(node);
    mention.span = {code->span.begin, code->span.end};
    widen_to_type(node, numbered, mention);
    mention.code = std::move(*code);
    words_.read_behind(node, mention);
    const bool first =
        mentions_.empty() || mentions_.back().span.end > mention.span.begin;
    words_.read_before(node, first ? 0 : mentions_.back().span.end, mention);
    share_tail(mention);
    mentions_.push_back(std::move(mention));
  }

  // The whole paragraph, which may name many.
  [[nodiscard]] bool is_in_capitals(const Node& node) {
    if (capitals_of_ != node.body) {
      capitals_of_ = node.body;
      in_capitals_ = is_all_upper(reading_.printed(node.body));
    }
    return in_capitals_;
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

  // The kind by the symbol, else by the words before; a letter's number has no
  // kind and no year.
  static std::string type_of(const Code& code, const std::string& word_type,
                             std::string_view before) {
    if (!code.type.empty()) return code.type;
    if (!word_type.empty()) return word_type;
    if (code.year.empty()) return "CV";
    const bool law =
        starts_with(code.symbol, "QH") || starts_with(code.symbol, "UBTVQH");
    return law ? type_of_law(before) : "";
  }

  // What may hold the kind and the whole name of a law.
  [[nodiscard]] std::string_view law_before(const Node& node,
                                            std::uint32_t at) const {
    constexpr std::uint32_t kLongestName = 240;  // bytes
    const std::uint32_t from =
        std::max(node.body.begin, at - std::min(kLongestName, at));
    const std::string_view before =
        reading_.folded({align(reading_, from), at});
    return before.substr(std::min(before.rfind(';') + 1, before.size()));
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

  // The quote begins with the type word.
  void widen_to_type(const Node& node, bool numbered, Mention& mention) const {
    const std::uint32_t from =
        align(reading_,
              std::max(node.body.begin, mention.span.begin > kWordsBefore
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

  const Reading& reading_;
  const Document& document_;
  std::vector<Diagnostic>& diagnostics_;
  std::vector<Mention> mentions_;
  Span capitals_of_;  // whether that paragraph is
  bool in_capitals_ = false;
  Relation title_mode_ = Relation::cites;  // at the end of the last paragraph
  TitleNames title_names_;
  MentionWords words_;
};

}  // namespace

std::vector<Reference> read_references(const Reading& reading,
                                       const Document& document,
                                       std::vector<Diagnostic>& diagnostics) {
  return ReferenceReader(reading, document, diagnostics).read();
}

}  // namespace kehoach
