"""A server that keeps files for GET and PUT, or goes wrong in the way that it is told: store.py FOLDER MODE.

Its first line of output is its port; each request is a line after it.
"""
import http.server
import pathlib
import socket
import sys
import threading

folder, mode = pathlib.Path(sys.argv[1]), sys.argv[2]
telling = threading.Lock()


def tell(line):
    """Prints a line whole: print writes words and the end of a line apart, and other threads between them."""
    with telling:
        sys.stdout.write(line + "\n")
        sys.stdout.flush()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self, status, body=b"", length=None):
        tell(f"{self.command} {status}")
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "/elsewhere")
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True

    def do_GET(self):
        path = folder / self.path.strip("/").replace("/", "_")
        if mode == "error":
            return self.answer(500, b"no")
        if mode == "redirect":
            return self.answer(302)
        if mode == "garbage":
            self.close_connection = True
            return self.wfile.write(b"SSH-2.0-OpenSSH\r\n\r\n")
        if mode == "flood":
            self.close_connection = True
            return self.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 100_000)
        if mode == "silent":
            self.close_connection = True
            threading.Event().wait()
        if not path.exists():
            return self.answer(404)
        body = path.read_bytes()
        if mode == "damaged":
            body = body[:-1] + bytes([body[-1] ^ 1])
        if mode == "swapped":
            body = sorted(other for other in folder.iterdir() if other != path)[0].read_bytes()
        if mode == "cut":
            return self.answer(200, body[:-1], len(body))
        if mode == "endless":
            return self.answer(200, body, 1 << 60)
        if mode == "chunked":
            tell("GET 200")
            self.send_response(200)
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            self.wfile.write(b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body))
            return None
        return self.answer(200, body)

    def do_PUT(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if mode == "reading":
            return self.answer(403)
        (folder / self.path.strip("/").replace("/", "_")).write_bytes(body)
        return self.answer(201)

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    address_family = socket.AF_INET
    request_queue_size = 64

    def handle_error(self, request, client_address):
        pass


server = Server(("127.0.0.1", 0), Handler)
tell(str(server.server_port))
server.serve_forever()
