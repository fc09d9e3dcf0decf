#include "model/source_bytes.h"

#include <algorithm>
#include <cmath>

#include "model/wire.h"

namespace kehoach {

template <typename Io>
void fields(Io& io, Of<SourceWord> auto& value) {
  auto& [span, page, box, font, size, confidence] = value;
  io(span, page, box, font, size, confidence);
}

template <typename Io>
void fields(Io& io, Of<SourceLine> auto& value) {
  auto& [span, page, box, bold, italic, furniture, place] = value;
  io(span, page, box, bold, italic, furniture, place);
}

template <typename Io>
void fields(Io& io, Of<OffsetMap::Piece> auto& value) {
  auto& [out, in, in_size, copied] = value;
  io(out, in, in_size, copied);
}

namespace {

bool is_inside(const Span& span, const SourceText& source) {
  return span.begin <= span.end && span.end <= source.text.size();
}

bool is_finite(const Box& box) {
  return std::isfinite(box.x0) && std::isfinite(box.y0) &&
         std::isfinite(box.x1) && std::isfinite(box.y1);
}

// Lines and words stand one behind the other in the text.
template <typename T>
bool are_in_order(const std::vector<T>& all, const SourceText& source) {
  std::uint32_t at = 0;
  return std::all_of(all.begin(), all.end(), [&](const T& each) {
    const bool is_well = each.span.begin >= at &&
                         is_inside(each.span, source) &&
                         each.page <= source.pages && is_finite(each.box);
    at = each.span.end;
    return is_well;
  });
}

bool is_sound(const SourceText& source,
              const std::vector<OffsetMap::Piece>& pieces) {
  return is_valid_utf8(source.text) && are_in_order(source.lines, source) &&
         are_in_order(source.words, source) &&
         std::all_of(source.words.begin(), source.words.end(),
                     [&](const SourceWord& word) {
                       return word.font < source.fonts.size() &&
                              std::isfinite(word.size) &&
                              word.confidence >= 0 && word.confidence <= 1;
                     }) &&
         std::all_of(source.diagnostics.begin(), source.diagnostics.end(),
                     [&](const Diagnostic& diagnostic) {
                       return is_inside(diagnostic.span, source);
                     }) &&
         std::all_of(source.stamps.begin(), source.stamps.end(),
                     [](const Stamp& stamp) { return is_finite(stamp.box); }) &&
         std::is_sorted(
             pieces.begin(), pieces.end(),
             [](const auto& a, const auto& b) { return a.out < b.out; });
}

template <typename Io, typename Source, typename Pieces>
void all_fields(Io& io, Source& source, Pieces& pieces) {
  auto& [media_type, text, lines, words, fonts, pages, styled, bytes, stamps,
         diagnostics] = source;
  (void)bytes;  // they are its pieces
  io(media_type, text, lines, words, fonts, pages, styled, pieces, stamps,
     diagnostics);
}

}  // namespace

std::string to_bytes(const SourceText& source) {
  WireWriter writer(2 * source.text.size() + 64 * source.lines.size() +
                    48 * source.words.size() + 4096);
  all_fields(writer, source, source.bytes.pieces());
  return writer.take();
}

Result<SourceText> source_from_bytes(std::string_view bytes) {
  WireReader reader(bytes);
  SourceText source;
  std::vector<OffsetMap::Piece> pieces;
  all_fields(reader, source, pieces);
  if (!reader.ended_well() || !is_sound(source, pieces))
    return Failure(Error{Error::Kind::invalid, "these bytes are no text"});
  for (const OffsetMap::Piece& piece : pieces) source.bytes.add(piece);
  return source;
}

}  // namespace kehoach
