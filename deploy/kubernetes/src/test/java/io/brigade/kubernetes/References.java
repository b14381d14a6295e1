package io.brigade.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds names that nothing has: settings, secrets and their keys, volumes, ports, labels, hosts.
 *
 * <p>Pods that an operator makes are told from their labels in {@link #OPERATORS_PODS}.
 */
final class References {

    /** Labels of pods that are made from custom kinds, as their operators set them, with the ports that they open. */
    private static final List<Map<String, String>> OPERATORS_PODS = List.of(
            Map.of("cnpg.io/cluster", "postgres"),
            Map.of("app", "redis"),
            Map.of("app", "redis-sentinel"),
            Map.of("elasticsearch.k8s.elastic.co/cluster-name", "logs"),
            Map.of("kibana.k8s.elastic.co/name", "logs"));

    /** Services and Secrets that operators make: CloudNativePG, the Redis operator, ECK. */
    private static final Set<String> OPERATORS_SERVICES =
            Set.of("postgres-rw", "postgres-ro", "redis-master", "logs-es-http", "logs-kb-http");

    private static final Map<String, Set<String>> OPERATORS_SECRETS = Map.of("logs-es-elastic-user", Set.of("elastic"));

    private final Manifests manifests;
    private final Map<String, Set<String>> secrets;
    private final List<String> findings = new ArrayList<>();

    private References(Manifests manifests, Map<String, Set<String>> documentedSecrets) {
        this.manifests = manifests;
        this.secrets = Stream.of(documentedSecrets, OPERATORS_SECRETS)
                .flatMap(map -> map.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** One line for each name that leads nowhere. */
    static List<String> danglingIn(Manifests manifests, Map<String, Set<String>> documentedSecrets) {
        var references = new References(manifests, documentedSecrets);
        references.manifests.workloads().forEach(references::workload);
        references.manifests.objects().forEach(references::secretsOfCustomKinds);
        references.manifests.kind("Service").forEach(references::service);
        references.manifests.kind("HorizontalPodAutoscaler").forEach(references::target);
        references.manifests.kind("PodDisruptionBudget").forEach(references::budget);
        references.manifests.kind("PodMonitor").forEach(references::monitor);
        references.manifests.kind("NetworkPolicy").forEach(references::policy);
        return references.findings;
    }

    private void workload(JsonNode workload) {
        String title = Manifests.title(workload);
        JsonNode pod = Manifests.template(workload).path("spec");
        JsonNode labels = Manifests.template(workload).at("/metadata/labels");
        require(
                workload.path("kind").asText().equals("Job") || selects(workload.at("/spec/selector"), labels),
                title + " does not select its own pods");
        Set<String> volumes = Stream.concat(
                        Manifests.stream(pod.path("volumes"))
                                .map(volume -> volume.path("name").asText()),
                        Manifests.stream(workload.at("/spec/volumeClaimTemplates"))
                                .map(Manifests::name))
                .collect(Collectors.toSet());
        Manifests.stream(pod.path("volumes")).forEach(volume -> volume(title, volume));
        Manifests.containers(workload).forEach(container -> container(title, container, volumes));
    }

    private void volume(String title, JsonNode volume) {
        keys(title, volume.at("/secret/secretName"), volume.at("/secret/items"));
        Manifests.stream(volume.at("/projected/sources"))
                .forEach(source -> keys(title, source.at("/secret/name"), source.at("/secret/items")));
        JsonNode map = volume.at("/configMap/name");
        require(
                map.isMissingNode() || manifests.find("ConfigMap", map.asText()).isPresent(),
                title + " mounts no " + map);
        JsonNode claim = volume.at("/persistentVolumeClaim/claimName");
        require(
                claim.isMissingNode()
                        || manifests
                                .find("PersistentVolumeClaim", claim.asText())
                                .isPresent(),
                title + " claims no " + claim);
    }

    private void keys(String title, JsonNode name, JsonNode items) {
        if (!name.isMissingNode()) {
            require(secrets.containsKey(name.asText()), title + ": Secret " + name + " is not documented");
            Manifests.stream(items)
                    .forEach(item -> key(title, name.asText(), item.path("key").asText()));
        }
    }

    private void key(String title, String secret, String key) {
        require(
                secrets.getOrDefault(secret, Set.of()).contains(key),
                title + ": Secret " + secret + " is not documented to have " + key);
    }

    private void container(String title, JsonNode container, Set<String> volumes) {
        Manifests.stream(container.path("volumeMounts"))
                .map(mount -> mount.path("name").asText())
                .forEach(name -> require(volumes.contains(name), title + " mounts the unknown volume " + name));
        Manifests.stream(container.path("envFrom"))
                .map(source -> source.at("/configMapRef/name").asText())
                .forEach(name -> require(
                        manifests.find("ConfigMap", name).isPresent(), title + " takes settings of no " + name));
        Manifests.stream(container.path("env"))
                .map(variable -> variable.at("/valueFrom/secretKeyRef"))
                .filter(JsonNode::isObject)
                .forEach(key ->
                        key(title, key.path("name").asText(), key.path("key").asText()));
        Set<String> ports = Manifests.stream(container.path("ports"))
                .map(port -> port.path("name").asText())
                .collect(Collectors.toSet());
        for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
            for (String way : List.of("httpGet", "tcpSocket")) {
                JsonNode port = container.at("/" + probe + "/" + way + "/port");
                require(
                        port.isMissingNode() || ports.contains(port.asText()),
                        title + ": " + probe + " asks no port " + port);
            }
        }
    }

    private void secretsOfCustomKinds(JsonNode object) {
        String title = Manifests.title(object);
        if (!Manifests.kindOf(object).equals("NetworkPolicy")) {
            for (String field : List.of("passwordSecret", "redisSecret", "accessKeyId", "secretAccessKey", "secret")) {
                object.findValues(field).stream()
                        .filter(reference -> reference.path("name").isTextual())
                        .forEach(reference -> {
                            String name = reference.path("name").asText();
                            require(secrets.containsKey(name), title + ": Secret " + name + " is not documented");
                            if (reference.has("key")) {
                                key(title, name, reference.path("key").asText());
                            }
                        });
            }
        }
    }

    private void service(JsonNode service) {
        String title = Manifests.title(service);
        var pods = manifests
                .workloads()
                .filter(workload ->
                        contains(Manifests.template(workload).at("/metadata/labels"), service.at("/spec/selector")))
                .toList();
        require(!pods.isEmpty(), title + " selects no pod");
        Manifests.stream(service.at("/spec/ports"))
                .forEach(port -> pods.forEach(workload -> require(
                        ports(workload).contains(port.path("targetPort").asText()),
                        title + ": " + Manifests.title(workload) + " has no port " + port.path("targetPort"))));
    }

    private static Set<String> ports(JsonNode workload) {
        return Manifests.containers(workload)
                .flatMap(container -> Manifests.stream(container.path("ports")))
                .map(port -> port.path("name").asText())
                .collect(Collectors.toSet());
    }

    private void target(JsonNode autoscaler) {
        JsonNode target = autoscaler.at("/spec/scaleTargetRef");
        require(
                manifests
                        .find(target.path("kind").asText(), target.path("name").asText())
                        .isPresent(),
                Manifests.title(autoscaler) + " scales no "
                        + target.path("name").asText());
    }

    private void budget(JsonNode budget) {
        require(
                pods().anyMatch(labels -> selects(budget.at("/spec/selector"), labels)),
                Manifests.title(budget) + " protects no pod");
    }

    private void monitor(JsonNode monitor) {
        String title = Manifests.title(monitor);
        var pods = manifests
                .workloads()
                .filter(workload -> selects(
                        monitor.at("/spec/selector"),
                        Manifests.template(workload).at("/metadata/labels")))
                .toList();
        require(!pods.isEmpty(), title + " asks no pod");
        Manifests.stream(monitor.at("/spec/podMetricsEndpoints"))
                .forEach(endpoint -> pods.forEach(workload -> require(
                        ports(workload).contains(endpoint.path("port").asText()),
                        title + ": " + Manifests.title(workload) + " has no port " + endpoint.path("port"))));
    }

    private void policy(JsonNode policy) {
        String title = Manifests.title(policy);
        selector(title, policy.at("/spec/podSelector"), _ -> true);
        Stream.concat(
                        Manifests.stream(policy.at("/spec/ingress"))
                                .flatMap(rule -> Manifests.stream(rule.path("from"))),
                        Manifests.stream(policy.at("/spec/egress")).flatMap(rule -> Manifests.stream(rule.path("to"))))
                .filter(peer -> peer.has("podSelector"))
                .forEach(peer -> selector(title, peer.path("podSelector"), _ -> !peer.has("namespaceSelector")));
        Manifests.stream(policy.at("/spec/ingress"))
                .flatMap(rule -> Manifests.stream(rule.path("ports")))
                .map(port -> port.path("port"))
                .filter(JsonNode::isTextual)
                .forEach(port -> require(
                        manifests
                                .workloads()
                                .filter(workload -> selects(
                                        policy.at("/spec/podSelector"),
                                        Manifests.template(workload).at("/metadata/labels")))
                                .anyMatch(workload -> ports(workload).contains(port.asText())),
                        title + " opens the port " + port + ", which none of its pods has"));
    }

    private void selector(String title, JsonNode selector, Predicate<JsonNode> matters) {
        require(
                !matters.test(selector) || optional(selector) || pods().anyMatch(labels -> selects(selector, labels)),
                title + " is about no pod: " + selector);
    }

    /** Rules of PostgreSQL and Redis name their exporters, which are of another component and may not be there. */
    private static boolean optional(JsonNode selector) {
        return selector.at("/matchLabels/app.kubernetes.io~1component").asText().endsWith("-exporter");
    }

    private Stream<JsonNode> pods() {
        Stream<JsonNode> ours = manifests.workloads().map(workload -> Manifests.template(workload)
                .at("/metadata/labels"));
        return Stream.concat(ours, OPERATORS_PODS.stream().<JsonNode>map(Manifests.YAML::valueToTree));
    }

    private static boolean selects(JsonNode selector, JsonNode labels) {
        return contains(labels, selector.path("matchLabels"))
                && Manifests.stream(selector.path("matchExpressions"))
                        .allMatch(expression -> Manifests.stream(expression.path("values"))
                                .anyMatch(value -> value.equals(
                                        labels.get(expression.path("key").asText()))));
    }

    private static boolean contains(JsonNode labels, JsonNode wanted) {
        return wanted.properties().stream().allMatch(label -> label.getValue().equals(labels.get(label.getKey())));
    }

    /** Names of Services that an address in a setting may have. */
    static Set<String> hosts(Manifests manifests) {
        var hosts = new TreeSet<>(OPERATORS_SERVICES);
        manifests.kind("Service").map(Manifests::name).forEach(hosts::add);
        return hosts;
    }

    private void require(boolean holds, String finding) {
        if (!holds) {
            findings.add(finding);
        }
    }
}
