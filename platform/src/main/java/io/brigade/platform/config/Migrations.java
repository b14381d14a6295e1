package io.brigade.platform.config;

/** When a service's database gets the tables that its code needs. */
public enum Migrations {
    /** Every instance migrates before it is ready; the first one does it, the others wait for it. */
    AT_START,
    /** The process migrates, prints what it applied and ends: what a job does before instances that are OFF start. */
    ONLY,
    /** The instance never migrates; it waits for whoever does while the schema is older than its code. */
    OFF
}
