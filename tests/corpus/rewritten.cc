#include "corpus/rewritten.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include <algorithm>
#include <sstream>
#include <utility>
#include <vector>

namespace kehoach {
namespace {

constexpr std::size_t kColumns = 60;

std::string normalised(std::string_view text, const icu::Normalizer2* form,
                       UErrorCode status) {
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  form->normalizeUTF8(
      0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink,
      nullptr, status);
  return U_SUCCESS(status) ? out : std::string(text);
}

std::string composed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  return normalised(text, icu::Normalizer2::getNFCInstance(status), status);
}

std::string decomposed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  return normalised(text, icu::Normalizer2::getNFDInstance(status), status);
}

// The two ways to write an open rime, in both cases; the first is the older.
using TonePair = std::pair<std::string, std::string>;

const std::vector<TonePair>& tone_pairs() {
  static const std::vector<TonePair> pairs = [] {
    std::vector<TonePair> out;
    const std::pair<char32_t, char32_t> rimes[] = {
        {U'o', U'a'}, {U'o', U'e'}, {U'u', U'y'}, {U'O', U'A'}, {U'O', U'E'},
        {U'U', U'Y'}, {U'O', U'a'}, {U'O', U'e'}, {U'U', U'y'}};
    for (const auto& rime : rimes) {
      for (std::uint8_t tone = 1; tone <= 5; ++tone) {
        TonePair pair;
        append_utf8(pair.first, with_tone(rime.first, tone));
        append_utf8(pair.first, rime.second);
        append_utf8(pair.second, rime.first);
        append_utf8(pair.second, with_tone(rime.second, tone));
        out.push_back(std::move(pair));
      }
    }
    return out;
  }();
  return pairs;
}

// Behind `q` the `u` is no part of the rime, and a closed rime is written in
// one way only.
bool is_open_rime(std::string_view text, std::size_t at, std::size_t end) {
  const bool closed =
      end < text.size() && is_letter(decode_at(text, end).value);
  const char before = at > 0 ? text[at - 1] : ' ';
  return !closed && before != 'q' && before != 'Q';
}

std::string other_tones(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::string* other = nullptr;
    std::size_t size = decode_at(text, at).size;
    for (const auto& [a, b] : tone_pairs()) {
      for (const auto& [from, to] : {std::pair(&a, &b), std::pair(&b, &a)}) {
        if (starts_with(text.substr(at), *from) &&
            is_open_rime(text, at, at + from->size())) {
          other = to;
          size = from->size();
        }
      }
    }
    out += other != nullptr ? std::string_view(*other) : text.substr(at, size);
    at += size;
  }
  return out;
}

std::string replaced(std::string_view text, char from, std::string_view to) {
  std::string out;
  for (const char c : text) {
    if (c == from) {
      out += to;
    } else {
      out += c;
    }
  }
  return out;
}

// `text` in lines of at most 60 letters; line breaks in it count as blanks.
std::string wrap_words(std::string_view text) {
  std::string out;
  std::size_t column = 0;
  std::istringstream words{std::string(text)};
  for (std::string word; words >> word;) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < word.size(); ++letters)
      at += decode_at(word, at).size;
    if (column > 0 && column + 1 + letters > kColumns) {
      out += '\n';
      column = 0;
    } else if (column > 0) {
      out += ' ';
      ++column;
    }
    out += word;
    column += letters;
  }
  return out;
}

// Page breaks stay: each piece between empty lines is broken by itself.
std::string wrapped(std::string_view text) {
  const std::size_t gap = text.find("\n\n");
  if (gap == std::string_view::npos) return wrap_words(text);
  std::size_t next = gap;
  while (next < text.size() && text[next] == '\n') ++next;
  return wrap_words(text.substr(0, gap)) +
         std::string(text.substr(gap, next - gap)) + wrapped(text.substr(next));
}

std::string capitals(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Codepoint c = decode_at(text, at);
    append_utf8(out, to_upper(c.value));
    at += c.size;
  }
  return out;
}

bool may_be_wrapped(const Node& node) {
  if (node.place.table != 0) return false;
  switch (node.kind) {
    case NodeKind::title:
    case NodeKind::heading:
    case NodeKind::lead_in:
    case NodeKind::item:
    case NodeKind::paragraph:
    case NodeKind::annotation:
      return true;
    default:
      return false;
  }
}

bool may_be_capitals(const Node& node) {
  return node.kind == NodeKind::title ||
         (node.kind == NodeKind::heading &&
          (node.marker == Marker::roman || node.marker == Marker::named));
}

// The text with the paragraphs that `chosen` names changed by `change`.
template <typename Chosen, typename Change>
std::string with_paragraphs(const Explanation& read, Chosen&& chosen,
                            Change&& change) {
  const std::string& text = read.source.text;
  std::string out;
  std::uint32_t done = 0;
  for (const Node& node : read.plan.outline.nodes) {
    const Span source = read.text.source.source(node.span);
    if (!chosen(node) || source.begin < done) continue;
    out += text.substr(done, source.begin - done);
    out += change(slice(text, source));
    done = source.end;
  }
  return out + text.substr(done);
}

std::string text_or(const std::optional<std::string>& value) {
  return value.value_or("-");
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += "[" + name + "]";
  return out;
}

void add_document(const Document& d, std::vector<std::string>& out) {
  out.push_back("document " + d.type + " " + text_or(d.code) + " " +
                text_or(d.issued_on) + " " + text_or(d.place) + " " +
                text_or(d.issuer) + " " + text_or(d.level));
  out.push_back("title " + d.title);
  out.push_back("signer " + text_or(d.signer) + " " + text_or(d.signer_title));
  out.push_back("recipients " + joined(d.recipients));
}

}  // namespace

std::string_view name_of(Rewriting how) {
  switch (how) {
    case Rewriting::composed:
      return "NFC";
    case Rewriting::decomposed:
      return "NFD";
    case Rewriting::other_tones:
      return "tones on the other vowel";
    case Rewriting::wrapped:
      return "wrapped at 60 columns";
    case Rewriting::doubled_spaces:
      return "doubled spaces";
    case Rewriting::en_dashes:
      return "en dashes";
    case Rewriting::capitals:
      return "capitals";
    case Rewriting::carriage_returns:
      return "CRLF";
  }
  return "";
}

std::string rewritten(const Explanation& read, Rewriting how) {
  const std::string& text = read.source.text;
  switch (how) {
    case Rewriting::composed:
      return composed(text);
    case Rewriting::decomposed:
      return decomposed(text);
    case Rewriting::other_tones:
      return other_tones(composed(text));
    case Rewriting::wrapped:
      return with_paragraphs(read, may_be_wrapped, wrapped);
    case Rewriting::doubled_spaces:
      return replaced(text, ' ', "  ");
    case Rewriting::en_dashes:
      return replaced(text, '-', "–");
    case Rewriting::capitals:
      return with_paragraphs(read, may_be_capitals, capitals);
    case Rewriting::carriage_returns:
      return replaced(text, '\n', "\r\n");
  }
  return text;
}

std::string fold_writing(std::string_view text) {
  std::string low = lower(text);
  for (const auto& [older, newer] : tone_pairs()) {
    for (std::size_t at = 0; (at = low.find(newer, at)) != std::string::npos;)
      low.replace(at, newer.size(), older);
  }
  std::string out;
  for (const char c : low) {
    if (c != ' ' && c != '\n') out += c;
  }
  return out;
}

std::vector<std::string> folded_facts(const Plan& plan) {
  std::vector<std::string> out;
  add_document(plan.document, out);
  for (const Reference& r : plan.references)
    out.push_back("reference " + r.code + " " + r.type + " " + r.relation +
                  " " + text_or(r.issued_on) + " " + text_or(r.issuer) + " " +
                  r.evidence.quote);
  for (const Obligation& o : plan.obligations)
    out.push_back(o.id + " " + o.path + " " + std::string(name_of(o.section)) +
                  joined(o.lead) + joined(o.support) + o.modality + " " +
                  o.evidence.quote);
  for (const Deadline& d : plan.deadlines)
    out.push_back("deadline " + d.kind + " " + text_or(d.value) + " " +
                  text_or(d.rrule) + " " + d.bound + " " +
                  text_or(d.obligation) + " " + d.evidence.quote);
  for (const Target& t : plan.targets) {
    std::ostringstream line;
    line << "target " << t.indicator << t.comparator << t.value << " "
         << t.value_to.value_or(0) << t.unit << text_or(t.due)
         << text_or(t.obligation) << " " << t.evidence.quote;
    out.push_back(line.str());
  }
  for (std::string& fact : out) fact = fold_writing(fact);
  return out;
}

}  // namespace kehoach
