package io.brigade.orders.slip;

import io.brigade.platform.paper.EscPosPaper;
import io.brigade.platform.paper.PlainPaper;
import io.brigade.platform.problem.CommonProblem;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.security.Caller;
import io.brigade.platform.security.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A slip as it goes to paper. */
@Path("/api/kitchen/print-jobs/{job_id}/slip")
@Authenticated
@Tag(name = "Printing")
class SlipResource {

    private static final String ESC_POS = "application/vnd.escpos";
    private static final MediaType TEXT = MediaType.valueOf("text/plain;charset=UTF-8");
    private static final List<Variant> VARIANTS = List.of(
            new Variant(TEXT, (String) null, null),
            new Variant(MediaType.valueOf(ESC_POS), (String) null, null),
            new Variant(MediaType.APPLICATION_OCTET_STREAM_TYPE, (String) null, null));

    private final PrintJobStore jobs;
    private final CurrentCaller caller;

    @Inject
    SlipResource(PrintJobStore jobs, CurrentCaller caller) {
        this.jobs = jobs;
        this.caller = caller;
    }

    @GET
    @Produces({"text/plain;charset=UTF-8", ESC_POS, MediaType.APPLICATION_OCTET_STREAM})
    @Operation(
            operationId = "getSlip",
            summary = "A slip as text of 42 columns, or as ESC/POS bytes",
            description = "A slip that was claimed more than once says RÉIMPRESSION: it may have been printed before.")
    @APIResponse(
            responseCode = "200",
            description = "The slip.",
            content = {
                @Content(
                        mediaType = MediaType.TEXT_PLAIN,
                        schema = @Schema(type = SchemaType.STRING, examples = "2 x Soupe à l'oignon")),
                @Content(
                        mediaType = ESC_POS,
                        schema = @Schema(type = SchemaType.STRING, format = "binary", examples = "2 x Soupe")),
                @Content(
                        mediaType = MediaType.APPLICATION_OCTET_STREAM,
                        schema = @Schema(type = SchemaType.STRING, format = "binary", examples = "2 x Soupe"))
            })
    public Uni<Response> slip(@PathParam("job_id") @Parameter(example = "512") long jobId, @Context Request request) {
        Caller asking = caller.get();
        Variant variant = request.selectVariant(VARIANTS);
        if (variant == null) {
            throw ProblemException.of(CommonProblem.NOT_ACCEPTABLE, "Accept text/plain or " + ESC_POS + ".");
        }
        MediaType type = variant.getMediaType();
        return jobs.slip(asking.restaurantId(), jobId)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("print job", jobId))
                .map(slip -> SlipLayout.rows(slip, asking.timeZone()))
                .map(rows -> answer(type, type.isCompatible(TEXT) ? PlainPaper.of(rows) : EscPosPaper.of(rows)));
    }

    /** It says something else once it is claimed again. */
    private static Response answer(MediaType type, Object slip) {
        return Response.ok(slip, type)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
