#include "ingest/mail_reader.h"

namespace kehoach {

Result<MailReader> mail_reader() { return read_mail; }

}  // namespace kehoach
