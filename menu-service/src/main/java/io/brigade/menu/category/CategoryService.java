package io.brigade.menu.category;

import io.brigade.menu.MenuProblem;
import io.brigade.menu.carte.CarteChange;
import io.brigade.menu.carte.Change;
import io.brigade.platform.http.EntityTag;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.Answers;
import io.brigade.platform.idempotency.WriteRequest;
import io.brigade.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Shows and changes one category. */
@ApplicationScoped
class CategoryService {

    private final Categories categories;
    private final CarteChange changes;
    private final Answers answers;

    @Inject
    CategoryService(Categories categories, CarteChange changes, Answers answers) {
        this.categories = categories;
        this.changes = changes;
        this.answers = answers;
    }

    Uni<CategoryView> get(long restaurantId, long categoryId) {
        return categories.get(restaurantId, categoryId).map(CategoryView::of);
    }

    Uni<Answer> add(WriteRequest write, CategoryEdit edit) {
        return changes.apply(write, change -> categories
                .requireRoom(change)
                .chain(() -> categories.nextPosition(change))
                .map(position -> made(change, position, edit))
                .call(category -> change.session().persist(category))
                .map(category -> answers.created(CategoryView.of(category))));
    }

    Uni<Answer> edit(WriteRequest write, long categoryId, @Nullable String ifMatch, CategoryEdit edit) {
        return changes.apply(write, change -> required(change, categoryId, ifMatch)
                .invoke(category -> {
                    category.take(edit);
                    category.version++;
                })
                .map(category -> answers.ok(CategoryView.of(category))));
    }

    /** Only an empty one: what becomes of its dishes is for a person to decide. */
    Uni<Answer> remove(WriteRequest write, long categoryId, @Nullable String ifMatch) {
        return changes.apply(write, change -> required(change, categoryId, ifMatch)
                .call(category ->
                        categories.dishesIn(change, category).invoke(dishes -> requireEmpty(category, dishes)))
                .call(category -> change.session().remove(category))
                .replaceWith(Answer.of(204, new byte[0])));
    }

    private Uni<Category> required(Change change, long categoryId, @Nullable String ifMatch) {
        return categories
                .require(change, categoryId)
                .invoke(category -> EntityTag.requireMatch(ifMatch, category.version, CategoryView.of(category)));
    }

    private static Category made(Change change, int position, CategoryEdit edit) {
        Category category = new Category();
        category.restaurantId = change.restaurantId();
        category.position = position;
        category.take(edit);
        return category;
    }

    private static void requireEmpty(Category category, long dishes) {
        if (dishes > 0) {
            throw ProblemException.of(
                    MenuProblem.CATEGORY_NOT_EMPTY,
                    "«" + category.name + "» has " + dishes + " dishes: move or remove them first.");
        }
    }
}
