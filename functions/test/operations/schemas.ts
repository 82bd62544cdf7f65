// The fields that the files in operations/ use, as Google's reference names and types them. Others
// are refused: a field with a wrong name would be ignored, and the alert never come.
// https://cloud.google.com/monitoring/api/ref_v3/rest/v3/projects.alertPolicies
// https://cloud.google.com/logging/docs/reference/v2/rest/v2/projects.metrics
import * as v from "valibot";

const text = v.pipe(v.string(), v.minLength(1));
const seconds = v.pipe(v.string(), v.regex(/^\d+s$/));
const extractor = v.pipe(v.string(), v.regex(/^EXTRACT\([\w.]+\)$/));
const extractors = v.record(text, extractor);

const Label = v.strictObject({ key: text, valueType: v.picklist(["STRING", "INT64", "BOOL"]), description: text });

export const LogMetric = v.strictObject({
  description: text,
  filter: text,
  metricDescriptor: v.strictObject({
    metricKind: v.literal("DELTA"),
    valueType: v.picklist(["INT64", "DISTRIBUTION"]),
    unit: v.picklist(["1", "ms"]),
    labels: v.optional(v.array(Label)),
  }),
  labelExtractors: v.optional(extractors),
  valueExtractor: v.optional(extractor),
  bucketOptions: v.optional(
    v.strictObject({
      exponentialBuckets: v.strictObject({ numFiniteBuckets: v.number(), growthFactor: v.number(), scale: v.number() }),
    }),
  ),
});
export type LogMetric = v.InferOutput<typeof LogMetric>;

const Aggregation = v.strictObject({
  alignmentPeriod: seconds,
  perSeriesAligner: v.picklist(["ALIGN_DELTA", "ALIGN_RATE", "ALIGN_PERCENTILE_95"]),
  crossSeriesReducer: v.picklist(["REDUCE_SUM", "REDUCE_MAX", "REDUCE_PERCENTILE_95"]),
});

const Trigger = v.strictObject({ count: v.number() });

const Condition = v.union([
  v.strictObject({
    displayName: text,
    conditionThreshold: v.strictObject({
      filter: text,
      aggregations: v.array(Aggregation),
      comparison: v.picklist(["COMPARISON_GT", "COMPARISON_LT"]),
      thresholdValue: v.number(),
      duration: seconds,
      trigger: Trigger,
    }),
  }),
  v.strictObject({
    displayName: text,
    conditionAbsent: v.strictObject({
      filter: text,
      aggregations: v.array(Aggregation),
      /** At most 23.5 hours. */
      duration: seconds,
      trigger: Trigger,
    }),
  }),
  v.strictObject({
    displayName: text,
    conditionMatchedLog: v.strictObject({ filter: text, labelExtractors: v.optional(extractors) }),
  }),
]);
export type Condition = v.InferOutput<typeof Condition>;

export const AlertPolicy = v.strictObject({
  displayName: text,
  documentation: v.strictObject({ mimeType: v.literal("text/markdown"), content: text }),
  combiner: v.picklist(["OR", "AND"]),
  severity: v.picklist(["CRITICAL", "ERROR", "WARNING"]),
  conditions: v.pipe(v.array(Condition), v.minLength(1), v.maxLength(6)),
  alertStrategy: v.strictObject({
    autoClose: v.optional(seconds),
    /** Only where a condition matches log entries, and then it must be there. */
    notificationRateLimit: v.optional(v.strictObject({ period: seconds })),
  }),
});
export type AlertPolicy = v.InferOutput<typeof AlertPolicy>;
