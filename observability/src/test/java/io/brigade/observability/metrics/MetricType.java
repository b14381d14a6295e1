package io.brigade.observability.metrics;

/** Kinds of metrics, named as in the exposition format. */
public enum MetricType {
    COUNTER,
    GAUGE,
    HISTOGRAM
}
