/** Reads as much of PromQL as our rules and dashboards use, so that tests can judge queries by their structure. */
package io.brigade.observability.promql;
