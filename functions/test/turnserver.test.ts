// docs/turnserver.conf: what a participant can do with a relay. Where coturn is installed, the real
// server is started with it and attacked by coturn's own client.
import { execFile, execFileSync, spawn, type ChildProcess } from "node:child_process";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { BlockList, isIPv6 } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { findFreePort } from "../../scripts/system/ports.ts";

const text = readFileSync(new URL("../../docs/turnserver.conf", import.meta.url), "utf8");
const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
const valuesOf = (name: string): string[] =>
  lines.flatMap((line) => (line.startsWith(`${name}=`) ? [line.slice(name.length + 1)] : []));

const family = (address: string): "ipv4" | "ipv6" => (isIPv6(address) ? "ipv6" : "ipv4");

const forbidden = [
  ...["0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.9.9.9", "169.254.169.254"],
  ...["172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.9", "192.88.99.1", "192.168.1.1", "198.18.0.1"],
  ...["198.19.255.255", "198.51.100.4", "203.0.113.5", "224.0.0.1", "239.255.255.255", "240.0.0.1"],
  ...["255.255.255.255", "::", "::1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::a00:1", "64:ff9b:1::a00:1"],
  ...["100::1", "2001::1", "2001:db8::1", "2002:a00:1::", "fc00::1", "fd12:3456::1", "fe80::1", "ff02::1"],
];
const public_ = ["1.1.1.1", "9.255.255.255", "100.63.255.255", "172.32.0.1", "192.169.0.1", "223.255.255.255"];

describe("docs/turnserver.conf", () => {
  it("forbids every special address as a peer, and no other", () => {
    const denied = new BlockList();
    for (const range of valuesOf("denied-peer-ip")) {
      const [from = "", to = ""] = range.split("-");
      denied.addRange(from, to, family(from));
    }
    const isDenied = (address: string): boolean => denied.check(address, family(address));
    expect(forbidden.filter((address) => !isDenied(address))).to.deep.equal([]);
    expect([...public_, "2606:4700::1", "2a00::1"].filter(isDenied)).to.deep.equal([]);
  });

  it("bounds what a participant and the whole server use, and serves nothing else", () => {
    for (const name of [
      "user-quota",
      "total-quota",
      "max-bps",
      "bps-capacity",
      "max-allocate-lifetime",
      "stale-nonce",
    ]) {
      const [value = ""] = valuesOf(name);
      expect(Number(value), name).to.be.above(0);
    }
    expect(lines).to.include.members(["use-auth-secret", "no-cli", "no-tcp-relay", "no-multicast-peers"]);
    expect(valuesOf("static-auth-secret"), "no secret of anybody").to.deep.equal(["SECRET"]);
  });

  describe("in a real coturn", function () {
    this.timeout(60_000);
    let server: ChildProcess;
    let port: number;
    let log = "";

    before(async function () {
      try {
        execFileSync("turnserver", ["--version"], { stdio: "ignore" });
      } catch {
        this.skip();
      }
      port = await findFreePort();
      const file = join(mkdtempSync(join(tmpdir(), "turnserver-")), "turnserver.conf");
      // The second secret is that of a rotation: docs/operations.md.
      writeFileSync(file, `${text.replace("=3478", `=${port}`)}\nstatic-auth-secret=NEXT\n`);
      const here = ["--listening-ip=127.0.0.1", "--relay-ip=127.0.0.1", "--no-tls", "--no-dtls", "--pidfile="];
      server = spawn("turnserver", ["-c", file, ...here, "--log-file=stdout", "--simple-log", "-v"]);
      const isReady = new Promise<void>((resolve) => {
        server.stdout!.on("data", (chunk: Buffer) => {
          log += chunk.toString();
          if (/UDP listener opened on/i.test(log)) resolve();
        });
      });
      await Promise.race([isReady, once(server, "exit").then(() => expect.fail(log))]);
    });

    after(() => void server?.kill());

    /** What coturn and its client print while the client sends a message to the peer. */
    async function relay(peer: string, expiresInMs: number, secret = "SECRET"): Promise<string> {
      const start = log.length;
      const username = `${Math.floor((Date.now() + expiresInMs) / 1_000)}:ada`;
      const credential = createHmac("sha1", secret).update(username).digest("base64");
      const args = ["-p", String(port), "-e", peer, "-n", "1", "-c", "-u", username, "-w", credential, "127.0.0.1"];
      const output = await new Promise<string>((resolve) => {
        execFile("timeout", ["8", "turnutils_uclient", ...args], (_error, stdout, stderr) => resolve(stdout + stderr));
      });
      return log.slice(start) + output;
    }

    it("accepts every line of the file", () => {
      expect(log).not.to.match(/bad configuration|unknown argument|unrecognized option|CONFIG ERROR/i);
    });

    it("relays nothing to the server's own network, and admits nobody after the time or without the secret", async () => {
      const admitted = await relay("127.0.0.1", 60_000);
      expect(admitted, "who has the time and the secret").to.match(/ALLOCATE processed, success/);
      expect(admitted, "the peer").to.match(/CREATE_PERMISSION processed, error 403|CHANNEL_BIND processed, error 403/);
      for (const refused of [await relay("127.0.0.1", -60_000), await relay("127.0.0.1", 60_000, "another")]) {
        expect(refused)
          .to.match(/error 401: Unauthorized/)
          .and.not.match(/ALLOCATE processed, success/);
      }
    });

    it("admits with each of two secrets, so that one can replace the other", async () => {
      for (const secret of ["SECRET", "NEXT"]) {
        expect(await relay("127.0.0.1", 60_000, secret), secret).to.match(/ALLOCATE processed, success/);
      }
    });
  });
});
