// Each STUN and TURN server, with credentials made as the functions make them. A TURN server behind
// NAT that does not know its public address relays at a private one, which nobody reaches.
import { randomUUID } from "node:crypto";
import { createIceServers } from "../../../../functions/src/ice-servers.ts";
import type { Check } from "../../check.ts";
import { parametersOf } from "../../deployment/parameters.ts";
import type { Doctor } from "../../doctor.ts";
import { ok, plain, told } from "../../finding.ts";
import { allocate, bind, type Credentials } from "../../turn/allocate.ts";
import { parseServerUrl } from "../../turn/server-url.ts";

/** Private, shared, link-local or loopback: https://www.iana.org/assignments/iana-ipv4-special-registry */
const unreachable =
  /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|169\.254\.|127\.|f[cd]|fe[89ab]|(0:){7})/;

/** The fault in words, if there is one. */
async function findFault(url: string, credentials: Credentials, { authorities = [], timeoutMs }: Doctor) {
  const server = parseServerUrl(url);
  if (server === undefined) return "no address of a server";
  const limits = { authorities, timeoutMs };
  try {
    if (/^stun/i.test(url)) {
      await bind(server, limits);
      return undefined;
    }
    const relay = await allocate(server, credentials, limits);
    if (!unreachable.test(relay)) return undefined;
    return `relays at ${relay}, which nobody reaches from outside (external-ip of turnserver.conf)`;
  } catch (error) {
    const { code = "", message } = error as Error & { code?: string };
    return message.includes(code) ? plain(message) : `${plain(message)} (${code})`;
  }
}

export const turnCheck: Check = {
  id: "turn",
  what: "STUN and TURN",
  needs: ["parameters"],
  async run(doctor) {
    const { turnUrls, turnSecret, stunUrls } = await parametersOf(doctor);
    const urls = [...stunUrls, ...turnUrls];
    if (urls.length === 0) return told("none is set, so people behind strict firewalls cannot take part");
    const [server] = createIceServers({ stunUrls: [], turnUrls, turnSecret }, randomUUID(), Date.now());
    const { username = "", credential = "" } = server ?? {};
    const faults: string[] = [];
    for (const url of urls) {
      const fault = await findFault(url, { username, credential }, doctor);
      if (fault !== undefined) faults.push(`${plain(url)}: ${fault}`);
    }
    if (faults.length === 0) return ok(`all answer, and take the credentials: ${urls.join(", ")}`);
    return {
      mark: "failed",
      code: "turn-fails",
      says: faults.join("; "),
      cause: "As seen from this computer, whose own network may also forbid it.",
      cure: 'Look at its log, certificate and firewall: docs/deploy.md, "A TURN server", names the ports.',
    };
  },
};
