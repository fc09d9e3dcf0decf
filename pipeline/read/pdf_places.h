// Counts the tables of a document and their rows, over its pages.
#pragma once

#include <vector>

#include "model/source_text.h"

namespace kehoach {

// Turns the places of `source`, which count the tables of each page and the
// rows on it, into places in the document. `continued[i]` says of page i + 1
// that its first table goes on with the last one of the page before: that is
// one table, whose rows are counted on. Head rows that are printed again there
// become furniture, outside of the table.
//
// A page break may fall inside a row. Where all rows have something in the
// first column, one at the top of a page that has not is the rest of the row
// before: each of its lines moves behind those of its cell, so that cells stay
// whole.
void count_tables(SourceText& source, const std::vector<bool>& continued);

// Moves the lines that `moved` picks behind all others: footnotes, which stand
// behind the text in plans that are passed on without pages.
void move_to_end(SourceText& source, const std::vector<bool>& moved);

}  // namespace kehoach
