package io.brigade.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of every error answer: {@code application/problem+json}, RFC 9457. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What went wrong and what to do about it (RFC 9457).")
public record Problem(
        @Schema(description = "Stable relative URI of the kind of problem.", examples = "/problems/validation-failed")
        String type,

        @Schema(examples = "Some fields are not valid") String title,

        @Schema(examples = "400") int status,

        @Schema(description = "What happened this time and what to do.", examples = "Correct the fields listed.")
        String detail,

        @Schema(description = "Path of the request.", examples = "/api/orders")
        String instance,

        @Schema(description = "Machine-readable kind.", examples = "VALIDATION_FAILED")
        String code,

        @Schema(description = "Give this to support: it finds the request in the logs.") @Nullable String traceId,

        @Schema(description = "One entry per field that is not valid.") @Nullable List<FieldError> errors,

        @Schema(description = "The current state, where knowing it helps.") @Nullable Object current) {

    /** Media type of every error answer. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** One field that is not valid. */
    public record FieldError(
            @Schema(examples = "items[0].quantity") String field,

            @Schema(examples = "must be at least 1") String message) {}
}
