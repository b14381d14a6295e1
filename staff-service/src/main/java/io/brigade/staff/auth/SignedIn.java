package io.brigade.staff.auth;

import java.time.Duration;

/** Somebody who is signed in, and the tokens that say so. */
record SignedIn(String accessToken, Duration lifetime, RefreshToken refreshToken, SignedInStaff staff) {

    @Override
    public String toString() {
        return "SignedIn[" + staff.staffId() + "]"; // never the tokens
    }
}
