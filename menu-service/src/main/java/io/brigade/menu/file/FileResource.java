package io.brigade.menu.file;

import io.brigade.menu.MenuProblem;
import io.brigade.menu.carte.CarteChange;
import io.brigade.platform.http.QueryValue;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.Answers;
import io.brigade.platform.idempotency.CurrentWrite;
import io.brigade.platform.security.Caller;
import io.brigade.platform.security.CurrentCaller;
import io.brigade.platform.security.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/menu")
@RolesAllowed({Role.MANAGER, Role.ADMIN})
@Tag(name = "Menu")
class FileResource {

    private static final String CSV = "text/csv";
    private static final String JSON_EXAMPLE = """
            {"categories": [{"name": "Entrées", "dishes": [{"name": "Œufs mayonnaise", "unit_price_cents": 790}]}]}""";
    private static final String CSV_EXAMPLE = "category;name;unit_price\r\nEntrées;Œufs mayonnaise;7,90\r\n";
    private static final String CSV_UTF_8 = "text/csv;charset=UTF-8";

    private final CarteImport files;
    private final CarteExport export;
    private final CarteChange changes;
    private final Answers answers;
    private final CurrentCaller caller;
    private final CurrentWrite write;

    @Inject
    FileResource(
            CarteImport files,
            CarteExport export,
            CarteChange changes,
            Answers answers,
            CurrentCaller caller,
            CurrentWrite write) {
        this.files = files;
        this.export = export;
        this.changes = changes;
        this.answers = answers;
        this.caller = caller;
        this.write = write;
    }

    /** What the Idempotency-Key of an import stands for. */
    record Request(Format format, boolean replace, boolean dryRun, String file) {}

    enum Mode {
        MERGE,
        REPLACE
    }

    @GET
    @Path("/export")
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(operationId = "exportMenu", summary = "The carte as a file: all of it as JSON, its dishes as CSV")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.OBJECT),
                        example = JSON_EXAMPLE),
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING), example = CSV_EXAMPLE)
            })
    public Uni<Response> export(
            @Parameter(description = "What Accept says if absent.", schema = @Schema(implementation = Format.class))
                    @QueryParam("format")
                    @Nullable String format,
            @Parameter(
                            description = "Of CSV: SEMICOLON goes with 12,50 and COMMA with 12.50.",
                            schema = @Schema(implementation = CsvSheet.Separator.class, defaultValue = "SEMICOLON"))
                    @QueryParam("separator")
                    @Nullable String separator,
            @Parameter(
                            description = "False leaves ids out, so that the file fits another restaurant, too.",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "true"))
                    @QueryParam("ids")
                    @Nullable String ids,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        Caller reader = caller.get();
        Format asked = choice("format", Format.class, format);
        boolean csv = asked == null ? accept != null && accept.startsWith(CSV) : asked == Format.CSV;
        boolean withIds = !Objects.equals(choice("ids", YesNo.class, ids), YesNo.FALSE);
        CsvSheet.Separator between = Objects.requireNonNullElse(
                choice("separator", CsvSheet.Separator.class, separator), CsvSheet.Separator.SEMICOLON);
        return csv
                ? export.csv(reader, withIds, between).map(file -> file(file, CSV_UTF_8, "carte.csv"))
                : export.json(reader, withIds).map(file -> file(file, MediaType.APPLICATION_JSON, "carte.json"));
    }

    @POST
    @Path("/import")
    @Consumes({MediaType.APPLICATION_JSON, CSV})
    @Produces(MediaType.APPLICATION_JSON)
    @MenuProblem.MayAnswer(MenuProblem.IMPORT_REFUSED)
    @Operation(
            operationId = "importMenu",
            summary = "Take a file over, all of it or nothing; refused with one error per line or field")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.OBJECT),
                        example = JSON_EXAMPLE),
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING), example = CSV_EXAMPLE)
            })
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ImportReport.class)))
    public Uni<Response> take(
            @Parameter(
                            description = "REPLACE: what the file is silent about goes.",
                            schema = @Schema(implementation = Mode.class, defaultValue = "MERGE"))
                    @QueryParam("mode")
                    @Nullable String mode,
            @Parameter(
                            description = "True: nothing is written, the answer tells what would happen.",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @QueryParam("dry_run")
                    @Nullable String dryRun,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            byte[] body) {
        Request request = new Request(
                type != null && type.toLowerCase(Locale.ROOT).startsWith(CSV) ? Format.CSV : Format.JSON,
                choice("mode", Mode.class, mode) == Mode.REPLACE,
                choice("dry_run", YesNo.class, dryRun) == YesNo.TRUE,
                Format.text(body));
        return changes.apply(write.of(request), change -> files.run(
                                change, request.format(), request.file(), request.replace(), request.dryRun())
                        .map(answers::ok))
                .map(Answer::toResponse);
    }

    enum YesNo {
        TRUE,
        FALSE
    }

    private static <E extends Enum<E>> @Nullable E choice(String parameter, Class<E> choices, @Nullable String text) {
        return QueryValue.choice(parameter, choices, text == null ? null : text.toUpperCase(Locale.ROOT));
    }

    private static Response file(String content, String type, String name) {
        return Response.ok(content, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
