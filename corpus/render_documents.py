#!/usr/bin/env python3
"""Renders plans of this folder as Word documents, as offices write them:

  numbered    numbers and bullets made by the word processor, real footnotes, the
              letterhead in a table
  boxes       the letterhead in text boxes, a table of tasks with merged cells
              and automatic row numbers, headings in a style that numbers them
  changes     changes that nobody accepted, hidden text, comments, fields, the
              letterhead with tabs

    corpus/render_documents.py             the documents listed in DOCUMENTS
    corpus/render_documents.py NAME...     only these (stems: 12-ke-hoach-...)

NAME.txt or NAME.md is the single source; NAME.docx is written beside it. The
same source gives the same bytes. 13 is LibreOffice's, made from the text once:

    soffice --headless --infilter='Text (encoded):UTF8,LF,,,' \\
      --convert-to docx corpus/13-ke-hoach-truong-thcs-phu-khe.txt
"""
import html
import pathlib
import re
import sys
import zipfile

from render_pages import Plan

DOCUMENTS = {
    "03-ke-hoach-218-tinh-cuu-ha": "numbered",
    "11-ke-hoach-dac-khu-hon-nhan": "boxes",
    "12-ke-hoach-so-tnmt-cuu-ha": "changes",
}
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SPACES = (f'xmlns:w="{W}" xmlns:r="{R}" xmlns:v="urn:schemas-microsoft-com:vml" '
          'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
          'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
          'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
          'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"')
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

# The levels of decree 30/2020/NĐ-CP, with which each begins and how it looks.
LEVELS = [
    (r"[IVX]+\.", "upperRoman", "%1."),
    (r"\d+\.", "decimal", "%2."),
    (r"\d+\.\d+\.", "decimal", "%2.%3."),
    (r"[a-z]\)", "lowerLetter", "%4)"),
    (r"-", "bullet", "-"),
    (r"\+", "bullet", "+"),
]


# --- pieces of a document ----------------------------------------------------

def run(text, props=""):
    """A run; `[1]` in it is a note, a tab a tab."""
    out = []
    for piece in re.split(r"(\[\d+\]|\t)", text):
        if re.fullmatch(r"\[\d+\]", piece):
            out.append(f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
                       f'<w:footnoteReference w:id="{piece[1:-1]}"/></w:r>')
        elif piece == "\t":
            out.append("<w:r><w:tab/></w:r>")
        elif piece:
            out.append(f'<w:r><w:rPr>{props}<w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">'
                       f"{html.escape(piece, quote=False)}</w:t></w:r>")
    return "".join(out)


def para(content, props="", align="both"):
    return f'<w:p><w:pPr>{props}<w:jc w:val="{align}"/></w:pPr>{content}</w:p>\n'


def bold(text, align="center"):
    return para(run(text, "<w:b/>"), align=align)


def cell(content, props=""):
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{content}</w:tc>"


def table(rows):
    return "<w:tbl><w:tblPr/><w:tblGrid/>" + "".join(f"<w:tr>{r}</w:tr>\n" for r in rows) + "</w:tbl>\n"


def box(content):
    """A text box, drawn twice: for new versions and for old ones."""
    text = f"<w:txbxContent>{content}</w:txbxContent>"
    return ('<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic>'
            f"<a:graphicData><wps:wsp><wps:txbx>{text}</wps:txbx></wps:wsp></a:graphicData></a:graphic>"
            "</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
            f"{text}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>")


class Numbers:
    """Counts as a word processor does, to tell which marks it can make."""

    def __init__(self):
        self.counters = [0] * len(LEVELS)
        self.lists = ['<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>']

    def shown(self, level):
        roman = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
        kinds = {"upperRoman": lambda n: roman[n], "decimal": str, "lowerLetter": lambda n: chr(96 + n)}
        def number(found):
            at = int(found.group(1)) - 1
            return kinds[LEVELS[at][1]](self.counters[at] or 1)
        return re.sub(r"%(\d)", number, LEVELS[level][2])

    def props(self, mark):
        """The `w:numPr` that makes `mark`; nothing where none does."""
        for level, (pattern, kind, _) in enumerate(LEVELS):
            if not re.fullmatch(pattern, mark):
                continue
            before = list(self.counters)
            self.counters[level] += 1
            self.counters[level + 1:] = [0] * (len(LEVELS) - level - 1)
            if kind == "bullet" or self.shown(level) == mark:
                return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
            self.counters = before
        return ""

    def part(self):
        levels = "".join(
            f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
            for i, (_, kind, text) in enumerate(LEVELS))
        return (f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{levels}'
                f'</w:abstractNum>{"".join(self.lists)}')


# --- three ways to write a plan -----------------------------------------------

def heads(plan):
    """The two columns of the letterhead."""
    return ("".join(bold(line) for line in plan.left[:-1]) + para(run(plan.left[-1]), align="center"),
            "".join(bold(line) for line in plan.right[:-1])
            + para(run(plan.right[-1], "<w:i/>"), align="center"))


def title(plan):
    return bold(plan.type) + "".join(bold(line) for line in plan.title) + para("")


def ending(plan):
    left = para(run("Nơi nhận:", "<w:b/><w:i/>"), align="left")
    left += "".join(para(run(line), align="left") for line in plan.recipients)
    right = "".join(bold(line) for line in plan.signature[:-1]) + para("") * 3 + bold(plan.signature[-1])
    return table([cell(left) + cell(right)])


def numbered(plan):
    numbers = Numbers()
    left, right = heads(plan)
    out = [table([cell(left) + cell(right)]), title(plan)]
    for mark, text in plan.body:
        props = numbers.props(mark)
        look = "<w:b/>" if plan.is_heading(mark, text) else ""
        out.append(para(run(text if props else f"{mark} {text}".strip(), look), props))
    out.append(ending(plan))
    notes = "".join(
        f'<w:footnote w:id="{i}">' + para(f"<w:r><w:footnoteRef/></w:r>{run(note.split('] ', 1)[1])}")
        + "</w:footnote>" for i, note in enumerate(plan.notes, 1))
    return "".join(out), {"numbering": numbers.part(), "footnotes": notes}


def tasks(rows):
    """A head of two rows over the tasks, whose numbers are automatic."""
    begins, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    names = rows[0]
    first = "".join(cell(bold(names[i]), begins) for i in (0, 1))
    first += cell(bold("Phân công"), '<w:gridSpan w:val="2"/>') + cell(bold(names[4]), begins)
    second = cell("<w:p/>", goes_on) * 2 + cell(bold(names[2])) + cell(bold(names[3])) + cell("<w:p/>", goes_on)
    out = [first, second]
    count = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr></w:p>'
    for row in rows[1:]:
        out.append(cell(count) + "".join(cell(para(run(text), align="left")) for text in row[1:]))
    return table(out)


def boxes(plan):
    left, right = heads(plan)
    out = [para(box(left) + box(right)), title(plan)]
    for block in plan.body:
        if isinstance(block, list):
            out.append(tasks(block))
            continue
        mark, text = block
        if re.fullmatch(r"[IVX]+\.", mark):
            out.append(para(run(text), '<w:pStyle w:val="Part"/>'))
        elif mark == "-":
            out.append(para(run(text), '<w:pStyle w:val="Bullet"/>'))
        else:
            look = "<w:b/>" if plan.is_heading(mark, text) else ""
            out.append(para(run(f"{mark}\t{text}" if mark else text, look)))
    out.append(ending(plan))
    symbol = '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr>'
    def level(kind, text, more=""):
        return (f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
                f'<w:lvlText w:val="{text}"/>{more}</w:lvl>')
    lists = "".join(f'<w:abstractNum w:abstractNumId="{i}">{l}</w:abstractNum>' for i, l in enumerate(
        [level("upperRoman", "%1."), level("decimal", "%1"), level("bullet", "\uf0b7", symbol)], 1))
    lists += "".join(f'<w:num w:numId="{i}"><w:abstractNumId w:val="{i}"/></w:num>' for i in (1, 2, 3))
    def style(name, number, look):
        return (f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/><w:pPr><w:numPr>'
                f'<w:numId w:val="{number}"/></w:numPr></w:pPr><w:rPr>{look}</w:rPr></w:style>')
    return "".join(out), {"numbering": lists,
                          "styles": style("Part", 1, "<w:b/><w:caps/>") + style("Bullet", 3, "")}


def edited(text, at):
    """One word of three in an inserted run, beside one that was deleted."""
    words = text.split(" ")
    where = at % len(words)
    before, word, after = " ".join(words[:where]), words[where], " ".join(words[where + 1:])
    return ((run(before + " ") if before else "")
            + '<w:del w:id="1" w:author="a"><w:r><w:delText>không được duyệt</w:delText></w:r></w:del>'
            + f'<w:ins w:id="2" w:author="a">{run(word)}</w:ins>' + (run(" " + after) if after else ""))


def changes(plan):
    hidden = run("Lưu ý của người soạn: thẩm tra lại.", "<w:vanish/>")
    comment = '<w:r><w:commentReference w:id="0"/></w:r>'
    page = ('<w:fldSimple w:instr=" PAGE "><w:r><w:t>3</w:t></w:r></w:fldSimple>')
    out = []
    for i in range(max(len(plan.left), len(plan.right))):
        left = plan.left[i] if i < len(plan.left) else ""
        right = plan.right[i] if i < len(plan.right) else ""
        out.append(para(run(f"{left}\t\t{right}", "<w:b/>"), align="left"))
    out += [para(""), title(plan)]
    for at, (mark, text) in enumerate(plan.body):
        line = f"{mark} {text}".strip()
        if at % 5 == 1:
            out.append(para(edited(line, at)))
        elif at % 5 == 2:
            out.append(para(run(line) + comment + hidden))
        elif at % 5 == 3:
            moved = '<w:rPr><w:moveFrom w:id="3" w:author="a"/></w:rPr>'
            out.append(para(f'<w:moveFrom w:id="3" w:author="a">{run(line)}</w:moveFrom>', moved))
            out.append(para(f'<w:moveTo w:id="4" w:author="a">{run(line)}</w:moveTo>'))
        elif at % 5 == 4:
            gone = '<w:rPr><w:del w:id="5" w:author="a"/></w:rPr>'
            out.append(para('<w:del w:id="5" w:author="a"><w:r><w:delText>Bỏ đoạn này.</w:delText></w:r></w:del>', gone))
            half = len(line) // 2
            out.append(para(f"{run(line[:half])}<w:hyperlink>{run(line[half:])}</w:hyperlink>{page}"))
        else:
            out.append(para(run(line)))
    out.append(ending(plan))
    return "".join(out), {"comments": '<w:comment w:id="0">' + para(run("Xem lại.")) + "</w:comment>"}


# --- the file -----------------------------------------------------------------

def write(path, body, parts):
    def xml(name, content):
        return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{name} {SPACES}>{content}</w:{name}>'
    def pointers(items):
        return (f'<Relationships xmlns="{PACKAGE}/relationships">' + "".join(
            f'<Relationship Id="rId{i}" Type="{R}/{kind}" Target="{target}"/>'
            for i, (kind, target) in enumerate(items, 1)) + "</Relationships>")
    types = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{kind}+xml"/>'
                    for name, kind in [("document", "document.main"), *((p, p) for p in parts)])
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
                               f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
        "_rels/.rels": pointers([("officeDocument", "word/document.xml")]),
        "word/document.xml": xml("document", f"<w:body>{body}<w:sectPr/></w:body>"),
        "word/_rels/document.xml.rels": pointers([(name, f"{name}.xml") for name in parts]),
    }
    files.update((f"word/{name}.xml", xml(name, content)) for name, content in parts.items())
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in files.items():
            out.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)


def main():
    here = pathlib.Path(__file__).parent
    for name in sys.argv[1:] or DOCUMENTS:
        source = next(p for p in (here / f"{name}.txt", here / f"{name}.md") if p.exists())
        write(here / f"{name}.docx", *globals()[DOCUMENTS[name]](Plan(source)))
        print(f"{name}.docx  {(here / f'{name}.docx').stat().st_size} bytes")


if __name__ == "__main__":
    main()
