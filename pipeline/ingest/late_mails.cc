#include "ingest/mail_reader.h"
#include "model/late_library.h"

namespace kehoach {

Result<MailReader> mail_reader() {
  static const Result<MailReader> loaded =
      ask_late_library("kehoach-mails.so", "kehoach_mail_reader")
          .map([](const void* reader) {
            return *static_cast<const MailReader*>(reader);
          });
  return loaded;
}

}  // namespace kehoach
