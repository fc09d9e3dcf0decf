#!/usr/bin/python3
"""Makes scans of plans of this folder, as an office's scanner would.

  corpus/scan.py            all that are listed in SCANS below

Each page of NAME.pdf is drawn at 300 dpi, turned by less than one degree, its
edges blurred, dotted with noise and shadows, and saved without any text. The
same inputs, tools and font give the same bytes. Needs poppler-utils,
python3-numpy and python3-pil of Debian.
"""

import pathlib
import subprocess
import sys
import tempfile
import time

import numpy
from PIL import Image, ImageFilter

HERE = pathlib.Path(__file__).resolve().parent
DPI = 300
LIMIT = 400 * 1000  # bytes a file

# Plan, its pages (0: all), degrees of turning, kind of file.
SCANS = [
    ("10-ke-hoach-18-thi-tran-rach-gam", 0, 0.6, "bilevel.pdf"),
    ("11-ke-hoach-dac-khu-hon-nhan", 0, -0.4, "tiff"),
    ("13-ke-hoach-truong-thcs-phu-khe", 1, 0.3, "png"),
    ("12-ke-hoach-so-tnmt-cuu-ha", 1, -0.7, "jpg"),
]


def drawn(pdf, page_count):
    """The pages of `pdf` in grey."""
    with tempfile.TemporaryDirectory() as folder:
        last = ["-l", str(page_count)] if page_count else []
        subprocess.run(
            ["pdftoppm", "-gray", "-r", str(DPI), *last, pdf, folder + "/p"],
            check=True)
        for path in sorted(pathlib.Path(folder).iterdir()):
            with Image.open(path) as page:
                yield page.copy()


def scanned(page, degrees, random):
    """`page` as it comes from the glass."""
    page = page.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255)
    page = page.filter(ImageFilter.GaussianBlur(0.8))
    pixels = numpy.asarray(page, dtype=numpy.float32)
    paper = 0.94 + 0.04 * numpy.linspace(0, 1, pixels.shape[1])  # one side darker
    pixels = 30 + pixels * paper * (225 / 255)
    pixels += random.normal(0, 6, pixels.shape)
    dust = random.random(pixels.shape) < 0.00003
    pixels[dust] = 40
    return Image.fromarray(numpy.clip(pixels, 0, 255).astype(numpy.uint8))


def bilevel(page):
    return page.point(lambda value: 255 if value > 150 else 0).convert("1")


def save(pages, kind, path):
    epoch = time.gmtime(0)
    if kind == "bilevel.pdf":
        pages = [bilevel(page) for page in pages]
        pages[0].save(path, "PDF", resolution=DPI, save_all=True,
                      append_images=pages[1:], creationDate=epoch,
                      modDate=epoch)
    elif kind == "tiff":
        pages = [bilevel(page) for page in pages]
        pages[0].save(path, compression="group4", dpi=(DPI, DPI),
                      save_all=True, append_images=pages[1:])
    elif kind == "png":
        bilevel(pages[0]).save(path, dpi=(DPI, DPI), optimize=True)
    else:
        grey = pages[0].filter(ImageFilter.GaussianBlur(0.6))
        grey = grey.resize((grey.width * 2 // 3, grey.height * 2 // 3),
                           Image.Resampling.LANCZOS)
        grey.save(path, quality=45, dpi=(DPI * 2 // 3, DPI * 2 // 3))


def main():
    for number, (name, count, degrees, kind) in enumerate(SCANS):
        random = numpy.random.default_rng(number)
        pages = [scanned(page, degrees, random)
                 for page in drawn(HERE / (name + ".pdf"), count)]
        path = HERE / "scans" / (name + "." + kind.split(".")[-1])
        path.parent.mkdir(exist_ok=True)
        save(pages, kind, path)
        size = path.stat().st_size
        print(f"{path.relative_to(HERE)}: {len(pages)} pages, {size} bytes")
        if size > LIMIT:
            sys.exit(f"scan.py: {path.name} is larger than {LIMIT} bytes")


if __name__ == "__main__":
    main()
