// Mails (RFC 5322) with what is attached to them, and files of many mails
// (RFC 4155). Private to ingest/.
#pragma once

#include <string_view>

#include "ingest/container.h"

namespace kehoach {

// Told by the head: lines of fields, `From` and another that mails have.
[[nodiscard]] bool is_mail(std::string_view bytes);

// Told by the first line, `From ` and a sender, behind which a mail begins.
[[nodiscard]] bool is_mailbox(std::string_view bytes);

// Brings the mails of a mailbox to `sink`, as they are. One begins at the
// beginning, and behind each empty line where a line `From ` and the head of a
// mail follow.
void read_mailbox(std::string_view bytes, MemberSink& sink);

// Brings the body and the attachments to `sink`, decoded. The body is
// `body.txt`, or `body.html` where there is no plain one, and left out where it
// is empty. Pictures and signatures are attachments like any other; a mail
// inside a mail is a member too. A mail of several parts that ends without its
// closing boundary is damaged, and so is the last of its parts.
void read_mail(std::string_view bytes, MemberSink& sink);

// `read_mail`, which needs GMime and its libraries: from the module of
// late_mails.cc in `kehoach`, else linked (mails.cc). Error: as
// `ask_late_library`.
using MailReader = void (*)(std::string_view bytes, MemberSink& sink);
[[nodiscard]] Result<MailReader> mail_reader();

}  // namespace kehoach
