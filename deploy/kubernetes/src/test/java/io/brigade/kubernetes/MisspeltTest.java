package io.brigade.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checks find what they are there for: each row breaks the group's overlay in one place. */
class MisspeltTest {

    @ParameterizedTest(name = "{0} {1}: {2} as {3}")
    @CsvSource(delimiter = '|', textBlock = """
            Deployment | menu | /spec/template/spec/containers/0/readinessProbe | readinesProbe | Deployment menu: spec.template.spec.containers[0].readinesProbe does not exist
            Deployment | gateway | /spec/template/spec/containers/0/securityContext/readOnlyRootFilesystem | readOnlyRootFileSystem | Deployment gateway: spec.template.spec.containers[0].securityContext.readOnlyRootFileSystem does not exist
            HorizontalPodAutoscaler | orders | /spec/maxReplicas | maxReplica | HorizontalPodAutoscaler orders: spec.maxReplica does not exist
            NetworkPolicy | services | /spec/podSelector/matchLabels | matchLabel | NetworkPolicy services: spec.podSelector.matchLabel does not exist
            Job | payments-migrations-2.0.0 | /spec/backoffLimit | backOffLimit | Job payments-migrations-2.0.0: spec.backOffLimit does not exist
            Cluster | postgres | /spec/bootstrap/initdb/owner | ownr | Cluster postgres: spec.bootstrap.initdb.ownr does not exist
            Cluster | postgres | /spec/resources/limits | limit | Cluster postgres: spec.resources.limit does not exist
            PodMonitor | api-backend | /spec/podMetricsEndpoints/0/relabelings | relabelling | PodMonitor api-backend: spec.podMetricsEndpoints[0].relabelling does not exist
            PrometheusRule | brigade | /spec/groups/0/rules/0/expr | expression | PrometheusRule brigade: spec.groups[0].rules[0].expression does not exist
            """)
    void aMisspeltFieldIsFoundWithItsPath(String kind, String name, String path, String misspelt, String finding) {
        Manifests manifests = Repository.manifests("group").copy();
        int last = path.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) manifests.get(kind, name).at(path.substring(0, last));
        parent.set(misspelt, parent.remove(path.substring(last + 1)));

        assertThat(UnknownFields.in(manifests)).containsExactly(finding);
    }

    @ParameterizedTest(name = "{0} {1}: {2} is {3}")
    @CsvSource(delimiter = '|', textBlock = """
            Deployment | menu | /spec/template/spec/containers/0/envFrom/0/configMapRef/name | "setings" | Deployment menu takes settings of no setings
            Deployment | menu | /spec/template/spec/volumes/1/projected/sources/0/secret/items/0/key | "brigade.db.pasword" | Secret brigade is not documented to have brigade.db.pasword
            Deployment | menu | /spec/template/spec/containers/0/livenessProbe/httpGet/port | "managment" | livenessProbe asks no port "managment"
            Deployment | menu | /spec/template/spec/containers/0/volumeMounts/0/name | "temp" | Deployment menu mounts the unknown volume temp
            Deployment | menu | /spec/selector/matchLabels/app.kubernetes.io~1name | "carte" | Deployment menu does not select its own pods
            Service | orders | /spec/selector/app.kubernetes.io~1name | "order" | Service orders selects no pod
            Service | orders | /spec/ports/0/targetPort | "htp" | Deployment orders has no port "htp"
            HorizontalPodAutoscaler | staff | /spec/scaleTargetRef/name | "stuff" | HorizontalPodAutoscaler staff scales no stuff
            PodDisruptionBudget | menu | /spec/selector/matchLabels/app.kubernetes.io~1component | "server" | PodDisruptionBudget menu protects no pod
            NetworkPolicy | gateway | /spec/ingress/1/from/0/podSelector/matchLabels/app.kubernetes.io~1component | "services" | NetworkPolicy gateway is about no pod
            NetworkPolicy | gateway | /spec/ingress/1/ports/0/port | "intern" | opens the port "intern", which none of its pods has
            PodMonitor | nginx | /spec/podMetricsEndpoints/0/port | "metrics" | Deployment gateway has no port "metrics"
            Cluster | postgres | /spec/managed/roles/1/passwordSecret/name | "postgres-owner" | Secret postgres-owner is not documented
            Deployment | menu | /spec/template/spec/automountServiceAccountToken | true | Deployment menu gets a token of the API server
            Deployment | menu | /spec/template/spec/containers/0/securityContext/capabilities/drop/0 | "NET_RAW" | keeps capabilities
            Deployment | menu | /spec/template/spec/containers/0/image | "brigade/menu" | has no fixed image
            Deployment | menu | /spec/template/spec/containers/0/resources/limits | {} | has no limit of memory
            Deployment | menu | /spec/template/spec/terminationGracePeriodSeconds | 20 | is killed before it has ended
            """)
    void aNameThatLeadsNowhereOrAWeakPodIsFound(String kind, String name, String path, String value, String finding)
            throws Exception {
        Manifests manifests = Repository.manifests("group").copy();
        int last = path.lastIndexOf('/');
        JsonNode parent = manifests.get(kind, name).at(path.substring(0, last));
        String field = path.substring(last + 1).replace("~1", "/");
        JsonNode wrong = Manifests.YAML.readTree(value);
        if (parent instanceof ObjectNode object) {
            assertThat(object.has(field)).isTrue();
            object.set(field, wrong);
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(field), wrong);
        }

        List<String> findings = new ArrayList<>(PodRules.brokenIn(manifests));
        findings.addAll(References.danglingIn(manifests, Repository.documentedSecrets()));
        assertThat(findings).isNotEmpty().anyMatch(each -> each.contains(finding));
    }
}
