// The available devices. The list is empty before a permission was granted: until then browsers
// name no device.

export interface DeviceList {
  readonly cameras: readonly MediaDeviceInfo[];
  readonly microphones: readonly MediaDeviceInfo[];
  readonly speakers: readonly MediaDeviceInfo[];
}

export const noDevices: DeviceList = { cameras: [], microphones: [], speakers: [] };

export async function listDevices(): Promise<DeviceList> {
  const found = (await navigator.mediaDevices.enumerateDevices()).filter(({ deviceId }) => deviceId !== "");
  const ofKind = (kind: MediaDeviceKind) => found.filter((device) => device.kind === kind);
  return { cameras: ofKind("videoinput"), microphones: ofKind("audioinput"), speakers: ofKind("audiooutput") };
}
