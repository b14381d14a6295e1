/** The metrics that Brigade promises, as tests walk through them. */
package io.brigade.observability.metrics;
