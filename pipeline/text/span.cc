#include <algorithm>

#include "text/text.h"

namespace kehoach {

std::string_view slice(std::string_view text, Span span) {
  if (span.begin >= text.size() || span.empty()) return {};
  return text.substr(span.begin, span.end - span.begin);
}

bool starts_with(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

bool ends_with(std::string_view text, std::string_view suffix) {
  return text.size() >= suffix.size() &&
         text.substr(text.size() - suffix.size()) == suffix;
}

namespace {
bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
}  // namespace

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

Span trim(std::string_view text, Span span, std::string_view also) {
  const auto cut = [&](char c) {
    return is_space(c) || also.find(c) != std::string_view::npos;
  };
  while (!span.empty() && cut(text[span.begin])) ++span.begin;
  while (!span.empty() && cut(text[span.end - 1])) --span.end;
  return span;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1,
                         diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

void OffsetMap::add(Piece piece) {
  if (piece.copied && !pieces_.empty()) {
    Piece& last = pieces_.back();
    if (last.copied && last.out + last.in_size == piece.out &&
        last.in + last.in_size == piece.in) {
      last.in_size += piece.in_size;
      return;
    }
  }
  pieces_.push_back(piece);
}

Span OffsetMap::source(Span span) const {
  if (pieces_.empty()) return span;
  const auto piece_at = [&](std::uint32_t out) {
    const auto after = std::upper_bound(
        pieces_.begin(), pieces_.end(), out,
        [](std::uint32_t at, const Piece& p) { return at < p.out; });
    return after == pieces_.begin() ? after : after - 1;
  };
  const auto first = piece_at(span.begin);
  const std::uint32_t begin =
      first->copied
          ? first->in + std::min(span.begin - first->out, first->in_size)
          : first->in;
  if (span.empty()) return {begin, begin};
  const auto last = piece_at(span.end - 1);
  const std::uint32_t end =
      last->copied ? last->in + std::min(span.end - last->out, last->in_size)
                   : last->in + last->in_size;
  return {begin, std::max(begin, end)};
}

OffsetMap OffsetMap::behind(const OffsetMap& first) const {
  if (first.pieces_.empty()) return *this;
  OffsetMap both;
  for (const Piece& piece : pieces_) {
    const std::uint32_t end = piece.in + piece.in_size;
    if (!piece.copied) {
      const Span origin = first.source({piece.in, end});
      both.add({piece.out, origin.begin, origin.size(), false});
      continue;
    }
    auto at = std::upper_bound(
        first.pieces_.begin(), first.pieces_.end(), piece.in,
        [](std::uint32_t in, const Piece& p) { return in < p.out; });
    if (at != first.pieces_.begin()) --at;
    for (std::uint32_t from = piece.in; from < end; ++at) {
      const auto next = at + 1;
      const std::uint32_t until =
          next == first.pieces_.end() ? end : std::min(end, next->out);
      const std::uint32_t out = piece.out + (from - piece.in);
      if (at->copied) {
        both.add({out, at->in + (from - at->out), until - from, true});
      } else {
        both.add({out, at->in, at->in_size, false});
      }
      from = until;
    }
  }
  return both;
}

void EditedText::copy(std::string_view source, Span span) {
  if (span.empty()) return;
  map_.add({size(), span.begin, span.size(), true});
  text_.append(slice(source, span));
}

void EditedText::replace(std::string_view text, Span span) {
  if (text.empty()) return;
  map_.add({size(), span.begin, span.size(), false});
  text_.append(text);
}

}  // namespace kehoach
