// Whether those who are in charge are sent the plan.

#include <algorithm>
#include <set>
#include <string>

#include "audit/lint_checks.h"
#include "text/text.h"

namespace kehoach {
namespace {

// As people search, with the commonest short form written out.
std::string plain(std::string_view name) {
  std::string folded = " " + fold_for_search(name) + " ";
  constexpr std::string_view kShort = " ubnd ";
  for (std::size_t at = 0; (at = folded.find(kShort)) != std::string::npos;)
    folded.replace(at, kShort.size(), " uy ban nhan dan ");
  return folded;
}

bool has_any(std::string_view text,
             std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

// A line that may mean anybody: `Các cơ quan, đơn vị liên quan`, `Mục V`.
bool means_anybody(std::string_view recipient) {
  for (const std::string_view part : {" muc ", " phan ", " dieu "}) {
    if (starts_with(recipient, part)) return true;
  }
  return has_any(recipient,
                 {" co quan ", " don vi ", " nhu ", " nganh ", " to chuc ",
                  " thanh vien ", " co lien quan ", " lien quan "});
}

// The first letters of the words of `name`, joined: `sldtbvxh`.
std::string initials(std::string_view plain_name) {
  std::string out;
  char before = ' ';
  for (const char c : plain_name) {
    if (before == ' ' && c != ' ') out += c;
    before = c;
  }
  return out;
}

// A short form such as `Phòng LĐTBXH` of the longer name: the words of the one
// and the first letters of the other run on, `và` left out or not.
bool is_short_form(std::string_view recipient, std::string_view name) {
  std::string letters;
  for (const char c : fold_for_search(recipient)) {
    if (c != ' ') letters += c;
  }
  std::string all = initials(name);
  std::string without = all;
  without.erase(std::remove(without.begin(), without.end(), 'v'),
                without.end());
  const auto ends = [&](const std::string& form) {
    return form.size() >= 4 && letters.size() >= 4 &&
           (ends_with(letters, form.substr(1)) || letters == form);
  };
  return ends(all) || ends(without);
}

// The words that say what kind of body it is; of others it is not known who
// stands for them.
std::string_view kind_of(std::string_view plain_name) {
  for (const std::string_view other : {" bo doi ", " bo mon "}) {
    if (starts_with(plain_name, other)) return "";
  }
  // Other boards (`Ban Giám hiệu`, `Ban điều hành`) are inside of something.
  for (const std::string_view board :
       {" ban dan toc ", " ban to chuc ", " ban tuyen giao ", " ban dan van ",
        " ban noi chinh ", " ban kinh te "}) {
    if (starts_with(plain_name, board)) return " ban ";
  }
  for (const std::string_view kind : {" uy ban nhan dan ", " so ", " phong ",
                                      " chi cuc ", " cuc ", " vu ", " bo "}) {
    if (starts_with(plain_name, kind)) return kind;
  }
  return "";
}

bool is_sent_to(const std::string& name, const std::string& recipient) {
  const std::string body = plain(name);
  const std::string line = plain(recipient);
  if (line.find(body) != std::string::npos ||
      body.find(line) != std::string::npos)
    return true;
  if (means_anybody(line) || is_short_form(recipient, body)) return true;
  const std::string_view kind = kind_of(body);
  if (kind.empty() || line.find(kind) == std::string::npos) return false;
  // `Các sở`, or `Sở: Nội vụ, Y tế`.
  return line.find(" cac ") != std::string::npos ||
         line.find(body.substr(kind.size() - 1)) != std::string::npos;
}

// `Sở Y tế`, not `các sở` nor `Tổ trưởng tổ dân phố`.
bool is_one_body(const std::string& name, const Document& document) {
  const std::string body = plain(name);
  if (body.size() < 5 || kind_of(body).empty()) return false;
  if (has_any(body, {" cac ", " nguoi ", " truong phong ", " cap "}))
    return false;
  // The issuer needs none.
  const std::string issuer = plain(document.issuer.value_or(""));
  return issuer.find(body) == std::string::npos &&
         body.find(issuer) == std::string::npos;
}

}  // namespace

void lint_recipients(const Plan& plan, LintFindings& found) {
  const auto& recipients = plan.document.recipients;
  if (recipients.empty()) return;
  std::set<std::string> said;
  for (const Obligation& o : plan.obligations) {
    for (const std::string& name : o.lead) {
      if (!is_one_body(name, plan.document)) continue;
      if (!said.insert(plain(name)).second) continue;
      const bool is_sent = std::any_of(
          recipients.begin(), recipients.end(),
          [&](const std::string& to) { return is_sent_to(name, to); });
      if (is_sent) continue;
      found.push_back(lint_finding(
          Severity::warning, "lead-not-recipient",
          name + " được giao chủ trì nhưng không có trong phần Nơi nhận.",
          o.evidence, o.path));
    }
  }
}

}  // namespace kehoach
