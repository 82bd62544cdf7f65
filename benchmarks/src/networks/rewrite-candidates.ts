// Leads the packets of a page's peer connections through our sockets: every address of another page
// is replaced by the one that stands for it.

interface LineWindow extends Window {
  tellAddress(address: string, port: number): Promise<void>;
  translateAddress(address: string, port: number): Promise<number>;
}

/** Runs in the page before its scripts. `isIPv4Blocked`: what has such an address is left out. */
export function rewriteCandidates(isIPv4Blocked: boolean): void {
  const page = window as unknown as LineWindow;
  const Native = window.RTCPeerConnection;
  // foundation component protocol priority address port "typ" type
  const pattern = /(candidate:\S+ \d+ udp \d+ )(\S+) (\d+)( typ host)/gi;
  const candidateLine = /^a=candidate:\S+ \d+ \S+ \d+ (\S+) .*\r\n/gim;
  const isBlocked = (address: string | null | undefined) => isIPv4Blocked && address?.includes(":") === false;

  async function translate(text: string): Promise<string> {
    let translated = text;
    for (const [whole, before = "", address = "", port = "", after = ""] of text.matchAll(pattern)) {
      const standing = await page.translateAddress(address, Number(port));
      translated = translated.replace(whole, `${before}${address} ${standing}${after}`);
    }
    return translated;
  }

  window.RTCPeerConnection = class extends Native {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      this.addEventListener("icecandidate", ({ candidate }) => {
        if (candidate?.type !== "host" || candidate.protocol !== "udp" || isBlocked(candidate.address)) return;
        if (candidate.address === null || candidate.port === null) return;
        // Chromium puts brackets around IPv6.
        void page.tellAddress(candidate.address.replaceAll(/[[\]]/g, ""), candidate.port);
      });
    }
    override async setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
      const sdp = (description.sdp ?? "").replace(candidateLine, (line, address: string) =>
        isBlocked(address) ? "" : line,
      );
      await super.setRemoteDescription({ type: description.type, sdp: await translate(sdp) });
    }
    override async addIceCandidate(candidate?: RTCIceCandidateInit | null): Promise<void> {
      if (!candidate?.candidate) return super.addIceCandidate(candidate as RTCIceCandidateInit);
      if (isBlocked(new RTCIceCandidate(candidate).address)) return;
      return super.addIceCandidate({ ...candidate, candidate: await translate(candidate.candidate) });
    }
  };
}
