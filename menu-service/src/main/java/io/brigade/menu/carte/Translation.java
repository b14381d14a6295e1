package io.brigade.menu.carte;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A thing's texts in one more language; only dishes and formules have a description. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Translation(
        @NotNull @Size(min = 1, max = 120) @Schema(examples = "Grilled rib steak")
        String name,

        @Size(max = 500) @Schema(examples = "300 g of Charolais beef, herb butter.") @Nullable String description) {}
