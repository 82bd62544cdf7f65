// One check after another: what is being looked at, what was found, and the report of it.
import { computed, onScopeDispose, readonly, ref, shallowRef } from "vue";
import { version } from "../../../package.json";
import { examineDevice } from "../../check/examine-device.ts";
import { lines, type Finding, type Line } from "../../check/finding.ts";
import { writeReport } from "../../check/report.ts";
import { useLanguage } from "../../messages/useLanguage.ts";

export type Examine = typeof examineDevice;
export type Progress = "before" | "running" | "done";

export function useCheck(examine: Examine = examineDevice) {
  const { language } = useLanguage();
  const progress = ref<Progress>("before");
  const begun = shallowRef<ReadonlySet<Line>>(new Set());
  const found = shallowRef<ReadonlyMap<Line, Finding>>(new Map());
  let checkedAt = new Date();
  const controller = new AbortController();
  onScopeDispose(() => controller.abort());

  /** In the order of the lines, whatever comes first. */
  const findings = computed(() => lines.flatMap((line) => found.value.get(line) ?? []));
  const count = (verdict: Finding["verdict"]) => findings.value.filter((each) => each.verdict === verdict).length;

  async function start(preview: HTMLVideoElement): Promise<void> {
    if (progress.value === "running") return;
    progress.value = "running";
    begun.value = new Set();
    found.value = new Map();
    checkedAt = new Date();
    await examine(preview, {
      signal: controller.signal,
      onStart: (line) => (begun.value = new Set([...begun.value, line])),
      onFound: (finding) => (found.value = new Map([...found.value, [finding.line, finding]])),
    });
    progress.value = "done";
  }

  return {
    progress: readonly(progress),
    counts: computed(() => [count("ok"), count("look"), count("failed")] as const),
    findingOf: (line: Line) => found.value.get(line) ?? null,
    isRunning: (line: Line) => begun.value.has(line),
    report: computed(() => {
      const { userAgent, maxTouchPoints } = navigator;
      const facts = { version, language: language.value, userAgent, maxTouchPoints, at: checkedAt };
      return writeReport({ ...facts, findings: findings.value });
    }),
    start,
  };
}
