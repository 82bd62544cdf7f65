// Gives a stream to the element that plays it. WebKit keeps playing nothing of a stream that had no
// picture when it was given, whatever is added to it later. So it is given again once it has one.

type Player = Pick<HTMLMediaElement, "srcObject">;

/** Of the streams that were given without a picture. */
const withoutPicture = new WeakMap<Player, MediaStream>();

/** Call it again when tracks may have changed. True when the element has begun to load. */
export function giveStream(element: Player, stream: MediaStream): boolean {
  const hasPicture = stream.getVideoTracks().length > 0;
  const isGiven = element.srcObject === stream;
  if (isGiven && !(hasPicture && withoutPicture.get(element) === stream)) return false;
  if (hasPicture) withoutPicture.delete(element);
  else withoutPicture.set(element, stream);
  element.srcObject = stream;
  return true;
}
