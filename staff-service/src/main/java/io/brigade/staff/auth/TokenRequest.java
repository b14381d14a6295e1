package io.brigade.staff.auth;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Either a staff code and PIN, or a refresh token. */
@Schema(description = "Either staff_code and pin, or refresh_token.")
public record TokenRequest(
        @Nullable @Size(max = 12) @Schema(examples = "1001") String staffCode,

        @Nullable @Pattern(regexp = "[0-9]{4,8}") @Schema(examples = "4821")
        String pin,

        @Nullable @Size(max = 100) @Schema(description = "Instead of code and PIN.")
        String refreshToken) {

    @Override
    public String toString() {
        return "TokenRequest[" + staffCode + "]"; // never the PIN or the token
    }
}
