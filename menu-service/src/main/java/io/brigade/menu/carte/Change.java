package io.brigade.menu.carte;

import io.brigade.platform.sql.SessionWork;
import io.brigade.platform.sql.Work;
import org.hibernate.reactive.mutiny.Mutiny;

/** A change of one restaurant's carte that is under way: its transaction holds the carte's lock. */
public final class Change {

    private final long restaurantId;
    private final Author author;
    private final Mutiny.Session session;
    private final Work work;
    private boolean nothing;
    private boolean trial;

    /** In the session's transaction. */
    public Change(long restaurantId, Author author, Mutiny.Session session) {
        this.restaurantId = restaurantId;
        this.author = author;
        this.session = session;
        this.work = new SessionWork(session);
    }

    /** Whose carte. */
    public long restaurantId() {
        return restaurantId;
    }

    /** Who changes it. */
    public Author author() {
        return author;
    }

    /** For entities. */
    public Mutiny.Session session() {
        return session;
    }

    /** For statements. */
    public Work work() {
        return work;
    }

    /** It turned out that there is nothing to change: the version stays, and nobody is told. */
    public void nothing() {
        nothing = true;
    }

    /** It was only tried: whatever was written is taken back. */
    public void trial() {
        trial = true;
    }

    boolean isNothing() {
        return nothing || trial;
    }

    boolean isTrial() {
        return trial;
    }
}
