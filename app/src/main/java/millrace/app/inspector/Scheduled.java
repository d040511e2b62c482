package millrace.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import millrace.catalog.Setting;
import millrace.catalog.Setting.Kind;
import millrace.design.Clock;
import millrace.design.Design;
import millrace.design.Value;

/**
 * A setting that the design has become another from a time on.
 *
 * @param place in the design's list of changes
 * @param at as written
 * @param owner a node's id or a wire's; empty = the run
 */
public record Scheduled(int place, String at, String owner, String setting, Value value) {
    /** Of the run, what does not hold for the whole of it. */
    private static final List<String> OF_THE_RUN = List.of("checkpoints.every", "checkpoints.timeout",
            "recovery.restartDelay", "recovery.detectAfter", "recovery.resume");
    /** What is behind a node, or what it keeps, was made for these. */
    private static final List<String> FOR_THE_WHOLE_RUN = List.of("key", "partitions", "partitionBy", "instances",
            "inputs", "fields", "workers", "groups", "timestamps", "accumulation");

    /**
     * All that a design says.
     *
     * @param now of the playhead, for which value holds there
     */
    public record Later(List<Scheduled> all, long now, Clock clock) {
        public static final Later NONE = new Later(List.of(), 0, Clock.MIDNIGHT);

        public Later {
            all = List.copyOf(all);
        }

        public static Later of(Design design, long now, Clock clock) {
            List<Scheduled> all = new ArrayList<>();
            if (design.settings().get("changes").orElse(new Value.Nothing()) instanceof Value.Items items)
                for (int i = 0; i < items.items().size(); i++)
                if (items.items().get(i) instanceof Value.Group g)
                    all.add(new Scheduled(i, text(g, "at"),
                            text(g, "node"), text(g, "setting"), g.get("value").orElse(new Value.Nothing())));
            return new Later(all, now, clock);
        }

        private static String text(Value.Group group, String name) {
            return group.get(name).orElse(new Value.Nothing()) instanceof Value.Text t ? t.text() : "";
        }

        /** The changes of a setting, in the order in which they are written. */
        List<Scheduled> of(Subject subject, String path) {
            Optional<String> owner = owner(subject);
            return all.stream()
                    .filter(s -> owner.isPresent() && s.owner.equals(owner.get()) && s.setting.equals(path))
                    .toList();
        }

        /** The value that holds at the playhead by a change; empty if none has come yet. */
        Optional<Value> holds(Subject subject, String path) {
            Optional<Value> found = Optional.empty();
            long latest = Long.MIN_VALUE;
            for (Scheduled s : of(subject, path)) {
                OptionalLong from = clock.parse(s.at);
                if (from.isEmpty() || from.getAsLong() > now || from.getAsLong() < latest) continue;
                latest = from.getAsLong();
                found = Optional.of(s.value);
            }
            return found;
        }
    }

    /** As the design names whose setting it is; empty if it is of several, or has none. */
    public static Optional<String> owner(Subject subject) {
        return switch (subject) {
            case Subject.OfNode n -> Optional.of(n.node().id());
            case Subject.OfWire w -> Optional.of(w.wire().id());
            case Subject.OfDesign d -> Optional.of("");
            case Subject.OfNodes n -> Optional.empty();
            case Subject.OfUnknown n -> Optional.empty();
            case Subject.OfNote n -> Optional.empty();
            case Subject.OfFrame f -> Optional.empty();
        };
    }

    /** Whether a setting can be another while the run goes on, as far as that does not depend on the value. */
    static boolean possible(Subject subject, Setting setting) {
        return switch (subject) {
            case Subject.OfNode n -> !n.type().outputs(n.node().settings()).isEmpty() && !ofAWholeRun(setting);
            case Subject.OfWire w -> setting.path().equals("transit");
            case Subject.OfDesign d -> OF_THE_RUN.contains(setting.path());
            case Subject.OfNodes n -> false;
            case Subject.OfUnknown n -> false;
            case Subject.OfNote n -> false;
            case Subject.OfFrame f -> false;
        };
    }

    private static boolean ofAWholeRun(Setting setting) {
        boolean timed = switch (setting.kind()) {
            case Kind.Groups g -> true;
            case Kind.Rows r -> true;
            case Kind.Edits e -> true;
            case Kind.Script s -> true;
            case Kind.Fields f -> true;
            case Kind.Aggregates a -> true;
            case Kind.FileName f -> true;
            default -> false;
        };
        return timed || FOR_THE_WHOLE_RUN.contains(setting.path());
    }
}
