"""A second engine: Firefox, by the protocol that it has built in (Marionette). Without a driver and without a package."""

import json
import os
import pathlib
import shutil
import socket
import subprocess
import tempfile
import time

PROGRAM = shutil.which("firefox-esr") or shutil.which("firefox")
PREFERENCES = {
    "marionette.port": 0, "browser.startup.page": 0, "datareporting.policy.dataSubmissionEnabled": False, "app.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False, "toolkit.startup.max_resumed_crashes": -1,
}
KEYS = {"ArrowRight": "\ue014", "ArrowLeft": "\ue012", "ArrowUp": "\ue013", "ArrowDown": "\ue015", "PageUp": "\ue00e", "PageDown": "\ue00f", "Home": "\ue011", "End": "\ue010", "Tab": "\ue004", "Space": " "}


class Firefox:
    def __init__(self, scheme="light", width=1280):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="lessons-firefox-"))
        preferences = {**PREFERENCES, "layout.css.prefers-color-scheme.content-override": 0 if scheme == "dark" else 1}
        (self.home / "user.js").write_text("".join(f"user_pref({json.dumps(k)}, {json.dumps(v)});\n" for k, v in preferences.items()))
        command = [PROGRAM, "--headless", "--marionette", "--remote-allow-system-access", "--no-remote", "--profile", str(self.home), f"--width={width}", "--height=900"]
        environment = {**os.environ, "HOME": str(self.home), "MOZ_HEADLESS_WIDTH": str(width), "MOZ_HEADLESS_HEIGHT": "900"}
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
        self.number = 0
        try:
            self.connection = socket.create_connection(("127.0.0.1", self.port()))
            self.connection.settimeout(60)
            self.message()
            self.ask("WebDriver:NewSession")
            # Nothing is reached but the disk.
            self.run("Services.io.offline = true", context="chrome")
        except BaseException:
            self.process.kill()
            raise

    def port(self):
        written, end = self.home / "MarionetteActivePort", time.monotonic() + 60
        while not (written.exists() and written.read_text().strip()):
            assert self.process.poll() is None and time.monotonic() < end, "Firefox does not start"
            time.sleep(0.05)
        return int(written.read_text())

    def close(self):
        self.connection.close()
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.home, ignore_errors=True)

    def message(self):
        length = b""
        while not length.endswith(b":"):
            length += self.received(1)
        return json.loads(self.received(int(length[:-1])))

    def received(self, count):
        data = b""
        while len(data) < count:
            part = self.connection.recv(count - len(data))
            assert part, "Firefox has ended"
            data += part
        return data

    def ask(self, name, **parameters):
        self.number += 1
        text = json.dumps([0, self.number, name, parameters]).encode()
        self.connection.sendall(b"%d:%s" % (len(text), text))
        _, _, error, result = self.message()
        assert not error, f"{name}: {error}"
        return result

    def run(self, script, *arguments, context="content"):
        """What a script returns, in the page or in the browser itself."""
        self.ask("Marionette:SetContext", value=context)
        try:
            return self.ask("WebDriver:ExecuteScript", script=script, args=list(arguments))["value"]
        finally:
            self.ask("Marionette:SetContext", value="content")

    def open(self, address):
        self.ask("WebDriver:Navigate", url=address)

    def evaluate(self, function, *arguments):
        return self.run(f"return ({function})(...arguments)", *arguments)

    def wait(self, function, *arguments):
        end = time.monotonic() + 60
        while not self.evaluate(function, *arguments):
            assert time.monotonic() < end, f"it never comes to {function} {arguments}"
            time.sleep(0.02)

    def press(self, *keys):
        """Keys as a person presses them, where the focus is."""
        actions = [{"type": kind, "value": KEYS.get(key, key)} for key in keys for kind in ("keyDown", "keyUp")]
        self.ask("WebDriver:PerformActions", actions=[{"type": "key", "id": "keyboard", "actions": actions}])

    def focus(self, selector):
        self.evaluate("selector => document.querySelector(selector).focus()", selector)

    def picture(self, path):
        import base64
        path.write_bytes(base64.b64decode(self.ask("WebDriver:TakeScreenshot", full=False)["value"]))

    def said(self):
        """What the console was told of pages: errors, and what their policy did not let them do; not what MathML may lose one day."""
        return self.run(
            "return Services.console.getMessageArray().filter(m => m instanceof Ci.nsIScriptError && /^(file|blob):/.test(m.sourceName || ''))"
            ".map(m => m.errorMessage).filter(text => !/ deprecated\\b/.test(text))", context="chrome")
