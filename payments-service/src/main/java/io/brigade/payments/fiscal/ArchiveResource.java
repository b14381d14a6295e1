package io.brigade.payments.fiscal;

import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.CurrentWrite;
import io.brigade.platform.paging.Page;
import io.brigade.platform.paging.PageRequest;
import io.brigade.platform.problem.CommonProblem;
import io.brigade.platform.security.CurrentCaller;
import io.brigade.platform.security.Role;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/fiscal/archives")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.MANAGER, Role.ADMIN})
@Tag(name = "Fiscal journal")
class ArchiveResource {

    private static final String ZIP = "application/zip";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Archives archives;
    private final ArchiveStore store;
    private final CurrentCaller caller;
    private final CurrentWrite write;

    @Inject
    ArchiveResource(Archives archives, ArchiveStore store, CurrentCaller caller, CurrentWrite write) {
        this.archives = archives;
        this.store = store;
        this.caller = caller;
        this.write = write;
    }

    @POST
    @CommonProblem.MayAnswer(CommonProblem.NOT_FOUND)
    @Operation(
            operationId = "makeArchive",
            summary = "Archive what the journal holds of a period, signed; its making is written into the journal")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Archive.class)))
    public Uni<Response> make(@NotNull @Valid NewArchive period) {
        return archives.make(write.of(period), period).map(Answer::toResponse);
    }

    @GET
    @Operation(operationId = "listArchives", summary = "Archives of the fiscal journal, newest first")
    public Uni<Page<Archive>> list(@BeanParam PageRequest request) {
        return store.page(caller.get().restaurantId(), request.before(), request.limit() + 1)
                .map(found -> Page.of(found, request, Archive::archiveId, archive -> archive));
    }

    @GET
    @Path("/{archive_id}")
    @Produces({ZIP, MediaType.APPLICATION_JSON})
    @CommonProblem.MayAnswer(CommonProblem.NOT_FOUND)
    @Operation(
            operationId = "getArchive",
            summary = "The archive: entries as CSV and JSON lines, manifest, signature, public key",
            description = "`./brigade verify-journal FILE` checks it, without services or database.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = ZIP,
                            schema = @Schema(type = SchemaType.STRING, format = "binary"),
                            example = "PK…"))
    @Blocking // written while it is read: a year's journal is never in memory
    public Response get(@PathParam("archive_id") long archiveId) {
        ArchiveStore.Sealed content =
                store.sealed(caller.get().restaurantId(), archiveId).await().atMost(PATIENCE);
        return Response.ok((StreamingOutput) out -> archives.write(content, out), ZIP)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"archive-" + archiveId + ".zip\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
