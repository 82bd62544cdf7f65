import { limits } from "@meetogram/contract";
import { expect } from "chai";
import { createConnections } from "../../src/call/connections.ts";
import { renewRelays } from "../../src/meeting/renew-relays.ts";
import { createManualClock } from "../platform/manual-clock.ts";

const relay = (username: string): RTCIceServer => ({ urls: "turn:t.example", username, credential: "c" });
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
const halfMs = limits.turnTtlMs / 2;

describe("the credentials of relays", () => {
  function start(iceServers: RTCIceServer[], answers: ("fails" | RTCIceServer[])[]) {
    const clock = createManualClock();
    const controller = new AbortController();
    const handled: RTCIceServer[][] = [];
    let asked = 0;
    renewRelays({
      iceServers,
      async fetchServers() {
        asked += 1;
        const next = answers.shift() ?? iceServers;
        if (next === "fails") throw new Error("No answer");
        return next;
      },
      handleServers: (servers) => void handled.push(servers),
      signal: controller.signal,
      clock,
    });
    const pass = async (ms: number) => {
      clock.advance(ms);
      await settle();
    };
    return { pass, handled, stop: () => controller.abort(), asked: () => asked };
  }

  it("are renewed after half of their time, again and again", async () => {
    const { pass, handled, asked } = start([relay("1")], [[relay("2")], [relay("3")]]);
    await pass(halfMs - 1);
    expect(asked()).to.equal(0);
    await pass(1);
    await pass(halfMs);
    expect(handled).to.deep.equal([[relay("2")], [relay("3")]]);
  });

  it("are asked for again soon when the server did not answer, while the old ones are valid", async () => {
    const { pass, handled } = start([relay("1")], ["fails", "fails", [relay("2")]]);
    await pass(halfMs);
    await pass(30_000);
    await pass(30_000);
    expect(handled).to.deep.equal([[relay("2")]]);
  });

  it("are not asked for after the call, nor where there is no relay", async () => {
    const call = start([relay("1")], []);
    call.stop();
    await call.pass(10 * halfMs);
    const direct = start([{ urls: "stun:s.example" }], []);
    await direct.pass(10 * halfMs);
    expect([call.asked(), direct.asked()]).to.deep.equal([0, 0]);
  });

  it("reach every open connection and every later one", () => {
    const made: { signalingState: string; configuration: RTCConfiguration }[] = [];
    const connections = createConnections({ iceServers: [relay("1")], bundlePolicy: "max-bundle" }, (configuration) => {
      const connection = {
        signalingState: "stable",
        configuration,
        setConfiguration: (next: RTCConfiguration) => void (connection.configuration = next),
      };
      made.push(connection);
      return connection as unknown as RTCPeerConnection;
    });
    connections.create();
    connections.create();
    made[1]!.signalingState = "closed";
    connections.setIceServers([relay("2")]);
    connections.create();
    expect(made.map(({ configuration }) => configuration.iceServers)).to.deep.equal([
      [relay("2")],
      [relay("1")],
      [relay("2")],
    ]);
    expect(made[0]!.configuration.bundlePolicy).to.equal("max-bundle");
  });
});
