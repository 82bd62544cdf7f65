// The address of a STUN or TURN server: https://www.rfc-editor.org/rfc/rfc7065 and rfc7064.

export interface ServerUrl {
  readonly host: string;
  readonly port: number;
  readonly transport: "udp" | "tcp" | "tls";
}

export function parseServerUrl(url: string): ServerUrl | undefined {
  const pattern = /^(stun|stuns|turn|turns):(\[[\da-f:.]+\]|[\w.-]+)(?::(\d{1,5}))?(?:\?transport=(udp|tcp))?$/i;
  const [, scheme, host, port, transport] = pattern.exec(url) ?? [];
  if (scheme === undefined || host === undefined || Number(port) > 65_535) return undefined;
  const isSecure = scheme.toLowerCase().endsWith("s");
  // Browsers do not speak DTLS with a TURN server.
  if (isSecure && transport?.toLowerCase() === "udp") return undefined;
  return {
    host: host.replace(/^\[|\]$/g, ""),
    port: Number(port ?? (isSecure ? 5349 : 3478)),
    transport: isSecure ? "tls" : transport?.toLowerCase() === "tcp" ? "tcp" : "udp",
  };
}
