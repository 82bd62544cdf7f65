// The examples of the page about embedding, as whole pages to copy. A test opens each of them on
// another site.
import { embedPermissions, embedVersion } from "@meetogram/contract";
import { exampleOrigin, samples } from "@meetogram/openapi";

/** Of nobody's room. */
export const exampleKey = "AAECAwQFBgcICQoLDA0ODw";

export const elementExample = `<meetogram-room link="${exampleOrigin}/r/${samples.uuid}#${exampleKey}" name="Anna"></meetogram-room>
<button id="join">Join</button>
<p id="people"></p>

<script type="module">
  import "@meetogram/client/element";

  const room = document.querySelector("meetogram-room");
  document.querySelector("#join").addEventListener("click", () => room.join());
  room.addEventListener("meetogram-participants", ({ detail }) => {
    document.querySelector("#people").textContent = \`\${detail.count} in the call\`;
  });
  room.addEventListener("meetogram-left", ({ detail }) => console.log(detail.reason));
  room.addEventListener("meetogram-error", ({ detail }) => console.log(detail.code, detail.command));
</script>`;

export const frameExample = `<iframe id="room" allow="${embedPermissions}" title="Meeting"></iframe>
<button id="join">Join</button>
<ul id="events"></ul>

<script type="module">
  const address = "${exampleOrigin}/embed/${samples.uuid}?name=Anna#${exampleKey}";
  const { origin } = new URL(address);
  const frame = document.querySelector("#room");
  let port = null;

  window.addEventListener("message", ({ source, origin: from, data }) => {
    if (source !== frame.contentWindow || from !== origin || data?.type !== "meetogram-hello") return;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data: event }) => {
      document.querySelector("#events").append(JSON.stringify(event), document.createElement("br"));
    };
    frame.contentWindow.postMessage({ type: "meetogram-connect", version: ${embedVersion} }, origin, [port2]);
    port = port1;
  });
  document.querySelector("#join").addEventListener("click", () => port?.postMessage({ type: "join" }));
  frame.src = address;
</script>`;
