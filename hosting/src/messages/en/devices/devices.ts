// The choice of camera, microphone and speaker, in the lobby and in the call.

export const devices = {
  heading: "Devices",
  camera: "Camera",
  microphone: "Microphone",
  speaker: "Speaker",
  unnamedSpeaker: (number: number) => `Speaker ${number}`,
  speakerGone: "Your usual speaker is not connected. You hear the others through the system's speaker.",
  testSpeaker: "Play a test sound",
  unnamedCamera: (number: number) => `Camera ${number}`,
  unnamedMicrophone: (number: number) => `Microphone ${number}`,
  none: "None found",
  more: "More choices",
  sound: "Sound",
  echoCancellation: "Remove echo",
  noiseSuppression: "Remove noise",
  autoGainControl: "Even out the volume",
  hideAddress: "Hide my IP address",
  hideAddressHint:
    "The call goes through the server's relay, a little slower. People already in the room may have seen your address. From your next visit on, nobody will.",
  close: "Close",
};
