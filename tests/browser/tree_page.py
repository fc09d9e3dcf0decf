#!/usr/bin/env python3
"""The page of a large family in a real browser: rows come when they are scrolled to,
plans are found by name, and it prints.

usage: tree_page.py KEHOACH SOURCE

Exit status: 0 if all is well, 1 if not, 77 where there is no browser. Needs
python3 alone.
"""
import os
import re
import subprocess
import sys
import tempfile

from checks import NO_BROWSER, conclude, expect, find_browser
from pipe import Chromium

PLANS = 2 + 12 + 250
AT_ONCE = 100


def written(kehoach, source, folder):
    """The page of a family."""
    texts, database, page = (os.path.join(folder, name)
                             for name in ("in", "plans.db", "page.html"))
    subprocess.run([sys.executable, f"{source}/tests/bench/make_family.py",
                    f"{source}/corpus", texts, "2", "12", "250"],
                   check=True, stdout=subprocess.DEVNULL)
    rules = ["--rules", f"{source}/rules"]
    subprocess.run([kehoach, "import", texts, "-d", database, *rules],
                   check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)
    ran = subprocess.run([kehoach, "audit", "--tree", "61-CT/TW", "-d", database,
                          "-o", page, *rules], check=False)
    expect("exit status", ran.returncode, 1)
    return page


ROWS = "document.querySelectorAll('.plans tbody tr').length"


def search(browser, words):
    """How many rows show, and what is said of them."""
    return browser.run(f"""(() => {{
      const form = document.querySelector('.find');
      form.querySelector('input').value = '{words}';
      form.querySelector('input').dispatchEvent(
        new Event('input', {{bubbles: true}}));
      return [{ROWS}, form.querySelector('output').textContent];
    }})()""")


def check_rows(browser, page):
    browser.open("file://" + page)
    unit = "kế hoạch đang hiển thị"
    expect("rows at first", browser.run(ROWS), AT_ONCE)
    expect("the form", browser.run("document.querySelector('.find').hidden"),
           False)
    browser.run("document.querySelector('.more').scrollIntoView()")
    browser.run("new Promise(done => setTimeout(done, 500))")
    expect("rows when scrolled", browser.run(ROWS) > AT_ONCE, True)
    first = browser.run("document.querySelector('.plans tbody th').textContent")
    shown, said = search(browser, first.split(" - ")[0].split("/")[0])
    expect("found by number", shown > 0 and said.endswith(unit), True)
    expect("nothing", search(browser, "khongco"), [0, f"0/0 {unit}"])
    expect("without accents", search(browser, "uy ban")[0] +
           search(browser, "ubnd")[0] > 0, True)
    expect("all again", search(browser, ""),
           [AT_ONCE, f"{AT_ONCE}/{PLANS} {unit}"])
    expect("signs", browser.run(
        "[...document.querySelectorAll('.plans .signs')]"
        ".every(cell => /^[●◐○◈◇]+$/.test(cell.textContent))"), True)
    expect("elements", browser.run("document.querySelectorAll('*').length") <
           5000, True)


def check_same_rows(browser, page):
    """Rows that the script makes are those that stand on the page without it."""
    with open(page, encoding="utf-8") as file:
        text = file.read()
    table = text[text.index('<table class="heat plans">'):]
    plain = re.findall(r"<tr>(.*?)</tr>", table, re.DOTALL)[1:]
    cells = [re.sub(r"<[^>]*>", "|", row).replace("||", "|") for row in plain]
    expect("rows without script", len(plain), 200)
    made = browser.run("""[...document.querySelectorAll('.plans tbody tr')]
      .map(row => row.innerHTML)""")
    for i, row in enumerate(made[:AT_ONCE]):
        expect(f"row {i}", re.sub(r"<[^>]*>", "|", row).replace("||", "|"),
               cells[i])


def check_print(browser):
    content = browser.pdf()
    expect("a PDF", content[:5], b"%PDF-")
    pages = len(re.findall(rb"/Type\s*/Page\b", content))
    expect("few pages", 1 < pages < 20, True)


def main():
    kehoach, source = sys.argv[1:]
    program = find_browser()
    if program is None:
        return NO_BROWSER
    with tempfile.TemporaryDirectory() as folder:
        page = written(kehoach, source, folder)
        browser = Chromium(program)
        try:
            check_rows(browser, page)
            check_same_rows(browser, page)
            check_print(browser)
        finally:
            browser.close()
    return conclude()


if __name__ == "__main__":
    sys.exit(main())
