package io.brigade.orders.floor;

import io.vertx.mutiny.sqlclient.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An area of the floor. */
public record AreaView(
        @Schema(examples = "2") long areaId,
        @Schema(examples = "Terrasse") String name,

        @Schema(description = "Among the others.", examples = "2")
        int position,

        @Schema(description = "Rises with every change; If-Match names it.", examples = "1")
        int version) {

    static AreaView from(Row row) {
        return new AreaView(
                row.getLong("area_id"), row.getString("name"), row.getInteger("position"), row.getInteger("version"));
    }
}
