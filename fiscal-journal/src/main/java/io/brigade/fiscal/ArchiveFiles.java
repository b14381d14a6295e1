package io.brigade.fiscal;

import java.util.List;

/** The files in an archive. French names: a French auditor opens it. */
public final class ArchiveFiles {

    /** Entries, one a line: what hashes and signatures are checked on. */
    public static final String JOURNAL = "journal.jsonl";

    /** The same for a spreadsheet. */
    public static final String TABLE = "journal.csv";

    /** How to read and check it. */
    public static final String README = "LISEZMOI.txt";

    /** The public keys that its signatures were made with. */
    public static final String KEYS = "cle-publique.pem";

    /** What it holds. */
    public static final String MANIFEST = "manifeste.json";

    /** The manifest's signature: DER in Base64. */
    public static final String SIGNATURE = "manifeste.sig";

    /** Those that the manifest has hashes of. */
    static final List<String> HASHED = List.of(JOURNAL, TABLE, README, KEYS);

    private ArchiveFiles() {}
}
