package io.brigade.menu.option;

import io.brigade.menu.MenuProblem;
import io.brigade.menu.carte.CarteChange;
import io.brigade.menu.carte.Change;
import io.brigade.menu.carte.References;
import io.brigade.menu.price.PriceHistory;
import io.brigade.menu.price.Priced;
import io.brigade.platform.http.EntityTag;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.Answers;
import io.brigade.platform.idempotency.WriteRequest;
import io.brigade.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows and changes one option group with its options. */
@ApplicationScoped
class OptionGroupService {

    private final OptionGroups groups;
    private final PriceHistory prices;
    private final CarteChange changes;
    private final Answers answers;

    @Inject
    OptionGroupService(OptionGroups groups, PriceHistory prices, CarteChange changes, Answers answers) {
        this.groups = groups;
        this.prices = prices;
        this.changes = changes;
        this.answers = answers;
    }

    Uni<OptionGroupView> get(long restaurantId, long groupId) {
        return groups.get(restaurantId, groupId).map(OptionGroupView::of);
    }

    Uni<Answer> add(WriteRequest write, OptionGroupEdit edit) {
        requireOptions(Set.of(), edit);
        return changes.apply(write, change -> groups.requireRoom(change)
                .map(_ -> made(change, edit))
                .call(group -> change.session().persist(group))
                .call(group -> prices.record(change, List.of(), Priced.of(group)))
                .map(group -> answers.created(OptionGroupView.of(group))));
    }

    Uni<Answer> edit(WriteRequest write, long groupId, @Nullable String ifMatch, OptionGroupEdit edit) {
        return changes.apply(write, change -> required(change, groupId, ifMatch)
                .chain(group -> take(change, group, edit))
                .map(group -> answers.ok(OptionGroupView.of(group))));
    }

    /** Only one that no dish asks for. */
    Uni<Answer> remove(WriteRequest write, long groupId, @Nullable String ifMatch) {
        return changes.apply(write, change -> required(change, groupId, ifMatch)
                .call(group -> groups.usedBy(change, group).invoke(dishes -> requireUnused(group, dishes)))
                .call(group -> change.session().remove(group))
                .replaceWith(Answer.of(204, new byte[0])));
    }

    private Uni<OptionGroup> take(Change change, OptionGroup group, OptionGroupEdit edit) {
        requireOptions(group.options.stream().map(option -> option.optionId).collect(Collectors.toSet()), edit);
        List<Priced> before = Priced.of(group);
        group.take(edit);
        group.version++;
        return change.session()
                .flush() // gives new options their ids
                .chain(() -> prices.record(change, before, Priced.of(group)))
                .replaceWith(group);
    }

    private Uni<OptionGroup> required(Change change, long groupId, @Nullable String ifMatch) {
        return groups.require(change, groupId)
                .invoke(group -> EntityTag.requireMatch(ifMatch, group.version, OptionGroupView.of(group)));
    }

    private static OptionGroup made(Change change, OptionGroupEdit edit) {
        OptionGroup group = new OptionGroup();
        group.restaurantId = change.restaurantId();
        group.take(edit);
        return group;
    }

    /** Options that are named by id belong to the group, and none is named twice. */
    private static void requireOptions(Set<Long> known, OptionGroupEdit edit) {
        References references = new References();
        Set<Long> left = new HashSet<>(known);
        for (int i = 0; i < edit.options().size(); i++) {
            Long id = edit.options().get(i).optionId();
            references.check(
                    "options[" + i + "].option_id",
                    id == null || left.remove(id),
                    "such option in this group, or it is named twice,");
        }
        references.require();
    }

    private static void requireUnused(OptionGroup group, List<String> dishes) {
        if (!dishes.isEmpty()) {
            throw ProblemException.of(
                    MenuProblem.OPTION_GROUP_IN_USE,
                    "«" + group.name + "» goes with " + String.join(", ", dishes) + ": take it off there first.");
        }
    }
}
