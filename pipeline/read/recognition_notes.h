// What is told of the pages that were recognised, or should have been.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/source_text.h"
#include "read/recognise.h"

namespace kehoach {

struct RecognitionNotes {
  std::vector<std::size_t> recognised;
  std::vector<std::size_t> rubbish;  // of these, those with a layer of rubbish
  std::vector<std::size_t> damaged;  // likewise, those with a torn picture
  std::vector<std::size_t> no_picture;
  std::vector<std::size_t> too_slow;
  std::vector<std::size_t> too_many;

  void add(std::size_t page, const Recognised& what);
  // One diagnostic for each kind.
  void tell(SourceText& source) const;
};

}  // namespace kehoach
