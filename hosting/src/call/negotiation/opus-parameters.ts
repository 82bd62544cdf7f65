// Tells the remote side how to send audio: the parameters of Opus in the `fmtp` line of a
// description (RFC 7587). With DTX, a pause costs a packet now and then.

/**
 * Adds the missing parameters to every Opus of a description. Changes no parameter that is there.
 */
export function addOpusParameters(sdp: string): string {
  const lineEnd = sdp.includes("\r\n") ? "\r\n" : "\n";
  const lines = sdp.split(lineEnd);
  for (const [index, line] of lines.entries()) {
    const payloadType = /^a=rtpmap:(\d+) opus\/48000/i.exec(line)?.[1];
    if (payloadType === undefined) continue;
    const fmtp = findInMediaSection(lines, index, `a=fmtp:${payloadType} `);
    // A description without parameters does not forbid these.
    if (fmtp === null) lines[index] = `${line}${lineEnd}a=fmtp:${payloadType} ${wanted.join(";")}`;
    else lines[fmtp] = addParameters(lines[fmtp] ?? "");
  }
  return lines.join(lineEnd);
}

const wanted = ["useinbandfec=1", "usedtx=1"] as const;

function addParameters(line: string): string {
  const has = (name: string) => new RegExp(`[ ;]${name}=`).test(line);
  const missing = wanted.filter((parameter) => !has(parameter.slice(0, parameter.indexOf("="))));
  return [line, ...missing].join(";");
}

/** Each media section numbers its payload types by itself. */
function findInMediaSection(lines: readonly string[], from: number, start: string): number | null {
  const sectionStart = lines.slice(0, from).findLastIndex((line) => line.startsWith("m="));
  for (let index = sectionStart + 1; index < lines.length && !lines[index]?.startsWith("m="); index++)
    if (lines[index]?.startsWith(start)) return index;
  return null;
}
