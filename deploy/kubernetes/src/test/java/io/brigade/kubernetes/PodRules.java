package io.brigade.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What every pod has to be: unable to do harm, limited, watched, and given the time to end well. */
final class PodRules {

    private final List<String> findings = new ArrayList<>();

    private PodRules() {}

    /** One line for each breach. */
    static List<String> brokenIn(Manifests manifests) {
        var rules = new PodRules();
        manifests.workloads().forEach(rules::check);
        return rules.findings;
    }

    private void check(JsonNode workload) {
        String title = Manifests.title(workload);
        JsonNode pod = Manifests.template(workload).path("spec");
        require(pod.at("/securityContext/runAsNonRoot").asBoolean(), title, "may run as root");
        require(
                pod.at("/securityContext/seccompProfile/type").asText().equals("RuntimeDefault"),
                title,
                "has no seccomp profile");
        JsonNode token = pod.path("automountServiceAccountToken");
        require(token.isBoolean() && !token.asBoolean(), title, "gets a token of the API server");
        require(
                pod.path("hostNetwork").isMissingNode() && pod.path("hostPID").isMissingNode(),
                title,
                "is on the host");
        Manifests.containers(workload).forEach(container -> checkContainer(workload, pod, container));
    }

    private void checkContainer(JsonNode workload, JsonNode pod, JsonNode container) {
        String title = Manifests.title(workload) + ", container "
                + container.path("name").asText();
        JsonNode security = container.path("securityContext");
        JsonNode escalation = security.path("allowPrivilegeEscalation");
        require(escalation.isBoolean() && !escalation.asBoolean(), title, "may gain privileges");
        require(security.at("/capabilities/drop/0").asText().equals("ALL"), title, "keeps capabilities");
        require(
                security.path("readOnlyRootFilesystem").asBoolean()
                        || Manifests.name(workload).equals("logstash"),
                title,
                "may write to its root file system");
        for (String amount : List.of("cpu", "memory")) {
            require(container.at("/resources/limits").has(amount), title, "has no limit of " + amount);
            require(container.at("/resources/requests").has(amount), title, "requests no " + amount);
        }
        require(container.path("image").asText().matches("[a-z0-9./_-]+:[^:]*[0-9][^:]*"), title, "has no fixed image");
        if (!Manifests.kindOf(workload).equals("Job")) {
            require(container.has("readinessProbe"), title, "is never asked whether it is ready");
            require(container.has("livenessProbe"), title, "is never asked whether it lives");
        }
        int sleep = container.at("/lifecycle/preStop/sleep/seconds").asInt();
        require(
                sleep == 0 || pod.path("terminationGracePeriodSeconds").asInt() >= sleep + 11,
                title,
                "is killed before it has ended");
    }

    private void require(boolean holds, String where, String breach) {
        if (!holds) {
            findings.add(where + " " + breach);
        }
    }
}
