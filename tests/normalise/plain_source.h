// Lines of text as a source, and what is made of them.
#pragma once

#include <string>

#include "normalise/normalise.h"

namespace kehoach {

inline SourceText source_of(std::string text) {
  SourceText source;
  source.media_type = "text/markdown";
  source.text = std::move(text);
  std::uint32_t begin = 0;
  for (std::uint32_t at = 0; at <= source.text.size(); ++at) {
    if (at < source.text.size() && source.text[at] != '\n') continue;
    source.lines.push_back({{begin, at}, 0, {}, false, false, false});
    begin = at + 1;
  }
  return source;
}

inline std::string normal(std::string text) {
  return normalise(source_of(std::move(text))).text;
}

}  // namespace kehoach
