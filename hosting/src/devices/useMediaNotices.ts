// The notices that are shown, with their words. A closed one stays closed while its cause lasts.
import { computed, shallowRef, watch } from "vue";
import { browserFamilyOf } from "../browser/browser-support.ts";
import { isFailure, mediaNoticesOf, type MediaNotice } from "./media-notice.ts";
import { useLanguage } from "../messages/useLanguage.ts";
import { useMeeting } from "../meeting/useMeeting.ts";

const keyOf = ({ device, topic }: MediaNotice) => `${device} ${topic}`;
/** A guess that the person has rejected is not made again. */
const isGuess = (key: string) => key.endsWith(" silent");

export function useMediaNotices(isInCall: boolean) {
  const { messages } = useLanguage();
  const { localMedia, isMicrophoneDead } = useMeeting();
  const family = browserFamilyOf(navigator.userAgent);
  const found = computed(() => mediaNoticesOf(localMedia.state.value, isMicrophoneDead.value));
  /** The person has read in the lobby what has failed, and went on. */
  const closed = shallowRef(new Set(isInCall ? found.value.filter(isFailure).map(keyOf) : []));
  watch(found, (notices) => {
    const keys = notices.map(keyOf);
    closed.value = new Set([...closed.value].filter((key) => keys.includes(key) || isGuess(key)));
  });

  function nameDevice(deviceID: string | null): string {
    const { cameras, microphones } = localMedia.state.value.devices;
    const label = [...cameras, ...microphones].find(({ deviceId }) => deviceId === deviceID)?.label;
    return label || "—";
  }

  function wordsOf({ device, topic }: MediaNotice): { title?: string; text: string } {
    const words = messages.value.media;
    const isCamera = device !== "microphone";
    const single = isCamera ? "camera" : "microphone";
    const { cameraID, microphoneID, audio, video, blur } = localMedia.state.value;
    switch (topic) {
      case "denied": {
        const titles = { both: words.deniedBoth, camera: words.deniedCamera, microphone: words.deniedMicrophone };
        return { title: titles[device], text: words.deniedHow[family] };
      }
      case "blocked":
        return { title: words.blocked[device], text: words.blockedHow };
      case "dismissed":
        return { text: words.dismissed };
      case "missing":
        return { text: isCamera ? words.missingCamera : words.missingMicrophone };
      case "in-use":
        return { text: isCamera ? words.busyCamera : words.busyMicrophone };
      case "unsupported":
        return { title: words.unsupported, text: words.unsupportedHow };
      case "unknown":
        return { text: isCamera ? words.unknownCamera : words.unknownMicrophone };
      case "unanswered":
        return { title: words.unanswered, text: words.unansweredHow[device] };
      case "slow":
        return { text: words.slow[single] };
      case "muted":
        return { title: words.muted[single], text: words.mutedHow[single] };
      case "replaced":
        return { text: words.replaced[single](nameDevice(isCamera ? cameraID : microphoneID)) };
      case "returned":
        return { text: words.returned(nameDevice(isCamera ? video.returnedID : audio.returnedID)) };
      case "silent":
        return { title: words.silent, text: words.silentHow };
      case "blur-refused":
        return { title: words.blurRefused(blur?.isOn === true), text: words.blurRefusedHow };
    }
    return topic satisfies never;
  }

  /** A way on for this notice alone. */
  function actionOf({ device, topic }: MediaNotice): { label: string; act: () => void } | null {
    const words = messages.value.media;
    if (topic === "muted") return { label: words.openAgain, act: () => void localMedia.askAgain() };
    const kind = device === "camera" ? "video" : "audio";
    if (topic === "returned") return { label: words.useReturned, act: () => void localMedia.useReturned(kind) };
    return null;
  }

  const shown = computed(() => found.value.filter((notice) => !closed.value.has(keyOf(notice))));
  return {
    notices: computed(() =>
      shown.value.map((notice) => ({ key: keyOf(notice), ...wordsOf(notice), action: actionOf(notice) })),
    ),
    hasFailure: computed(() => shown.value.some(isFailure)),
    /** Asking again cannot help. Another browser can. */
    isUnsupported: computed(() => shown.value.length > 0 && shown.value.every(({ topic }) => topic === "unsupported")),
    /** It may still be allowed. */
    isOpening: computed(() => shown.value.some((notice) => isFailure(notice) || notice.topic === "unanswered")),
    close(): void {
      closed.value = new Set([...closed.value, ...shown.value.map(keyOf)]);
    },
  };
}
