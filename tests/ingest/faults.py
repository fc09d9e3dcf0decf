#!/usr/bin/env python3
"""Imports a folder of good and hostile files while workers and the whole program
are killed again and again, and checks what is in the database at the end.

usage: faults.py KEHOACH SOURCE_DIR [--good N] [--hostile N] [--kills N] [--seed N]
                 [--cap MB]

Exit status: 0 if all is well, 1 if not.
"""
import argparse
import io
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import zipfile

TEXT = """ỦY BAN NHÂN DÂN
TỈNH CỬU HÀ
Số: {n}/KH-UBND
Cửu Hà, ngày 12 tháng 3 năm 2025

KẾ HOẠCH
Bảo vệ nguồn nước số {n} năm 2025

I. NHIỆM VỤ
1. Sở Y tế chủ trì, phối hợp với Công an tỉnh kiểm tra {n} giếng trước ngày 30/6/2025.
2. Sở Tài chính bố trí kinh phí cho {n} xã.
{more}
II. TỔ CHỨC THỰC HIỆN
Các sở, ban, ngành báo cáo kết quả trước ngày 10/12 hằng năm.
"""


def zipped(entries):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return out.getvalue()


def nested(depth):
    content = b"x"
    for _ in range(depth):
        content = zipped([("in.zip", content)])
    return content


def write(path, content):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(content)


def make_good(folder, count, dice):
    for n in range(count):
        more = "\n".join(
            f"{i}. Phòng Y tế huyện An Trạch lập danh sách {dice.randrange(10 ** 6)} hộ."
            for i in range(3, 3 + dice.randrange(60)))
        text = TEXT.format(n=n, more=more).encode()
        # One in ten as the member of an archive.
        if n % 10 == 9:
            write(f"{folder}/{n % 7}/{n}.zip", zipped([(f"{n}.txt", text)]))
        else:
            write(f"{folder}/{n % 7}/{n}.txt", text)


def damaged_documents(source):
    found = []
    for base, _, names in sorted(os.walk(f"{source}/corpus")):
        for name in sorted(names):
            if name.endswith((".pdf", ".docx", ".png", ".jpg", ".tiff")):
                with open(os.path.join(base, name), "rb") as file:
                    found.append((name, file.read()))
    return found


def make_hostile(folder, count, source, dice):
    """The paths that the database must account for."""
    os.makedirs(folder)
    documents = damaged_documents(source)
    bombs = [("bomb.zip", zipped([("zeros.txt", b"0" * (100 << 20))])),
             ("nested.zip", nested(8)),
             ("bomb.docx", zipped([("[Content_Types].xml", b"<Types/>"),
                                   ("word/document.xml", b"<a>" * 30_000_000)])),
             ("leads-out.zip", zipped([("../../x.txt", b"x")])),
             ("empty.pdf", b""), ("head-only.pdf", b"%PDF-1.7\n")]
    made = []
    for n in range(count):
        kind = n % 9
        name = f"{folder}/{n:03}"
        if kind == 0:
            name += ".fifo"
            os.mkfifo(name)
        elif kind == 1:
            os.symlink(name, name)
        elif kind == 2:
            name = folder.encode() + b"/%03d\xff\xfe.pdf" % n
            with open(name, "wb") as file:
                file.write(b"%PDF-1.4\n" + dice.randbytes(200))
            name = name.decode(errors="surrogateescape")
        elif kind == 3:
            name += "x" * 243 + ".pdf"
            write(name, b"%PDF-1.4\n" + dice.randbytes(300))
        elif kind == 4:
            bomb = bombs[n // 9 % len(bombs)]
            name += bomb[0]
            write(name, bomb[1])
        elif kind == 5:
            name += ".bin"
            write(name, dice.randbytes(5000))
        elif kind == 6:
            name += ".loop"
            os.symlink(folder, name)  # a folder that holds itself
            continue
        else:
            document = documents[dice.randrange(len(documents))]
            name += document[0]
            write(name, document[1][:len(document[1]) // dice.randrange(3, 40)])
        made.append(name)
    return made


class Restless(threading.Thread):
    """Files that grow, vanish and come back while others read."""

    def __init__(self, folder):
        super().__init__(daemon=True)
        self.folder, self.ended = folder, threading.Event()
        os.makedirs(folder, exist_ok=True)

    def run(self):
        n = 0
        while not self.ended.wait(0.01):
            n += 1
            with open(f"{self.folder}/growing.txt", "ab") as file:
                file.write(b"more and more\n" * 100)
            path = f"{self.folder}/vanishing-{n % 20}.txt"
            if os.path.exists(path):
                os.remove(path)
            else:
                write(path, TEXT.format(n=f"9{n}", more="").encode())

    def end(self):
        self.ended.set()
        self.join()


def children(pid):
    try:
        with open(f"/proc/{pid}/task/{pid}/children") as file:
            return [int(child) for child in file.read().split()]
    except OSError:
        return []


def fill_page(path, source, n):
    """A scan that no run has read before: its reader is busy for a while, however fast
    the machine loads text."""
    with open(f"{source}/corpus/scans/13-ke-hoach-truong-thcs-phu-khe.png", "rb") as file:
        write(path, file.read() + b"%d" % n)


def kill_some_worker(program, dice):
    workers = [worker for server in children(program.pid)
               for worker in children(server)]
    if not workers:
        return 0
    try:
        os.kill(dice.choice(workers), signal.SIGKILL)
    except OSError:
        return 0
    return 1


def peak_megabytes(pid):
    try:
        with open(f"/proc/{pid}/status") as file:
            return next(int(line.split()[1]) / 1024 for line in file
                        if line.startswith("VmHWM"))
    except (OSError, StopIteration):
        return 0


def left_over(database):
    found = []
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{pid}/cmdline", "rb") as file:
                if database.encode() in file.read() and int(pid) != os.getpid():
                    found.append(int(pid))
        except OSError:
            pass
    return found


class Trial:
    def __init__(self, options, folder):
        self.options, self.folder = options, folder
        self.dice = random.Random(options.seed)
        self.good, self.bad = f"{folder}/in/good", f"{folder}/in/bad"
        self.database = f"{folder}/plans.db"
        self.problems = []

    def check(self, fine, what):
        print(("ok   " if fine else "FAIL ") + what, flush=True)
        if not fine:
            self.problems.append(what)

    def start(self, *more, database=None, paths=None):
        return subprocess.Popen(
            [self.options.kehoach, "import", *(paths or [f"{self.folder}/in"]),
             "-d", database or self.database, "--quiet", "--jobs", "2",
             "--memory-limit", "1500", "--time-limit", "60", *more],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

    def run(self, *more, **others):
        program = self.start(*more, **others)
        return program.wait(), program.stderr.read().decode()

    def torment(self):
        page = f"{self.folder}/in/page.png"
        fill_page(page, self.options.source, 0)
        # How long a page takes decides when kills meet the program at work.
        began = time.monotonic()
        self.run(database=f"{self.folder}/page.db", paths=[page])
        busy = time.monotonic() - began
        self.run(database=f"{self.folder}/clean.db", paths=[self.good])
        aside = f"{self.folder}/aside"
        os.rename(self.good, aside)
        paths = sorted(os.path.relpath(os.path.join(base, name), aside)
                       for base, _, names in os.walk(aside) for name in names)
        at_work = workers = peak = 0
        for n in range(self.options.kills):
            # Each run finds a share of the good files new, so that it writes.
            for path in paths[n::self.options.kills]:
                os.renames(f"{aside}/{path}", f"{self.good}/{path}")
            fill_page(page, self.options.source, n + 1)
            program = self.start()
            # However fast the machine is, a worker dies in every second run.
            while n % 2 == 0 and program.poll() is None:
                time.sleep(0.005)
                if died := kill_some_worker(program, self.dice):
                    workers += died
                    break
            end = time.monotonic() + self.dice.uniform(0.05, 0.6) * busy
            while time.monotonic() < end and program.poll() is None:
                time.sleep(self.dice.uniform(0.01, 0.04) * busy)
                if self.dice.random() < 0.05:
                    workers += kill_some_worker(program, self.dice)
                peak = max(peak, peak_megabytes(program.pid))
            at_work += program.poll() is None
            program.kill()
            program.wait()
            time.sleep(0.2)
            self.check(not left_over(self.database), f"kill {n}: no process is left")
            self.check(self.integrity() == "ok", f"kill {n}: the database is whole")
        self.check(at_work > self.options.kills / 2 and workers > 0,
                   f"{at_work} kills met the program at work, {workers} a worker")
        self.check(peak < self.options.cap, f"the program itself held {peak:.0f} MB at most")

    def integrity(self):
        if not os.path.exists(self.database):
            return "ok"
        with sqlite3.connect(self.database) as db:
            return db.execute("PRAGMA integrity_check").fetchone()[0]

    def plans(self, database):
        out = subprocess.run([self.options.kehoach, "export", "-d", database],
                             capture_output=True, check=True).stdout
        found = {}
        for line in out.splitlines():
            value = json.loads(line)
            path = value.get("source", {}).get("path", "")
            if value["schema"] == "kehoach.plan/1" and path.startswith(self.good + "/"):
                found[path] = line
        return found

    def verify(self, hostile):
        db = sqlite3.connect(self.database)
        db.text_factory = lambda raw: raw.decode(errors="surrogateescape")
        one = lambda sql: db.execute(sql).fetchone()[0]
        rows = {path: (status, reason) for path, status, reason in
                db.execute("SELECT path, status, reason FROM sources")}
        expected = self.plans(f"{self.folder}/clean.db")
        self.check(len(expected) == self.options.good, "the clean run has all good plans")
        self.check(self.plans(self.database) == expected,
                   "all good plans are there, byte for byte as without trouble")
        for path in hostile:
            status, reason = rows.get(path, ("no row", None))
            fine = status not in ("no row", "crashed") and (status == "loaded" or reason)
            if not fine:
                self.check(False, f"{path!r}: {status} {reason}")
        told = [rows[path] for path in hostile if path in rows]
        self.check(sum(1 for status, _ in told if status != "loaded") > len(hostile) / 2,
                   f"{len(told)} of {len(hostile)} hostile paths have a status")
        self.check(one("PRAGMA integrity_check") == "ok", "integrity_check")
        self.check(not db.execute("PRAGMA foreign_key_check").fetchall(), "foreign_key_check")
        self.check(one("SELECT count(*) FROM documents WHERE id NOT IN (SELECT document_id"
                       " FROM sources WHERE document_id IS NOT NULL)") == 0, "no orphans")
        self.check(one("SELECT count(*) FROM documents") ==
                   one("SELECT count(DISTINCT sha256) FROM documents"), "no duplicates")
        self.check(one("SELECT count(*) FROM obligations") ==
                   one("SELECT count(*) FROM obligations_fts"), "the search index is complete")

    def go(self):
        make_good(self.good, self.options.good, self.dice)
        hostile = make_hostile(self.bad, self.options.hostile, self.options.source, self.dice)
        restless = Restless(f"{self.folder}/in/restless")
        restless.start()
        self.torment()
        status, errors = self.run()
        self.check(status == 3, f"the run that nobody disturbs ends with 3 ({status} {errors})")
        restless.end()
        status, errors = self.run("--retry", "failed")
        self.check(status in (0, 3), f"--retry failed ({status} {errors})")
        self.verify(hostile)
        report = f"{self.folder}/again.jsonl"
        status, errors = self.run("--report", report)
        with open(report) as file:
            again = [line["path"] for line in map(json.loads, file)
                     if line.get("status") == "loaded"
                     and line["path"].startswith(self.good)]
        self.check(status == 3 and not again,
                   f"once more no good plan is loaded again ({status} {errors} {again})")
        return 1 if self.problems else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kehoach")
    parser.add_argument("source")
    for name, value in (("good", 500), ("hostile", 50), ("kills", 20), ("seed", 1),
                        ("cap", 300)):
        parser.add_argument(f"--{name}", type=int, default=value)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kehoach-faults-") as folder:
        return Trial(options, folder).go()


if __name__ == "__main__":
    sys.exit(main())
