// Pictures of people who are nowhere: a face on a coloured ground, drawn here.

const colours = ["#b4654a", "#5b7a99", "#7a8b5a", "#8a6aa0", "#b58a3c", "#4f8f86", "#a05a72", "#6a6f8f"];
/** A stream gives a frame only when something is drawn, and a late viewer needs one too. */
const redrawMs = 120;

const streams = new Map<string, { stream: MediaStream; canvas: HTMLCanvasElement }>();
let isStill = false;

/** From now on every frame is the same. */
export function keepPicturesStill(): void {
  isStill = true;
}

function draw(canvas: HTMLCanvasElement, name: string): void {
  const context = canvas.getContext("2d")!;
  const { width, height } = canvas;
  const index = [...name].reduce((sum, letter) => sum + letter.codePointAt(0)!, 0) % colours.length;
  context.fillStyle = colours[index]!;
  context.fillRect(0, 0, width, height);
  context.strokeStyle = "#fff8";
  context.lineWidth = 4;
  context.strokeRect(2, 2, width - 4, height - 4);
  const face = Math.min(width, height) * 0.28;
  context.fillStyle = "#f0c8a0";
  context.beginPath();
  context.ellipse(width / 2, height * 0.42, face * 0.75, face, 0, 0, 7);
  context.fill();
  context.fillStyle = "#222";
  context.fillRect(width / 2 - face * 0.35, height * 0.36, face * 0.12, face * 0.12);
  context.fillRect(width / 2 + face * 0.25, height * 0.36, face * 0.12, face * 0.12);
  context.fillRect(width / 2 - face * 0.3, height * 0.52, face * 0.6, face * 0.08);
  if (isStill) return;
  context.fillStyle = `hsl(${(performance.now() / 20) % 360} 60% 60%)`;
  context.fillRect(8, 8, 10, 10);
}

/** `key`: the same picture for the same key, with a colour of its own. */
export function streamOf(key: string, size: { width: number; height: number }, hasAudio = false): MediaStream {
  let known = streams.get(key);
  if (known === undefined) {
    const canvas = document.createElement("canvas");
    Object.assign(canvas, size);
    draw(canvas, key);
    known = { canvas, stream: canvas.captureStream(8) };
    streams.set(key, known);
    setInterval(() => draw(canvas, key), redrawMs);
  }
  if (hasAudio && known.stream.getAudioTracks().length === 0) known.stream.addTrack(createTone());
  const { canvas, stream } = known;
  if (canvas.width !== size.width || canvas.height !== size.height) Object.assign(canvas, size);
  return stream;
}

function createTone(): MediaStreamTrack {
  const context = new AudioContext();
  const destination = context.createMediaStreamDestination();
  const oscillator = new OscillatorNode(context, { frequency: 440 });
  oscillator.connect(destination);
  oscillator.start();
  return destination.stream.getAudioTracks()[0]!;
}
