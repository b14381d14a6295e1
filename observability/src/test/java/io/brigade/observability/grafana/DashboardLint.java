package io.brigade.observability.grafana;

import io.brigade.observability.metrics.KnownMetrics;
import java.util.List;
import java.util.stream.Stream;

/** Finds what a dashboard lacks or does wrong; says where and what in one sentence each. */
final class DashboardLint {

    private final QueryRules queries;

    DashboardLint(KnownMetrics metrics) {
        queries = new QueryRules(metrics);
    }

    List<String> complaints(DashboardFile dashboard) {
        return Stream.of(
                        FrameRules.complaints(dashboard),
                        LayoutRules.complaints(dashboard),
                        dashboard.annotations().flatMap(queries::complaints),
                        dashboard.panels().stream()
                                .flatMap(panel -> Stream.concat(PanelRules.complaints(panel), targets(panel))
                                        .map(complaint -> "«" + panel.title() + "» " + complaint)))
                .flatMap(complaints -> complaints)
                .map(complaint -> dashboard.name() + ": " + complaint)
                .toList();
    }

    private Stream<String> targets(DashboardFile.Panel panel) {
        return panel.targets().stream().flatMap(target -> queries.complaints(target.expression())
                .map(complaint -> target.letter() + " " + complaint));
    }
}
