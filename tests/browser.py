"""A real Chromium that a test drives by the W3C WebDriver protocol: no network, an empty profile, one window."""

import base64
import http.client
import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-dev-shm-usage",
    "--force-device-scale-factor=1",
)


class Browser:
    """One session. `run` evaluates JavaScript in the page and gives what it returns, a promise's value included."""

    def __init__(self, port: int, profile: Path, *, width: int = 360, height: int = 740) -> None:
        self._link = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        flags = [*_FLAGS, f"--user-data-dir={profile}", f"--window-size={width},{height}"]
        wanted = {
            "browserName": "chrome",
            "goog:chromeOptions": {"args": flags, "binary": shutil.which("chromium")},
            "goog:loggingPrefs": {"performance": "ALL", "browser": "ALL"},
        }
        self._session = ""
        self._session = (
            "/session/" + self._call("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})["sessionId"]
        )
        mobile = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": True}
        self.command("Emulation.setDeviceMetricsOverride", mobile)

    def _call(self, method: str, path: str, body: object = None) -> Any:
        text = json.dumps(body if body is not None else {}) if method == "POST" else None
        self._link.request(method, self._session + path, text, {"Content-Type": "application/json"})
        value = json.loads(self._link.getresponse().read())["value"]
        if isinstance(value, dict) and "error" in value:
            raise AssertionError(f"{value['error']}: {value['message'][:400]}")
        return value

    def command(self, name: str, parameters: object) -> Any:
        """A command of the DevTools protocol."""
        return self._call("POST", "/goog/cdp/execute", {"cmd": name, "params": parameters})

    def open(self, page: Path) -> None:
        """Load a file."""
        self._call("POST", "/url", {"url": page.as_uri()})

    def run(self, script: str, *args: object) -> Any:
        """Run the body of an async function."""
        body = f"const done = arguments[arguments.length - 1]; (async (...args) => {{ {script} }})(...arguments)"
        caught = ".then(done, (error) => done({ failed: String(error) }));"
        value = self._call("POST", "/execute/async", {"script": body + caught, "args": list(args)})
        if isinstance(value, dict) and "failed" in value:
            raise AssertionError(value["failed"])
        return value

    def picture(self) -> bytes:
        """The window as PNG."""
        return base64.b64decode(self._call("GET", "/screenshot"))

    def log(self, kind: str) -> list[Any]:
        """What the browser noted since the last look: performance (requests) or browser (errors)."""
        found: list[Any] = self._call("POST", "/se/log", {"type": kind})
        return found

    def requested(self) -> list[str]:
        """Every address that was asked for since the last look."""
        events = [json.loads(entry["message"])["message"] for entry in self.log("performance")]
        return [each["params"]["request"]["url"] for each in events if each["method"] == "Network.requestWillBeSent"]

    def quit(self) -> None:
        """End the session and the browser with it."""
        self._call("DELETE", "")
        self._link.close()


@contextmanager
def browsing(profile: Path) -> Iterator[Browser]:
    """A browser with an empty profile in this folder, ended afterwards."""
    driver = subprocess.Popen(["chromedriver", "--port=0"], stdout=subprocess.PIPE, text=True)
    try:
        assert driver.stdout is not None
        line = next(line for line in driver.stdout if "started successfully on port" in line)
        browser = Browser(int(line.rstrip().rstrip(".").rsplit(" ", 1)[1]), profile)
        try:
            yield browser
        finally:
            browser.quit()
    finally:
        driver.terminate()
        driver.wait()
        if driver.stdout is not None:
            driver.stdout.close()
