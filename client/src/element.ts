// <meetogram-room link="…">: a room of meetogram inside a page. Importing this module defines the
// element. It wraps the frame and its messages, which the documentation describes.
import type { EmbedCommand, EmbedErrorCode, EmbedEvent } from "@meetogram/contract";

export type { EmbedErrorCode, EmbedEvent };

type Details = { readonly [E in EmbedEvent as E["type"]]: Omit<E, "type"> };
/** The element's events, by name. Each has what happened in `detail`. */
export type MeetogramRoomEvents = { [T in keyof Details as `meetogram-${T}`]: CustomEvent<Details[T]> };

const version = 1;
const permissions = "camera; microphone; display-capture; autoplay; fullscreen; picture-in-picture; clipboard-write";
const parameters = ["name", "lang", "theme", "ui", "chat"] as const;

/** The address of the frame. Null for what is not a link to a room. */
export function toFrameAddress(link: string, read: (parameter: string) => string | null): string | null {
  if (!URL.canParse(link)) return null;
  const url = new URL(link);
  const [, uuid] = /^\/r\/([0-9a-f-]{36})\/?$/i.exec(url.pathname) ?? [];
  if (uuid === undefined || !url.protocol.startsWith("http")) return null;
  url.pathname = `/embed/${uuid}`;
  url.search = "";
  for (const parameter of parameters) {
    const value = read(parameter);
    if (value !== null) url.searchParams.set(parameter, value);
  }
  return url.href;
}

// Node has no elements, and may still import this module.
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

export class MeetogramRoom extends Base {
  static readonly observedAttributes = ["link", ...parameters];

  #frame: HTMLIFrameElement | null = null;
  #port: MessagePort | null = null;
  #waiting: EmbedCommand[] = [];
  #isStale = false;
  readonly #handleHello = (event: MessageEvent): void => this.#connect(event);

  /** The link that people send each other. */
  get link(): string {
    return this.getAttribute("link") ?? "";
  }
  set link(link: string) {
    this.setAttribute("link", link);
  }

  get name(): string {
    return this.getAttribute("name") ?? "";
  }
  set name(name: string) {
    this.setAttribute("name", name);
  }

  connectedCallback(): void {
    window.addEventListener("message", this.#handleHello);
    this.#load();
  }

  disconnectedCallback(): void {
    window.removeEventListener("message", this.#handleHello);
    this.#frame?.remove();
    this.#frame = null;
    this.#port?.close();
    this.#port = null;
  }

  /** Another room, or another way to show it, is another visit. Changes in a row make one. */
  attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
    if (this.#isStale || before === after || !this.isConnected) return;
    this.#isStale = true;
    queueMicrotask(() => {
      this.#isStale = false;
      if (this.isConnected) this.#load();
    });
  }

  /** Enters. Microphone and camera stay off unless the person has pressed inside the frame. */
  join(): void {
    this.#send({ type: "join" });
  }
  leave(): void {
    this.#send({ type: "leave" });
  }
  mute(): void {
    this.#send({ type: "mute" });
  }
  unmute(): void {
    this.#send({ type: "unmute" });
  }
  setCamera(isOn: boolean): void {
    this.#send({ type: "camera", isOn });
  }
  share(isOn = true): void {
    this.#send({ type: "share", isOn });
  }
  sendChat(text: string): void {
    this.#send({ type: "chat", text });
  }

  #load(): void {
    const address = toFrameAddress(this.link, (parameter) => this.getAttribute(parameter));
    this.#port?.close();
    this.#port = null;
    this.#waiting = [];
    this.#frame?.remove();
    this.#frame = null;
    if (address === null) return;
    const frame = document.createElement("iframe");
    frame.allow = permissions;
    frame.title = this.title || "meetogram";
    frame.style.cssText = "display: block; width: 100%; height: 100%; border: 0";
    frame.src = address;
    this.#frame = frame;
    (this.shadowRoot ?? this.#createShadow()).append(frame);
  }

  #createShadow(): ShadowRoot {
    const shadow = this.attachShadow({ mode: "open" });
    const style = new CSSStyleSheet();
    style.replaceSync(":host { display: block; height: 40rem } :host([hidden]) { display: none }");
    shadow.adoptedStyleSheets = [style];
    return shadow;
  }

  #connect({ source, origin, data }: MessageEvent): void {
    const frame = this.#frame?.contentWindow;
    if (!frame || source !== frame || origin !== new URL(this.link).origin) return;
    if ((data as { type?: unknown } | null)?.type !== "meetogram-hello") return;
    this.#port?.close();
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.onmessage = ({ data: { type, ...detail } }: MessageEvent<EmbedEvent>) =>
      this.dispatchEvent(new CustomEvent(`meetogram-${type}`, { detail }));
    frame.postMessage({ type: "meetogram-connect", version }, origin, [port2]);
    for (const command of this.#waiting.splice(0)) port1.postMessage(command);
  }

  #send(command: EmbedCommand): void {
    if (this.#port === null) this.#waiting.push(command);
    else this.#port.postMessage(command);
  }
}

declare global {
  // oxlint-disable-next-line typescript/no-empty-interface, typescript/no-empty-object-type
  interface HTMLElementEventMap extends MeetogramRoomEvents {}
  interface HTMLElementTagNameMap {
    "meetogram-room": MeetogramRoom;
  }
}

if (globalThis.customElements && !customElements.get("meetogram-room")) {
  customElements.define("meetogram-room", MeetogramRoom);
}
