#!/usr/bin/env python3
"""Writes a family of plans: one directive, and a plan of each of so many provinces,
districts and communes, each carrying out the one above it.

usage: make_family.py CORPUS OUT PROVINCES DISTRICTS COMMUNES [SEED]

The plans are those of the corpus with other names, numbers and dates; a tenth of the
items is left out of each, so that no two cover the same. Names of communes come again
in other districts, and numbers in other units, as in real life. The same arguments
give the same bytes.
"""
import pathlib
import random
import re
import sys

SYLLABLES = (
    "An Bình Châu Duy Đông Giang Hà Hòa Hưng Khánh Kim Lâm Linh Long Lộc Minh Mỹ Nam "
    "Ngọc Nhơn Ninh Phong Phú Phước Quang Quế Sơn Tân Tây Thanh Thạnh Thiện Thịnh Thới "
    "Thuận Tiên Trung Trường Vân Vĩnh Xuân Yên").split()
ITEM = re.compile(r"^\W*(?:[a-zđ]\)|[-+*•]|\d+(?:\.\d+)*\.)\s")


def names(count, taken, rng, unique=True):
    """Names of two syllables, of three when these run out."""
    made = []
    while len(made) < count:
        size = 2 if len(taken) < 1200 or not unique else 3
        name = " ".join(rng.sample(SYLLABLES, size))
        if unique and name in taken:
            continue
        taken.add(name)
        made.append(name)
    return made


def day_of(rng, months):
    return rng.randint(1, 28), rng.choice(months), 2024


def replace_all(text, pairs):
    for old, new in pairs:
        text = text.replace(old, new)
    return text


def dated(old, new):
    """Every way in which the corpus writes the date `old`."""
    (d, m, y), (dd, mm, yy) = old, new
    out = []
    for day in {str(d), f"{d:02}"}:
        for month in {str(m), f"{m:02}"}:
            out.append((f"{day}/{month}/{y}", f"{dd}/{mm}/{yy}"))
            out.append((f"ngày {day} tháng {month} năm {y}",
                        f"ngày {dd} tháng {mm} năm {yy}"))
    return out


def thinned(text, rng):
    """Leaves out a tenth of the items."""
    kept = [line for line in text.split("\n")
            if not (ITEM.match(line) and rng.random() < 0.1)]
    return "\n".join(kept)


def main():
    if len(sys.argv) not in (6, 7):
        sys.exit(__doc__)
    corpus, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    provinces, districts, communes = (int(n) for n in sys.argv[3:6])
    rng = random.Random(int(sys.argv[6]) if len(sys.argv) == 7 else 1)
    out.mkdir(parents=True, exist_ok=True)
    read = lambda name: (corpus / name).read_text(encoding="utf-8")
    directive = read("01-chi-thi-61-ct-tw.txt")
    of_province = read("03-ke-hoach-218-tinh-cuu-ha.txt")
    of_district = read("05-ke-hoach-96-huyen-an-trach.txt")
    of_commune = read("08-ke-hoach-xa-phu-khe.md")
    (out / "0-directive.txt").write_text(directive, encoding="utf-8")

    taken = set()
    upper = []
    for i, name in enumerate(names(provinces, taken, rng)):
        number, day = rng.randint(100, 400), day_of(rng, (6, 7))
        programme, before = rng.randint(20, 90), day_of(rng, (4, 5))
        pairs = [("TỈNH CỬU HÀ", "TỈNH " + name.upper()), ("Cửu Hà", name),
                 ("218/KH-UBND", f"{number}/KH-UBND"),
                 ("57-CTr/TU", f"{programme}-CTr/TU"),
                 ("57/TU", f"{programme}/TU")]
        pairs += dated((25, 6, 2024), day) + dated((20, 5, 2024), before)
        (out / f"1-{i:03}.txt").write_text(
            thinned(replace_all(of_province, pairs), rng), encoding="utf-8")
        upper.append((name, number, pairs[2:]))

    middle = []
    for i, name in enumerate(names(districts, taken, rng)):
        province, number_above, above = upper[i % len(upper)]
        number, day = rng.randint(50, 300), day_of(rng, (8, 10))
        # The mark keeps a new number from being taken for the next old one.
        pairs = ([("96/KH-UBND", f"@{number}/KH-UBND"), ("Cửu Hà", province)]
                 + above)
        text = replace_all(of_district, pairs)
        text = replace_all(text, [("@", ""), ("An Trạch", name)]
                           + dated((12, 8, 2024), day))
        (out / f"2-{i:04}.txt").write_text(thinned(text, rng), encoding="utf-8")
        middle.append((name, number, day, number_above, above))

    for i, name in enumerate(names(communes, taken, rng, unique=False)):
        district, number_above, day_above, number_top, above = \
            middle[i % len(middle)]
        number, day = rng.randint(10, 200), day_of(rng, (11, 12))
        text = of_commune.replace("Số: /KH-UBND", f"Số: @{number}/KH-UBND")
        text = text.replace("96/KH-UBND", f"@{number_above}/KH-UBND")
        text = replace_all(text, above)
        text = replace_all(text, [("@", ""), ("An Trạch", district),
                                  ("Phú Khê", name)]
                           + dated((12, 8, 2024), day_above)
                           + dated((16, 9, 2024), day))
        (out / f"3-{i:05}.md").write_text(thinned(text, rng), encoding="utf-8")
    print(1 + provinces + districts + communes)


if __name__ == "__main__":
    main()
