// A real coturn on loopback that speaks TCP only with its clients, some distance away.
import { spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:net";
import { findFreePort } from "../../../scripts/system/ports.ts";
import { startDelayProxy } from "../delay-proxy.ts";

/** The browser sends no UDP, as behind the firewall of a company. */
export const blockUdp = "--force-webrtc-ip-handling-policy=disable_non_proxied_udp";

export interface Relay {
  readonly url: string;
  readonly secret: string;
  createServer(): RTCIceServer;
  close(): Promise<void>;
}

const secret = "benchmark";

async function waitForPort(port: number): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const socket = connect(port, "127.0.0.1");
    const isOpen = await Promise.race([
      once(socket, "connect").then(() => true),
      once(socket, "error").then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("coturn does not listen.");
}

export async function startRelay(roundTripMs: number): Promise<Relay> {
  const port = await findFreePort();
  const options = ["-n", "--no-cli", "--no-tls", "--no-dtls", "--no-udp", "--fingerprint", "--allow-loopback-peers"];
  const addresses = ["--listening-ip=127.0.0.1", "--relay-ip=127.0.0.1", `--listening-port=${port}`];
  const credentials = ["--use-auth-secret", `--static-auth-secret=${secret}`, "--realm=benchmark"];
  const server = spawn("turnserver", [...options, ...addresses, ...credentials], { stdio: "ignore" });
  const ended = once(server, "exit");
  await Promise.race([waitForPort(port), ended.then(() => Promise.reject(new Error("coturn has ended.")))]);
  const proxy = await startDelayProxy(port, roundTripMs / 2);
  const url = `turn:127.0.0.1:${proxy.port}?transport=tcp`;
  return {
    url,
    secret,
    createServer() {
      const username = `${Math.floor(Date.now() / 1_000) + 3_600}:bare`;
      const credential = createHmac("sha1", secret).update(username).digest("base64");
      return { urls: url, username, credential };
    },
    async close() {
      await proxy.close();
      server.kill();
      await ended;
    },
  };
}
