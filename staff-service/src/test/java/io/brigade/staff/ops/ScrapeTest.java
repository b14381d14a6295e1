package io.brigade.staff.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brigade.staff.ops.OpsSummary.ServiceInstances;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScrapeTest {

    private static final InstanceTarget ORDERS_1 = InstanceTarget.parse("orders@http://127.0.0.1:9120");
    private static final InstanceTarget ORDERS_2 = InstanceTarget.parse("orders@http://127.0.0.1:9121");

    @Test
    void aRestartedInstanceCountsFromZero() {
        Scrape before = scrape("http_requests_total{status=\"200\"} 100.0", "http_requests_total{status=\"200\"} 40.0");
        Scrape after = scrape("http_requests_total{status=\"200\"} 110.0", "http_requests_total{status=\"200\"} 3.0");

        assertThat(after.growth(before, "http_requests_total", _ -> true)).isEqualTo(13);
    }

    @Test
    void anInstanceThatDidNotAnswerBeforeTellsNoGrowth() {
        Scrape before = scrape("http_requests_total{status=\"200\"} 100.0", null);
        Scrape after =
                scrape("http_requests_total{status=\"200\"} 110.0", "http_requests_total{status=\"200\"} 2000000.0");

        assertThat(after.growth(before, "http_requests_total", _ -> true)).isEqualTo(10);
        assertThat(after.overlaps(before)).isTrue();
        assertThat(after.overlaps(scrape(null, null))).isFalse();
    }

    @Test
    void whatEveryInstanceShowsAlikeIsCountedOnce() {
        String open = """
                orders_open{service_mode="DINE_IN"} 12.0
                orders_open{service_mode="TAKEAWAY"} 3.0
                """;

        assertThat(scrape(open, open).total("orders_open")).isEqualTo(15);
    }

    @Test
    void whatNobodyShowsIsNotGuessed() {
        Scrape scrape = scrape("orders_open{service_mode=\"DINE_IN\"} NaN", null);

        assertThat(scrape.total("orders_open")).isNull();
        assertThat(scrape.greatest("outbox_oldest_seconds")).isNull();
        assertThat(scrape.services()).containsExactly(new ServiceInstances("orders", 1, 2));
    }

    @Test
    void samplesAreReadWithExemplarsAndEscapedLabels() {
        List<Sample> samples = Sample.read("""
                # HELP http_requests_total Requests answered
                http_requests_total{method="GET",route="/a\\"b",status="200"} 7.0 # {trace_id="ab"} 1.0 1795412850.156
                http_requests_total_other 1.0
                outbox_pending 2
                """, List.of("http_requests_total", "outbox_pending"));

        assertThat(samples).extracting(Sample::value).contains(7.0, 2.0);
        assertThat(samples.getFirst().label("status")).isEqualTo("200");
    }

    @Test
    void quantilesAreInterpolatedWithinTheirBucket() {
        List<Buckets.Bucket> buckets = List.of(
                new Buckets.Bucket(0.1, 50),
                new Buckets.Bucket(0.2, 90),
                new Buckets.Bucket(Double.POSITIVE_INFINITY, 100));

        assertThat(Buckets.quantile(0.5, buckets)).isCloseTo(0.1, within(1e-9));
        assertThat(Buckets.quantile(0.7, buckets)).isCloseTo(0.15, within(1e-9));
        assertThat(Buckets.quantile(0.95, buckets)).isEqualTo(0.2);
        assertThat(Buckets.quantile(0.95, List.of(new Buckets.Bucket(Double.POSITIVE_INFINITY, 0))))
                .isNull();
    }

    @Test
    void anInstanceNeedsItsServicesName() {
        assertThatThrownBy(() -> InstanceTarget.parse("http://orders-1:9000"))
                .hasMessageContaining("brigade.ops.instances");
    }

    private static Scrape scrape(@Nullable String first, @Nullable String second) {
        return new Scrape(0, List.of(of(ORDERS_1, first), of(ORDERS_2, second)));
    }

    private static Scrape.OfInstance of(InstanceTarget target, @Nullable String text) {
        return new Scrape.OfInstance(target, text == null ? null : Sample.read(text, Scrape.WANTED));
    }
}
