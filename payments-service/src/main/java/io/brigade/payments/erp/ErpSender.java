package io.brigade.payments.erp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Delivers one entry. */
@ApplicationScoped
class ErpSender {

    private static final int LONGEST_ANSWER = 65_536;

    private final Instance<ErpClient> erp;
    private final ErpGuard guard;
    private final ErpEndpoint endpoint;
    private final ObjectMapper json;

    @Inject
    ErpSender(@RestClient Instance<ErpClient> erp, ErpGuard guard, ErpEndpoint endpoint, ObjectMapper json) {
        this.erp = erp;
        this.guard = guard;
        this.endpoint = endpoint;
        this.json = json;
    }

    /** Ends when the ERP has acknowledged the entry. A hiccup is passed over by asking again, up to twice. */
    @Retry(
            maxRetries = 2,
            delay = 200,
            jitter = 100,
            abortOn = {ErpRefused.class, CircuitBreakerOpenException.class})
    @ExponentialBackoff
    Uni<Void> send(UUID entryId, String entry) {
        return guard.call(() -> deliver(entryId, entry));
    }

    private Uni<Void> deliver(UUID entryId, String entry) {
        Signature signature = Signature.of(endpoint.secret(), Instant.now().getEpochSecond(), entry);
        return erp.get()
                .deliver(entryId.toString(), signature.timestamp(), signature.value(), entry)
                .invoke(answer -> check(entryId, answer))
                .replaceWithVoid();
    }

    private void check(UUID entryId, RestResponse<String> answer) {
        if (!ErpTrouble.Status.isSuccess(answer.getStatus())) {
            throw ErpTrouble.status(answer.getStatus());
        }
        if (!acknowledges(entryId, answer.getEntity())) {
            throw ErpTrouble.noAcknowledgement();
        }
    }

    /**
     * No body, or a JSON object that names no other entry. A proxy's page that says 200 while the ERP is being repaired
     * is no acknowledgement, and to take it for one would lose the entry.
     */
    private boolean acknowledges(UUID entryId, @Nullable String body) {
        if (body == null || body.isBlank()) {
            return true;
        }
        if (body.length() > LONGEST_ANSWER) {
            return false;
        }
        try {
            JsonNode answer = json.readTree(body);
            return answer.isObject()
                    && answer.path("entry_id").asText(entryId.toString()).equals(entryId.toString());
        } catch (JsonProcessingException notJson) {
            return false;
        }
    }
}
