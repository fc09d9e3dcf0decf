// Mends words that were recognised wrongly, or written together.

#include <algorithm>
#include <map>

#include "normalise/glued_words.h"
#include "normalise/misread_marks.h"
#include "normalise/misread_numbers.h"
#include "normalise/normalise.h"

namespace kehoach {
namespace {

// What one rule did, or the reading of numbers.
struct Mended {
  std::string before;  // at its first place
  std::string after;
  std::size_t count = 0;
  Span first;
};

// A text that is rewritten place by place, in order.
class TextEdit {
 public:
  explicit TextEdit(const NormalText& text) : text_(text) {}

  // Calls `edit` with each paragraph; what it does not replace stays.
  template <typename Edit>
  NormalText run(Edit edit) {
    NormalText out;
    for (Paragraph paragraph : text_.paragraphs) {
      const Span before = paragraph.span;
      copy_to(before.begin);
      paragraph.span.begin = edited_.size();
      edit(before);
      copy_to(before.end);
      paragraph.span.end = edited_.size();
      out.paragraphs.push_back(paragraph);
    }
    copy_to(static_cast<std::uint32_t>(text_.text.size()));
    out.source = edited_.map().behind(text_.source);
    out.text = edited_.take_text();
    out.folded = fold_for_match(out.text);
    out.diagnostics = text_.diagnostics;
    return out;
  }

  // Writes `after` in place of `span`; where it then stands.
  Span replace(std::string_view after, Span span) {
    copy_to(span.begin);
    const std::uint32_t begin = edited_.size();
    edited_.replace(after, span);
    done_ = span.end;
    return {begin, edited_.size()};
  }

  // Bytes of the text that were passed on.
  [[nodiscard]] std::uint32_t done() const { return done_; }

 private:
  void copy_to(std::uint32_t end) {
    if (end > done_) edited_.copy(text_.text, {done_, end});
    done_ = std::max(done_, end);
  }

  const NormalText& text_;
  EditedText edited_;
  std::uint32_t done_ = 0;
};

class Mender {
 public:
  Mender(const NormalText& text, const SourceText& source,
         const Rulebook& rules, LookLog* log)
      : text_(text),
        source_(source),
        rules_(rules),
        log_(log),
        numbers_(misread_numbers(text)),
        marks_(rules.list("one_spelling"), rules.list("other_pairs")),
        edit_(text) {}

  NormalText run() {
    NormalText out = edit_.run([&](Span paragraph) { mend(paragraph); });
    out.mended = std::move(places_);
    for (const auto& [rule, mended] : mended_) {
      out.diagnostics.push_back({Severity::info, "text-mended",
                                 "'" + mended.before + "' read as '" +
                                     mended.after + "' (" + rule +
                                     "): " + std::to_string(mended.count),
                                 mended.first});
    }
    return out;
  }

 private:
  void mend(Span paragraph) {
    mend_number(paragraph);
    const auto pairs = marks_.in(text_.text, paragraph);
    auto pair = pairs.begin();
    const auto mend_pairs = [&](std::uint32_t end) {
      for (; pair != pairs.end() && pair->span.end <= end; ++pair) {
        if (is_recognised(pair->span))
          mend_word(pair->span, pair->spelled, "marks");
      }
    };
    for (const Match& match : rules_.scan(only(Family::mend), text_.folded,
                                          paragraph, SectionRole::none, log_)) {
      const bool layer = !match.rule->attribute("layer").empty();
      if (match.rule->skip || (!layer && !is_recognised(match.span))) continue;
      mend_pairs(match.span.begin);
      mend_word(match.span, match.rule->attribute("replacement"),
                match.rule->id);
    }
    mend_pairs(paragraph.end);
  }

  // Unless what was mended before reaches into it.
  void mend_word(Span span, std::string_view meant, const std::string& rule) {
    if (span.begin < edit_.done()) return;
    replace(span, in_case_of(slice(text_.text, span), meant), rule);
  }

  void mend_number(Span paragraph) {
    while (next_number_ < numbers_.size() &&
           numbers_[next_number_].span.begin < paragraph.begin)
      ++next_number_;
    if (next_number_ == numbers_.size()) return;
    const MisreadNumber& misread = numbers_[next_number_];
    if (misread.span.begin == paragraph.begin && is_recognised(misread.span))
      replace(misread.span, misread.number, "number");
  }

  void replace(Span span, const std::string& after, const std::string& rule) {
    const Span place = edit_.replace(after, span);
    places_.push_back(place);
    Mended& mended = mended_[rule];
    if (mended.count++ == 0) {
      mended.before = slice(text_.text, span);
      mended.after = after;
      mended.first = place;
    }
  }

  // Capitals where `before` has capitals, letter by letter from the end.
  static std::string in_case_of(std::string_view before,
                                std::string_view replacement) {
    std::u32string letters;
    for (std::size_t at = replacement.size(); at > 0;) {
      const Codepoint c = decode_before(replacement, at);
      at -= c.size;
      bool upper = false;
      if (!before.empty()) {
        const Codepoint model = decode_before(before, before.size());
        upper = is_upper(model.value);
        before.remove_suffix(model.size);
      }
      letters += upper ? to_upper(c.value) : c.value;
    }
    std::string out;
    for (auto c = letters.rbegin(); c != letters.rend(); ++c) {
      append_utf8(out, *c);
    }
    return out;
  }

  // True if some word under `span` was recognised in a picture.
  [[nodiscard]] bool is_recognised(Span span) const {
    const Span origin = text_.source.source(span);
    auto word = std::lower_bound(
        source_.words.begin(), source_.words.end(), origin.begin,
        [](const SourceWord& w, std::uint32_t at) { return w.span.end <= at; });
    for (; word != source_.words.end() && word->span.begin < origin.end;
         ++word) {
      if (word->confidence < 1) return true;
    }
    return false;
  }

  const NormalText& text_;
  const SourceText& source_;
  const Rulebook& rules_;
  LookLog* log_;
  std::vector<MisreadNumber> numbers_;
  MisreadMarks marks_;
  std::size_t next_number_ = 0;
  TextEdit edit_;
  std::map<std::string, Mended> mended_;
  std::vector<Span> places_;
};

// `text` with a space at each of `places`.
NormalText with_spaces(const NormalText& text,
                       const std::vector<std::uint32_t>& places) {
  TextEdit edit(text);
  auto place = places.begin();
  NormalText out = edit.run([&](Span paragraph) {
    for (; place != places.end() && *place < paragraph.end; ++place)
      edit.replace(" ", {*place, *place});
  });
  out.diagnostics.push_back({Severity::info,
                             "spaces-lost",
                             "words were written together and read apart: " +
                                 std::to_string(places.size()),
                             {}});
  return out;
}

}  // namespace

NormalText mended(NormalText text, const SourceText& source,
                  const Rulebook& rules, LookLog* log) {
  if (const auto lost = lost_spaces(text.text); !lost.empty())
    text = with_spaces(text, lost);
  if (source.words.empty()) return text;
  return Mender(text, source, rules, log).run();
}

}  // namespace kehoach
