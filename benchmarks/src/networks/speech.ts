// A sound like speech for every fake microphone: syllables of a buzzing voice, with pauses between
// phrases. Chromium's own beep costs hardly any bits, and says nothing about what a voice needs.
import { writeFileSync } from "node:fs";

const samplesPerSecond = 48_000;
const seconds = 8;
/** A phrase, and the pause after it. */
const phraseS = 3.2;
const pauseS = 0.8;
const syllablesPerSecond = 4;

/** Two resonances that move from syllable to syllable, as vowels do. */
function sampleAt(time: number, noise: number): number {
  const inPhraseS = time % (phraseS + pauseS);
  if (inPhraseS > phraseS) return 0.0005 * noise;
  const syllable = Math.floor(time * syllablesPerSecond);
  const loudness = Math.sin(Math.PI * ((time * syllablesPerSecond) % 1)) ** 0.6;
  const pitchHz = 120 + 25 * Math.sin(syllable * 1.7) + 8 * Math.sin(2 * Math.PI * 5 * time);
  const formantsHz = [450 + 250 * Math.sin(syllable * 2.3), 1_500 + 600 * Math.cos(syllable * 1.1), 2_600];
  let sum = 0;
  for (let harmonic = 1; harmonic * pitchHz < 4_000; harmonic += 1) {
    const hz = harmonic * pitchHz;
    const gain = formantsHz.reduce((total, formantHz) => total + 1 / (1 + ((hz - formantHz) / 120) ** 2), 0.02);
    sum += gain * Math.sin(2 * Math.PI * hz * time + harmonic);
  }
  // Every fourth syllable begins with a hiss.
  const hiss = syllable % 4 === 0 && (time * syllablesPerSecond) % 1 < 0.3 ? 0.15 * noise : 0;
  return loudness * 0.16 * sum + hiss;
}

/** A mono WAV file with 16 bits, which the browser repeats. */
export function writeSpeech(file: string): void {
  const samples = samplesPerSecond * seconds;
  const wav = Buffer.alloc(44 + 2 * samples);
  wav.write("RIFF", 0);
  wav.writeUInt32LE(36 + 2 * samples, 4);
  wav.write("WAVEfmt ", 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(samplesPerSecond, 24);
  wav.writeUInt32LE(2 * samplesPerSecond, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write("data", 36);
  wav.writeUInt32LE(2 * samples, 40);
  // The same noise in every run.
  let seed = 1;
  for (let index = 0; index < samples; index += 1) {
    seed = (seed * 16_807) % 2_147_483_647;
    const value = sampleAt(index / samplesPerSecond, (2 * seed) / 2_147_483_647 - 1);
    wav.writeInt16LE(Math.round(32_767 * Math.max(-1, Math.min(1, value))), 44 + 2 * index);
  }
  writeFileSync(file, wav);
}
