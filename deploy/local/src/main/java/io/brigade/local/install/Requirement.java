package io.brigade.local.install;

/** A program that the suite runs, and the Debian package that brings it. */
public enum Requirement {
    /** Full server with its tools. */
    POSTGRESQL("postgresql") {
        @Override
        public boolean isMet() {
            return Tools.postgres().isPresent();
        }
    },
    /** Only what talks to someone else's server. */
    POSTGRESQL_CLIENT("postgresql-client") {
        @Override
        public boolean isMet() {
            return Tools.find("psql").isPresent();
        }
    },
    /** Redis server. */
    REDIS("redis-server") {
        @Override
        public boolean isMet() {
            return Tools.find("redis-server").isPresent();
        }
    },
    /** Web server. */
    NGINX("nginx") {
        @Override
        public boolean isMet() {
            return Tools.find("nginx").isPresent();
        }
    };

    private final String debianPackage;

    Requirement(String debianPackage) {
        this.debianPackage = debianPackage;
    }

    /** Whether the program is there. */
    public abstract boolean isMet();

    /** Name of the package on Debian and Ubuntu. */
    public String debianPackage() {
        return debianPackage;
    }
}
