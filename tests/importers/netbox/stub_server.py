"""Serves an inventory that Django's dumpdata wrote as NetBox's REST API would: python3 stub_server.py DUMP. Prints its port, ends with its
standard input. The first part of the path says how it behaves: /good, /secret (401 without the token), /truncated, /silent, /moved,
/changing, /broken, /empty."""
import http.server
import json
import sys
import threading

with open(sys.argv[1], encoding="utf-8") as stream:
    objects = {}
    for entry in json.load(stream):
        if "pk" in entry:
            objects.setdefault(entry["model"], {})[entry["pk"]] = entry["fields"]

models = {"dcim/sites": "dcim.site", "dcim/racks": "dcim.rack", "dcim/devices": "dcim.device", "dcim/interfaces": "dcim.interface",
          "dcim/rear-ports": "dcim.rearport", "dcim/front-ports": "dcim.frontport", "dcim/cables": "dcim.cable",
          "circuits/circuit-terminations": "circuits.circuittermination", "ipam/prefixes": "ipam.prefix"}
nested = {"site": "dcim.site", "rack": "dcim.rack", "device": "dcim.device", "role": "dcim.devicerole", "device_type": "dcim.devicetype",
          "tenant": "tenancy.tenant", "rear_port": "dcim.rearport", "primary_ip4": "ipam.ipaddress", "primary_ip6": "ipam.ipaddress",
          "vrf": "ipam.vrf"}
roles = {"ipam.prefix": "ipam.role", "dcim.rack": "dcim.rackrole"}
choices = {"status", "type", "length_unit"}
closing = threading.Event()


def answer(model, key, fields):
    made = {"id": key, "url": "http://elsewhere.invalid/"}
    for name, value in fields.items():
        if name in ("circuit", "provider_network") and value is not None:
            made[name] = {"id": value, "url": ""}
            continue
        target = roles.get(model, nested["role"]) if name == "role" else nested.get(name)
        if target and value is not None:
            there = objects[target][value]
            made[name] = {"id": value, "url": "", **{k: there[k] for k in ("name", "model", "address") if k in there}}
        elif name in choices and not (model == "dcim.cable" and name == "type"):
            made[name] = {"value": value, "label": value} if value else None
        else:
            made[name] = value
    if model == "dcim.cable":
        for side in "ab":
            made[side + "_terminations"] = [{"object_type": ".".join(end["termination_type"]), "object_id": end["termination_id"]}
                                            for end in objects["dcim.cabletermination"].values()
                                            if end["cable"] == key and end["cable_end"] == side.upper()]
    return made


class Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def send(self, status, text, claimed=None):
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(claimed or len(text)))
        if status == 302:
            self.send_header("Location", "http://elsewhere.invalid/api/")
        self.end_headers()
        self.wfile.write(text)

    def do_GET(self):
        path, _, query = self.path.partition("?")
        behaviour, _, rest = path.strip("/").partition("/api/")
        asked = dict(part.split("=") for part in query.split("&"))
        if behaviour == "secret" and self.headers.get("Authorization") != "Token 0123abc":
            return self.send(401, b'{"detail":"Invalid token"}')
        if behaviour == "silent":
            closing.wait()
            return None
        if behaviour == "moved":
            return self.send(302, b"")
        if behaviour == "broken":
            return self.send(200, b'{"detail": "no list"}')
        model = models.get(rest)
        if model is None:
            return self.send(404, b"{}")
        rows = sorted(objects.get(model, {}).items())
        begin, size = int(asked["offset"]), min(int(asked["limit"]), 3 if behaviour == "good" else 1000)
        page = [answer(model, *row) for row in rows[begin:begin + size]]
        count = len(rows) + (1 if behaviour == "changing" else 0)
        more = begin + size < len(rows)
        if behaviour == "empty":
            page, more = [], True
        text = json.dumps({"count": count, "next": "http://elsewhere.invalid/" if more else None, "previous": None, "results": page}).encode()
        if behaviour == "truncated":
            return self.send(200, text[:len(text) // 2])
        if behaviour == "cut":
            return self.send(200, text[:len(text) // 2], len(text))
        return self.send(200, text)


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_address[1], flush=True)
sys.stdin.read()
closing.set()
