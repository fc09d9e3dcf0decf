"""A browser that is spoken to through pipes, for what `--dump-dom` cannot tell."""
import base64
import json
import os
import subprocess
import tempfile
import time

from checks import FLAGS


class Chromium:
    """One tab. `ask` sends a command of the DevTools protocol and waits."""

    def __init__(self, program):
        self.folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        here_in, there_out = os.pipe()
        there_in, here_out = os.pipe()
        # The browser wants them as descriptors 3 and 4.
        shell = f"exec 3<&{there_in} 4>&{there_out}; exec \"$@\""
        self.process = subprocess.Popen(
            ["bash", "-c", shell, "bash", program, *FLAGS,
             "--remote-debugging-pipe",
             f"--user-data-dir={self.folder.name}", "about:blank"],
            pass_fds=(there_in, there_out), stderr=subprocess.DEVNULL)
        os.close(there_in)
        os.close(there_out)
        self.reader = os.fdopen(here_in, "rb")
        self.writer = os.fdopen(here_out, "wb")
        self.buffer, self.number, self.session, self.events = b"", 0, None, []
        tabs = self.ask("Target.getTargets")["targetInfos"]
        page = next(tab for tab in tabs if tab["type"] == "page")
        self.session = self.ask("Target.attachToTarget",
                                targetId=page["targetId"],
                                flatten=True)["sessionId"]
        self.ask("Page.enable")

    def read(self):
        while b"\0" not in self.buffer:
            part = os.read(self.reader.fileno(), 1 << 16)
            if not part:
                raise RuntimeError("the browser ended")
            self.buffer += part
        line, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(line)

    def ask(self, method, **arguments):
        self.number += 1
        message = {"id": self.number, "method": method, "params": arguments}
        if self.session:
            message["sessionId"] = self.session
        self.writer.write(json.dumps(message).encode() + b"\0")
        self.writer.flush()
        while True:
            got = self.read()
            if got.get("id") == self.number:
                if "error" in got:
                    raise RuntimeError(f"{method}: {got['error']}")
                return got["result"]
            self.events.append(got.get("method"))

    def open(self, address):
        """Seconds till the page was loaded and drawn."""
        self.events.clear()
        begin = time.monotonic()
        self.ask("Page.navigate", url=address)
        while "Page.loadEventFired" not in self.events:
            self.events.append(self.read().get("method"))
        self.run("new Promise(done => requestAnimationFrame(() => "
                 "setTimeout(done, 0)))")
        return time.monotonic() - begin

    def run(self, script):
        got = self.ask("Runtime.evaluate", expression=script,
                       awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in got:
            raise RuntimeError(f"{script}: {got['exceptionDetails']}")
        return got["result"].get("value")

    def pdf(self):
        printed = self.ask("Page.printToPDF", preferCSSPageSize=True)
        return base64.b64decode(printed["data"])

    def close(self):
        try:
            self.session = None
            self.ask("Browser.close")
        except (RuntimeError, OSError):
            pass
        self.process.wait(20)
        self.folder.cleanup()
