// Runs in a page, before its scripts.

/** A microphone into which somebody speaks all the time. */
export function speakAllTheTime(): void {
  const { mediaDevices } = navigator;
  const getUserMedia = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = async (constraints) => {
    const stream = await getUserMedia(constraints);
    const [track] = stream.getAudioTracks();
    if (track === undefined) return stream;
    const context = new AudioContext();
    const destination = context.createMediaStreamDestination();
    const oscillator = new OscillatorNode(context, { frequency: 300 });
    oscillator.connect(destination);
    oscillator.start();
    // Before a press the browser holds audio back.
    window.addEventListener("pointerdown", () => void context.resume());
    stream.removeTrack(track);
    stream.addTrack(destination.stream.getAudioTracks()[0]!);
    return stream;
  };
}
