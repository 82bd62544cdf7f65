// A picture and a tone that the page makes itself: for a call with itself where there is no camera.
// The tone is always taken, because a quiet room proves nothing.

export interface DrawnTrack {
  readonly track: MediaStreamTrack;
  stop(): void;
}

const frameMs = 50;

/** A square that turns. Null where the browser does not capture a canvas. */
export function drawPicture(): DrawnTrack | null {
  const canvas = Object.assign(document.createElement("canvas"), { width: 640, height: 360 });
  const context = canvas.getContext("2d");
  if (context === null || typeof canvas.captureStream !== "function") return null;
  let turns = 0;
  const draw = () => {
    turns += 1;
    context.resetTransform();
    context.fillStyle = "black";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.translate(canvas.width / 2, canvas.height / 2);
    context.rotate(turns / 10);
    context.fillStyle = "orange";
    context.fillRect(-90, -90, 180, 180);
  };
  draw();
  const timer = setInterval(draw, frameMs);
  const [track] = canvas.captureStream(20).getVideoTracks();
  const stop = () => {
    clearInterval(timer);
    track?.stop();
  };
  return track === undefined ? (stop(), null) : { track, stop };
}

/** The context has to be made in a press. Nothing of the tone is heard. */
export function makeTone(context: AudioContext): DrawnTrack | null {
  const destination = context.createMediaStreamDestination();
  const oscillator = new OscillatorNode(context, { frequency: 440 });
  oscillator.connect(destination);
  oscillator.start();
  const [track] = destination.stream.getAudioTracks();
  return track === undefined
    ? null
    : {
        track,
        stop() {
          oscillator.stop();
          track.stop();
        },
      };
}
