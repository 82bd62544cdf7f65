// Removes the lines about codecs that a description does not list. Firefox keeps the `rtcp-fb`
// lines of codecs that setCodecPreferences has removed (seen in 153), and Chromium then refuses the
// whole description ("Failed to parse codecs correctly").

/** Removes lines of payload types that their m-line does not list. Changes nothing else. */
export function dropOrphanedLines(sdp: string): string {
  let listed: ReadonlySet<string> | null = null;
  const isKept = (line: string) => {
    const [, payloadTypes] = /^m=(?:audio|video) \S+ \S+ (.*?)\r?$/.exec(line) ?? [];
    if (line.startsWith("m=")) listed = payloadTypes === undefined ? null : new Set(payloadTypes.split(" "));
    const [, payloadType] = /^a=(?:rtpmap|fmtp|rtcp-fb):(\d+) /.exec(line) ?? [];
    return listed === null || payloadType === undefined || listed.has(payloadType);
  };
  return sdp.split("\n").filter(isKept).join("\n");
}
