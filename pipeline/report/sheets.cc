#include "report/workbook.h"

namespace kehoach {

Result<WorkbookWriter> workbook_writer() { return &write_workbook; }

}  // namespace kehoach
