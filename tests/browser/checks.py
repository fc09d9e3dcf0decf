"""What the checks of pages share: which browser, and what failed."""
import shutil

BROWSERS = ("chromium", "chromium-headless-shell", "google-chrome")
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu",
         "--disable-background-networking", "--disable-component-update",
         "--disable-sync", "--no-first-run")
NO_BROWSER = 77  # what CTest takes for skipped

failures = []


def find_browser():
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        print("no browser: install chromium")
    return program


def expect(what, got, wanted):
    if got != wanted:
        failures.append(f"{what}: {got!r}, not {wanted!r}")


def conclude():
    """Says what failed; gives the exit status."""
    for failure in failures:
        print(failure)
    return 1 if failures else 0
