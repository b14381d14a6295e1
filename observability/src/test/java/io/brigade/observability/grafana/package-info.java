/** What holds for every dashboard that is shipped. */
package io.brigade.observability.grafana;
