// Whether this device draws emoji in colour. Without such a font they are empty boxes, or look
// alike. A browser that hides what a canvas holds counts as having one.

const sizePx = 16;

let known: boolean | undefined;

/** Finding it out takes tens of milliseconds, so that happens once. */
export function hasEmojiFont(): boolean {
  return (known ??= drawsInColour());
}

function drawsInColour(): boolean {
  const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  if (context === null) return true;
  context.font = `${sizePx}px sans-serif`;
  context.textBaseline = "top";
  context.fillText("🐶", 0, 0);
  const { data } = context.getImageData(0, 0, 2 * sizePx, 2 * sizePx);
  for (let at = 0; at < data.length; at += 4) if (data[at] !== data[at + 1] || data[at] !== data[at + 2]) return true;
  return false;
}
