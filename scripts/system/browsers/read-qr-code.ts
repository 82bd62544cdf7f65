// Reads the QR code that an element of a page shows, from its pixels, as a camera would.
import jsQRModule from "jsqr";
import type { Locator } from "playwright-core";

/** A CommonJS module: its function is inside. */
const jsQR = (jsQRModule as unknown as { default?: typeof jsQRModule }).default ?? jsQRModule;

export async function readQrCode(element: Locator): Promise<string | null> {
  const png = (await element.screenshot()).toString("base64");
  const { width, height, data } = await element.page().evaluate(async (source) => {
    const image = new Image();
    image.src = `data:image/png;base64,${source}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext("2d")!;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    return { width: image.width, height: image.height, data: [...data] };
  }, png);
  return jsQR(Uint8ClampedArray.from(data), width, height)?.data ?? null;
}
