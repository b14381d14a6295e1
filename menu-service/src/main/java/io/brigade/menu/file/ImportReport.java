package io.brigade.menu.file;

import io.brigade.menu.category.Category;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a file changed, or would change. */
public record ImportReport(
        @Schema(description = "Nothing was written: this is what would happen.", examples = "false")
        boolean dryRun,

        Counts categories,
        Counts dishes,
        Counts optionGroups,
        Counts formules) {

    /** How many things of a kind. */
    public record Counts(
            @Schema(examples = "2") long created,

            @Schema(examples = "14") long changed,

            @Schema(examples = "58") long unchanged,

            @Schema(description = "Only with mode=replace.", examples = "0")
            long removed) {

        private static Counts of(Matching<?, ?> matching, List<?> removed) {
            long created = matching.matched().stream().filter(Matched::isNew).count();
            long changed = matching.matched().stream().filter(Matched::changes).count();
            return new Counts(created, changed, matching.matched().size() - created - changed, removed.size());
        }
    }

    static ImportReport of(ImportPlan plan, boolean dryRun) {
        List<Category> emptied = plan.categoriesRemoved();
        return new ImportReport(
                dryRun,
                Counts.of(plan.categories(), emptied),
                Counts.of(plan.dishes(), plan.dishes().removed()),
                Counts.of(plan.groups(), plan.groups().removed()),
                Counts.of(plan.formules(), plan.formules().removed()));
    }
}
