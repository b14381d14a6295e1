package io.brigade.payments.book;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who sells: what a French ticket says of the business (CGI ann. II art. 242 nonies A). */
public record Seller(
        @Schema(examples = "Brasserie du Marché") String name,
        @Schema(examples = "Brasserie du Marché SAS") String legalName,
        @Schema(examples = "12345678200010") String siret,

        @Schema(examples = "12 quai Saint-Antoine, 69002 Lyon")
        String address) {}
