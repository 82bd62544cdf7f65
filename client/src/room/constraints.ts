// What this package sends by itself: nothing but data. Apart from enter.ts, which loads Firebase.
export const constraints = { audio: false, video: false, screen: false };
