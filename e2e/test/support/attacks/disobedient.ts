// A page that does not obey, made of the real one. It never closes a connection, it never stops
// sending, it does not listen to `bye` or to a host, and it says that it is there for ever.
import type { Page } from "playwright-core";

export interface DisobedientWindow extends Window {
  channels?: RTCDataChannel[];
}

/** Runs in the page before its scripts, so it may not use anything from outside its body. */
export function disobey(): void {
  const channels: RTCDataChannel[] = ((window as DisobedientWindow).channels = []);
  const unheard = ["bye", "removed", "ended"];
  RTCPeerConnection.prototype.close = () => undefined;
  RTCRtpTransceiver.prototype.stop = () => undefined;
  MediaStreamTrack.prototype.stop = () => undefined;

  const replaceTrack = RTCRtpSender.prototype.replaceTrack;
  RTCRtpSender.prototype.replaceTrack = async function (this: RTCRtpSender, track) {
    if (track !== null) await replaceTrack.call(this, track);
  };

  const createDataChannel = RTCPeerConnection.prototype.createDataChannel;
  RTCPeerConnection.prototype.createDataChannel = function (this: RTCPeerConnection, label, options) {
    const channel = createDataChannel.call(this, label, options);
    channels.push(channel);
    // Before any listener of the page.
    channel.addEventListener("close", (event) => event.stopImmediatePropagation());
    channel.addEventListener("message", (event: MessageEvent<unknown>) => {
      if (typeof event.data !== "string") return;
      const { type } = JSON.parse(event.data) as { type: string };
      if (unheard.includes(type)) event.stopImmediatePropagation();
    });
    setInterval(() => {
      if (channel.readyState === "open") send('{"type":"ping","id":0}');
    }, 1_000);
    const send = channel.send.bind(channel) as (data: unknown) => void;
    channel.send = ((data: unknown) => {
      if (typeof data !== "string" || !data.startsWith('{"type":"bye"')) send(data);
    }) as RTCDataChannel["send"];
    return channel;
  };

  // It plays what it receives, even where its own interface has gone.
  const Watched = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Watched {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      this.addEventListener("track", ({ track }) => {
        const video = document.createElement("video");
        video.muted = true;
        video.srcObject = new MediaStream([track]);
        void video.play().catch(() => undefined);
        Object.assign(track, { video });
      });
    }
  };
}

/** Sends the messages over every channel of the page, whether or not its call is over. */
export function sendOverChannels(page: Page, messages: readonly object[]): Promise<void> {
  return page.evaluate((sent) => {
    for (const channel of (window as DisobedientWindow).channels ?? []) {
      if (channel.readyState !== "open") continue;
      for (const message of sent) channel.send(JSON.stringify(message));
    }
  }, messages);
}
