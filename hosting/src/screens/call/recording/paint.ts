// Draws one picture of a recording at its place: the video or initials, and the name.
import { drawnSize, fitOf } from "../stage/picture-fit.ts";
import type { Place } from "../stage/arrange-tiles.ts";
import type { ScenePicture } from "./scene.ts";

const colours = {
  night: "#16130f",
  raised: "#29241e",
  accent: "#ffae1a",
  ink: "#2b1a00",
  foot: "rgb(22 19 15 / 0.72)",
};
/** Those of ui/person-hues.css. */
export const plates = ["#fdbe45", "#f69370", "#9fd780", "#77e0d3", "#71c1f7", "#b39ef2", "#f59ac5", "#f2eab4"] as const;
const font = "system-ui, sans-serif";
const radius = 18;

export function paintNight(context: CanvasRenderingContext2D): void {
  context.fillStyle = colours.night;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
}

/** `video` is null, or has no frame yet, for somebody who is shown by initials. */
export function paintPicture(
  context: CanvasRenderingContext2D,
  picture: ScenePicture,
  place: Place,
  video: HTMLVideoElement | null,
): void {
  const { x, y, width, height } = place;
  context.save();
  context.beginPath();
  context.roundRect(x, y, width, height, radius);
  context.clip();
  context.fillStyle = colours.raised;
  context.fillRect(x, y, width, height);
  if (video !== null && video.videoWidth > 0) paintVideo(context, place, video, picture.isScreen);
  else paintPlate(context, place, picture);
  paintName(context, place, picture.label);
  if (picture.isSpeaking) {
    context.strokeStyle = colours.accent;
    context.lineWidth = 8;
    context.beginPath();
    context.roundRect(x, y, width, height, radius);
    context.stroke();
  }
  context.restore();
}

function paintVideo(context: CanvasRenderingContext2D, place: Place, video: HTMLVideoElement, isScreen: boolean): void {
  const ratio = video.videoWidth / video.videoHeight;
  const { width, height } = drawnSize(ratio, place, isScreen ? "contain" : fitOf(ratio, place));
  const x = place.x + (place.width - width) / 2;
  const y = place.y + (place.height - height) / 2;
  context.drawImage(video, x, y, width, height);
}

function paintPlate(context: CanvasRenderingContext2D, place: Place, { hue, initials }: ScenePicture): void {
  const side = Math.min(144, Math.min(place.width, place.height) * 0.42);
  const [x, y] = [place.x + place.width / 2, place.y + place.height / 2];
  context.fillStyle = plates[hue] ?? plates[0];
  context.beginPath();
  context.roundRect(x - side / 2, y - side / 2, side, side, side * 0.3);
  context.fill();
  context.fillStyle = colours.ink;
  context.font = `800 ${side * 0.4}px ${font}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(initials, x, y, side);
}

function paintName(context: CanvasRenderingContext2D, place: Place, label: string): void {
  const [margin, padding, height] = [12, 11, 30];
  context.font = `600 18px ${font}`;
  const text = shorten(context, label, place.width - 2 * (margin + padding));
  if (text === "") return;
  const top = place.y + place.height - margin - height;
  context.fillStyle = colours.foot;
  context.beginPath();
  context.roundRect(place.x + margin, top, context.measureText(text).width + 2 * padding, height, 10);
  context.fill();
  context.fillStyle = "#fff";
  context.textAlign = "left";
  context.textBaseline = "middle";
  context.fillText(text, place.x + margin + padding, top + height / 2);
}

/** So that it is at most this wide. */
function shorten(context: CanvasRenderingContext2D, text: string, width: number): string {
  if (context.measureText(text).width <= width) return text;
  const characters = [...text];
  while (characters.length > 0 && context.measureText(`${characters.join("")}…`).width > width) characters.pop();
  return characters.length === 0 ? "" : `${characters.join("")}…`;
}
