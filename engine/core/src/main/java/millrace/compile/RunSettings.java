package millrace.compile;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import millrace.design.Clock;
import millrace.design.Design;
import millrace.design.Durations;
import millrace.design.Location;
import millrace.design.Problem;
import millrace.design.Suggestion;
import millrace.design.Value;
import millrace.operator.Dialect;
import millrace.text.Sentences;

/**
 * The settings of the run: {@code settings} of a design.
 *
 * @param transit of wires that have none of their own, ms
 */
record RunSettings(Clock clock, long seed, long until, long transit, boolean batch, Dialect dialect) {
    private static final Set<String> KNOWN = Set.of("clock", "seed", "until", "transit", "mode", "dialect",
            "checkpoints", "crashes", "recovery", "upgrade", "changes", "bookmarks");
    private static final Map<String, Dialect> DIALECTS = Map.of("millrace", Dialect.MILLRACE, "beam", Dialect.BEAM,
            "flink", Dialect.FLINK, "kafka-streams", Dialect.KAFKA_STREAMS);
    private static final Set<String> MODES = Set.of("streaming", "batch");

    static RunSettings read(Design design, Consumer<Problem> out) {
        Reading reading = new Reading(design, out);
        reading.unknown();
        Clock clock = reading.clock();
        return new RunSettings(clock, reading.seed(), reading.until(clock), reading.transit(), reading.batch(),
                reading.dialect());
    }

    /** Reads one design's settings, telling what is wrong. */
    private record Reading(Design design, Consumer<Problem> out) {
        private Optional<Value> given(String name) {
            return design.settings().get(name).filter(v -> !(v instanceof Value.Nothing));
        }

        private Optional<String> text(String name) {
            return given(name).map(v -> v instanceof Value.Text t ? t.text() : "");
        }

        void unknown() {
            for (String name : design.settings().fields().keySet()) {
                if (KNOWN.contains(name)) continue;
                out.accept(Problem.warning(Location.setting("", "settings." + name), "compile.unknown-setting",
                        name, Suggestion.of(name, KNOWN)));
            }
        }

        Clock clock() {
            Optional<String> text = text("clock");
            if (text.isEmpty()) return FirstTime.clockOf(design);
            Optional<Clock> clock = Clock.parseStart(text.get());
            if (clock.isEmpty()) error("clock", "compile.not-a-time.start");
            return clock.orElse(Clock.MIDNIGHT);
        }

        long seed() {
            Optional<Value> seed = given("seed");
            if (seed.isEmpty()) return 1;
            boolean whole = seed.get() instanceof Value.Number n && n.number().stripTrailingZeros().scale() <= 0
                    && n.number().precision() - n.number().scale() <= 18;
            if (!whole) error("seed", "compile.not-a-number.seed");
            return whole ? ((Value.Number) seed.get()).number().longValue() : 1;
        }

        long until(Clock clock) {
            Optional<String> text = text("until");
            if (text.isEmpty()) return Long.MAX_VALUE;
            OptionalLong until = clock.parse(text.get());
            if (until.isEmpty()) error("until", "compile.not-a-time.end");
            else if (until.getAsLong() < clock.start())
                error("until", "compile.out-of-range.end", clock.format(clock.start()));
            return until.orElse(Long.MAX_VALUE);
        }

        long transit() {
            Optional<String> text = text("transit");
            if (text.isEmpty()) return 0;
            OptionalLong transit = Durations.parse(text.get());
            if (transit.isPresent() && transit.getAsLong() >= 0) return transit.getAsLong();
            error("transit", "compile.not-a-duration");
            return 0;
        }

        boolean batch() {
            return choice("mode", "streaming", MODES).equals("batch");
        }

        Dialect dialect() {
            return DIALECTS.getOrDefault(choice("dialect", "millrace", DIALECTS.keySet()), Dialect.MILLRACE);
        }

        private String choice(String name, String usual, Set<String> known) {
            String chosen = text(name).orElse(usual);
            if (known.contains(chosen)) return chosen;
            error(name, "compile.unknown-choice", name, Suggestion.of(chosen, known));
            return usual;
        }

        /** What was written is {0}, the parts follow. */
        private void error(String name, String key, Object... parts) {
            Object[] all = Stream.concat(Stream.of(shown(name)), Stream.of(parts)).toArray();
            out.accept(Problem.error(Location.setting("", "settings." + name), key, all));
        }

        private String shown(String name) {
            Value value = given(name).orElse(new Value.Nothing());
            return switch (value) {
                case Value.Text t -> Sentences.of("compile.words.text",
                        t.text().length() > 40 ? t.text().substring(0, 40) + "..." : t.text());
                case Value.Number n -> Sentences.of("compile.words.number");
                default -> value.kind();
            };
        }
    }

    /** The clock of a design that sets none: the first time of its event lists, without the seconds. */
    private static final class FirstTime {
        private static final long MINUTE = 60_000;

        private long first = Long.MAX_VALUE;
        private boolean dated;

        static Clock clockOf(Design design) {
            FirstTime times = new FirstTime();
            design.nodes()
                    .stream()
                    .filter(n -> n.type().equals("timetable"))
                    .forEach(n -> n.settings().get("rows").ifPresent(times::rows));
            if (times.first == Long.MAX_VALUE) return Clock.MIDNIGHT;
            return new Clock(Math.floorDiv(times.first, MINUTE) * MINUTE, times.dated);
        }

        private void rows(Value rows) {
            if (!(rows instanceof Value.Items items)) return;
            for (Value row : items.items()) {
                if (!(row instanceof Value.Items cells)) continue;
                for (int i = 0; i < Math.min(2, cells.items().size()); i++) {
                    if (cells.items().get(i) instanceof Value.Text t) time(t.text());
                }
            }
        }

        private void time(String text) {
            Optional<Clock> time = Clock.parseStart(text);
            if (time.isEmpty()) return;
            first = Math.min(first, time.get().start());
            dated |= time.get().dated();
        }
    }
}
