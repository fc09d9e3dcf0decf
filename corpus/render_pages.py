#!/usr/bin/env python3
"""Renders plans of this folder as web pages, in three ways they are met in:

  portal      a document portal's page: menus, advertisements, properties of the
              document, share buttons, related documents and a footer around it
  word        a word processor's "save as HTML": windows-1252 with numeric
              references, styles, conditional comments, list marks with padding
  converter   what a converter makes of a PDF: a line of print, a <br/>

    corpus/render_pages.py             the pages listed in PAGES below
    corpus/render_pages.py NAME...     only these (stems: 12-ke-hoach-...)

NAME.txt or NAME.md is the single source; NAME.html is written beside it. The
text is UTF-8 with a paragraph a line. The same source gives the same bytes.
"""
import html
import pathlib
import re
import sys
import textwrap

PAGES = {
    "03-ke-hoach-218-tinh-cuu-ha": "portal",
    "11-ke-hoach-dac-khu-hon-nhan": "word",
    "12-ke-hoach-so-tnmt-cuu-ha": "converter",
}
TYPES = ("KẾ HOẠCH", "QUYẾT ĐỊNH", "CHỈ THỊ")
ITEM = re.compile(r"([IVX]+\.|\d+(?:\.\d+)*\.|[a-zđ]\)|[-+*])\s+(.*)")
CODE = re.compile(r"\d+(?:/\d{4})?[-/][A-ZĐ][\w-]*(?:/[A-ZĐ]\w*)?")


class Plan:
    """The parts of a plan as an office lays them out."""

    def __init__(self, path):
        self.left, self.right, self.title = [], [], []
        self.body, self.recipients, self.signature, self.notes = [], [], [], []
        self.type = ""
        part = "head"
        for raw in path.read_text(encoding="utf-8").splitlines():
            line = re.sub(r"^#+ |\*\*", "", raw.strip())
            line = re.sub(r"^\*(\S.*)\*$", r"\1", line)
            if re.fullmatch(r"-{3,}", line):
                continue
            if part == "head" and line in TYPES:
                self.type, part = line, "title"
            elif part == "head" and line:
                right = re.match("CỘNG|Độc lập|.*, ngày", line)
                (self.right if right else self.left).append(line)
            elif part == "title" and not line and self.title:
                part = "body"
            elif part == "title" and line:
                self.title.append(line)
            elif line.startswith("Nơi nhận:"):
                part = "recipients"
            elif re.match(r"\[\d+\] ", line):
                self.notes.append(line)
            elif part == "recipients" and line and not line.startswith("- "):
                part = "signature"
            if part == "recipients" and line.startswith("- "):
                self.recipients.append(line)
            elif part == "signature" and line and line not in self.notes:
                self.signature.append(line)
            elif part == "body" and line and line not in self.notes:
                self.add(line)

    def add(self, line):
        """A paragraph of the body: a row of a table, or a line with its mark."""
        if line.startswith("|"):
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            if not re.fullmatch(r"[-: ]+", cells[0]):
                if not self.body or not isinstance(self.body[-1], list):
                    self.body.append([])
                self.body[-1].append(cells)
            return
        item = ITEM.match(line)
        mark, text = item.groups() if item else ("", line)
        self.body.append((mark.replace("*", "-"), text))

    def is_heading(self, mark, text):
        return bool(mark) and mark[0] in "IVX123456789" and text[-1] not in ".;:/"


# --- a portal -------------------------------------------------------------

MENU = ["Trang chủ", "Giới thiệu", "Tin tức - Sự kiện", "Văn bản", "Thủ tục hành chính",
        "Hỏi đáp", "Thư viện ảnh", "Liên hệ"]
RELATED = [
    "Quyết định số 77/QĐ-UBND về giá dịch vụ thu gom rác thải sinh hoạt",
    "Kế hoạch số 102/KH-UBND về Tháng hành động vì môi trường",
    "Thông báo số 14/TB-UBND kết luận tại cuộc họp giao ban tháng 5",
    "Công văn số 905/UBND-KT về phòng, chống sạt lở bờ sông",
]


def entities(text):
    """Latin letters as the editors of such sites write them."""
    names = {"à": "agrave", "á": "aacute", "â": "acirc", "ã": "atilde", "è": "egrave",
             "é": "eacute", "ê": "ecirc", "ì": "igrave", "í": "iacute", "ò": "ograve",
             "ó": "oacute", "ô": "ocirc", "õ": "otilde", "ù": "ugrave", "ú": "uacute",
             "ý": "yacute", "À": "Agrave", "Á": "Aacute", "Â": "Acirc", "Ê": "Ecirc",
             "Ì": "Igrave", "Ô": "Ocirc", "Ù": "Ugrave", "Ý": "Yacute"}
    return "".join(f"&{names[c]};" if c in names else c for c in html.escape(text))


def linked(text):
    """Numbers of other documents lead to them, notes to their texts."""
    out, at = [], 0
    for code in CODE.finditer(text):
        link = re.sub(r"\W+", "-", code.group().lower())
        out.append(entities(text[at:code.start()]))
        out.append(f'<a href="/van-ban/{link}.html" target="_blank">{code.group()}</a>')
        at = code.end()
    out.append(entities(text[at:]))
    return re.sub(r"\[(\d+)\]", r'<sup><a href="#note\1">\1</a></sup>', "".join(out))


def portal(plan):
    code = plan.left[-1].removeprefix("Số: ")
    menu = "\n".join(f'<li class="item"><a href="/{i}">{name}</a></li>' for i, name in enumerate(MENU))
    related = "\n".join(f'<li><a href="/van-ban/r{i}">{name}</a> <span class="date">({i + 3}/7/2024)</span></li>'
                        for i, name in enumerate(RELATED))
    body = []
    for block in plan.body:
        mark, text = block
        content = linked(f"{mark} {text}".strip())
        if plan.is_heading(mark, text):
            content = f"<strong>{content}</strong>"
        body.append(f'<p style="text-align: justify;"><span style="font-size:14px"><span style="font-family:'
                    f'&quot;Times New Roman&quot;,serif">{content}</span></span></p>\n')
    title = " ".join(plan.title)
    left = "<br />\n".join(f"<strong>{entities(line)}</strong>" for line in plan.left[:-1])
    right = "<br />\n".join(f"<strong>{entities(line)}</strong>" for line in plan.right[:-1])
    signature = "<br />\n".join(f"<strong>{entities(line)}</strong>" for line in plan.signature[:-1])
    notes = "".join(f'<p><sup><a id="note{i}">{i}</a></sup> {linked(note.split("] ", 1)[1])}</p>\n'
                    for i, note in enumerate(plan.notes, 1))
    return f"""<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8" />
<title>{title} - Cổng thông tin điện tử</title>
<link rel="stylesheet" href="/css/site.css" />
<style>.menu li {{ float: left; }} .hide {{ display: none; }}</style>
<script>var page = "<p>KẾ HOẠCH</p>"; if (1 < 2) {{ document.title += ""; }}</script>
</head>
<body>
<!-- header -->
<div id="header"><div class="banner"><a href="/"><img src="/logo.png" alt="Cổng thông tin điện tử" /></a>
<h2>CỔNG THÔNG TIN ĐIỆN TỬ TỈNH CỬU HÀ</h2></div>
<div class="search-box"><form action="/tim-kiem"><input type="text" value="Tìm kiếm" /><button>Tìm</button></form></div>
<ul class="menu">
{menu}
</ul></div>
<div class="breadcrumb"><a href="/">Trang chủ</a> &raquo; <a href="/vb">Văn bản</a> &raquo; <a href="/vb/kh">Kế hoạch</a></div>
<div class="main"><div class="col-left">
<h1 class="title-detail">Kế hoạch số {code}</h1>
<div class="box-share">Chia sẻ: <a href="#fb">Facebook</a> <a href="#zalo">Zalo</a> <a href="#in">In trang</a> Cỡ chữ: A- A A+</div>
<div class="detail-content" id="content">
<table border="0" cellpadding="0" cellspacing="0" style="width:100%">
<tbody>
<tr>
<td style="text-align:center; width:40%">{left}<br />
-------</td>
<td style="text-align:center">{right}<br />
---------------</td>
</tr>
<tr>
<td style="text-align:center">{entities(plan.left[-1])}</td>
<td style="text-align:center"><em>{entities(plan.right[-1])}</em></td>
</tr>
</tbody>
</table>

<p style="text-align: center;">&nbsp;</p>

<p style="text-align: center;"><strong>{entities(plan.type)}</strong></p>

<p style="text-align: center;"><strong>{linked(title)}</strong></p>

<div class="ads-box"><a href="https://example.com/qc"><img src="/qc.gif" alt="quảng cáo" />Ưu đãi mua sắm cuối tuần</a></div>
{''.join(body)}
<table border="0" style="width:100%">
<tbody>
<tr>
<td style="vertical-align:top; width:50%"><strong><em>Nơi nhận:</em></strong><br />
{'<br />'.join(entities(line) for line in plan.recipients)}</td>
<td style="text-align:center">{signature}<br />
<br />
<br />
<br />
<strong>{entities(plan.signature[-1])}</strong></td>
</tr>
</tbody>
</table>
<hr />
{notes}</div>
<div class="file-attach"><a href="/files/218.pdf">Tải về tệp đính kèm (PDF, 1,2 MB)</a></div>
<div class="related-news"><h3>Văn bản liên quan</h3>
<ul>
{related}
</ul></div>
<div class="comment-box"><h3>Ý kiến bạn đọc</h3><textarea>Nội dung</textarea><p class="hide">Cảm ơn bạn đã gửi ý kiến.</p></div>
</div>
<aside class="col-right"><h3>Thông báo</h3><ul>
{related}
</ul><p>Lượt truy cập: 1.204.118</p></aside></div>
<footer id="footer"><p>Cơ quan chủ quản: Ủy ban nhân dân tỉnh Cửu Hà</p>
<p>Địa chỉ: số 1 đường Bờ Sông, thành phố Vĩnh Điền. Điện thoại: 0000.000.000. Ghi rõ nguồn khi phát hành lại thông tin.</p></footer>
<script src="/js/site.js"></script>
</body>
</html>
""".encode()


# --- a word processor ------------------------------------------------------

WORD_HEAD = """<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"
xmlns="http://www.w3.org/TR/REC-html40">

<head>
<meta http-equiv=Content-Type content="text/html; charset=windows-1252">
<meta name=ProgId content=Word.Document>
<!--[if !mso]>
<style>
v\\:* {behavior:url(#default#VML);}
o\\:* {behavior:url(#default#VML);}
</style>
<![endif]-->
<title>KẾ HOẠCH</title>
<!--[if gte mso 9]><xml>
 <o:DocumentProperties>
  <o:Author>Van thu</o:Author>
  <o:Words>812</o:Words>
 </o:DocumentProperties>
</xml><![endif]--><!--[if gte mso 9]><xml>
 <w:LatentStyles DefLockedState="false" LatentStyleCount="376">
LATENT </w:LatentStyles>
</xml><![endif]-->
<style>
<!--
 /* Font Definitions */
 @font-face
	{font-family:"Cambria Math";
	panose-1:2 4 5 3 5 4 6 3 2 4;
	mso-font-charset:0;
	mso-generic-font-family:roman;}
 /* Style Definitions */
 p.MsoNormal, li.MsoNormal, div.MsoNormal
	{mso-style-unhide:no;
	mso-style-qformat:yes;
	margin:0cm;
	mso-pagination:widow-orphan;
	font-size:14.0pt;
	font-family:"Times New Roman",serif;}
@page WordSection1
	{size:595.35pt 841.95pt;
	margin:56.7pt 56.7pt 56.7pt 85.05pt;
	mso-header-margin:36.0pt;}
div.WordSection1
	{page:WordSection1;}
-->
</style>
</head>

<body lang=EN-US style='tab-interval:36.0pt;word-wrap:break-word'>

<div class=WordSection1>
"""
WORD_LINE = """<!--[if gte vml 1]><v:line id="Line_x0020_1" o:spid="_x0000_s1026"
style='position:absolute;z-index:251659264;visibility:visible'
from="65pt,2pt" to="141pt,2pt" strokeweight=".5pt"/><![endif]--><![if !vml]><span
style='mso-ignore:vglayout'>
<table cellpadding=0 cellspacing=0 align=left>
 <tr>
  <td width=86 height=2></td>
 </tr>
 <tr>
  <td></td>
  <td><img width=103 height=2 src="plan_files/image001.gif" v:shapes="Line_x0020_1"></td>
 </tr>
</table>
</span><![endif]>"""


def word_paragraph(text, mark="", bold=False, italic=False, centre=False):
    text = html.escape(text, quote=False)
    span = f"<span\nlang=VI style='font-size:14.0pt;mso-bidi-font-size:11.0pt'>{text}<o:p></o:p></span>"
    if mark:
        span = ("<![if !supportLists]><span lang=VI style='mso-fareast-font-family:\"Times New Roman\"'><span\n"
                f"style='mso-list:Ignore'>{mark}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp;&nbsp;\n"
                f"</span></span></span><![endif]>{span}")
    if bold:
        span = f"<b style='mso-bidi-font-weight:normal'>{span}</b>"
    if italic:
        span = f"<i style='mso-bidi-font-style:normal'>{span}</i>"
    align = " align=center" if centre else ""
    layout = "text-align:center" if centre else "text-align:justify;text-indent:36.0pt"
    lists = ";mso-list:l0 level1 lfo1" if mark else ""
    style = "MsoListParagraph" if mark else "MsoNormal"
    return f"<p class={style}{align} style='margin-bottom:6.0pt;{layout}{lists}'>{span}</p>\n\n"


def word_table(columns):
    cells = "".join(f" <td width={width} valign=top style='width:{width}.0pt;padding:0cm 5.4pt 0cm 5.4pt'>\n{cell} </td>\n"
                    for width, cell in columns)
    return f" <tr style='mso-yfti-irow:0'>\n{cells} </tr>\n"


def word(plan):
    open_table = ("<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0\n style='border-collapse:collapse;"
                  "mso-yfti-tbllook:1184;mso-padding-alt:0cm 5.4pt 0cm 5.4pt'>\n")
    centre = lambda lines, **style: "".join(word_paragraph(line, centre=True, **style) for line in lines)
    latent = "".join(f'  <w:LsdException Locked="false" Priority="{i}" Name="heading {i}"/>\n' for i in range(1, 120))
    out = [WORD_HEAD.replace("LATENT", latent), open_table,
           word_table([(220, centre(plan.left[:-1], bold=True) + WORD_LINE + centre(plan.left[-1:])),
                       (284, centre(plan.right[:-1], bold=True) + WORD_LINE + centre(plan.right[-1:], italic=True))]),
           "</table>\n\n<p class=MsoNormal align=center><o:p>&nbsp;</o:p></p>\n\n",
           centre([plan.type], bold=True), centre(plan.title, bold=True),
           "<p class=MsoNormal style='display:none;mso-hide:all'><span lang=VI>Bản nháp, không phát hành"
           "<o:p></o:p></span></p>\n\n"]
    for block in plan.body:
        if isinstance(block, list):
            out.append(open_table)
            for i, row in enumerate(block):
                out.append(word_table([(60 + 40 * (c == 1), word_paragraph(cell, bold=i == 0) if cell else
                                        "<p class=MsoNormal><o:p>&nbsp;</o:p></p>\n\n") for c, cell in enumerate(row)]))
            out.append("</table>\n\n")
        else:
            mark, text = block
            out.append(word_paragraph(text, mark, bold=plan.is_heading(mark, text)))
    out += [open_table,
            word_table([(260, word_paragraph("Nơi nhận:", bold=True, italic=True)
                         + "".join(word_paragraph(line) for line in plan.recipients)),
                        (244, centre(plan.signature[:-1], bold=True)
                         + "<p class=MsoNormal><o:p>&nbsp;</o:p></p>\n\n" * 4 + centre(plan.signature[-1:], bold=True))]),
            "</table>\n\n</div>\n\n</body>\n\n</html>\n"]
    return wrapped("".join(out)).encode("cp1252", "xmlcharrefreplace")


def wrapped(page):
    """Lines of the file end at a blank near column 80, in tags and in texts."""
    return "\n".join(textwrap.fill(line, 80, break_long_words=False, break_on_hyphens=False,
                                   replace_whitespace=False, drop_whitespace=True)
                     if len(line) > 80 else line for line in page.split("\n"))


# --- a converter -------------------------------------------------------------

def converter(plan):
    lines = [*plan.left[:-1], *(f"<b>{line}</b>" for line in plan.right[:-1]), plan.left[-1],
             f"<i>{plan.right[-1]}</i>", f"<b>{plan.type}</b>", *(f"<b>{line}</b>" for line in plan.title)]
    for mark, text in plan.body:
        bold = plan.is_heading(mark, text)
        for line in textwrap.wrap(f"{mark} {text}".strip(), 92, break_on_hyphens=False):
            line = html.escape(line, quote=False)
            lines.append(f"<b>{line}</b>" if bold else line)
    lines += ["<b><i>Nơi nhận:</i></b>", *plan.recipients, *(f"<b>{line}</b>" for line in plan.signature)]
    pages = [lines[at:at + 44] for at in range(0, len(lines), 44)]
    out = ["""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" lang="" xml:lang="">
<head>
<title></title>
<meta http-equiv="Content-Type" content="text/html; charset=UTF-8"/>
<meta name="generator" content="pdftohtml 0.36"/>
</head>
<body>
"""]
    for number, page in enumerate(pages, 1):
        out.append(f"<a name={number}></a>")
        if number > 1:
            out.append(f"{number}&#160;<br/>\n&#160;<br/>\n")
        # Blanks inside of tags stay what they are.
        out += [re.sub(r" (?![^<]*>)", "&#160;", line) + "&#160;<br/>\n" for line in page]
        out.append("<hr/>\n")
    return "".join(out + ["</body>\n</html>\n"]).encode()


def main(names):
    folder = pathlib.Path(__file__).parent
    for name in names or PAGES:
        if name not in PAGES:
            sys.exit(f"render_pages.py: {name} is none of: {', '.join(PAGES)}")
        source = next(p for p in (folder / f"{name}.txt", folder / f"{name}.md") if p.exists())
        page = {"portal": portal, "word": word, "converter": converter}[PAGES[name]](Plan(source))
        (folder / f"{name}.html").write_bytes(page)
        print(f"{name}.html  {len(page)} bytes  {PAGES[name]}")


if __name__ == "__main__":
    main(sys.argv[1:])
