package millrace.operator;

import java.util.List;
import millrace.operator.LogGroup.Pause;
import millrace.operator.LogGroup.Slow;

/**
 * A queue: each message to one of the competing workers, gone once it is done. Output 0 is what is done, output 1 what was
 * given up. All times in milliseconds.
 *
 * @param in type of the messages
 * @param out of what is done and of what is given up: the message's fields, then {@link #WORKER} and {@link #DELIVERY}
 * @param prefetch how many messages a worker holds at most, the one that it is busy with among them
 * @param front whether a failed message goes back to the front, else to the back
 * @param limit deliveries after which a message is given up; 0 = never
 */
public record Queue(StreamType in, StreamType out, int prefetch, List<Worker> workers, List<Failure> failures,
        boolean front, long limit) implements Operator {
    /** The field that names who did it. */
    public static final String WORKER = "worker";
    /** The field that says at which delivery, from 1: above that it was delivered again. */
    public static final String DELIVERY = "delivery";

    public Queue {
        workers = List.copyOf(workers);
        failures = List.copyOf(failures);
    }

    /**
     * @param takes how long it is busy with a message
     * @param joins when it begins; {@link Long#MIN_VALUE} = with the run
     * @param pauses when it is given no message, and what it has in hand rests
     * @param slow when a message takes it longer, or shorter
     */
    public record Worker(String name, long takes, long joins, List<Pause> pauses, List<Slow> slow) {
        public Worker {
            pauses = List.copyOf(pauses);
            slow = List.copyOf(slow);
        }

        /** One that never pauses. */
        public Worker(String name, long takes, long joins) {
            this(name, takes, joins, List.of(), List.of());
        }

        boolean paused(long now) {
            return pauses.stream().anyMatch(p -> p.covers(Pause.ALL, now));
        }

        /** When the next pause after now ends; {@link Long#MAX_VALUE} = none does. */
        long goesOn(long now) {
            return pauses.stream()
                    .filter(p -> p.covers(Pause.ALL, now))
                    .mapToLong(Pause::to)
                    .max()
                    .orElse(Long.MAX_VALUE);
        }

        long takes(long now) {
            for (Slow s : slow)
                if (s.from() <= now && now < s.to()) return s.takes();
            return takes;
        }
    }

    /**
     * Work on a message fails.
     *
     * @param message its number in the order of sending, from 1
     * @param deliveries at which it fails, from 1; empty = at all
     */
    public record Failure(long message, List<Long> deliveries) {
        public Failure {
            deliveries = List.copyOf(deliveries);
        }
    }

    boolean fails(long message, long delivery) {
        return failures.stream()
                .anyMatch(f -> f.message == message && (f.deliveries.isEmpty() || f.deliveries.contains(delivery)));
    }

    @Override
    public Processor start() {
        return new QueueProcessor(this);
    }
}
