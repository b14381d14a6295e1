package io.brigade.platform.idempotency;

import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The answer to a write, as bytes, so that a replay is the same to the last byte. */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere; the bytes go to the wire and to the record as they are
public record Answer(int status, byte[] body, boolean replayed) {

    /** Header that tells a replay from a first answer. */
    public static final String REPLAYED = "Idempotency-Replayed";

    /** A first answer. */
    public static Answer of(int status, byte[] body) {
        return new Answer(status, body, false);
    }

    /** As an HTTP answer. */
    public Response toResponse() {
        Response.ResponseBuilder answer =
                Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(Buffer.buffer(body));
        return (replayed ? answer.header(REPLAYED, "true") : answer).build();
    }
}
