#!/usr/bin/env python3
"""Writes plans of the folder above as archives of old hold them.

    corpus/encodings/render.py              the files named in RENDITIONS below
    corpus/encodings/render.py DIR NAME...  these plans in every encoding to DIR

The encoders are written from the definitions of the encodings and share
nothing with the decoders of `pipeline/read`. Needs iconv for VISCII. The same
texts give the same bytes.
"""
import pathlib
import subprocess
import sys
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent

RENDITIONS = {
    "tcvn3": "12-ke-hoach-so-tnmt-cuu-ha",
    "tcvn3-saved-as-utf-8": "13-ke-hoach-truong-thcs-phu-khe",
    "vni": "06-ke-hoach-thanh-pho-vinh-dien",
    "vni-saved-as-utf-8": "10-ke-hoach-18-thi-tran-rach-gam",
    "viscii": "07-ke-hoach-71-thi-xa-tan-lo",
    "viqr": "10-ke-hoach-18-thi-tran-rach-gam",
    "windows-1258": "13-ke-hoach-truong-thcs-phu-khe",
    "utf-16le": "02-chuong-trinh-57-ctr-tu",
    "utf-16be-bom": "01-chi-thi-61-ct-tw",
    "mojibake": "02-chuong-trinh-57-ctr-tu",
    "mojibake-some-lines": "12-ke-hoach-so-tnmt-cuu-ha",
}

TONES = {"\u0300": 1, "\u0301": 2, "\u0309": 3, "\u0303": 4, "\u0323": 5}
SHAPES = {"\u0302": "^", "\u0306": "(", "\u031b": "+"}


def parts(letter):
    """Base letter, shape ('^', '(', '+' or '') and tone (0 to 5)."""
    base, shape, tone = "", "", 0
    for c in unicodedata.normalize("NFD", letter):
        if c in TONES:
            tone = TONES[c]
        elif c in SHAPES:
            shape = SHAPES[c]
        else:
            base = c
    return base, shape, tone


# Vowel: codes without tone, then of huyền, sắc, hỏi, ngã, nặng.
TCVN3 = {
    "a": "61 B5 B8 B6 B7 B9", "a(": "A8 BB BE BC BD C6", "a^": "A9 C7 CA C8 C9 CB",
    "e": "65 CC D0 CE CF D1", "e^": "AA D2 D5 D3 D4 D6", "i": "69 D7 DD D8 DC DE",
    "o": "6F DF E3 E1 E2 E4", "o^": "AB E5 E8 E6 E7 E9", "o+": "AC EA ED EB EC EE",
    "u": "75 EF F3 F1 F2 F4", "u+": "AD F5 F8 F6 F7 F9", "y": "79 FA FD FB FC FE",
}
TCVN3_CAPITALS = {"Ă": 0xA1, "Â": 0xA2, "Ê": 0xA3, "Ô": 0xA4, "Ơ": 0xA5, "Ư": 0xA6,
                  "Đ": 0xA7, "đ": 0xAE}


def tcvn3(text):
    """As typed with the shift key: capitals with tones come out small."""
    out = bytearray()
    for c in text:
        base, shape, tone = parts(c)
        if c in TCVN3_CAPITALS:
            out.append(TCVN3_CAPITALS[c])
        elif (shape or tone) and base.lower() + shape in TCVN3:
            out += bytes.fromhex(TCVN3[base.lower() + shape].split()[tone])
        else:
            out += c.encode("cp1252")
    return bytes(out)


VNI_MARKS = {"": "-- F8 F9 FB F5 EF", "^": "E2 E0 E1 E5 E3 E4", "(": "EA E8 E9 FA FC EB"}
VNI_LETTERS = {"đ": 0xF1, "í": 0xED, "ì": 0xEC, "ỉ": 0xE6, "ĩ": 0xF3, "ị": 0xF2, "ỵ": 0xEE,
               "Đ": 0xD1, "Í": 0xCD, "Ì": 0xCC, "Ỉ": 0xC6, "Ĩ": 0xD3, "Ị": 0xD2, "Ỵ": 0xCE}
VNI_HORNS = {"o": 0xF4, "u": 0xF6, "O": 0xD4, "U": 0xD6}


def vni(text):
    out = bytearray()
    for c in text:
        base, shape, tone = parts(c)
        if c in VNI_LETTERS:
            out.append(VNI_LETTERS[c])
            continue
        if not shape and not tone:
            out += c.encode("cp1252")
            continue
        if shape == "+":
            out.append(VNI_HORNS[base])
            shape = ""
        else:
            out += base.encode()
        mark = VNI_MARKS[shape].split()[tone]
        if mark != "--":
            out.append(int(mark, 16) - (0x20 if base.isupper() else 0))
    return bytes(out)


def typewritten(text):
    """Without the signs that only newer encodings have."""
    for sign, plain in ("“\"", "”\"", "–-", "²2", "°o", "×x"):
        text = text.replace(sign, plain)
    return text.replace("…", "...")


def viqr(text):
    """RFC 1456: what looks like a mark behind a letter is escaped."""
    out = before = ""
    for c in typewritten(text):
        base, shape, tone = parts(c)
        if c in "đĐ":
            out += "dd" if c == "đ" else "DD"
        elif c == "\\" or (c in "^(+'`?~." and before.isalpha()):
            out += "\\" + c
        elif shape or tone:
            out += base + shape + " `'?~."[tone].strip()
        else:
            out += c
        before = c
    return out.encode("ascii")


def viscii(text):
    return subprocess.run(["iconv", "-f", "UTF-8", "-t", "VISCII"], check=True,
                          input=typewritten(text).encode(), stdout=subprocess.PIPE).stdout


def windows_1258(text):
    out = b""
    for c in text:
        base, shape, tone = parts(c)
        if tone:
            vowel = unicodedata.normalize("NFC", base + {v: k for k, v in SHAPES.items()}.get(shape, ""))
            mark = {v: k for k, v in TONES.items()}[tone]
            out += vowel.encode("cp1258") + mark.encode("cp1258")
        else:
            out += c.encode("cp1258")
    return out


def misread(data):
    """As windows-1252 with the holes of Latin-1, which is what browsers do."""
    return "".join(bytes([b]).decode("cp1252") if b not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
                   else chr(b) for b in data).encode()


def mojibake_some_lines(text):
    lines = text.split("\n")
    return "\n".join(misread(line.encode()).decode() if 20 <= i % 40 else line
                     for i, line in enumerate(lines)).encode()


ENCODERS = {
    "tcvn3": tcvn3,
    "tcvn3-saved-as-utf-8": lambda text: misread(tcvn3(text)),
    "vni": vni,
    "vni-saved-as-utf-8": lambda text: misread(vni(text)),
    "viscii": viscii,
    "viqr": viqr,
    "windows-1258": windows_1258,
    "utf-16le": lambda text: text.encode("utf-16-le"),
    "utf-16be-bom": lambda text: b"\xFE\xFF" + text.encode("utf-16-be"),
    "mojibake": lambda text: misread(text.encode()),
    "mojibake-some-lines": mojibake_some_lines,
}


def render(encoding, stem, folder):
    text = (HERE.parent / (stem + ".txt")).read_text(encoding="utf-8")
    text = unicodedata.normalize("NFC", text)
    (folder / f"{stem}.{encoding}.txt").write_bytes(ENCODERS[encoding](text))


if __name__ == "__main__":
    if len(sys.argv) > 2:
        for name in sys.argv[2:]:
            for each in ENCODERS:
                render(each, name, pathlib.Path(sys.argv[1]))
    else:
        for each, name in RENDITIONS.items():
            render(each, name, HERE)
