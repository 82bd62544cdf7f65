// The pages at which a visit ends, or cannot begin.

export const deadEnds = {
  startOver: "New meeting",
  check: "Check this device",
  expired: {
    status: "Expired",
    title: "This meeting is over",
    text: "Its link no longer works. A room closes when a host ends it, or some time after everybody has left. Start a new meeting with one click.",
  },
  ended: {
    status: "Ended",
    title: "The host has ended this meeting",
    text: "The room is erased, and its link no longer works. Start a new meeting with one click.",
  },
  erased: {
    status: "Ended",
    title: "This meeting is over",
    text: "You ended it and erased the room. The link no longer works.",
  },
  refused: {
    status: "Not admitted",
    title: "The host did not let you in",
    text: "You can ask again in a minute; after a second refusal it takes longer. Writing to the host is faster.",
    action: "Ask again",
  },
  "move-used": {
    status: "Code ended",
    title: "This code does not work any more",
    text: "It works once, for two minutes. Show a new one on the other device, or join from here as another participant.",
    action: "Join from here",
  },
  "not-found": {
    status: "Not found",
    title: "There is nothing at this address",
    text: "Perhaps only a part of the link was copied. Ask for it again, or start a new meeting.",
  },
  full: {
    status: "Full",
    title: "Every seat is taken",
    text: "Wait until somebody leaves and try again.",
    action: "Try again",
  },
  "already-connected": {
    status: "Already connected",
    title: "You are already in this call",
    text: "It is open in another tab or window, perhaps one that has crashed. Go back to it, or move the call here.",
    action: "Move the call here",
  },
  moved: {
    status: "Moved",
    title: "The call has moved to another tab or device",
    text: "You can close this page, or bring the call back.",
    action: "Bring the call back",
  },
  "incomplete-link": {
    status: "Incomplete link",
    title: "This link is incomplete",
    text: "A part of it was lost or changed on the way. Ask for the whole link and open it again.",
  },
  locked: {
    status: "Locked",
    title: "The room is locked",
    text: "The host is not letting anybody else in. Ask the host to unlock it, then try again.",
    action: "Try again",
  },
  removed: {
    status: "Removed",
    title: "You have been removed",
    text: "The host has removed you from this meeting.",
  },
  lost: {
    status: "Lost",
    title: "The connection to the room was lost",
    text: "The server no longer knows your place and does not say why. Perhaps the meeting was ended, or the server lost its data.",
    action: "Rejoin",
  },
  left: {
    status: "See you",
    title: "You have left the meeting",
    text: "The room is kept for a while: you can come back.",
    action: "Rejoin",
  },
  unsupported: {
    status: "Unsupported",
    title: "This browser cannot make calls",
    text: "It has no WebRTC or no encryption. Copy the link and open it in a current Chrome, Firefox, Safari or Edge.",
  },
  insecure: {
    status: "Without https",
    title: "This page was opened without https",
    text: "Without it, browsers give no camera, no microphone and no encryption, so there can be no call. Open the same address with https.",
    action: "Open with https",
  },
};
