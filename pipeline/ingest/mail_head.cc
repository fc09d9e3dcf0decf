// What lines say of mails, before one is parsed.
#include <algorithm>
#include <array>

#include "ingest/mail_reader.h"
#include "text/text.h"

namespace kehoach {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kMostHead = 1U << 16;

// `Subject: ...` is true, ` folded` too where a field stands before it.
bool is_field(std::string_view line, bool first) {
  if (!first && !line.empty() && (line[0] == ' ' || line[0] == '\t'))
    return true;
  const std::size_t colon = line.find(':');
  if (colon == 0 || colon == std::string_view::npos) return false;
  return std::all_of(line.begin(), line.begin() + colon,
                     [](char c) { return c > ' ' && c < 0x7F; });
}

constexpr auto kFrom = "From "sv;

std::string_view without_first_line(std::string_view bytes) {
  const std::size_t end = bytes.find('\n');
  return end == std::string_view::npos ? "" : bytes.substr(end + 1);
}

// Where the next mail of a mailbox begins; its end where there is none.
std::size_t next_mail(std::string_view mailbox, std::size_t from) {
  while (true) {
    const std::size_t at = mailbox.find("\nFrom "sv, from);
    if (at == std::string_view::npos) return mailbox.size();
    from = at + 1;
    const std::string_view before = mailbox.substr(0, at);
    if ((ends_with(before, "\n") || ends_with(before, "\n\r")) &&
        is_mailbox(mailbox.substr(from))) {
      return from;
    }
  }
}

}  // namespace

bool is_mailbox(std::string_view bytes) {
  return starts_with(bytes, kFrom) && is_mail(without_first_line(bytes));
}

void read_mailbox(std::string_view bytes, MemberSink& sink) {
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = next_mail(bytes, at);
    const std::string_view mail =
        without_first_line(bytes.substr(at, end - at));
    at = end;
    UnpackBudget& budget = sink.budget();
    if (!budget.spend_entry()) return sink.fail(budget.problem());
    const auto read = [&]() -> Result<std::string> {
      if (budget.spend_bytes(mail.size())) return std::string(mail);
      return Failure(Error{Error::Kind::damaged, budget.problem()});
    };
    if (!sink.take("mail.eml", read)) return;
  }
}

bool is_mail(std::string_view bytes) {
  constexpr std::array kOthers = {"date:"sv,         "message-id:"sv,
                                  "mime-version:"sv, "received:"sv,
                                  "to:"sv,           "return-path:"sv};
  bool has_from = false;
  bool has_other = false;
  bool first = true;
  bytes = bytes.substr(0, kMostHead);
  for (const std::string_view ended : split(bytes, '\n')) {
    const std::string_view line =
        ends_with(ended, "\r") ? ended.substr(0, ended.size() - 1) : ended;
    if (line.empty()) break;
    if (!is_field(line, first)) return false;
    first = false;
    const std::string name = lower(line.substr(0, 16));
    has_from = has_from || starts_with(name, "from:");
    has_other = has_other || std::any_of(kOthers.begin(), kOthers.end(),
                                         [&](std::string_view other) {
                                           return starts_with(name, other);
                                         });
  }
  return has_from && has_other;
}

}  // namespace kehoach
