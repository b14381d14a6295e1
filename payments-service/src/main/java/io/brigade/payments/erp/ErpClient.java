package io.brigade.payments.erp;

import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** The ERP of whoever runs the restaurant; asked through {@link ErpGuard} only. */
@RegisterRestClient(configKey = "erp")
interface ErpClient {

    /** Whether anybody answers there. */
    @HEAD
    Uni<RestResponse<Void>> reach();

    /** Delivers an entry: the text goes out as it is, since it is what was signed. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<RestResponse<String>> deliver(
            @HeaderParam("Idempotency-Key") String entryId,
            @HeaderParam(Signature.TIMESTAMP) String timestamp,
            @HeaderParam(Signature.SIGNATURE) String signature,
            String entry);

    /** Tells a server that does not like the question from one that is in trouble. */
    @ClientExceptionMapper
    static RuntimeException failure(Response answer) {
        int status = answer.getStatus();
        return ErpTrouble.Status.isRefusal(status) ? new ErpRefused(status) : ErpTrouble.status(status);
    }
}
