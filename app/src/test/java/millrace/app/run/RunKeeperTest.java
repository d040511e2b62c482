package millrace.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import millrace.design.Design;
import millrace.operator.Files;
import org.junit.jupiter.api.Test;

/** A hand drags: edits come faster than runs end. */
class RunKeeperTest {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final CountDownLatch newest = new CountDownLatch(1);
    private final List<String> shown = new CopyOnWriteArrayList<>();

    private RunKeeper<String> keeper() {
        return new RunKeeper<>(Runnable::run, run -> prepared(run.plan().design().name()), this::shown);
    }

    private String prepared(String name) {
        begun.countDown();
        try {
            assertTrue(goOn.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return name;
    }

    private void shown(Shown<String> next) {
        next.run().ifPresent(r -> shown.add(r.views() + (next.newest() ? " newest" : "")));
        if (next.newest() && next.run().isPresent()) newest.countDown();
    }

    @Test
    void theRunOnItsWayEndsAndIsShownThenTheNewestAndNoneBetween() throws InterruptedException {
        try (RunKeeper<String> keeper = keeper()) {
            keeper.run(Design.EMPTY.named("first"), Files.NONE);
            assertTrue(begun.await(20, TimeUnit.SECONDS));
            for (String later : List.of("second", "third", "fourth"))
                keeper.run(Design.EMPTY.named(later), Files.NONE);
            goOn.countDown();
            assertTrue(newest.await(20, TimeUnit.SECONDS));
            assertEquals(List.of("first", "fourth newest"), shown);
        }
    }

    @Test
    void theRunOfADesignThatWasLeftIsNotShown() throws InterruptedException {
        try (RunKeeper<String> keeper = keeper()) {
            keeper.run(Design.EMPTY.named("first"), Files.NONE);
            assertTrue(begun.await(20, TimeUnit.SECONDS));
            keeper.forget();
            keeper.run(Design.EMPTY.named("another"), Files.NONE);
            goOn.countDown();
            assertTrue(newest.await(20, TimeUnit.SECONDS));
            assertEquals(List.of("another newest"), shown);
        }
    }
}
