// The doctor at STUN and TURN servers: its messages against the samples of RFC 5769, and its
// requests against an imitation of coturn.
import { createHmac } from "node:crypto";
import { expect } from "chai";
import { before as beforeDeployment } from "../../doctor/checks/table.ts";
import { attributes, decode, encode, longTermKey, readXorAddress } from "../../doctor/turn/message.ts";
import { parseServerUrl } from "../../doctor/turn/server-url.ts";
import { findFreePort } from "../../system/ports.ts";
import { createCertificate } from "./certificate.ts";
import { project } from "./google-answers.ts";
import { imitateGoogle, type Google } from "./google-imitation.ts";
import { startTurnServer, type TurnServer } from "./turn-imitation.ts";
import { findingOf, visit } from "./visit.ts";

const secret = "of this coturn";
const certificate = createCertificate();
const fromHex = (...lines: readonly string[]) => Buffer.from(lines.join("").replaceAll(" ", ""), "hex");

describe("STUN messages", () => {
  // https://www.rfc-editor.org/rfc/rfc5769#section-2.4
  it("are signed by long-term credentials as in the sample of RFC 5769", () => {
    const [username, realm, password] = ["\u30de\u30c8\u30ea\u30c3\u30af\u30b9", "example.org", "TheMatrIX"];
    const id = fromHex("78ad3433c6ad72c029da412e");
    const values = [
      [attributes.username, Buffer.from(username)],
      [attributes.nonce, Buffer.from("f//499k954d6OL34oL9FSTvy64sA")],
      [attributes.realm, Buffer.from(realm)],
    ] as const;
    const signed = encode(0x0001, values, { id, key: longTermKey(username, realm, password) });
    expect(signed.toString("hex")).to.equal(
      fromHex(
        "000100602112a44278ad3433c6ad72c029da412e",
        "00060012e3839ee38388e383aae38383e382afe382b90000",
        "0015001c662f2f3439396b39353464364f4c33346f4c394653547679363473410014000b6578616d706c652e6f726700",
        "00080014f67024656dd64a3e02b8e0712e85c9a28ca89666",
      ).toString("hex"),
    );
  });

  // https://www.rfc-editor.org/rfc/rfc5769#section-2.2 and 2.3
  it("tell the addresses of the samples of RFC 5769", () => {
    const header = "0101 {length} 2112a442 b7e7a701bc34d686fa87dfae";
    const v4 = decode(fromHex(header.replace("{length}", "000c"), "002000080001a147e112a643"));
    const v6 = decode(fromHex(header.replace("{length}", "0018"), "002000140002a1470113a9faa5d3f179bc25f4b5bed2b9d9"));
    expect(readXorAddress(v4!, attributes.xorMappedAddress)).to.equal("192.0.2.1");
    expect(readXorAddress(v6!, attributes.xorMappedAddress)).to.equal("2001:db8:1234:5678:11:2233:4455:6677");
  });

  it("are not found in anything else", () => {
    for (const bytes of [Buffer.alloc(0), Buffer.alloc(20), Buffer.from("HTTP/1.1 400 Bad Request\r\n\r\n")]) {
      expect(decode(bytes)).to.equal(undefined);
    }
    expect(decode(encode(1, []).subarray(0, 19))).to.equal(undefined);
  });

  it("go where a URL says", () => {
    expect(parseServerUrl("turn:turn.example")).to.deep.equal({ host: "turn.example", port: 3478, transport: "udp" });
    expect(parseServerUrl("turns:turn.example")).to.deep.equal({ host: "turn.example", port: 5349, transport: "tls" });
    const overTcp = { host: "2001:db8::1", port: 80, transport: "tcp" };
    expect(parseServerUrl("turn:[2001:db8::1]:80?transport=tcp")).to.deep.equal(overTcp);
    for (const wrong of ["turn.example", "turn://turn.example", "turn:a:99999", "turns:a?transport=udp", "turn:a b"]) {
      expect(parseServerUrl(wrong), wrong).to.equal(undefined);
    }
  });
});

describe("the doctor at a TURN server", function () {
  this.timeout(120_000);
  let google: Google;
  let server: TurnServer;

  before(async () => {
    google = await imitateGoogle({ rules: "", functionsAt: "" });
    server = await startTurnServer({ secret }, certificate);
  });
  after(async () => {
    server.close();
    await google.close();
  });

  const look = async (urls: readonly string[], { trusts = true, timeoutMs = 20_000, secretOf = secret } = {}) => {
    const parameters = [
      ["TURN_URLS", urls.filter((url) => url.startsWith("turn")).join(",")],
      ["STUN_URLS", urls.filter((url) => url.startsWith("stun")).join(",")],
      ["TURN_SECRET", urls.some((url) => url.startsWith("turn")) ? secretOf : ""],
    ];
    const env = parameters.map(([name, value]) => `${name}="${value}"\n`).join("");
    const found = await visit(google, {
      parts: [beforeDeployment],
      files: { [`functions/.env.${project}`]: env },
      options: { timeoutMs, authorities: trusts ? [certificate.cert] : [] },
    });
    return findingOf(found, "turn");
  };

  it("gets a relay over UDP, TCP and TLS, and gives it back", async () => {
    const { udp, tcp, tls } = server.ports;
    const urls = [
      `turn:127.0.0.1:${udp}`,
      `turn:127.0.0.1:${tcp}?transport=tcp`,
      `turns:127.0.0.1:${tls}?transport=tcp`,
    ];
    const finding = await look([`stun:127.0.0.1:${udp}`, ...urls]);
    expect(finding).to.have.property("mark", "ok");
    expect(server.counts).to.deep.equal({ allocated: 3, released: 3 });
  });

  it("asks again over UDP when a packet is lost", async () => {
    const lossy = await startTurnServer({ secret, silences: 1 }, certificate);
    try {
      expect(await look([`turn:127.0.0.1:${lossy.ports.udp}`])).to.have.property("mark", "ok");
      expect(lossy.received.length).to.be.above(3);
    } finally {
      lossy.close();
    }
  });

  it("only tells that there is none", async () => {
    expect(await look([])).to.have.property("mark", "told");
  });

  it("says why one fails", async () => {
    const { udp, tls } = server.ports;
    const silent = await startTurnServer({ secret, silences: Infinity }, certificate);
    const inside = await startTurnServer({ secret, relay: "10.0.0.4" }, certificate);
    try {
      const faults = [
        [await look([`turn:127.0.0.1:${udp}`], { secretOf: "of another" }), "it refuses the credentials (401)"],
        [await look([`turn:127.0.0.1:${inside.ports.udp}`]), "relays at 10.0.0.4, which nobody reaches"],
        [await look([`turns:127.0.0.1:${tls}`], { trusts: false }), "self-signed certificate"],
        [await look([`turn:127.0.0.1:${await findFreePort()}?transport=tcp`]), "ECONNREFUSED"],
        [await look([`turn:127.0.0.1:${silent.ports.udp}`], { timeoutMs: 1_200 }), "no answer within 1.2 s"],
        [await look(["turn:"]), "no address of a server"],
      ] as const;
      for (const [finding, reason] of faults) {
        expect(finding).to.include({ mark: "failed", code: "turn-fails" });
        expect(finding).to.have.property("says").that.includes(reason);
      }
    } finally {
      silent.close();
      inside.close();
    }
  });

  it("sends neither the secret nor the password", async () => {
    await look([`turn:127.0.0.1:${server.ports.udp}`]);
    const [username = ""] = [...server.usernames].slice(-1);
    expect(username).to.match(/^\d+:[\da-f-]{36}$/);
    const password = createHmac("sha1", secret).update(username).digest("base64");
    const sent = Buffer.concat(server.received).toString("latin1");
    expect(sent).to.include(username).and.not.include(secret).and.not.include(password);
  });
});
