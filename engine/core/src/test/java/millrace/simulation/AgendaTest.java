package millrace.simulation;

import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whoever acts first stands first, also when an agent moves others while it acts. */
class AgendaTest {
    private static final class Some extends Agent {
        Some(int rank, int number) {
            super(rank, number);
        }

        @Override
        void due() {}
    }

    private static Agent first(List<Agent> agents) {
        return agents.stream()
                .min(Comparator.comparingLong((Agent a) -> a.time)
                        .thenComparingInt(a -> a.rank)
                        .thenComparingLong(a -> a.sequence))
                .orElseThrow();
    }

    @Test
    void anAgentMovesOthersWhileItActs() {
        for (long seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            List<Agent> agents = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                agents.add(new Some(random.nextBoolean() ? Agent.SCRIPT : Agent.TIMER, i));
                agents.getLast().time = random.nextInt(20);
            }
            Agenda agenda = new Agenda(agents);
            for (int step = 0; step < 30; step++) {
                Agent acts = agenda.first();
                assertSame(first(agents), acts, "seed " + seed);
                agenda.rest(acts);
                for (int i = random.nextInt(3); i > 0; i--) {
                    Agent other = agents.get(random.nextInt(agents.size()));
                    if (other == acts) continue;
                    other.time = random.nextInt(40);
                    agenda.moved(other);
                }
                acts.time = random.nextInt(40);
                agenda.moved(acts);
            }
        }
    }
}
