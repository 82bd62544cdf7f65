// Where each picture is in the recorded one: as on the stage, with shared screens large.
import { planStage, type Picture, type Plan } from "../stage/plan-stage.ts";

export const frame = { width: 1280, height: 720 } as const;
const gap = 12;

/** In pixels of the frame. */
export function layOut(pictures: readonly Picture[]): Plan {
  const area = { width: frame.width - 2 * gap, height: frame.height - 2 * gap, gap };
  const screens = new Set(pictures.filter(({ isScreen }) => isScreen).map(({ key }) => key));
  const plan = planStage(pictures, screens, area);
  return new Map([...plan].map(([key, place]) => [key, { ...place, x: place.x + gap, y: place.y + gap }]));
}
