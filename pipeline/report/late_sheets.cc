#include "model/late_library.h"
#include "report/workbook.h"

namespace kehoach {

Result<WorkbookWriter> workbook_writer() {
  static const Result<WorkbookWriter> loaded =
      ask_late_library("kehoach-sheets.so", "kehoach_workbook_writer")
          .map([](const void* writer) {
            return *static_cast<const WorkbookWriter*>(writer);
          });
  return loaded;
}

}  // namespace kehoach
