// How the sound is to be sent, as a description tells the other side: the parameters of Opus in its `fmtp` line (RFC 7587). With DTX
// nothing is sent in pauses but a packet now and then.

/** Adds what is missing to every Opus of a description, and changes nothing that is there. */
export function addOpusParameters(sdp: string): string {
  const lineEnd = sdp.includes("\r\n") ? "\r\n" : "\n";
  const lines = sdp.split(lineEnd);
  for (const [index, line] of lines.entries()) {
    const payloadType = /^a=rtpmap:(\d+) opus\/48000/i.exec(line)?.[1];
    if (payloadType === undefined) continue;
    const fmtp = findInMediaSection(lines, index, `a=fmtp:${payloadType} `);
    // A description without parameters says nothing against these.
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

/** Payload types are numbered anew in each section. */
function findInMediaSection(lines: readonly string[], from: number, start: string): number | null {
  const sectionStart = lines.slice(0, from).findLastIndex((line) => line.startsWith("m="));
  for (let index = sectionStart + 1; index < lines.length && !lines[index]?.startsWith("m="); index++)
    if (lines[index]?.startsWith(start)) return index;
  return null;
}
