#!/usr/bin/env python3
"""The workbook of an audit, opened by LibreOffice and read back.

usage: xlsx_opens.py KEHOACH AUDIT.json

Exit status: 0 if all is well, 1 if not, 77 where LibreOffice Calc is not
installed. Needs python3 alone.
"""
import csv
import glob
import json
import os
import shutil
import subprocess
import sys
import tempfile

CALC = "/usr/lib/libreoffice/program/libsclo.so"
# Commas, quotes where needed, UTF-8, cells as they show, every sheet.
FILTER = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
STATES = {"covered": "Đầy đủ", "partial": "Một phần", "missing": "Chưa có"}


def sheets(folder, workbook):
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile",
         "--headless", "--convert-to", FILTER, "--outdir", folder, workbook],
        check=True, capture_output=True, timeout=120)
    tables = {}
    for path in glob.glob(os.path.join(folder, "*.csv")):
        name = os.path.basename(path)[:-len(".csv")].split("-", 1)[1]
        with open(path, encoding="utf-8", newline="") as file:
            tables[name] = list(csv.reader(file))
    return tables


def expected_matrix(audits):
    """Rows as the sheet of several children has them: place left out."""
    children = [{item["parent"]["id"]: item["status"] for item in audit["items"]}
                for audit in audits]
    return [[str(number), item["parent"]["quote"],
             "; ".join(item["parent"]["lead"])] +
            [STATES.get(child.get(item["parent"]["id"]), "Chưa đối chiếu")
             for child in children]
            for number, item in enumerate(audits[0]["items"], 1)]


def main():
    kehoach, path = sys.argv[1:]
    if not os.path.exists(CALC) or shutil.which("soffice") is None:
        print("no LibreOffice Calc: install libreoffice-calc-nogui")
        return 77
    with open(path, encoding="utf-8") as file:
        audits = [json.loads(line) for line in file]
    # A formula, were it taken for one, would show its value.
    audits[0]["items"][1]["parent"]["quote"] = "=40+2"
    audits[1]["items"][1]["parent"]["quote"] = "=40+2"
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        changed = os.path.join(folder, "audits.jsonl")
        with open(changed, "w", encoding="utf-8") as file:
            file.writelines(json.dumps(audit) + "\n" for audit in audits)
        workbook = os.path.join(folder, "audits.xlsx")
        subprocess.run([kehoach, "report", changed, "-o", workbook], check=True)
        tables = sheets(folder, workbook)

    def expect(what, got, wanted):
        if got != wanted:
            failures.append(f"{what}: {got!r}, not {wanted!r}")

    expect("sheets", sorted(tables), sorted(
        ["Ma trận", "Chi tiết", "Phát hiện", "Nhiệm vụ riêng", "Nguồn"]))
    matrix = [[row[0], *row[2:]] for row in tables.get("Ma trận", [])[3:]]
    expect("matrix", matrix, expected_matrix(audits))
    expect("rows of details", len(tables.get("Chi tiết", [])) - 3,
           len(audits) * len(audits[0]["items"]))
    expect("findings", [row[3] for row in tables.get("Phát hiện", [])[3:]],
           ["Dẫn kế hoạch đã được thay thế.", "Muộn hơn 15 ngày."])
    expect("own", [row[3] for row in tables.get("Nhiệm vụ riêng", [])[3:]],
           [o["quote"] for audit in audits for o in audit["own"]])
    expect("sources", [row[5] for row in tables.get("Nguồn", [])[3:]],
           [audits[0]["parent"]["path"]] + [a["child"]["path"] for a in audits])
    for failure in failures:
        print(failure)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
