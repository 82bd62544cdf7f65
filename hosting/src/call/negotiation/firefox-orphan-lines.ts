// Which lines of a description speak of codecs that are not in it. Firefox writes them: of the codecs that setCodecPreferences has left
// out it keeps the `rtcp-fb` lines (seen in 153), and Chromium refuses the whole description ("Failed to parse codecs correctly").

/** Without the lines of payload types that their section does not list; nothing else is changed. */
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
