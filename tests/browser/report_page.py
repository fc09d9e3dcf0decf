#!/usr/bin/env python3
"""The page of an audit in a real browser: what shows, and what the filters leave.

usage: report_page.py KEHOACH AUDIT.json

Exit status: 0 if all is well, 1 if not, 77 where there is no browser. Needs
python3 alone.
"""
import concurrent.futures
import html.parser
import json
import os
import subprocess
import sys
import tempfile
import urllib.parse

from checks import FLAGS, NO_BROWSER, conclude, expect, find_browser


class Page(html.parser.HTMLParser):
    """Rows by id, with whether they are hidden, and texts by class or name."""

    def __init__(self, text):
        super().__init__()
        self.rows, self.heat, self.hidden, self.texts = {}, {}, {}, {}
        self.values, self.stack, self.checked = {}, [], None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        is_hidden = "hidden" in found
        if tag == "tr" and "data-state" in found:
            self.rows[found["id"]] = not is_hidden
        if tag == "tr" and "data-of" in found:
            self.heat[found["data-of"]] = not is_hidden
        name = found.get("class") or tag
        self.hidden[name] = is_hidden
        if tag not in ("br", "img", "input", "meta"):
            self.stack.append(name)

    def handle_endtag(self, tag):
        if self.stack:
            self.stack.pop()

    def handle_data(self, data):
        if self.stack:
            name = self.stack[-1]
            self.texts[name] = self.texts.get(name, "") + data

    def shown(self):
        return [name for name, shows in self.rows.items() if shows]


class Browser:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder

    def run(self, page, *arguments, fragment=""):
        address = "file://" + urllib.parse.quote(page) + fragment
        with tempfile.TemporaryDirectory(dir=self.folder) as profile:
            return subprocess.run(
                [self.program, *FLAGS, f"--user-data-dir={profile}",
                 *arguments, address],
                check=True, capture_output=True, timeout=300).stdout

    def load(self, page, **filters):
        fragment = "#" + urllib.parse.urlencode(filters) if filters else ""
        dom = self.run(page, "--dump-dom", fragment=fragment)
        return Page(dom.decode("utf-8"))


def check_filters(browser, page):
    whole = browser.load(page)
    expect("rows at first", whole.shown(), ["p1-1", "p1-2", "p1-3"])
    expect("tools are hidden", whole.hidden["tools"], False)
    expect("count at first", whole.texts["output"], "3/3 nhiệm vụ đang hiển thị")
    expect("overview at first", list(whole.heat.values()), [True] * 3)
    cases = (
        ("only gaps", {"loc": "gaps"}, ["p1-2", "p1-3"]),
        ("only missing", {"loc": "missing"}, ["p1-3"]),
        ("only with findings", {"loc": "findings"}, ["p1-1"]),
        ("without accents", {"tim": "thung rac CHO"}, ["p1-2"]),
        ("with other accents", {"tim": "thủng"}, []),
        ("d for đ", {"tim": "dat thung"}, ["p1-2"]),
        ("decomposed", {"tim": "thu\u0300ng ra\u0301c"}, ["p1-2"]),
        ("no ends of words", {"tim": "hung"}, []),
        ("both", {"loc": "gaps", "tim": "rac"}, ["p1-2"]),
    )
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        pages = list(pool.map(lambda case: browser.load(page, **case[1]), cases))
    for (name, _, rows), loaded in zip(cases, pages):
        expect(name, loaded.shown(), rows)
        expect(f"{name}, overview",
               [row for row, shows in loaded.heat.items() if shows], rows)
        expect(f"{name}, count", loaded.texts["output"],
               f"{len(rows)}/3 nhiệm vụ đang hiển thị")
        expect(f"{name}, `nothing fits`", loaded.hidden["no-rows none"],
               bool(rows))


def judged_page(kehoach, audits, folder):
    """One child: a link that was rejected, a state that was corrected, a gap that
    was justified."""
    with open(audits, encoding="utf-8") as file:
        audit = json.loads(file.readline())
    said = (("link-wrong", {"child_quote":
                            audit["items"][0]["links"][0]["quote"]}),
            ("correct", {"value": {"status": "covered", "links": []}}),
            ("justified", {"note": "Không có sông"}))
    for item, (verdict, more) in zip(audit["items"], said):
        item["review"] = [{"verdict": verdict, "note": "", "by": "Bình",
                           "at": "2026-01-31T08:30:00Z", "state": "current",
                           **more}]
    kept = os.path.join(folder, "judged.json")
    with open(kept, "w", encoding="utf-8") as file:
        json.dump(audit, file)
    page = os.path.join(folder, "judged.html")
    subprocess.run([kehoach, "report", kept, "-o", page], check=True)
    return page


def check_judged(browser, page):
    """Filters go by what people say, not by what was found."""
    for choice, rows in (("all", ["p1-1", "p1-2", "p1-3"]),
                         ("gaps", ["p1-1"]), ("missing", ["p1-1"]),
                         ("findings", ["p1-1"]),
                         ("judged", ["p1-1", "p1-2", "p1-3"])):
        loaded = browser.load(page, loc=choice)
        expect(f"judged, {choice}", loaded.shown(), rows)
    expect("found", loaded.texts["state partial"], "Một phần")
    expect("judged", loaded.texts["state covered"].endswith(
        "người soát: Đầy đủ"), True)


def check_without_script(page):
    with open(page, encoding="utf-8") as file:
        plain = Page(file.read())
    expect("rows without script", plain.shown(), ["p1-1", "p1-2", "p1-3"])
    expect("tools without script", plain.hidden["tools"], True)


def check_print(browser, page, folder):
    pdf = os.path.join(folder, "page.pdf")
    browser.run(page, "--no-pdf-header-footer", f"--print-to-pdf={pdf}")
    with open(pdf, "rb") as file:
        content = file.read()
    expect("a PDF", content[:5], b"%PDF-")
    # A4 across, in points.
    expect("the paper", b"/MediaBox [0 0 841" in content or
           b"/MediaBox [0 0 842" in content, True)


def main():
    kehoach, audits = sys.argv[1:]
    program = find_browser()
    if program is None:
        return NO_BROWSER
    with tempfile.TemporaryDirectory() as folder:
        page = os.path.join(folder, "page.html")
        subprocess.run([kehoach, "report", audits, "-o", page], check=True)
        browser = Browser(program, folder)
        check_filters(browser, page)
        check_judged(browser, judged_page(kehoach, audits, folder))
        check_without_script(page)
        check_print(browser, page, folder)
    return conclude()


if __name__ == "__main__":
    sys.exit(main())
