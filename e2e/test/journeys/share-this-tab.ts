// Runs in the page before its scripts. Nobody can choose a screen here. A headless Chromium can
// capture the page itself.
export function shareThisTab(): void {
  const devices = navigator.mediaDevices;
  const capture = devices.getDisplayMedia.bind(devices);
  devices.getDisplayMedia = () => capture({ video: true, preferCurrentTab: true } as DisplayMediaStreamOptions);
}
