package io.brigade.menu.carte;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.brigade.platform.event.EventListener;
import io.brigade.platform.event.StreamEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/** Drops the cached carte when the event of its change arrives, should the writer have died before it could. */
@ApplicationScoped
class CarteInvalidation implements EventListener {

    private static final Logger LOG = Logger.getLogger(CarteInvalidation.class);

    private final CarteCache cache;
    private final ObjectMapper json;

    @Inject
    CarteInvalidation(CarteCache cache, ObjectMapper json) {
        this.cache = cache;
        this.json = json;
    }

    @Override
    public void onEvent(StreamEvent event) {
        if (event.type().equals(CarteChange.EVENT_TYPE)) {
            cache.invalidate(
                            event.restaurantId(),
                            event.read(json, CarteChange.Data.class).version())
                    .subscribe()
                    .with(_ -> {}, failure -> LOG.warn("the carte was not dropped from the cache", failure));
        }
    }
}
