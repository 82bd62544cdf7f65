// Geographic coordinates, and the namespace `latlng`.
import { RuleError } from "../values/rule-error.ts";
import type { LatLng } from "../values/values.ts";
import type { LibraryFunction, Methods } from "./types.ts";
import { define, expectNumber, expectTagged, method } from "./types.ts";

const EARTH_RADIUS_METERS = 6_371_010;
const RADIANS = Math.PI / 180;

function distanceMeters(from: LatLng, to: LatLng): number {
  const latitude = Math.sin(((to.latitude - from.latitude) * RADIANS) / 2);
  const longitude = Math.sin(((to.longitude - from.longitude) * RADIANS) / 2);
  const cosines = Math.cos(from.latitude * RADIANS) * Math.cos(to.latitude * RADIANS);
  return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(latitude ** 2 + cosines * longitude ** 2)));
}

export const LATLNG_METHODS: Methods<LatLng> = {
  latitude: method(0, (self) => self.latitude),
  longitude: method(0, (self) => self.longitude),
  distance: method(1, (self, [other]) => distanceMeters(self, expectTagged(other, "latlng"))),
};

export const LATLNG_FUNCTIONS: Readonly<Record<string, LibraryFunction>> = {
  value: define(2, (args) => {
    const [latitude = 0, longitude = 0] = args.map((part) => Number(expectNumber(part)));
    if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) throw new RuleError("there is no such place");
    return { type: "latlng", latitude, longitude };
  }),
};
