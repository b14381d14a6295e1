package io.brigade.menu.file;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.brigade.menu.carte.CarteRepository;
import io.brigade.menu.carte.Change;
import io.brigade.menu.price.PriceHistory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Validator;

/** Puts a file's carte in: all of it or nothing. */
@ApplicationScoped
public class CarteImport {

    private final CarteRepository cartes;
    private final PriceHistory prices;
    private final ObjectMapper json;
    private final Validator validator;

    @Inject
    CarteImport(CarteRepository cartes, PriceHistory prices, ObjectMapper json, Validator validator) {
        this.cartes = cartes;
        this.prices = prices;
        this.json = json;
        this.validator = validator;
    }

    /** Puts a carte in that comes as JSON; what it does not name stays. */
    public Uni<Void> putIn(Change change, String file) {
        return run(change, Format.JSON, file, false, false).replaceWithVoid();
    }

    /**
     * Takes a file over.
     *
     * @param replace what the file is silent about goes, where it speaks of things of that kind
     * @param dryRun nothing is written
     * @return fails with 400 when it can't be read at all, with 422 and every error when it can't be taken over
     */
    Uni<ImportReport> run(Change change, Format format, String file, boolean replace, boolean dryRun) {
        return cartes.load(change.session(), change.restaurantId()).chain(carte -> {
            ImportErrors errors = new ImportErrors();
            ImportPlan plan = new ImportPlan(carte, format.read(json, file, errors), replace, json, validator, errors);
            ImportReport report = ImportReport.of(plan, dryRun);
            if (dryRun) {
                change.trial();
            } else if (plan.changesNothing()) {
                change.nothing();
            }
            if (dryRun || plan.changesNothing()) {
                return Uni.createFrom().item(report);
            }
            ImportSteps steps = new ImportSteps(change, carte, plan);
            return steps.carryOut()
                    .chain(() -> prices.record(change, steps.pricesBefore(), steps.pricesAfter()))
                    .replaceWith(report);
        });
    }
}
