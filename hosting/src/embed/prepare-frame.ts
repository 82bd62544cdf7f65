// What has to be done before anything is shown in a frame.
import { useIdentity } from "../meeting/entrance/useIdentity.ts";
import "./embed.css";
import { frameParameters } from "./frame-parameters.ts";
import { getParentPort } from "./frame-port.ts";

export function prepareFrame(): void {
  const { name, isMinimal, hasChat } = frameParameters;
  if (name !== null) useIdentity().name.value = name;
  const { dataset } = document.documentElement;
  if (isMinimal) dataset["ui"] = "minimal";
  if (!hasChat) dataset["chat"] = "off";
  getParentPort();
}
