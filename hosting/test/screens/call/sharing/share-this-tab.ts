/** Runs in a page. Nobody can choose a screen here; a headless browser can capture the page. */
export function shareThisTab(): void {
  const devices = navigator.mediaDevices;
  const capture = devices.getDisplayMedia.bind(devices);
  devices.getDisplayMedia = () => capture({ video: true, preferCurrentTab: true } as DisplayMediaStreamOptions);
}
