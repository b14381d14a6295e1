package io.brigade.orders.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final Turns turns = new Turns(2);
    private final List<UniEmitter<? super Integer>> running = new ArrayList<>();

    private CompletableFuture<Integer> begin() {
        return turns.take(Uni.createFrom().<Integer>emitter(running::add)).subscribeAsCompletionStage();
    }

    @Test
    void onlySoManyRunAtOnceAndAllOfThemInTurn() {
        List<CompletableFuture<Integer>> all =
                IntStream.range(0, 5).mapToObj(_ -> begin()).toList();

        assertThat(running).hasSize(2);
        for (int i = 0; i < all.size(); i++) {
            running.get(i).complete(i);
            assertThat(all.get(i).join()).isEqualTo(i);
            assertThat(running).hasSize(Math.min(all.size(), i + 3));
        }
    }

    @Test
    void oneThatFailsGivesItsTurnToTheNext() {
        List<CompletableFuture<Integer>> all =
                IntStream.range(0, 3).mapToObj(_ -> begin()).toList();

        running.getFirst().fail(new IllegalStateException("Redis is away"));

        assertThatThrownBy(all.getFirst()::join).hasRootCauseMessage("Redis is away");
        running.getLast().complete(3);
        assertThat(all.getLast().join()).isEqualTo(3);
    }
}
