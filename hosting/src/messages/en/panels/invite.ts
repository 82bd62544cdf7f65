import type { InviteMessages } from "../../types/panels/invite.ts";

export const invite: InviteMessages = {
  heading: "Invite people",
  close: "Close",
  open: "Invite…",
  copy: "Copy link",
  copied: "Copied",
  share: "Share…",
  mail: "Write a mail",
  copyMessage: "Copy as a message",
  subject: "Join my meeting",
  message: (link) => `Join my meeting: ${link}`,
  code: "QR code of the link to this meeting",
  codeHint: "Point a phone's camera at it.",
  lives: (until) => `The link works until ${until}, and for longer if somebody is inside.`,
  livesUnknown: "The link works while somebody is inside, and for a while after.",
  moving: {
    open: "Continue on another device",
    heading: "Continue on another device",
    how: "Point the other device's camera at this code and open the link. The call goes on there under your name, and ends here.",
    host: "You stay the host.",
    warning:
      "Show the code to nobody, and not on a shared screen either: whoever opens it first takes your place. It works once, for two minutes.",
    code: "QR code that moves the call to another device",
    loading: "Making a code…",
    over: "This code has ended.",
    failed: "There is no code: the server did not give one. Check the network and try again.",
    again: "Show a new code",
  },
  calendar: {
    heading: "Put it into a calendar",
    when: "Begins",
    missing: "Choose a date and a time.",
    past: "This time has passed. Choose a later one.",
    howLong: "Takes",
    minutes: (count) =>
      count < 60
        ? `${count} minutes`
        : count === 60
          ? "1 hour"
          : count % 60 === 0
            ? `${count / 60} hours`
            : `${Math.floor(count / 60)} h ${count % 60} min`,
    title: "Meeting",
    text: (link) => `Open the link to join: ${link}`,
    tooLate:
      "The link may not work any more by then: the room closes some time after the last person has left it. To be sure, start a new meeting shortly before and send its link.",
    save: "Save a calendar file",
    saved: "Saved to your downloads. Open it to add the meeting to your calendar.",
  },
};
