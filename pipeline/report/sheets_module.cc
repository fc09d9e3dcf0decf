#include "report/workbook.h"

// What late_sheets.cc asks for.
extern "C" [[gnu::visibility("default")]] const void*
kehoach_workbook_writer() {
  static const kehoach::WorkbookWriter writer = *kehoach::workbook_writer();
  return &writer;
}
