"""Headless Chromium driven over a pipe (DevTools protocol), with nothing but Python's own library.

Keeps what the page says on its console, what goes wrong in it, and every request it makes.
"""
import base64
import json
import os
import pathlib
import subprocess
import tempfile

FLAGS = ["--headless=new", "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--remote-debugging-pipe"]


class Browser:
    def __init__(self, chromium="/usr/bin/chromium"):
        self.folder = tempfile.TemporaryDirectory(prefix="parktwin-browser-")
        to_browser, self.commands = os.pipe()
        self.answers, from_browser = os.pipe()

        def wire():
            # First out of the way of 3 and 4, then onto them.
            first, second = os.dup(to_browser), os.dup(from_browser)
            third, fourth = (os.dup2(descriptor, 50 + i) for i, descriptor in enumerate((first, second)))
            os.dup2(third, 3)
            os.dup2(fourth, 4)

        self.process = subprocess.Popen([chromium, *FLAGS, f"--user-data-dir={self.folder.name}", "about:blank"], preexec_fn=wire,
                                        close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                        env={**os.environ, "HOME": self.folder.name})
        os.close(to_browser)
        os.close(from_browser)
        self.buffer, self.number, self.session = b"", 0, None
        self.said, self.failed, self.requests, self.events = [], [], [], []
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.ask(f"{domain}.enable")

    def close(self):
        self.process.terminate()
        self.process.wait()
        self.folder.cleanup()

    def receive(self):
        while b"\0" not in self.buffer:
            part = os.read(self.answers, 1 << 20)
            if not part:
                raise RuntimeError("Chromium ended")
            self.buffer += part
        message, self.buffer = self.buffer.split(b"\0", 1)
        message = json.loads(message)
        method, values = message.get("method"), message.get("params", {})
        if method == "Runtime.consoleAPICalled":
            self.said.append([argument.get("value", argument.get("description")) for argument in values["args"]])
        elif method == "Runtime.exceptionThrown":
            self.failed.append(values["exceptionDetails"].get("exception", {}).get("description", values["exceptionDetails"]["text"]))
        elif method == "Log.entryAdded":
            self.said.append([values["entry"]["text"]])
        elif method == "Network.requestWillBeSent":
            self.requests.append(values["request"]["url"])
        if method:
            self.events.append(method)
        return message

    def ask(self, method, **values):
        self.number += 1
        message = {"id": self.number, "method": method, "params": values}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.commands, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.receive()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]

    def open(self, file, width=1280, height=800):
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        self.events.clear()
        self.ask("Page.navigate", url=pathlib.Path(file).resolve().as_uri())
        while "Page.loadEventFired" not in self.events:
            self.receive()

    def value(self, script):
        answer = self.ask("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(f"{script}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def click(self, selector):
        """A real click in the middle of the first element that fits; scrolls there if something else is seen at its place, and waits until it stays."""
        spot = self.value(f"""new Promise((done) => {{ const found = document.querySelector({json.dumps(selector)}); if (!found) return done(null);
          let last = ''; let still = 0; let looks = 0; let scrolled = false;
          const middle = () => {{ const box = found.getBoundingClientRect(); return [box.left + box.width / 2, box.top + box.height / 2]; }};
          const look = () => {{ if (scrolled || !found.contains(document.elementFromPoint(...middle()))) {{
              scrolled = true; found.scrollIntoView({{ block: 'center', behavior: 'instant' }}); }}
            const place = middle().join(' '); still = place === last ? still + 1 : 0; last = place;
            if (still >= (scrolled ? 3 : 1) || ++looks > 300) done(middle()); else requestAnimationFrame(look); }};
          look(); }})""")
        if spot is None:
            raise RuntimeError(f"nothing fits {selector}")
        for kind in ("mousePressed", "mouseReleased"):
            self.ask("Input.dispatchMouseEvent", type=kind, x=spot[0], y=spot[1], button="left", clickCount=1)
        self.value("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")  # what follows from the click has happened then

    def type(self, selector, text):
        self.click(selector)
        self.ask("Input.insertText", text=text)

    def picture(self, file, whole=True):
        shot = self.ask("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        pathlib.Path(file).write_bytes(base64.b64decode(shot["data"]))

    def memory_mib(self):
        """Most memory that any process of this browser has held."""
        parents, peaks = {}, {}
        for status in pathlib.Path("/proc").glob("[0-9]*/status"):
            try:
                lines = dict(line.split(":", 1) for line in status.read_text().splitlines() if ":" in line)
            except OSError:
                continue
            parents[int(lines["Pid"])] = int(lines["PPid"])
            peaks[int(lines["Pid"])] = int(lines.get("VmHWM", "0 kB").split()[0]) / 1024
        own, found = self.process.pid, 0.0
        for process, peak in peaks.items():
            above = process
            while above not in (0, own):
                above = parents.get(above, 0)
            found = max(found, peak if above == own else 0.0)
        return found

    def pdf(self, file):
        printed = self.ask("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        pathlib.Path(file).write_bytes(base64.b64decode(printed["data"]))
