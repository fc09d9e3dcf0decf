// Mails as other programs write them: charsets, encodings, names of old.
#include <gtest/gtest.h>

#include "ingest/archive_builder.h"
#include "ingest/container.h"
#include "ingest/visited.h"

namespace kehoach {
namespace {

const std::string kHead =
    "From: van.thu@example.vn\r\n"
    "To: =?UTF-8?B?VsSDbiB0aMawIHPhu58=?= <vt@example.vn>\r\n"
    "Date: Mon, 03 Mar 2025 08:00:00 +0700\r\n"
    "MIME-Version: 1.0\r\n";

std::string single(const std::string& fields, const std::string& body) {
  return kHead + fields + "\r\n" + body;
}

std::string mixed(const std::vector<std::string>& parts,
                  const std::string& type = "mixed") {
  std::string mail =
      kHead + "Content-Type: multipart/" + type + "; boundary=\"=b\"\r\n\r\n";
  for (const std::string& part : parts) mail += "--=b\r\n" + part + "\r\n";
  return mail + "--=b--\r\n";
}

struct MailCase {
  const char* name;
  std::string mail;
  std::string lines;
};

TEST(Mails, GiveBodyAndAttachments) {
  const MailCase cases[] = {
      {"a body alone", single("", "Kính gửi\r\n"),
       "m!body.txt = Kính gửi\r\n\n"},
      {"quoted-printable",
       single("Content-Type: text/plain; charset=utf-8\r\n"
              "Content-Transfer-Encoding: quoted-printable\r\n",
              "K=C3=ADnh g=\r\n=E1=BB=ADi\r\n"),
       "m!body.txt = Kính gửi\r\n\n"},
      {"another charset",
       single("Content-Type: text/plain; charset=windows-1258\r\n"
              "Content-Transfer-Encoding: base64\r\n",
              "S+1uaCBn/dJp\r\n"),
       "m!body.txt = Kính gửi\n"},
      {"an empty body", single("", " \r\n\r\n"), ""},
      {"an attachment, no body",
       mixed({"\r\n \r\n",
              "Content-Type: application/pdf; name=plan.pdf\r\n"
              "Content-Disposition: attachment; filename=plan.pdf\r\n"
              "Content-Transfer-Encoding: base64\r\n\r\nJVBERi0=\r\n"}),
       "m!plan.pdf = %PDF-\n"},
      {"text that is attached is no body",
       mixed({"\r\nbody",
              "Content-Type: text/plain\r\n"
              "Content-Disposition: attachment; filename=a.txt\r\n\r\none",
              "Content-Type: text/html; name=b.html\r\n\r\ntwo"}),
       "m!body.txt = body\nm!a.txt = one\nm!b.html = two\n"},
      {"the plain one of two bodies",
       mixed({"Content-Type: text/plain\r\n\r\nplain",
              "Content-Type: text/html\r\n\r\n<p>rich</p>"},
             "alternative"),
       "m!body.txt = plain\n"},
      {"HTML where the plain one is empty",
       mixed({"Content-Type: text/plain\r\n\r\n\r\n",
              "Content-Type: text/html; charset=windows-1258\r\n\r\n"
              "<p>r\xED"
              "ch</p>"},
             "alternative"),
       "m!body.html = \xEF\xBB\xBF<p>rích</p>\n"},
      {"HTML without a word",
       single("Content-Type: text/html\r\n",
              "<html><head><title>x</title></head><style>p{}</style>"
              "<!-- a > b --><body><p>&nbsp;</p></body></html>"),
       ""},
      {"a mail in a mail",
       mixed({"\r\nsee below",
              "Content-Type: message/rfc822\r\n\r\n" + single("", "inner")}),
       "m!body.txt = see below\nm!mail.eml!body.txt = inner\n"},
      {"no name",
       mixed({"Content-Type: application/octet-stream\r\n\r\none",
              "Content-Type: application/octet-stream\r\n\r\ntwo"}),
       "m!unnamed = one\nm!unnamed (2) = two\n"},
  };
  for (const MailCase& c : cases) {
    EXPECT_TRUE(is_container(c.mail)) << c.name;
    EXPECT_EQ(visited(c.mail, "m"), c.lines) << c.name;
  }
}

struct FieldCase {
  const char* name;
  const char* field;  // behind `Content-Disposition: attachment; `
  const char* path;
};

TEST(Mails, NameAttachmentsInManyWays) {
  const FieldCase cases[] = {
      {"plain", "filename=a.txt", "m!a.txt"},
      {"quoted", "filename=\"ke hoach; 2025.txt\"", "m!ke hoach; 2025.txt"},
      {"RFC 2231", "filename*=utf-8''k%E1%BA%BF%20ho%E1%BA%A1ch.txt",
       "m!kế hoạch.txt"},
      {"RFC 2231, in pieces",
       "filename*0*=utf-8''k%E1%BA%BF;\r\n filename*1*=%20ho%E1%BA%A1ch;\r\n "
       "filename*2=.txt",
       "m!kế hoạch.txt"},
      {"RFC 2047, where it may not stand",
       "filename=\"=?UTF-8?B?a+G6vyBob+G6oWNoLnR4dA==?=\"", "m!kế hoạch.txt"},
      {"raw UTF-8", "filename=\"kế hoạch.txt\"", "m!kế hoạch.txt"},
      {"raw Windows-1258", "filename=\"b\xE1o c\xE1o.txt\"", "m!báo cáo.txt"},
      {"dots in front are no hidden files", "filename=\".txt\"", "m!.txt"},
  };
  for (const FieldCase& c : cases) {
    const std::string part =
        "Content-Type: application/octet-stream\r\n"
        "Content-Disposition: attachment; " +
        std::string(c.field) + "\r\n\r\n1";
    EXPECT_EQ(visited(mixed({part}), "m"), std::string(c.path) + " = 1\n")
        << c.name;
  }
  const std::string out = visited(
      mixed({"Content-Disposition: attachment; filename=\"../../a\"\r\n\r\n1"}),
      "m");
  EXPECT_EQ(out.find("m!../../a: the name leads out"), 0U) << out;
}

TEST(Mails, AreToldFromTexts) {
  for (const char* text : {
           "From: a@b.vn\n\nno other field",
           "Subject: plan\nTo: c\n\nno sender",
           "From: a\nthis line is no field\nTo: b\n\n",
           " From: a\nTo: b\n\nfolded from nothing",
           "Số: 12/KH-UBND\nFrom: a\nTo: b\n\n",
           "---\nfrom: a\nto: b\n---\n",
       }) {
    EXPECT_FALSE(is_container(text)) << text;
  }
  EXPECT_TRUE(is_container("Received: from x\n\tby y\nfrom: a\n\nb"));
}

TEST(Mails, StandInMailboxes) {
  const std::string from = "From van.thu@example.vn Mon Mar  3 08:00:00 2025";
  const std::string one = single("", "one\r\n\r\nFrom the office: two\r\n");
  const std::string two = mixed({"\r\ntwo"});
  for (const char* line : {"\n", "\r\n"}) {
    const std::string both =
        from + line + one + line + from + line + two + line;
    EXPECT_EQ(visited(both, "m"),
              "m!mail.eml!body.txt = one\r\n\r\nFrom the office: two\r\n" +
                  std::string(line) + "\nm!mail (2).eml!body.txt = two\n");
  }
  // The end of the last mail is the end of all.
  EXPECT_NE(visited(from + "\n" + two.substr(0, two.size() - 4), "m")
                .find("m!mail.eml: is damaged (the mail has no end)"),
            std::string::npos);
  EXPECT_EQ(visited(from + "\n" + one + "\n" + from + "\n" + one, "m",
                    {.members = 1}),
            "m!mail.eml: holds more than the limit of 1 files; unpack it\n"
            "m: holds more than the limit of 1 files; unpack it\n");
  for (const char* text :
       {"From the office:\n\nplan", from.c_str(), "From x\n\nFrom: a\nTo: b\n",
        "Số: 1\n\nFrom x\nFrom: a\nTo: b\n\n"}) {
    EXPECT_FALSE(is_container(text)) << text;
  }
}

TEST(Mails, HoldContainers) {
  const std::string zip = make_zip({{"c.docx", "deep"}});
  const std::string part =
      "Content-Type: application/zip\r\n"
      "Content-Disposition: attachment; filename=b.zip\r\n"
      "Content-Transfer-Encoding: binary\r\n\r\n" +
      zip;
  EXPECT_EQ(visited(make_zip({{"a.eml", mixed({part})}}), "x.zip"),
            "x.zip!a.eml!b.zip!c.docx = deep\n");
}

struct CutCase {
  const char* name;
  std::string mail;
  std::string lines;  // without what to do
};

TEST(Mails, ThatAreCutSaySo) {
  const std::string attached =
      "Content-Type: application/pdf; name=a\r\n"
      "Content-Transfer-Encoding: base64\r\n\r\nJVBERi0=";
  const std::string rich = "Content-Type: text/html\r\n\r\n<p>rich</p>";
  const auto cut = [](const std::string& mail, std::size_t bytes) {
    return mail.substr(0, mail.size() - bytes);
  };
  const CutCase cases[] = {
      {"in an attachment", cut(mixed({"\r\nbody", attached}), 12),
       "m!body.txt = body\nm!a: is damaged (the mail has no end)\n"
       "m: is damaged (the mail has no end)\n"},
      {"in the boundary behind it", cut(mixed({"\r\nbody", attached}), 4),
       "m!body.txt = body\nm!a: is damaged (the mail has no end)\n"
       "m: is damaged (the mail has no end)\n"},
      {"in the body", cut(mixed({"\r\nbody"}), 8),
       "m!body.txt: is damaged (the mail has no end)\n"
       "m: is damaged (the mail has no end)\n"},
      {"before its parts",
       kHead + "Content-Type: multipart/mixed; boundary=\"=b\"\r\n\r\n",
       "m: is damaged (the mail has no end)\n"},
      {"in a body that is left out",
       cut(mixed({"\r\nplain", rich}, "alternative"), 10),
       "m!body.txt = plain\nm: is damaged (the mail has no end)\n"},
      {"in a mail inside",
       cut(mixed({"\r\nsee",
                  "Content-Type: message/rfc822\r\n\r\n" + mixed({attached})}),
           20),
       "m!body.txt = see\nm!mail.eml: is damaged (the mail has no end)\n"
       "m: is damaged (the mail has no end)\n"},
      // Its end is missing, and nothing else.
      {"a multipart left open inside",
       mixed({"Content-Type: multipart/mixed; boundary=\"=c\"\r\n\r\n--=c\r\n" +
                  attached,
              "\r\nbody"}),
       "m!a = %PDF-\nm!body.txt = body\n"},
  };
  for (const CutCase& c : cases) {
    EXPECT_EQ(replace_all(visited(c.mail, "m"),
                          "; get it again from where it came from", ""),
              c.lines)
        << c.name;
  }
}

// Cut anywhere, and nested beyond all reason.
TEST(Mails, MayBeBroken) {
  const std::string mail =
      mixed({"\r\nbody",
             "Content-Type: application/pdf; name=a\r\n"
             "Content-Transfer-Encoding: base64\r\n\r\nJVBERi0="});
  for (std::size_t size = kHead.size(); size < mail.size(); ++size)
    (void)visited(mail.substr(0, size), "m");
  std::string deep = kHead;
  for (int i = 0; i < 20000; ++i) {
    const std::string name = "b" + std::to_string(i);
    deep.append("Content-Type: multipart/mixed; boundary=").append(name);
    deep.append("\r\n\r\n--").append(name).append("\r\n");
  }
  (void)visited(deep + "\r\nbody", "m");
  std::string inside;
  for (int i = 0; i < 2000; ++i)
    inside += "From: a\nTo: b\nContent-Type: message/rfc822\n\n";
  EXPECT_NE(visited(inside + "core", "m").find("is nested more than 4 deep"),
            std::string::npos);
}

}  // namespace
}  // namespace kehoach
