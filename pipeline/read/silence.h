// Keeps the recogniser's messages off the standard error.
#pragma once

namespace kehoach {

// Tesseract writes what it wonders about to the standard error, unless it may
// open another file for writing when it begins to. Call this before the process
// gives that right away.
void silence_recogniser();

}  // namespace kehoach
