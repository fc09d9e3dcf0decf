#include "ingest/mail_reader.h"

// What late_mails.cc asks for.
extern "C" [[gnu::visibility("default")]] const void* kehoach_mail_reader() {
  static const kehoach::MailReader kReader = *kehoach::mail_reader();
  return &kReader;
}
