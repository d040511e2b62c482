package millrace.catalog;

import java.util.List;
import millrace.catalog.Setting.Kind;
import millrace.design.Durations;
import millrace.design.Value;
import millrace.operator.KeyGroups;

/** The forms of what is not a node: the run as a whole ({@code settings} of a design), and a wire. */
public final class RunForm {
    private static final long MOST_ROOM = 1_000_000;
    private static final List<Setting> RUN = new Form()
            .add("clock", "Starts at",
                    "Where processing time begins; left empty, the minute before the first row of an event list.",
                    new Kind.Time(), Form.NONE)
            .add("until", "Ends at", "Where the run is cut; left empty, when all sources have ended.", new Kind.Time(),
                    Form.NONE)
            .duration("transit", "Transit time", "How long an event is on a wire that says nothing else.", 0, "0 s")
            .whole("seed", "Seed", "Of all random numbers; the same seed gives the same run.", Long.MIN_VALUE / 10,
                    Long.MAX_VALUE / 10, 1)
            .choice("mode", "Input", "In a batch nothing leaves before the input is complete.", "streaming:Stream",
                    "batch:Batch")
            .choice("dialect", "Dialect", "Whose choices hold where real engines differ.", "millrace:Millrace",
                    "beam:Beam", "flink:Flink", "kafka-streams:Kafka Streams")
            .choice("checkpoints.guarantee", "Checkpoints", "What a checkpoint is worth after a crash.", "none:None",
                    "at-least-once:At least once", "exactly-once:Exactly once")
            .when("checkpoints.guarantee", "at-least-once", "exactly-once")
            .duration("checkpoints.every", "Every", "From the start of the run; one at a time.", 1, "10 s")
            .add("checkpoints.at", "And at", "Besides, one begins at each of these times.", new Kind.Times(),
                    Value.of(List.of()))
            .duration("checkpoints.timeout", "Given up after", "A checkpoint that takes longer is aborted.", 1,
                    "10 min")
            .add("checkpoints.unaligned", "Unaligned",
                    "Barriers overtake what is queued, which becomes part of the snapshot.", new Kind.Flag(),
                    Value.of(false))
            .always()
            .add("crashes", "Crashes",
                    "When what loses its state; a node, one instance (count#2), a log's group (log.out) or the coordinator.",
                    new Kind.Crashes(), Value.of(List.of()))
            .duration("recovery.restartDelay", "Back after", "From the notice of a crash until all runs again.", 0,
                    "0 s")
            .duration("recovery.detectAfter", "Noticed after", "How long a crash goes unnoticed.", 0, "0 s")
            .choice("recovery.resume", "Without checkpoints", "Where the reader of a log goes on.", "now:From now on",
                    "last read:From the last place read")
            .add("upgrade.at", "Upgrade at", "When the pipeline stops with a savepoint to be changed.",
                    new Kind.Time(), Form.NONE)
            .add("upgrade.restart", "Restart at", "When it is back.", new Kind.Time(), Form.NONE)
            .choice("upgrade.ids", "State goes to", "How state finds its node again.", "stable:The same id",
                    "position:The same position")
            .add("upgrade.adds", "Adds", "Nodes that are there only afterwards.", new Kind.Names(),
                    Value.of(List.of()))
            .add("upgrade.removes", "Removes", "Nodes that are there only before.", new Kind.Names(),
                    Value.of(List.of()))
            .add("upgrade.rescales", "Rescales", "Nodes that have another number of instances afterwards.",
                    new Kind.Names(), Value.of(List.of()))
            .whole("upgrade.instances", "To instances", "How many they have then.", 1, KeyGroups.GROUPS, 2)
            .add("changes", "Changes", "Settings that are others from a time on: of a node, a wire or the run.",
                    new Kind.Groups(change()), Value.of(List.of()))
            .add("bookmarks", "Bookmarks", "Moments to come back to; they change nothing in the run.",
                    new Kind.Groups(bookmark()), Value.of(List.of()))
            .settings();
    private static final List<Setting> WIRE = new Form()
            .add("transit", "Transit time", "How long an event is on its way; left empty, as the design says.",
                    new Kind.Duration(0, Durations.MAX), Form.NONE)
            .add("capacity", "Room", "How many events find room on it; left empty, any number.",
                    new Kind.Whole(1, MOST_ROOM), Form.NONE)
            .settings();

    private RunForm() {}

    private static List<Setting> change() {
        return new Form().required("at", "At", "From when the new value holds.", new Kind.Time())
                .add("node", "Node", "A node's id, or a wire as \"a.out -> b.in\"; left empty, the run.",
                        new Kind.Text(200), Value.of(""))
                .required("setting", "Setting", "Its path: lateness, watermark.bound, groups[0].takes.",
                        new Kind.Text(200))
                .add("value", "Value", "The new value; left empty, what is usual.", new Kind.Any(), Form.NONE)
                .settings();
    }

    private static List<Setting> bookmark() {
        return new Form().required("at", "At", "Processing time.", new Kind.Time())
                .add("name", "Name", "What there is to see.", new Kind.Text(200), Value.of(""))
                .settings();
    }

    /** The settings of the run. */
    public static List<Setting> run() {
        return RUN;
    }

    /** The settings of a wire. */
    public static List<Setting> wire() {
        return WIRE;
    }
}
